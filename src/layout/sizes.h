/* How large labels are: as large as their page lets them be. */
#ifndef DL_LAYOUT_SIZES_H
#define DL_LAYOUT_SIZES_H

#include "layout/places.h"

/* Points: below it, an axis of several scales is better. */
#define DL_READABLE 8.0

/* Composes the chart with the largest labels that fit: with one scale for the whole
 * axis if they can be read, else with more room where the events are, else with leaders
 * that turn, else with small labels, if these may be smaller than what is readable.
 * NULL where none fit. The caller owns the layout. */
DlLayout *dl_compose_largest(DlLayoutJob *job, double smallest);

#endif
