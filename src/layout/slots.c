#include "layout/slots.h"

#include <math.h>
#include <string.h>

#include "layout/sheet.h"

enum { MOST_PASSES = 8, LONGEST_LIST = DL_MOST_ROWS - 1 };

/* Above this number of labels the search is content with less: one start, and passes in
 * inverse proportion, so that the time of a crowded page stays bounded. */
enum { CROWDED = 48 };

typedef struct {
    double cost; /* beside what the other side has without the moment */
    DlSideSum sum;
    DlSeat seat;
} Offer;

DlSlots *dl_slots_new(DlSlotRules rules, GArray *slots, GArray *groups) {
    DlSlots *made = g_new0(DlSlots, 1);
    made->rules = rules;
    made->slots = slots;
    made->groups = groups;
    made->seatings = g_array_sized_new(false, true, sizeof(DlSeating), groups->len);
    g_array_set_size(made->seatings, groups->len);
    for (int side = 0; side < DL_N_SIDES; side++)
        made->sheets[side] = dl_sheet_new(&made->rules, (DlSide)side, slots->len);
    return made;
}

void dl_slots_free(DlSlots *slots) {
    if (slots == NULL)
        return;
    g_array_unref(slots->slots);
    g_array_unref(slots->groups);
    g_array_unref(slots->seatings);
    for (int side = 0; side < DL_N_SIDES; side++)
        dl_sheet_free(slots->sheets[side]);
    g_free(slots);
}

static DlSideSum place_side(const DlSlots *slots, DlSide side) {
    dl_sheet_collect(slots->sheets[side], slots);
    return dl_sheet_place(slots->sheets[side]);
}

static double beside(const DlSlots *slots, DlSide side, DlSideSum sum,
                     DlSideSum other) {
    return side == DL_SIDE_BEFORE ? dl_sides_cost(&slots->rules, sum, other)
                                  : dl_sides_cost(&slots->rules, other, sum);
}

static int count_widths(const DlSlots *slots, const DlSlotGroup *group) {
    int most = 1;
    for (guint i = 0; i < group->n; i++)
        most = MAX(most, dl_slots_slot(slots, group, i)->n_widths);
    return most;
}

/* The cheapest seat on a side for the part of the moment that a split puts there.
 * Leaves the side without it, where `n_rows` rows are in use: none is left empty
 * between. */
static Offer best_offer(DlSlots *slots, guint moment, DlSide side, int n_rows,
                        DlSideSum other) {
    const DlSlotGroup *group = &g_array_index(slots->groups, DlSlotGroup, moment);
    DlSeating *seating = &g_array_index(slots->seatings, DlSeating, moment);
    guint n = dl_seats_count(group, side, seating->split);
    Offer best = {.cost = INFINITY};
    if (n == 0) {
        best.sum = place_side(slots, side);
        best.cost = beside(slots, side, best.sum, other);
        return best;
    }
    enum { FORWARD, BACK, ALTERNATING };
    bool is_flag = slots->rules.attach == DL_ATTACH_FLAG;
    int last_hanging = !is_flag ? FORWARD : n > 1 ? ALTERNATING : BACK;
    int n_widths = count_widths(slots, group);
    seating->is_seated[side] = true;
    for (int hanging = FORWARD; hanging <= last_hanging; hanging++)
        for (int width = 0; width < n_widths; width++) {
            DlSeat seat = {0, width, hanging == BACK, hanging == ALTERNATING};
            int rows = dl_seat_rows(slots->rules.attach, n, seat);
            int last_base = MIN(n_rows, DL_MOST_ROWS - rows);
            for (seat.base = 0; seat.base <= last_base; seat.base++) {
                seating->seats[side] = seat;
                DlSideSum sum = place_side(slots, side);
                double cost = beside(slots, side, sum, other);
                if (cost < best.cost - 1e-9)
                    best = (Offer){cost, sum, seat};
            }
        }
    seating->is_seated[side] = false;
    return best;
}

static bool may_split(const DlSlots *slots, guint n, guint split) {
    const DlSlotRules *rules = &slots->rules;
    guint most = rules->attach == DL_ATTACH_FLAG ? LONGEST_LIST : n;
    return (split == 0 || rules->sides[DL_SIDE_BEFORE]) &&
           (split == n || rules->sides[DL_SIDE_AFTER]) && split <= most &&
           n - split <= most;
}

