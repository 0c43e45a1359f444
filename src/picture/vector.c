#include <librsvg/rsvg.h>
#include <math.h>
#include <stdbool.h>

#include "picture/kinds.h"

static const gsize MOST_BYTES = 1024 * 1024;

/* Without an address of its own: so librsvg opens no other file. */
static RsvgHandle *open_handle(GBytes *file) {
    gsize size = 0;
    const guint8 *data = g_bytes_get_data(file, &size);
    return rsvg_handle_new_from_data(data, size, NULL);
}

static bool render(RsvgHandle *handle, cairo_t *cr, DlBox box) {
    const RsvgRectangle viewport = {box.x, box.y, box.width, box.height};
    return rsvg_handle_render_document(handle, cr, &viewport, NULL);
}

/* In pixels, or else the units of its view box: only their relation matters. */
static bool measure(RsvgHandle *handle, double *width, double *height) {
    if (!rsvg_handle_get_intrinsic_size_in_pixels(handle, width, height)) {
        gboolean has_width = FALSE, has_height = FALSE, has_box = FALSE;
        RsvgLength across, down;
        RsvgRectangle box = {0, 0, 0, 0};
        rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &across, &has_height,
                                             &down, &has_box, &box);
        *width = box.width;
        *height = box.height;
    }
    return isfinite(*width) && isfinite(*height) && *width > 0 && *height > 0;
}

/* Some faults show only where it is drawn. */
static bool can_be_drawn(RsvgHandle *handle) {
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 64, 64);
    cairo_t *cr = cairo_create(surface);
    const bool is_drawn = render(handle, cr, (DlBox){0, 0, 64, 64}) &&
                          cairo_status(cr) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return is_drawn;
}

static char *find_fault(GBytes *file, double *width, double *height) {
    gsize size = 0;
    const char *text = g_bytes_get_data(file, &size);
    if (size > MOST_BYTES)
        return g_strdup("an SVG picture has at most 1 MiB");
    char *reason = NULL;
    if (!dl_svg_picture_check(text, size, &reason))
        return reason;
    RsvgHandle *handle = open_handle(file);
    if (handle == NULL)
        return g_strdup("it is a broken SVG file");
    g_autoptr(GObject) owner = G_OBJECT(handle); /* some versions have no autoptr */
    if (!measure(RSVG_HANDLE(owner), width, height))
        return g_strdup("it has no size: it needs a viewBox, or a width and a height");
    return can_be_drawn(RSVG_HANDLE(owner)) ? NULL : g_strdup("it cannot be drawn");
}

DlPicture *dl_svg_picture_read(GBytes *file, DlPictureKind kind, char **reason) {
    double width = 0, height = 0;
    *reason = find_fault(file, &width, &height);
    if (*reason != NULL)
        return NULL;
    DlPicture *picture = g_new(DlPicture, 1);
    *picture = (DlPicture){kind, g_bytes_ref(file), width, height};
    return picture;
}

void dl_svg_picture_paint(const DlPicture *picture, cairo_t *cr, DlBox box) {
    RsvgHandle *handle = open_handle(picture->bytes);
    g_assert(handle != NULL); /* it was opened when it was read */
    cairo_save(cr);
    render(handle, cr, box); /* it could be drawn when it was read */
    cairo_restore(cr);
    g_object_unref(handle);
}
