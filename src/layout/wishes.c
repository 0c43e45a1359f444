#include "layout/wishes.h"

#include <stdbool.h>

/* The finalizer of MurmurHash3 (Appleby, 2011), as g_str_hash has patterns in its low
 * bits. */
guint32 dl_wish_rank(const char *name) {
    guint32 mixed = g_str_hash(name);
    mixed = (mixed ^ mixed >> 16) * 0x85ebca6bu;
    mixed = (mixed ^ mixed >> 13) * 0xc2b2ae35u;
    return mixed ^ mixed >> 16;
}

static bool chooses_before(const DlWish *wishes, guint i, guint j) {
    if (wishes[i].rank != wishes[j].rank)
        return wishes[i].rank < wishes[j].rank;
    return i < j;
}

static bool chooses_first(const DlWish *wishes, guint n, guint i) {
    return (i == 0 || chooses_before(wishes, i, i - 1)) &&
           (i + 1 == n || chooses_before(wishes, i, i + 1));
}

static double gap_before(const DlWish *wishes, guint i) {
    return wishes[i].along - wishes[i - 1].along;
}

/* Where the turns from two that choose first do not meet: where there is most room for
 * two of one side. */
static guint widest_gap(const DlWish *wishes, guint first, guint last) {
    guint widest = last;
    for (guint i = last; i > first; i--)
        if (gap_before(wishes, i) > gap_before(wishes, widest))
            widest = i;
    return widest;
}

/* Those from one to another take turns with one that lies before the axis. */
static void take_turns(DlWish *wishes, guint from, guint to, guint with) {
    for (guint i = from; i < to; i++)
        wishes[i].side = (i + with) % 2 == 0 ? DL_SIDE_BEFORE : DL_SIDE_AFTER;
}

static bool is_alone(const DlWish *wishes, guint n, guint i, double reach) {
    return (i == 0 || gap_before(wishes, i) > reach) &&
           (i + 1 == n || gap_before(wishes, i + 1) > reach);
}

static guint next_that_chooses(const DlWish *wishes, guint n, guint from) {
    while (from < n && !chooses_first(wishes, n, from))
        from++;
    return from;
}

void dl_wishes_take_turns(DlWish *wishes, guint n) {
    take_turns(wishes, 0, n, 0);
}

void dl_wishes_find(DlWish *wishes, guint n, double reach) {
    guint last = next_that_chooses(wishes, n, 0);
    take_turns(wishes, 0, last, last);
    while (last < n) {
        guint next = next_that_chooses(wishes, n, last + 1);
        guint cut = next < n ? widest_gap(wishes, last, next) : n;
        take_turns(wishes, last, cut, last);
        take_turns(wishes, cut, next, next);
        last = next;
    }
    for (guint i = 0; i < n; i++)
        if (is_alone(wishes, n, i, reach))
            wishes[i].side = DL_SIDE_BEFORE;
}
