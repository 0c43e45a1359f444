/* What charts look like: that shapes and patterns can be told apart, and that the
 * legend says what is in a chart and no more. */
#include "tests.h"

#include <string.h>

#include "dateline.h"
#include "drawing.h"

/* ---- Shapes and patterns ---- */

/* In black alone marks differ by eight shapes, and these by what is cut out of them;
 * bars by eight patterns, and by those of their halves. */
enum { N_KINDS = 20 };

static GString *kinds_yaml(void) {
    GString *yaml = g_string_new("timeline: {title: T}\ncategories:\n");
    for (int i = 0; i < N_KINDS; i++)
        g_string_append_printf(yaml, "  %c: {label: %c}\n", 'a' + i, 'A' + i);
    return yaml;
}

/* The mark of each category, moved to one place, as text. */
static GPtrArray *describe_marks(const DlScene *scene) {
    GPtrArray *marks = g_ptr_array_new_with_free_func(g_free);
    const DlSceneNode *page = ((const DlScenePage *)scene->pages->pdata[0])->root;
    g_autoptr(GQueue) queue = g_queue_new();
    g_queue_push_tail(queue, (void *)page);
    while (!g_queue_is_empty(queue)) {
        const DlSceneNode *node = g_queue_pop_head(queue);
        if (node->kind != DL_NODE_GROUP)
            continue;
        const DlSceneGroup *group = &node->as.group;
        for (guint i = 0; i < group->children->len; i++)
            g_queue_push_tail(queue, group->children->pdata[i]);
        if (strcmp(group->class_name, "mark") != 0)
            continue;
        GString *text = g_string_new(NULL);
        const DlBox box = dl_scene_group_box(group);
        for (guint i = 0; i < group->children->len; i++) {
            const DlSceneNode *child = group->children->pdata[i];
            const GArray *steps = child->as.shape.path->steps;
            for (guint j = 0; j < MIN(steps->len, 12); j++) {
                const DlPathStep *step = &g_array_index(steps, DlPathStep, j);
                g_string_append_printf(text, "%d %.1f %.1f,", (int)step->verb,
                                       step->points[0].x - box.x,
                                       step->points[0].y - box.y);
            }
        }
        g_ptr_array_add(marks, g_string_free(text, FALSE));
    }
    return marks;
}

static const struct mark_row {
    const char *name, *event;
} mark_rows[] = {
    {"points in print differ by shape", "{title: E%c, date: 2025, category: %c}"},
    {"bars in print differ by pattern",
     "{title: E%c, date: 2021-01-01/2025-01-01, category: %c}"},
};

static void test_marks(void **state) {
    const struct mark_row *row = *state;
    g_autoptr(GString) yaml = kinds_yaml();
    g_string_append(yaml, "events:\n");
    for (char letter = 'a'; letter < 'a' + N_KINDS; letter++) {
        g_auto(GStrv) parts = g_strsplit(row->event, "%c", 3);
        g_string_append_printf(yaml, "  - %s%c%s%c%s\n", parts[0], letter, parts[1],
                               letter, parts[2]);
    }
    g_string_append(yaml, "charts: [{theme: print, page: {width: 400mm}}]\n");
    g_auto(Drawn) drawn = draw_yaml(yaml->str);
    g_autoptr(GPtrArray) marks = describe_marks(drawn.scene);
    assert_int_equal(marks->len, N_KINDS);
    for (guint i = 0; i < marks->len; i++)
        for (guint j = 0; j < i; j++)
            assert_string_not_equal(marks->pdata[i], marks->pdata[j]);
}

/* Two that ask for one shape in one colour do not both have it. */
static void test_same_shape(void **state) {
    (void)state;
    g_auto(Drawn) drawn = draw_yaml(
        "timeline: {title: T}\ncategories: {a: {label: A, shape: square}, b: {label: "
        "B, "
        "shape: square}, c: {label: C}}\n"
        "events: [{title: A, date: 2023, category: a}, {title: B, date: 2024, "
        "category: "
        "b}, {title: C, date: 2025, category: c}]\ncharts: [{theme: print}]\n");
    g_autoptr(GPtrArray) marks = describe_marks(drawn.scene);
    assert_int_equal(marks->len, 3);
    assert_string_not_equal(marks->pdata[0], marks->pdata[1]);
    assert_string_not_equal(marks->pdata[0], marks->pdata[2]);
    assert_string_not_equal(marks->pdata[1], marks->pdata[2]);
}

