#include <cairo-svg.h>
#include <math.h>
#include <string.h>

#include "render/formats.h"
#include "render/paint.h"

static const double PIXELS_PER_POINT = 192.0 / 72;
static const double MAX_PIXELS = 32767; /* a side of Cairo's images */

static cairo_status_t paint_on(cairo_surface_t *surface, const DlMeasurer *measurer,
                               const DlScenePage *page, double scale) {
    g_autoptr(cairo_t) cr = cairo_create(surface);
    DlPainter painter = {measurer, false, NULL};
    cairo_scale(cr, scale, scale);
    dl_paint_page(&painter, cr, page);
    return cairo_status(cr);
}

static bool check_pixels(double width, double height, GError **error) {
    if (width <= MAX_PIXELS && height <= MAX_PIXELS)
        return true;
    g_set_error(error, DL_RENDER_ERROR, DL_RENDER_ERROR_SIZE,
                "a PNG of this page would be %.0f x %.0f pixels; "
                "at most %.0f are possible",
                width, height, MAX_PIXELS);
    return false;
}

static void paint_white(cairo_surface_t *surface) {
    g_autoptr(cairo_t) cr = cairo_create(surface);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
}

GBytes *dl_render_png(const DlScene *scene, int page, const DlMeasurer *measurer,
                      const DlRenderOptions *options, GError **error) {
    (void)options;
    const DlScenePage *source = scene->pages->pdata[page];
    const double width = ceil(source->width * PIXELS_PER_POINT - 0.01);
    const double height = ceil(source->height * PIXELS_PER_POINT - 0.01);
    if (!check_pixels(width, height, error))
        return NULL;
    g_autoptr(cairo_surface_t) surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)width, (int)height);
    paint_white(surface);
    cairo_status_t status = paint_on(surface, measurer, source, PIXELS_PER_POINT);
    GByteArray *bytes = g_byte_array_new();
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_write_to_png_stream(surface, dl_paint_write, bytes);
    return dl_paint_take(surface, status, bytes, error);
}

static gboolean renumber(const GMatchInfo *match, GString *out, void *numbers) {
    g_autofree char *name = g_match_info_fetch(match, 0);
    const guint next = g_hash_table_size(numbers) + 1;
    guint number = GPOINTER_TO_UINT(g_hash_table_lookup(numbers, name));
    if (number == 0) {
        number = next;
        g_hash_table_insert(numbers, g_steal_pointer(&name), GUINT_TO_POINTER(next));
    }
    g_autofree char *kind = g_match_info_fetch(match, 1);
    g_string_append_printf(out, "%s%u", kind, number);
    return FALSE;
}

/* Cairo numbers surfaces and images through all of the program's life; a file must not
 * tell how many there were before it. */
static GBytes *renumber_surfaces(GBytes *svg) {
    g_autoptr(GRegex) names =
        g_regex_new("(?<=id=\"|\"#|\\(#)(surface|image)[0-9]+", 0, 0, NULL);
    g_autoptr(GHashTable) numbers =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    gsize length;
    const char *text = g_bytes_get_data(svg, &length);
    char *renumbered = g_regex_replace_eval(names, text, (gssize)length, 0, 0, renumber,
                                            numbers, NULL);
    g_bytes_unref(svg);
    return g_bytes_new_take(renumbered, strlen(renumbered));
}

GBytes *dl_render_cairo_svg(const DlScene *scene, int page, const DlMeasurer *measurer,
                            const DlRenderOptions *options, GError **error) {
    (void)options;
    const DlScenePage *source = scene->pages->pdata[page];
    GByteArray *bytes = g_byte_array_new();
    g_autoptr(cairo_surface_t) surface = cairo_svg_surface_create_for_stream(
        dl_paint_write, bytes, source->width, source->height);
    const cairo_status_t painting = paint_on(surface, measurer, source, 1);
    GBytes *svg = dl_paint_take(surface, painting, bytes, error);
    return svg == NULL ? NULL : renumber_surfaces(svg);
}
