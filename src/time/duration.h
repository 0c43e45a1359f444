/* Durations: ISO 8601 ("PT2H30M", "P66Y", "P3W"), with ~ ? % for doubt ("PT20H~"). */
#ifndef DL_TIME_DURATION_H
#define DL_TIME_DURATION_H

#include <glib.h>
#include <stdbool.h>

#include "time/calendar.h"

typedef struct {
    int64_t months; /* years are 12 of them */
    int64_t days;   /* weeks are 7 of them */
    int64_t seconds;
    int64_t unit; /* seconds of the smallest unit written: PT20H 3600, P66Y 31556952 */
    bool approximate, uncertain;
} DlDuration;

/* On failure false, and `reason` (owned by the caller) says why. Negative durations are
 * refused. */
bool dl_duration_parse(const char *text, DlDuration *duration, char **reason);
/* The moment a duration later: calendar months first, all at once, then days, then
 * seconds. A day that the month reached does not have becomes its last: 31 January and
 * P1M make 28 February, or 29 in a leap year; P2M make 31 March. The clock time stays.
 */
DlMoment dl_moment_add(DlMoment moment, const DlDuration *duration);
/* Its length in seconds, months as 1/12 of 365.2425 days. */
int64_t dl_duration_seconds(const DlDuration *duration);

#endif
