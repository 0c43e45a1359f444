#include "layout/plot.h"

#include <math.h>

#include "layout/apart.h"
#include "layout/naming.h"
#include "layout/plot_lanes.h"

enum { MOST_STACKED = 5, MOST_STACKED_NARROW = 2 };
static const double SHORT_STEM = 8; /* where panels share a page */
static const double TIGHT = 0.55;   /* of what is between rows */

static const DlPlotManner manners[] = {
    [false] = {DL_ATTACH_FLAG, 15, 34, 9, 20, 0, 4, 6.5, 9, 2},
    [true] = {DL_ATTACH_END, 8, 20, 6, 18, 7, 3.5, 7, 0.06, 0.06},
};

const DlPlotManner *dl_plot_manner(const DlPlot *plot) {
    return &manners[plot->job.vertical];
}

/* Where no leader bends any more. */
static double tracks_depth(const DlPlot *plot) {
    return plot->tracks != NULL ? dl_tracks_depth(plot->tracks) : 0;
}

static DlSlotRules make_rules(const DlPlot *plot, bool both, double room) {
    const DlLayoutJob *job = &plot->job;
    const DlPlotManner *manner = dl_plot_manner(plot);
    bool is_short = job->is_tight || job->is_inset || job->insets != NULL;
    return (DlSlotRules){
        .attach = manner->attach,
        .sides = {both, true},
        .depth_price = isinf(room) ? manner->depth_price : manner->filled_price,
        .from = 0,
        .to = plot->length,
        .room = room,
        .stem = is_short ? SHORT_STEM : manner->stem,
        .row_gap = (job->is_tight ? TIGHT : 1) * manner->row_gap,
        .ending = manner->ending + tracks_depth(plot),
        .most_rows = plot->tracks != NULL ? 1 : DL_MOST_ROWS,
        .drop = job->size * job->theme->line_height,
        .text_gap = manner->text_gap,
        .list_gap = manner->text_gap + (job->vertical ? 0 : job->marks.radius),
        .label_gap = manner->label_gap,
        .most_stacked = both ? MOST_STACKED : MOST_STACKED_NARROW,
        .turns = job->turns,
        .hurries = job->hurries,
        .keeps_sides = job->keeps_sides,
    };
}

static void placing_free(void *data) {
    DlPlacing *placing = data;
    dl_items_free(placing->items);
    dl_slots_free(placing->slots);
    dl_density_free(placing->density);
    g_free(placing);
}

void dl_plot_free(DlPlot *plot) {
    if (plot == NULL)
        return;
    g_ptr_array_unref(plot->placings);
    dl_eras_free(plot->eras);
    if (plot->stretches != NULL)
        g_array_unref(plot->stretches);
    dl_measures_free(plot->measures);
    dl_ties_free(plot->ties);
    dl_tracks_free(plot->tracks);
    dl_axis_free(plot->axis);
    g_free(plot);
}

void dl_plot_add(DlPlot *plot, GPtrArray *items, bool both, double base, double room) {
    static const double STRIP_GAP = 4;
    DlPlacing *placing = g_new0(DlPlacing, 1);
    placing->job = &plot->job;
    placing->in_tracks = plot->tracks != NULL;
    dl_inset_marks_merge(items, &plot->job);
    placing->density = dl_density_new(items, &plot->job, plot->axis->scale, 1 + both);
    double strip = placing->density != NULL ? placing->density->depth + STRIP_GAP : 0;
    placing->base[DL_SIDE_BEFORE] = base;
    placing->base[DL_SIDE_AFTER] = base + strip;
    for (guint i = 0, n = items->len; i < n && plot->job.lanes == NULL; i++)
        dl_tie_walls_add(items, items, g_ptr_array_index(items, i), &plot->job);
    dl_items_name_bars(items, plot->axis, &plot->job, plot->length);
    dl_inset_walls_add(items, plot->stretches, &plot->job);
    placing->items = dl_items_new(items, plot->axis);
    DlSlotRules rules = make_rules(plot, both, room - strip);
    /* Beside an axis the strip has a side of its own. */
    rules.sides[DL_SIDE_AFTER] = !both || strip == 0;
    placing->slots = dl_items_new_slots(placing->items, &plot->job, rules);
    g_ptr_array_add(plot->placings, placing);
}

