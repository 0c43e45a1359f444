#include <cairo-pdf.h>

#include "render/formats.h"
#include "render/paint.h"
#include "render/pdf.h"

static const char CREATOR[] = "Dateline";

/* The moment that builds agree on, so that equal input gives equal bytes:
 * https://reproducible-builds.org/specs/source-date-epoch/ */
static char *build_time(void) {
    const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
    guint64 seconds = 0;
    if (epoch != NULL)
        g_ascii_string_to_unsigned(epoch, 10, 0, G_MAXINT64, &seconds, NULL);
    g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc((gint64)seconds);
    if (time == NULL)
        time = g_date_time_new_from_unix_utc(0);
    return g_date_time_format(time, "%Y-%m-%dT%H:%M:%SZ");
}

static char *join_keywords(const GPtrArray *keywords) {
    GString *joined = g_string_new(NULL);
    for (guint i = 0; i < keywords->len; i++) {
        g_string_append(joined, i == 0 ? "" : ", ");
        g_string_append(joined, keywords->pdata[i]);
    }
    return g_string_free(joined, FALSE);
}

static void set_metadata(cairo_surface_t *surface, const DlScene *scene) {
    g_autofree char *time = build_time();
    g_autofree char *keywords = join_keywords(scene->keywords);
    const struct {
        cairo_pdf_metadata_t key;
        const char *value;
    } rows[] = {
        {CAIRO_PDF_METADATA_TITLE, scene->title},
        {CAIRO_PDF_METADATA_AUTHOR, scene->author},
        {CAIRO_PDF_METADATA_SUBJECT, scene->description},
        {CAIRO_PDF_METADATA_KEYWORDS, keywords},
        {CAIRO_PDF_METADATA_CREATOR, CREATOR},
        {CAIRO_PDF_METADATA_CREATE_DATE, time},
        {CAIRO_PDF_METADATA_MOD_DATE, time},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if (rows[i].value != NULL && rows[i].value[0] != '\0')
            cairo_pdf_surface_set_metadata(surface, rows[i].key, rows[i].value);
}

static void collect_targets(GHashTable *targets, const DlSceneGroup *group) {
    if (group->id != NULL)
        g_hash_table_insert(targets, group->id, GINT_TO_POINTER(false));
    for (guint i = 0; i < group->children->len; i++) {
        const DlSceneNode *node = group->children->pdata[i];
        if (node->kind == DL_NODE_GROUP)
            collect_targets(targets, &node->as.group);
    }
}

static void begin_page(cairo_surface_t *surface, cairo_t *cr, const DlScene *scene,
                       guint index) {
    const DlScenePage *page = scene->pages->pdata[index];
    g_autofree char *label = g_strdup_printf("%u", index + 1);
    cairo_pdf_surface_set_size(surface, page->width, page->height);
    cairo_pdf_surface_set_page_label(surface, label);
    dl_paint_paper(cr, page);
}

/* One document holds all that is marked: ISO 32000-1, 14.8.4.2. */
static cairo_status_t paint_pages(cairo_surface_t *surface, const DlScene *scene,
                                  const DlMeasurer *measurer) {
    static const char DOCUMENT[] = "Document";
    g_autoptr(cairo_t) cr = cairo_create(surface);
    g_autoptr(GHashTable) targets = g_hash_table_new(g_str_hash, g_str_equal);
    g_auto(DlPainter) painter = {.measurer = measurer, .targets = targets};
    for (guint i = 0; i < scene->pages->len; i++)
        collect_targets(targets, dl_scene_page_root(scene->pages->pdata[i]));
    for (guint i = 0; i < scene->pages->len; i++) {
        begin_page(surface, cr, scene, i);
        if (i == 0)
            cairo_tag_begin(cr, DOCUMENT, NULL);
        dl_paint_page(&painter, cr, scene->pages->pdata[i]);
        if (i + 1 == scene->pages->len)
            cairo_tag_end(cr, DOCUMENT);
        cairo_show_page(cr);
    }
    return cairo_status(cr);
}

GBytes *dl_render_pdf(const DlScene *scene, int page, const DlMeasurer *measurer,
                      const DlRenderOptions *options, GError **error) {
    (void)page, (void)options;
    const DlScenePage *first = scene->pages->pdata[0];
    GByteArray *bytes = g_byte_array_new();
    g_autoptr(cairo_surface_t) surface = cairo_pdf_surface_create_for_stream(
        dl_paint_write, bytes, first->width, first->height);
    set_metadata(surface, scene);
    const cairo_status_t painting = paint_pages(surface, scene, measurer);
    dl_pdf_add_bookmarks(surface, scene);
    GBytes *pdf = dl_paint_take(surface, painting, bytes, error);
    return pdf == NULL ? NULL : dl_pdf_finish(pdf, scene, error);
}
