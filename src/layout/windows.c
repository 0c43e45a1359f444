#include "layout/windows.h"

#include "layout/extent.h"
#include "scale/ladder.h"

/* Events of a page: so few are worth a long search, as they could be no fewer. */
enum { FEW = 8 };
enum { FIRST_GUESS = 24, MOST_CONTINUED = 4 };

typedef struct {
    const DlEvent *event;
    DlMoment moment;
    guint order;
} Dealt;

static int compare_dealt(gconstpointer a, gconstpointer b) {
    const Dealt *first = a, *second = b;
    if (first->moment != second->moment)
        return first->moment < second->moment ? -1 : 1;
    return (first->order > second->order) - (first->order < second->order);
}

/* A span is dealt by its start, a point by its middle; what has no date, by order,
 * where the one before it is. */
static GArray *deal(const DlLayoutJob *job) {
    GArray *all = g_array_new(false, false, sizeof(Dealt));
    DlMoment last = DL_MOMENT_MIN;
    for (guint i = 0; i < job->view->events->len; i++) {
        const DlEvent *event = g_ptr_array_index(job->view->events, i);
        if (!dl_job_places(job, event))
            continue;
        if (dl_event_is_dated(event)) {
            DlExtent extent = dl_extent_of(event);
            last = extent.is_span ? extent.possible.from : dl_extent_middle(&extent);
        }
        Dealt dealt = {event, last, i};
        g_array_append_val(all, dealt);
    }
    if (!dl_job_goes_by_order(job))
        g_array_sort(all, compare_dealt);
    return all;
}

DlWindows *dl_windows_new(const DlLayoutJob *job) {
    DlWindows *windows = g_new0(DlWindows, 1);
    windows->from = job->view->from;
    windows->to = job->view->to;
    windows->scale = job->view->scale;
    windows->events = g_ptr_array_new();
    windows->moments = g_array_new(false, false, sizeof(DlMoment));
    g_autoptr(GArray) all = deal(job);
    for (guint i = 0; i < all->len; i++) {
        const Dealt *dealt = &g_array_index(all, Dealt, i);
        g_ptr_array_add(windows->events, (gpointer)dealt->event);
        g_array_append_val(windows->moments, dealt->moment);
    }
    return windows;
}

void dl_windows_free(DlWindows *windows) {
    if (windows == NULL)
        return;
    g_ptr_array_unref(windows->events);
    g_array_unref(windows->moments);
    g_free(windows);
}

/* The roundest moment after one and not after another. */
static DlMoment round_between(DlMoment before, DlMoment moment) {
    size_t n;
    const DlStep *ladder = dl_ladder(&n);
    for (size_t i = n; before != DL_MOMENT_MIN && i-- > 0;) {
        DlMoment boundary = dl_step_ceiling(ladder[i], before + 1);
        if (boundary <= moment)
            return boundary;
    }
    return moment;
}

/* Where the page begins whose first event is that one. */
static DlMoment boundary_at(const DlWindows *windows, guint i) {
    if (i == 0)
        return windows->from;
    DlMoment before = g_array_index(windows->moments, DlMoment, i - 1);
    DlMoment moment = g_array_index(windows->moments, DlMoment, i);
    return before < moment ? round_between(before, moment) : moment;
}

static bool runs_into(const DlEvent *event, DlMoment from) {
    if (!dl_event_is_dated(event))
        return false;
    DlExtent extent = dl_extent_of(event);
    return extent.is_span && extent.possible.to > from;
}

/* The heaviest first, then those that began last. */
static int compare_weights(gconstpointer a, gconstpointer b) {
    const DlEvent *first = *(const DlEvent *const *)a;
    const DlEvent *second = *(const DlEvent *const *)b;
    if (first->weight != second->weight)
        return second->weight - first->weight;
    return second->rank - first->rank;
}

/* The events from `from` to `to`, and the heaviest spans that run into their time. */
static GPtrArray *events_of(const DlWindows *windows, const DlLayoutJob *job,
                            guint from, guint to, GHashTable *continued,
                            guint *n_hidden) {
    GPtrArray *events = g_ptr_array_new();
    g_autoptr(GPtrArray) running = g_ptr_array_new();
    DlMoment start = boundary_at(windows, from);
    for (guint i = 0; i < from && !dl_job_goes_by_order(job); i++) {
        const DlEvent *event = g_ptr_array_index(windows->events, i);
        if (runs_into(event, start))
            g_ptr_array_add(running, (gpointer)event);
    }
    g_ptr_array_sort(running, compare_weights);
    for (guint i = 0; i < MIN(running->len, MOST_CONTINUED); i++) {
        g_ptr_array_add(events, g_ptr_array_index(running, i));
        g_hash_table_add(continued, g_ptr_array_index(running, i));
    }
    *n_hidden = running->len - MIN(running->len, MOST_CONTINUED);
    for (guint i = from; i < to; i++)
        g_ptr_array_add(events, g_ptr_array_index(windows->events, i));
    g_ptr_array_sort(events, dl_event_compare_ranks);
    return events;
}

static DlPanel *try_count(const DlWindows *windows, const DlLayoutJob *job,
                          DlNewPanel new_panel, double room, guint from, guint n) {
    guint to = from + n, all = windows->events->len;
    g_autoptr(GHashTable) continued = g_hash_table_new(NULL, NULL);
    guint n_hidden = 0;
    g_autoptr(GPtrArray) events =
        events_of(windows, job, from, to, continued, &n_hidden);
    DlMoment end = to < all ? boundary_at(windows, to) - 1 : windows->to;
    DlMoment last = g_array_index(windows->moments, DlMoment, to - 1);
    const DlView view = {
        .events = events,
        .continued = continued,
        .from = boundary_at(windows, from),
        .to = MAX(end, last),
        .scale = windows->scale,
    };
    DlLayoutJob part = *job;
    part.hurries = n > FEW;
    DlPanel *panel = new_panel(&part, &view, room);
    if (panel != NULL)
        panel->n_hidden = n_hidden;
    return panel;
}

DlPanel *dl_windows_fill(const DlWindows *windows, const DlLayoutJob *job,
                         DlNewPanel new_panel, double room, guint *from,
                         guint *wanted) {
    guint left = windows->events->len - *from;
    guint fits = 0, fails = left + 1;
    guint n = MIN(left, *wanted > 0 ? *wanted : FIRST_GUESS);
    DlPanel *best = NULL;
    if (room <= job->theme->band_height)
        return NULL;
    /* Until the next tried would be less than a tenth more. */
    while (n > fits && n < fails) {
        DlPanel *panel = try_count(windows, job, new_panel, room, *from, n);
        if (panel == NULL) {
            fails = n;
        } else {
            dl_panel_free(best);
            best = panel;
            fits = n;
        }
        if (fails > left)
            n = MIN(left, fits + MAX(1, fits / 3));
        else
            n = fits + (fails - fits) / 2;
        if (best != NULL && fails <= left && (fails - fits) * 10 <= fits)
            break;
    }
    *from += fits;
    *wanted = fits;
    return best;
}
