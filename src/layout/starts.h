/* Arrangements to start from that have room where any has.
 *
 * Moments are dealt to the sides, and the rows of a side are filled from the axis
 * outwards: a row takes every label that fits between the leaders of those that are
 * left. What is left has fewer leaders in its way in every farther row, and the last
 * label has the whole row. So a side lacks room only where its leaders do, where a
 * label is longer than the row, or where the rows do not suffice. O(rows * n). */
#ifndef DL_LAYOUT_STARTS_H
#define DL_LAYOUT_STARTS_H

#include "layout/search.h"

typedef enum {
    DL_DEAL_EVENLY,       /* each to where leaders have more room */
    DL_DEAL_LISTS_BEFORE, /* lists, which stand fixed, to one side, others to the other
                           */
    DL_DEAL_LISTS_AFTER,
    DL_DEAL_ALL_AFTER
} DlDeal;

enum { DL_N_DEALS = 4 };

/* Seats all moments. */
void dl_start_rows(DlSearch *search, DlDeal deal);

/* END: every moment in the first row of a side, on the side that is less full there, in
 * its widest shape: as short as labels can be along an axis. */
void dl_start_columns(DlSearch *search);

#endif
