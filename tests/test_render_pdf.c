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

static void add_dated(DlSceneGroup *parent, const char *id, const char *shelf,
                      const char *year) {
    DlSceneGroup *event = add_chapter(parent, "event", id);
    event->event = g_strdup(id);
    event->id = g_strdup(id);
    dl_scene_add_shelf(event, shelf);
    dl_scene_add_shelf(event, year);
}

/* The groups of a page, and in them events as SHELF/YEAR/NAME; a name alone begins a
 * group of that class. */
static DlScene *make_pages(int n_pages, const char *text) {
    DlScene *scene = dl_scene_new();
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    for (int i = 0; i < n_pages; i++) {
        DlSceneGroup *root = dl_scene_page_root(
            dl_scene_add_page(scene, 300, 120, paint(0xffffff, 0x121212)));
        DlSceneGroup *group = root;
        for (char **word = words; *word != NULL; word++) {
            g_auto(GStrv) parts = g_strsplit(*word, "/", 3);
            if (g_strv_length(parts) == 2)
                group = add_chapter(root, g_intern_string(parts[0]), parts[1]);
            else
                add_dated(group, parts[2], parts[0][0] == '\0' ? NULL : parts[0],
                          parts[1][0] == '\0' ? NULL : parts[1]);
        }
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
    const char *groups, *expected;
} outline_rows[] = {
    {"events stand under their year", 1, "panel/P /1953/a /1953/b /1959/c",
     "1953(a b) 1959(c)"},
    {"but not where all have the same", 1,
     "segment/1953 /1953/a /1953/b segment/1954 "
     "/1954/c",
     "1953(a b) 1954(c)"},
    {"one without a date stands beside the years", 1, "panel/P /1953/a /1954/b //c",
     "1953(a) 1954(b) c"},
    {"lanes hold what is in them, in their order", 1,
     "lane/Talks lane/Wars panel/P Wars/1950/a Wars/1953/b Talks/1953/c",
     "Talks(c) Wars(1950(a) 1953(b))"},
    {"a lane of nothing is there", 1, "lane/Talks lane/Wars panel/P Talks/1953/a",
     "Talks(a) Wars"},
    {"eras stand where their events begin", 1,
     "era/War era/Peace panel/P /1949/a War/1950/b War/1953/c Peace/1954/d",
     "1949(a) War(1950(b) 1953(c)) Peace(d)"},
    {"insets and what has no date have a name", 1,
     "panel/P /1950/a /1951/b inset/Days /1953/c undated/Undated //d",
     "1950(a) 1951(b) Days(c) Undated(d)"},
    {"several pages stand above all", 2, "lane/Talks panel/P Talks/1953/a //b",
     "1(Talks(a) b) 2(Talks(a) b)"},
};

static void test_outline(void **state) {
    const struct outline_row *row = *state;
    g_autoptr(DlMeasurer) measurer = dl_measurer_new_fixed();
    g_autoptr(DlScene) scene = make_pages(row->n_pages, row->groups);
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

/* ---- Words for what has none ---- */

static const struct alt_row {
    const char *name;
    bool has_label;
} alt_rows[] = {
    {"an event without a label is told by its title", false},
    {"one with a label is not told twice", true},
};

static void test_alt(void **state) {
    const struct alt_row *row = *state;
    g_autoptr(DlMeasurer) measurer = new_pango();
    g_autoptr(DlScene) scene = dl_scene_new();
    DlSceneGroup *root = dl_scene_page_root(
        dl_scene_add_page(scene, 300, 120, paint(0xffffff, 0x121212)));
    DlSceneGroup *event = add_chapter(root, "event", "1953: Armistice");
    event->event = g_strdup("armistice");
    add_mark(event, (DlPoint){50, 50});
    if (row->has_label)
        add_label(event, measurer, (DlPoint){50, 60}, "Armistice");
    g_autoptr(GBytes) pdf = render_scene(scene, measurer, "pdf", NULL);
    g_autofree char *text = unpack(pdf);
    const bool is_told = strstr(text, "/Alt (1953: Armistice)") != NULL;
    assert_int_equal(is_told, !row->has_label);
}

/* The picture of a rocket is text all the same. */
static void test_emoji(void **state) {
    (void)state;
    if (!dl_font_family_exists("Noto Color Emoji"))
        skip();
    const Words words = {"\U0001F680 starts", NULL};
    g_autofree char *text = render_pdf(&words);
    assert_non_null(strstr(text, "/Subtype /Image"));
    g_autofree char *small = g_ascii_strdown(text, -1);
    assert_non_null(strstr(small, "/actualtext <feffd83dde80"));
}

static const struct CMUnitTest others[] = {
    cmocka_unit_test(test_emoji),
};

int main(void) {
    return run_rows(test_pdf, pdf_rows) + run_rows(test_attack, attack_rows) +
           run_rows(test_outline, outline_rows) + run_rows(test_alt, alt_rows) +
           cmocka_run_group_tests(others, NULL, NULL);
}
