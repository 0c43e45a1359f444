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

/* Wishes that are left, in the order of the axis; its two ends are at both ends. */
typedef struct {
    guint before, after;
} Link;

/* A place in the order of the axis, by its wish's rank. */
typedef struct {
    guint32 rank;
    guint index;
} Turn;

static int compare_turns(gconstpointer a, gconstpointer b) {
    const Turn *first = a, *second = b;
    if (first->rank != second->rank)
        return first->rank < second->rank ? -1 : 1;
    return (first->index > second->index) - (first->index < second->index);
}

static GArray *sort_by_rank(const DlWish *wishes, guint n) {
    GArray *turns = g_array_sized_new(false, false, sizeof(Turn), n);
    for (guint i = 0; i < n; i++) {
        const Turn turn = {wishes[i].rank, i};
        g_array_append_val(turns, turn);
    }
    g_array_sort(turns, compare_turns);
    return turns;
}

static Link *link_all(guint n) {
    Link *links = g_new(Link, n);
    for (guint i = 0; i < n; i++)
        links[i] = (Link){i > 0 ? i - 1 : n, i + 1};
    return links;
}

/* Taken out last to first, each leaves its neighbours of a smaller rank in its
 * links. */
static void take_out(Link *links, const GArray *turns) {
    for (guint k = turns->len; k-- > 0;) {
        const Link link = links[g_array_index(turns, Turn, k).index];
        if (link.before < turns->len)
            links[link.before].after = link.after;
        if (link.after < turns->len)
            links[link.after].before = link.before;
    }
}

static double distance_to(const DlWish *wishes, guint n, guint wish, guint other) {
    return other < n ? ABS(wishes[wish].along - wishes[other].along) : G_MAXDOUBLE;
}

/* Those before it in the turns have their sides. */
static DlSide choose_side(const DlWish *wishes, guint n, guint index, Link link,
                          double reach) {
    const double before = distance_to(wishes, n, index, link.before);
    const double after = distance_to(wishes, n, index, link.after);
    if (MIN(before, after) <= reach)
        return !wishes[before <= after ? link.before : link.after].side;
    return DL_SIDE_BEFORE;
}

void dl_wishes_find(DlWish *wishes, guint n, double reach) {
    g_autoptr(GArray) turns = sort_by_rank(wishes, n);
    g_autofree Link *links = link_all(n);
    take_out(links, turns);
    for (guint k = 0; k < n; k++) {
        const guint index = g_array_index(turns, Turn, k).index;
        wishes[index].side = choose_side(wishes, n, index, links[index], reach);
    }
}
