/* Where an event lies in time, as an axis draws it: what is certain, what is possible.
 */
#ifndef DL_LAYOUT_EXTENT_H
#define DL_LAYOUT_EXTENT_H

#include "model/timeline.h"
#include "scale/scale.h"

typedef struct {
    DlStretch possible; /* from the first to the last moment it can touch */
    DlStretch certain;  /* of a span: what it surely covers; else empty */
    bool is_span;
    bool start_unknown, end_unknown; /* nobody says where it ends on this side */
    bool ongoing;
} DlExtent;

/* The event must be dated (dl_event_is_dated). */
DlExtent dl_extent_of(const DlEvent *event);

/* The moment of a point: the middle of what is possible. */
DlMoment dl_extent_middle(const DlExtent *extent);

#endif
