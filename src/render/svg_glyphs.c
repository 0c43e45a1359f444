#include "render/svg.h"

#include "base/number.h"

/* Points in a font unit from which whole units would not place a glyph to 0.01 pt. */
static const double COARSE = 0.02;
/* Of a font unit in points: to 0.001 pt at the end of a run of 20,000 units. */
enum { SCALE_DECIMALS = 7 };

/* A run where it stands on the page. */
typedef struct {
    const DlGlyphRun *run;
    DlPoint origin;
    DlPaint paint;
} Piece;

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
    append_offset(svg->body, "y", glyph->y / scale, decimals);
    g_string_append(svg->body, "/>");
}

/* To the baseline, and to font units. */
static void append_transform(GString *out, const Piece *piece, double scale) {
    g_string_append(out, " transform=\"translate(");
    dl_svg_append_points(out, piece->origin.x);
    g_string_append_c(out, ' ');
    dl_svg_append_points(out, piece->origin.y);
    g_string_append(out, ")scale(");
    dl_svg_append_short(out, scale, SCALE_DECIMALS);
    g_string_append(out, ")\"");
}

/* The rest of a group for a run, its paint said or inherited. */
static void append_piece(DlSvg *svg, const Piece *piece) {
    const DlGlyphRun *run = piece->run;
    const double scale =
        run->size / dl_measurer_font(svg->task->measurer, run->font).units_per_em;
    append_transform(svg->body, piece, scale);
    g_string_append_c(svg->body, '>');
    for (int i = 0; i < run->n_glyphs; i++)
        append_glyph(svg, run, &run->glyphs[i], scale);
    g_string_append(svg->body, "</g>");
}

static GArray *list_pieces(const DlSceneText *text) {
    GArray *pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
    for (guint i = 0; i < text->block->lines->len; i++) {
        const DlTextLine *line = text->block->lines->pdata[i];
        for (guint j = 0; j < line->runs->len; j++) {
            const DlGlyphRun *run = line->runs->pdata[j];
            const Piece piece = {
                .run = run,
                .origin = {text->at.x + line->x + run->x,
                           text->at.y + line->baseline - run->rise},
                .paint = g_array_index(text->parts, DlSceneTextPart, run->part).paint,
            };
            g_array_append_val(pieces, piece);
        }
    }
    return pieces;
}

static bool is_one_paint(const GArray *pieces) {
    const Piece *first = &g_array_index(pieces, Piece, 0);
    for (guint i = 1; i < pieces->len; i++)
        if (!dl_svg_is_same_paint(first[i].paint, first->paint))
            return false;
    return true;
}

static void append_paint(DlSvg *svg, DlPaint paint) {
    const DlSvgLook look = {.fill = paint, .stroke = dl_paint_none};
    dl_svg_append_look(svg, &look);
}

/* One group for the text, and in it one for each run where there are several. */
void dl_svg_append_outlines(DlSvg *svg, const DlSceneText *text) {
    g_autoptr(GArray) pieces = list_pieces(text);
    if (pieces->len == 0)
        return;
    const Piece *first = &g_array_index(pieces, Piece, 0);
    const bool shares_paint = is_one_paint(pieces);
    g_string_append(svg->body, "<g aria-hidden=\"true\"");
    if (shares_paint)
        append_paint(svg, first->paint);
    if (pieces->len == 1) {
        append_piece(svg, first);
    } else {
        g_string_append_c(svg->body, '>');
        for (guint i = 0; i < pieces->len; i++) {
            g_string_append(svg->body, "<g");
            if (!shares_paint)
                append_paint(svg, first[i].paint);
            append_piece(svg, &first[i]);
        }
        g_string_append(svg->body, "</g>");
    }
    g_string_append_c(svg->body, '\n');
}
