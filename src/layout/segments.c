#include "layout/segments.h"

#include <math.h>

#include "base/sorted.h"
#include "layout/extent.h"
#include "layout/strip.h"

enum { MOST_UNSPLIT = 60 }; /* events: more are not tried on one page */

static const DlSegmentUnit units[] = {
    [DL_SEGMENTS_DAY] = {{DL_TICK_DAY, 1}, false, DL_PRECISION_DAY, false},
    [DL_SEGMENTS_WEEK] = {{DL_TICK_DAY, 7}, true, DL_PRECISION_DAY, true},
    [DL_SEGMENTS_MONTH] = {{DL_TICK_MONTH, 1}, false, DL_PRECISION_MONTH, false},
    [DL_SEGMENTS_YEAR] = {{DL_TICK_YEAR, 1}, false, DL_PRECISION_YEAR, false},
    [DL_SEGMENTS_DECADE] = {{DL_TICK_YEAR, 10}, false, DL_PRECISION_YEAR, true},
    [DL_SEGMENTS_CENTURY] = {{DL_TICK_YEAR, 100}, false, DL_PRECISION_YEAR, true},
};

const DlSegmentUnit *dl_segment_unit(DlSegmentsKind kind) {
    return &units[kind];
}

static DlStretch segment_at(const DlSegmentUnit *unit, DlMoment moment) {
    if (unit->is_week) {
        DlMoment day = dl_divide_down(moment, DL_SECONDS_A_DAY) * DL_SECONDS_A_DAY;
        DlMoment monday = day - (dl_weekday(moment) - 1) * DL_SECONDS_A_DAY;
        return (DlStretch){monday, monday + 7 * DL_SECONDS_A_DAY};
    }
    DlMoment from = dl_step_floor(unit->step, moment);
    return (DlStretch){from, dl_step_next(unit->step, from)};
}

bool dl_segments_place(DlSegmentsKind kind, const DlEvent *event) {
    if (kind == DL_SEGMENTS_NONE)
        return true;
    if (!dl_event_is_dated(event))
        return false;
    DlExtent extent = dl_extent_of(event);
    DlStretch segment = segment_at(&units[kind], extent.possible.from);
    return extent.is_span || extent.possible.to <= segment.to;
}

/* ---- Which segments, and what lies in them ---- */

static void segment_free(void *data) {
    DlSegment *segment = data;
    g_ptr_array_unref(segment->events);
    g_hash_table_unref(segment->continued);
    g_free(segment);
}

/* When an event has its step: a span of which nobody says when it began, at its end. */
static DlMoment step_moment(const DlEvent *event) {
    const DlDate *date = &event->date;
    bool has_end = date->end.kind == DL_BOUND_KNOWN && date->end.min != DL_MOMENT_MIN;
    return date->start.kind != DL_BOUND_KNOWN && has_end
               ? date->end.min
               : dl_extent_of(event).possible.from;
}

/* The starts of the segments in which something begins or is. */
static GArray *segment_starts(const DlWindows *windows, const DlSegmentUnit *unit,
                              bool by_order) {
    GArray *starts = g_array_new(false, false, sizeof(DlMoment));
    for (guint i = 0; i < windows->moments->len; i++) {
        DlMoment moment = by_order ? step_moment(g_ptr_array_index(windows->events, i))
                                   : g_array_index(windows->moments, DlMoment, i);
        moment = MAX(moment, windows->from);
        DlMoment start = segment_at(unit, moment).from;
        g_array_append_val(starts, start);
    }
    g_array_sort(starts, dl_compare_int64s);
    guint n = 0;
    for (guint i = 0; i < starts->len; i++)
        if (n == 0 || g_array_index(starts, DlMoment, n - 1) !=
                          g_array_index(starts, DlMoment, i))
            g_array_index(starts, DlMoment, n++) = g_array_index(starts, DlMoment, i);
    g_array_set_size(starts, n);
    return starts;
}

static guint first_ending_after(const GPtrArray *segments, DlMoment moment) {
    return dl_first_where(segments->len, i,
                          ((const DlSegment *)g_ptr_array_index(segments, i))->time.to >
                              moment);
}

static void add_to(const DlSegment *segment, const DlEvent *event, bool continued) {
    g_ptr_array_add(segment->events, (gpointer)event);
    if (continued)
        g_hash_table_add(segment->continued, (gpointer)event);
}

/* A point in its segment, a span in all that it touches; in order alone, a span has a
 * step where it begins, and nowhere if that is before the first. */
static void deal_event(const GPtrArray *segments, const DlEvent *event, bool by_order) {
    DlStretch taken = dl_extent_of(event).possible;
    if (by_order)
        taken.from = step_moment(event);
    for (guint i = first_ending_after(segments, taken.from); i < segments->len; i++) {
        DlSegment *segment = g_ptr_array_index(segments, i);
        bool continued = segment->time.from > taken.from;
        if (segment->time.from >= taken.to)
            return;
        if (by_order && continued) {
            segment->n_hidden++;
            return;
        }
        add_to(segment, event, continued);
        if (by_order)
            return;
    }
}

static GPtrArray *new_segments(const DlSegmentUnit *unit, const DlWindows *windows,
                               bool by_order) {
    g_autoptr(GArray) starts = segment_starts(windows, unit, by_order);
    GPtrArray *segments = g_ptr_array_new_with_free_func(segment_free);
    for (guint i = 0; i < starts->len; i++) {
        DlSegment *segment = g_new0(DlSegment, 1);
        segment->time = segment_at(unit, g_array_index(starts, DlMoment, i));
        segment->events = g_ptr_array_new();
        segment->continued = g_hash_table_new(NULL, NULL);
        g_ptr_array_add(segments, segment);
    }
    return segments;
}

/* ---- Strips ---- */

