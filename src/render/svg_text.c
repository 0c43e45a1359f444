#include "render/svg.h"

#include <math.h>
#include <string.h>

#include "base/escape.h"

/* The runs of one part on one line. */
typedef struct {
    const DlSceneTextPart *part;
    const DlGlyphRun *first; /* run */
    const char *text;        /* borrowed from the line, not terminated */
    char *font;              /* attributes, owned; "": those of the text around */
    gsize length;
    double left, right; /* on the page */
    bool right_to_left;
} Piece;

static bool is_rtl_piece(unsigned n_rtl, unsigned n_runs, bool paragraph) {
    if (n_rtl == 0 || n_rtl == n_runs)
        return n_rtl > 0;
    return paragraph;
}

/* The piece of a part; false if the line has nothing of it. */
static bool take_piece(const DlSceneText *text, const DlTextLine *line, guint part,
                       const char **at, Piece *piece) {
    unsigned n_rtl = 0, n_runs = 0;
    *piece = (Piece){.part = &g_array_index(text->parts, DlSceneTextPart, part),
                     .text = *at,
                     .left = INFINITY,
                     .right = -INFINITY};
    for (guint i = 0; i < line->runs->len; i++) {
        const DlGlyphRun *run = line->runs->pdata[i];
        if (run->part != (int)part)
            continue;
        const double x = text->at.x + line->x + run->x;
        piece->first = piece->first == NULL ? run : piece->first;
        piece->length += strlen(run->text);
        piece->left = MIN(piece->left, x);
        piece->right = MAX(piece->right, x + run->width);
        n_rtl += run->right_to_left;
        n_runs++;
    }
    *at += piece->length;
    piece->right_to_left = is_rtl_piece(n_rtl, n_runs, text->block->right_to_left);
    return n_runs > 0;
}

static void clear_piece(void *piece) {
    g_free(((Piece *)piece)->font);
}

/* `font` is what the text around has said already. */
static GArray *take_pieces(DlSvg *svg, const DlSceneText *text, const DlTextLine *line,
                           const char *font) {
    GArray *pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
    g_array_set_clear_func(pieces, clear_piece);
    const char *at = line->text;
    for (guint part = 0; part < text->parts->len; part++) {
        Piece piece;
        if (!take_piece(text, line, part, &at, &piece))
            continue;
        piece.font = font[0] != '\0' ? g_strdup("")
                                     : dl_svg_font_attributes(svg, line, (int)part);
        g_array_append_val(pieces, piece);
    }
    return pieces;
}

static double piece_x(const Piece *piece) {
    return piece->right_to_left ? piece->right : piece->left;
}

static double piece_y(const DlSceneText *text, const DlTextLine *line,
                      const Piece *piece) {
    return text->at.y + line->baseline - piece->first->rise;
}

static void append_place(GString *out, double x, double y) {
    dl_svg_append_number_attribute(out, "x", x);
    dl_svg_append_number_attribute(out, "y", y);
}

/* A direction of its own, where it is not the paragraph's. */
static void append_direction(GString *out, const Piece *piece, bool paragraph) {
    if (piece->right_to_left == paragraph)
        return;
    dl_svg_append_attribute(out, "direction", piece->right_to_left ? "rtl" : "ltr");
    dl_svg_append_attribute(out, "unicode-bidi", "isolate");
}

/* A link in a text may hold nothing but words. */
static void append_words(DlSvg *svg, const Piece *piece) {
    const char *own = piece->part->link;
    const bool is_linked = dl_svg_open_link(svg, own != NULL ? own : svg->link);
    g_autofree char *words = g_strndup(piece->text, piece->length);
    dl_append_xml(svg->body, words);
    dl_svg_close_link(svg, is_linked);
}

