#include "layout/lane_order.h"

#include <string.h>

enum { MOST_MOVED = 24, MOST_PASSES = 16 };

typedef struct {
    GPtrArray *spans; /* of const DlLaneSpan: of the events in several lanes */
    GArray *order;    /* of guint */
    guint *positions; /* by index */
} Ordering;

/* How many lanes the events reach over in all. */
static guint reach_of(const Ordering *ordering) {
    for (guint i = 0; i < ordering->order->len; i++)
        ordering->positions[g_array_index(ordering->order, guint, i)] = i;
    guint reach = 0;
    for (guint i = 0; i < ordering->spans->len; i++) {
        const DlLaneSpan *span = g_ptr_array_index(ordering->spans, i);
        guint first = G_MAXUINT, last = 0;
        for (guint j = 0; j < span->lanes->len; j++) {
            guint at = ordering->positions[g_array_index(span->lanes, guint, j)];
            first = MIN(first, at);
            last = MAX(last, at);
        }
        reach += last - first;
    }
    return reach;
}

static void move_lane(GArray *order, guint from, guint to) {
    guint lane = g_array_index(order, guint, from);
    g_array_remove_index(order, from);
    g_array_insert_val(order, to, lane);
}

/* Moves one lane to its best place; whether that is another. */
static bool improve(Ordering *ordering, guint from, guint n) {
    guint best = from, least = reach_of(ordering);
    for (guint to = 0; to < n; to++) {
        move_lane(ordering->order, from, to);
        guint reach = reach_of(ordering);
        if (reach < least) {
            least = reach;
            best = to;
        }
        move_lane(ordering->order, to, from);
    }
    move_lane(ordering->order, from, best);
    return best != from;
}

static void improve_all(Ordering *ordering, guint n) {
    bool moved = true;
    for (int pass = 0; moved && pass < MOST_PASSES; pass++) {
        moved = false;
        for (guint from = 0; from < n; from++)
            moved |= improve(ordering, from, n);
    }
}

GArray *dl_lane_order(const DlLanes *lanes, const GPtrArray *events, const bool *used,
                      guint n, bool is_free) {
    GArray *order = g_array_new(false, false, sizeof(guint));
    for (guint i = 0; i < n; i++)
        if (used[i])
            g_array_append_val(order, i);
    guint n_moved = order->len - (used[n - 1] ? 1 : 0);
    if (!is_free || n_moved > MOST_MOVED)
        return order;
    g_autoptr(GPtrArray) spans = g_ptr_array_new();
    for (guint i = 0; i < events->len; i++) {
        const DlLaneSpan *span = dl_lanes_span(lanes, g_ptr_array_index(events, i));
        if (span->lanes->len > 1)
            g_ptr_array_add(spans, (gpointer)span);
    }
    g_autofree guint *positions = g_new0(guint, n);
    Ordering ordering = {spans, order, positions};
    improve_all(&ordering, n_moved);
    return order;
}
