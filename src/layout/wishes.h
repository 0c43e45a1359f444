/* On which side of the axis a moment would rather have its labels.
 *
 * Where nothing else decides, labels that are neighbours lie on different sides. Were
 * sides dealt out from the first to the last, one more event would turn all that come
 * after it. So those whose names come before both of their neighbours' in an order that
 * depends on nothing but names choose first, and lie before the axis; those between two
 * of them take turns from both, and where the turns do not meet, two lie on one side,
 * the two that are farthest apart. One more event changes the wishes up to the next
 * that choose first, every third on average, and no others. What has no neighbour lies
 * before the axis. O(n).
 */
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
/* The same for what is read from one side to the other in turns: the first lies before
 * the axis. */
void dl_wishes_take_turns(DlWish *wishes, guint n);

#endif
