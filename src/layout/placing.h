/* Events at their places on the sides of an axis or in a lane: what was chosen in slots
 * becomes marks, labels and leaders on the page. Outwards is the distance across from
 * the frame's origin, on either side. */
#ifndef DL_LAYOUT_PLACING_H
#define DL_LAYOUT_PLACING_H

#include "layout/density.h"

typedef struct {
    const DlLayoutJob *job;
    DlItems *items;
    DlSlots *slots;
    DlFrame frame;
    DlDensity *density;      /* owned by the plot; NULL: none */
    double base[DL_N_SIDES]; /* outwards: where the first level of marks begins */
    double lift[DL_N_SIDES]; /* outwards: where stems begin */
    int named[DL_N_SIDES];   /* levels that are as high as named bars: */
    double named_pitch;      /* points from one to the next */
    bool in_tracks;          /* beads of lists lie in tracks, between spine and label */
} DlPlacing;

/* Sets the lifts and depths to the least that they can be: for the levels of marks that
 * there will be, or, where that depends on the labels' sides, for as many as there are
 * bars at one time; and for the label that is widest across. */
void dl_placing_expect(DlPlacing *placing);
/* Finds a place for all labels, and stacks the marks, which gives the lifts; again with
 * less room for labels where high stacks leave less. False where labels overlap. */
bool dl_placing_search(DlPlacing *placing);
/* Outwards, the end of the farthest label of a side. */
double dl_placing_reach(const DlPlacing *placing, DlSide side);
/* All events, into the panel. */
void dl_placing_events(const DlPlacing *placing, DlPanel *panel);

/* Shared by the files of placing: */

/* From a side of the axis to the page, points. */
DlPoint dl_placing_point(const DlPlacing *placing, DlSide side, double along,
                         double outwards);
/* The middle of a level of marks, outwards. */
double dl_placing_level(const DlPlacing *placing, DlSide side, int level);
/* Somewhere in the slot's row, outwards: its near edge is the share 0, its far one 1.
 */
double dl_placing_row(const DlPlacing *placing, const DlSlot *slot, double share);
/* Needs the label to be placed. */
void dl_placing_mark(const DlPlacing *placing, const DlItem *item, const DlSlot *slot,
                     DlPlacedEvent *placed);
/* The possible range that the marks of a list share. */
void dl_placing_range(const DlPlacing *placing, const DlItem *item, const DlSlot *slot,
                      DlPanel *panel);
/* Slots that hang together, from the first to the last. */
typedef struct {
    guint first, last;
} DlHung;

/* The column of a list that a slot is in, or its list along an axis that runs down; of
 * one that is alone, itself. */
DlHung dl_placing_hung(const DlPlacing *placing, guint i);
/* On the page, across: the middle of the first line of a slot's flag. */
double dl_placing_bead(const DlPlacing *placing, guint i);
/* Needs the mark to be placed. */
void dl_placing_leader(const DlPlacing *placing, guint i, DlPlacedEvent *placed);

#endif
