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
} DlSearch;

DlSearch *dl_search_new(DlSlots *slots);
void dl_search_free(DlSearch *search);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlSearch, dl_search_free)

/* What the seatings cost together. */
double dl_search_cost(const DlSearch *search);

/* Seats a moment where it costs least beside those that are seated, and leaves no row
 * empty between others. Returns what all that are seated cost then. */
double dl_search_seat(DlSearch *search, guint moment);

/* Every moment in turn moves, `passes` times or until nothing improves; returns the
 * cost. */
double dl_search_improve(DlSearch *search, guint passes);

#endif
