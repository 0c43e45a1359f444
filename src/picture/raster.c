#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "picture/kinds.h"

static const double MOST_PIXELS = 40e6;
/* Enough for print: a picture is 50 points high in a label, 70 on the largest pages. */
static const double MOST_WIDTH = 1200, MOST_HEIGHT = 300;
static const gsize MOST_KEPT = 1024 * 1024; /* bytes of a file that is left as it is */

typedef struct {
    bool is_too_large;
    int width, height; /* of the file; 0: not known */
} Size;

static double shrinking(double width, double height) {
    return fmin(1, fmin(MOST_WIDTH / width, MOST_HEIGHT / height));
}

/* A size of 0 makes the loader stop before it takes memory for the pixels. */
static void choose_size(GdkPixbufLoader *loader, int width, int height, void *data) {
    Size *size = data;
    size->width = width;
    size->height = height;
    size->is_too_large = (double)width * height > MOST_PIXELS;
    const double scale = shrinking(width, height);
    if (size->is_too_large)
        gdk_pixbuf_loader_set_size(loader, 0, 0);
    else if (scale < 1)
        gdk_pixbuf_loader_set_size(loader, (int)fmax(1, round(width * scale)),
                                   (int)fmax(1, round(height * scale)));
}

static char *explain(const Size *size, DlPictureKind kind) {
    if (size->is_too_large)
        return g_strdup_printf("it has %d × %d pixels; at most 40 million are possible",
                               size->width, size->height);
    return g_strdup_printf("it is a broken %s file",
                           kind == DL_PICTURE_PNG ? "PNG" : "JPEG");
}

/* Where the last one of a few bytes begins; -1: nowhere. */
static gssize find_last(GBytes *file, const char *bytes) {
    gsize size = 0;
    const char *data = g_bytes_get_data(file, &size);
    const gsize length = strlen(bytes);
    for (gsize at = size; at >= length; at--)
        if (memcmp(data + at - length, bytes, length) == 0)
            return (gssize)(at - length);
    return -1;
}

/* The loader takes a file that is cut off for one that is still on its way. A JPEG ends
 * after its last scan: its preview, which stands before, has an end of its own. */
static bool is_complete(GBytes *file, DlPictureKind kind) {
    if (kind == DL_PICTURE_PNG)
        return find_last(file, "IEND") >= 0;
    return find_last(file, "\xFF\xD9") > find_last(file, "\xFF\xDA");
}

static GdkPixbuf *decode(GBytes *file, DlPictureKind kind, Size *size) {
    const char *const types[] = {[DL_PICTURE_PNG] = "png", [DL_PICTURE_JPEG] = "jpeg"};
    g_autoptr(GdkPixbufLoader) loader =
        gdk_pixbuf_loader_new_with_type(types[kind], NULL);
    if (loader == NULL)
        return NULL;
    g_signal_connect(loader, "size-prepared", G_CALLBACK(choose_size), size);
    const bool is_written = gdk_pixbuf_loader_write_bytes(loader, file, NULL);
    if (!gdk_pixbuf_loader_close(loader, NULL) || !is_written)
        return NULL;
    GdkPixbuf *pixels = gdk_pixbuf_loader_get_pixbuf(loader);
    return pixels == NULL ? NULL : gdk_pixbuf_apply_embedded_orientation(pixels);
}

static GBytes *encode(GdkPixbuf *pixels, DlPictureKind kind) {
    char *data = NULL;
    gsize size = 0;
    const bool is_done =
        kind == DL_PICTURE_JPEG
            ? gdk_pixbuf_save_to_buffer(pixels, &data, &size, "jpeg", NULL, "quality",
                                        "90", NULL)
            : gdk_pixbuf_save_to_buffer(pixels, &data, &size, "png", NULL, NULL);
    return is_done ? g_bytes_new_take(data, size) : NULL;
}

/* Whether the file can go into a chart as it is. */
static bool is_fit(GBytes *file, GdkPixbuf *pixels, const Size *size) {
    return gdk_pixbuf_get_width(pixels) == size->width &&
           gdk_pixbuf_get_height(pixels) == size->height &&
           gdk_pixbuf_get_option(pixels, "orientation") == NULL &&
           g_bytes_get_size(file) <= MOST_KEPT;
}

DlPicture *dl_raster_read(GBytes *file, DlPictureKind kind, char **reason) {
    Size size = {false, 0, 0};
    g_autoptr(GdkPixbuf) pixels = decode(file, kind, &size);
    GBytes *bytes = NULL;
    if (pixels != NULL && is_complete(file, kind))
        bytes = is_fit(file, pixels, &size) ? g_bytes_ref(file) : encode(pixels, kind);
    if (bytes == NULL) {
        *reason = explain(&size, kind);
        return NULL;
    }
    DlPicture *picture = g_new(DlPicture, 1);
    *picture = (DlPicture){kind, bytes, gdk_pixbuf_get_width(pixels),
                           gdk_pixbuf_get_height(pixels)};
    return picture;
}

/* One pixel as Cairo has it: the colours times alpha, in the order of the machine. */
static uint32_t to_argb(const guchar *pixel, bool has_alpha) {
    const uint32_t alpha = has_alpha ? pixel[3] : 255;
    uint32_t argb = alpha;
    for (int i = 0; i < 3; i++)
        argb = argb << 8 | (pixel[i] * alpha + 127) / 255;
    return argb;
}

static cairo_surface_t *to_surface(const GdkPixbuf *pixels) {
    const int width = gdk_pixbuf_get_width(pixels);
    const int height = gdk_pixbuf_get_height(pixels);
    const bool has_alpha = gdk_pixbuf_get_has_alpha(pixels);
    cairo_surface_t *surface = cairo_image_surface_create(
        has_alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, width, height);
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS)
        return surface;
    unsigned char *data = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    for (int y = 0; y < height; y++) {
        const guchar *from = gdk_pixbuf_read_pixels(pixels) +
                             (gsize)y * (gsize)gdk_pixbuf_get_rowstride(pixels);
        uint32_t *to = (uint32_t *)(void *)(data + (gsize)y * (gsize)stride);
        for (int x = 0; x < width; x++)
            to[x] = to_argb(from + x * gdk_pixbuf_get_n_channels(pixels), has_alpha);
    }
    cairo_surface_mark_dirty(surface);
    return surface;
}

/* A PDF then holds the file itself, which is smaller than its pixels. */
static void attach_file(cairo_surface_t *surface, const DlPicture *picture) {
    gsize size = 0;
    const guchar *data = g_bytes_get_data(picture->bytes, &size);
    if (picture->kind == DL_PICTURE_JPEG)
        cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG, data, size,
                                    (cairo_destroy_func_t)g_bytes_unref,
                                    g_bytes_ref(picture->bytes));
}

void dl_raster_paint(const DlPicture *picture, cairo_t *cr, DlBox box) {
    Size size = {false, 0, 0};
    g_autoptr(GdkPixbuf) pixels = decode(picture->bytes, picture->kind, &size);
    g_assert(pixels != NULL); /* it was decoded when it was read */
    cairo_surface_t *surface = to_surface(pixels);
    attach_file(surface, picture);
    cairo_save(cr);
    cairo_translate(cr, box.x, box.y);
    cairo_scale(cr, box.width / gdk_pixbuf_get_width(pixels),
                box.height / gdk_pixbuf_get_height(pixels));
    cairo_set_source_surface(cr, surface, 0, 0);
    cairo_paint(cr);
    cairo_restore(cr);
    cairo_surface_destroy(surface);
}
