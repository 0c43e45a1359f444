#include <math.h>

#include "layout/plot.h"
#include "layout/ties.h"

/* NULL where it does not fit. */
static DlPlot *try_overhang(const DlLayoutJob *job, double room, double overhang) {
    double width = job->right - job->left;
    g_autoptr(DlPlot) plot = dl_plot_new(job, width, overhang, room);
    return dl_plot_search(plot) ? g_steal_pointer(&plot) : NULL;
}

static bool is_room_flush(const DlLayoutJob *job, const void *room) {
    g_autoptr(DlPlot) plot = try_overhang(job, *(const double *)room, 0);
    return plot != NULL;
}

/* The strips of a folded axis are all flush, so that equal times are equally long, and
 * rather have fewer lines of relations. */
static DlPlot *try_strip(const DlLayoutJob *job, double room) {
    DlPlot *plot = try_overhang(job, room, 0);
    if (plot != NULL)
        return plot;
    g_autoptr(GHashTable) untied = dl_ties_without_room(job, is_room_flush, &room);
    DlLayoutJob part = *job;
    part.untied = untied;
    return untied != NULL ? try_overhang(&part, room, 0) : NULL;
}

DlPanel *dl_layout_horizontal(const DlLayoutJob *job, double height) {
    static const double OVERHANG = 13; /* ems: most of a label */
    /* Of the cost without it: a choice that hardly matters shall not turn round for one
     * event more. */
    static const double GAIN = 0.85;
    double room = height > 0 ? height : INFINITY;
    bool is_strip = job->view->share > 0;
    g_autoptr(DlPlot) flush =
        is_strip ? try_strip(job, room) : try_overhang(job, room, 0);
    double overhang = OVERHANG * job->size;
    bool is_flush = is_strip && flush != NULL;
    bool is_wide = overhang < (job->right - job->left) / 3 && !is_flush;
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
