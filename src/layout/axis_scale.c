#include "layout/axis_text.h"
#include "layout/items.h"

static const double LEAST_PIECE = 40;

static int compare_stretches(gconstpointer a, gconstpointer b) {
    const DlStretch *first = a, *second = b;
    if (first->from != second->from)
        return first->from < second->from ? -1 : 1;
    return (first->to > second->to) - (first->to < second->to);
}

/* From the first moment that anything touches to the last. */
static DlStretch whole_of(const GPtrArray *items) {
    DlStretch whole = {DL_MOMENT_MAX, DL_MOMENT_MIN};
    for (guint i = 0; i < items->len; i++) {
        const DlItem *item = g_ptr_array_index(items, i);
        if (!dl_event_is_dated(item->event))
            continue;
        whole.from = MIN(whole.from, item->extent.possible.from);
        whole.to = MAX(whole.to, item->extent.possible.to);
    }
    return whole;
}

/* A span over more than half of the time would keep all of the axis whole: it occupies
 * only its ends, and its bar is broken with the axis. */
static void add_occupied(GArray *occupied, const DlExtent *extent, DlStretch whole) {
    DlStretch ends[] = {
        {extent->possible.from, MAX(extent->possible.from + 1, extent->certain.from)},
        {MIN(extent->possible.to - 1, extent->certain.to), extent->possible.to},
    };
    DlMoment length = extent->possible.to - extent->possible.from;
    if (extent->is_span && length > (whole.to - whole.from) / 2)
        g_array_append_vals(occupied, ends, G_N_ELEMENTS(ends));
    else
        g_array_append_val(occupied, extent->possible);
}

/* An inset gives its events the room that they need: on this axis they are one thing.
 */
static void add_insets(GArray *occupied, const GPtrArray *items, guint n) {
    for (guint inset = 1; inset <= n; inset++) {
        DlStretch all = {DL_MOMENT_MAX, DL_MOMENT_MIN};
        for (guint i = 0; i < items->len; i++) {
            const DlItem *item = g_ptr_array_index(items, i);
            if (item->inset != inset || !dl_event_is_dated(item->event))
                continue;
            all.from = MIN(all.from, item->extent.possible.from);
            all.to = MAX(all.to, item->extent.possible.to);
        }
        if (all.from < all.to)
            g_array_append_val(occupied, all);
    }
}

static GArray *occupied_stretches(const GPtrArray *items, guint n_insets) {
    GArray *occupied = g_array_new(false, false, sizeof(DlStretch));
    DlStretch whole = whole_of(items);
    for (guint i = 0; i < items->len; i++) {
        const DlItem *item = g_ptr_array_index(items, i);
        if (dl_event_is_dated(item->event) && item->inset == 0)
            add_occupied(occupied, &item->extent, whole);
    }
    add_insets(occupied, items, n_insets);
    g_array_sort(occupied, compare_stretches);
    return occupied;
}

static bool says_when(const DlItem *item, DlStretch *when) {
    const DlDate *date = &item->event->date;
    const DlBound *bound = dl_bound_is_finite(&date->start) ? &date->start : &date->end;
    if (!dl_bound_is_finite(bound))
        return false;
    *when = (DlStretch){bound->min, bound->max + 1};
    return true;
}

/* When each event in the order begins; one that does not say is where the one before it
 * is, and before the first that says, where that is. */
static GArray *step_stretches(const GPtrArray *items) {
    GArray *steps = g_array_new(false, true, sizeof(DlStretch));
    DlStretch last = {0, 0};
    for (guint i = 0; i < items->len; i++)
        if (says_when(g_ptr_array_index(items, i), &last))
            break;
    for (guint i = 0; i < items->len; i++) {
        says_when(g_ptr_array_index(items, i), &last);
        g_array_append_val(steps, last);
    }
    return steps;
}

