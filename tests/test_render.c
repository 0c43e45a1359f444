/* The formats. Files of the fixed measurer are compared byte by byte; of real fonts,
 * and of Cairo, only what must hold is asked. */
#include "tests.h"

#include <string.h>

#include "render/render.h"

typedef DlMeasurer *(*NewMeasurer)(void);

static DlMeasurer *new_pango(void) {
    return dl_measurer_new_pango(NULL, NULL);
}

static const DlTextStyle title_style = {
    .size = 20, .weight = 700, .face = DL_FACE_SERIF};
static const DlTextStyle label_style = {.size = 8, .weight = 400};
static const DlTextStyle note_style = {.size = 5, .weight = 400, .rise = 3};

static DlPaint paint(unsigned light, unsigned dark) {
    return (DlPaint){dl_color_from_hex(light), dl_color_from_hex(dark)};
}

/* ---- A scene with all that a scene can hold ---- */

/* The user's words in it. */
typedef struct {
    const char *title, *link;
} Words;

static const Words good = {"Korean War armistice", "https://example.org/1953"};

static void add_heading(DlSceneGroup *root, DlMeasurer *measurer, const char *title) {
    DlSceneGroup *group = dl_scene_add_group(root, "heading");
    group->link = g_strdup("#event-parade");
    const DlTextPart part = {title, title_style, "en"};
    DlSceneText *text = dl_scene_add_text(
        group, (DlPoint){20, 10},
        dl_measurer_shape(measurer, &part, 1, 0, 1.25, DL_ALIGN_START), "en");
    dl_scene_text_add_part(text, paint(0x202020, 0xe0e0e0), false, NULL);
}

static void add_mark(DlSceneGroup *event, DlPoint at) {
    DlSceneGroup *mark = dl_scene_add_group(event, "mark");
    mark->has_at = true;
    mark->at = at;
    DlPath *circle = dl_path_new();
    dl_path_circle(circle, at, 4);
    DlSceneShape *shape = dl_scene_add_shape(mark, circle);
    shape->fill = paint(0xb03010, 0xff8060);
    shape->stroke_paint = paint(0xffffff, 0x101010);
    shape->stroke.width = 1;
    DlPath *shoulder = dl_path_new();
    dl_path_rectangle(shoulder, (DlBox){at.x, at.y - 2, 30, 4});
    shape = dl_scene_add_shape(mark, shoulder);
    shape->fill = paint(0xb03010, 0xff8060);
    shape->fade = (DlFade){true, at, {at.x + 30, at.y}, 1, 0};
}

static void add_leader(DlSceneGroup *event, DlPoint from, DlPoint to) {
    DlPath *path = dl_path_new();
    dl_path_move(path, from.x, from.y);
    dl_path_curve(path, from, to, to);
    DlSceneShape *shape = dl_scene_add_shape(event, path);
    shape->class_name = "leader";
    shape->stroke_paint = paint(0x808080, 0x808080);
    shape->stroke = (DlStroke){0.75, 3, 2, true};
}

static void add_picture(DlSceneGroup *group, DlPoint at, const char *alt) {
    char *data = NULL;
    gsize size = 0;
    const char path[] = "tests/broken/pictures/dot.png";
    assert_true(g_file_get_contents(path, &data, &size, NULL));
    g_autoptr(GBytes) bytes = g_bytes_new_take(data, size);
    const DlPicture picture = {DL_PICTURE_PNG, bytes, 12, 8};
    dl_scene_add_image(group, &picture, (DlBox){at.x, at.y - 20, 24, 16}, alt);
}

static void add_label(DlSceneGroup *event, DlMeasurer *measurer, DlPoint at,
                      const char *title) {
    DlSceneGroup *label = dl_scene_add_group(event, "label");
    add_picture(label, at, title);
    const DlTextPart parts[] = {{title, label_style, "en"}, {"12", note_style, "en"}};
    DlSceneText *text = dl_scene_add_text(
        label, at, dl_measurer_shape(measurer, parts, 2, 90, 1.25, DL_ALIGN_START),
        "en");
    dl_scene_text_add_part(text, paint(0x202020, 0xe0e0e0), false, NULL);
    dl_scene_text_add_part(text, paint(0x606060, 0xa0a0a0), true, "#source-12");
}

