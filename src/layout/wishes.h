/* On which side of the axis a moment would rather have its labels.
 *
 * Where nothing else decides, labels that are neighbours lie on different sides. Were
 * sides dealt out in the order of time, one more event would turn all that come after
 * it; so they are dealt out in an order that depends on nothing but names: each moment
 * takes the other side than the nearest of those before it in that order, and one that
 * has none near lies before the axis. One more event changes the wishes of those near
 * it alone. (Random orders make greedy choices local: Nguyen and Onak, "Constant-time
 * approximation algorithms via local improvements", FOCS 2008.) O(n log n). */
#ifndef DL_LAYOUT_WISHES_H
#define DL_LAYOUT_WISHES_H

#include <glib.h>

#include "layout/slots.h"

typedef struct {
    guint32 rank; /* of its name: small ones choose first */
    double along; /* points */
    DlSide side;  /* is found */
} DlWish;

/* A number of a name that has no pattern. */
guint32 dl_wish_rank(const char *name);

/* Finds the sides of `n` wishes, sorted by `along`. Those farther from one another than
 * `reach` points are not neighbours. */
void dl_wishes_find(DlWish *wishes, guint n, double reach);

#endif
