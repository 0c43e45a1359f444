#include <qpdf/qpdf-c.h>

#include "render/paint.h"
#include "render/pdf.h"
#include "render/render.h"

static void free_qpdf(qpdf_data *qpdf) {
    qpdf_cleanup(qpdf);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(qpdf_data, free_qpdf)

static bool set_error(qpdf_data qpdf, GError **error) {
    const char *reason = qpdf_get_error_full_text(qpdf, qpdf_get_error(qpdf));
    g_set_error(error, DL_RENDER_ERROR, DL_RENDER_ERROR_SURFACE,
                "cannot finish the PDF: %s", reason);
    return false;
}

static qpdf_oh one_flag(qpdf_data qpdf, const char *key) {
    const qpdf_oh dictionary = qpdf_oh_new_dictionary(qpdf);
    qpdf_oh_replace_key(qpdf, dictionary, key, qpdf_oh_new_bool(qpdf, QPDF_TRUE));
    return dictionary;
}

/* The entries of the catalogue: ISO 32000-1, 7.7.2. */
static void add_entries(qpdf_data qpdf, const DlScene *scene) {
    const qpdf_oh root = qpdf_get_root(qpdf);
    qpdf_oh_replace_key(qpdf, root, "/MarkInfo", one_flag(qpdf, "/Marked"));
    qpdf_oh_replace_key(qpdf, root, "/ViewerPreferences",
                        one_flag(qpdf, "/DisplayDocTitle"));
    if (scene->language != NULL)
        qpdf_oh_replace_key(qpdf, root, "/Lang",
                            qpdf_oh_new_unicode_string(qpdf, scene->language));
}

static void collect_alts(GPtrArray *alts, const DlSceneNode *node) {
    const char *alt = dl_paint_alt(node);
    if (alt != NULL)
        g_ptr_array_add(alts, (char *)alt);
    if (node->kind != DL_NODE_GROUP)
        return;
    const GPtrArray *children = node->as.group.children;
    for (guint i = 0; i < children->len; i++)
        collect_alts(alts, children->pdata[i]);
}

/* The figures of a structure element and those within it, in the order of drawing;
 * `next` is the first that has no words yet. ISO 32000-1, 14.7.2 and 14.9.3. */
static void add_alts(qpdf_data qpdf, qpdf_oh element, const GPtrArray *alts,
                     guint *next) {
    if (!qpdf_oh_is_dictionary(qpdf, element) || *next == alts->len)
        return;
    if (qpdf_oh_is_name_and_equals(qpdf, qpdf_oh_get_key(qpdf, element, "/S"),
                                   "/" DL_PAINT_FIGURE))
        qpdf_oh_replace_key(qpdf, element, "/Alt",
                            qpdf_oh_new_unicode_string(qpdf, alts->pdata[(*next)++]));
    const qpdf_oh kids = qpdf_oh_get_key(qpdf, element, "/K");
    if (!qpdf_oh_is_array(qpdf, kids)) {
        add_alts(qpdf, kids, alts, next);
        return;
    }
    const int n_kids = qpdf_oh_get_array_n_items(qpdf, kids);
    for (int i = 0; i < n_kids; i++)
        add_alts(qpdf, qpdf_oh_get_array_item(qpdf, kids, i), alts, next);
}

static void add_all_alts(qpdf_data qpdf, const DlScene *scene) {
    g_autoptr(GPtrArray) alts = g_ptr_array_new();
    for (guint i = 0; i < scene->pages->len; i++)
        collect_alts(alts, ((const DlScenePage *)scene->pages->pdata[i])->root);
    guint next = 0;
    add_alts(qpdf, qpdf_oh_get_key(qpdf, qpdf_get_root(qpdf), "/StructTreeRoot"), alts,
             &next);
}

static bool read_pdf(qpdf_data qpdf, GBytes *pdf, GError **error) {
    gsize size;
    const char *data = g_bytes_get_data(pdf, &size);
    qpdf_silence_errors(qpdf);
    /* Cairo names a pattern twice among the resources of a group that shows it twice.
     */
    qpdf_set_suppress_warnings(qpdf, QPDF_TRUE);
    if ((qpdf_read_memory(qpdf, "chart", data, size, NULL) & QPDF_ERRORS) != 0)
        return set_error(qpdf, error);
    return true;
}

static bool write_pdf(qpdf_data qpdf, GError **error) {
    qpdf_init_write_memory(qpdf);
    qpdf_set_deterministic_ID(qpdf, QPDF_TRUE);
    qpdf_set_object_stream_mode(qpdf, qpdf_o_generate);
    if ((qpdf_write(qpdf) & QPDF_ERRORS) != 0)
        return set_error(qpdf, error);
    return true;
}

GBytes *dl_pdf_finish(GBytes *pdf, const DlScene *scene, GError **error) {
    g_auto(qpdf_data) qpdf = qpdf_init();
    g_autoptr(GBytes) source = pdf; /* qpdf reads it until all is written */
    if (!read_pdf(qpdf, source, error))
        return NULL;
    add_entries(qpdf, scene);
    add_all_alts(qpdf, scene);
    if (!write_pdf(qpdf, error))
        return NULL;
    return g_bytes_new(qpdf_get_buffer(qpdf), qpdf_get_buffer_length(qpdf));
}