static void append_piece_text(DlSvg *svg, const DlSceneText *text, const Piece *piece,
                              bool is_live) {
    const DlSvgLook look = {
        .class_name = piece->part->note ? "note" : NULL,
        .fill = piece->part->paint,
        .stroke = dl_paint_none,
    };
    if (is_live)
        dl_svg_append_look(svg, &look);
    else if (look.class_name != NULL)
        dl_svg_append_attribute(svg->body, "class", look.class_name);
    dl_svg_append_number_attribute(svg->body, "font-size", piece->first->size);
    g_string_append(svg->body, piece->font);
    append_direction(svg->body, piece, text->block->right_to_left);
    dl_svg_append_number_attribute(svg->body, "textLength", piece->right - piece->left);
    if (is_live)
        g_string_append(svg->body, " lengthAdjust=\"spacingAndGlyphs\"");
    g_string_append_c(svg->body, '>');
    append_words(svg, piece);
}

static void append_line(DlSvg *svg, const DlSceneText *text, const DlTextLine *line,
                        bool is_live, const char *font) {
    g_autoptr(GArray) pieces = take_pieces(svg, text, line, font);
    for (guint i = 0; i < pieces->len; i++) {
        const Piece *piece = &g_array_index(pieces, Piece, i);
        g_string_append(svg->body, "<tspan");
        append_place(svg->body, piece_x(piece), piece_y(text, line, piece));
        append_piece_text(svg, text, piece, is_live);
        g_string_append(svg->body, "</tspan>");
    }
    if (pieces->len > 0)
        g_string_append_c(svg->body, ' ');
}

static bool has_fonts(const DlTextBlock *block) {
    for (guint i = 0; i < block->lines->len; i++) {
        const DlTextLine *line = block->lines->pdata[i];
        for (guint j = 0; j < line->runs->len; j++) {
            const DlGlyphRun *run = line->runs->pdata[j];
            if (run->font < 0)
                return false;
        }
    }
    return true;
}

bool dl_svg_text_has_link(const DlSceneText *text) {
    for (guint i = 0; i < text->parts->len; i++)
        if (g_array_index(text->parts, DlSceneTextPart, i).link != NULL)
            return true;
    return false;
}

/* The fonts of a text that has the same in all its parts; else "". */
static char *common_font(DlSvg *svg, const DlSceneText *text) {
    g_autofree char *common = NULL;
    for (guint i = 0; i < text->block->lines->len; i++) {
        const DlTextLine *line = text->block->lines->pdata[i];
        for (guint j = 0; j < line->runs->len; j++) {
            const DlGlyphRun *run = line->runs->pdata[j];
            g_autofree char *font = dl_svg_font_attributes(svg, line, run->part);
            if (common == NULL)
                common = g_steal_pointer(&font);
            else if (!g_str_equal(common, font))
                return g_strdup("");
        }
    }
    return common == NULL ? g_strdup("") : g_steal_pointer(&common);
}

static void open_text(DlSvg *svg, const DlSceneText *text, bool is_live,
                      const char *font) {
    g_string_append(svg->body, "<text");
    g_string_append(svg->body, font);
    if (!is_live)
        g_string_append(svg->body, " fill-opacity=\"0\"");
    if (text->block->right_to_left)
        g_string_append(svg->body, " direction=\"rtl\"");
    if (text->language != NULL &&
        g_strcmp0(text->language, svg->task->scene->language) != 0)
        dl_svg_append_attribute(svg->body, "lang", text->language);
    g_string_append_c(svg->body, '>');
}

void dl_svg_append_text(DlSvg *svg, const DlSceneText *text) {
    const bool is_live = svg->task->options.live_text || !has_fonts(text->block);
    if (!is_live)
        dl_svg_append_outlines(svg, text);
    g_autofree char *font = common_font(svg, text);
    open_text(svg, text, is_live, font);
    for (guint i = 0; i < text->block->lines->len; i++)
        append_line(svg, text, text->block->lines->pdata[i], is_live, font);
    g_string_append(svg->body, "</text>\n");
}
