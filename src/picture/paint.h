/* Paints pictures with Cairo. */
#ifndef DL_PICTURE_PAINT_H
#define DL_PICTURE_PAINT_H

#include <cairo.h>

#include "base/geometry.h"
#include "base/picture.h"

/* Paints a picture that was read so that it fills the box. Cairo's errors stick. */
void dl_picture_paint(const DlPicture *picture, cairo_t *cr, DlBox box);

#endif
