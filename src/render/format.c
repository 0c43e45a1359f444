#include "render/render.h"

#include <string.h>

#include "render/formats.h"

static const DlFormat formats[] = {
    {"svg", "svg", true, dl_render_svg},
    {"pdf", "pdf", false, dl_render_pdf},
    {"png", "png", true, dl_render_png},
    {"eps", "eps", true, dl_render_eps},
    {"html", "html", false, dl_render_html},
    {"json", "json", false, dl_render_json},
    {"cairo-svg", "cairo.svg", true, dl_render_cairo_svg},
};

GQuark dl_render_error_quark(void) {
    return g_quark_from_static_string("dl-render-error-quark");
}

const DlFormat *dl_formats(size_t *n_formats) {
    *n_formats = G_N_ELEMENTS(formats);
    return formats;
}

const DlFormat *dl_format_find(const char *name) {
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++)
        if (g_str_equal(formats[i].name, name))
            return &formats[i];
    return NULL;
}

static bool has_extension(const char *path, const char *extension) {
    const size_t length = strlen(path), wanted = strlen(extension);
    if (length <= wanted + 1 || path[length - wanted - 1] != '.')
        return false;
    return g_ascii_strcasecmp(path + length - wanted, extension) == 0;
}

const DlFormat *dl_format_of_file(const char *path) {
    const DlFormat *best = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
        const DlFormat *format = &formats[i];
        if (has_extension(path, format->extension) &&
            (best == NULL || strlen(format->extension) > strlen(best->extension)))
            best = format;
    }
    return best;
}
