/* The two ways to read and paint pictures; private to picture/. */
#ifndef DL_PICTURE_KINDS_H
#define DL_PICTURE_KINDS_H

#include "picture/paint.h"

/* A picture of a file's bytes, which the caller owns; NULL, and `reason` (owned by the
 * caller) says why. Painted, it fills the box. */
DlPicture *dl_raster_read(GBytes *file, DlPictureKind kind, char **reason);
void dl_raster_paint(const DlPicture *picture, cairo_t *cr, DlBox box);

DlPicture *dl_svg_picture_read(GBytes *file, DlPictureKind kind, char **reason);
void dl_svg_picture_paint(const DlPicture *picture, cairo_t *cr, DlBox box);

/* Whether an SVG holds nothing that runs and nothing from elsewhere. */
gboolean dl_svg_picture_check(const char *text, gsize size, char **reason);

#endif
