#include "drawing.h"
#include "layout/tie_rows.h"
#include "tests.h"

/* ---- Rows ---- */

/* Up to 8 spans from one place to another; below: 1 for the start, 2 for the end. */
static const struct rows_row {
    const char *name;
    struct {
        double from, to;
        int below;
    } spans[8];
    guint n, crossings;
} rows_rows[] = {
    {"one line crosses nothing", {{0, 10, 0}}, 1, 0},
    {"of two, one in the other, the inner is nearer", {{0, 10, 0}, {3, 6, 0}}, 2, 0},
    {"two that overlap cross once", {{0, 10, 0}, {5, 15, 0}}, 2, 1},
    {"side by side they do not", {{0, 4, 0}, {5, 9, 0}}, 2, 0},
    {"down to a panel, one after the other", {{0, 20, 2}, {5, 30, 2}}, 2, 0},
    {"down to a panel, the one inside the other", {{0, 30, 2}, {5, 20, 2}}, 2, 1},
    {"three, nested", {{0, 30, 0}, {10, 15, 0}, {5, 20, 0}}, 3, 0},
    {"seven, nested in no order",
     {{3, 27, 0},
      {0, 30, 0},
      {6, 24, 0},
      {9, 21, 0},
      {1, 29, 0},
      {12, 18, 0},
      {5, 25, 0}},
     7,
     0},
};

static GArray *spans_of(const struct rows_row *row) {
    GArray *spans = g_array_new(false, false, sizeof(DlTieSpan));
    for (guint i = 0; i < row->n; i++) {
        DlTieSpan span = {.at = {row->spans[i].from, row->spans[i].to},
                          .below = {row->spans[i].below & 1, row->spans[i].below & 2}};
        g_array_append_val(spans, span);
    }
    return spans;
}

/* Lines that have a stretch in common have rows of their own. */
static void assert_rows_hold(const GArray *spans, const guint *rows) {
    for (guint i = 0; i < spans->len; i++)
        for (guint j = 0; j < i; j++) {
            double from, to, other_from, other_to;
            dl_tie_extent(&g_array_index(spans, DlTieSpan, i), &from, &to);
            dl_tie_extent(&g_array_index(spans, DlTieSpan, j), &other_from, &other_to);
            assert_true(rows[i] != rows[j] || to <= other_from || other_to <= from);
        }
}

static void test_rows(void **state) {
    const struct rows_row *row = *state;
    g_autoptr(GArray) spans = spans_of(row);
    g_autofree guint *rows = dl_tie_rows(spans);
    assert_int_equal(dl_tie_crossings(spans, rows), row->crossings);
    assert_rows_hold(spans, rows);
}

/* The least of all orders, by counting through them all as numbers. */
static guint least_crossings(const GArray *spans) {
    guint n = spans->len, least = G_MAXUINT, all = 1, rows[8];
    for (guint i = 0; i < n; i++)
        all *= n;
    for (guint code = 0; code < all; code++) {
        guint seen = 0, rest = code;
        for (guint i = 0; i < n; i++, rest /= n)
            seen |= 1U << (rows[i] = rest % n);
        if (seen == (1U << n) - 1)
            least = MIN(least, dl_tie_crossings(spans, rows));
    }
    return least;
}

static void test_least(void **state) {
    (void)state;
    for (guint32 seed = 1; seed <= 40; seed++) {
        GRand *random = g_rand_new_with_seed(seed);
        g_autoptr(GArray) spans = g_array_new(false, false, sizeof(DlTieSpan));
        for (int i = 0; i < 5; i++) {
            DlTieSpan span = {
                .at = {g_rand_int_range(random, 0, 90),
                       g_rand_int_range(random, 0, 90)},
                .below = {g_rand_boolean(random), g_rand_boolean(random)}};
            g_array_append_val(spans, span);
        }
        g_autofree guint *rows = dl_tie_rows(spans);
        assert_int_equal(dl_tie_crossings(spans, rows), least_crossings(spans));
        assert_rows_hold(spans, rows);
        g_rand_free(random);
    }
}

