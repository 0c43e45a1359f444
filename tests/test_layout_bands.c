/* Eras behind an axis and measures above it: which are drawn, where, and what is said
 * about the others. */
#include "tests.h"

#include <string.h>

#include "drawing.h"
#include "render/render.h"

#define HEAD "timeline: {title: T, asof: 2000-06-01}\n"
#define EVENTS                                                                         \
    "events:\n"                                                                        \
    "  - {id: a, title: A, date: 1950-01-01}\n"                                        \
    "  - {id: b, title: B, date: 1960-01-01}\n"                                        \
    "  - {id: c, title: C, date: 1990-01-01}\n"                                        \
    "  - {id: d, title: D, date: 1992}\n"                                              \
    "  - {id: f, title: F, date: 1956}\n"                                              \
    "  - {id: u, title: U, date: unknown}\n"

#define LONG_NAME                                                                      \
    "An age of which the name is far longer than its band is on a page so low as this"
#define ENDLESS_NAME                                                                   \
    LONG_NAME " " LONG_NAME " " LONG_NAME " " LONG_NAME " " LONG_NAME " " LONG_NAME
#define LOW_PAGE "scale: linear, shape: vertical, page: {width: 150mm, height: 110mm}"

/* What is expected: for each era its title, row and number of stretches, for each
 * measure its ends, length and row, and what the foot says. */
