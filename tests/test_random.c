/* Random timelines: whatever is drawn has no fault, and what is refused says what to
 * do. `make random` draws more and larger ones. */
#include "tests.h"

#include "random_chart.h"

static const struct kind_row {
    const char *name;
    RandomKind kind;
    int most_refused; /* of ROUNDS, for want of room */
    int most_tangled; /* charts whose leaders cross or come close */
} kind_rows[] = {
    {"years and then two dense days have no fault", RANDOM_CLUSTERED, 1, 0},
    {"dates spread evenly have no fault", RANDOM_UNIFORM, 1, 0},
    {"a day alone has no fault", RANDOM_ONE_DAY, 1, 0},
    {"spans alone have no fault", RANDOM_SPANS, 1, 0},
    {"dates of every precision and doubt have no fault", RANDOM_MIXED, 1, 0},
    {"an order without a clock has no fault", RANDOM_ORDER, 1, 0},
};

enum { ROUNDS = 10, MOST_EVENTS = 30 };

typedef struct {
    int refused, tangled;
} Counts;

static void draw(RandomChoice choice, DlMeasurer *measurer, Counts *counts) {
    g_autofree char *yaml = random_timeline_yaml(&choice);
    g_autoptr(RandomChart) chart = random_chart_new(yaml, measurer);
    if (chart->outcome == RANDOM_WRONG)
        print_message("seed %u: %s\n", choice.seed, chart->message);
    assert_int_not_equal(chart->outcome, RANDOM_WRONG);
    if (chart->outcome == RANDOM_REFUSED) {
        print_message("seed %u is refused: %s\n", choice.seed, chart->message);
        counts->refused++;
        return;
    }
    const DlMetrics *metrics = &chart->metrics;
    g_autofree char *measures = dl_metrics_to_text(metrics);
    if (dl_metrics_faults(metrics) > 0)
        print_message("seed %u: %s\n", choice.seed, measures);
    const unsigned tangles = metrics->too_near + metrics->crossings;
    counts->tangled += tangles > 0;
    assert_int_equal(dl_metrics_faults(metrics) - tangles, 0);
}

static void test_kind(void **state) {
    const struct kind_row *row = *state;
    g_autoptr(DlMeasurer) measurer = dl_measurer_new_fixed();
    Counts counts = {0};
    for (guint32 seed = 1; seed <= ROUNDS; seed++) {
        RandomChoice choice = random_choose(seed, MOST_EVENTS);
        choice.kind = row->kind;
        draw(choice, measurer, &counts);
    }
    print_message("%s: %d of %d refused, in %d leaders cross or come close\n",
                  row->name, counts.refused, ROUNDS, counts.tangled);
    assert_true(counts.refused <= row->most_refused);
    assert_true(counts.tangled <= row->most_tangled);
}

int main(void) {
    return run_rows(test_kind, kind_rows);
}