/* ---- Charts ---- */

#define EVENTS                                                                         \
    "timeline: {title: T}\n"                                                           \
    "events:\n"                                                                        \
    "  - {id: a, title: The first, date: 1950}\n"                                      \
    "  - {id: b, title: The second, date: 1960-05}\n"                                  \
    "  - {id: c, title: The third, date: 1970-01-01}\n"                                \
    "  - {id: d, title: The fourth, date: 1970-01-02}\n"                               \
    "  - {id: e, title: A span, start: 1975, end: 1990}\n"                             \
    "  - {id: u, title: Some day, date: unknown}\n"
#define INSET                                                                          \
    "insets: [{from: 1970-01-01, to: 1970-01-02, title: Days, scale: sequence}]"
#define RELATIONS(list) EVENTS "relations: [" list "]\n"

#define CHART(keys) "charts: [{id: c, " keys "}]\n"

static const struct told_row {
    const char *name, *yaml, *expected;
} told_rows[] = {
    {"a line from mark to mark", RELATIONS("{from: b, to: a, kind: echo, label: Once}"),
     "b>a echo 'Once'"},
    {"a kind of one's own, without words", RELATIONS("{from: b, to: a, kind: prelude}"),
     "b>a prelude"},
    {"one without a kind", RELATIONS("{from: b, to: e}"), "b>e"},
    {"into an inset",
     RELATIONS("{from: d, to: a, kind: echo}") "charts: [{id: c, " INSET "}]\n",
     "d>a echo"},
    {"inside of an inset",
     RELATIONS("{from: c, to: d, kind: cause}") "charts: [{id: c, " INSET "}]\n",
     "c>d cause"},
    {"what has no date is told at the foot",
     RELATIONS("{from: u, to: a, kind: echo, label: Once}"),
     "told: Related, but not on one axis: Some day → The first (“Once”)."},
    {"where lines are read to the left, its arrow points there",
     "timeline: {title: T, language: ar}\nevents: [{id: a, title: العرض, date: 1950},\n"
     "{id: u, title: Some day, date: unknown}]\nrelations: [{from: u, to: a, label: "
     "صدى}]\n",
     "told: مرتبطة لكن ليس على محور واحد: \u2068Some day\u2069 ← العرض («صدى»)."},
    {"of an event that the chart leaves out nothing is",
     RELATIONS(
         "{from: b, to: a, kind: cause}") "charts: [{id: c, from: 1955}, {id: d}]\n",
     ""},
    {"beside an axis that runs down",
     RELATIONS("{from: b, to: a, kind: echo, label: Once}") CHART("shape: vertical"),
     "b>a echo 'Once'"},
    {"across lanes beside an axis that runs down",
     RELATIONS("{from: e, to: a, kind: reply}") CHART("shape: vertical, lanes: status"),
     "e>a reply"},
    {"across a break",
     RELATIONS("{from: b, to: a, kind: cause}") CHART("scale: broken"), "b>a cause"},
    {"between numbers",
     RELATIONS("{from: b, to: a, kind: echo}") CHART("labels: numbered"), "b>a echo"},
    {"between numbers beside an axis that runs down",
     RELATIONS("{from: e, to: a, kind: echo}")
         CHART("labels: numbered, shape: vertical"),
     "e>a echo"},
    {"between marks alone",
     RELATIONS("{from: b, to: a, kind: echo}") CHART("labels: none"), "b>a echo"},
    {"into an inset beside an axis that runs down",
     RELATIONS("{from: d, to: a, kind: echo}") CHART("shape: vertical, " INSET),
     "d>a echo"},
    {"into an inset behind the words of a measure",
     "timeline: {title: T}\nevents: [{id: a, title: A, date: 1950},\n"
     "{id: c, title: C, date: 1970-01-01}, {id: m, title: M, date: 1970-01-02},\n"
     "{id: n, title: N, date: 1970-01-03}]\n"
     "relations: [{from: m, to: a, label: Once}]\n"
     "measures: [{from: c, to: n, label: all of these days together}]\n" CHART(
         "page: {width: 120mm, height: auto}, scale: linear, insets: [{from: "
         "1970-01-01, to: 1970-01-03, title: Days, scale: sequence}]"),
     "m>a 'Once'"},
    {"into an inset where some inside of it have no room",
     "timeline: {title: T}\nevents: [{id: z, title: The first of all, date: 1950},\n"
     "{id: a, title: The first day of four, date: 1970-01-01},\n"
     "{id: b, title: The second day of four, date: 1970-01-02},\n"
     "{id: c, title: The third day of four, date: 1970-01-03},\n"
     "{id: d, title: The fourth day of four, date: 1970-01-04}]\n"
     "relations: [{from: b, to: a}, {from: c, to: z}, {from: c, to: b}, "
     "{from: d, to: a}]\n" CHART(
         "page: {width: 76mm, height: auto}, insets: [{from: 1970-01-01, "
         "to: 1970-01-04, title: Days, scale: sequence}]"),
     "c>zb>atold: The parts of the axis have different scales. No room for a line: The "
     "third day of four → The second day of four; The fourth day of four → The first "
     "day of four."},
    {"inside of an inset beside an axis that runs down",
     RELATIONS("{from: c, to: d, kind: echo}") CHART("shape: vertical, " INSET),
     "c>d echo"},
    {"within a segment",
     RELATIONS("{from: c, to: e, kind: cause}") CHART("segments: decade"), "c>e cause"},
    {"between segments it is told",
     RELATIONS("{from: b, to: a, kind: cause}") CHART("segments: decade"),
     "told: Related, but not on one axis: The second → The first (cause)."},
    {"on one of many pages",
     RELATIONS("{from: b, to: a, kind: cause}")
         CHART("pages: many, page: A5 landscape"),
     "b>a cause"},
    {"between two pages it is told",
     "timeline: {title: T}\nevents: [{id: a, title: The first, date: 1950-01}, {id: b, "
     "title: The second, date: 1950-03}, {id: c, title: The third, date: 1950-05}, "
     "{id: d, title: The fourth, date: 1950-07}, {id: e, title: The fifth, date: "
     "1950-09}, {id: f, title: The sixth, date: 1950-11}, {id: g, title: The seventh, "
     "date: 1950-12}, {id: h, title: The eighth, date: 1951}]\n"
     "relations: [{from: h, to: a, kind: cause}]\n" CHART(
         "pages: many, page: {width: 90mm, height: 80mm}"),
     "told: Related, but not on one axis: The eighth → The first (cause)."},
    {"between two of one moment",
     "timeline: {title: T}\nevents: [{id: a, title: A, date: 1950}, {id: b, title: B, "
     "date: 1950}, {id: c, title: C, date: 1990}]\n"
     "relations: [{from: a, to: b, label: With}]\n",
     "a>b 'With'"},
    {"between two of one moment whose words have no room it is told",
     "timeline: {title: T}\nevents: [{id: a, title: A, date: 1950}, {id: b, title: B, "
     "date: 1950}, {id: c, title: C, date: 1990}]\n"
     "relations: [{from: a, to: b, label: More than a narrow page has beside a "
     "list}]\n" CHART("page: {width: 80mm, height: auto}"),
     "told: No room for a line: A → B (“More than a narrow page has beside a list”)."},
    {"a chart that shows none tells none",
     RELATIONS("{from: b, to: a}") "charts: [{id: c, show: [dates]}]\n", ""},
};

