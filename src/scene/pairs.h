/* Which boxes of two lists come near each other, without looking at all pairs.
 *
 * A uniform grid (Bentley and Friedman, "Data Structures for Range Searching", ACM
 * Computing Surveys 11(4), 1979) whose columns and rows are doubled for as long as
 * boxes stay within a few cells each: thin and tall boxes get columns alone, wide ones
 * rows. A pair is looked at once, in the cell where what the two share begins. */
#ifndef DL_SCENE_PAIRS_H
#define DL_SCENE_PAIRS_H

#include <glib.h>
#include <stdbool.h>

#include "base/geometry.h"

typedef struct {
    guint first, second; /* indices in the lists */
} DlPair;

typedef bool (*DlPairTest)(guint first, guint second, const void *data);

/* The pairs of a box of `first` and a box of `second` (both GArrays of DlBox) that
 * share a point once each is grown by `reach`, and for which `test` is true. Where both
 * are the same list, each pair once and none with itself. At most 100,000; the caller
 * owns the array of DlPair. None of the boxes is empty (dl_box_is_empty). */
GArray *dl_pairs_find(const GArray *first, const GArray *second, double reach,
                      DlPairTest test, const void *data);

#endif
