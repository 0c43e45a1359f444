/* Paints a scene's page with Cairo; private to render/. Cairo's errors stick: whoever
 * made the surface looks once, at the end. */
#ifndef DL_RENDER_PAINT_H
#define DL_RENDER_PAINT_H

#include <cairo.h>

#include "scene/scene.h"
#include "text/measure.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC(cairo_t, cairo_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cairo_surface_t, cairo_surface_destroy)

typedef struct {
    const DlMeasurer *measurer;
    bool has_links;   /* the surface can hold links */
    const char *link; /* of the groups around; NULL: none */
} DlPainter;

void dl_paint_page(DlPainter *painter, cairo_t *cr, const DlScenePage *page);

/* Takes bytes from a stream surface: its write function, and a GByteArray. */
cairo_status_t dl_paint_write(void *array, const unsigned char *data,
                              unsigned int length);
/* The bytes of a surface, which is finished here; NULL and `error` if it or the
 * painting (its status) has failed. Takes the array. */
GBytes *dl_paint_take(cairo_surface_t *surface, cairo_status_t painting,
                      GByteArray *array, GError **error);

#endif