static DlMoment finest_precision(const GPtrArray *items) {
    static const DlMoment lengths[] = {
        [DL_PRECISION_SECOND] = 1,
        [DL_PRECISION_MINUTE] = 60,
        [DL_PRECISION_HOUR] = 3600,
        [DL_PRECISION_DAY] = DL_SECONDS_A_DAY,
        [DL_PRECISION_MONTH] = 30 * DL_SECONDS_A_DAY,
        [DL_PRECISION_SEASON] = 91 * DL_SECONDS_A_DAY,
    };
    DlMoment finest = DL_SECONDS_A_YEAR;
    for (guint i = 0; i < items->len; i++) {
        const DlItem *item = g_ptr_array_index(items, i);
        DlPrecision precision = item->event->date.start.precision;
        if (item->event->date.start.kind == DL_BOUND_KNOWN &&
            (size_t)precision < G_N_ELEMENTS(lengths))
            finest = MIN(finest, lengths[precision]);
    }
    return finest;
}

/* What time is counted from: an event, or the day the chart is true of, or its end. */
static DlMoment find_origin(const DlLayoutJob *job, DlStretch window) {
    const DlEvent *origin = job->chart->origin;
    if (origin != NULL) {
        DlExtent extent = dl_extent_of(origin);
        return extent.is_span ? extent.certain.from : dl_extent_middle(&extent);
    }
    return job->timeline->has_asof ? job->timeline->asof.end.max + 1 : window.to;
}

/* Where no event surely lies in the window, what is shown is one unit of the finest
 * precision at the end that the user fixed. */
static DlScaleRequest make_request(const DlLayoutJob *job, const GArray *occupied,
                                   DlMoment finest, double length) {
    const DlView *view = job->view;
    DlStretch all = {0, 0};
    if (occupied->len > 0)
        all = g_array_index(occupied, DlStretch, 0);
    for (guint i = 1; i < occupied->len; i++)
        all.to = MAX(all.to, g_array_index(occupied, DlStretch, i).to);
    bool fixed_from = view->from != DL_MOMENT_MIN, fixed_to = view->to != DL_MOMENT_MAX;
    if (fixed_from)
        all.from = view->from;
    if (fixed_to)
        all.to = view->to + 1;
    if (all.to <= all.from && fixed_to && !fixed_from)
        all.from = all.to - finest;
    else if (all.to <= all.from)
        all.to = all.from + finest;
    return (DlScaleRequest){
        .window = all,
        .fixed_from = fixed_from,
        .fixed_to = fixed_to,
        .occupied = occupied,
        .length = length,
        .break_length = dl_axis_break_length(job),
        .least_piece = LEAST_PIECE,
        .finest = finest,
        .by_events = job->by_events,
    };
}

static bool reaches_beyond(const GArray *occupied, DlMoment moment) {
    return occupied->len > 0 &&
           g_array_index(occupied, DlStretch, occupied->len - 1).from >= moment;
}

/* `auto` breaks the axis where that shows more: the broken scale finds no cut
 * otherwise. */
DlScale *dl_axis_scale(const DlLayoutJob *job, const GPtrArray *items, double length) {
    static DlScale *(*const makers[])(const DlScaleRequest *) = {
        [DL_SCALE_LINEAR] = dl_scale_new_linear,
        [DL_SCALE_BROKEN] = dl_scale_new_broken,
        [DL_SCALE_DENSITY] = dl_scale_new_density,
        [DL_SCALE_LOG] = dl_scale_new_log,
        [DL_SCALE_RELATIVE] = dl_scale_new_relative,
        [DL_SCALE_SEQUENCE] = dl_scale_new_sequence,
        [DL_SCALE_INTERIM] = dl_scale_new_interim,
    };
    g_autoptr(GArray) occupied =
        occupied_stretches(items, job->insets != NULL ? job->insets->len : 0);
    g_autoptr(GArray) steps = step_stretches(items);
    DlScaleRequest request =
        make_request(job, occupied, finest_precision(items), length);
    request.steps = steps;
    request.origin = find_origin(job, request.window);
    request.from_present = job->chart->origin == NULL;
    if (dl_job_scale(job) == DL_SCALE_LOG && request.from_present &&
        !reaches_beyond(occupied, request.origin))
        request.window.to =
            MAX(request.window.from + 1, MIN(request.window.to, request.origin));
    return makers[dl_job_scale(job)](&request);
}

bool dl_axis_breaks(const DlLayoutJob *job) {
    static const double LONGEST = 14000;
    g_autoptr(GPtrArray) items = dl_items_collect(job);
    g_autoptr(DlScale) scale = dl_axis_scale(job, items, LONGEST);
    return scale->pieces->len > 1;
}
