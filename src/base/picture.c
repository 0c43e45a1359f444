#include "base/picture.h"

DlPicture *dl_picture_copy(const DlPicture *picture) {
    if (picture == NULL)
        return NULL;
    DlPicture *copy = g_memdup2(picture, sizeof *picture);
    g_bytes_ref(copy->bytes);
    return copy;
}

void dl_picture_free(DlPicture *picture) {
    if (picture == NULL)
        return;
    g_bytes_unref(picture->bytes);
    g_free(picture);
}

const char *dl_picture_media_type(DlPictureKind kind) {
    static const char *const types[] = {
        [DL_PICTURE_PNG] = "image/png",
        [DL_PICTURE_JPEG] = "image/jpeg",
        [DL_PICTURE_SVG] = "image/svg+xml",
    };
    return types[kind];
}
