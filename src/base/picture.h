/* A picture as data: the bytes of a small file that holds nothing but itself. What
 * reads and paints it is in picture/. */
#ifndef DL_BASE_PICTURE_H
#define DL_BASE_PICTURE_H

#include <glib.h>

typedef enum { DL_PICTURE_PNG, DL_PICTURE_JPEG, DL_PICTURE_SVG } DlPictureKind;

typedef struct {
    DlPictureKind kind;
    GBytes *bytes;        /* owned, and shared by copies */
    double width, height; /* pixels; of an SVG: its own size, which may be any */
} DlPicture;

/* A copy that shares the bytes; NULL for NULL. */
DlPicture *dl_picture_copy(const DlPicture *picture);
void dl_picture_free(DlPicture *picture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlPicture, dl_picture_free)

/* "image/png" */
const char *dl_picture_media_type(DlPictureKind kind);

#endif
