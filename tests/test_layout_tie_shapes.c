/* Relations in every form of a chart: where their lines run. */
#include <math.h>
#include <string.h>

#include "drawing.h"
#include "scene/pieces.h"
#include "tests.h"

#define HEAD                                                                           \
    "timeline: {title: T}\n"                                                           \
    "categories: {x: {label: X}, y: {label: Y}}\n"                                     \
    "events:\n"                                                                        \
    "  - {id: a, title: A, date: 1950, category: x}\n"                                 \
    "  - {id: b, title: B, date: 1960, category: y}\n"                                 \
    "  - {id: c, title: C, date: 1970, category: x}\n"                                 \
    "  - {id: d, title: D, date: 1980, category: y}\n"                                 \
    "  - {id: e, title: E, date: 1990, category: x}\n"                                 \
    "  - {id: f, title: F, date: 1995-05, category: y}\n"
#define RELATIONS(list) HEAD "relations: [" list "]\n"

/* ---- Ways ---- */

#define SOME                                                                           \
    "{from: c, to: a, kind: echo, label: Again}, {from: d, to: f, kind: cause}, "      \
    "{from: e, to: f, kind: prelude}"
#define INSET "insets: [{from: 1980, to: 1990, title: Ten years}]"

static const char *const golden_forms[] = {
    "shape: horizontal",
    "shape: vertical",
    "lanes: category",
    "shape: vertical, lanes: category",
    "scale: sequence",
    "labels: numbered",
    "shape: vertical, labels: numbered",
    "labels: none",
    "segments: century",
    "pages: many, page: A5 landscape",
    INSET,
    ("shape: vertical, " INSET),
};

/* The way of a line, as directions: what a change of sizes leaves as it is. */
static void append_way(GString *text, const DlSceneShape *shape) {
    g_autoptr(GArray) pieces = g_array_new(false, false, sizeof(DlPiece));
    dl_pieces_add(pieces, shape->path, 0);
    g_string_append(text, " |");
    for (guint i = 0; i < pieces->len; i++) {
        const DlPiece *piece = &g_array_index(pieces, DlPiece, i);
        double x = piece->to.x - piece->from.x, y = piece->to.y - piece->from.y;
        g_string_append(text, x > 0 ? " right" : x < 0 ? " left" : "");
        g_string_append(text, y > 0 ? " down" : y < 0 ? " up" : "");
    }
}

static void append_relations(GString *text, const DlSceneGroup *group) {
    bool is_relation = strcmp(group->class_name, "relation") == 0;
    if (is_relation)
        g_string_append_printf(text, "%s > %s %s", group_attribute(group, "data-from"),
                               group_attribute(group, "data-to"),
                               group_attribute(group, "data-kind"));
    for (guint i = 0; i < group->children->len; i++) {
        const DlSceneNode *node = group->children->pdata[i];
        if (node->kind == DL_NODE_GROUP)
            append_relations(text, &node->as.group);
        if (is_relation && node->kind == DL_NODE_SHAPE &&
            node->as.shape.class_name != NULL)
            append_way(text, &node->as.shape);
        if (is_relation && node->kind == DL_NODE_TEXT)
            g_string_append(text, " | words");
    }
    if (is_relation)
        g_string_append(text, "\n");
}

static void append_form(GString *text, const char *form) {
    bool has_page = strstr(form, "page:") != NULL;
    g_autofree char *yaml =
        g_strdup_printf(RELATIONS(SOME) "charts: [{id: c, %s%s}]\n", form,
                        has_page ? "" : ", page: {width: 200mm, height: auto}");
    g_auto(Drawn) drawn = draw_yaml(yaml);
    g_string_append_printf(text, "# %s\n", form);
    append_relations(text, dl_scene_page_root(drawn.scene->pages->pdata[0]));
}

static void test_golden(void **state) {
    (void)state;
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(golden_forms); i++)
        append_form(text, golden_forms[i]);
    assert_file_equals("tests/golden/relations.txt", text->str);
}

/* Where labels stand below the axis, but none where a line returns. */
static void test_near(void **state) {
    (void)state;
    g_auto(LaidOut) made =
        lay_out("timeline: {title: T}\nevents:\n"
                "- {id: a, title: A, date: 1950-01-01}\n"
                "- {id: b, title: B, date: 1955-01-01}\n"
                "- {id: c, title: C, date: 1960-01-01}\n"
                "- {title: D, date: 1980-01-01, text: A sentence or two that take some "
                "lines.}\n"
                "- {title: E, date: 1981-01-01, text: A sentence or two that take some "
                "lines.}\n"
                "- {title: F, date: 1982-01-01, text: A sentence or two that take some "
                "lines.}\n"
                "- {title: G, date: 1983-01-01, text: A sentence or two that take some "
                "lines.}\n"
                "relations: [{from: a, to: c, kind: cause}]\n"
                "charts: [{scale: linear, page: {width: 160mm, height: auto}}]\n");
    const DlPlacedPage *page = made.layout->pages->pdata[0];
    const DlPanel *panel = page->panels->pdata[0];
    const DlPlacedRelation *placed = panel->relations->pdata[0];
    const DlBox band = g_array_index(panel->bands, DlBox, 0);
    double lowest = 0;
    for (guint i = 0; i < placed->lines->len; i++) {
        const GArray *line = placed->lines->pdata[i];
        for (guint j = 0; j < line->len; j++)
            lowest = fmax(lowest, g_array_index(line, DlPoint, j).y);
    }
    assert_true(lowest > band.y + band.height);
    assert_true(lowest < band.y + band.height + 20);
    assert_true(lowest < panel->box.y + panel->box.height - 20);
}

