#include "render/color_glyph.h"

#include "render/paint.h"

static const int PIXELS_PER_EM = 128;

static cairo_surface_t *draw(cairo_scaled_font_t *unit, uint32_t glyph,
                             const cairo_text_extents_t *extents) {
    const double scale = PIXELS_PER_EM;
    cairo_surface_t *surface = cairo_image_surface_create(
        CAIRO_FORMAT_ARGB32, (int)(extents->width * scale) + 2,
        (int)(extents->height * scale) + 2);
    g_autoptr(cairo_t) cr = cairo_create(surface);
    const cairo_glyph_t at_origin = {glyph, 0, 0};
    cairo_scale(cr, scale, scale);
    cairo_translate(cr, -extents->x_bearing, -extents->y_bearing);
    dl_paint_set_font(cr, unit, 1);
    cairo_show_glyphs(cr, &at_origin, 1);
    return surface;
}

DlColorGlyph *dl_color_glyph_new(const DlMeasurer *measurer, int font, uint32_t glyph) {
    cairo_scaled_font_t *unit = dl_measurer_cairo_font(measurer, font);
    const cairo_glyph_t at_origin = {glyph, 0, 0};
    cairo_text_extents_t extents;
    cairo_scaled_font_glyph_extents(unit, &at_origin, 1, &extents);
    if (extents.width <= 0 || extents.height <= 0)
        return NULL;
    DlColorGlyph *drawn = g_new(DlColorGlyph, 1);
    drawn->surface = draw(unit, glyph, &extents);
    drawn->box =
        (DlBox){extents.x_bearing, extents.y_bearing,
                (double)cairo_image_surface_get_width(drawn->surface) / PIXELS_PER_EM,
                (double)cairo_image_surface_get_height(drawn->surface) / PIXELS_PER_EM};
    return drawn;
}

void dl_color_glyph_free(DlColorGlyph *glyph) {
    if (glyph == NULL)
        return;
    cairo_surface_destroy(glyph->surface);
    g_free(glyph);
}
