/* The pieces of the PDF writer; private to render/. */
#ifndef DL_RENDER_PDF_H
#define DL_RENDER_PDF_H

#include <cairo.h>

#include "scene/scene.h"

/* Adds the bookmarks of all pages: pages (where there are several), in them segments,
 * insets, lanes and eras that have a title, in these the years, in these the events. An
 * era stands where its first event does; a year that holds all that is beside it is
 * left out. */
void dl_pdf_add_bookmarks(cairo_surface_t *surface, const DlScene *scene);

/* The same file with what Cairo 1.16 cannot write: its language, that its content is
 * marked, that a window shows its title, the words of its pictures. The id is made of
 * the content. Takes the bytes; NULL and `error` if they are no PDF. */
GBytes *dl_pdf_finish(GBytes *pdf, const DlScene *scene, GError **error);

#endif
