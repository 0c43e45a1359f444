#include "picture/picture.h"

#include <stdbool.h>
#include <string.h>

#include "picture/kinds.h"
#include "picture/paint.h"

typedef struct {
    DlPicture *(*read)(GBytes *file, DlPictureKind kind, char **reason);
    void (*paint)(const DlPicture *picture, cairo_t *cr, DlBox box);
    const char *begins; /* how its files begin */
} Kind;

static const Kind kinds[] = {
    [DL_PICTURE_PNG] = {dl_raster_read, dl_raster_paint, "\x89PNG\r\n\x1A\n"},
    [DL_PICTURE_JPEG] = {dl_raster_read, dl_raster_paint, "\xFF\xD8\xFF"},
    [DL_PICTURE_SVG] = {dl_svg_picture_read, dl_svg_picture_paint, "<"},
};

static bool begins_as(const char *data, gsize size, const char *begins) {
    return size >= strlen(begins) && memcmp(data, begins, strlen(begins)) == 0;
}

/* Past a byte order mark and spaces, which may stand before XML. */
static const char *skip_blank(const char *data, gsize *size) {
    if (begins_as(data, *size, "\xEF\xBB\xBF")) {
        data += 3;
        *size -= 3;
    }
    for (; *size > 0 && g_ascii_isspace(*data); (*size)--)
        data++;
    return data;
}

DlPicture *dl_picture_read(GBytes *file, char **reason) {
    gsize size = 0;
    const char *data = g_bytes_get_data(file, &size);
    if (size > DL_PICTURE_BYTES) {
        *reason = g_strdup("it is larger than 16 MiB");
        return NULL;
    }
    const char *begin = skip_blank(data, &size);
    g_autoptr(GBytes) bytes = g_bytes_new_from_bytes(file, (gsize)(begin - data), size);
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (begins_as(begin, size, kinds[i].begins))
            return kinds[i].read(bytes, (DlPictureKind)i, reason);
    *reason = g_strdup("it is no PNG, JPEG or SVG file");
    return NULL;
}

void dl_picture_paint(const DlPicture *picture, cairo_t *cr, DlBox box) {
    kinds[picture->kind].paint(picture, cr, box);
}