static void add_event(DlSceneGroup *root, DlMeasurer *measurer, const char *id,
                      double x, const Words *words) {
    DlSceneGroup *event = dl_scene_add_group(root, "event");
    event->event = g_strdup(id);
    event->id = g_strdup_printf("event-%s", id);
    event->title = g_strdup(words->title);
    event->link = g_strdup(words->link);
    dl_scene_set_attribute(event, "data-start", "1953-07-27");
    add_mark(event, (DlPoint){x, 100});
    add_leader(event, (DlPoint){x, 96}, (DlPoint){x, 75});
    add_label(event, measurer, (DlPoint){x, 50}, words->title);
}

static void add_source(DlSceneGroup *root, DlMeasurer *measurer) {
    DlSceneGroup *group = dl_scene_add_group(root, "sources");
    group->id = g_strdup("source-12");
    const DlTextPart part = {"12 Yonhap", label_style, "ko"};
    DlSceneText *text = dl_scene_add_text(
        group, (DlPoint){20, 108},
        dl_measurer_shape(measurer, &part, 1, 0, 1.25, DL_ALIGN_START), "ko");
    dl_scene_text_add_part(text, paint(0x606060, 0x606060), false, NULL);
}

static DlScene *make_scene(DlMeasurer *measurer, const Words *words) {
    DlScene *scene = dl_scene_new();
    scene->chart = g_strdup("overview");
    scene->title = g_strdup(words->title);
    scene->description = g_strdup("What happened when.");
    scene->language = g_strdup("en");
    scene->author = g_strdup("Ann Author");
    g_ptr_array_add(scene->keywords, g_strdup("war"));
    g_ptr_array_add(scene->keywords, g_strdup("peace"));
    for (int i = 0; i < 2; i++) {
        const DlScenePage *page =
            dl_scene_add_page(scene, 300, 120 + i, paint(0xffffff, 0x121212));
        DlSceneGroup *root = dl_scene_page_root(page);
        add_heading(root, measurer, words->title);
        add_event(root, measurer, "armistice", 20, words);
        add_event(root, measurer, "parade", 150, words);
        add_source(root, measurer);
    }
    return scene;
}

static GBytes *render_scene(const DlScene *scene, const DlMeasurer *measurer,
                            const char *format, bool live_text) {
    g_autoptr(GError) error = NULL;
    const DlRenderOptions options = {.live_text = live_text};
    GBytes *bytes =
        dl_format_find(format)->render(scene, 0, measurer, &options, &error);
    if (bytes == NULL)
        fail_msg("%s", error->message);
    return bytes;
}

static GBytes *render(NewMeasurer new_measurer, const char *format, bool live_text,
                      const Words *words) {
    g_autoptr(DlMeasurer) measurer = new_measurer();
    g_autoptr(DlScene) scene = make_scene(measurer, words);
    return render_scene(scene, measurer, format, live_text);
}

static char *render_text(NewMeasurer new_measurer, const char *format, bool live_text,
                         const Words *words) {
    g_autoptr(GBytes) bytes = render(new_measurer, format, live_text, words);
    gsize length;
    const char *data = g_bytes_get_data(bytes, &length);
    return g_strndup(data, length);
}

/* ---- Files as they are ---- */

static const struct golden_row {
    const char *name;
    const char *format, *file;
} golden_rows[] = {
    {"the SVG of a scene", "svg", "tests/golden/scene.svg"},
    {"the JSON of a scene", "json", "tests/golden/scene.json"},
};

static void test_golden(void **state) {
    const struct golden_row *row = *state;
    g_autofree char *text =
        render_text(dl_measurer_new_fixed, row->format, false, &good);
    assert_file_equals(row->file, text);
}

/* ---- Every SVG ---- */

/* What a walk through an SVG has met. */
typedef struct {
    GPtrArray *ids, *references, *links; /* of char, owned */
    GString *text, *style;
    unsigned in_text, in_style;
    unsigned n_links_open;
} Walk;

static void check_element(const char *element) {
    static const char *const known[] = {
        "svg",   "title", "desc", "style", "defs",  "path",          "g", "use", "text",
        "tspan", "a",     "rect", "stop",  "image", "linearGradient"};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if (g_str_equal(known[i], element))
            return;
    fail_msg("<%s> is not for embedding", element);
}