/* Beside an axis that runs down, a narrow page has room for labels on one side only. */
bool dl_plot_has_two_sides(const DlPlot *plot) {
    static const double LEAST_SIDE = 15; /* ems of the labels, with their leaders */
    double sides = plot->room - 2 * plot->axis->half;
    return !plot->job.vertical || (!plot->job.is_column && plot->tracks == NULL &&
                                   sides >= 2 * LEAST_SIDE * plot->job.size);
}

void dl_plot_use_labels(DlPlot *plot, double width, double least) {
    static const double LEAST_TEXT = 6; /* ems */
    double widest = fmax(floor(2 * width / plot->job.size) / 2, LEAST_TEXT);
    double narrowest = fmax(least * widest, LEAST_TEXT);
    const double widths[DL_N_WIDTHS] = {narrowest, (narrowest + widest) / 2, widest};
    plot->job.labels = dl_label_shelf_get(plot->job.shelf, widths);
}

/* Beside an axis that runs down, labels are no wider than what the page leaves to a
 * side, and narrower than that where marks are stacked. */
static double narrow_room(const DlPlot *plot, bool both) {
    static const double BENDS = 20;
    double all = plot->room - 2 * plot->axis->half - 2 * plot->job.marks.pitch;
    double usual = plot->job.labels->widths[DL_N_WIDTHS - 1] * plot->job.size;
    double side = (both ? all / 2 : all) - dl_plot_manner(plot)->stem - BENDS;
    return fmin(side - tracks_depth(plot), usual) - plot->job.piled / (1 + both);
}

static void use_narrow_labels(DlPlot *plot, bool both) {
    static const double LEAST = 0.6;
    double width = narrow_room(plot, both);
    double usual = plot->job.labels->widths[DL_N_WIDTHS - 1] * plot->job.size;
    if (!both || width < usual)
        dl_plot_use_labels(plot, width, LEAST);
}

/* The strips of brackets and of names, behind which all else begins. */
static void add_head(DlPlot *plot, const GPtrArray *items) {
    plot->measures =
        dl_measures_new(&plot->job, plot->axis->scale, items, plot->length);
    plot->eras = dl_eras_new(&plot->job, plot->axis->scale, plot->length, plot->room);
    plot->head = plot->measures->depth + plot->eras->depth;
    plot->foot = plot->eras->foot;
    plot->room -= plot->head + plot->foot;
}

/* Across, for a label, where there is one side for them; INFINITY: there are two. */
static double label_room(const DlPlot *plot) {
    if (plot->job.lanes != NULL)
        return fmin(dl_plot_lanes_text_room(plot), plot->length);
    return dl_plot_has_two_sides(plot) ? INFINITY : narrow_room(plot, false);
}

/* Strips have their axes below one another. */
static bool may_lie_ahead(const DlPlot *plot) {
    const DlLayoutJob *job = &plot->job;
    return job->vertical && job->lanes == NULL && job->insets == NULL &&
           !dl_plot_has_two_sides(plot) && !dl_job_is_strip(job);
}

/* The rows of relations; with insets they are known to all panels. */
static void add_tail(DlPlot *plot, const GPtrArray *items) {
    plot->job.ties_lie_ahead = may_lie_ahead(plot);
    double room = plot->job.ties_lie_ahead ? INFINITY : label_room(plot);
    if (plot->job.insets == NULL)
        plot->job.ties = plot->ties = dl_ties_new(&plot->job, items, room);
    plot->tail = dl_ties_depth(&plot->job);
    plot->room -= plot->tail;
}