static const struct row {
    const char *name, *bands, *chart, *expected;
} rows[] = {
    {"eras that follow one another share a row",
     "eras: [{title: E, start: 1951-01-01, end: 1960-12-31}, "
     "{title: F, start: 1961-01-01, end: 1970-12-31}]\n",
     "scale: linear", "era E row 0 of 1\nera F row 0 of 1\n"},
    {"one in another stands below it",
     "eras: [{title: E, start: 1955-01-01, end: 1960-12-31}, "
     "{title: F, start: 1951-01-01, end: 1990-12-31}]\n",
     "scale: linear", "era F row 0 of 1\nera E row 1 of 1\n"},
    {"a name that is longer than its era takes its room",
     "eras: [{title: A name of many letters, start: 1955-01-01, end: 1955-03-01}, "
     "{title: F, start: 1956-01-01, end: 1990-12-31}]\n",
     "scale: linear", "era A name of many letters row 0 of 1\nera F row 1 of 1\n"},
    {"ends that are not certain fade",
     "eras: [{title: E, start: 1955~, end: 1970-01-01}, "
     "{title: F, start: 1975-01-01, end: ongoing}]\n",
     "scale: linear, to: 2005", "era E row 0 of 2\nera F row 0 of 2\n"},
    {"an end that nobody gives fades away",
     "eras: [{title: E, start: unknown, end: 1970-01-01}]\n", "scale: linear",
     "era E row 0 of 1 fading\n"},
    {"an era outside the window is not drawn",
     "eras: [{title: E, start: 1800, end: 1850}, {title: F, start: 2100, end: 2200}, "
     "{title: G, start: unknown, end: 2200}]\n",
     "scale: linear", ""},
    {"an era is cut where the window ends",
     "eras: [{title: E, start: 1800, end: 2200}]\n", "scale: linear",
     "era E row 0 of 1\n"},
    {"a broken axis breaks an era", "eras: [{title: E, start: 1800, end: 2200}]\n",
     "scale: broken", "era E row 0 of 2\n"},
    {"what lies in a break is not drawn",
     "eras: [{title: E, start: 1970, end: 1975}]\n", "scale: broken", ""},
    {"eras on steps", "eras: [{title: E, start: 1955, end: 1991}]\n", "scale: sequence",
     "era E row 0 of 1\n"},
    {"a name that is too high for a low page is wider there",
     "eras: [{title: " LONG_NAME ", start: 1951-01-01, end: 1970-12-31}]\n", LOW_PAGE,
     "era " LONG_NAME " row 0 of 1\n"},
    {"a name that has no room there is told at the foot, and no other is",
     "eras: [{title: " ENDLESS_NAME ", start: 1951, end: 1970}, "
     "{title: F, start: 1955-01-01, end: 1990-12-31}]\n",
     LOW_PAGE,
     "era F row 0 of 1\nremark As of 1 June 2000. Not drawn: “" ENDLESS_NAME
     "” (1951–1970).\n"},
    {"so are the deepest beside an axis that they leave no room",
     "eras: [{title: Long-winded, start: 1951, end: 1990}, "
     "{title: E, start: 1952-01-01, end: 1990-12-31}, "
     "{title: Eloquence, start: 1953, end: 1990}]\n",
     "scale: linear, shape: vertical, page: {width: 62mm, height: auto}",
     "era E row 0 of 1\nremark As of 1 June 2000. Not drawn: “Long-winded” "
     "(1951–1990), “Eloquence” (1953–1990).\n"},
    {"eras are not shown where nobody asks",
     "eras: [{title: E, start: 1951, end: 1960}]\n", "show: [dates]", ""},
    {"measures that follow one another meet in one row",
     "measures: [{from: a, to: c}, {from: a, to: b}, {from: b, to: c}]\n",
     "scale: linear",
     "measure a b 10 years row 1\nmeasure b c 30 years row 1\n"
     "measure a c 40 years row 0\n"},
    {"a measure may be given backwards", "measures: [{from: c, to: a}]\n",
     "scale: linear", "measure c a 40 years row 0\n"},
    {"a date that is not certain makes a range", "measures: [{from: f, to: c}]\n",
     "scale: linear", "measure f c 33–34 years row 0\n"},
    {"a claim that holds is as it is made",
     "measures: [{from: a, to: d, claim: P42Y~}]\n", "scale: linear",
     "measure a d about 42 years row 0\n"},
    {"the length is said in the label",
     "measures: [{from: a, to: b, label: '{length} of A'}]\n", "scale: linear",
     "measure a b 10 years row 0: 10 years of A\n"},
    {"a measure to what is not in the chart is told",
     "measures: [{from: a, to: c, label: '{length} of A'}]\n",
     "scale: linear, to: 1970",
     "remark As of 1 June 2000. Not drawn: “40 years of A”.\n"},
    {"a measure to what has no date is told", "measures: [{from: a, to: u}]\n",
     "scale: linear", "remark As of 1 June 2000. Not drawn: “A – U”.\n"},
    {"a measure of other charts is not", "measures: [{from: b, to: c}]\n",
     "scale: linear, to: 1955", ""},
    {"both in a vertical chart",
     "eras: [{title: E, start: 1951, end: 1970}]\nmeasures: [{from: a, to: c}]\n",
     "scale: linear, shape: vertical, page: {width: 210mm, height: auto}",
     "era E row 0 of 3\nmeasure a c 40 years row 0\n"},
    {"labels come before brackets, whose lengths are told then",
     "measures: [{from: a, to: b}, {from: a, to: c}, {from: f, to: c}]\n",
     "scale: linear, shape: vertical, lanes: category, page: {width: 62mm, height: "
     "auto}",
     "remark As of 1 June 2000. Not drawn: “10 years”, “40 years”, “33–34 years”.\n"},
    {"both beside lanes",
     "eras: [{title: E, start: 1951-01-01, end: 1970-12-31}]\n"
     "measures: [{from: a, to: c}]\n",
     "scale: linear, lanes: status", "era E row 0 of 1\nmeasure a c 40 years row 0\n"},
    {"both beside vertical lanes",
     "eras: [{title: E, start: 1951-01-01, end: 1970-12-31}]\n"
     "measures: [{from: a, to: c}]\n",
     "scale: linear, lanes: status, shape: vertical, "
     "page: {width: 210mm, height: auto}",
     "era E row 0 of 1\nmeasure a c 40 years row 0\n"},
    {"what an inset shows whole is left to it",
     "eras: [{title: E, start: 1955, end: 1970-12-31}]\n"
     "measures: [{from: a, to: f}, {from: a, to: c}]\n",
     "scale: linear, insets: [{from: 1950, to: 1958, title: I}]",
     "era E row 0 of 2\nmeasure a c 40 years row 0\n"
     "era E row 0 of 2\nmeasure a f 6 years row 0\n"},
    {"segments show what lies in them",
     "eras: [{title: E, start: 1955-01-01, end: 1965-12-31}]\n"
     "measures: [{from: a, to: b}]\n",
     "segments: decade, scale: linear, page: {width: 210mm, height: auto}",
     "era E row 0 of 1\nmeasure a b 10 years row 0\nera E row 0 of 1\n"
     "measure a b 10 years row 0\n"},
};

static const DlSceneText *text_of(const DlSceneGroup *group) {
    for (guint i = 0; i < group->children->len; i++) {
        const DlSceneNode *node = group->children->pdata[i];
        if (node->kind == DL_NODE_TEXT)
            return &node->as.text;
    }
    return NULL;
}

static char *words_of(const DlSceneGroup *group) {
    g_autoptr(GString) words = g_string_new(NULL);
    const DlTextBlock *block = text_of(group)->block;
    for (guint i = 0; i < block->lines->len; i++)
        g_string_append_printf(
            words, "%s%s", words->len > 0 ? " " : "",
            g_strstrip(((DlTextLine *)block->lines->pdata[i])->text));
    return g_string_free(g_steal_pointer(&words), FALSE);
}

/* How far a group's words are across the axis: their edge, or their middle. */
static double across_of(const DlSceneGroup *group, bool vertical, bool is_middle) {
    const DlSceneText *text = text_of(group);
    const double size = vertical ? text->block->width : text->block->height;
    return (vertical ? text->at.x : text->at.y) + (is_middle ? size / 2 : 0);
}

