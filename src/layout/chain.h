/* Boxes in one row, in a fixed order, each as near to its wish as the room allows.
 *
 * Minimises sum of weight * (at - wanted)^2 subject to the boxes not overlapping and
 * staying inside the row. Subtracting from every position what the boxes before it take
 * turns this into isotonic regression, solved exactly by pooling adjacent violators
 * (Stout, "Unimodal regression via prefix isotonic regression", CSDA 53, 2008, section
 * 2); bounds at both ends clamp the solution without losing the optimum. Fixed items
 * cut the row into independent pieces. O(n).
 *
 * An item with `slack` may be that far off its wish for next to nothing, and only what
 * is beyond counts. Pooling holds for all convex costs; the least of a pool that has
 * slack is where its slope changes sign, found by Newton's method within bounds. */
#ifndef DL_LAYOUT_CHAIN_H
#define DL_LAYOUT_CHAIN_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct {
    double wanted;        /* where its anchor wants to be */
    double before, after; /* how far its box reaches on both sides of the anchor */
    double weight;        /* > 0 */
    double slack;         /* how far off its wish is as good as there */
    bool fixed;           /* stays at `wanted` */
    double at;            /* out */
} DlChainItem;

/* Places all items; returns by how much they lack room in all, 0 when they fit. */
double dl_chain_place(DlChainItem *items, size_t n, double from, double to);

#endif
