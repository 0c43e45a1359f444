/* PDF, read again by qpdf: what Cairo and we wrote, with nothing packed. */
#include "rendering.h"

#include <qpdf/qpdf-c.h>

/* The file as text, in the order of its objects' first use. */
static char *unpack(GBytes *pdf) {
    gsize size;
    const char *data = g_bytes_get_data(pdf, &size);
    qpdf_data qpdf = qpdf_init();
    qpdf_silence_errors(qpdf);
    assert_int_equal(qpdf_read_memory(qpdf, "test", data, size, NULL), QPDF_SUCCESS);
    qpdf_init_write_memory(qpdf);
    qpdf_set_qdf_mode(qpdf, QPDF_TRUE);
    qpdf_set_object_stream_mode(qpdf, qpdf_o_disable);
    qpdf_set_static_ID(qpdf, QPDF_TRUE);
    assert_int_equal(qpdf_write(qpdf), QPDF_SUCCESS);
    const char *plain = (const char *)qpdf_get_buffer(qpdf);
    GString *text = g_string_new(NULL);
    for (gsize i = 0; i < qpdf_get_buffer_length(qpdf); i++)
        g_string_append_c(text, plain[i] == '\0' ? ' ' : plain[i]);
    qpdf_cleanup(&qpdf);
    return g_string_free(text, FALSE);
}

static char *render_pdf(const Words *words) {
    g_autoptr(GBytes) pdf = render(new_pango, "pdf", NULL, words);
    return unpack(pdf);
}

static const struct pdf_row {
    const char *name;
    const char *epoch; /* NULL: not set */
    const char *expected;
} pdf_rows[] = {
    {"its page is as large as the scene's", NULL,
     "/MediaBox [\n    0\n    0\n    300\n    120\n"},
    {"each page has its own size", NULL,
     "/MediaBox [\n    0\n    0\n    300\n    121\n"},
    {"it has the title", NULL, "/Title (Korean War armistice)"},
    {"and a window shows it", NULL, "/DisplayDocTitle true"},
    {"and the author", NULL, "/Author (Ann Author)"},
    {"and the keywords", NULL, "/Keywords (war, peace)"},
    {"and the description", NULL, "/Subject (What happened when.)"},
    {"and the language", NULL, "/Lang (en)"},
    {"and the links", NULL, "/URI (https://example.org/1953)"},
    {"a link within it goes to its place", NULL, "/Dest (event-parade)"},
    {"which can be named from outside", NULL, "/Names [\n    (event-armistice)"},
    {"text is marked as text", NULL, "/S /H1"},
    {"pictures have their words", NULL, "/Alt (Korean War armistice)"},
    {"in one document", NULL, "/S /Document"},
    {"which says so", NULL, "/Marked true"},
    {"pages are numbered", NULL, "/PageLabels"},
    {"it is made at no time", NULL, "19700101000000Z)"},
    {"or at the time of the build", "1756857600", "20250903000000Z)"},
    {"a time that is no number is none", "yesterday", "19700101000000Z)"},
    {"nor one after the calendar's end", "9223372036854775807", "19700101000000Z)"},
};

static void test_pdf(void **state) {
    const struct pdf_row *row = *state;
    if (row->epoch == NULL)
        g_unsetenv("SOURCE_DATE_EPOCH");
    else
        g_setenv("SOURCE_DATE_EPOCH", row->epoch, TRUE);
    g_autofree char *text = render_pdf(&good);
    g_unsetenv("SOURCE_DATE_EPOCH");
    if (strstr(text, row->expected) == NULL)
        fail_msg("it has no %s", row->expected);
}

/* What a word of the user's must not become. */
static const struct attack_row {
    const char *name;
    Words words;
    const char *forbidden;
} attack_rows[] = {
    {"a title cannot write into the PDF",
     {"x) /Author (Eve", NULL},
     "\n  /Author (Eve"},
    {"a link cannot become an action",
     {"x", "https://x.org/a)>>/S/JavaScript/JS(app.alert(1))"},
     "/S /JavaScript"},
    {"nor end its name", {"x", "https://x.org/'uri='https://y.org"}, "(https://y.org)"},
    {"a link that would run is none", {"x", "javascript:alert(1)"}, "/URI"},
    {"a link to nothing is none", {"x", "#event-nowhere"}, "nowhere"},
    {"nor does it end its name", {"x", "#a' uri='https://y.org/"}, "/URI"},
};

