/* Which labels stay when room is short. */
#ifndef DL_LAYOUT_KEPT_H
#define DL_LAYOUT_KEPT_H

#include "layout/places.h"

/* The events of the view in the order in which they keep their labels: by weight, and
 * among equals spread over time, so that what stays is not all of one corner. The
 * caller owns the array of const DlEvent. */
GPtrArray *dl_kept_order(const DlLayoutJob *job);
/* The first of them as a set; the caller owns it. */
GHashTable *dl_kept_first(const GPtrArray *order, guint n);
/* Whether an event loses its label since not all fit. */
bool dl_kept_drops(const DlLayoutJob *job, const DlEvent *event);

#endif