/* A strip that is too long for a page goes on on the next ones. */
static bool add_split(DlBook *book, DlNewPanel new_panel, const DlSegment *segment,
                      const DlSegment *before, const DlView *view) {
    DlLayoutJob part = *book->job;
    part.view = view;
    g_autoptr(DlWindows) windows = dl_windows_new(&part);
    guint from = 0, wanted = 0;
    while (from < windows->events->len) {
        if (book->y > book->top)
            dl_book_turn(book);
        double room = dl_book_room(book) - dl_strip_head_room(&part);
        DlPanel *panel =
            dl_windows_fill(windows, &part, new_panel, room, &from, &wanted);
        if (panel == NULL)
            return false;
        dl_strip_lower(panel, dl_strip_head(&part, panel, segment, before));
        if (!dl_book_add(book, panel, 0))
            return false;
        before = NULL;
    }
    return true;
}

static bool add_segment(DlBook *book, DlNewPanel new_panel, const DlSegment *segment,
                        const DlSegment *before, const DlView *view) {
    const DlLayoutJob *job = book->job;
    bool may_split = job->chart->pages == DL_PAGES_MANY && !isinf(book->limit);
    bool is_long = may_split && segment->events->len > MOST_UNSPLIT;
    DlPanel *panel = is_long ? NULL : new_panel(job, view, 0);
    if (panel != NULL) {
        dl_strip_lower(panel, dl_strip_head(job, panel, segment, before));
        double page = book->limit - book->top;
        if (panel->box.height <= page || !may_split)
            return dl_book_add(book, panel, 0);
        dl_panel_free(panel);
    }
    return may_split && add_split(book, new_panel, segment, before, view);
}

/* Whether most events say no more than their segment. */
static bool is_mostly_coarse(const DlWindows *windows, const DlSegmentUnit *unit) {
    guint n = windows->events->len, coarse = 0;
    for (guint i = 0; i < n; i++) {
        const DlEvent *event = g_ptr_array_index(windows->events, i);
        const DlBound *start = &event->date.start;
        if (start->kind != DL_BOUND_KNOWN) {
            coarse++;
            continue;
        }
        DlStretch segment = segment_at(unit, start->min);
        coarse += start->max - start->min >= (segment.to - segment.from) / 2;
    }
    return 2 * coarse > n;
}

static bool is_by_order(DlScaleKind scale) {
    return scale == DL_SCALE_SEQUENCE || scale == DL_SCALE_INTERIM;
}

static void deal(const GPtrArray *segments, const DlWindows *windows, bool by_order) {
    for (guint i = 0; i < windows->events->len; i++)
        deal_event(segments, g_ptr_array_index(windows->events, i), by_order);
    for (guint i = 0; i < segments->len; i++)
        g_ptr_array_sort(((DlSegment *)g_ptr_array_index(segments, i))->events,
                         dl_event_compare_ranks);
}

/* What is hidden in those that are dropped is hidden in the next. */
static void drop_empty(GPtrArray *segments) {
    guint n_hidden = 0;
    for (guint i = 0; i < segments->len;) {
        DlSegment *segment = g_ptr_array_index(segments, i);
        n_hidden += segment->n_hidden;
        if (segment->events->len == 0) {
            g_ptr_array_remove_index(segments, i);
            continue;
        }
        segment->n_hidden = n_hidden;
        n_hidden = 0;
        i++;
    }
}

/* On a page that is the only one, each knows the one before it. */
static void join(const DlBook *book, const GPtrArray *segments) {
    const DlLayoutJob *job = book->job;
    bool may_turn = job->chart->pages == DL_PAGES_MANY || job->numbers != NULL;
    for (guint i = 1; i < segments->len && (isinf(book->limit) || !may_turn); i++) {
        const DlSegment *before = g_ptr_array_index(segments, i - 1);
        ((DlSegment *)g_ptr_array_index(segments, i))->above = &before->time;
    }
}

/* One below the other; equal times are equally long. */
static bool add_strips(DlBook *book, DlNewPanel new_panel, const GPtrArray *segments,
                       DlScaleKind scale) {
    double longest = 0;
    for (guint i = 0; i < segments->len; i++) {
        const DlView view = dl_segment_view(book->job, segments->pdata[i], scale);
        longest = fmax(longest, dl_segment_length(&view));
    }
    for (guint i = 0; i < segments->len; i++) {
        DlView view = dl_segment_view(book->job, segments->pdata[i], scale);
        view.share = scale == DL_SCALE_LINEAR ? dl_segment_length(&view) / longest : 0;
        if (!add_segment(book, new_panel, segments->pdata[i],
                         i > 0 ? segments->pdata[i - 1] : NULL, &view))
            return false;
    }
    return true;
}

bool dl_segments_add(DlBook *book, DlNewPanel new_panel) {
    const DlLayoutJob *job = book->job;
    const DlSegmentUnit *unit = &units[job->chart->segments];
    g_autoptr(DlWindows) windows = dl_windows_new(job);
    DlScaleKind scale = job->view->scale;
    if (scale == DL_SCALE_AUTO)
        scale = is_mostly_coarse(windows, unit) ? DL_SCALE_SEQUENCE : DL_SCALE_LINEAR;
    g_autoptr(GPtrArray) segments = new_segments(unit, windows, is_by_order(scale));
    deal(segments, windows, is_by_order(scale));
    drop_empty(segments);
    join(book, segments);
    if (!job->vertical)
        return add_strips(book, new_panel, segments, scale);
    /* Strips one below the other are higher, but may go on on a next page. */
    bool may_split = job->chart->pages == DL_PAGES_MANY && !isinf(book->limit);
    return dl_columns_add(book, new_panel, segments, scale) ||
           (may_split && add_strips(book, new_panel, segments, scale));
}
