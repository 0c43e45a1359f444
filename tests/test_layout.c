/* Layout: exact rows, and charts that never collide. Text is of fixed width, so that
 * the results are the same on every machine. */
#include "tests.h"

#include <math.h>

#include "base/sorted.h"
#include "draw/draw.h"
#include "layout/chain.h"
#include "layout/layout.h"
#include "scene/metrics.h"

/* ---- Rows ---- */

static const struct chain_row {
    const char *name;
    int n;
    DlChainItem items[5];
    double from, to;
    double expected[5];
    double lacking;
} chain_rows[] = {
    {"a box with room stays at its wish",
     1,
     {{.wanted = 50, .before = 5, .after = 5, .weight = 1}},
     0,
     100,
     {50},
     0},
    {"two boxes that want the same place part evenly",
     2,
     {{.wanted = 50, .before = 5, .after = 5, .weight = 1},
      {.wanted = 50, .before = 5, .after = 5, .weight = 1}},
     0,
     100,
     {45, 55},
     0},
    {"the heavier one moves less",
     2,
     {{.wanted = 50, .before = 5, .after = 5, .weight = 3},
      {.wanted = 50, .before = 5, .after = 5, .weight = 1}},
     0,
     100,
     {47.5, 57.5},
     0},
    {"the end of the row pushes back",
     2,
     {{.wanted = 95, .before = 5, .after = 10, .weight = 1},
      {.wanted = 98, .before = 5, .after = 10, .weight = 1}},
     0,
     100,
     {75, 90},
     0},
    {"a wall keeps the order: what is before it stays before it",
     3,
     {{.wanted = 48, .before = 5, .after = 20, .weight = 1},
      {.wanted = 50, .before = 2, .after = 2, .weight = 1, .fixed = true},
      {.wanted = 51, .before = 5, .after = 20, .weight = 1}},
     0,
     100,
     {28, 50, 57},
     0},
    {"what does not fit says by how much",
     2,
     {{.wanted = 5, .before = 10, .after = 50, .weight = 1},
      {.wanted = 9, .before = 10, .after = 50, .weight = 1}},
     0,
     100,
     {10, 70},
     20},
};

static void test_chain(void **state) {
    const struct chain_row *row = *state;
    DlChainItem items[5];
    for (int i = 0; i < row->n; i++)
        items[i] = row->items[i];
    double lacking = dl_chain_place(items, (size_t)row->n, row->from, row->to);
    assert_true(fabs(lacking - row->lacking) < 1e-9);
    for (int i = 0; i < row->n; i++)
        assert_true(fabs(items[i].at - row->expected[i]) < 1e-9);
}

static double chain_cost(const DlChainItem *items, int n, const double *at) {
    double cost = 0;
    for (int i = 0; i < n; i++)
        cost += items[i].weight * (at[i] - items[i].wanted) * (at[i] - items[i].wanted);
    return cost;
}

/* The optimum by enumeration: every way to glue neighbours into blocks, every block at
 * its mean or at the bound. */
static double brute_force(const DlChainItem *items, int n, double from, double to) {
    double offsets[6], best = INFINITY;
    offsets[0] = from + items[0].before;
    for (int i = 1; i < n; i++)
        offsets[i] = offsets[i - 1] + items[i - 1].after + items[i].before;
    double room = to - items[n - 1].after - offsets[n - 1];
    for (unsigned glue = 0; glue < 1u << (n - 1); glue++) {
        double at[6], last = 0;
        bool ordered = true;
        for (int start = 0, end; start < n; start = end) {
            double weight = 0, sum = 0;
            for (end = start; end == start || (end < n && (glue >> (end - 1) & 1));
                 end++) {
                weight += items[end].weight;
                sum += items[end].weight * (items[end].wanted - offsets[end]);
            }
            double place = fmax(0, fmin(room, sum / weight));
            ordered = ordered && place >= last - 1e-12;
            last = place;
            for (int i = start; i < end; i++)
                at[i] = place + offsets[i];
        }
        if (ordered)
            best = fmin(best, chain_cost(items, n, at));
    }
    return best;
}

