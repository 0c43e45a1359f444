/* Random timelines with relations, in every form of a chart: lines and their words harm
 * nothing, and most relations that a line could show have one. */
#include "tests.h"

#include <string.h>

#include "drawing.h"
#include "random_chart.h"

static const struct form_row {
    const char *name;
    DlShapeKind shape;
    DlLanesKind lanes;
    DlSegmentsKind segments;
    DlLabelsKind labels;
    DlPagesKind pages;
    int least; /* of 100 relations: lines */
} form_rows[] = {
    {"along an axis that runs to the right", .least = 70},
    {"beside an axis that runs down", .shape = DL_SHAPE_VERTICAL, .least = 50},
    {"in lanes", .lanes = DL_LANES_CATEGORY, .least = 50},
    {"in lanes beside an axis that runs down", .shape = DL_SHAPE_VERTICAL,
     .lanes = DL_LANES_CATEGORY, .least = 20},
    {"in segments", .segments = DL_SEGMENTS_CENTURY, .least = 30},
    {"between numbers", .labels = DL_LABELS_NUMBERED, .least = 75},
    {"between numbers beside an axis that runs down", .shape = DL_SHAPE_VERTICAL,
     .labels = DL_LABELS_NUMBERED, .least = 40},
    {"between marks alone", .labels = DL_LABELS_NONE, .least = 75},
    {"on many pages", .pages = DL_PAGES_MANY, .least = 70},
};

enum { ROUNDS = 12, MOST_EVENTS = 20, N_RELATIONS = 4 };

static guint count_all_lines(const DlScene *scene) {
    guint count = 0;
    for (guint i = 0; i < scene->pages->len; i++)
        count += count_groups(dl_scene_page_root(scene->pages->pdata[i]), "relation");
    return count;
}

static RandomChoice choose(const struct form_row *row, guint32 seed) {
    RandomChoice choice = random_choose(seed, MOST_EVENTS);
    choice.shape = row->shape;
    choice.lanes = row->lanes;
    choice.segments = row->segments;
    choice.labels = row->labels;
    choice.pages = row->pages;
    choice.n_relations = N_RELATIONS;
    choice.width = MAX(choice.width, 180);
    choice.height = row->pages == DL_PAGES_MANY ? 200 : 0;
    return choice;
}

static void test_form(void **state) {
    const struct form_row *row = *state;
    g_autoptr(DlMeasurer) measurer = dl_measurer_new_fixed();
    int drawn = 0, all = 0;
    for (guint32 seed = 1; seed <= ROUNDS; seed++) {
        const RandomChoice choice = choose(row, seed);
        g_autofree char *yaml = random_timeline_yaml(&choice);
        g_autoptr(RandomChart) chart = random_chart_new(yaml, measurer);
        if (chart->outcome == RANDOM_WRONG)
            print_message("seed %u: %s\n", seed, chart->message);
        assert_int_not_equal(chart->outcome, RANDOM_WRONG);
        if (chart->outcome == RANDOM_REFUSED)
            continue;
        g_autofree char *measures = dl_metrics_to_text(&chart->metrics);
        if (dl_metrics_faults(&chart->metrics) > 0)
            print_message("seed %u: %s\n", seed, measures);
        assert_int_equal(dl_metrics_faults(&chart->metrics), 0);
        drawn += (int)count_all_lines(chart->scene);
        all += N_RELATIONS;
    }
    print_message("%s: %d of %d relations have lines\n", row->name, drawn, all);
    assert_true(drawn * 100 >= row->least * all);
}

int main(void) {
    return run_rows(test_form, form_rows);
}