static void tell_texts(GString *text, const DlSceneGroup *group, const char *before,
                       const char *after) {
    for (guint i = 0; i < group->children->len; i++) {
        const DlSceneNode *node = group->children->pdata[i];
        if (node->kind != DL_NODE_TEXT)
            continue;
        g_string_append(text, before);
        for (guint j = 0; j < node->as.text.block->lines->len; j++) {
            const DlTextLine *line = node->as.text.block->lines->pdata[j];
            g_string_append_printf(text, "%s%s", j > 0 ? " " : "", line->text);
        }
        g_string_append(text, after);
    }
}

static void tell(GString *text, const DlSceneGroup *group) {
    if (g_str_equal(group->class_name, "relation")) {
        const char *kind = group_attribute(group, "data-kind");
        g_string_append_printf(text, "%s>%s%s%s", group_attribute(group, "data-from"),
                               group_attribute(group, "data-to"),
                               kind != NULL ? " " : "", kind != NULL ? kind : "");
        tell_texts(text, group, " '", "'");
    }
    if (g_str_equal(group->class_name, "remarks"))
        tell_texts(text, group, "told: ", "");
    for (guint i = 0; i < group->children->len; i++) {
        const DlSceneNode *node = group->children->pdata[i];
        if (node->kind == DL_NODE_GROUP)
            tell(text, &node->as.group);
    }
}

