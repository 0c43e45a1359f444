/* How long: durations between moments that are only known as ranges. */
#ifndef DL_RESOLVE_LENGTH_H
#define DL_RESOLVE_LENGTH_H

#include <stdbool.h>

#include "model/timeline.h"

/* The shortest and longest that a duration can mean: what it says, and one of its
 * smallest unit less or more where it is `loose`. */
typedef struct {
    DlDuration shortest, longest;
} DlLength;
DlLength dl_length_of(const DlDuration *duration, bool loose);
/* Even the longest is nothing. */
bool dl_length_is_zero(const DlLength *length);

/* It is said to be approximate or uncertain. */
bool dl_duration_is_doubtful(const DlDuration *duration);

/* Whether a duration can lie between the ranges, give or take one of its smallest unit.
 */
bool dl_length_is_possible(DlRange from, DlRange to, const DlDuration *duration);

/* Sums, which keep "no bound" as it is. Months differ in length, and a month after each
 * of the last days of January is 28 February, so that a later moment may have an
 * earlier sum. Hence the earliest sum of all moments of a range, and the latest. */
DlMoment dl_length_least_after(DlRange range, const DlDuration *duration);
DlMoment dl_length_most_after(DlRange range, const DlDuration *duration);
/* The latest moment from which a range that is open behind it reaches back to `moment`
 * or before, and the earliest from which one that is open before it reaches `moment` or
 * beyond: none that is so much before it lies later, or earlier. */
DlMoment dl_length_latest_before(DlMoment moment, const DlDuration *duration);
DlMoment dl_length_earliest_before(DlMoment moment, const DlDuration *duration);

/* No more, and no less, than it can be in seconds: a month is 28 to 31 days. */
int64_t dl_length_least_seconds(const DlDuration *duration);
int64_t dl_length_most_seconds(const DlDuration *duration);

#endif