/* ---- The legend ---- */

#define LINEAR "charts: [{scale: linear}]\n"
#define TWO "timeline: {title: T}\ncategories: {a: {label: A}, b: {label: B}}\n"

static const struct legend_row {
    const char *name, *yaml, *expected;
} legend_rows[] = {
    {"one category for all says nothing",
     TWO "events: [{title: E, date: 2014-01-01, category: a}, {title: F, date: "
         "2024-01-02, category: a}]\n" LINEAR,
     ""},
    {"one that not all have says something",
     TWO "events: [{title: E, date: 2014-01-01, category: a}, {title: F, date: "
         "2024-01-02}]\n" LINEAR,
     "A"},
    {"categories stand in the order of the file",
     TWO "events: [{title: E, date: 2014-01-01, category: b}, {title: F, date: "
         "2024-01-02, category: a}]\n" LINEAR,
     "A|B"},
    {"a category that no event has is not there",
     TWO "events: [{title: E, date: 2014-01-01, category: b}, {title: F, date: "
         "2024-01-02}]\n" LINEAR,
     "B"},
    {"statuses that occur, but not that something happened",
     TWO "events: [{title: E, date: 2014-01-01}, {title: F, date: 2024-01-02, status: "
         "planned}]\n" LINEAR,
     "planned"},
    {"color by status says also that something happened",
     TWO "events: [{title: E, date: 2014-01-01}, {title: F, date: 2024-01-02, status: "
         "planned}]\ncharts: [{scale: linear, color: status}]\n",
     "happened|planned"},
    {"color by status where all have one",
     TWO "events: [{title: E, date: 2014-01-01, status: planned}, {title: F, date: "
         "2024-01-02, status: planned}]\n"
         "charts: [{scale: linear, color: status}]\n",
     "planned"},
    {"what the lanes say is not said again",
     TWO "events: [{title: E, date: 2014-01-01, category: a, status: planned}, {title: "
         "F, date: 2024-01-02, category: b}]\n"
         "charts: [{scale: linear, lanes: category}]\n",
     "planned"},
    {"but for an event that is in none",
     TWO "events: [{title: E, date: 2014-01-01, category: a}, {title: F, date: "
         "2024-01-02, category: b}, {title: G, date: unknown, category: b}]\n"
         "charts: [{scale: linear, lanes: category}]\n",
     "A|B"},
    {"what lanes of actors say is not said again",
     "timeline: {title: T}\nactors: {k: {name: Kim}, x: {name: Xi}}\n"
     "events: [{title: E, date: 2014-01-02, actors: [k, x]}, {title: F, date: "
     "2024-01-02, actors: [x]}]\n"
     "charts: [{scale: linear, color: actor, lanes: actor}]\n",
     ""},
    {"but for an actor who has no lane",
     "timeline: {title: T}\nactors: {k: {name: Kim}, x: {name: Xi}}\n"
     "events: [{title: E, date: 2014-01-02, actors: [k, x]}, {title: F, date: "
     "2024-01-02, actors: [x]}]\n"
     "charts: [{scale: linear, color: actor, lanes: {actor: [x]}}]\n",
     "Kim|Xi"},
    {"actors stand in the order of their first event",
     "timeline: {title: T}\nactors: {k: {name: Kim}, x: {name: Xi}}\n"
     "events: [{title: E, date: 2024-01-02, actors: [k, x]}, {title: F, date: "
     "2014-01-01, actors: [x]}]\ncharts: [{scale: linear, color: actor}]\n",
     "Xi|Kim"},
    {"a doubt that is too short to be seen is not there",
     TWO
     "events: [{title: E, date: 2014-01-01}, {title: F, date: 2024-01-02}]\n" LINEAR,
     ""},
    {"a doubt", TWO "events: [{title: E, date: 2024~}]\n", "exact time not known"},
    {"without color, no hues",
     TWO "events: [{title: E, date: 2014-01-01, category: b}, {title: F, date: "
         "2024-01-02, category: a}]\ncharts: [{scale: linear, color: none}]\n",
     ""},
};