static void new_axis(DlPlot *plot, const GPtrArray *items, double along,
                     double overhang) {
    const DlLayoutJob *job = &plot->job;
    double share = job->view->share > 0 ? job->view->share : 1;
    plot->length = fmax(DL_SHORTEST_AXIS, along - plot->lead);
    double on_axis = fmax(DL_SHORTEST_AXIS, plot->length - overhang);
    plot->axis = dl_axis_new(job, items, on_axis * share);
}

/* The names of its rows are known with the axis, which may then begin later. */
static void add_axis(DlPlot *plot, const GPtrArray *items, double along,
                     double overhang) {
    new_axis(plot, items, along, overhang);
    double lead = dl_axis_lead(plot->axis, &plot->job);
    if (lead <= plot->lead)
        return;
    plot->lead = lead;
    dl_axis_free(plot->axis);
    new_axis(plot, items, along, overhang);
}

/* Plots whose lanes are tracks are as if they had no lanes, but for these. */
static void take_lanes(DlPlot *plot, double room) {
    const DlLayoutJob *job = &plot->job;
    if (job->lanes == NULL || !job->in_tracks) {
        plot->lead = dl_plot_lanes_lead(job, room);
        return;
    }
    plot->tracks = dl_tracks_new(job, plot->room);
    plot->lead = dl_tracks_lead(plot->tracks);
    plot->job.lanes = NULL;
}

/* Labels on the sides of the axis; takes the items. */
static void add_flat(DlPlot *plot, GPtrArray *items) {
    double taken = 2 * plot->axis->half + 2 * plot->job.marks.pitch;
    bool both = dl_plot_has_two_sides(plot);
    if (plot->job.vertical)
        use_narrow_labels(plot, both);
    dl_plot_add(plot, items, both, plot->axis->half, plot->room - taken);
}

/* Beside an axis that runs down, when it is known what the head and the axis leave to
 * the lanes. */
static void take_headings(DlPlot *plot) {
    const DlLayoutJob *job = &plot->job;
    if (!job->vertical || job->lanes == NULL)
        return;
    double lead = dl_plot_lanes_lead(job, plot->room - 2 * plot->axis->half);
    plot->has_high_headings = lead > plot->lead;
    plot->lead = fmin(plot->lead, lead);
}

/* `beside`: what there may be for the headings of lanes. */
static DlPlot *new_plot(const DlLayoutJob *given, double along, double overhang,
                        double room, double beside) {
    DlPlot *plot = g_new0(DlPlot, 1);
    const DlLayoutJob *job = &plot->job;
    plot->job = *given;
    plot->room = room;
    plot->least = job->vertical && dl_job_is_strip(job) ? room : 0;
    take_lanes(plot, beside);
    plot->placings = g_ptr_array_new_with_free_func(placing_free);
    GPtrArray *items = dl_items_collect(job);
    add_axis(plot, items, along, overhang);
    dl_items_place(items, plot->axis, &job->marks);
    if (job->lanes != NULL && plot->axis->scale->steps == NULL)
        dl_items_set_apart(items, job->lanes, &job->marks);
    add_head(plot, items);
    add_tail(plot, items);
    take_headings(plot);
    if (plot->axis->scale->steps != NULL && !dl_job_is_strip(job))
        dl_items_tell_steps(items);
    plot->stretches = dl_inset_stretches(items, plot->axis, job);
    if (job->lanes == NULL) {
        add_flat(plot, items);
        return plot;
    }
    dl_plot_lanes_add(plot, items);
    g_ptr_array_unref(items);
    return plot;
}

DlPlot *dl_plot_new(const DlLayoutJob *job, double along, double overhang,
                    double room) {
    double beside = job->vertical ? (1 - DL_MOST_HEAD) * room : along;
    DlPlot *plot = new_plot(job, along, overhang, room, beside);
    if (!plot->has_high_headings)
        return plot;
    beside = plot->room - 2 * plot->axis->half;
    dl_plot_free(plot);
    return new_plot(job, along, overhang, room, beside);
}