static void test_told(void **state) {
    const struct told_row *row = *state;
    g_auto(Drawn) drawn = draw_yaml(row->yaml);
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < drawn.scene->pages->len; i++)
        tell(text, dl_scene_page_root(drawn.scene->pages->pdata[i]));
    assert_string_equal(text->str, row->expected);
}

#define MANY                                                                           \
    "{from: d, to: a, kind: echo, label: an echo of it}, "                             \
    "{from: b, to: a, kind: cause, label: that is why}, "                              \
    "{from: e, to: b, kind: anniversary, label: many years after}, "                   \
    "{from: e, to: c, kind: reply}, {from: c, to: d, kind: follow, label: and then}"

static const struct fault_row {
    const char *name, *yaml;
} fault_rows[] = {
    {"of an axis", RELATIONS(MANY)},
    {"on a page with a height",
     RELATIONS(MANY) "charts: [{id: c, page: A5 landscape}]\n"},
    {"with an inset", RELATIONS(MANY) "charts: [{id: c, " INSET "}]\n"},
    {"with an inset on a page with a height",
     RELATIONS(MANY) "charts: [{id: c, page: A4 landscape, " INSET "}]\n"},
    {"across lanes", RELATIONS(MANY) "charts: [{id: c, lanes: status}]\n"},
    {"on a narrow page", RELATIONS(MANY) "charts: [{id: c, page: {width: 110mm}}]\n"},
    {"beside an axis that runs down", RELATIONS(MANY) CHART("shape: vertical")},
    {"beside one on a page", RELATIONS(MANY) CHART("shape: vertical, page: A4")},
    {"beside one that is narrow",
     RELATIONS(MANY) CHART("shape: vertical, page: {width: 110mm}")},
    {"beside one with lanes",
     RELATIONS(MANY) CHART("shape: vertical, lanes: status, page: A4")},
    {"beside one with an inset", RELATIONS(MANY) CHART("shape: vertical, " INSET)},
    {"of numbers", RELATIONS(MANY) CHART("labels: numbered, page: A5 landscape")},
    {"of marks alone", RELATIONS(MANY) CHART("labels: none, shape: vertical")},
    {"of what fits",
     RELATIONS(MANY) CHART("labels: fit, page: {width: 148mm, height: 105mm}")},
    {"in segments", RELATIONS(MANY) CHART("segments: century")},
    {"on many pages",
     RELATIONS(MANY) CHART("pages: many, page: {width: 148mm, height: 105mm}")},
    {"where time runs to the left",
     "timeline: {title: T, language: ar}\nevents: [{id: a, title: A, date: 1950}, {id: "
     "b, "
     "title: B, date: 1960}]\nrelations: [{from: b, to: a, kind: echo, label: L}]\n"},
};

static void test_faults(void **state) {
    const struct fault_row *row = *state;
    g_auto(Drawn) drawn = draw_yaml(row->yaml);
    assert_faultless(drawn.scene);
}

int main(void) {
    static const struct CMUnitTest least[] = {
        cmocka_unit_test(test_least),
    };
    return run_rows(test_rows, rows_rows) + run_rows(test_told, told_rows) +
           run_rows(test_faults, fault_rows) +
           cmocka_run_group_tests_name("least", least, NULL, NULL);
}
