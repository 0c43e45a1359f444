/* The headings of lanes. Over lanes that are narrower than their names these stand like
 * stairs, each beside the line of its lane: a name stands higher than the next ones
 * that it would run into. So words are never turned, and no line passes any. */
#ifndef DL_LAYOUT_STAIRS_H
#define DL_LAYOUT_STAIRS_H

#include "layout/places.h"

/* The name of a lane, and smaller what stands beside it, broken at `width`. The caller
 * owns it. */
DlTextBlock *dl_lane_heading(const DlLayoutJob *job, const DlLane *lane, double width);

typedef struct {
    DlTextBlock *block; /* owned */
    double line;        /* x of its lane's line, from the first lane's edge */
    double rise;        /* from the foot of the stairs to its own */
} DlStair;

typedef struct {
    GArray *steps; /* of DlStair, one a lane, owned */
    double height,
        reach; /* of all; the farthest right end, from the first lane's edge */
} DlStairs;

/* Over lanes of one width, `pitch`; no heading goes on beyond `end` from the first
 * lane's edge. The caller owns it. */
DlStairs *dl_stairs_new(const DlLayoutJob *job, const DlLanes *lanes, double pitch,
                        double end);
void dl_stairs_free(DlStairs *stairs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlStairs, dl_stairs_free)

/* A heading at its place over lanes whose first edge is at `foot`, where the stairs
 * end, with a block of its own. */
DlPlacedText dl_stairs_place(const DlStairs *stairs, guint lane, DlPoint foot);

#endif