static const struct seed_row {
    const char *name;
    guint32 seed;
    bool clustered;
    bool four_days;
    bool leftward;    /* in Arabic */
    int most_refused; /* of ROUNDS: a narrow page cannot hold thirty labels of a day */
} chain_seeds[] = {
    {"random rows cost what the best of all arrangements costs, seed 1", 1, false,
     false, false, 0},
    {"random rows cost what the best of all arrangements costs, seed 2", 2, false,
     false, false, 0},
};

static void test_chain_optimum(void **state) {
    const struct seed_row *row = *state;
    g_autoptr(GRand) random = g_rand_new_with_seed(row->seed);
    for (int round = 0; round < 2000; round++) {
        int n = g_rand_int_range(random, 1, 7);
        double wishes[6];
        DlChainItem items[6] = {0};
        for (int i = 0; i < n; i++)
            wishes[i] = g_rand_double_range(random, 0, 100);
        qsort(wishes, (size_t)n, sizeof wishes[0], dl_compare_doubles);
        for (int i = 0; i < n; i++)
            items[i] = (DlChainItem){.wanted = wishes[i],
                                     .before = g_rand_double_range(random, 1, 8),
                                     .after = g_rand_double_range(random, 1, 8),
                                     .weight = g_rand_double_range(random, 0.5, 3)};
        double lacking = dl_chain_place(items, (size_t)n, 0, 100);
        assert_true(lacking == 0);
        double at[6];
        for (int i = 0; i < n; i++)
            at[i] = items[i].at;
        for (int i = 1; i < n; i++)
            assert_true(at[i] - at[i - 1] >=
                        items[i - 1].after + items[i].before - 1e-9);
        assert_true(chain_cost(items, n, at) <= brute_force(items, n, 0, 100) + 1e-6);
    }
}

/* ---- Charts ---- */

static DlBound year_bound(int year) {
    DlMoment from = dl_moment_from_civil((DlCivil){.year = year, .month = 1, .day = 1});
    DlMoment to =
        dl_moment_from_civil((DlCivil){.year = year + 1, .month = 1, .day = 1});
    return (DlBound){.kind = DL_BOUND_KNOWN,
                     .min = from,
                     .max = to - 1,
                     .precision = DL_PRECISION_YEAR};
}

static DlBound day_bound(int year, int day) {
    DlMoment from =
        dl_moment_from_civil((DlCivil){.year = year, .month = 1, .day = 1}) +
        day * DL_SECONDS_A_DAY;
    return (DlBound){.kind = DL_BOUND_KNOWN,
                     .min = from,
                     .max = from + DL_SECONDS_A_DAY - 1,
                     .precision = DL_PRECISION_DAY};
}

static char *random_title(GRand *random) {
    static const char *const words[] = {
        "treaty",  "of",    "the",   "northern", "harbour",
        "council", "meets", "again", "flood",    "reconstruction"};
    g_autoptr(GString) title = g_string_new("Event");
    int n = g_rand_int_range(random, 1, 9);
    for (int i = 0; i < n; i++)
        g_string_append_printf(title, " %s", words[g_rand_int_range(random, 0, 10)]);
    return g_string_free(g_steal_pointer(&title), false);
}

static void random_date(DlEvent *event, GRand *random, const struct seed_row *row) {
    bool recent = row->clustered && g_rand_int_range(random, 0, 3) > 0;
    int year = recent ? g_rand_int_range(random, 2019, 2026)
                      : g_rand_int_range(random, 1945, 2026);
    DlBound bound = g_rand_boolean(random)
                        ? year_bound(year)
                        : day_bound(year, g_rand_int_range(random, 0, 365));
    if (row->four_days) {
        year = 2025;
        bound = day_bound(year, g_rand_int_range(random, 240, 244));
    }
    event->date = (DlDate){bound, bound, false};
    if (g_rand_int_range(random, 0, 8) == 0) {
        event->date.interval = true;
        event->date.end = year_bound(year + g_rand_int_range(random, 1, 6));
    }
    event->start = (DlRange){event->date.start.min, event->date.start.max};
    event->end = (DlRange){event->date.end.min, event->date.end.max};
}

