/* Points of one moment in lanes: where several lanes share an event, a connector runs
 * through the lanes between, and over the marks of others of the same moment. */
#ifndef DL_LAYOUT_APART_H
#define DL_LAYOUT_APART_H

#include "layout/items.h"
#include "layout/lanes.h"

/* Moves points of one moment to places of their own, in the order of their ranks, as
 * far as their possible ranges go: each that several lanes share to one, and the rest
 * together. Points whose time is exact stay. O(n log n). */
void dl_items_set_apart(const GPtrArray *items, const DlLanes *lanes,
                        const DlMarkSizes *marks);

#endif
