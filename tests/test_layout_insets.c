#include <math.h>
#include <string.h>

#include "drawing.h"
#include "render/render.h"
#include "tests.h"

#define HEAD "timeline: {title: T}\n"
#define EVENTS                                                                         \
    "events:\n"                                                                        \
    "  - {id: early, title: The early one, date: 1950}\n"                              \
    "  - {id: first, title: The first of three, date: 1970-01-01}\n"                   \
    "  - {id: second, title: The second of three, date: 1970-01-02}\n"                 \
    "  - {id: third, title: The third of three, date: 1970-01-03, weight: 1}\n"        \
    "  - {id: span, title: A long span, start: 1960, end: 1995}\n"                     \
    "  - {id: fourth, title: Another one, date: 1990-05-05}\n"                         \
    "  - {id: late, title: The late one, date: 2000}\n"
#define THREE "insets: [{from: 1970-01-01, to: 1970-01-03, title: Days}]"
#define TWO                                                                            \
    "insets: [{from: 1990, to: 1990, title: A year}, "                                 \
    "{from: 1970-01-01, to: 1970-01-03, title: Days}]"
#define CHART(choices) HEAD EVENTS "charts:\n  - {id: c, " choices "}\n"

typedef struct {
    GString *text;
    const char *panel;
} Told;

static bool has_class(const DlSceneGroup *group, const char *name) {
    return g_str_equal(group->class_name, name);
}

/* "panel: early span 3 late; inset: 3 first second third" */
static void tell(Told *told, const DlSceneGroup *group) {
    if (has_class(group, "panel") || has_class(group, "inset"))
        g_string_append_printf(told->text, "%s%s:", told->text->len > 0 ? "; " : "",
                               group->class_name);
    if (has_class(group, "count"))
        g_string_append_printf(told->text, " %s", group_attribute(group, "data-count"));
    if (has_class(group, "event"))
        g_string_append_printf(told->text, " %s%s%s", group->event,
                               group->id == NULL ? "'" : "",
                               group_attribute(group, "data-label") != NULL ? "-" : "");
    for (guint i = 0; i < group->children->len; i++) {
        const DlSceneNode *node = group->children->pdata[i];
        if (node->kind == DL_NODE_GROUP)
            tell(told, &node->as.group);
    }
}

/* ' : without an id; - : without a label */
static const struct panel_row {
    const char *name, *yaml, *expected;
} panel_rows[] = {
    {"marks on one spot are counted, and their events named in the panel", CHART(THREE),
     "panel: 3 early span fourth late; inset: 3 first second third"},
    {"an inset may select other events than its chart",
     CHART("select: {weight: 3}, insets: [{from: 1970-01-01, to: 1970-01-03, title: D, "
           "select: {weight: 1}}]"),
     "panel: 3 early span fourth late; inset: 3 first second third"},
    {"and is as its chart otherwise",
     HEAD EVENTS "charts:\n  - {id: c, select: {weight: 3}, " THREE
                 "}\n  - {id: all}\n",
     "panel: 2 early span fourth late; inset: 2 first second"},
    {"one event has a mark of its own, without a label",
     CHART("insets: [{from: 1990, to: 1990, title: A year}]"),
     "panel: early span first second third fourth'- late; inset: fourth"},
    {"insets stand in the order of time", CHART(TWO),
     "panel: 3 early span fourth'- late; inset: 3 first second third; inset: fourth"},
    {"a span of two insets is at home in the first",
     CHART("insets: [{from: 1960, to: 1961, title: S}, {from: 1995, to: 1996, title: "
           "E}]"),
     "panel: early span'- first second third fourth late; inset: span; inset: span'"},
    {"a span that begins in the window is in the inset",
     CHART("insets: [{from: 1960, to: 1961, title: S}]"),
     "panel: early span'- first second third fourth late; inset: span"},
};

static void test_panels(void **state) {
    const struct panel_row *row = *state;
    g_auto(Drawn) drawn = draw_yaml(row->yaml);
    g_autoptr(GString) text = g_string_new(NULL);
    Told told = {.text = text};
    tell(&told, dl_scene_page_root(drawn.scene->pages->pdata[0]));
    assert_string_equal(text->str, row->expected);
}

