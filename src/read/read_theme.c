#include "read/read_theme.h"

#include <math.h>
#include <string.h>

#include "base/vision.h"
#include "read/include.h"
#include "read/read.h"
#include "read/records.h"
#include "read/source.h"
#include "read/values.h"

static const double LEAST_BAND = 1.7; /* ems of what is written in it */

static DlThemeKind find_base(DlReader *reader, const DlNode *map) {
    int kind = DL_THEME_LIGHT;
    for (unsigned i = 0; i + 1 < map->n_children; i += 2)
        if (strcmp(map->children[i]->text, "based") == 0)
            dl_read_name(reader, map->children[i + 1], &dl_theme_names, &kind);
    return (DlThemeKind)kind;
}

/* A theme whose page does not follow the reader's screen has no dark colours. */
static void fix_tones(DlTheme *theme) {
    DlTone *const page[] = {&theme->paper, &theme->ink,  &theme->muted,
                            &theme->rule,  &theme->band, &theme->band_edge};
    for (size_t i = 0; i < G_N_ELEMENTS(page); i++)
        page[i]->dark = page[i]->light;
    for (int i = 0; i < theme->n_palette; i++)
        theme->palette[i].dark = theme->palette[i].light;
}

static bool is_same(DlColor a, DlColor b) {
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

/* Where the paper turns dark, a single colour of the palette is made light. */
static void complete_tones(DlThemeDraft *draft) {
    DlTheme *theme = &draft->theme;
    if (draft->is_fixed || is_same(theme->paper.light, theme->paper.dark)) {
        fix_tones(theme);
        return;
    }
    for (int i = 0; i < theme->n_palette; i++)
        if (draft->is_single[i])
            theme->palette[i].dark = dl_theme_tone(theme, theme->palette[i].light).dark;
}

static double least_contrast(DlTone text, DlTone ground) {
    return fmin(dl_color_contrast(text.light, ground.light),
                dl_color_contrast(text.dark, ground.dark));
}

/* Text in a colour of the palette is made darker where need be; the others are not. */
static void check_contrast(DlReader *reader, const DlThemeDraft *draft) {
    const DlTheme *theme = &draft->theme;
    const struct {
        const char *name, *ground_name;
        DlTone text, ground;
    } rows[] = {
        {"ink", "paper", theme->ink, theme->paper},
        {"muted", "paper", theme->muted, theme->paper},
        {"ink", "band", theme->ink, theme->band},
        {"muted", "band", theme->muted, theme->band},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows) && draft->colors.line > 0; i++) {
        const double contrast = least_contrast(rows[i].text, rows[i].ground);
        if (contrast < theme->text_contrast)
            dl_problems_warn(
                reader->problems, draft->colors, "low-contrast",
                "`%s` has a contrast of %s to 1 on `%s`; text needs %s", rows[i].name,
                dl_digits_of(floor(contrast * 100) / 100).text, rows[i].ground_name,
                dl_digits_of(theme->text_contrast).text);
    }
}

/* Tells of the first two colours of a palette that somebody cannot tell apart. */
static void check_palette(DlReader *reader, const DlThemeDraft *draft) {
    static const double TOLD_APART = 10;
    const DlTheme *theme = &draft->theme;
    for (int i = 0; i < theme->n_palette; i++)
        for (int j = 0; j < i && draft->palette.line > 0; j++)
            if (dl_color_least_distance(theme->palette[i].light,
                                        theme->palette[j].light) < TOLD_APART) {
                dl_problems_warn(reader->problems, draft->palette, "alike-colors",
                                 "colors %d and %d of the palette look alike to some "
                                 "colour-blind readers",
                                 j + 1, i + 1);
                return;
            }
}

static bool read_map(DlReader *reader, const DlNode *map, DlTheme *theme) {
    if (!dl_expect(reader, map, DL_NODE_MAP, "a map"))
        return false;
    DlThemeDraft draft = {.theme = *dl_theme_of(find_base(reader, map))};
    dl_read_theme_keys(reader, map, &draft);
    complete_tones(&draft);
    draft.theme.band_height =
        fmax(draft.theme.band_height, draft.theme.tick_size * LEAST_BAND);
    check_contrast(reader, &draft);
    check_palette(reader, &draft);
    *theme = draft.theme;
    return true;
}

static bool read_bytes(DlReader *reader, GBytes *bytes, const char *path,
                       DlTheme *theme) {
    const char *file = g_intern_string(path);
    g_autoptr(GBytes) text = dl_source_check(bytes, file, reader->problems);
    g_autoptr(DlTree) tree =
        text == NULL ? NULL : dl_tree_parse(text, file, reader->problems);
    if (tree == NULL)
        return false;
    if (tree->root != NULL)
        return read_map(reader, tree->root, theme);
    const DlPlace start = {file, 1, 1};
    return dl_problems_add(reader->problems, start, "wrong-type",
                           "a theme file is a map, and this one is empty");
}

/* A file that several charts name is read once. */
static bool read_named_file(DlReader *reader, const DlNode *value, DlTheme *theme) {
    DlWord word = {(char *)value->text, value->place};
    g_autofree char *path =
        dl_include_find(value->place.file, &word, &dl_use_theme, reader->problems);
    if (path == NULL)
        return false;
    const DlTheme *known = g_hash_table_lookup(reader->themes, path);
    if (known != NULL) {
        *theme = *known;
        return true;
    }
    g_autoptr(GError) failure = NULL;
    g_autoptr(GBytes) bytes = dl_source_load(path, DL_SOURCE_LIMIT, &failure);
    if (bytes == NULL)
        return dl_problems_add(reader->problems, value->place, "bad-theme",
                               "cannot read %s", failure->message);
    DlTheme read = *dl_theme_of(DL_THEME_LIGHT);
    read_bytes(reader, bytes, path, &read);
    *theme = read;
    g_hash_table_insert(reader->themes, g_steal_pointer(&path),
                        g_memdup2(&read, sizeof read));
    return true;
}

bool dl_theme_is_file(const char *name) {
    return strpbrk(name, "./") != NULL;
}

bool dl_read_theme(DlReader *reader, const DlNode *value, DlTheme *theme) {
    if (value->kind == DL_NODE_MAP)
        return read_map(reader, value, theme);
    if (value->kind == DL_NODE_SCALAR && dl_theme_is_file(value->text))
        return read_named_file(reader, value, theme);
    int kind = 0;
    if (!dl_read_name(reader, value, &dl_theme_names, &kind))
        return false;
    *theme = *dl_theme_of((DlThemeKind)kind);
    return true;
}

bool dl_read_theme_file(const char *path, DlProblems *problems, DlTheme *theme,
                        GError **error) {
    g_autoptr(GBytes) bytes = dl_source_load(path, DL_SOURCE_LIMIT, error);
    if (bytes == NULL)
        return false;
    DlReader reader = {.problems = problems};
    read_bytes(&reader, bytes, path, theme);
    return true;
}
