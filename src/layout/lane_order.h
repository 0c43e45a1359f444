/* The order of lanes across the axis. */
#ifndef DL_LAYOUT_LANE_ORDER_H
#define DL_LAYOUT_LANE_ORDER_H

#include "layout/lanes.h"

/* The lanes in use (`used`, by index, of `n`), in their order: as they are, or, where
 * the order is free, so that the events (of const DlEvent, their spans in `lanes`)
 * reach over few lanes: every lane in turn moves to where that is least, until nothing
 * improves. Above 24 lanes they stay as they are. The last index, of events in no lane,
 * is last. The caller owns the array of guint. */
GArray *dl_lane_order(const DlLanes *lanes, const GPtrArray *events, const bool *used,
                      guint n, bool is_free);

#endif
