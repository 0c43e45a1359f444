/* Picture files: PNG and JPEG through gdk-pixbuf, SVG through librsvg.
 *
 * What a file is, its first bytes say, whatever its name. A picture stands small in a
 * chart, so a raster that is larger than print needs is made smaller when it is read,
 * and turned as its camera says: the charts that hold it stay small too. Limits: a file
 * of 16 MiB (1 MiB for SVG) and 40 megapixels, of which nothing is decoded before its
 * size is known. An SVG holds no script, no other picture and no address: it draws the
 * same wherever its bytes go. */
#ifndef DL_PICTURE_PICTURE_H
#define DL_PICTURE_PICTURE_H

#include "base/picture.h"

/* A file of more bytes than this is never a picture. */
enum { DL_PICTURE_BYTES = 16 * 1024 * 1024 };

/* The picture that a file is; NULL, and `reason` ("it is no PNG, JPEG or SVG file"),
 * where it is none. The caller owns both. */
DlPicture *dl_picture_read(GBytes *file, char **reason);

#endif
