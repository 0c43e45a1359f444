#include "layout/plot_lanes.h"

#include "layout/behind.h"
#include "layout/stairs.h"
#include "layout/ties.h"

#include <math.h>

static const double GUTTER = 11, LEAST_GUTTER = 6.5; /* ems of the labels */
static const double PAD = 6, HEADING_GAP = 8, MARK_AIR = 2;
static const double FARTHEST_CORNER = 1.4; /* of a mark's radius: of a star */
static const double NARROWEST = 0.75; /* of the lanes beside an axis, of their mean */
static const double LEAST_BEND = 6;   /* points: of leaders that are not straight */

static guint count_lanes(const DlLayoutJob *job) {
    return job->lanes->lanes->len;
}

/* ---- Headings ---- */

/* From the headings to the axis' start, where there may be marks. */
static double axis_gap(const DlLayoutJob *job) {
    double mark = FARTHEST_CORNER * job->marks.radius + MARK_AIR;
    return fmax(HEADING_GAP, mark);
}

/* How wide a heading may be: a gutter left of its lane, or the lane it stands over. */
static double heading_width(const DlLayoutJob *job, double room) {
    if (job->vertical)
        return NARROWEST * room / count_lanes(job) - HEADING_GAP;
    double widest = fmin(GUTTER * job->size, room / 5);
    return fmax(widest, LEAST_GUTTER * job->size) - axis_gap(job);
}

/* Along: what the counts of merged marks take behind the headings. */
static double counts_room(const DlLayoutJob *job) {
    static const double EMS[] = {[false] = 3, [true] = 1.4};
    bool may_merge = job->kept != NULL && job->numbers == NULL;
    return may_merge ? EMS[job->vertical] * job->theme->smallest_text : 0;
}

double dl_plot_lanes_lead(const DlLayoutJob *job, double room) {
    if (job->lanes == NULL)
        return 0;
    double width = heading_width(job, room), lead = 0;
    /* All strips and pages of an axis that runs to the right begin at one place. */
    const DlLanes *of_all = job->all_lanes != NULL ? job->all_lanes : job->lanes;
    const GPtrArray *lanes = (job->vertical ? job->lanes : of_all)->lanes;
    for (guint i = 0; i < lanes->len; i++) {
        g_autoptr(DlTextBlock) block =
            dl_lane_heading(job, g_ptr_array_index(lanes, i), width);
        lead = fmax(lead, job->vertical ? block->height : block->width);
    }
    return lead + axis_gap(job) + counts_room(job);
}

/* ---- Items ---- */

static bool touches(const DlLaneSpan *span, guint lane) {
    for (guint i = 0; i < span->lanes->len; i++)
        if (g_array_index(span->lanes, guint, i) == lane)
            return true;
    return false;
}

static guint last_of(const DlLaneSpan *span) {
    return g_array_index(span->lanes, guint, span->lanes->len - 1);
}

/* What a lane shows of an event: its mark, with its label in one lane, or only the
 * connector that passes; NULL: nothing. The caller owns it. */
static DlItem *item_in_lane(const DlItem *item, const DlLaneSpan *span, guint lane) {
    guint first = g_array_index(span->lanes, guint, 0);
    if (lane < first || lane > last_of(span))
        return NULL;
    DlItem *copy = g_memdup2(item, sizeof *item);
    copy->goes_on = lane < last_of(span);
    if (!touches(span, lane))
        copy->role = DL_ITEM_WALL;
    else if (copy->goes_on)
        copy->role = DL_ITEM_MARK;
    copy->repeats = item->repeats || copy->goes_on;
    return copy;
}

/* The lines of its relations, on their way to its lane, or in it to a list. */
static bool is_passed(const DlPlot *plot, const GPtrArray *items, const DlItem *item,
                      guint lane) {
    guint own = last_of(dl_lanes_span(plot->job.lanes, item->event));
    if (lane == own && dl_tie_climbs(items, item, &plot->job))
        return true;
    return dl_ties_lie_before(&plot->job) ? lane < own : lane >= own;
}

static GPtrArray *items_in_lane(const DlPlot *plot, const GPtrArray *items,
                                guint lane) {
    GPtrArray *in_lane = g_ptr_array_new_with_free_func(dl_item_free);
    for (guint i = 0; i < items->len; i++) {
        const DlItem *item = g_ptr_array_index(items, i);
        DlItem *copy =
            item_in_lane(item, dl_lanes_span(plot->job.lanes, item->event), lane);
        if (copy != NULL)
            g_ptr_array_add(in_lane, copy);
        if (is_passed(plot, items, item, lane))
            dl_tie_walls_add(in_lane, items, item, &plot->job);
    }
    return in_lane;
}

static double lane_room(const DlPlot *plot) {
    if (!plot->job.vertical)
        return INFINITY;
    return (plot->room - 2 * plot->axis->half) / count_lanes(&plot->job);
}

double dl_plot_lanes_text_room(const DlPlot *plot) {
    return lane_room(plot) - 2 * PAD - plot->job.marks.pitch -
           dl_plot_manner(plot)->stem - LEAST_BEND - plot->job.piled;
}

/* Beside an axis that runs down, what a lane takes: its labels, or the least that its
 * heading has. */
static double needed_depth(const DlPlot *plot, guint lane) {
    return fmax(
        dl_placing_reach(g_ptr_array_index(plot->placings, lane), DL_SIDE_AFTER) + PAD,
        NARROWEST * lane_room(plot));
}

/* What lanes so deep leave to each, if all have the same. */
static double spare_depth(const DlPlot *plot) {
    double spare = plot->room - 2 * plot->axis->half;
    for (guint i = 0; i < count_lanes(&plot->job); i++)
        spare -= needed_depth(plot, i);
    return spare / count_lanes(&plot->job);
}

