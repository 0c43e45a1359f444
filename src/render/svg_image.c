#include "render/svg.h"

#include "base/escape.h"

/* The whole file, in letters. */
static void append_data(GString *out, const DlPicture *picture) {
    gsize size = 0;
    const guchar *data = g_bytes_get_data(picture->bytes, &size);
    g_autofree char *letters = g_base64_encode(data, size);
    g_string_append_printf(out, " xlink:href=\"data:%s;base64,",
                           dl_picture_media_type(picture->kind));
    g_string_append(out, letters);
    g_string_append_c(out, '"');
}

static void append_alt(GString *out, const char *alt) {
    if (alt == NULL) {
        g_string_append(out, " aria-hidden=\"true\"/>");
        return;
    }
    g_string_append(out, " role=\"img\"><title>");
    dl_append_xml(out, alt);
    g_string_append(out, "</title></image>");
}

void dl_svg_append_image(DlSvg *svg, const DlSceneImage *image) {
    const bool is_linked = dl_svg_open_link(svg, svg->link);
    g_string_append(svg->body, "<image");
    dl_svg_append_number_attribute(svg->body, "x", image->box.x);
    dl_svg_append_number_attribute(svg->body, "y", image->box.y);
    dl_svg_append_number_attribute(svg->body, "width", image->box.width);
    dl_svg_append_number_attribute(svg->body, "height", image->box.height);
    append_data(svg->body, image->picture);
    append_alt(svg->body, image->alt);
    dl_svg_close_link(svg, is_linked);
    g_string_append_c(svg->body, '\n');
}