static void choose_seat(DlSlots *slots, guint moment) {
    const DlSlotGroup *group = &g_array_index(slots->groups, DlSlotGroup, moment);
    DlSeating *seating = &g_array_index(slots->seatings, DlSeating, moment);
    DlSeating best = *seating;
    double best_cost = INFINITY;
    int n_rows[DL_N_SIDES];
    DlSideSum without[DL_N_SIDES];
    for (int side = 0; side < DL_N_SIDES; side++) {
        seating->is_seated[side] = false;
        without[side] = place_side(slots, (DlSide)side);
        n_rows[side] = dl_sheet_count_rows(slots->sheets[side]);
    }
    for (guint split = 0; split <= group->n; split++) {
        if (!may_split(slots, group->n, split))
            continue;
        seating->split = split;
        Offer before = best_offer(slots, moment, DL_SIDE_BEFORE, n_rows[0], without[1]);
        Offer after = best_offer(slots, moment, DL_SIDE_AFTER, n_rows[1], without[0]);
        double cost = dl_sides_cost(&slots->rules, before.sum, after.sum);
        if (cost < best_cost - 1e-9) {
            best_cost = cost;
            best = (DlSeating){split, {true, true}, {before.seat, after.seat}};
        }
    }
    *seating = best;
}

static double cost_of_all(const DlSlots *slots) {
    return dl_sides_cost(&slots->rules, place_side(slots, DL_SIDE_BEFORE),
                         place_side(slots, DL_SIDE_AFTER));
}

/* Lists have the least choice, so they choose first. */
static void seat_greedily(DlSlots *slots, bool backwards) {
    guint n = slots->groups->len;
    memset(slots->seatings->data, 0, n * sizeof(DlSeating));
    for (int lists = 1; lists >= 0; lists--)
        for (guint i = 0; i < n; i++) {
            guint moment = backwards ? n - 1 - i : i;
            guint length = g_array_index(slots->groups, DlSlotGroup, moment).n;
            if ((length > 1) == (lists == 1))
                choose_seat(slots, moment);
        }
}

/* Every moment in turn moves to where it costs least, until nothing improves. */
static double improve(DlSlots *slots) {
    double cost = cost_of_all(slots);
    guint n = slots->slots->len;
    guint passes = n <= CROWDED ? MOST_PASSES : MAX(1, MOST_PASSES * CROWDED / (2 * n));
    for (guint pass = 0; pass < passes; pass++) {
        for (guint i = 0; i < slots->groups->len; i++)
            choose_seat(slots, i);
        double improved = cost_of_all(slots);
        bool goes_on = improved < cost - 1e-6;
        cost = improved;
        if (!goes_on)
            break;
    }
    return cost;
}

static bool has_rows_for_all(const DlSlots *slots) {
    guint n_sides = slots->rules.sides[0] + slots->rules.sides[1];
    if (n_sides == 0)
        return slots->groups->len == 0;
    if (slots->rules.attach == DL_ATTACH_END)
        return true;
    for (guint i = 0; i < slots->groups->len; i++)
        if (g_array_index(slots->groups, DlSlotGroup, i).n > n_sides * LONGEST_LIST)
            return false;
    return true;
}

static DlSideSum tell_side(DlSlots *slots, DlSide side) {
    DlSheet *sheet = slots->sheets[side];
    DlRowSum sums[DL_MOST_ROWS];
    dl_sheet_collect(sheet, slots);
    dl_sheet_place_risers(sheet);
    int n_rows = slots->n_rows[side] = dl_sheet_count_rows(sheet);
    for (guint i = 0; i < sheet->n; i++)
        dl_leader_tell(&sheet->leaders[i], &slots->rules, side);
    for (int row = 0; row < n_rows; row++)
        sums[row] = dl_sheet_place_row(sheet, row, true);
    memset(slots->rows[side], 0, sizeof slots->rows[side]);
    DlSideSum sum = dl_sheet_stack(sheet, sums, n_rows, slots->rows[side]);
    slots->fans[side] = sheet->fan;
    slots->depths[side] = sum.depth;
    return sum;
}

void dl_slots_place(DlSlots *slots) {
    DlSideSum before = tell_side(slots, DL_SIDE_BEFORE);
    DlSideSum after = tell_side(slots, DL_SIDE_AFTER);
    slots->lacking = fmax(0, before.lacking + after.lacking);
    slots->cost = dl_sides_cost(&slots->rules, before, after);
}

void dl_slots_search(DlSlots *slots) {
    if (!has_rows_for_all(slots)) {
        slots->lacking = slots->cost = INFINITY;
        return;
    }
    seat_greedily(slots, slots->slots->len <= CROWDED);
    double first = improve(slots);
    if (slots->slots->len <= CROWDED) {
        g_autoptr(GArray) kept = g_array_copy(slots->seatings);
        seat_greedily(slots, false);
        if (improve(slots) > first)
            memcpy(slots->seatings->data, kept->data, kept->len * sizeof(DlSeating));
    }
    dl_slots_place(slots);
}
