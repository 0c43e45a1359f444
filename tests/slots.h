/* Random labels for the tests of where labels go. */
#ifndef DL_TESTS_SLOTS_H
#define DL_TESTS_SLOTS_H

#include <math.h>
#include <stdlib.h>

#include "layout/slots.h"

struct slots_kind {
    DlAttach attach;
    guint n_moments;
    int n_widths;
    double length;
    bool lists; /* a third of the moments have several labels */
    bool walls; /* lines stand among them */
};

static inline int compare_places(const void *a, const void *b) {
    double first = *(const double *)a, second = *(const double *)b;
    return (first > second) - (first < second);
}

static inline DlSlot random_slot(GRand *random, struct slots_kind kind, double along) {
    DlSlot slot = {.along = along,
                   .n_widths = kind.n_widths,
                   .mark_from = along - 3,
                   .mark_to = along + 3,
                   .weight = 0.55 + 0.15 * g_rand_int_range(random, 1, 6)};
    double area = g_rand_double_range(random, 500, 3500);
    for (int w = 0; w < kind.n_widths; w++) {
        double wide = 55 + 30 * w, high = 12 * ceil(area / wide / 12);
        bool ends = kind.attach == DL_ATTACH_END;
        slot.lengths[w] = ends ? high : wide;
        slot.depths[w] = ends ? wide : high;
        slot.anchors[w] = ends ? 6 : 0;
    }
    return slot;
}

static inline void add_moment(GRand *random, struct slots_kind kind, double along,
                              GArray *slots, GArray *groups) {
    if (kind.walls && g_rand_int_range(random, 0, 8) == 0) {
        DlSlot wall = {.along = along,
                       .is_wall = true,
                       .side = (DlSide)g_rand_int_range(random, 0, DL_N_SIDES)};
        g_array_append_val(slots, wall);
        return;
    }
    bool is_list = kind.lists && g_rand_int_range(random, 0, 3) == 0;
    DlSlotGroup group = {slots->len,
                         is_list ? (guint)g_rand_int_range(random, 2, 4) : 1};
    for (guint i = 0; i < group.n; i++) {
        DlSlot slot = random_slot(random, kind, along);
        if (i > 0)
            slot.mark_from = slot.mark_to;
        g_array_append_val(slots, slot);
    }
    g_array_append_val(groups, group);
}

static inline DlSlots *random_slots(GRand *random, struct slots_kind kind) {
    GArray *slots = g_array_new(false, true, sizeof(DlSlot));
    GArray *groups = g_array_new(false, true, sizeof(DlSlotGroup));
    g_autofree double *places = g_new(double, kind.n_moments);
    for (guint i = 0; i < kind.n_moments; i++)
        places[i] = g_rand_double_range(random, 0, kind.length);
    qsort(places, kind.n_moments, sizeof places[0], compare_places);
    /* What is nearer is one moment: callers make it a list. */
    for (guint i = 1; i < kind.n_moments; i++)
        places[i] = MAX(places[i], places[i - 1] + DL_LEADER_APART);
    for (guint i = 0; i < kind.n_moments; i++)
        add_moment(random, kind, places[i], slots, groups);
    bool ends = kind.attach == DL_ATTACH_END;
    DlSlotRules rules = {.attach = kind.attach,
                         .most_rows = DL_MOST_ROWS,
                         .sides = {true, true},
                         .to = kind.length,
                         .room = INFINITY,
                         .depth_price = ends ? 0.2 : 6,
                         .stem = 15,
                         .row_gap = 9,
                         .drop = 14,
                         .text_gap = 3.5,
                         .list_gap = ends ? 4 : 6.5,
                         .label_gap = ends ? 5 : 9};
    return dl_slots_new(rules, slots, groups);
}

#endif
