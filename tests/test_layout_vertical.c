/* Axes that run down, whole or folded into columns, and what room makes of an axis:
 * whatever the page's width, there is some, and nothing is at fault. */
#include "tests.h"

#include <math.h>

#include "drawing.h"
#include "random_chart.h"

/* A timeline of `n` events, all of a day or one every `step` days, in a chart. */
typedef struct {
    int n, step;
    const char *title;
    const char *chart;
} Made;

static char *timeline_of(Made made) {
    GString *yaml = g_string_new("timeline: {title: Down the page}\nevents:\n");
    for (int i = 0; i < made.n; i++) {
        g_autoptr(GDateTime) first = g_date_time_new_utc(2024, 1, 9, 0, 0, 0);
        g_autoptr(GDateTime) day = g_date_time_add_days(first, i * made.step);
        g_autofree char *date = g_date_time_format(day, "%Y-%m-%d");
        g_string_append_printf(yaml,
                               "- {id: e%d, title: %s %d, date: %s, category: a}\n", i,
                               made.title, i, date);
    }
    g_string_append_printf(yaml, "charts:\n- {id: made, %s}\n", made.chart);
    return g_string_free(yaml, false);
}

static const char words[] = "The council meets again about the harbour";

static RandomChart *draw(Made made) {
    g_autoptr(DlMeasurer) measurer = dl_measurer_new_fixed();
    g_autofree char *yaml = timeline_of(made);
    RandomChart *chart = random_chart_new(yaml, measurer);
    if (chart->message != NULL)
        print_message("%s\n", chart->message);
    assert_int_equal(chart->outcome, RANDOM_DRAWN);
    assert_int_equal(dl_metrics_faults(&chart->metrics), 0);
    return chart;
}

static double height_of(const RandomChart *chart) {
    return ((const DlScenePage *)chart->scene->pages->pdata[0])->height;
}

#define FITTING "shape: vertical, segments: year, labels: fit"

static const struct room_row {
    const char *name;
    Made made;
    double highest; /* points */
} room_rows[] = {
    {"a page as narrow as a telephone has room for a crowded day",
     {20, 0, words, "shape: vertical, page: {width: 90mm, height: auto}"},
     1500},
    {"it has room for a hundred events of one day",
     {100, 0, words, "shape: vertical, page: {width: 90mm, height: auto}"},
     7000},
    {"it has room for fifty days",
     {50, 1, words, "shape: vertical, page: {width: 90mm, height: auto}"},
     3400},
    {"two sides are half as high as one",
     {50, 1, words, "shape: vertical, page: {width: 180mm, height: auto}"},
     1700},
    {"a fixed page has as many labels as two columns hold",
     {40, 1, words, "shape: vertical, page: A4"},
     842},
    {"marks at the start of a lane keep clear of its heading",
     {1000, 20, words,
      "shape: vertical, labels: numbered, lanes: status, from: 2024-01-09, theme: "
      "{based: light, shapes: [star]}, page: {width: 400mm, height: auto}"},
     9000},
    {"numbers of too many marks for the page stand beside them",
     {150, 0, words,
      "shape: vertical, labels: numbered, page: {width: 90mm, height: auto}"},
     7000},
    {"few labels stand closer to one another before a page is refused",
     {18, 19, words, "page: {width: 250mm, height: 120mm}"},
     341},
    {"labels are no reason for a page without end",
     {300, 1, words, "shape: vertical, labels: fit, page: {width: 90mm, height: auto}"},
     1700},
    {"counts above a column keep clear of its heading",
     {300, 1, words, FITTING ", page: {width: 101mm, height: 400mm}"},
     1134},
};

static void test_room(void **state) {
    const struct room_row *row = *state;
    g_autoptr(RandomChart) chart = draw(row->made);
    print_message("%s: %.0f points high\n", row->name, height_of(chart));
    assert_true(height_of(chart) <= row->highest);
}

static const struct no_room_row {
    const char *name;
    Made made;
    const char *told;
} no_room_rows[] = {
    {"a title as high as the page leaves its axis no room, not as much as it likes",
     {2, 1, words,
      "title: A title that takes all of a page that is as low as this one and leaves "
      "nothing, pages: many, labels: none, page: {width: 100mm, height: 30mm}"},
     "100 mm × 30 mm has no room"},
    {"no page is longer than a reader of PDF shows",
     {400, 1, words,
      "shape: vertical, labels: numbered, page: {width: 25mm, height: auto}"},
     "25 mm × up to 5080 mm has no room for 400 events; take a wider page, one with a "
     "height and `pages: many`, `labels: fit`"},
};

static void test_no_room(void **state) {
    const struct no_room_row *row = *state;
    g_autoptr(DlMeasurer) measurer = dl_measurer_new_fixed();
    g_autofree char *yaml = timeline_of(row->made);
    g_autoptr(RandomChart) chart = random_chart_new(yaml, measurer);
    assert_int_equal(chart->outcome, RANDOM_REFUSED);
    if (strstr(chart->message, row->told) == NULL)
        fail_msg("%s", chart->message);
}

/* ---- Measures ---- */

static const char measured[] =
    "timeline: {title: Down the page}\n"
    "events:\n"
    "- {id: a, title: The first meeting in the harbour, date: 1950}\n"
    "- {id: b, title: The second meeting, date: 1971}\n"
    "- {id: c, title: The third meeting, date: 1990}\n"
    "- {id: d, title: The last meeting, date: 2020}\n"
    "measures:\n"
    "- {from: a, to: b, label: '{length} without any meeting'}\n"
    "- {from: a, to: c, label: '{length} from one to another'}\n"
    "- {from: b, to: d, label: '{length} of expectations'}\n"
    "- {from: a, to: d, label: '{length} altogether'}\n"
    "charts:\n"
    "- {id: made, shape: vertical, page: {width: %s, height: auto}}\n";

