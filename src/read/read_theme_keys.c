#include "read/read_theme.h"

#include <math.h>

#include "read/records.h"
#include "read/values.h"

/* ---- Typefaces ---- */

static const char *read_families(DlReader *reader, const DlNode *value) {
    g_autoptr(GPtrArray) words = dl_words_new();
    dl_read_words(reader, value, words);
    g_autoptr(GString) families = g_string_new(NULL);
    for (guint i = 0; i < words->len; i++)
        g_string_append_printf(families, "%s%s", i > 0 ? ", " : "",
                               ((const DlWord *)words->pdata[i])->text);
    return families->len > 0 ? g_intern_string(families->str) : NULL;
}

DL_READER(read_title_family, DlTheme, theme,
          theme->title_family = read_families(reader, value))
DL_READER(read_text_family, DlTheme, theme,
          theme->text_family = read_families(reader, value))

static const DlField typeface_fields[] = {
    {"title", false, read_title_family},
    {"text", false, read_text_family},
};
static const DlFieldTable typeface_table =
    DL_FIELD_TABLE("the typefaces", typeface_fields);

/* ---- Numbers ---- */

static void read_number(DlReader *reader, const DlNode *value, double min, double max,
                        double *number) {
    const char *text = dl_read_scalar(reader, value, "a number");
    if (text == NULL)
        return;
    char *end = NULL;
    const double read = g_ascii_strtod(text, &end);
    if (end != text && *end == '\0' && read >= min && read <= max)
        *number = read;
    else
        dl_problems_add(reader->problems, value->place, "bad-value",
                        "`%s` is not a number from %s to %s", text,
                        dl_digits_of(min).text, dl_digits_of(max).text);
}

/* Smaller letters cannot be read in print. */
static const double LEAST_TEXT = 6.5;

DL_READER(read_title_size, DlTheme, theme,
          read_number(reader, value, 10, 72, &theme->title_size))
DL_READER(read_subtitle_size, DlTheme, theme,
          read_number(reader, value, LEAST_TEXT, 36, &theme->subtitle_size))
DL_READER(read_legend_size, DlTheme, theme,
          read_number(reader, value, LEAST_TEXT, 16, &theme->legend_size))
DL_READER(read_axis_size, DlTheme, theme,
          read_number(reader, value, LEAST_TEXT, 16, &theme->tick_size))
DL_READER(read_notes_size, DlTheme, theme,
          read_number(reader, value, LEAST_TEXT, 16, &theme->foot_size))
DL_READER(read_smallest, DlTheme, theme,
          read_number(reader, value, LEAST_TEXT, 8, &theme->smallest_label))

/* On a page as high as need be, labels need not be that large. */
static void read_label_size(DlReader *reader, const DlNode *value, void *record) {
    static const double AUTO_SHARE = 0.85;
    DlTheme *theme = record;
    const double usual = theme->largest_label;
    read_number(reader, value, 8, 24, &theme->largest_label);
    if (theme->largest_label != usual)
        theme->auto_label = fmax(theme->largest_label * AUTO_SHARE, 8);
}

static const DlField size_fields[] = {
    {"title", false, read_title_size},   {"subtitle", false, read_subtitle_size},
    {"label", false, read_label_size},   {"smallest", false, read_smallest},
    {"legend", false, read_legend_size}, {"axis", false, read_axis_size},
    {"notes", false, read_notes_size},
};
static const DlFieldTable size_table = DL_FIELD_TABLE("the sizes", size_fields);

DL_READER(read_leader, DlTheme, theme,
          read_number(reader, value, 0.3, 4, &theme->leader_width))
DL_READER(read_rule_width, DlTheme, theme,
          read_number(reader, value, 0.3, 4, &theme->rule_width))
DL_READER(read_edge_width, DlTheme, theme,
          read_number(reader, value, 0.3, 4, &theme->edge_width))
