/* What every SVG keeps to, and what its options change. */
#include "rendering.h"

/* What a walk through an SVG has met. */
typedef struct {
    GPtrArray *ids, *references, *links; /* of char, owned */
    GString *text, *style;
    unsigned in_text, in_style;
    unsigned n_links_open;
} Walk;

static void check_element(const char *element) {
    static const char *const known[] = {
        "svg",  "title", "desc", "style", "defs", "path",           "g",    "use",
        "text", "tspan", "a",    "rect",  "stop", "linearGradient", "image"};
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
    else if (g_str_equal(element, "image") && g_str_has_suffix(name, "href"))
        assert_true(g_str_has_prefix(value, "data:image/png;base64,iVBOR"));
    else if (g_str_has_suffix(name, "href") && !g_str_has_prefix(value, "data:image/"))
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
    const char *id = walk->ids->pdata[0];
    g_autoptr(GRegex) selectors = g_regex_new("([^{}]*)\\{", 0, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    for (g_regex_match(selectors, walk->style->str, 0, &match);
         g_match_info_matches(match); g_match_info_next(match, NULL)) {
        g_autofree char *selector = g_match_info_fetch(match, 1);
        if (selector[0] != '@' &&
            (selector[0] != '#' || !g_str_has_prefix(selector + 1, id)))
            fail_msg("%s is not of the chart", selector);
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
    const DlRenderOptions options = {.live_text = row->live_text};
    g_autofree char *svg = render_text(row->new_measurer, "svg", &options, &row->words);
    g_autoptr(Walk) walk = walk_svg(svg);
    check_ids(walk);
    check_style(walk);
    assert_int_equal(walk->links->len, row->n_links);
    for (guint i = 0; i < walk->links->len; i++)
        assert_true(g_str_has_prefix(walk->links->pdata[i], "https://"));
    g_autofree char *label = g_strdup_printf("%s12 \n", row->words.title);
    assert_non_null(strstr(walk->text->str, label));
}

/* ---- Options ---- */

static const struct option_row {
    const char *name;
    DlRenderOptions options;
    const char *has, *has_not; /* NULL: nothing */
} option_rows[] = {
    {"a chart has the size of its page",
     {0},
     "width=\"105.833mm\" height=\"42.333mm\"",
     NULL},
    {"or of what is around it", {.responsive = true}, "width=\"100%\" viewBox", "mm\""},
    {"it has a look for dark screens", {0}, "prefers-color-scheme:dark", NULL},
    {"or none", {.no_dark = true}, NULL, "prefers-color-scheme"},
    {"a light colour becomes a dark one",
     {.id_prefix = "fig-1"},
     "#fig-1 [fill=\"#b03010\"]{fill:#ff8060}",
     NULL},
    {"or two, by a class", {0}, "-c0\" fill=\"#606060\"", NULL},
    {"without it no class is left", {.no_dark = true}, NULL, "-c0\""},
    {"ids begin with a hash", {0}, "id=\"d", NULL},
    {"or as they are told to",
     {.id_prefix = "fig-1"},
     "<g class=\"event\" id=\"fig-1-event-parade\"",
     "id=\"d"},
    {"classes of the style sheet too",
     {.id_prefix = "fig-1"},
     "#fig-1 .fig-1-c0{",
     NULL},
    {"live text names its font",
     {.live_text = true},
     " font-family=\"'Noto Serif',serif\" font-weight=\"700\"",
     "@font-face"},
    {"its root the one of most",
     {.live_text = true},
     " font-family=\"'Noto Sans',sans-serif\" font-size=\".01\" lang",
     "<text font-family=\"'Noto Sans"},
    {"or carries it",
     {.live_text = true, .embed_fonts = true, .id_prefix = "p"},
     "font-family=\"'p-f1','Noto Sans',sans-serif\"",
     NULL},
    {"as bold as it is",
     {.live_text = true, .embed_fonts = true, .id_prefix = "p"},
     "{font-family:'p-f0';font-weight:700;font-style:normal;src:url(data:font/"
     "otf;base64,",
     NULL},
    {"spaces stand as they are", {0}, " xml:space=\"preserve\"", NULL},
};

static void test_option(void **state) {
    const struct option_row *row = *state;
    g_autofree char *svg = render_text(new_pango, "svg", &row->options, &good);
    g_autoptr(Walk) walk = walk_svg(svg);
    check_ids(walk);
    check_style(walk);
    if (row->has != NULL && strstr(svg, row->has) == NULL)
        fail_msg("it has no %s", row->has);
    if (row->has_not != NULL && strstr(svg, row->has_not) != NULL)
        fail_msg("it has %s", row->has_not);
}

/* ---- What needs a page of its own ---- */

static void test_one_look(void **state) {
    (void)state;
    g_autoptr(DlMeasurer) measurer = dl_measurer_new_fixed();
    g_autoptr(DlScene) scene = make_scene(measurer, &good);
    DlScenePage *page = scene->pages->pdata[0];
    page->paper.dark = page->paper.light;
    g_autoptr(GBytes) bytes = render_scene(scene, measurer, "svg", NULL);
    assert_null(strstr(g_bytes_get_data(bytes, NULL), "prefers-color-scheme"));
}

/* Of a font that has no pictures, or is not there, there is nothing to see. */
static void test_emoji(void **state) {
    (void)state;
    g_autoptr(DlMeasurer) measurer =
        dl_measurer_new_pango("Noto Color Emoji", "Noto Color Emoji");
    const Words words = {"\U0001F680", NULL};
    g_autoptr(DlScene) scene = make_scene(measurer, &words);
    if (dl_measurer_missing(measurer)->len > 0)
        skip();
    g_autoptr(GBytes) bytes = render_scene(scene, measurer, "svg", NULL);
    const char *svg = g_bytes_get_data(bytes, NULL);
    assert_non_null(strstr(svg, "href=\"data:image/png;base64,"));
    assert_in_range(g_bytes_get_size(bytes), 1, 200000);
}

static const struct fact facts[] = {
    {"a page with one look has no other", test_one_look},
    {"emoji are pictures", test_emoji},
};

int main(void) {
    return run_rows(test_svg, svg_rows) + run_rows(test_option, option_rows) +
           run_rows(check_fact, facts);
}
