#include <math.h>

#include "layout/plot.h"

/* NULL where it does not fit. */
static DlPlot *try_overhang(const DlLayoutJob *job, double room, double overhang) {
    double width = job->right - job->left;
    g_autoptr(DlPlot) plot = dl_plot_new(job, width, overhang, room);
    return dl_plot_search(plot) ? g_steal_pointer(&plot) : NULL;
}

DlPanel *dl_layout_horizontal(const DlLayoutJob *job, double height) {
    static const double OVERHANG = 13; /* ems: most of a label */
    /* Of the cost without it: a choice that hardly matters shall not turn round for one
     * event more. */
    static const double GAIN = 0.85;
    double room = height > 0 ? height : INFINITY;
    g_autoptr(DlPlot) flush = try_overhang(job, room, 0);
    double overhang = OVERHANG * job->size;
    /* The strips of a folded axis are all flush, so that equal times are equally long.
     */
    bool is_strip = job->view->share > 0 && flush != NULL;
    bool is_wide = overhang < (job->right - job->left) / 3 && !is_strip;
    g_autoptr(DlPlot) over = is_wide ? try_overhang(job, room, overhang) : NULL;
    DlPlot *best = flush;
    if (best == NULL ||
        (over != NULL && dl_plot_cost(over) < GAIN * dl_plot_cost(best)))
        best = over;
    if (best == NULL)
        return NULL;
    if (height > 0)
        dl_plot_stretch(best, height - dl_plot_depth(best));
    return dl_plot_place(best, (DlPoint){job->left, 0});
}
