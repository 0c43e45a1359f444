#include <math.h>

#include "layout/plot_lanes.h"

/* Beside an axis that runs down, the headings of lanes count on the rest of the room.
 */
static bool has_head_room(const DlPlot *plot) {
    double most = plot->job.vertical ? DL_MOST_HEAD : 1;
    return plot->eras->fits && plot->measures->fits && !plot->has_high_headings &&
           plot->head + plot->tail <= most * (plot->head + plot->tail + plot->room);
}

bool dl_plot_is_narrow(const DlPlot *plot) {
    const DlPlacing *first = g_ptr_array_index(plot->placings, 0);
    double least = plot->job.lanes != NULL ? dl_plot_lanes_least(plot)
                                           : dl_slots_least_depth(first->slots);
    double room = plot->room + plot->eras->depth;
    return plot->job.vertical && least + 2 * plot->axis->half > room;
}

/* Labels can be set only so densely between leaders; a page that they would fill beyond
 * that need not be tried. */
static bool is_hopeless(const DlPlot *plot) {
    static const double DENSEST[] = {[false] = 0.62, [true] = 0.85};
    double area = 0;
    for (guint p = 0; p < plot->placings->len; p++) {
        const DlPlacing *placing = g_ptr_array_index(plot->placings, p);
        const GArray *slots = placing->slots->slots;
        for (guint i = 0; i < slots->len; i++) {
            const DlSlot *slot = &g_array_index(slots, DlSlot, i);
            double least = slot->n_widths > 0 ? INFINITY : 0;
            for (int w = 0; w < slot->n_widths; w++)
                least = fmin(least, slot->lengths[w] * slot->depths[w]);
            area += least;
        }
    }
    return area > DENSEST[plot->job.vertical] * plot->room * plot->length;
}

static double reach_of_both(const DlPlacing *placing) {
    return dl_placing_reach(placing, DL_SIDE_BEFORE) +
           dl_placing_reach(placing, DL_SIDE_AFTER);
}

/* Where the labels begin, or would if there were any. */
double dl_plot_tracks_start(const DlPlot *plot) {
    const DlPlacing *placing = g_ptr_array_index(plot->placings, 0);
    const DlRow *row = &placing->slots->rows[DL_SIDE_AFTER][0];
    const DlSlotRules *rules = &placing->slots->rules;
    double labels = row->height > 0 ? row->offset : rules->stem + rules->ending;
    return placing->lift[DL_SIDE_AFTER] + labels - dl_plot_manner(plot)->ending / 2 -
           dl_tracks_depth(plot->tracks);
}

/* Across, without head and foot. */
static double inner_depth(const DlPlot *plot) {
    if (plot->job.lanes != NULL)
        return dl_plot_lanes_depth(plot);
    const DlPlacing *placing = g_ptr_array_index(plot->placings, 0);
    if (plot->tracks == NULL)
        return reach_of_both(placing);
    double tracks = dl_plot_tracks_start(plot) + dl_tracks_reach(plot->tracks);
    return fmax(reach_of_both(placing),
                dl_placing_reach(placing, DL_SIDE_BEFORE) + tracks);
}

static double excess(const DlPlot *plot) {
    return plot->job.lanes != NULL ? dl_plot_lanes_excess(plot)
                                   : inner_depth(plot) - plot->room;
}

/* As it would be at least, whatever the search finds. */
static double expected_excess(DlPlot *plot) {
    for (guint i = 0; i < plot->placings->len; i++)
        dl_placing_expect(g_ptr_array_index(plot->placings, i));
    return excess(plot);
}

bool dl_plot_search(DlPlot *plot) {
    const DlLayoutJob *job = &plot->job;
    if (plot->length <= DL_SHORTEST_AXIS || !has_head_room(plot) ||
        dl_plot_is_narrow(plot) || is_hopeless(plot))
        return false;
    plot->excess = job->vertical ? expected_excess(plot) : 0;
    if (plot->excess > 0)
        return false;
    plot->is_searched = true;
    for (guint i = 0; i < plot->placings->len; i++) {
        DlPlacing *placing = g_ptr_array_index(plot->placings, i);
        bool fits = dl_placing_search(placing);
        /* An axis that runs down may be longer instead. */
        if (!fits && job->lanes != NULL && !job->vertical &&
            dl_plot_lanes_yield(plot, i))
            fits = dl_placing_search(placing);
        if (!fits)
            return false;
    }
    plot->excess = excess(plot);
    return inner_depth(plot) <= plot->room && (job->lanes == NULL || plot->excess <= 0);
}

double dl_plot_depth(const DlPlot *plot) {
    return fmax(plot->least, plot->head + inner_depth(plot) + plot->foot + plot->tail);
}

double dl_plot_cost(const DlPlot *plot) {
    double cost = 0;
    for (guint i = 0; i < plot->placings->len; i++)
        cost += ((const DlPlacing *)g_ptr_array_index(plot->placings, i))->slots->cost;
    return cost;
}

static int count_rows(const DlSlots *slots) {
    int n_rows = 0;
    for (int side = 0; side < DL_N_SIDES; side++)
        for (int row = 0; row < DL_MOST_ROWS; row++)
            n_rows += slots->rows[side][row].height > 0;
    return n_rows;
}

void dl_plot_stretch(DlPlot *plot, double spare) {
    const DlPlotManner *manner = dl_plot_manner(plot);
    if (plot->job.lanes != NULL)
        return;
    DlSlots *slots = ((DlPlacing *)g_ptr_array_index(plot->placings, 0))->slots;
    double share = spare / (2 * DL_N_SIDES + count_rows(slots));
    slots->rules.stem += fmin(2 * share, manner->most_stem - manner->stem);
    slots->rules.row_gap += fmin(share, manner->most_row_gap - manner->row_gap);
    dl_slots_place(slots);
}
