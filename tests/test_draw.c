/* What charts look like: that shapes and patterns can be told apart, that lanes are
 * named, and that a look reaches the picture. */
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
     "timeline: {title: T}\ncategories: {a: {label: A}}\n"
     "events: [{title: E, date: 2014, category: a}]\ncharts: [{lanes: category}]\n",
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
    cmocka_unit_test(test_same_shape),
    cmocka_unit_test(test_dark_svg),
    cmocka_unit_test(test_missing_font),
};

/* ---- Ends that nobody gives ---- */

static guint count_fades(const DlSceneGroup *group, bool *is_even) {
    guint count = 0;
    for (guint i = 0; i < group->children->len; i++) {
        const DlSceneNode *node = group->children->pdata[i];
        if (node->kind == DL_NODE_GROUP) {
            count += count_fades(&node->as.group, is_even);
        } else if (node->kind == DL_NODE_SHAPE && node->as.shape.fade.used) {
            const DlFade *fade = &node->as.shape.fade;
            *is_even = *is_even && fade->opacity_from == fade->opacity_to;
            count++;
        }
    }
    return count;
}

static const DlSceneGroup *event_group(const DlSceneGroup *group, const char *id) {
    if (g_strcmp0(group->event, id) == 0)
        return group;
    const DlSceneGroup *found = NULL;
    for (guint i = 0; i < group->children->len && found == NULL; i++) {
        const DlSceneNode *node = group->children->pdata[i];
        if (node->kind == DL_NODE_GROUP)
            found = event_group(&node->as.group, id);
    }
    return found;
}

static const struct end_row {
    const char *name, *date;
    guint n_fades;
    bool is_even; /* each is a dash of one strength */
} end_rows[] = {
    {"a start that nobody gives is dashed", "/2020-12-31T00:00:00", 4, true},
    {"so is an end", "2000-01-01T00:00:00/", 4, true},
    {"what is known is neither dashed nor faded",
     "2000-01-01T00:00:00/2020-12-31T00:00:00", 0, true},
    {"a start in doubt fades", "2000-01-01T00:00:00~/2020-12-31T00:00:00", 1, false},
};

static void test_ends(void **state) {
    const struct end_row *row = *state;
    g_autofree char *yaml = g_strdup_printf(
        "timeline: {title: T}\nevents:\n  - {title: A, date: \"%s\"}\n"
        "  - {title: B, date: 1980-01-01}\n  - {title: C, date: 2030-01-01}\n",
        row->date);
    g_auto(Drawn) drawn = draw_yaml(yaml);
    bool is_even = true;
    const DlSceneGroup *root = dl_scene_page_root(drawn.scene->pages->pdata[0]);
    assert_int_equal(count_fades(event_group(root, "a"), &is_even), row->n_fades);
    assert_int_equal(is_even, row->is_even);
}

int main(void) {
    return run_rows(test_ends, end_rows) + run_rows(test_marks, mark_rows) +
           run_rows(test_headings, heading_rows) +
           cmocka_run_group_tests(others, NULL, NULL);
}
