/* Moments that move to where they cost least, one at a time.
 *
 * A search holds what this needs and is thrown away after it; what it finds are the
 * seatings of its slots. */
#ifndef DL_LAYOUT_SEARCH_H
#define DL_LAYOUT_SEARCH_H

#include "layout/trial.h"

typedef struct {
    DlSlots *slots; /* borrowed */
    DlTrial *trial;
    DlOffer *offers[DL_N_SIDES]; /* for each split of a moment */
    bool sides[DL_N_SIDES];      /* where moments may go */
    DlSeating *kept;             /* owned: the seatings before a move */
    double cost;                 /* of what is seated, once it is known */
    guint32 chance;              /* the last random number */
} DlSearch;

DlSearch *dl_search_new(DlSlots *slots);
void dl_search_free(DlSearch *search);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlSearch, dl_search_free)

/* What the seatings cost together. */
double dl_search_cost(const DlSearch *search);
/* Both sides together. */
DlSideSum dl_search_sum(const DlSearch *search);

/* Seats a moment where it costs least beside those that are seated, and leaves no row
 * empty between others. Returns what all that are seated cost then. */
double dl_search_seat(DlSearch *search, guint moment);

/* Moves a moment that is seated, where it costs less than now; the cost must be known.
 */
void dl_search_move(DlSearch *search, guint moment);
/* Every moment in turn moves, `passes` times or until nothing improves; returns the
 * cost. */
double dl_search_improve(DlSearch *search, guint passes);

/* Takes each moment in turn out with some of its neighbours, once in every round `from`
 * one `to` another, and seats them again, the first in a shape or on a side that chance
 * gives it; goes back unless that costs less. Returns the cost. (Large neighbourhood
 * search: Shaw, "Using constraint programming and local search methods to solve vehicle
 * routing problems", CP 1998.) */
double dl_search_shake(DlSearch *search, guint from, guint to);

#endif