static const DlSceneGroup *find_legend(const DlScene *scene) {
    const DlScenePage *page = scene->pages->pdata[0];
    const GPtrArray *children = page->root->as.group.children;
    for (guint i = 0; i < children->len; i++) {
        const DlSceneNode *node = children->pdata[i];
        if (strcmp(node->as.group.class_name, "legend") == 0)
            return &node->as.group;
    }
    return NULL;
}

static void test_legend(void **state) {
    const struct legend_row *row = *state;
    g_auto(Drawn) drawn = draw_yaml(row->yaml);
    g_autoptr(GString) text = g_string_new(NULL);
    const DlSceneGroup *legend = find_legend(drawn.scene);
    for (guint i = 0; legend != NULL && i < legend->children->len; i++) {
        const DlSceneNode *node = legend->children->pdata[i];
        if (node->kind != DL_NODE_TEXT)
            continue;
        const DlTextLine *line = node->as.text.block->lines->pdata[0];
        g_string_append_printf(text, "%s%s", text->len > 0 ? "|" : "", line->text);
    }
    assert_string_equal(text->str, row->expected);
}

static guint count_shapes(const DlSceneGroup *group) {
    guint count = 0;
    for (guint i = 0; i < group->children->len; i++)
        count +=
            ((const DlSceneNode *)group->children->pdata[i])->kind == DL_NODE_SHAPE;
    return count;
}

/* Two signs; and two bars with their patterns only where bars are drawn. */
static void test_legend_bars(void **state) {
    static const char *const yaml =
        TWO "events: [{title: E, date: 2014-01-01/%s, category: a}, "
            "{title: F, date: 2024-01-01/2024-01-02, category: b}]\n"
            "charts: [{scale: linear, theme: print}]\n";
    (void)state;
    g_autofree char *short_one = g_strdup_printf(yaml, "2014-01-02");
    g_auto(Drawn) points = draw_yaml(short_one);
    assert_int_equal(count_shapes(find_legend(points.scene)), 2);
    g_autofree char *long_one = g_strdup_printf(yaml, "2022-01-02");
    g_auto(Drawn) bar = draw_yaml(long_one);
    assert_int_equal(count_shapes(find_legend(bar.scene)), 3);
}

/* ---- The text alternative ---- */

#define TOLD "timeline: {title: T, description: What it shows}\n"

static const struct story_row {
    const char *name, *yaml, *description, *story;
} story_rows[] = {
    {"events are told in the order of time, after the description",
     TOLD "events: [{title: F, date: 1959}, {title: E, date: 1953-07-27}]\n",
     "What it shows", "What it shows. 27 July 1953: E. 1959: F."},
    {"without one the events alone",
     "timeline: {title: T}\nevents: [{title: E!, date: 1953}, {title: F, date: "
     "1959}]\n",
     "", "1953: E! 1959: F."},
    {"a date is said once",
     TOLD "events: [{title: E, date: 1953}, {title: F, date: 1953}, {title: G, date: "
          "1959}]\n",
     "What it shows", "What it shows. 1953: E; F. 1959: G."},
    {"an end with a length is called the end",
     TOLD "events: [{title: E, end: 1953-07-27, duration: P3D}]\n", "What it shows",
     "What it shows. until 27 July 1953\u00a0· 3 days: E."},
    {"with its place and its status",
     "timeline: {title: T}\nplaces: {b: {name: Beijing}}\nevents: [{title: E, date: "
     "2030, place: b, status: planned}]\n",
     "", "2030 · planned: E (Beijing)."},
    {"a chart with a title of its own has a description of its own",
     TOLD "events: [{title: E, date: 1953}]\ncharts: [{title: C, subtitle: S, caption: "
          "Z}]\n",
     "S. Z.", "S. Z. 1953: E."},
};