DL_READER(read_ring, DlTheme, theme,
          read_number(reader, value, 0.5, 3, &theme->ring_width))

static const DlField line_fields[] = {
    {"leader", false, read_leader},
    {"rule", false, read_rule_width},
    {"edge", false, read_edge_width},
    {"ring", false, read_ring},
};
static const DlFieldTable line_table = DL_FIELD_TABLE("the lines", line_fields);

DL_READER(read_margin, DlTheme, theme,
          read_number(reader, value, 8, 144, &theme->margin))
DL_READER(read_line_height, DlTheme, theme,
          read_number(reader, value, 1, 2, &theme->line_height))
DL_READER(read_band_height, DlTheme, theme,
          read_number(reader, value, 12, 60, &theme->band_height))
DL_READER(read_bar_height, DlTheme, theme,
          read_number(reader, value, 2, 20, &theme->bar_height))

/* Marks that stack stay as far apart, for their size. */
static void read_mark_radius(DlReader *reader, const DlNode *value, void *record) {
    DlTheme *theme = record;
    const double share = theme->mark_pitch / theme->mark_radius;
    read_number(reader, value, 2, 10, &theme->mark_radius);
    theme->mark_pitch = theme->mark_radius * share;
}

static const DlField spacing_fields[] = {
    {"margin", false, read_margin},    {"line", false, read_line_height},
    {"band", false, read_band_height}, {"bar", false, read_bar_height},
    {"mark", false, read_mark_radius},
};
static const DlFieldTable spacing_table = DL_FIELD_TABLE("the spacing", spacing_fields);

/* ---- Colours ---- */

DL_READER(read_light, DlTone, tone, dl_read_color(reader, value, &tone->light))
DL_READER(read_dark, DlTone, tone, dl_read_color(reader, value, &tone->dark))

static const DlField tone_fields[] = {
    {"light", true, read_light},
    {"dark", true, read_dark},
};
static const DlFieldTable tone_table = DL_FIELD_TABLE("a color", tone_fields);

/* One colour, or {light, dark}. Whether it is a pair. */
static bool read_tone(DlReader *reader, const DlNode *value, DlTone *tone) {
    if (value->kind == DL_NODE_MAP)
        return dl_read_fields(reader, value, &tone_table, value->place, tone);
    if (dl_read_color(reader, value, &tone->light))
        tone->dark = tone->light;
    return false;
}

static void read_page_tone(DlReader *reader, const DlNode *value, DlThemeDraft *draft,
                           DlTone *tone) {
    if (!read_tone(reader, value, tone))
        draft->is_fixed = true;
}

DL_READER(read_paper, DlThemeDraft, draft,
          read_page_tone(reader, value, draft, &draft->theme.paper))
DL_READER(read_ink, DlThemeDraft, draft,
          read_page_tone(reader, value, draft, &draft->theme.ink))
DL_READER(read_muted, DlThemeDraft, draft,
          read_page_tone(reader, value, draft, &draft->theme.muted))
DL_READER(read_rule, DlThemeDraft, draft,
          read_page_tone(reader, value, draft, &draft->theme.rule))
DL_READER(read_band, DlThemeDraft, draft,
          read_page_tone(reader, value, draft, &draft->theme.band))
DL_READER(read_edge, DlThemeDraft, draft,
          read_page_tone(reader, value, draft, &draft->theme.band_edge))

static const DlField color_fields[] = {
    {"paper", false, read_paper}, {"ink", false, read_ink},
    {"muted", false, read_muted}, {"rule", false, read_rule},
    {"band", false, read_band},   {"edge", false, read_edge},
};
static const DlFieldTable color_table = DL_FIELD_TABLE("the colors", color_fields);

/* ---- Lists: what tells categories apart ---- */

