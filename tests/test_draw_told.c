/* What is told to those who do not see a chart: its text alternative, and the bookmarks
 * of its PDF. */
#include "tests.h"

#include <string.h>

#include "drawing.h"

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

static const struct CMUnitTest others[] = {
    cmocka_unit_test(test_long_story),
};

int main(void) {
    return run_rows(test_story, story_rows) + run_rows(test_shelves, shelf_rows) +
           cmocka_run_group_tests(others, NULL, NULL);
}
