/* Glyphs that are drawn in colours have no outline that SVG could share: they are
 * pictures in the file. */
#include <cairo.h>

#include "base/number.h"
#include "render/paint.h"
#include "render/svg.h"

static const int PIXELS_PER_EM = 128;

static cairo_surface_t *draw_glyph(cairo_scaled_font_t *unit, uint32_t glyph,
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

/* In font units. */
static void append_place(GString *out, const cairo_text_extents_t *extents,
                         const cairo_surface_t *surface, double units) {
    cairo_surface_t *image = (cairo_surface_t *)surface;
    const struct {
        const char *name;
        double ems;
    } rows[] = {
        {"x", extents->x_bearing},
        {"y", extents->y_bearing},
        {"width", (double)cairo_image_surface_get_width(image) / PIXELS_PER_EM},
        {"height", (double)cairo_image_surface_get_height(image) / PIXELS_PER_EM},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        dl_svg_append_number_attribute(out, rows[i].name, rows[i].ems * units);
}

bool dl_svg_append_picture(GString *out, const DlMeasurer *measurer, int font,
                           uint32_t glyph, const char *id) {
    cairo_scaled_font_t *unit = dl_measurer_cairo_font(measurer, font);
    const cairo_glyph_t at_origin = {glyph, 0, 0};
    cairo_text_extents_t extents;
    cairo_scaled_font_glyph_extents(unit, &at_origin, 1, &extents);
    if (extents.width <= 0 || extents.height <= 0)
        return false;
    g_autoptr(cairo_surface_t) surface = draw_glyph(unit, glyph, &extents);
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    if (cairo_surface_write_to_png_stream(surface, dl_paint_write, bytes) !=
        CAIRO_STATUS_SUCCESS)
        return false;
    g_autofree char *encoded = g_base64_encode(bytes->data, bytes->len);
    g_string_append_printf(out, "<image id=\"%s\"", id);
    append_place(out, &extents, surface, dl_measurer_font(measurer, font).units_per_em);
    g_string_append_printf(out, " xlink:href=\"data:image/png;base64,%s\"/>\n",
                           encoded);
    return true;
}
