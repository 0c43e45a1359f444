/* Glyphs that are drawn in colours have no outline that SVG could share: they are
 * pictures in the file. */
#include "render/color_glyph.h"
#include "render/paint.h"
#include "render/svg.h"

/* In font units. */
static void append_place(GString *out, DlBox box, double units) {
    dl_svg_append_number_attribute(out, "x", box.x * units);
    dl_svg_append_number_attribute(out, "y", box.y * units);
    dl_svg_append_number_attribute(out, "width", box.width * units);
    dl_svg_append_number_attribute(out, "height", box.height * units);
}

bool dl_svg_append_picture(GString *out, const DlMeasurer *measurer, int font,
                           uint32_t glyph, const char *id) {
    g_autoptr(DlColorGlyph) drawn = dl_color_glyph_new(measurer, font, glyph);
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    if (drawn == NULL ||
        cairo_surface_write_to_png_stream(drawn->surface, dl_paint_write, bytes) !=
            CAIRO_STATUS_SUCCESS)
        return false;
    g_autofree char *encoded = g_base64_encode(bytes->data, bytes->len);
    g_string_append_printf(out, "<image id=\"%s\"", id);
    append_place(out, drawn->box, dl_measurer_font(measurer, font).units_per_em);
    g_string_append_printf(out, " xlink:href=\"data:image/png;base64,%s\"/>\n",
                           encoded);
    return true;
}