static void note_attribute(Walk *walk, const char *element, const char *name,
                           const char *value) {
    assert_false(g_str_has_prefix(name, "on"));
    if (g_str_equal(name, "id"))
        g_ptr_array_add(walk->ids, g_strdup(value));
    else if (g_str_equal(name, "href") && value[0] != '#' && g_str_equal(element, "a"))
        g_ptr_array_add(walk->links, g_strdup(value));
    else if (g_str_equal(element, "image") && g_str_equal(name, "href"))
        assert_true(g_str_has_prefix(value, "data:image/png;base64,iVBOR"));
    else if (g_str_equal(name, "href"))
        g_ptr_array_add(walk->references, g_strdup(value));
    else if (g_str_has_prefix(value, "url("))
        g_ptr_array_add(walk->references,
                        g_strndup(value + strlen("url("), strlen(value) - 5));
}

static void start_element(GMarkupParseContext *context, const char *element,
                          const char **names, const char **values, void *data,
                          GError **error) {
    (void)context, (void)error;
    Walk *walk = data;
    check_element(element);
    walk->in_text += g_str_equal(element, "text");
    walk->in_style += g_str_equal(element, "style");
    walk->n_links_open += g_str_equal(element, "a");
    assert_true(walk->n_links_open <= 1);
    for (size_t i = 0; names[i] != NULL; i++)
        note_attribute(walk, element, names[i], values[i]);
}

static void end_element(GMarkupParseContext *context, const char *element, void *data,
                        GError **error) {
    (void)context, (void)error;
    Walk *walk = data;
    walk->in_text -= g_str_equal(element, "text");
    walk->in_style -= g_str_equal(element, "style");
    walk->n_links_open -= g_str_equal(element, "a");
    if (g_str_equal(element, "text"))
        g_string_append_c(walk->text, '\n');
}

static void take_text(GMarkupParseContext *context, const char *text, gsize length,
                      void *data, GError **error) {
    (void)context, (void)error;
    Walk *walk = data;
    if (walk->in_text > 0)
        g_string_append_len(walk->text, text, (gssize)length);
    if (walk->in_style > 0)
        g_string_append_len(walk->style, text, (gssize)length);
}

static Walk *walk_svg(const char *svg) {
    static const GMarkupParser parser = {start_element, end_element, take_text, NULL,
                                         NULL};
    Walk *walk = g_new0(Walk, 1);
    walk->ids = g_ptr_array_new_with_free_func(g_free);
    walk->references = g_ptr_array_new_with_free_func(g_free);
    walk->links = g_ptr_array_new_with_free_func(g_free);
    walk->text = g_string_new(NULL);
    walk->style = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    GMarkupParseContext *context = g_markup_parse_context_new(&parser, 0, walk, NULL);
    if (!g_markup_parse_context_parse(context, svg, -1, &error) ||
        !g_markup_parse_context_end_parse(context, &error))
        fail_msg("%s", error->message);
    g_markup_parse_context_free(context);
    return walk;
}

static void walk_free(Walk *walk) {
    g_ptr_array_unref(walk->ids);
    g_ptr_array_unref(walk->references);
    g_ptr_array_unref(walk->links);
    g_string_free(walk->text, TRUE);
    g_string_free(walk->style, TRUE);
    g_free(walk);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Walk, walk_free)

static bool contains(const GPtrArray *strings, const char *wanted) {
    return g_ptr_array_find_with_equal_func((GPtrArray *)strings, wanted, g_str_equal,
                                            NULL);
}

static void check_ids(const Walk *walk) {
    const char *prefix = walk->ids->pdata[0];
    assert_int_equal(strlen(prefix), 9);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < walk->ids->len; i++) {
        assert_true(g_str_has_prefix(walk->ids->pdata[i], prefix));
        assert_true(g_hash_table_add(seen, walk->ids->pdata[i]));
    }
    for (guint i = 0; i < walk->references->len; i++) {
        const char *reference = walk->references->pdata[i];
        assert_int_equal(reference[0], '#');
        if (!contains(walk->ids, reference + 1))
            fail_msg("nothing has the id %s", reference + 1);
    }
}

/* Every selector stands under the root's id. */
static void check_style(const Walk *walk) {
    g_autofree char *root = g_strdup_printf("#%s .", (char *)walk->ids->pdata[0]);
    g_auto(GStrv) rules = g_strsplit(walk->style->str, "}", -1);
    for (char **rule = rules; *rule != NULL && (*rule)[0] != '\0'; rule++) {
        const char *selector = rule == rules ? strchr(*rule, '{') + 1 : *rule;
        assert_true(g_str_has_prefix(selector, root));
    }
}

