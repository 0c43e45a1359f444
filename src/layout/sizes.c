#include "layout/sizes.h"

#include <math.h>

#include "layout/axis.h"
#include "layout/compose.h"
#include "layout/ties.h"

static const double SIZE_STEP = 0.5;

/* The size of the labels, `steps` steps below the largest. */
static double size_of(const DlLayoutJob *job, int steps) {
    const DlChart *chart = job->chart;
    bool fills = chart->page.height > 0 && chart->pages == DL_PAGES_ONE &&
                 chart->labels != DL_LABELS_NUMBERED;
    return (fills ? job->theme->largest_label : job->theme->auto_label) -
           steps * SIZE_STEP;
}

/* How many sizes there are down to one. */
static int count_sizes(const DlLayoutJob *job, double smallest) {
    return (int)floor((size_of(job, 0) - smallest) / SIZE_STEP) + 1;
}

/* What letters of several sizes are tried with. */
typedef struct {
    DlLayoutJob *job;
    int smallest;                /* steps of the smallest */
    bool may_be_even, may_break; /* room along the axis, and more of it by the events */
    bool is_looked_at, is_hopeless; /* whether not even those fit */
} Sizing;

typedef struct {
    int largest, smallest; /* steps of the labels' size */
    bool keeps_sides, by_events, turns;
} Attempt;

static DlLayout *compose(DlLayoutJob *job, int size, Attempt how) {
    job->size = size_of(job, size);
    job->keeps_sides = how.keeps_sides;
    job->by_events = how.by_events;
    job->turns = how.turns;
    return dl_compose(job);
}

static bool fits_smallest(const Sizing *sizing, bool by_events) {
    DlLayoutJob job = *sizing->job;
    const Attempt how = {.by_events = by_events, .turns = job.vertical};
    g_autoptr(DlLayout) layout = compose(&job, sizing->smallest, how);
    return layout != NULL;
}

/* After a failure, where nothing fits so far: what does not fit in the smallest
 * letters, with leaders that turn, fits in none. */
static bool is_hopeless(Sizing *sizing) {
    if (!sizing->is_looked_at)
        sizing->is_hopeless = !(sizing->may_be_even && fits_smallest(sizing, false)) &&
                              !(sizing->may_break && fits_smallest(sizing, true));
    sizing->is_looked_at = true;
    return sizing->is_hopeless;
}

/* The largest size between two at which the labels fit, found by halving. */
static DlLayout *try_sizes(Sizing *sizing, Attempt attempt) {
    DlLayout *best = NULL;
    while (attempt.largest <= attempt.smallest) {
        int middle = (attempt.largest + attempt.smallest) / 2;
        DlLayout *layout = compose(sizing->job, middle, attempt);
        if (layout == NULL && best == NULL && middle < sizing->smallest &&
            is_hopeless(sizing))
            return NULL;
        if (layout == NULL) {
            attempt.largest = middle + 1;
            continue;
        }
        dl_layout_free(best);
        best = layout;
        attempt.smallest = middle - 1;
    }
    return best;
}

/* An axis that runs down as far as it likes is long where its events crowd: one with
 * more room there is taken where it is much shorter and shows as many relations, and so
 * is one whose leaders turn. Takes the layout. */
static DlLayout *try_shorter(DlLayoutJob *job, DlLayout *layout, bool by_events,
                             bool turns, double much) {
    job->by_events = by_events;
    job->turns = turns;
    const double longest = job->longest;
    job->longest = layout->height / much;
    DlLayout *shorter = dl_compose(job);
    job->longest = longest;
    bool is_shorter = shorter != NULL && shorter->height * much < layout->height &&
                      dl_ties_count(shorter) >= dl_ties_count(layout);
    dl_layout_free(is_shorter ? layout : shorter);
    return is_shorter ? shorter : layout;
}

static DlLayout *try_shorter_axes(DlLayoutJob *job, DlLayout *layout, bool may_break) {
    static const double BY_EVENTS = 1.35, WITH_TURNS = 1.5;
    bool by_events = job->by_events;
    if (job->turns)
        return layout;
    if (may_break && !by_events)
        layout = try_shorter(job, layout, true, false, BY_EVENTS);
    return try_shorter(job, layout, may_break || by_events, true, WITH_TURNS);
}

enum { MANY = 60 }; /* events */

/* Whether the axis, or one of several, leaves anything out. */
static bool breaks_any(const DlLayoutJob *job) {
    const DlChart *chart = job->chart;
    bool is_one = chart->insets->len == 0 && chart->segments == DL_SEGMENTS_NONE &&
                  (chart->pages == DL_PAGES_ONE || chart->page.height <= 0);
    return dl_job_scale(job) == DL_SCALE_BROKEN && (!is_one || dl_axis_breaks(job));
}

DlLayout *dl_compose_largest(DlLayoutJob *job, double smallest) {
    int readable = count_sizes(job, DL_READABLE);
    int all = count_sizes(job, smallest);
    bool is_free = job->vertical && job->chart->page.height <= 0;
    /* Where height is free, smaller letters gain nothing but width. */
    int last = is_free ? 0 : readable - 1;
    const Attempt attempts[] = {
        {0, last, true, false, false},
        {0, last, false, false, false},
        {0, last, true, true, false},
        {0, last, false, true, false},
        {0, last, false, false, true},
        {0, last, false, true, true},
        {last + 1, all - 1, false, false, false},
        {last + 1, all - 1, false, true, false},
        {last + 1, all - 1, false, false, true},
        {last + 1, all - 1, false, true, true},
    };
    DlLayout *layout = NULL;
    bool may_break = breaks_any(job);
    /* What is many is not tried in several ways where one is sure to have room. */
    bool is_many = is_free && job->view->events->len > MANY;
    Sizing sizing = {.job = job,
                     .smallest = MAX(last, all - 1),
                     .may_be_even = !is_many || !may_break,
                     .may_break = may_break};
    for (size_t i = 0;
         i < G_N_ELEMENTS(attempts) && layout == NULL && !sizing.is_hopeless; i++) {
        if (is_many && (!attempts[i].turns || attempts[i].by_events != may_break))
            continue;
        if ((attempts[i].by_events && !may_break) ||
            (attempts[i].turns && !job->vertical))
            continue;
        if (attempts[i].keeps_sides && job->view->events->len > DL_CROWDED)
            continue;
        layout = try_sizes(&sizing, attempts[i]);
    }
    return is_free && layout != NULL ? try_shorter_axes(job, layout, may_break)
                                     : layout;
}