static void test_story(void **state) {
    const struct story_row *row = *state;
    g_auto(Drawn) drawn = draw_yaml(row->yaml);
    assert_string_equal(drawn.scene->description, row->description);
    assert_string_equal(drawn.scene->story, row->story);
}

/* Of many events the weightiest are told, still in the order of time. */
static void test_long_story(void **state) {
    (void)state;
    g_autoptr(GString) yaml = g_string_new("timeline: {title: T}\nevents:\n");
    for (int year = 1000; year < 1100; year++)
        g_string_append_printf(yaml, "  - {title: E, date: %d, weight: %d}\n", year,
                               year >= 1050 ? 4 : 2);
    g_string_append(yaml, "charts: [{labels: fit}]\n");
    g_auto(Drawn) drawn = draw_yaml(yaml->str);
    const char *story = drawn.scene->story;
    assert_true(g_str_has_prefix(story, "1000: E. 1001: E."));
    assert_non_null(strstr(story, " 1009: E. 1050: E. "));
    assert_true(g_str_has_suffix(story, " 1099: E. 40 more events."));
}

/* ---- Headings of lanes ---- */

static const struct heading_row {
    const char *name, *yaml, *expected;
} heading_rows[] = {
    {"a lane of a person has the name in its own letters too",
     "timeline: {title: T}\nactors: {k: {name: Layla, native: ليلى}}\n"
     "events: [{title: E, date: 2014, actors: [k]}]\ncharts: [{lanes: actor}]\n",
     "Layla ليلى"},
    {"a lane of a place says what that lies within",
     "timeline: {title: T}\nplaces: {c: {name: China}, b: {name: Beijing, within: c}}\n"
     "events: [{title: E, date: 2014, place: b}]\ncharts: [{lanes: place}]\n",
     "Beijing China"},
    {"a lane of a category has its label alone",
     TWO "events: [{title: E, date: 2014, category: a}]\ncharts: [{lanes: category}]\n",
     "A"},
};

/* Every run has a part of the text that says what it is painted in. */
static char *describe_heading(const DlSceneText *text) {
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < text->block->lines->len; i++) {
        const DlTextLine *line = text->block->lines->pdata[i];
        g_string_append_printf(words, "%s%s", i > 0 ? "|" : "", line->text);
        for (guint j = 0; j < line->runs->len; j++) {
            const DlGlyphRun *run = line->runs->pdata[j];
            assert_true(run->part < (int)text->parts->len);
        }
    }
    return g_string_free(words, FALSE);
}

static const DlSceneText *find_heading(const DlSceneNode *node, bool in_lane) {
    if (node->kind == DL_NODE_TEXT)
        return in_lane ? &node->as.text : NULL;
    if (node->kind != DL_NODE_GROUP)
        return NULL;
    const DlSceneGroup *group = &node->as.group;
    const bool is_lane = in_lane || strcmp(group->class_name, "lane") == 0;
    const DlSceneText *found = NULL;
    for (guint i = 0; i < group->children->len && found == NULL; i++)
        found = find_heading(group->children->pdata[i], is_lane);
    return found;
}

static void test_headings(void **state) {
    const struct heading_row *row = *state;
    g_auto(Drawn) drawn = draw_yaml(row->yaml);
    const DlScenePage *page = drawn.scene->pages->pdata[0];
    const DlSceneText *heading = find_heading(page->root, false);
    assert_non_null(heading);
    g_autofree char *words = describe_heading(heading);
    assert_string_equal(words, row->expected);
}

/* ---- Bookmarks ---- */

#define ERAS                                                                           \
    "timeline: {title: T}\neras: [{title: War, start: 1950, end: 1959}, {title: "      \
    "Truce, start: 1953, end: 1955}]\n"

