/* A date read from text, for the tests of time. */
#ifndef DL_TESTS_DATING_H
#define DL_TESTS_DATING_H

#include "tests.h"

#include "time/date.h"

static inline DlDate read_date(const char *text) {
    DlDate date;
    g_autofree char *reason = NULL;
    if (!dl_date_parse(text, &date, &reason))
        fail_msg("%s: %s", text, reason);
    return date;
}

/* A moment of a bound as programs read it: a day, or seconds of UTC. */
static inline char *moment_to_text(const DlBound *bound, DlMoment moment) {
    if (moment == DL_MOMENT_MIN || moment == DL_MOMENT_MAX)
        return g_strdup("null");
    return dl_bound_has_clock(bound) ? dl_clock_to_text(moment, bound->offset)
                                     : dl_day_to_text(moment);
}

/* "1953-07-27..1953-07-27" */
static inline char *moments_to_text(const DlBound *bound) {
    g_autofree char *first = moment_to_text(bound, bound->min);
    g_autofree char *last = moment_to_text(bound, bound->max);
    return g_strconcat(first, "..", last, NULL);
}

/* "1964-01-01..1964-12-31 / null": both sides of an interval; else the two are equal.
 */
static inline char *date_moments_to_text(const DlDate *date) {
    const bool starts = date->start.kind == DL_BOUND_KNOWN;
    const bool ends = date->end.kind == DL_BOUND_KNOWN;
    g_autofree char *start = starts ? moments_to_text(&date->start) : g_strdup("null");
    g_autofree char *end = ends ? moments_to_text(&date->end) : g_strdup("null");
    if (date->interval)
        return g_strconcat(start, " / ", end, NULL);
    assert_string_equal(start, end);
    return g_steal_pointer(&start);
}

#endif