static const struct fault_row {
    const char *name, *yaml;
} fault_rows[] = {
    {"beside an axis that runs to the right", CHART(TWO)},
    {"on a page with a height", CHART("page: A4 landscape, " TWO)},
    {"one below the other on a narrow page", CHART("page: {width: 90mm}, " TWO)},
    {"beside an axis that runs down", CHART("shape: vertical, page: A4, " TWO)},
    {"beside one that is as long as need be",
     CHART("shape: vertical, page: {width: 180mm}, " TWO)},
    {"of lanes", CHART("lanes: status, " THREE)},
    {"with lanes", CHART("insets: [{from: 1970, to: 1971, lanes: status, title: L}]")},
    {"that show all that the chart has",
     HEAD "events: [{title: A, date: 1970-01-01}, {title: B, date: 1970-01-02}]\n"
          "charts: [{id: c, insets: [{from: 1970-01-01, title: D}]}]\n"},
    {"on a scale of steps", CHART("scale: sequence, " TWO)},
    {"with numbers", CHART("labels: numbered, " TWO)},
    {"without labels", CHART("labels: none, " TWO)},
    {"with the labels that fit", CHART("labels: fit, page: {width: 160mm, height: "
                                       "90mm}, " TWO)},
    {"where time runs to the left",
     "timeline: {title: T, language: ar}\n" EVENTS "charts:\n  - {id: c, " TWO "}\n"},
};

/* Lines of guides never meet: by the order of time on both ends. */
static void test_faults(void **state) {
    const struct fault_row *row = *state;
    g_auto(Drawn) drawn = draw_yaml(row->yaml);
    assert_faultless(drawn.scene);
}

static char *to_json(const DlScene *scene) {
    g_autoptr(DlMeasurer) measurer = dl_measurer_new_fixed();
    const DlRenderOptions options = {0};
    g_autoptr(GBytes) bytes =
        dl_format_find("json")->render(scene, 0, measurer, &options, NULL);
    return g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
}

static const struct words_row {
    const char *name, *yaml, *expected;
    bool is_there;
} words_rows[] = {
    {"the count at a heading says of what", CHART(THREE), "\"text\": \"events\"", true},
    {"and what a scale of steps means",
     CHART("insets: [{from: 1970-01-01, to: 1970-01-03, title: D, scale: sequence}]"),
     "\"text\": \"events\u00a0· in order, in equal steps\"", true},
    {"where marks are not merged there is nothing to say",
     CHART("insets: [{from: 1990, to: 1990, title: A year}]"), "\"text\": \"events\"",
     false},
};

static void test_words(void **state) {
    const struct words_row *row = *state;
    g_auto(Drawn) drawn = draw_yaml(row->yaml);
    g_autofree char *json = to_json(drawn.scene);
    assert_int_equal(strstr(json, row->expected) != NULL, row->is_there);
}

/* Behind a heading that is so long, lines may pass where the count would be. */
static void test_counts(void **state) {
    enum { LONGEST = 70 };
    (void)state;
    for (int length = 1; length < LONGEST; length++) {
        g_autofree char *title = g_strnfill((gsize)length, 'x');
        g_autofree char *yaml = g_strdup_printf(
            HEAD "events:\n"
                 "  - {id: z, title: First, date: 1950-07-27}\n"
                 "  - {id: y, title: Second, date: 1970-07-27}\n"
                 "  - {id: a, title: A, date: 2025-09-03T06:00}\n"
                 "  - {id: b, title: B, date: 2025-09-03T08:00}\n"
                 "  - {id: c, title: C, date: 2025-09-03T10:00}\n"
                 "  - {id: d, title: D, date: 2025-09-03T12:00}\n"
                 "  - {id: e, title: E, date: 2025-09-03T14:00}\n"
                 "  - {id: f, title: F, date: 2025-09-03T16:00}\n"
                 "relations: [{from: z, to: a}, {from: z, to: b}, {from: y, to: c}, "
                 "{from: y, to: d}]\n"
                 "charts:\n  - {id: c, page: {width: 250mm}, insets: "
                 "[{from: 2025-09-02, to: 2025-09-04, title: %s}]}\n",
            title);
        g_auto(Drawn) drawn = draw_yaml(yaml);
        assert_faultless(drawn.scene);
    }
}

/* The lines of the JSON that hold the frames of insets and what their marks are merged
 * to. */
static void test_golden(void **state) {
    (void)state;
    g_auto(Drawn) drawn = draw_yaml(CHART(TWO));
    g_autofree char *json = to_json(drawn.scene);
    g_auto(GStrv) lines = g_strsplit(json, "\n", -1);
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; lines[i] != NULL; i++)
        if (strstr(lines[i], "\"class\": \"inset\"") != NULL ||
            strstr(lines[i], "\"class\": \"guides\"") != NULL ||
            strstr(lines[i], "\"class\": \"count\"") != NULL)
            g_string_append_printf(text, "%s\n", lines[i]);
    assert_file_equals("tests/golden/insets.json", text->str);
}

static const struct CMUnitTest others[] = {
    cmocka_unit_test(test_golden),
    cmocka_unit_test(test_counts),
};

int main(void) {
    return run_rows(test_panels, panel_rows) + run_rows(test_faults, fault_rows) +
           run_rows(test_words, words_rows) +
           cmocka_run_group_tests(others, NULL, NULL);
}
