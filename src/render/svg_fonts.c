/* The fonts of live text: by name, and where it is wanted as part of the file. */
#include <string.h>

#include "base/escape.h"
#include "render/svg.h"

enum { REGULAR = 400 };

static void free_font(void *data) {
    DlSvgFont *font = data;
    g_hash_table_unref(font->letters);
    g_free(font);
}

GPtrArray *dl_svg_fonts_new(void) {
    return g_ptr_array_new_with_free_func(free_font);
}

static guint find_font(DlSvg *svg, int font) {
    for (guint i = 0; i < svg->fonts->len; i++)
        if (((const DlSvgFont *)svg->fonts->pdata[i])->font == font)
            return i;
    DlSvgFont *added = g_new(DlSvgFont, 1);
    *added = (DlSvgFont){font, g_hash_table_new(NULL, NULL)};
    g_ptr_array_add(svg->fonts, added);
    return svg->fonts->len - 1;
}

/* Notes what a run draws; the number of its font among those of the file. */
static guint note_letters(DlSvg *svg, const DlGlyphRun *run) {
    const guint number = find_font(svg, run->font);
    const DlSvgFont *font = svg->fonts->pdata[number];
    for (const char *at = run->text; *at != '\0'; at = g_utf8_next_char(at))
        g_hash_table_add(font->letters, GUINT_TO_POINTER(g_utf8_get_char(at)));
    return number;
}

static char *quote_family(const char *family) {
    GString *quoted = g_string_new("'");
    dl_append_xml(quoted, family);
    g_string_append_c(quoted, '\'');
    return g_string_free(quoted, FALSE);
}

static void add_family(GString *families, const char *family) {
    if (strstr(families->str, family) == NULL)
        g_string_append_printf(families, "%s%s", families->len > 0 ? "," : "", family);
}

/* The embedded fonts stand before those of the same name that the reader may have. */
static char *list_families(DlSvg *svg, const DlTextLine *line, int part) {
    GString *families = g_string_new(NULL);
    g_autoptr(GString) installed = g_string_new(NULL);
    for (guint i = 0; i < line->runs->len; i++) {
        const DlGlyphRun *run = line->runs->pdata[i];
        if (run->part != part)
            continue;
        const char *family = dl_measurer_font(svg->task->measurer, run->font).family;
        g_autofree char *quoted = quote_family(family);
        add_family(installed, quoted);
        if (!svg->task->options.embed_fonts)
            continue;
        g_autofree char *embedded =
            g_strdup_printf("'" DL_SVG_PREFIX "-f%u'", note_letters(svg, run));
        add_family(families, embedded);
    }
    const bool is_serif = strstr(installed->str, "Serif") != NULL;
    add_family(families, installed->str);
    add_family(families, is_serif ? "serif" : "sans-serif");
    return g_string_free(families, FALSE);
}

static const DlGlyphRun *first_run(const DlTextLine *line, int part) {
    for (guint i = 0; i < line->runs->len; i++) {
        const DlGlyphRun *run = line->runs->pdata[i];
        if (run->part == part)
            return run;
    }
    return NULL;
}

/* Weight and style are regular where nothing is said. */
char *dl_svg_font_attributes(DlSvg *svg, const DlTextLine *line, int part) {
    const DlGlyphRun *first = first_run(line, part);
    if (!svg->task->options.live_text || first == NULL || first->font < 0)
        return g_strdup("");
    const DlFontFacts facts = dl_measurer_font(svg->task->measurer, first->font);
    g_autofree char *families = list_families(svg, line, part);
    GString *out = g_string_new(NULL);
    if (!g_str_equal(families, svg->families))
        g_string_append_printf(out, " font-family=\"%s\"", families);
    if (facts.weight != REGULAR)
        g_string_append_printf(out, " font-weight=\"%d\"", facts.weight);
    if (facts.italic)
        g_string_append(out, " font-style=\"italic\"");
    return g_string_free(out, FALSE);
}

static void count_line(DlSvg *svg, GHashTable *counts, const DlTextLine *line) {
    for (guint i = 0; i < line->runs->len; i++) {
        const DlGlyphRun *run = line->runs->pdata[i];
        if (run->font < 0)
            continue;
        char *families = list_families(svg, line, run->part);
        const guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, families));
        g_hash_table_replace(counts, families, GUINT_TO_POINTER(count + 1));
    }
}

static void count_families(DlSvg *svg, GHashTable *counts, const DlSceneNode *node) {
    if (node->kind == DL_NODE_TEXT) {
        const GPtrArray *lines = node->as.text.block->lines;
        for (guint i = 0; i < lines->len; i++)
            count_line(svg, counts, lines->pdata[i]);
    }
    if (node->kind != DL_NODE_GROUP)
        return;
    const GPtrArray *children = node->as.group.children;
    for (guint i = 0; i < children->len; i++)
        count_families(svg, counts, children->pdata[i]);
}

/* Of equally many the first by name, whatever the order of the table. */
char *dl_svg_main_families(DlSvg *svg, const DlScenePage *page) {
    g_autoptr(GHashTable) counts =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    if (svg->task->options.live_text)
        count_families(svg, counts, page->root);
    const char *best = "sans-serif";
    guint most = 0;
    GHashTableIter iter;
    void *families, *count;
    g_hash_table_iter_init(&iter, counts);
    while (g_hash_table_iter_next(&iter, &families, &count)) {
        const guint n = GPOINTER_TO_UINT(count);
        if (n > most || (n == most && strcmp(families, best) < 0)) {
            best = families;
            most = n;
        }
    }
    return g_strdup(best);
}

static void append_source(const DlSvg *svg, GString *out, guint number, GBytes *bytes) {
    const DlSvgFont *font = svg->fonts->pdata[number];
    const DlFontFacts facts = dl_measurer_font(svg->task->measurer, font->font);
    gsize size;
    const unsigned char *data = g_bytes_get_data(bytes, &size);
    g_autofree char *encoded = g_base64_encode(data, size);
    g_string_append_printf(out,
                           "@font-face{font-family:'" DL_SVG_PREFIX
                           "-f%u';font-weight:%d;font-style:%s;src:url(data:font/"
                           "otf;base64,%s)}",
                           number, facts.weight, facts.italic ? "italic" : "normal",
                           encoded);
}

static GArray *list_letters(const DlSvgFont *font) {
    GArray *letters = g_array_new(FALSE, FALSE, sizeof(gunichar));
    GHashTableIter iter;
    void *letter;
    g_hash_table_iter_init(&iter, font->letters);
    while (g_hash_table_iter_next(&iter, &letter, NULL)) {
        const gunichar character = GPOINTER_TO_UINT(letter);
        g_array_append_val(letters, character);
    }
    return letters;
}

bool dl_svg_append_fonts(const DlSvg *svg, GString *out, GError **error) {
    const DlMeasurer *measurer = svg->task->measurer;
    for (guint i = 0; i < svg->fonts->len; i++) {
        const DlSvgFont *font = svg->fonts->pdata[i];
        g_autoptr(GArray) letters = list_letters(font);
        g_autoptr(GBytes) bytes = dl_measurer_subset(measurer, font->font, letters);
        if (bytes == NULL) {
            g_set_error(error, DL_RENDER_ERROR, DL_RENDER_ERROR_FONT,
                        "the font `%s` may not be embedded",
                        dl_measurer_font(measurer, font->font).family);
            return false;
        }
        append_source(svg, out, i, bytes);
    }
    return true;
}
