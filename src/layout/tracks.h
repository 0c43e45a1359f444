/* Lanes that are too narrow for words, beside an axis that runs down: each is a narrow
 * track before the labels, which stand in one column. A label's leader runs through all
 * tracks, with a dot in each that its event lies in, and a connector between them:
 * marks at the axis tell when, dots tell who. No two leaders are level with one another
 * there, so that events which crowd on one day take no more width than others. */
#ifndef DL_LAYOUT_TRACKS_H
#define DL_LAYOUT_TRACKS_H

#include "layout/frame.h"
#include "layout/stairs.h"

typedef struct {
    const DlLayoutJob *job; /* borrowed, as the lanes are */
    const DlLanes *lanes;
    double pitch;     /* across: from one track to the next */
    double radius;    /* of the dots */
    DlStairs *stairs; /* owned */
} DlTracks;

/* The lanes of the job as tracks where there is so much room across; the caller owns
 * them. */
DlTracks *dl_tracks_new(const DlLayoutJob *job, double room);
void dl_tracks_free(DlTracks *tracks);

/* Along: what the headings take before the axis begins. */
double dl_tracks_lead(const DlTracks *tracks);
/* Across: what all tracks take together, and the same with their headings. */
double dl_tracks_depth(const DlTracks *tracks);
double dl_tracks_reach(const DlTracks *tracks);

/* The tracks, with dots and connectors of the labelled events of the panel from
 * `first_event` on, into it. The frame begins where the first track does, and the axis
 * is so long. */
void dl_tracks_place(const DlTracks *tracks, DlFrame frame, double length,
                     guint first_event, DlPanel *panel);

#endif
