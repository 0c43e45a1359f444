#include "layout/slots.h"

#include <math.h>
#include <string.h>

#include "layout/chain.h"

enum { MOST_PASSES = 8, LONGEST_LIST = DL_MOST_ROWS - 1 };

/* Above this number of labels the search is content with less: one start, and passes in
 * inverse proportion, so that the time of a crowded page stays bounded. */
enum { CROWDED = 48 };

/* Where the slots of one moment that lie on one side are: a list from a row outwards.
 */
typedef struct {
    int base;
    int width;
    bool leans_back;
    bool alternates; /* a list: its labels hang on both sides of the leader in turn */
} Seat;

typedef struct {
    double cost;
    Seat seat;
} Offer;

DlSlots *dl_slots_new(DlSlotRules rules, GArray *slots, GArray *groups) {
    DlSlots *made = g_new0(DlSlots, 1);
    made->rules = rules;
    made->slots = slots;
    made->groups = groups;
    made->items = g_new(DlChainItem, slots->len);
    made->owners = g_new(DlSlot *, slots->len);
    made->here = g_new(DlSlot *, slots->len);
    return made;
}

void dl_slots_free(DlSlots *slots) {
    if (slots == NULL)
        return;
    g_array_unref(slots->slots);
    g_array_unref(slots->groups);
    g_free(slots->items);
    g_free(slots->owners);
    g_free(slots->here);
    g_free(slots);
}

static DlSlot *slot_of(const DlSlots *slots, const DlSlotGroup *group, guint i) {
    return &g_array_index(slots->slots, DlSlot, group->first + i);
}

/* The first `split` of a moment lie before the axis (above it), the others after it, so
 * that the moment reads from top to bottom. */
static guint count_on_side(const DlSlotGroup *group, DlSide side, guint split) {
    return side == DL_SIDE_BEFORE ? split : group->n - split;
}

static void remove_from_side(DlSlots *slots, const DlSlotGroup *group, DlSide side) {
    for (guint i = 0; i < group->n; i++)
        if (slot_of(slots, group, i)->side == side)
            slot_of(slots, group, i)->row = -1;
}

static void seat_on_side(DlSlots *slots, const DlSlotGroup *group, DlSide side,
                         guint split, Seat seat) {
    guint n = count_on_side(group, side, split);
    guint start = side == DL_SIDE_BEFORE ? 0 : split;
    for (guint i = 0; i < n; i++) {
        DlSlot *slot = slot_of(slots, group, start + i);
        guint n_rows = seat.alternates ? (n + 1) / 2 : n;
        guint down = seat.alternates ? i / 2 : i;
        guint outwards = side == DL_SIDE_BEFORE ? n_rows - 1 - down : down;
        bool second = seat.alternates && i % 2 == 1;
        slot->side = side;
        slot->row = seat.base + (int)outwards;
        slot->width = MIN(seat.width, slot->n_widths - 1);
        slot->leans_back = seat.alternates ? !second : seat.leans_back;
        slot->drop = second ? slots->rules.drop : 0;
        slot->on_list = n > 1;
    }
}

static int count_widths(const DlSlots *slots, const DlSlotGroup *group) {
    int most = 1;
    for (guint i = 0; i < group->n; i++)
        most = MAX(most, slot_of(slots, group, i)->n_widths);
    return most;
}

/* The cheapest seat on a side for the part of the moment that a split puts there.
 * Leaves the side without it, where `n_rows` rows are in use: none is left empty
 * between. */
static Offer best_offer(DlSlots *slots, const DlSlotGroup *group, DlSide side,
                        guint split, int n_rows) {
    guint n = count_on_side(group, side, split);
    Offer best = {INFINITY, {0}};
    if (n == 0)
        return (Offer){dl_slots_place_side(slots, side, INFINITY), {0}};
    enum { FORWARD, BACK, ALTERNATING };
    int last_base = MIN(n_rows + 1, DL_MOST_ROWS - (int)n);
    int last_hanging = n > 1 ? ALTERNATING : BACK;
    int n_widths = count_widths(slots, group);
    for (int base = 0; base < last_base; base++)
        for (int width = 0; width < n_widths; width++)
            for (int hanging = FORWARD; hanging <= last_hanging; hanging++) {
                Seat seat = {base, width, hanging == BACK, hanging == ALTERNATING};
                seat_on_side(slots, group, side, split, seat);
                double cost = dl_slots_place_side(slots, side, best.cost);
                if (cost < best.cost - 1e-9)
                    best = (Offer){cost, seat};
            }
    for (guint i = 0; i < group->n; i++)
        slot_of(slots, group, i)->row = -1;
    return best;
}