/* The groups of the list that lie before it, but for those of its own row. */
static int row_of(const GPtrArray *groups, const DlSceneGroup *group, bool vertical,
                  bool is_middle) {
    const double own = across_of(group, vertical, is_middle);
    g_autoptr(GHashTable) rows_before = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < groups->len; i++) {
        const double across = across_of(groups->pdata[i], vertical, is_middle);
        if (across < own - 0.1)
            g_hash_table_add(rows_before, GINT_TO_POINTER((int)(across * 10)));
    }
    return (int)g_hash_table_size(rows_before);
}

static void list_era(GString *text, const GPtrArray *eras, const DlSceneGroup *era,
                     bool vertical) {
    int n = 0;
    bool fades = true;
    for (guint i = 0; i < era->children->len; i++) {
        const DlSceneNode *node = era->children->pdata[i];
        if (node->kind != DL_NODE_SHAPE || node->as.shape.stroke.width > 0)
            continue;
        n++;
        fades = fades && node->as.shape.fade.used;
    }
    g_autofree char *words = words_of(era);
    g_string_append_printf(text, "era %s row %d of %d%s\n", words,
                           row_of(eras, era, vertical, false), n,
                           fades ? " fading" : "");
}

static void list_measure(GString *text, const GPtrArray *measures,
                         const DlSceneGroup *measure, bool vertical) {
    g_autofree char *words = words_of(measure);
    const char *length = group_attribute(measure, "data-length");
    g_string_append_printf(text, "measure %s %s %s row %d",
                           group_attribute(measure, "data-from"),
                           group_attribute(measure, "data-to"), length,
                           row_of(measures, measure, vertical, true));
    if (strcmp(words, length) != 0)
        g_string_append_printf(text, ": %s", words);
    g_string_append_c(text, '\n');
}

static void list_panel(GString *text, const DlSceneGroup *panel, bool vertical) {
    g_autoptr(GPtrArray) eras = list_groups(panel, "era");
    g_autoptr(GPtrArray) measures = list_groups(panel, "measure");
    for (guint i = 0; i < eras->len; i++)
        list_era(text, eras, eras->pdata[i], vertical);
    for (guint i = 0; i < measures->len; i++)
        list_measure(text, measures, measures->pdata[i], vertical);
}

static char *list_bands(const DlScene *scene, bool vertical) {
    GString *text = g_string_new(NULL);
    const DlSceneGroup *root = dl_scene_page_root(scene->pages->pdata[0]);
    for (guint i = 0; i < root->children->len; i++)
        if (is_class(root->children->pdata[i], "panel") ||
            is_class(root->children->pdata[i], "segment") ||
            is_class(root->children->pdata[i], "inset"))
            list_panel(text, &((DlSceneNode *)root->children->pdata[i])->as.group,
                       vertical);
    g_autoptr(GPtrArray) remarks = list_groups(root, "remarks");
    g_autofree char *words = remarks->len > 0 ? words_of(remarks->pdata[0]) : NULL;
    if (words != NULL && strstr(words, "Not drawn") != NULL)
        g_string_append_printf(text, "remark %s\n", words);
    return g_string_free(text, FALSE);
}

static char *make_yaml(const struct row *row) {
    return g_strdup_printf(HEAD "%s" EVENTS "charts: [{%s}]\n", row->bands, row->chart);
}

static void test_bands(void **state) {
    const struct row *row = *state;
    g_autofree char *yaml = make_yaml(row);
    g_auto(Resolved) resolved = resolve_yaml(yaml);
    g_autoptr(DlMeasurer) measurer = dl_measurer_new_fixed();
    const DlChart *chart = resolved.timeline->charts->pdata[0];
    g_autoptr(DlScene) scene =
        draw_chart(resolved.timeline, chart, measurer, &chart->theme);
    g_autofree char *bands = list_bands(scene, chart->shape == DL_SHAPE_VERTICAL);
    assert_string_equal(bands, row->expected);
    assert_faultless(scene);
}

/* ---- Ends ---- */

static const DlSceneGroup *find_mark(const DlScene *scene, const char *id) {
    g_autoptr(GPtrArray) events =
        list_groups(dl_scene_page_root(scene->pages->pdata[0]), "event");
    for (guint i = 0; i < events->len; i++) {
        const DlSceneGroup *event = events->pdata[i];
        g_autoptr(GPtrArray) marks = list_groups(event, "mark");
        if (strcmp(event->event, id) == 0)
            return marks->pdata[0];
    }
    return NULL;
}