/* Whether a list has 1 to 8 items. */
static bool expect_few(DlReader *reader, const DlNode *value, const char *what) {
    if (!dl_expect(reader, value, DL_NODE_LIST, what))
        return false;
    if (value->n_children >= 1 && value->n_children <= DL_PALETTE_MOST)
        return true;
    return dl_problems_add(reader->problems, value->place, "bad-value",
                           "expected %s, 1 to %d of them, found %u", what,
                           DL_PALETTE_MOST, value->n_children);
}

static void read_palette(DlReader *reader, const DlNode *value, void *record) {
    DlThemeDraft *draft = record;
    draft->palette = reader->key;
    if (!expect_few(reader, value, "a list of colors"))
        return;
    DlTheme *theme = &draft->theme;
    theme->n_palette = (int)value->n_children;
    theme->is_colorless = false;
    for (unsigned i = 0; i < value->n_children; i++)
        draft->is_single[i] =
            !read_tone(reader, value->children[i], &theme->palette[i]);
}

static void read_names(DlReader *reader, const DlNode *value, const char *what,
                       const DlNameTable *table, int *names, int *n_names) {
    if (!expect_few(reader, value, what))
        return;
    *n_names = (int)value->n_children;
    for (unsigned i = 0; i < value->n_children; i++)
        dl_read_name(reader, value->children[i], table, &names[i]);
}

static void read_shapes(DlReader *reader, const DlNode *value, void *record) {
    DlTheme *theme = &((DlThemeDraft *)record)->theme;
    int names[DL_PALETTE_MOST] = {0};
    read_names(reader, value, "a list of shapes", &dl_mark_shape_names, names,
               &theme->n_shapes);
    for (int i = 0; i < theme->n_shapes; i++)
        theme->shapes[i] = (DlMarkShape)names[i];
}

static void read_patterns(DlReader *reader, const DlNode *value, void *record) {
    DlTheme *theme = &((DlThemeDraft *)record)->theme;
    int names[DL_PALETTE_MOST] = {0};
    read_names(reader, value, "a list of patterns", &dl_pattern_names, names,
               &theme->n_patterns);
    for (int i = 0; i < theme->n_patterns; i++)
        theme->patterns[i] = (DlPattern)names[i];
}

/* ---- The whole ---- */

/* Read before all others, which change what it gives. */
static void read_based(DlReader *reader, const DlNode *value, void *record) {
    int kind = 0;
    (void)record;
    dl_read_name(reader, value, &dl_theme_names, &kind);
}

#define SECTION(name, table, record)                                                   \
    static void name(DlReader *reader, const DlNode *value, void *data) {              \
        DlThemeDraft *draft = data;                                                    \
        dl_read_fields(reader, value, &table, value->place, record);                   \
    }
SECTION(read_typefaces, typeface_table, &draft->theme)
SECTION(read_sizes, size_table, &draft->theme)
SECTION(read_lines, line_table, &draft->theme)
SECTION(read_spacing, spacing_table, &draft->theme)

static void read_colors(DlReader *reader, const DlNode *value, void *record) {
    DlThemeDraft *draft = record;
    draft->colors = reader->key;
    dl_read_fields(reader, value, &color_table, value->place, draft);
}

static const DlField theme_fields[] = {
    {"based", false, read_based},       {"typefaces", false, read_typefaces},
    {"sizes", false, read_sizes},       {"colors", false, read_colors},
    {"palette", false, read_palette},   {"shapes", false, read_shapes},
    {"patterns", false, read_patterns}, {"lines", false, read_lines},
    {"spacing", false, read_spacing},
};
static const DlFieldTable theme_table = DL_FIELD_TABLE("a theme", theme_fields);

void dl_read_theme_keys(DlReader *reader, const DlNode *map, DlThemeDraft *draft) {
    dl_read_fields(reader, map, &theme_table, map->place, draft);
}

DlDigits dl_digits_of(double number) {
    DlDigits digits;
    g_ascii_formatd(digits.text, sizeof digits.text, "%.3g", number);
    return digits;
}