static void choose_seat(DlSlots *slots, const DlSlotGroup *group) {
    int n_rows[DL_N_SIDES];
    Offer best[DL_N_SIDES] = {{INFINITY, {0}}, {INFINITY, {0}}};
    guint best_split = 0;
    for (int side = 0; side < DL_N_SIDES; side++) {
        remove_from_side(slots, group, (DlSide)side);
        dl_slots_place_side(slots, (DlSide)side, INFINITY);
        n_rows[side] = slots->n_rows[side];
    }
    for (guint split = 0; split <= group->n; split++) {
        if (MAX(split, group->n - split) > LONGEST_LIST)
            continue;
        Offer before = best_offer(slots, group, DL_SIDE_BEFORE, split, n_rows[0]);
        Offer after = best_offer(slots, group, DL_SIDE_AFTER, split, n_rows[1]);
        if (before.cost + after.cost < best[0].cost + best[1].cost - 1e-9) {
            best[0] = before;
            best[1] = after;
            best_split = split;
        }
    }
    seat_on_side(slots, group, DL_SIDE_BEFORE, best_split, best[0].seat);
    seat_on_side(slots, group, DL_SIDE_AFTER, best_split, best[1].seat);
}

static double place_all(DlSlots *slots) {
    slots->lacking = 0;
    slots->cost = dl_slots_place_side(slots, DL_SIDE_BEFORE, INFINITY) +
                  dl_slots_place_side(slots, DL_SIDE_AFTER, INFINITY);
    return slots->cost;
}

/* Lists have the least choice, so they choose first. */
static void seat_greedily(DlSlots *slots, bool backwards) {
    guint n = slots->groups->len;
    for (guint i = 0; i < slots->slots->len; i++)
        g_array_index(slots->slots, DlSlot, i).row = -1;
    for (int lists = 1; lists >= 0; lists--)
        for (guint i = 0; i < n; i++) {
            const DlSlotGroup *group =
                &g_array_index(slots->groups, DlSlotGroup, backwards ? n - 1 - i : i);
            if ((group->n > 1) == (lists == 1))
                choose_seat(slots, group);
        }
}

/* Every moment in turn moves to where it costs least, until nothing improves. */
static double improve(DlSlots *slots) {
    double cost = place_all(slots);
    guint n = slots->slots->len;
    guint passes = n <= CROWDED ? MOST_PASSES : MAX(1, MOST_PASSES * CROWDED / (2 * n));
    for (guint pass = 0; pass < passes; pass++) {
        for (guint i = 0; i < slots->groups->len; i++)
            choose_seat(slots, &g_array_index(slots->groups, DlSlotGroup, i));
        double improved = place_all(slots);
        if (improved >= cost - 1e-6)
            break;
        cost = improved;
    }
    return slots->cost;
}

static bool has_rows_for_all(const DlSlots *slots) {
    for (guint i = 0; i < slots->groups->len; i++)
        if (g_array_index(slots->groups, DlSlotGroup, i).n > DL_N_SIDES * LONGEST_LIST)
            return false;
    return true;
}

void dl_slots_search(DlSlots *slots) {
    if (!has_rows_for_all(slots)) {
        slots->lacking = slots->cost = INFINITY;
        return;
    }
    if (slots->slots->len > CROWDED) {
        seat_greedily(slots, false);
        improve(slots);
        return;
    }
    seat_greedily(slots, true);
    double backwards = improve(slots);
    g_autoptr(GArray) kept = g_array_copy(slots->slots);
    seat_greedily(slots, false);
    if (improve(slots) <= backwards)
        return;
    memcpy(slots->slots->data, kept->data, kept->len * sizeof(DlSlot));
    place_all(slots);
}
