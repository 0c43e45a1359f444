/* Where bars are named: anywhere in what is sure of them, clear of others. */
#ifndef DL_LAYOUT_SPREAD_H
#define DL_LAYOUT_SPREAD_H

#include "layout/items.h"

/* Moves `along` of labelled bars, in the order of the items, to the first place that is
 * clear of the marks and leaders of all others, else to the clearest. */
void dl_spread_bars(const GPtrArray *items);

#endif
