#include "text/subset.h"

#include <hb-subset.h>

/* OS/2 table, OpenType 1.9: `fsType` stands at byte 8. Of its uses 0 is installable, 8
 * editable; 2 forbids to embed, 4 permits it in what cannot be edited; 0x100 forbids to
 * cut, 0x200 permits bitmaps alone. */
static bool may_embed(hb_face_t *face) {
    enum { FS_TYPE = 8, EDITABLE = 0x8, RESTRICTS = 0x30E };
    hb_blob_t *table = hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'));
    unsigned length;
    const unsigned char *data = (const unsigned char *)hb_blob_get_data(table, &length);
    const int type = length < FS_TYPE + 2 ? 0 : data[FS_TYPE] << 8 | data[FS_TYPE + 1];
    hb_blob_destroy(table);
    return (type & RESTRICTS & ~EDITABLE) == 0;
}

static GBytes *take_blob(hb_blob_t *blob) {
    unsigned length;
    const char *data = hb_blob_get_data(blob, &length);
    GBytes *bytes = length > 0 ? g_bytes_new(data, length) : NULL;
    hb_blob_destroy(blob);
    return bytes;
}

GBytes *dl_face_subset(hb_face_t *face, const GArray *letters) {
    if (!may_embed(face))
        return NULL;
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    g_assert(input != NULL);
    for (guint i = 0; i < letters->len; i++)
        hb_set_add(hb_subset_input_unicode_set(input),
                   g_array_index(letters, gunichar, i));
    hb_face_t *subset = hb_subset_or_fail(face, input);
    hb_subset_input_destroy(input);
    if (subset == NULL)
        return NULL;
    GBytes *bytes = take_blob(hb_face_reference_blob(subset));
    hb_face_destroy(subset);
    return bytes;
}