static DlTimeline *random_timeline(GRand *random, const struct seed_row *row, int n) {
    DlTimeline *timeline = dl_timeline_new();
    timeline->title = g_strdup("Random");
    timeline->language = g_strdup(row->leftward ? "ar" : "en");
    timeline->words = dl_language_english();
    timeline->zone = dl_zone_new("UTC");
    for (int i = 0; i < n; i++) {
        DlEvent *event = dl_event_new();
        event->id = g_strdup_printf("e%d", i);
        event->title = random_title(random);
        event->rank = i;
        event->weight = g_rand_int_range(random, 1, 6);
        random_date(event, random, row);
        g_ptr_array_add(timeline->events, event);
    }
    return timeline;
}

static DlChart *chart_of(const DlTimeline *timeline, double width) {
    DlChart *chart = dl_chart_new();
    chart->id = g_strdup("random");
    chart->scale = DL_SCALE_BROKEN;
    chart->page = (DlPage){width, 0};
    chart->show = DL_SHOW_DATES | DL_SHOW_LEGEND;
    for (guint i = 0; i < timeline->events->len; i++)
        g_ptr_array_add(chart->events, g_ptr_array_index(timeline->events, i));
    return chart;
}

static const struct seed_row chart_seeds[] = {
    {"clustered timelines have no fault", 11, true, false, false, 2},
    {"uniform timelines have no fault", 12, false, false, false, 2},
    {"timelines of four days have no fault", 13, false, true, false, 6},
    {"timelines in Arabic have no fault", 14, true, false, true, 2},
};

static void test_charts(void **state) {
    enum { ROUNDS = 40 };
    const struct seed_row *row = *state;
    g_autoptr(GRand) random = g_rand_new_with_seed(row->seed);
    g_autoptr(DlMeasurer) measurer = dl_measurer_new_fixed();
    int refused = 0, near = 0;
    for (int round = 0; round < ROUNDS; round++) {
        int n = g_rand_int_range(random, 1, 31);
        double width = g_rand_double_range(random, 420, 1190);
        g_autoptr(DlTimeline) timeline = random_timeline(random, row, n);
        g_autoptr(DlChart) chart = chart_of(timeline, width);
        g_autoptr(GError) error = NULL;
        g_autoptr(DlLayout) layout = dl_layout_new(timeline, chart, measurer,
                                                   dl_theme_of(DL_THEME_LIGHT), &error);
        if (layout == NULL) {
            assert_true(g_error_matches(error, DL_LAYOUT_ERROR, DL_LAYOUT_ERROR_ROOM));
            refused++;
            continue;
        }
        g_autoptr(DlScene) scene = dl_draw(timeline, chart, layout);
        DlMetrics metrics = dl_scene_measure(scene);
        assert_int_equal(metrics.events, n);
        assert_int_equal(metrics.labels, n);
        g_autofree char *measures = dl_metrics_to_text(&metrics);
        if (dl_metrics_faults(&metrics) != 0)
            print_message("seed %u round %d: %s\n", row->seed, round, measures);
        near += metrics.too_near > 0;
        assert_int_equal(dl_metrics_faults(&metrics) - metrics.too_near, 0);
    }
    print_message("%s: %d of %d charts were refused for want of room; in %d leaders "
                  "come near one another\n",
                  row->name, refused, ROUNDS, near);
    assert_true(refused <= row->most_refused);
}

/* ---- Charts that are hard on their page ---- */