static const struct svg_row {
    const char *name;
    NewMeasurer new_measurer;
    bool live_text;
    Words words;
    unsigned n_links; /* to other places */
} svg_rows[] = {
    {"outlines", new_pango, false, {"Armistice", "https://example.org/"}, 10},
    {"live text", new_pango, true, {"Armistice", "https://example.org/"}, 10},
    {"without fonts", dl_measurer_new_fixed, false, {"Armistice", NULL}, 0},
    {"Hangul and Arabic", new_pango, false, {"김정은 السلام x", NULL}, 0},
    {"markup in a title",
     new_pango,
     false,
     {"<script>1</script>", "https://example.org/?a=1&b=<2>"},
     10},
    {"the end of a CDATA section", new_pango, false, {"]]> & &amp; ' \"", NULL}, 0},
    {"a link that would run", new_pango, false, {"x", "javascript:alert(1)"}, 0},
    {"a link with data", new_pango, true, {"x", "data:text/html,x"}, 0},
    {"a link that leaves its attribute",
     dl_measurer_new_fixed,
     false,
     {"x", "https://example.org/\" onload=\"x"},
     10},
    {"a style sheet in a title", new_pango, false, {"</style>}*{fill:red}", NULL}, 0},
};

static void test_svg(void **state) {
    const struct svg_row *row = *state;
    g_autofree char *svg =
        render_text(row->new_measurer, "svg", row->live_text, &row->words);
    g_autoptr(Walk) walk = walk_svg(svg);
    check_ids(walk);
    check_style(walk);
    assert_int_equal(walk->links->len, row->n_links);
    for (guint i = 0; i < walk->links->len; i++)
        assert_true(g_str_has_prefix(walk->links->pdata[i], "https://"));
    g_autofree char *label = g_strdup_printf("%s12 \n", row->words.title);
    assert_non_null(strstr(walk->text->str, label));
}

/* ---- Every format ---- */

static const struct format_row {
    const char *name;
    const char *format, *start;
} format_rows[] = {
    {"SVG", "svg", "<?xml"},
    {"PDF", "pdf", "%PDF-1."},
    {"PNG", "png", "\x89PNG"},
    {"JSON", "json", "{\"chart\": \"overview\""},
    {"Cairo's SVG", "cairo-svg", "<?xml"},
};

static void test_twice_the_same(void **state) {
    const struct format_row *row = *state;
    g_autoptr(GBytes) first = render(new_pango, row->format, false, &good);
    g_autoptr(GBytes) second = render(new_pango, row->format, false, &good);
    assert_true(g_bytes_equal(first, second));
    assert_memory_equal(g_bytes_get_data(first, NULL), row->start, strlen(row->start));
}

static const struct name_row {
    const char *name;
    const char *path, *expected;
} name_rows[] = {
    {"a name ends in its format", "out/overview.svg", "svg"},
    {"the longest extension counts", "overview.cairo.svg", "cairo-svg"},
    {"capitals do not matter", "A.PDF", "pdf"},
    {"dots before it do not either", "a.b.png", "png"},
    {"an unknown extension is none", "overview.gif", NULL},
    {"an extension needs its dot", "overviewsvg", NULL},
    {"an extension alone is no name", ".svg", NULL},
    {"a name without one is none", "overview", NULL},
};

static void test_name(void **state) {
    const struct name_row *row = *state;
    const DlFormat *format = dl_format_of_file(row->path);
    if (row->expected == NULL)
        assert_null(format);
    else
        assert_string_equal(format->name, row->expected);
}

/* ---- PDF and PNG ---- */

static const struct pdf_row {
    const char *name;
    const char *epoch; /* NULL: not set */
    const char *expected;
} pdf_rows[] = {
    {"its page is as large as the scene's", NULL, "/MediaBox [ 0 0 300 120 ]"},
    {"each page has its own size", NULL, "/MediaBox [ 0 0 300 121 ]"},
    {"it has the title", NULL, "/Title (Korean War armistice)"},
    {"and the author", NULL, "/Author (Ann Author)"},
    {"and the keywords", NULL, "/Keywords (war, peace)"},
    {"and the description", NULL, "/Subject (What happened when.)"},
    {"and the links", NULL, "/URI (https://example.org/1953)"},
    {"it is made at no time", NULL, "19700101000000Z)"},
    {"or at the time of the build", "1756857600", "20250903000000Z)"},
    {"a time that is no number is none", "yesterday", "19700101000000Z)"},
    {"nor one after the calendar's end", "9223372036854775807", "19700101000000Z)"},
};

