/* Where on an axis an era begins and ends, and how surely. */
#ifndef DL_LAYOUT_ERA_ENDS_H
#define DL_LAYOUT_ERA_ENDS_H

#include "model/timeline.h"
#include "scale/scale.h"

/* Along the axis, points: from `possible_from` to `certain_from` it comes up, from
 * `certain_to` to `possible_to` it fades. */
typedef struct {
    double possible_from, certain_from, certain_to, possible_to;
    bool begins, ends; /* in the window, at a moment that somebody gives */
} DlEraEnds;

/* What the axis shows of an era; false: nothing. An open end runs to that of the axis;
 * one that nobody gives is a fade; what is ongoing fades from the day on that the chart
 * is true of. */
bool dl_era_ends(const DlEra *era, const DlScale *scale, DlEraEnds *ends);

/* Whether an era may last at a moment. */
bool dl_era_is_at(const DlEra *era, DlMoment moment);

#endif
