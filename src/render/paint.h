/* Paints a scene's page with Cairo; private to render/. Cairo's errors stick: whoever
 * made the surface looks once, at the end. */
#ifndef DL_RENDER_PAINT_H
#define DL_RENDER_PAINT_H

#include <cairo.h>

#include "scene/scene.h"
#include "text/measure.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC(cairo_t, cairo_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cairo_surface_t, cairo_surface_destroy)

/* The tag of what has words for it but shows none: of dl_paint_alt. */
#define DL_PAINT_FIGURE "Figure"
/* The words for a picture, and for an event that is drawn without any: a mark. NULL for
 * everything else. */
const char *dl_paint_alt(const DlSceneNode *node);

/* A PDF has links and the structure of the text; other surfaces do not. */
typedef struct {
    const DlMeasurer *measurer;
    bool has_pixels;     /* Cairo 1.16 puts letters on whole ones, which is seen between
                            them: they are drawn as the outlines that they are */
    GHashTable *targets; /* of a PDF: the ids that a link may go to -> whether its place
                            is told already; NULL: no PDF */
    const char *link;    /* of the groups around; NULL: none */
    bool is_heading;     /* the next text is one */
    GHashTable *pictures; /* font and glyph, as gint64 -> DlColorGlyph or NULL, both
                             owned: those met so far; NULL: none */
} DlPainter;
void dl_painter_clear(DlPainter *painter);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DlPainter, dl_painter_clear)

/* The paper, then what is on it: paper makes Cairo forget what came before, tags too.
 */
void dl_paint_paper(cairo_t *cr, const DlScenePage *page);
void dl_paint_page(DlPainter *painter, cairo_t *cr, const DlScenePage *page);

/* A run whose origin is at a point, in the source that is set. It has a font. Where the
 * font has colours it is pictures, which say what they mean. */
void dl_paint_run(DlPainter *painter, cairo_t *cr, const DlGlyphRun *run, DlPoint at);
/* Adds a path to Cairo's. */
void dl_paint_add_path(cairo_t *cr, const DlPath *path);
/* The font of so many points; `unit` is that of 1 pt. */
void dl_paint_set_font(cairo_t *cr, cairo_scaled_font_t *unit, double size);

/* Takes bytes from a stream surface: its write function, and a GByteArray. */
cairo_status_t dl_paint_write(void *array, const unsigned char *data,
                              unsigned int length);
/* The bytes of a surface, which is finished here; NULL and `error` if it or the
 * painting (its status) has failed. Takes the array. */
GBytes *dl_paint_take(cairo_surface_t *surface, cairo_status_t painting,
                      GByteArray *array, GError **error);

#endif