/* Into a panel: its only event stands in the middle of its one step. */
#define PANEL(middle)                                                                  \
    "timeline: {title: T}\nevents:\n"                                                  \
    "- {id: first, title: A, date: 1900-01-01}\n"                                      \
    "- {id: middle, title: B, date: " middle "}\n"                                     \
    "- {id: last, title: C, date: 2000-01-01}\n"                                       \
    "relations: [{from: last, to: middle, kind: echo}]\n"                              \
    "charts: [{id: c, scale: linear, page: {width: 200mm, height: auto}, "             \
    "insets: [{from: 2000, scale: sequence, title: P}]}]\n"

/* In the panel, and out of it, where both end at one mark. */
#define BOTH                                                                           \
    "timeline: {title: T}\nevents:\n"                                                  \
    "- {id: z, title: Z, date: 1900-01-01}\n"                                          \
    "- {id: p, title: P, date: 1999-01-01}\n"                                          \
    "- {id: q, title: Q, date: 2000-01-01}\n"                                          \
    "relations: [{from: p, to: q, kind: cause}, {from: q, to: z, kind: echo}]\n"       \
    "charts: [{id: c, scale: linear, page: {width: 200mm, height: auto}, "             \
    "insets: [{from: 1999, scale: sequence, title: P}]}]\n"

#define NEXT(from, to, date)                                                           \
    "timeline: {title: T}\nevents: [{id: a, title: A, date: 1950-01-01}, {id: b, "     \
    "title: B, date: " date "}, {id: c, title: C, date: 1975-01-01}, {id: d, title: "  \
    "D, date: 1980-01-01}]\nrelations: [{from: " from ", to: " to                      \
    ", kind: cause}]\ncharts: [{id: c, scale: linear, labels: none}]\n"

static const struct panel_row {
    const char *name, *yaml, *ways;
} panel_rows[] = {
    {"a line to what lies nearly above has no bend on its way", PANEL("1950-06-01"),
     "last > middle echo | left up up | up right\n"},
    {"one from inside and one to outside have two sides of a mark", BOTH,
     "q > z echo | left up left up right\n"
     "p > q cause | down right up | up right | up left\n"},
    {"between two on a list it is a hook",
     "timeline: {title: T}\nevents: [{id: a, title: A, date: 1950}, {id: b, title: B, "
     "date: 1970}, {id: c, title: C, date: 1970}, {id: d, title: D, date: 1990}]\n"
     "relations: [{from: b, to: c, kind: cause}]\n",
     "b > c cause | left down right\n"},
    {"between two that are near, too",
     "timeline: {title: T}\nevents: [{id: a, title: A, date: 1950}, {id: b, title: B, "
     "date: 1970}, {id: c, title: C, date: 1970-06}, {id: d, title: D, date: 1990}]\n"
     "relations: [{from: c, to: b, kind: cause}]\n"
     "charts: [{id: c, labels: none}]\n",
     "c > b cause | left up | up right\n"},
    {"one along the axis where nothing is between", NEXT("c", "b", "1970-01-01"),
     "c > b cause | left\n"},
    {"not through another mark", NEXT("d", "b", "1970-01-01"),
     "d > b cause | left down left up right\n"},
    {"nor through all that a date can mean", NEXT("c", "b", "1970"),
     "c > b cause | left down left up right\n"},
    {"one to what lies aside has", PANEL("1930-01-01"),
     "last > middle echo | left up left up | up right\n"},
};

static void test_panel(void **state) {
    const struct panel_row *row = *state;
    g_auto(Drawn) drawn = draw_yaml(row->yaml);
    g_autoptr(GString) text = g_string_new(NULL);
    append_relations(text, dl_scene_page_root(drawn.scene->pages->pdata[0]));
    assert_string_equal(text->str, row->ways);
}

/* ---- Many ---- */

/* Of more relations than can be drawn some are, and the foot stays short. */
static void test_many(void **state) {
    (void)state;
    static const char ids[] = "abcdef";
    g_autoptr(GString) yaml = g_string_new(HEAD "relations:\n");
    for (int i = 0; i < 20000; i++)
        g_string_append_printf(yaml, "  - {from: %c, to: %c}\n", ids[i % 6],
                               ids[(i + 1 + i % 5) % 6]);
    g_auto(Drawn) drawn = draw_yaml(yaml->str);
    const DlSceneGroup *root = dl_scene_page_root(drawn.scene->pages->pdata[0]);
    assert_in_range(count_groups(root, "relation"), 4, 12);
    assert_true(dl_scene_group_box(root).height < 900);
}

int main(void) {
    static const struct CMUnitTest others[] = {
        cmocka_unit_test(test_golden),
        cmocka_unit_test(test_near),
        cmocka_unit_test(test_many),
    };
    return run_rows(test_panel, panel_rows) +
           cmocka_run_group_tests_name("others", others, NULL, NULL);
}