static void date_by_day(DlEvent *event, int index) {
    (void)index;
    DlBound bound = day_bound(2025, 245);
    event->date = (DlDate){bound, bound, false};
    event->start = event->end = (DlRange){bound.min, bound.max};
}

static void date_by_year(DlEvent *event, int index) {
    DlBound bound = year_bound(1950 + index);
    event->date = (DlDate){bound, bound, false};
    event->start = event->end = (DlRange){bound.min, bound.max};
}

/* Since a year, and nobody says until when. */
static void date_since(DlEvent *event, int index) {
    DlBound bound = year_bound(1950 + index);
    event->date = (DlDate){bound, {.kind = DL_BOUND_UNKNOWN}, true};
    event->start = (DlRange){bound.min, bound.max};
    event->end = (DlRange){bound.min, DL_MOMENT_MAX};
}

/* A span of a century, and years at both of its ends. */
static void date_reign(DlEvent *event, int index) {
    DlBound first = year_bound(index % 2 == 0 ? 1900 + index : 1999 - index);
    DlBound last = index == 0 ? year_bound(1999) : first;
    event->date = (DlDate){first, last, index == 0};
    event->start = (DlRange){first.min, first.max};
    event->end = (DlRange){last.min, last.max};
}

static const struct hard_row {
    const char *name;
    void (*date)(DlEvent *event, int index);
    int n;
    double width;
    int from, to; /* years of the window; 0: none */
    bool is_refused;
} hard_rows[] = {
    {"a day has as many labels as both sides have rows", date_by_day, 62, 2400, 0, 0,
     false},
    {"a day of more labels is refused", date_by_day, 63, 2400, 0, 0, true},
    {"one event is a chart", date_by_year, 1, 600, 0, 0, false},
    {"a page that is all margin is refused", date_by_year, 1, 60, 0, 0, true},
    {"what only may reach into the window is drawn", date_since, 2, 600, 1960, 1970,
     false},
    {"the bar of a long span is broken with its axis", date_reign, 6, 600, 0, 0, false},
    {"what only may reach beyond its start is drawn", date_since, 2, 600, 1960, 0,
     false},
};

static void test_hard_chart(void **state) {
    const struct hard_row *row = *state;
    g_autoptr(GRand) random = g_rand_new_with_seed(1);
    g_autoptr(DlMeasurer) measurer = dl_measurer_new_fixed();
    g_autoptr(DlTimeline) timeline = random_timeline(random, &chart_seeds[0], row->n);
    for (int i = 0; i < row->n; i++)
        row->date(g_ptr_array_index(timeline->events, (guint)i), i);
    g_autoptr(DlChart) chart = chart_of(timeline, row->width);
    if (row->from != 0)
        chart->from = year_bound(row->from).min;
    if (row->to != 0)
        chart->to = year_bound(row->to).max;
    g_autoptr(GError) error = NULL;
    g_autoptr(DlLayout) layout =
        dl_layout_new(timeline, chart, measurer, dl_theme_of(DL_THEME_LIGHT), &error);
    assert_int_equal(layout == NULL, row->is_refused);
    if (layout == NULL)
        return;
    g_autoptr(DlScene) scene = dl_draw(timeline, chart, layout);
    DlMetrics metrics = dl_scene_measure(scene);
    const DlPlacedPage *page = g_ptr_array_index(layout->pages, 0);
    const DlPanel *panel = g_ptr_array_index(page->panels, 0);
    assert_true(row->date != date_reign || panel->breaks->len == 1);
    assert_int_equal(metrics.labels, row->n);
    assert_int_equal(metrics.marks, row->n);
    assert_int_equal(dl_metrics_faults(&metrics), 0);
}

int main(void) {
    return run_rows(test_chain, chain_rows) +
           run_rows(test_chain_optimum, chain_seeds) +
           run_rows(test_charts, chart_seeds) + run_rows(test_hard_chart, hard_rows);
}
