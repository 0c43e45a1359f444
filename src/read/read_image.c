#include "picture/picture.h"

#include "read/include.h"
#include "read/records.h"
#include "read/source.h"
#include "read/values.h"

/* All that a timeline shows is held in memory. */
static const gsize MOST_BYTES = 64 * 1024 * 1024;
static const guint MOST_PICTURES = 200;

/* What is known of a file: each is read once, however many events show it. */
typedef struct {
    DlPicture *picture; /* NULL: it is none */
    char *reason;       /* why it is none */
} Known;

static void free_known(void *data) {
    Known *known = data;
    dl_picture_free(known->picture);
    g_free(known->reason);
    g_free(known);
}

GHashTable *dl_pictures_new(void) {
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_known);
}

static gsize count_bytes(GHashTable *pictures) {
    gsize n_bytes = 0;
    GHashTableIter iter;
    gpointer value;
    g_hash_table_iter_init(&iter, pictures);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        const Known *known = value;
        if (known->picture != NULL)
            n_bytes += g_bytes_get_size(known->picture->bytes);
    }
    return n_bytes;
}

static Known *read_picture(GHashTable *pictures, const char *path) {
    Known *known = g_new0(Known, 1);
    if (g_hash_table_size(pictures) >= MOST_PICTURES ||
        count_bytes(pictures) > MOST_BYTES) {
        known->reason =
            g_strdup("a timeline has at most 200 pictures, and 64 MiB of them");
        return known;
    }
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = dl_source_load(path, DL_PICTURE_BYTES, &error);
    if (bytes != NULL)
        known->picture = dl_picture_read(bytes, &known->reason);
    else
        known->reason = g_strdup(error->message);
    return known;
}

static const Known *find_picture(GHashTable *pictures, const char *path) {
    g_autofree char *identity = dl_include_identity(path);
    Known *known = g_hash_table_lookup(pictures, identity);
    if (known == NULL) {
        known = read_picture(pictures, path);
        g_hash_table_insert(pictures, g_steal_pointer(&identity), known);
    }
    return known;
}

static void load_picture(DlReader *reader, DlDraftImage *image) {
    const DlWord *file = &image->file;
    g_autofree char *path =
        dl_include_find(file->place.file, file, &dl_use_image, reader->problems);
    if (path == NULL)
        return;
    const Known *known = find_picture(reader->pictures, path);
    image->picture = dl_picture_copy(known->picture);
    if (known->picture == NULL)
        dl_problems_add(reader->problems, file->place, dl_use_image.code,
                        "cannot read `%s`: %s", file->text, known->reason);
}

DL_READER(read_file, DlDraftImage, image, dl_read_text(reader, value, &image->file))
DL_READER(read_credit, DlDraftImage, image, dl_read_text(reader, value, &image->credit))
DL_READER(read_alt, DlDraftImage, image, dl_read_text(reader, value, &image->alt))

static const DlField image_fields[] = {
    {"file", true, read_file},
    {"credit", false, read_credit},
    {"alt", false, read_alt},
};
static const DlFieldTable image_table = DL_FIELD_TABLE("an image", image_fields);

void dl_read_image(DlReader *reader, const DlNode *value, DlDraftImage *image) {
    const DlPlace key = reader->key;
    if (!dl_read_fields(reader, value, &image_table, key, image) ||
        image->file.text == NULL)
        return;
    load_picture(reader, image);
    if (image->alt.place.line == 0)
        dl_problems_warn(
            reader->problems, key, "missing-alt",
            "an image needs the key `alt`: what it shows, for those who do "
            "not see it");
}