/* From the first to the last of its lines. */
static DlBox lines_box(const DlSceneGroup *measure) {
    DlBox box = dl_box_empty;
    for (guint i = 0; i < measure->children->len; i++) {
        const DlSceneNode *node = measure->children->pdata[i];
        if (node->kind == DL_NODE_SHAPE)
            box = dl_box_union(box, dl_path_box(node->as.shape.path));
    }
    return box;
}

static const struct end_row {
    const char *name, *chart;
    bool vertical;
} end_rows[] = {
    {"along a linear axis", "scale: linear", false},
    {"along a broken one", "scale: broken", false},
    {"on steps", "scale: sequence", false},
    {"beside lanes", "scale: linear, lanes: status", false},
    {"beside an axis that runs down",
     "scale: linear, shape: vertical, page: {width: 210mm, height: auto}", true},
    {"in a page too narrow for the words",
     "scale: linear, page: {width: 80mm, height: auto}", false},
};

static void test_ends(void **state) {
    const struct end_row *row = *state;
    g_autofree char *yaml = g_strdup_printf(
        HEAD
        "measures: [{from: a, to: b, label: 'All of {length}, and not a day'}]\n" EVENTS
        "charts: [{%s}]\n",
        row->chart);
    g_auto(Drawn) drawn = draw_yaml(yaml);
    g_autoptr(GPtrArray) measures =
        list_groups(dl_scene_page_root(drawn.scene->pages->pdata[0]), "measure");
    assert_int_equal(measures->len, 1);
    const DlBox box = lines_box(measures->pdata[0]);
    const DlBox from = dl_scene_group_box(find_mark(drawn.scene, "a"));
    const DlBox to = dl_scene_group_box(find_mark(drawn.scene, "b"));
    if (row->vertical) {
        assert_near(box.y, from.y + from.height / 2, 0.01);
        assert_near(box.y + box.height, to.y + to.height / 2, 0.01);
        return;
    }
    assert_near(box.x, from.x + from.width / 2, 0.01);
    assert_near(box.x + box.width, to.x + to.width / 2, 0.01);
}

/* ---- As programs read them ---- */

/* The lines of the JSON that hold eras and measures. */
static void test_golden(void **state) {
    (void)state;
    g_auto(Drawn) drawn = draw_yaml(
        HEAD "eras: [{title: E, start: 1951-01-01, end: 1990~}, "
             "{title: F, start: 1955, end: ongoing}]\n"
             "measures: [{from: a, to: b, label: '{length} of A'}, {from: f, to: "
             "c}]\n" EVENTS "charts: [{page: {width: 180mm, height: auto}}]\n");
    g_autoptr(DlMeasurer) measurer = dl_measurer_new_fixed();
    const DlRenderOptions options = {0};
    g_autoptr(GBytes) bytes =
        dl_format_find("json")->render(drawn.scene, 0, measurer, &options, NULL);
    gsize size = 0;
    g_autofree char *json =
        g_strndup(g_bytes_get_data(bytes, &size), g_bytes_get_size(bytes));
    g_auto(GStrv) lines = g_strsplit(json, "\n", -1);
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; lines[i] != NULL; i++)
        if (strstr(lines[i], "\"class\": \"era\"") != NULL ||
            strstr(lines[i], "\"class\": \"measure\"") != NULL)
            g_string_append_printf(text, "%s\n", lines[i]);
    assert_file_equals("tests/golden/bands.json", text->str);
}

/* ---- Many ---- */

static void append_many(GString *yaml, int n) {
    g_string_append(yaml, "eras:\n");
    for (int i = 0; i < n; i++)
        g_string_append_printf(yaml, "  - {title: E%d, start: %d, end: 2100}\n", i,
                               1000 + i % 900);
    g_string_append(yaml, "measures:\n");
    for (int i = 0; i < n; i++)
        g_string_append(yaml, "  - {from: a, to: b}\n");
}

/* More than can stand on one another is refused, at once. */
static void test_too_many(void **state) {
    (void)state;
    g_autoptr(GString) yaml = g_string_new(HEAD EVENTS);
    append_many(yaml, 20000);
    g_auto(Resolved) resolved = resolve_yaml(yaml->str);
    g_autoptr(DlMeasurer) measurer = dl_measurer_new_fixed();
    g_autoptr(GError) error = NULL;
    const DlChart *chart = resolved.timeline->charts->pdata[0];
    g_autoptr(DlLayout) layout =
        dl_layout_new(resolved.timeline, chart, measurer, &chart->theme, &error);
    assert_null(layout);
    assert_non_null(strstr(error->message, "does not fit its page"));
}

static const struct CMUnitTest others[] = {
    cmocka_unit_test(test_golden),
    cmocka_unit_test(test_too_many),
};

int main(void) {
    return run_rows(test_bands, rows) + run_rows(test_ends, end_rows) +
           cmocka_run_group_tests(others, NULL, NULL);
}
