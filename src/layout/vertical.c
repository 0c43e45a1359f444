#include <math.h>

#include "layout/plot.h"

static const double SHORTEST = 110;      /* of an axis, points */
static const double LONGER = 1.15;       /* from one attempt to the next */
static const double AIR = 1.12;          /* more than the shortest that has room */
static const double HIGHEST_AUTO = 9000; /* points */

static double panel_width(const DlLayoutJob *job) {
    return job->right - job->left;
}

/* NULL where it does not fit. */
static DlPlot *try_length(const DlLayoutJob *job, double length) {
    g_autoptr(DlPlot) plot = dl_plot_new(job, length, 0, panel_width(job));
    return dl_plot_search(plot) ? g_steal_pointer(&plot) : NULL;
}

/* As low as the labels allow, found by doubling and halving. */
static DlPlot *try_lengths(const DlLayoutJob *job) {
    double low = SHORTEST, high = SHORTEST;
    DlPlot *best = NULL;
    while (best == NULL && high <= HIGHEST_AUTO) {
        best = try_length(job, high);
        low = best == NULL ? high : low;
        high *= best == NULL ? 2 : 1;
    }
    while (best != NULL && high / low > LONGER) {
        double middle = sqrt(low * high);
        DlPlot *plot = try_length(job, middle);
        if (plot == NULL) {
            low = middle;
            continue;
        }
        dl_plot_free(best);
        best = plot;
        high = middle;
    }
    DlPlot *airy = best != NULL ? try_length(job, high * AIR) : NULL;
    if (airy == NULL)
        return best;
    dl_plot_free(best);
    return airy;
}

DlPanel *dl_layout_vertical(const DlLayoutJob *job, double height) {
    g_autoptr(DlPlot) plot = height > 0 ? try_length(job, height) : try_lengths(job);
    if (plot == NULL)
        return NULL;
    double spare = panel_width(job) - dl_plot_depth(plot);
    dl_plot_stretch(plot, spare);
    spare = fmax(0, panel_width(job) - dl_plot_depth(plot));
    return dl_plot_place(plot, (DlPoint){job->left + spare / 2, 0});
}