static const struct shelf_row {
    const char *name, *yaml, *expected;
} shelf_rows[] = {
    {"events stand under their year",
     "timeline: {title: T}\nevents: [{title: E, date: 1953}, {title: F, date: "
     "unknown}]\n",
     "1953/e f"},
    {"and under their era, of several the one that began last",
     ERAS "events: [{title: E, date: 1951}, {title: F, date: 1954}, {title: G, date: "
          "1960}]\n",
     "1950–1959: War/1951/e 1953–1955: Truce/1954/f 1960/g"},
    {"an event stands under each of its lanes",
     "timeline: {title: T}\nactors: {k: {name: Kim}, x: {name: Xi}}\nevents: [{title: "
     "E, date: 1953, actors: [k, x]}, {title: F, date: 1959, actors: [x]}]\ncharts: "
     "[{lanes: actor, scale: linear}]\n",
     "Kim/1953/e Xi/1953/e Xi/1959/f"},
    {"but only once in the key",
     "timeline: {title: T}\nevents: [{title: E, date: 1953}, {title: F, date: 1954}]\n"
     "charts: [{labels: numbered}]\n",
     "1953/e 1954/f"},
};

static void list_shelves(const DlSceneGroup *group, GString *text) {
    if (group->event != NULL && group->shelves != NULL) {
        g_string_append(text, text->len > 0 ? " " : "");
        for (guint i = 0; i < group->shelves->len; i++)
            g_string_append_printf(text, "%s/", (char *)group->shelves->pdata[i]);
        g_string_append(text, group->event);
    }
    for (guint i = 0; i < group->children->len; i++) {
        const DlSceneNode *node = group->children->pdata[i];
        if (node->kind == DL_NODE_GROUP)
            list_shelves(&node->as.group, text);
    }
}

static void test_shelves(void **state) {
    const struct shelf_row *row = *state;
    g_auto(Drawn) drawn = draw_yaml(row->yaml);
    g_autoptr(GString) text = g_string_new(NULL);
    list_shelves(dl_scene_page_root(drawn.scene->pages->pdata[0]), text);
    assert_string_equal(text->str, row->expected);
}

/* ---- Through the library ---- */

static DlDateline *read_first(void) {
    const char *const files[] = {"docs/first.yaml", NULL};
    return dl_dateline_read(files, NULL, NULL);
}

static void test_dark_svg(void **state) {
    (void)state;
    g_autoptr(DlDateline) dateline = read_first();
    const DlDrawOptions options = {.theme = "dark"};
    g_autoptr(GPtrArray) files = dl_dateline_render(
        dateline, dl_dateline_chart_id(dateline, 0), "svg", &options, NULL);
    size_t size = 0;
    const char *svg = g_bytes_get_data(files->pdata[0], &size);
    g_autofree char *text = g_strndup(svg, size);
    assert_null(strstr(text, "prefers-color-scheme"));
    assert_non_null(strstr(text, "#16181c"));
}

static void test_missing_font(void **state) {
    (void)state;
    g_autoptr(DlDateline) dateline = read_first();
    g_autofree char *path = NULL;
    const int file = g_file_open_tmp("dateline-XXXXXX.yaml", &path, NULL);
    assert_true(file >= 0 && g_close(file, NULL));
    assert_true(g_file_set_contents(
        path, "typefaces: {title: [No Such Letters, Nor These], text: serif}\n", -1,
        NULL));
    const DlDrawOptions options = {.theme = path};
    g_autofree char *reasons = dl_dateline_explain(
        dateline, dl_dateline_chart_id(dateline, 0), &options, NULL);
    g_remove(path);
    assert_non_null(reasons);
    g_autofree char *warnings = dl_dateline_warnings(dateline);
    assert_string_equal(warnings, "warning: no font of the theme's typeface `title` is "
                                  "installed: No Such Letters, Nor These\n");
}

static const struct CMUnitTest others[] = {
    cmocka_unit_test(test_same_shape),   cmocka_unit_test(test_legend_bars),
    cmocka_unit_test(test_long_story),   cmocka_unit_test(test_dark_svg),
    cmocka_unit_test(test_missing_font),
};

int main(void) {
    return run_rows(test_marks, mark_rows) + run_rows(test_legend, legend_rows) +
           run_rows(test_story, story_rows) + run_rows(test_headings, heading_rows) +
           run_rows(test_shelves, shelf_rows) +
           cmocka_run_group_tests(others, NULL, NULL);
}
