/* How long: durations between moments that are only known as ranges. */
#ifndef DL_RESOLVE_LENGTH_H
#define DL_RESOLVE_LENGTH_H

#include <stdbool.h>

#include "model/timeline.h"

/* The shortest and longest that a duration can mean: what it says, and one of its
 * smallest unit more or less where it is `loose`. */
typedef struct {
    DlDuration shortest, longest;
} DlLength;
DlLength dl_length_of(const DlDuration *duration, bool loose);

bool dl_duration_is_doubtful(const DlDuration *duration);

/* Whether a duration can lie between the ranges, give or take one of its smallest unit.
 */
bool dl_length_is_possible(DlRange from, DlRange to, const DlDuration *duration);

/* Sums that keep "no bound" as it is. `earliest_before` is a moment before which
 * nothing so long before `moment` lies, `latest_before` one after which nothing does:
 * months differ in length, so these are not the same. */
DlMoment dl_length_after(DlMoment moment, const DlDuration *duration);
DlMoment dl_length_earliest_before(DlMoment moment, const DlDuration *duration);
DlMoment dl_length_latest_before(DlMoment moment, const DlDuration *duration);

#endif
