#include "render/svg.h"

#include "base/number.h"

/* Points in a font unit from which whole units would not place a glyph to 0.01 pt. */
static const double COARSE = 0.02;

/* Notes the outline of a glyph at its first use. Its number, from 1; 0 if it is blank.
 * Numbers count what this page uses: those of fonts tell what was shaped before it. */
static int define_glyph(DlSvg *svg, int font, uint32_t glyph) {
    const gint64 key = (gint64)font << 32 | glyph;
    void *known;
    if (g_hash_table_lookup_extended(svg->glyphs, &key, NULL, &known))
        return GPOINTER_TO_INT(known);
    g_autoptr(DlPath) outline = dl_measurer_outline(svg->measurer, font, glyph);
    const int number = outline->steps->len > 0 ? ++svg->n_outlines : 0;
    g_hash_table_insert(svg->glyphs, g_memdup2(&key, sizeof key),
                        GINT_TO_POINTER(number));
    if (number == 0)
        return 0;
    g_string_append_printf(svg->definitions, "<path id=\"" DL_SVG_PREFIX "-g%d\" d=\"",
                           number);
    dl_svg_append_path(svg->definitions, outline, 0);
    g_string_append(svg->definitions, "\"/>\n");
    return number;
}

static void append_offset(GString *out, const char *name, double units, int decimals) {
    GString *value = g_string_new(NULL);
    dl_append_number(value, units, decimals);
    if (!g_str_equal(value->str, "0"))
        dl_svg_append_attribute(out, name, value->str);
    g_string_free(value, TRUE);
}

static void append_glyph(DlSvg *svg, const DlGlyphRun *run, const DlGlyph *glyph,
                         double scale) {
    const int number = define_glyph(svg, run->font, glyph->id);
    if (number == 0)
        return;
    const int decimals = scale > COARSE ? 1 : 0;
    g_string_append_printf(svg->body, "<use href=\"#" DL_SVG_PREFIX "-g%d\"", number);
    append_offset(svg->body, "x", glyph->x / scale, decimals);
    append_offset(svg->body, "y", -glyph->y / scale, decimals);
    g_string_append(svg->body, "/>");
}

/* One group a run, in font units: y upwards. */
static void append_run(DlSvg *svg, const DlGlyphRun *run, DlPoint origin,
                       DlPaint paint) {
    const double units = dl_measurer_font(svg->measurer, run->font).units_per_em;
    const double scale = run->size / units;
    const DlSvgLook look = {.fill = paint, .stroke = dl_paint_none};
    g_string_append(svg->body, "<g");
    dl_svg_append_look(svg, &look);
    g_string_append(svg->body, " transform=\"translate(");
    dl_svg_append_points(svg->body, origin.x);
    g_string_append_c(svg->body, ' ');
    dl_svg_append_points(svg->body, origin.y);
    g_string_append(svg->body, ")scale(");
    dl_append_number(svg->body, scale, 9);
    g_string_append_c(svg->body, ' ');
    dl_append_number(svg->body, -scale, 9);
    g_string_append(svg->body, ")\">");
    for (int i = 0; i < run->n_glyphs; i++)
        append_glyph(svg, run, &run->glyphs[i], scale);
    g_string_append(svg->body, "</g>");
}

static void append_line(DlSvg *svg, const DlSceneText *text, const DlTextLine *line) {
    for (guint i = 0; i < line->runs->len; i++) {
        const DlGlyphRun *run = line->runs->pdata[i];
        const DlPoint origin = {text->at.x + line->x + run->x,
                                text->at.y + line->baseline - run->rise};
        append_run(svg, run, origin,
                   g_array_index(text->parts, DlSceneTextPart, run->part).paint);
    }
}

void dl_svg_append_outlines(DlSvg *svg, const DlSceneText *text) {
    g_string_append(svg->body, "<g aria-hidden=\"true\">");
    for (guint i = 0; i < text->block->lines->len; i++)
        append_line(svg, text, text->block->lines->pdata[i]);
    g_string_append(svg->body, "</g>\n");
}
