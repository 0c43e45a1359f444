/* Letters on Cairo's surfaces: as text, or as what text looks like where Cairo 1.16
 * would not set it well. */
#include <string.h>

#include "render/color_glyph.h"
#include "render/paint.h"

void dl_paint_set_font(cairo_t *cr, cairo_scaled_font_t *unit, double size) {
    cairo_matrix_t matrix;
    cairo_scaled_font_get_font_matrix(unit, &matrix);
    cairo_matrix_scale(&matrix, size, size);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_scaled_font_get_font_options(unit, options);
    cairo_set_font_face(cr, cairo_scaled_font_get_font_face(unit));
    cairo_set_font_matrix(cr, &matrix);
    cairo_set_font_options(cr, options);
    cairo_font_options_destroy(options);
}

/* ---- As text ---- */

static void show_run(cairo_t *cr, const DlGlyphRun *run, DlPoint at) {
    g_autofree cairo_glyph_t *glyphs = g_new(cairo_glyph_t, (gsize)run->n_glyphs);
    g_autofree cairo_text_cluster_t *clusters =
        g_new(cairo_text_cluster_t, (gsize)run->n_clusters);
    for (int i = 0; i < run->n_glyphs; i++)
        glyphs[i] = (cairo_glyph_t){run->glyphs[i].id, at.x + run->glyphs[i].x,
                                    at.y + run->glyphs[i].y};
    for (int i = 0; i < run->n_clusters; i++)
        clusters[i] =
            (cairo_text_cluster_t){run->clusters[i].n_bytes, run->clusters[i].n_glyphs};
    cairo_show_text_glyphs(cr, run->text, (int)strlen(run->text), glyphs, run->n_glyphs,
                           clusters, run->n_clusters,
                           run->right_to_left ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD
                                              : (cairo_text_cluster_flags_t)0);
}

/* ---- As outlines, on pixels ---- */

/* Adds the outline of a glyph to the path; false if it has none. */
static bool add_outline(cairo_t *cr, const DlMeasurer *measurer, const DlGlyphRun *run,
                        const DlGlyph *glyph) {
    const double scale = run->size / dl_measurer_font(measurer, run->font).units_per_em;
    g_autoptr(DlPath) outline = dl_measurer_outline(measurer, run->font, glyph->id);
    cairo_save(cr);
    cairo_translate(cr, glyph->x, glyph->y);
    cairo_scale(cr, scale, scale);
    dl_paint_add_path(cr, outline);
    cairo_restore(cr);
    return outline->steps->len > 0;
}

static void draw_run(cairo_t *cr, const DlMeasurer *measurer, const DlGlyphRun *run,
                     DlPoint at) {
    cairo_save(cr);
    cairo_translate(cr, at.x, at.y);
    cairo_new_path(cr);
    for (int i = 0; i < run->n_glyphs; i++) {
        const DlGlyph *glyph = &run->glyphs[i];
        const cairo_glyph_t other = {glyph->id, glyph->x, glyph->y};
        if (!add_outline(cr, measurer, run, glyph))
            cairo_show_glyphs(cr, &other, 1);
    }
    cairo_fill(cr);
    cairo_restore(cr);
}

/* ---- As pictures, where a font has colours ---- */

static const DlColorGlyph *find_picture(DlPainter *painter, int font, uint32_t glyph) {
    const gint64 key = (gint64)font << 32 | glyph;
    if (painter->pictures == NULL)
        painter->pictures = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free,
                                                  (GDestroyNotify)dl_color_glyph_free);
    void *known = NULL;
    if (g_hash_table_lookup_extended(painter->pictures, &key, NULL, &known))
        return known;
    DlColorGlyph *drawn = dl_color_glyph_new(painter->measurer, font, glyph);
    g_hash_table_insert(painter->pictures, g_memdup2(&key, sizeof key), drawn);
    return drawn;
}

static void paint_picture(cairo_t *cr, const DlColorGlyph *picture, DlPoint at,
                          double size) {
    const double width = cairo_image_surface_get_width(picture->surface);
    cairo_save(cr);
    cairo_translate(cr, at.x + picture->box.x * size, at.y + picture->box.y * size);
    cairo_scale(cr, picture->box.width * size / width,
                picture->box.width * size / width);
    cairo_set_source_surface(cr, picture->surface, 0, 0);
    cairo_paint(cr);
    cairo_restore(cr);
}

/* Sets a font that has a blank, and its glyph; false if no font of the text has. */
static bool set_blank(cairo_t *cr, const DlMeasurer *measurer, double size,
                      unsigned long *blank) {
    for (int i = 0; i < dl_measurer_n_fonts(measurer); i++) {
        cairo_scaled_font_t *unit = dl_measurer_cairo_font(measurer, i);
        cairo_glyph_t *glyphs = NULL;
        int n_glyphs = 0;
        if (dl_measurer_font(measurer, i).colored ||
            cairo_scaled_font_text_to_glyphs(unit, 0, 0, " ", 1, &glyphs, &n_glyphs,
                                             NULL, NULL, NULL) != CAIRO_STATUS_SUCCESS)
            continue;
        *blank = n_glyphs == 1 ? glyphs[0].index : 0;
        cairo_glyph_free(glyphs);
        if (*blank == 0)
            continue;
        dl_paint_set_font(cr, unit, size);
        return true;
    }
    return false;
}

/* What the pictures mean, as text that is not seen: two blanks, because Cairo would
 * take the text of one for the blank's own wherever it comes again. */
static void show_meaning(cairo_t *cr, const DlMeasurer *measurer, const DlGlyphRun *run,
                         DlPoint at) {
    unsigned long blank;
    if (!set_blank(cr, measurer, run->size, &blank))
        return;
    const int length = (int)strlen(run->text);
    const cairo_glyph_t glyphs[] = {{blank, at.x, at.y},
                                    {blank, at.x + run->width / 2, at.y}};
    const cairo_text_cluster_t cluster = {length, G_N_ELEMENTS(glyphs)};
    cairo_show_text_glyphs(cr, run->text, length, glyphs, G_N_ELEMENTS(glyphs),
                           &cluster, 1, (cairo_text_cluster_flags_t)0);
}

static void paint_pictures(DlPainter *painter, cairo_t *cr, const DlGlyphRun *run,
                           DlPoint at) {
    for (int i = 0; i < run->n_glyphs; i++) {
        const DlGlyph *glyph = &run->glyphs[i];
        const DlColorGlyph *picture = find_picture(painter, run->font, glyph->id);
        const DlPoint place = {at.x + glyph->x, at.y + glyph->y};
        if (picture != NULL)
            paint_picture(cr, picture, place, run->size);
    }
    show_meaning(cr, painter->measurer, run, at);
}

void dl_paint_run(DlPainter *painter, cairo_t *cr, const DlGlyphRun *run, DlPoint at) {
    dl_paint_set_font(cr, dl_measurer_cairo_font(painter->measurer, run->font),
                      run->size);
    if (painter->has_pixels)
        draw_run(cr, painter->measurer, run, at);
    else if (dl_measurer_font(painter->measurer, run->font).colored)
        paint_pictures(painter, cr, run, at);
    else
        show_run(cr, run, at);
}

void dl_painter_clear(DlPainter *painter) {
    g_clear_pointer(&painter->pictures, g_hash_table_unref);
}
