#include "layout/segments.h"

#include <math.h>

#include "layout/extent.h"
#include "scale/ladder.h"

static const double HEADING_GAP = 7, NOTE_GAP = 10, TOP_GAP = 5;
static const double HEADING_SHARE = 1.15; /* of the labels' size */
enum { MOST_UNSPLIT = 60 };               /* events: more are not tried on one page */

/* A week begins on Monday (ISO 8601); the other units are steps of the ladder. */
typedef struct {
    DlStep step;
    bool is_week;
    DlPrecision precision; /* of its ends */
    bool is_interval;      /* its heading names both ends */
} Unit;

static const Unit units[] = {
    [DL_SEGMENTS_DAY] = {{DL_TICK_DAY, 1}, false, DL_PRECISION_DAY, false},
    [DL_SEGMENTS_WEEK] = {{DL_TICK_DAY, 7}, true, DL_PRECISION_DAY, true},
    [DL_SEGMENTS_MONTH] = {{DL_TICK_MONTH, 1}, false, DL_PRECISION_MONTH, false},
    [DL_SEGMENTS_YEAR] = {{DL_TICK_YEAR, 1}, false, DL_PRECISION_YEAR, false},
    [DL_SEGMENTS_DECADE] = {{DL_TICK_YEAR, 10}, false, DL_PRECISION_YEAR, true},
    [DL_SEGMENTS_CENTURY] = {{DL_TICK_YEAR, 100}, false, DL_PRECISION_YEAR, true},
};

