#include "layout/era_ends.h"

#include <math.h>

#include "base/sorted.h"

static const double UNKNOWN_FADE = 60;  /* of an end that nobody gives */
static const double LEAST_FADE = 1;     /* a shorter one is an edge */
static const double DOUBTFUL_FADE = 14; /* at least, of one that is not certain */

/* The first step that begins at a moment or after it. */
static guint first_step(const GArray *steps, DlMoment moment) {
    return dl_first_where(steps->len, i,
                          g_array_index(steps, DlStretch, i).from >= moment);
}

/* On a scale of steps, between two of them. */
static double along_of(const DlScale *scale, DlMoment moment) {
    if (moment == DL_MOMENT_MIN)
        return 0;
    if (moment == DL_MOMENT_MAX)
        return dl_scale_length(scale);
    if (scale->steps == NULL)
        return dl_scale_position(scale, moment);
    return dl_scale_length(scale) * first_step(scale->steps, moment) /
           scale->steps->len;
}

static DlMoment after(DlMoment moment) {
    return moment == DL_MOMENT_MAX ? moment : moment + 1;
}

/* The time that it may touch. */
static DlStretch possible_time(const DlEra *era) {
    const DlBound *start = &era->date.start, *end = &era->date.end;
    return (DlStretch){
        start->kind == DL_BOUND_KNOWN ? start->min : DL_MOMENT_MIN,
        end->kind == DL_BOUND_KNOWN ? after(end->max) : DL_MOMENT_MAX,
    };
}

bool dl_era_is_at(const DlEra *era, DlMoment moment) {
    const DlStretch time = possible_time(era);
    return time.from <= moment && moment < time.to;
}

/* A clock time is a moment, and a step is none: nothing fades there. */
static bool is_sharp(const DlBound *bound, const DlScale *scale) {
    return scale->steps != NULL || dl_bound_has_clock(bound);
}

static void place_start(const DlBound *start, const DlScale *scale, DlEraEnds *ends) {
    ends->possible_from = ends->certain_from = 0;
    if (start->kind == DL_BOUND_UNKNOWN) {
        ends->possible_from = fmax(0, ends->possible_to - UNKNOWN_FADE);
        ends->certain_from = ends->possible_to;
    } else if (start->kind == DL_BOUND_KNOWN) {
        ends->possible_from = along_of(scale, start->min);
        ends->certain_from =
            along_of(scale, is_sharp(start, scale) ? start->min : start->max);
    }
}

static void place_end(const DlBound *end, const DlScale *scale, DlEraEnds *ends) {
    ends->possible_to = ends->certain_to = dl_scale_length(scale);
    if (end->kind == DL_BOUND_ONGOING) {
        ends->certain_to = along_of(scale, after(end->max));
    } else if (end->kind == DL_BOUND_KNOWN) {
        ends->possible_to = along_of(scale, after(end->max));
        ends->certain_to =
            along_of(scale, is_sharp(end, scale) ? after(end->max) : end->min);
    }
}

/* A fade of a date that is doubted is long enough to be seen. */
static void widen_fades(const DlEra *era, DlEraEnds *ends) {
    if (ends->certain_from - ends->possible_from < LEAST_FADE)
        ends->certain_from = ends->possible_from;
    if (ends->possible_to - ends->certain_to < LEAST_FADE)
        ends->certain_to = ends->possible_to;
    double fade = fmin(DOUBTFUL_FADE, (ends->possible_to - ends->possible_from) / 2);
    if (ends->begins && dl_bound_is_doubtful(&era->date.start))
        ends->certain_from = fmax(ends->certain_from, ends->possible_from + fade);
    if (ends->ends && dl_bound_is_doubtful(&era->date.end))
        ends->certain_to = fmin(ends->certain_to, ends->possible_to - fade);
}

bool dl_era_ends(const DlEra *era, const DlScale *scale, DlEraEnds *ends) {
    const DlBound *start = &era->date.start, *end = &era->date.end;
    const DlStretch window = dl_scale_window(scale), time = possible_time(era);
    bool begins = time.from >= window.from && start->kind == DL_BOUND_KNOWN;
    bool stops = time.to <= window.to && end->kind == DL_BOUND_KNOWN;
    if (time.from >= window.to || time.to <= window.from)
        return false;
    if ((start->kind == DL_BOUND_UNKNOWN && !stops) ||
        (end->kind == DL_BOUND_UNKNOWN && !begins))
        return false;
    *ends = (DlEraEnds){.begins = begins, .ends = stops};
    place_end(end, scale, ends);
    place_start(start, scale, ends);
    if (end->kind == DL_BOUND_UNKNOWN) {
        ends->possible_to =
            fmin(dl_scale_length(scale), ends->possible_from + UNKNOWN_FADE);
        ends->certain_to = ends->possible_from;
        ends->certain_from = ends->possible_from;
    }
    widen_fades(era, ends);
    if (ends->certain_from > ends->certain_to)
        ends->certain_from = ends->certain_to =
            (ends->certain_from + ends->certain_to) / 2;
    return true;
}