static const char in_lanes[] =
    "timeline: {title: Down the page}\n"
    "actors:\n"
    "  a: {name: Ann}\n"
    "  b: {name: Bo}\n"
    "  c: {name: %n}\n"
    "events:\n"
    "- {id: m, title: Ann meets Cem in the harbour, date: 2024-01-09, actors: [a, c]}\n"
    "- {id: n, title: Bo is at home on that day, date: 2024-01-09, actors: [b]}\n"
    "- {id: o, title: Bo and Cem write a letter, date: 2024-03-09, actors: [b, c]}\n"
    "charts:\n"
    "- {id: made, shape: vertical, lanes: {actor: [a, b, c]}, page: {width: %s, "
    "height: auto}}\n";

static const struct lanes_row {
    const char *name, *lane;
} lanes_rows[] = {
    {"a leader keeps clear of the connector that passes its own mark", "Cem"},
    {"headings that are higher than a short axis leave it none, and it grows",
     "Cem of the harbour and of the council and of the ships and of the sailors and of "
     "all who wait for them and of all who do not wait for them any longer or never "
     "did and of those who left the town and of those who came back and stayed in it "
     "for good"},
};

static void test_lanes(void **state) {
    const struct lanes_row *row = *state;
    g_autoptr(DlMeasurer) measurer = dl_measurer_new_fixed();
    g_autoptr(GString) yaml = g_string_new(in_lanes);
    g_string_replace(yaml, "%s", "180mm", 1);
    g_string_replace(yaml, "%n", row->lane, 1);
    g_autoptr(RandomChart) chart = random_chart_new(yaml->str, measurer);
    assert_int_equal(chart->outcome, RANDOM_DRAWN);
    assert_int_equal(dl_metrics_faults(&chart->metrics), 0);
}

static const struct measures_row {
    const char *name, *width;
    bool are_drawn;
} measures_rows[] = {
    {"a wide page draws brackets beside its axis", "297mm", true},
    {"a narrow one has its labels, and tells the lengths below", "90mm", false},
};

static void test_measures(void **state) {
    const struct measures_row *row = *state;
    g_autoptr(DlMeasurer) measurer = dl_measurer_new_fixed();
    g_autoptr(GString) yaml = g_string_new(measured);
    g_string_replace(yaml, "%s", row->width, 1);
    g_autoptr(RandomChart) chart = random_chart_new(yaml->str, measurer);
    assert_int_equal(chart->outcome, RANDOM_DRAWN);
    assert_int_equal(dl_metrics_faults(&chart->metrics), 0);
    const DlSceneGroup *page =
        &((const DlScenePage *)chart->scene->pages->pdata[0])->root->as.group;
    assert_int_equal(count_groups(page, "measure"), row->are_drawn ? 4 : 0);
}

/* ---- Columns ---- */

static const struct columns_row {
    const char *name;
    Made made;
    guint in_a_row;
    double
        days[4]; /* of the first segments: their lengths are to one another as these */
} columns_rows[] = {
    {"months stand side by side, and are as long as they have days",
     {12, 9, words,
      "shape: vertical, segments: month, page: {width: 297mm, height: auto}"},
     4,
     {31, 29, 31, 30}},
    {"a page that carries fewer has several rows of them, in one scale",
     {12, 9, words,
      "shape: vertical, segments: month, page: {width: 150mm, height: auto}"},
     2,
     {31, 29, 31, 30}},
    {"a narrow page has one below the other, in one scale, too",
     {12, 9, words,
      "shape: vertical, segments: month, page: {width: 90mm, height: auto}"},
     1,
     {31, 29, 31, 30}},
    {"strips of an axis that runs to the right are as long as they have days",
     {12, 9, words, "segments: month, page: {width: 297mm, height: auto}"},
     1,
     {31, 29, 31, 30}},
};

static double length_of(const DlPanel *panel) {
    const DlBox *band = &g_array_index(panel->bands, DlBox, 0);
    return panel->vertical ? band->height : band->width;
}

static void test_columns(void **state) {
    const struct columns_row *row = *state;
    g_autofree char *yaml = timeline_of(row->made);
    g_auto(LaidOut) made = lay_out(yaml);
    const DlPlacedPage *page = made.layout->pages->pdata[0];
    assert_int_equal(page->panels->len, G_N_ELEMENTS(row->days));
    const DlPanel *first = page->panels->pdata[0];
    for (guint i = 0; i < page->panels->len; i++) {
        const DlPanel *panel = page->panels->pdata[i];
        const DlPanel *leader = page->panels->pdata[i - i % row->in_a_row];
        assert_int_equal(panel->kind, DL_PANEL_SEGMENT);
        assert_near(panel->box.y, leader->box.y, 0.01);
        assert_true((panel->box.x > leader->box.x) == (i % row->in_a_row > 0));
        assert_near(length_of(panel) / row->days[i], length_of(first) / row->days[0],
                    0.01);
    }
}

int main(void) {
    return run_rows(test_room, room_rows) + run_rows(test_no_room, no_room_rows) +
           run_rows(test_lanes, lanes_rows) + run_rows(test_measures, measures_rows) +
           run_rows(test_columns, columns_rows);
}
