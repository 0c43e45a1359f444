#include <math.h>

#include "layout/plot.h"
#include "layout/sizes.h"
#include "layout/ties.h"

/* Of the cost without it: a choice that hardly matters shall not turn round for one
 * event more. */
static const double GAIN = 0.85;

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

/* On a page that is filled, labels go on behind the end of the axis only where those of
 * a readable size have no room else. */
static bool may_hang_over(const DlLayoutJob *job, double room, const DlPlot *flush) {
    if (flush == NULL)
        return isinf(room) || job->size <= DL_READABLE;
    return isinf(room) && !dl_job_is_strip(job);
}

static DlPlot *find_plot(const DlLayoutJob *job, double room) {
    static const double OVERHANG = 13; /* ems: most of a label */
    double overhang = OVERHANG * job->size;
    g_autoptr(DlPlot) flush =
        dl_job_is_strip(job) ? try_strip(job, room) : try_overhang(job, room, 0);
    if (!may_hang_over(job, room, flush) || overhang >= (job->right - job->left) / 3)
        return g_steal_pointer(&flush);
    DlLayoutJob part = *job;
    part.hurries = job->hurries || flush != NULL;
    g_autoptr(DlPlot) over = try_overhang(&part, room, overhang);
    bool gains = flush == NULL ||
                 (over != NULL && dl_plot_cost(over) < GAIN * dl_plot_cost(flush));
    return gains ? g_steal_pointer(&over) : g_steal_pointer(&flush);
}

DlPanel *dl_layout_horizontal(const DlLayoutJob *job, double height) {
    g_autoptr(DlPlot) plot = find_plot(job, height > 0 ? height : INFINITY);
    if (plot == NULL)
        return NULL;
    if (height > 0)
        dl_plot_stretch(plot, height - dl_plot_depth(plot));
    return dl_plot_place(plot, (DlPoint){job->left, 0});
}