double dl_plot_lanes_excess(const DlPlot *plot) {
    return plot->job.vertical ? -spare_depth(plot) : -INFINITY;
}

void dl_plot_lanes_add(DlPlot *plot, const GPtrArray *items) {
    if (plot->job.vertical)
        dl_plot_use_labels(plot, dl_plot_lanes_text_room(plot), 1);
    for (guint i = 0; i < count_lanes(&plot->job); i++)
        dl_plot_add(plot, items_in_lane(plot, items, i), false, PAD,
                    lane_room(plot) - 2 * PAD - plot->job.marks.pitch);
}

double dl_plot_lanes_least(const DlPlot *plot) {
    double least = 0;
    for (guint i = 0; i < count_lanes(&plot->job); i++) {
        const DlPlacing *placing = g_ptr_array_index(plot->placings, i);
        double labels = PAD + dl_slots_least_depth(placing->slots) + PAD;
        least += fmax(labels, NARROWEST * lane_room(plot));
    }
    return least;
}

/* Walls for relations stay. */
bool dl_plot_lanes_yield(DlPlot *plot, guint lane) {
    const DlPlacing *placing = g_ptr_array_index(plot->placings, lane);
    bool yields = false;
    for (guint i = 0; i < placing->items->items->len; i++) {
        const DlItem *item = g_ptr_array_index(placing->items->items, i);
        DlSlot *slot = &g_array_index(placing->slots->slots, DlSlot, i);
        if (slot->is_wall &&
            lane < last_of(dl_lanes_span(plot->job.lanes, item->event))) {
            slot->is_wall = false;
            yields = true;
        }
    }
    return yields;
}

/* ---- Across ---- */

static double lane_depth(const DlPlot *plot, guint lane) {
    if (plot->job.vertical)
        return needed_depth(plot, lane) + spare_depth(plot);
    const DlPlacing *placing = g_ptr_array_index(plot->placings, lane);
    g_autoptr(DlTextBlock) heading =
        dl_lane_heading(&plot->job, g_ptr_array_index(plot->job.lanes->lanes, lane),
                        plot->lead - axis_gap(&plot->job) - counts_room(&plot->job));
    double least = heading->height + PAD;
    return fmax(least, dl_placing_reach(placing, DL_SIDE_AFTER)) + PAD;
}

double dl_plot_lanes_depth(const DlPlot *plot) {
    double depth = 2 * plot->axis->half;
    for (guint i = 0; i < count_lanes(&plot->job); i++)
        depth += lane_depth(plot, i);
    return depth;
}

/* ---- Places ---- */

static void place_lane(DlPlot *plot, DlFrame frame, guint lane, DlPanel *panel) {
    const DlLayoutJob *job = &plot->job;
    double depth = lane_depth(plot, lane);
    DlPlacedLane placed = {
        .box = dl_frame_box(frame, -plot->lead, plot->length, 0, depth),
        .from = dl_frame_point(frame, -plot->lead, 0),
        .to = dl_frame_point(frame, plot->length, 0),
    };
    DlTextBlock *heading = dl_lane_heading(
        job, g_ptr_array_index(job->lanes->lanes, lane),
        job->vertical ? depth - HEADING_GAP
                      : plot->lead - axis_gap(job) - counts_room(&plot->job));
    placed.heading = (DlPlacedText){
        .block = heading,
        .at = job->vertical ? (DlPoint){placed.box.x + PAD, placed.box.y}
                            : (DlPoint){placed.box.x, placed.box.y + PAD},
    };
    g_array_append_val(panel->lanes, placed);
    DlPlacing *placing = g_ptr_array_index(plot->placings, lane);
    placing->frame = frame;
    dl_placing_events(placing, panel);
}

/* From one mark of an event to its next, behind all words. */
static void add_connector(const DlPlacedEvent *first, const DlPlacedEvent *next,
                          const GArray *words, DlPanel *panel) {
    g_autoptr(GArray) lines = g_array_new(false, false, sizeof(DlPlacedLine));
    dl_line_behind((DlPlacedLine){first->mark.centre, next->mark.centre}, words, lines);
    for (guint i = 0; i < lines->len; i++) {
        const DlPlacedLine *line = &g_array_index(lines, DlPlacedLine, i);
        DlPlacedConnector connector = {first->event, line->from, line->to};
        g_array_append_val(panel->connectors, connector);
    }
}

/* The marks of one event in several lanes, from the first to the last. */
static void add_connectors(const DlPlot *plot, guint first_event, DlPanel *panel) {
    g_autoptr(GHashTable) firsts = g_hash_table_new(NULL, NULL);
    g_autoptr(GArray) words = dl_panel_words(panel);
    for (guint i = first_event; i < panel->events->len; i++) {
        const DlPlacedEvent *placed = g_ptr_array_index(panel->events, i);
        const DlPlacedEvent *first = g_hash_table_lookup(firsts, placed->event);
        const DlLaneSpan *span = dl_lanes_span(plot->job.lanes, placed->event);
        if (span->lanes->len < 2)
            continue;
        if (first == NULL) {
            g_hash_table_insert(firsts, (gpointer)placed->event, (gpointer)placed);
            continue;
        }
        add_connector(first, placed, words, panel);
        g_hash_table_insert(firsts, (gpointer)placed->event, (gpointer)placed);
    }
}

void dl_plot_lanes_place(DlPlot *plot, DlPoint origin, DlPanel *panel) {
    DlFrame frame = {origin, plot->job.vertical};
    guint first_event = panel->events->len;
    for (guint i = 0; i < count_lanes(&plot->job); i++) {
        place_lane(plot, frame, i, panel);
        frame.origin = dl_frame_point(frame, 0, lane_depth(plot, i));
    }
    add_connectors(plot, first_event, panel);
}