static DlStretch segment_at(const Unit *unit, DlMoment moment) {
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

typedef struct {
    DlStretch time;
    GPtrArray *events;     /* of const DlEvent, by rank */
    GHashTable *continued; /* those that began before it */
    guint n_hidden;        /* spans that began before it and are not shown */
} Segment;

static void segment_free(void *data) {
    Segment *segment = data;
    g_ptr_array_unref(segment->events);
    g_hash_table_unref(segment->continued);
    g_free(segment);
}

static int compare_moments(gconstpointer a, gconstpointer b) {
    DlMoment first = *(const DlMoment *)a, second = *(const DlMoment *)b;
    return (first > second) - (first < second);
}

/* The starts of the segments in which something begins or is. */
static GArray *segment_starts(const DlWindows *windows, const Unit *unit) {
    GArray *starts = g_array_new(false, false, sizeof(DlMoment));
    for (guint i = 0; i < windows->moments->len; i++) {
        DlMoment moment = g_array_index(windows->moments, DlMoment, i);
        moment = MAX(moment, windows->from);
        DlMoment start = segment_at(unit, moment).from;
        g_array_append_val(starts, start);
    }
    g_array_sort(starts, compare_moments);
    guint n = 0;
    for (guint i = 0; i < starts->len; i++)
        if (n == 0 || g_array_index(starts, DlMoment, n - 1) !=
                          g_array_index(starts, DlMoment, i))
            g_array_index(starts, DlMoment, n++) = g_array_index(starts, DlMoment, i);
    g_array_set_size(starts, n);
    return starts;
}

static guint first_ending_after(const GPtrArray *segments, DlMoment moment) {
    guint low = 0, high = segments->len;
    while (low < high) {
        guint middle = (low + high) / 2;
        const Segment *segment = g_ptr_array_index(segments, middle);
        if (segment->time.to > moment)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static void add_to(const Segment *segment, const DlEvent *event, bool continued) {
    g_ptr_array_add(segment->events, (gpointer)event);
    if (continued)
        g_hash_table_add(segment->continued, (gpointer)event);
}

/* A point in its segment, a span in all that it touches; in order alone, a span has a
 * step where it begins, and nowhere if that is before the first. */
static void deal_event(const GPtrArray *segments, const DlEvent *event, bool by_order) {
    DlStretch taken = dl_extent_of(event).possible;
    for (guint i = first_ending_after(segments, taken.from); i < segments->len; i++) {
        Segment *segment = g_ptr_array_index(segments, i);
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

static GPtrArray *new_segments(const Unit *unit, const DlWindows *windows) {
    g_autoptr(GArray) starts = segment_starts(windows, unit);
    GPtrArray *segments = g_ptr_array_new_with_free_func(segment_free);
    for (guint i = 0; i < starts->len; i++) {
        Segment *segment = g_new0(Segment, 1);
        segment->time = segment_at(unit, g_array_index(starts, DlMoment, i));
        segment->events = g_ptr_array_new();
        segment->continued = g_hash_table_new(NULL, NULL);
        g_ptr_array_add(segments, segment);
    }
    return segments;
}

/* ---- Strips ---- */

static char *heading_words(const DlLayoutJob *job, const Unit *unit, DlStretch time) {
    DlBound start = {.kind = DL_BOUND_KNOWN,
                     .min = time.from,
                     .max = time.to - 1,
                     .precision = unit->precision};
    DlDate date = {.start = start, .end = start, .interval = unit->is_interval};
    if (unit->is_interval) {
        bool days = unit->precision == DL_PRECISION_DAY;
        DlStep step = {days ? DL_TICK_DAY : DL_TICK_YEAR, 1};
        date.start.max = dl_step_next(step, time.from) - 1;
        date.end.min = dl_step_floor(step, time.to - 1);
    }
    return dl_words_date(&date, job->timeline->words, DL_WORDS_FULL, NULL);
}

static double add_heading(const DlLayoutJob *job, const Unit *unit, DlStretch time,
                          DlPanel *panel) {
    DlTextStyle style = {.size = job->size * HEADING_SHARE, .weight = 700};
    g_autofree char *words = heading_words(job, unit, time);
    panel->heading = (DlPlacedText){
        .at = {panel->box.x, TOP_GAP},
        .block = dl_job_shape(job, words, style, panel->box.width),
    };
    return TOP_GAP + panel->heading.block->height;
}

/* Words behind the heading; takes them. */
static void add_note(const DlLayoutJob *job, DlPanel *panel, char *words) {
    g_autofree char *owned = words;
    DlTextStyle style = {
        .size = job->theme->smallest_text, .weight = 400, .italic = true};
    DlTextBlock *block = dl_job_shape(job, owned, style, 0);
    const DlTextBlock *heading = panel->heading.block;
    double drop = heading->height * 0.9 - block->height;
    panel->note = (DlPlacedText){
        .at = {panel->heading.at.x + heading->width + NOTE_GAP,
               panel->heading.at.y + fmax(0, drop)},
        .block = block,
    };
}

/* The time between two strips, or what goes on from before the first. */
static void note_before(const DlLayoutJob *job, const Segment *before,
                        const Segment *segment, DlPanel *panel) {
    const DlLanguage *language = job->timeline->words;
    if (before != NULL && before->time.to < segment->time.from) {
        panel->left_out =
            dl_words_between(before->time.to, segment->time.from, language);
        add_note(job, panel,
                 dl_phrase_fill(language, DL_PHRASE_LEFT_OUT, panel->left_out));
    } else if (segment->n_hidden > 0) {
        g_autofree char *count = g_strdup_printf("%u", segment->n_hidden);
        add_note(job, panel, dl_phrase_fill(language, DL_PHRASE_GO_ON, count));
    }
}

static DlView view_of(const DlLayoutJob *job, const Segment *segment,
                      DlScaleKind scale) {
    return (DlView){
        .events = segment->events,
        .continued = segment->continued,
        .from = MAX(segment->time.from, job->view->from),
        .to = MIN(segment->time.to - 1, job->view->to),
        .scale = scale,
    };
}

static double top_of(const GPtrArray *ticks) {
    double top = 0;
    for (guint i = 0; i < ticks->len; i++) {
        const DlPlacedTick *tick = g_ptr_array_index(ticks, i);
        if (tick->label.block != NULL)
            top = fmin(top, tick->label.at.y);
    }
    return top;
}

/* How far words stand above a panel that begins at 0: of counts, and names of zones. */
static double rise_of(const DlPanel *panel) {
    double top = top_of(panel->ticks);
    for (guint i = 0; i < panel->densities->len; i++) {
        const DlPlacedDensity *density = g_ptr_array_index(panel->densities, i);
        top = fmin(top, top_of(density->levels));
    }
    return -top;
}

/* Makes a strip of a panel: heads it. */
static void make_strip(const DlLayoutJob *job, DlPanel *panel, const Segment *segment,
                       const Segment *before) {
    panel->kind = DL_PANEL_SEGMENT;
    double heading =
        add_heading(job, &units[job->chart->segments], segment->time, panel) +
        rise_of(panel);
    DlPlacedText kept = panel->heading;
    dl_panel_move(panel, heading + HEADING_GAP);
    panel->heading = kept;
    panel->box.y = 0;
    panel->box.height += heading + HEADING_GAP;
    note_before(job, before, segment, panel);
}

/* What the heading of a strip takes, about. */
static double heading_room(const DlLayoutJob *job) {
    return TOP_GAP + HEADING_GAP + HEADING_SHARE * job->size * job->theme->line_height;
}

/* A strip that is too long for a page goes on on the next ones. */
static bool add_split(DlBook *book, DlNewPanel new_panel, const Segment *segment,
                      const Segment *before, const DlView *view) {
    DlLayoutJob part = *book->job;
    part.view = view;
    g_autoptr(DlWindows) windows = dl_windows_new(&part);
    guint from = 0, wanted = 0;
    while (from < windows->events->len) {
        if (book->y > book->top)
            dl_book_turn(book);
        double room = dl_book_room(book) - heading_room(&part);
        DlPanel *panel =
            dl_windows_fill(windows, &part, new_panel, room, &from, &wanted);
        if (panel == NULL)
            return false;
        make_strip(&part, panel, segment, before);
        if (!dl_book_add(book, panel, 0))
            return false;
        before = NULL;
    }
    return true;
}

static bool add_segment(DlBook *book, DlNewPanel new_panel, const Segment *segment,
                        const Segment *before, DlScaleKind scale) {
    const DlLayoutJob *job = book->job;
    const DlView view = view_of(job, segment, scale);
    bool may_split = job->chart->pages == DL_PAGES_MANY && !isinf(book->limit);
    bool is_long = may_split && segment->events->len > MOST_UNSPLIT;
    DlPanel *panel = is_long ? NULL : new_panel(job, &view, 0);
    if (panel != NULL) {
        make_strip(job, panel, segment, before);
        double page = book->limit - book->top;
        if (panel->box.height <= page || !may_split)
            return dl_book_add(book, panel, 0);
        dl_panel_free(panel);
    }
    return may_split && add_split(book, new_panel, segment, before, &view);
}

/* Whether most events say no more than their segment. */
static bool is_mostly_coarse(const DlWindows *windows, const Unit *unit) {
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
        g_ptr_array_sort(((Segment *)g_ptr_array_index(segments, i))->events,
                         dl_event_compare_ranks);
}

bool dl_segments_add(DlBook *book, DlNewPanel new_panel) {
    const DlLayoutJob *job = book->job;
    const Unit *unit = &units[job->chart->segments];
    g_autoptr(DlWindows) windows = dl_windows_new(job);
    g_autoptr(GPtrArray) segments = new_segments(unit, windows);
    DlScaleKind scale = job->view->scale;
    if (scale == DL_SCALE_AUTO)
        scale = is_mostly_coarse(windows, unit) ? DL_SCALE_SEQUENCE : DL_SCALE_LINEAR;
    deal(segments, windows, is_by_order(scale));
    const Segment *before = NULL;
    for (guint i = 0, n_hidden = 0; i < segments->len; i++) {
        Segment *segment = g_ptr_array_index(segments, i);
        n_hidden += segment->n_hidden;
        if (segment->events->len == 0)
            continue;
        segment->n_hidden = n_hidden;
        n_hidden = 0;
        if (!add_segment(book, new_panel, segment, before, scale))
            return false;
        before = segment;
    }
    return true;
}
