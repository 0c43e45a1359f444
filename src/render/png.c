/* PNG: Cairo paints, libpng writes, because Cairo does not write how large a pixel is.
 */
#include <math.h>
#include <png.h>

#include "render/formats.h"
#include "render/paint.h"

static const int USUAL_RESOLUTION = 192; /* pixels an inch */
static const double MAX_PIXELS = 32767;  /* a side of Cairo's images */

static bool check_pixels(double width, double height, GError **error) {
    if (width <= MAX_PIXELS && height <= MAX_PIXELS)
        return true;
    g_set_error(error, DL_RENDER_ERROR, DL_RENDER_ERROR_SIZE,
                "a PNG of this page would be %.0f x %.0f pixels; "
                "at most %.0f are possible",
                width, height, MAX_PIXELS);
    return false;
}

static cairo_status_t paint_on(cairo_surface_t *surface, const DlMeasurer *measurer,
                               const DlScenePage *page, double scale) {
    g_autoptr(cairo_t) cr = cairo_create(surface);
    g_auto(DlPainter) painter = {.measurer = measurer, .has_pixels = true};
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_scale(cr, scale, scale);
    dl_paint_paper(cr, page);
    dl_paint_page(&painter, cr, page);
    cairo_surface_flush(surface);
    return cairo_status(cr);
}

/* Only a bug or no memory: what is written is an image that Cairo made. */
static void fail(png_structp png, png_const_charp message) {
    (void)png;
    g_error("libpng: %s", message);
}

static void ignore(png_structp png, png_const_charp message) {
    (void)png, (void)message;
}

static void write_data(png_structp png, png_bytep data, size_t length) {
    g_byte_array_append(png_get_io_ptr(png), data, (guint)length);
}

/* The surface takes nothing after this; nor does a stream to memory. */
static void flush_data(png_structp png) {
    (void)png;
}

static void write_head(png_structp png, png_infop info, cairo_surface_t *surface,
                       int resolution) {
    static const double INCHES_PER_METRE = 1 / 0.0254;
    const png_uint_32 per_metre = (png_uint_32)lround(resolution * INCHES_PER_METRE);
    png_set_IHDR(png, info, (png_uint_32)cairo_image_surface_get_width(surface),
                 (png_uint_32)cairo_image_surface_get_height(surface), 8,
                 PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
    png_set_pHYs(png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
    png_write_info(png, info);
}

/* Cairo keeps a pixel as a number of 32 bits, 0xXXRRGGBB. */
static void write_rows(png_structp png, cairo_surface_t *surface) {
    const int width = cairo_image_surface_get_width(surface);
    const int height = cairo_image_surface_get_height(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    const unsigned char *data = cairo_image_surface_get_data(surface);
    g_autofree png_byte *row = g_new(png_byte, (gsize)width * 3);
    for (int y = 0; y < height; y++) {
        const guint32 *pixels =
            (const guint32 *)(const void *)(data + (gsize)y * (gsize)stride);
        for (int x = 0; x < width; x++) {
            row[3 * x] = pixels[x] >> 16 & 0xFF;
            row[3 * x + 1] = pixels[x] >> 8 & 0xFF;
            row[3 * x + 2] = pixels[x] & 0xFF;
        }
        png_write_row(png, row);
    }
}

static GBytes *write_png(cairo_surface_t *surface, int resolution) {
    GByteArray *bytes = g_byte_array_new();
    png_structp png =
        png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, fail, ignore);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(png, bytes, write_data, flush_data);
    write_head(png, info, surface, resolution);
    write_rows(png, surface);
    png_write_end(png, NULL);
    png_destroy_write_struct(&png, &info);
    return g_byte_array_free_to_bytes(bytes);
}

GBytes *dl_render_png(const DlScene *scene, int page, const DlMeasurer *measurer,
                      const DlRenderOptions *options, GError **error) {
    const DlScenePage *source = scene->pages->pdata[page];
    const bool is_stated = options != NULL && options->resolution > 0;
    const int resolution = is_stated ? options->resolution : USUAL_RESOLUTION;
    const double scale = resolution / 72.0;
    const double width = ceil(source->width * scale - 0.01);
    const double height = ceil(source->height * scale - 0.01);
    if (!check_pixels(width, height, error))
        return NULL;
    g_autoptr(cairo_surface_t) surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)width, (int)height);
    const cairo_status_t status = paint_on(surface, measurer, source, scale);
    if (status == CAIRO_STATUS_SUCCESS)
        return write_png(surface, resolution);
    g_set_error(error, DL_RENDER_ERROR, DL_RENDER_ERROR_SURFACE,
                "cannot draw the page: %s", cairo_status_to_string(status));
    return NULL;
}