static bool holds(GBytes *bytes, const char *wanted) {
    gsize length;
    const char *data = g_bytes_get_data(bytes, &length);
    const gsize wanted_length = strlen(wanted);
    for (gsize i = 0; i + wanted_length <= length; i++)
        if (memcmp(data + i, wanted, wanted_length) == 0)
            return true;
    return false;
}

static void test_pdf(void **state) {
    const struct pdf_row *row = *state;
    if (row->epoch == NULL)
        g_unsetenv("SOURCE_DATE_EPOCH");
    else
        g_setenv("SOURCE_DATE_EPOCH", row->epoch, TRUE);
    g_autoptr(GBytes) bytes = render(new_pango, "pdf", false, &good);
    g_unsetenv("SOURCE_DATE_EPOCH");
    assert_true(holds(bytes, row->expected));
}

static void test_pdf_title_is_text(void **state) {
    (void)state;
    const Words words = {"x) /Author (Eve", NULL};
    g_autoptr(GBytes) bytes = render(new_pango, "pdf", false, &words);
    assert_false(holds(bytes, "(Eve"));
}

static unsigned read_number(const unsigned char *data) {
    return (unsigned)data[0] << 24 | (unsigned)data[1] << 16 | (unsigned)data[2] << 8 |
           data[3];
}

static void test_png_is_192_dpi(void **state) {
    (void)state;
    g_autoptr(GBytes) bytes = render(new_pango, "png", false, &good);
    const unsigned char *data = g_bytes_get_data(bytes, NULL);
    assert_int_equal(read_number(data + 16), 800);
    assert_int_equal(read_number(data + 20), 320);
}

static void test_png_has_limits(void **state) {
    (void)state;
    g_autoptr(DlMeasurer) measurer = dl_measurer_new_fixed();
    g_autoptr(DlScene) scene = make_scene(measurer, &good);
    DlScenePage *page = scene->pages->pdata[0];
    page->width = 20000;
    g_autoptr(GError) error = NULL;
    assert_null(dl_format_find("png")->render(scene, 0, measurer, NULL, &error));
    assert_true(g_error_matches(error, DL_RENDER_ERROR, DL_RENDER_ERROR_SIZE));
    assert_string_equal(error->message, "a PNG of this page would be 53334 x 320 "
                                        "pixels; at most 32767 are possible");
}

static void test_second_page_is_another(void **state) {
    (void)state;
    g_autoptr(DlMeasurer) measurer = dl_measurer_new_fixed();
    g_autoptr(DlScene) scene = make_scene(measurer, &good);
    const DlFormat *svg = dl_format_find("svg");
    g_autoptr(GBytes) bytes = svg->render(scene, 1, measurer, NULL, NULL);
    assert_non_null(strstr(g_bytes_get_data(bytes, NULL), "viewBox=\"0 0 300 121\""));
}

static void test_forgets_other_charts(void **state) {
    (void)state;
    g_autoptr(GBytes) alone = render(new_pango, "svg", false, &good);
    g_autoptr(DlMeasurer) measurer = new_pango();
    const DlTextPart other = {"Русский 김정은", title_style, "ru"};
    dl_text_block_free(dl_measurer_shape(measurer, &other, 1, 0, 1.25, DL_ALIGN_START));
    g_autoptr(DlScene) scene = make_scene(measurer, &good);
    g_autoptr(GBytes) after = render_scene(scene, measurer, "svg", false);
    assert_true(g_bytes_equal(alone, after));
}

static const struct fact_row {
    const char *name;
    CMUnitTestFunction check;
} fact_rows[] = {
    {"a title cannot write into the PDF", test_pdf_title_is_text},
    {"a PNG has 192 pixels to the inch", test_png_is_192_dpi},
    {"a page too large for a PNG is an error", test_png_has_limits},
    {"an SVG does not tell what was shaped before it", test_forgets_other_charts},
    {"an SVG is of one page", test_second_page_is_another},
};

static void test_fact(void **state) {
    const struct fact_row *row = *state;
    row->check(state);
}

int main(void) {
    return run_rows(test_golden, golden_rows) + run_rows(test_svg, svg_rows) +
           run_rows(test_twice_the_same, format_rows) + run_rows(test_name, name_rows) +
           run_rows(test_pdf, pdf_rows) + run_rows(test_fact, fact_rows);
}
