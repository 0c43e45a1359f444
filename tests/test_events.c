/* The timelines of events/: none of their charts has a fault. */
#include "tests.h"

#include "drawing.h"
#include "scene/metrics.h"

static void check_chart(const DlTimeline *timeline, const DlChart *chart,
                        DlMeasurer *measurer) {
    g_autoptr(DlScene) scene = draw_chart(timeline, chart, measurer, &chart->theme);
    const DlMetrics metrics = dl_scene_measure(scene);
    g_autofree char *words = dl_metrics_to_text(&metrics);
    if (dl_metrics_faults(&metrics) > 0)
        print_message("%s: %s\n", chart->id, words);
    assert_int_equal(dl_metrics_faults(&metrics), 0);
}

static void test_file(void **state) {
    const char *const paths[] = {*state, NULL};
    g_autoptr(DlMeasurer) measurer = dl_measurer_new_pango(NULL, NULL);
    DlProblems *problems = dl_problems_new();
    g_auto(Resolved) resolved =
        resolve_draft(dl_read_files(paths, problems, NULL), problems);
    assert_false(dl_problems_has_errors(problems));
    for (guint i = 0; i < resolved.timeline->charts->len; i++)
        check_chart(resolved.timeline, resolved.timeline->charts->pdata[i], measurer);
}

int main(void) {
    return run_files("events", test_file);
}
