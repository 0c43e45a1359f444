#include "layout/plot.h"

#include <math.h>

#include "layout/apart.h"
#include "layout/naming.h"
#include "layout/plot_lanes.h"

static const double MOST_HEAD = 0.5; /* of the room, beside an axis that runs down */
enum { MOST_STACKED = 5, MOST_STACKED_NARROW = 2 };
static const double SHORTEST = 10;  /* of an axis, points */
static const double SHORT_STEM = 8; /* where panels share a page */
static const double TIGHT = 0.55;   /* of what is between rows */

/* How labels stand along an axis that runs to the right, and one that runs down: there
 * a page is as wide as it is, so that depth costs little. */
typedef struct {
    DlAttach attach;
    double stem, most_stem, row_gap, most_row_gap, ending, text_gap, label_gap;
    double depth_price;  /* on a page that is as high as it needs … */
    double filled_price; /* … and on one that is filled */
} Manner;

static const Manner manners[] = {
    [false] = {DL_ATTACH_FLAG, 15, 34, 9, 20, 0, 4, 6.5, 9, 2},
    [true] = {DL_ATTACH_END, 8, 20, 6, 18, 7, 3.5, 7, 0.06, 0.06},
};

static const Manner *manner_of(const DlPlot *plot) {
    return &manners[plot->job.vertical];
}

double dl_plot_stem(const DlPlot *plot) {
    return manner_of(plot)->stem;
}

/* Where no leader bends any more. */
static double tracks_depth(const DlPlot *plot) {
    return plot->tracks != NULL ? dl_tracks_depth(plot->tracks) : 0;
}

static DlSlotRules make_rules(const DlPlot *plot, bool both, double room) {
    const DlLayoutJob *job = &plot->job;
    const Manner *manner = manner_of(plot);
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
    placing->density =
        dl_density_new(items, &plot->job, dl_scale_length(plot->axis->scale), 1 + both);
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
    double side = (both ? all / 2 : all) - dl_plot_stem(plot) - BENDS;
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
    plot->length = fmax(SHORTEST, along - plot->lead);
    double on_axis = fmax(SHORTEST, plot->length - overhang);
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
    double beside = job->vertical ? (1 - MOST_HEAD) * room : along;
    DlPlot *plot = new_plot(job, along, overhang, room, beside);
    if (!plot->has_high_headings)
        return plot;
    beside = plot->room - 2 * plot->axis->half;
    dl_plot_free(plot);
    return new_plot(job, along, overhang, room, beside);
}

/* Beside an axis that runs down, the headings of lanes count on the rest of the room.
 */
static bool has_head_room(const DlPlot *plot) {
    double most = plot->job.vertical ? MOST_HEAD : 1;
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
    return placing->lift[DL_SIDE_AFTER] + labels - manner_of(plot)->ending / 2 -
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
    if (plot->length <= SHORTEST || !has_head_room(plot) || dl_plot_is_narrow(plot) ||
        is_hopeless(plot))
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
    const Manner *manner = manner_of(plot);
    if (plot->job.lanes != NULL)
        return;
    DlSlots *slots = ((DlPlacing *)g_ptr_array_index(plot->placings, 0))->slots;
    double share = spare / (2 * DL_N_SIDES + count_rows(slots));
    slots->rules.stem += fmin(2 * share, manner->most_stem - manner->stem);
    slots->rules.row_gap += fmin(share, manner->most_row_gap - manner->row_gap);
    dl_slots_place(slots);
}
