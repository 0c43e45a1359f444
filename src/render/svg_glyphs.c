#include "render/svg.h"

#include "base/number.h"

/* Points in a font unit from which whole units would not place a glyph to 0.01 pt. */
static const double COARSE = 0.02;

static void append_outline(GString *out, const DlPath *outline, const char *id) {
    g_string_append_printf(out, "<path id=\"%s\" d=\"", id);
    dl_svg_append_path(out, outline, 0);
    g_string_append(out, "\"/>\n");
}

/* Notes the outline of a glyph at its first use. Its number, from 1; 0 if it is blank.
 * Numbers count what this page uses: those of fonts tell what was shaped before it. */
static int define_glyph(DlSvg *svg, int font, uint32_t glyph) {
    const gint64 key = (gint64)font << 32 | glyph;
    void *known;
    if (g_hash_table_lookup_extended(svg->glyphs, &key, NULL, &known))
        return GPOINTER_TO_INT(known);
    const DlMeasurer *measurer = svg->task->measurer;
    g_autoptr(DlPath) outline = dl_measurer_outline(measurer, font, glyph);
    g_autofree char *id = g_strdup_printf(DL_SVG_PREFIX "-%d", svg->n_outlines + 1);
    bool is_drawn = outline->steps->len > 0;
    if (is_drawn)
        append_outline(svg->definitions, outline, id);
    else
        is_drawn = dl_svg_append_picture(svg->definitions, measurer, font, glyph, id);
    const int number = is_drawn ? ++svg->n_outlines : 0;
    g_hash_table_insert(svg->glyphs, g_memdup2(&key, sizeof key),
                        GINT_TO_POINTER(number));
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
    g_string_append_printf(svg->body, "<use xlink:href=\"#" DL_SVG_PREFIX "-%d\"",
                           number);
    append_offset(svg->body, "x", glyph->x / scale, decimals);
    append_offset(svg->body, "y", -glyph->y / scale, decimals);
    g_string_append(svg->body, "/>");
}

/* One group a run, in font units: y upwards. */
static void append_run(DlSvg *svg, const DlGlyphRun *run, DlPoint origin,
                       DlPaint paint) {
    const double units = dl_measurer_font(svg->task->measurer, run->font).units_per_em;
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
