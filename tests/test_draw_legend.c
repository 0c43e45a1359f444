/* The legend says what is in a chart, and no more. */
#include "tests.h"

#include <math.h>
#include <string.h>

#include "drawing.h"

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

/* How many rows of words there are. */
static guint count_rows(const DlSceneGroup *legend) {
    guint count = 0;
    double last = -INFINITY;
    for (guint i = 0; i < legend->children->len; i++) {
        const DlSceneNode *node = legend->children->pdata[i];
        if (node->kind != DL_NODE_TEXT || node->as.text.at.y == last)
            continue;
        last = node->as.text.at.y;
        count++;
    }
    return count;
}

/* Where samples of bars have no room, and where they are not there. */
static void test_legend_closes_up(void **state) {
    static const char *const yaml =
        TWO "events: [{title: E, date: 2014-01-01/%s, category: a}, "
            "{title: F, date: 2024-01-01/%s, category: b}]\n"
            "charts: [{scale: linear, theme: print, page: {width: 42mm, height: auto}, "
            "labels: none, show: [legend]}]\n";
    (void)state;
    g_autofree char *long_ones = g_strdup_printf(yaml, "2018-01-02", "2028-01-01");
    g_auto(Drawn) bars = draw_yaml(long_ones);
    assert_int_equal(count_rows(find_legend(bars.scene)), 2);
    g_autofree char *short_ones = g_strdup_printf(yaml, "2014-01-02", "2024-01-02");
    g_auto(Drawn) points = draw_yaml(short_ones);
    assert_int_equal(count_rows(find_legend(points.scene)), 1);
    assert_true(((DlScenePage *)points.scene->pages->pdata[0])->height <
                ((DlScenePage *)bars.scene->pages->pdata[0])->height - 5);
}

static const struct CMUnitTest others[] = {
    cmocka_unit_test(test_legend_bars),
    cmocka_unit_test(test_legend_closes_up),
};

int main(void) {
    return run_rows(test_legend, legend_rows) +
           cmocka_run_group_tests(others, NULL, NULL);
}
