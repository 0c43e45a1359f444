/* Which lanes a chart has, in which order, and which events lie in them. An event of
 * several actors or tags lies in several lanes, its label in the last of them: there no
 * connector runs on through the labels. */
#ifndef DL_LAYOUT_LANES_H
#define DL_LAYOUT_LANES_H

#include <glib.h>

#include "model/timeline.h"

typedef struct {
    char *title;  /* owned */
    char *beside; /* what stands after the title, smaller: what it is a part of, or a
                    name as its bearer writes it; NULL: nothing; owned */
} DlLane;

/* The lanes of one event, from the first that it touches to the last. */
typedef struct {
    GArray *lanes; /* of guint, rising, owned */
} DlLaneSpan;

typedef struct {
    GPtrArray *lanes;  /* of DlLane, owned, in order across the axis */
    GHashTable *spans; /* const DlEvent -> DlLaneSpan, owned */
    GPtrArray *empty;  /* of char, owned: lanes left out since nothing lies in them */
} DlLanes;

/* The lanes of a chart for these events (of const DlEvent). Categories, statuses and
 * places keep the order of the file, a place after the one it lies within; actors and
 * tags stand so that events which share lanes reach across few others: local search
 * over moves of one lane. NULL where the chart has no lanes. The caller owns it. */
DlLanes *dl_lanes_new(const DlTimeline *timeline, const DlChart *chart,
                      const GPtrArray *events);
/* Those of them in which some of these events lie, in the same order; the caller owns
 * it. */
DlLanes *dl_lanes_of(const DlLanes *all, const GPtrArray *events);
void dl_lanes_free(DlLanes *lanes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlLanes, dl_lanes_free)

/* The last lane of one of those events; 0 where there are no lanes (NULL). */
guint dl_lanes_last(const DlLanes *lanes, const DlEvent *event);
/* The lanes of one of those events; borrowed. */
const DlLaneSpan *dl_lanes_span(const DlLanes *lanes, const DlEvent *event);

#endif