static void test_attack(void **state) {
    const struct attack_row *row = *state;
    g_autofree char *text = render_pdf(&row->words);
    const char *found = strstr(text, row->forbidden);
    if (found != NULL)
        fail_msg("%.60s", found);
}

/* ---- Bookmarks ---- */

static DlSceneGroup *add_chapter(DlSceneGroup *parent, const char *class_name,
                                 const char *title) {
    DlSceneGroup *group = dl_scene_add_group(parent, class_name);
    group->title = g_strdup(title);
    return group;
}

static void add_dated(DlSceneGroup *parent, const char *id, const char *year) {
    DlSceneGroup *event = add_chapter(parent, "event", id);
    event->event = g_strdup(id);
    event->id = g_strdup(id);
    event->shelf = g_strdup(year);
}

static DlScene *make_pages(int n_pages) {
    DlScene *scene = dl_scene_new();
    for (int i = 0; i < n_pages; i++) {
        DlSceneGroup *root = dl_scene_page_root(
            dl_scene_add_page(scene, 300, 120, paint(0xffffff, 0x121212)));
        DlSceneGroup *lane = add_chapter(root, "lane", "Talks");
        add_chapter(lane, "era", "Cold War");
        g_autofree char *first = g_strdup_printf("e%d-1", i);
        g_autofree char *second = g_strdup_printf("e%d-2", i);
        g_autofree char *third = g_strdup_printf("e%d-3", i);
        add_dated(lane, first, "1953");
        add_dated(lane, second, "1953");
        add_dated(root, third, NULL);
    }
    return scene;
}

static void append_outline(GString *out, qpdf_data qpdf, qpdf_oh parent) {
    const char *separator = "";
    for (qpdf_oh item = qpdf_oh_get_key(qpdf, parent, "/First");
         qpdf_oh_is_dictionary(qpdf, item);
         item = qpdf_oh_get_key(qpdf, item, "/Next")) {
        g_string_append_printf(
            out, "%s%s", separator,
            qpdf_oh_get_utf8_value(qpdf, qpdf_oh_get_key(qpdf, item, "/Title")));
        separator = " ";
        if (!qpdf_oh_has_key(qpdf, item, "/First"))
            continue;
        g_string_append_c(out, '(');
        append_outline(out, qpdf, item);
        g_string_append_c(out, ')');
    }
}

static const struct outline_row {
    const char *name;
    int n_pages;
    const char *expected;
} outline_rows[] = {
    {"bookmarks nest: lanes, eras, years, events", 1,
     "Talks(Cold War 1953(e0-1 e0-2)) e0-3"},
    {"several pages stand above them", 2,
     "1(Talks(Cold War 1953(e0-1 e0-2)) e0-3) "
     "2(Talks(Cold War 1953(e1-1 e1-2)) e1-3)"},
};

static void test_outline(void **state) {
    const struct outline_row *row = *state;
    g_autoptr(DlMeasurer) measurer = dl_measurer_new_fixed();
    g_autoptr(DlScene) scene = make_pages(row->n_pages);
    g_autoptr(GBytes) pdf = render_scene(scene, measurer, "pdf", NULL);
    gsize size;
    const char *data = g_bytes_get_data(pdf, &size);
    qpdf_data qpdf = qpdf_init();
    assert_int_equal(qpdf_read_memory(qpdf, "test", data, size, NULL), QPDF_SUCCESS);
    g_autoptr(GString) outline = g_string_new(NULL);
    append_outline(outline, qpdf,
                   qpdf_oh_get_key(qpdf, qpdf_get_root(qpdf), "/Outlines"));
    qpdf_cleanup(&qpdf);
    assert_string_equal(outline->str, row->expected);
}

int main(void) {
    return run_rows(test_pdf, pdf_rows) + run_rows(test_attack, attack_rows) +
           run_rows(test_outline, outline_rows);
}
