#include "layout/search.h"

#include <math.h>

enum { LONGEST_LIST = DL_MOST_ROWS - 1 };

DlSearch *dl_search_new(DlSlots *slots) {
    guint longest = 1;
    for (guint i = 0; i < slots->groups->len; i++)
        longest = MAX(longest, g_array_index(slots->groups, DlSlotGroup, i).n);
    DlSearch *search = g_new0(DlSearch, 1);
    search->slots = slots;
    search->trial = dl_trial_new(slots->slots->len, longest);
    for (int side = 0; side < DL_N_SIDES; side++)
        search->offers[side] = g_new(DlOffer, longest + 1);
    return search;
}

void dl_search_free(DlSearch *search) {
    if (search == NULL)
        return;
    dl_trial_free(search->trial);
    for (int side = 0; side < DL_N_SIDES; side++)
        g_free(search->offers[side]);
    g_free(search);
}

static DlSideSum place_side(const DlSlots *slots, DlSide side) {
    dl_sheet_collect(slots->sheets[side], slots);
    return dl_sheet_place(slots->sheets[side]);
}

double dl_search_cost(const DlSearch *search) {
    return dl_sides_cost(&search->slots->rules,
                         place_side(search->slots, DL_SIDE_BEFORE),
                         place_side(search->slots, DL_SIDE_AFTER));
}

static const DlSlotGroup *group_of(const DlSlots *slots, guint moment) {
    return &g_array_index(slots->groups, DlSlotGroup, moment);
}

static bool is_on_side(const DlSlots *slots, guint moment, DlSide side) {
    const DlSeating *seating = &g_array_index(slots->seatings, DlSeating, moment);
    return seating->is_seated[side] &&
           dl_seats_count(group_of(slots, moment), side, seating->split) > 0;
}

/* Empty rows go, and farther ones move inwards. */
static void close_rows(const DlSlots *slots, DlSide side) {
    bool is_used[DL_MOST_ROWS] = {false};
    DlSheet *sheet = slots->sheets[side];
    for (guint i = 0; i < sheet->n; i++)
        for (int k = 0; k < sheet->leaders[i].n_rows; k++)
            is_used[sheet->leaders[i].seat.base + k] = true;
    int moved[DL_MOST_ROWS], n_rows = 0, last = 0;
    for (int row = 0; row < DL_MOST_ROWS; row++) {
        moved[row] = n_rows;
        n_rows += is_used[row];
        last = is_used[row] ? row + 1 : last;
    }
    if (last == n_rows)
        return;
    for (guint i = 0; i < slots->seatings->len; i++)
        if (is_on_side(slots, i, side)) {
            DlSeating *seating = &g_array_index(slots->seatings, DlSeating, i);
            seating->seats[side].base = moved[seating->seats[side].base];
        }
    dl_sheet_collect(sheet, slots);
}

static DlSideSum leave_side(const DlSlots *slots, guint moment, DlSide side) {
    g_array_index(slots->seatings, DlSeating, moment).is_seated[side] = false;
    dl_sheet_collect(slots->sheets[side], slots);
    close_rows(slots, side);
    return dl_sheet_place(slots->sheets[side]);
}

static bool may_split(const DlSlots *slots, guint n, guint split) {
    const DlSlotRules *rules = &slots->rules;
    guint most = rules->attach == DL_ATTACH_FLAG ? LONGEST_LIST : n;
    return (split == 0 || rules->sides[DL_SIDE_BEFORE]) &&
           (split == n || rules->sides[DL_SIDE_AFTER]) && split <= most &&
           n - split <= most;
}

/* What a moment finds on one side for each split: by the number that comes there. */
static void ask_side(DlSearch *search, guint moment, DlSide side,
                     const DlSideSum without[DL_N_SIDES], DlOffer *offers) {
    DlSlots *slots = search->slots;
    const DlSlotGroup *group = group_of(slots, moment);
    bool has_begun = false, was_fixed = false;
    /* What is alone lies on one side or the other. */
    double limit = group->n == 1 && side == DL_SIDE_AFTER && may_split(slots, 1, 1)
                       ? search->offers[DL_SIDE_BEFORE][1].cost
                       : INFINITY;
    dl_trial_take(search->trial, slots->sheets[side]);
    for (guint split = 0; split <= group->n; split++) {
        guint n = dl_seats_count(group, side, split);
        if (n == 0)
            offers[split] = (DlOffer){.sum = without[side]};
        if (n == 0 || !may_split(slots, group->n, split))
            continue;
        DlLeader leader = dl_leader_new(slots, group, side, split, (DlSeat){0});
        bool is_alike = slots->rules.attach == DL_ATTACH_FLAG && has_begun &&
                        was_fixed == leader.is_fixed;
        if (!is_alike)
            dl_trial_begin(search->trial, leader, group->n);
        has_begun = true;
        was_fixed = leader.is_fixed;
        offers[split] =
            dl_trial_offer(search->trial, leader, dl_slots_slot(slots, group, 0),
                           without[!side], limit);
    }
}

/* Makes room for a new row. */
static void insert_row(const DlSlots *slots, DlSide side, int base) {
    for (guint i = 0; i < slots->seatings->len; i++) {
        DlSeating *seating = &g_array_index(slots->seatings, DlSeating, i);
        if (is_on_side(slots, i, side) && seating->seats[side].base >= base)
            seating->seats[side].base++;
    }
}

static void accept(DlSearch *search, guint moment, guint split) {
    DlSeating *seating = &g_array_index(search->slots->seatings, DlSeating, moment);
    for (int side = 0; side < DL_N_SIDES; side++) {
        DlOffer offer = search->offers[side][split];
        if (offer.inserts)
            insert_row(search->slots, (DlSide)side, offer.seat.base);
        seating->seats[side] = offer.seat;
    }
    seating->split = split;
    seating->is_seated[DL_SIDE_BEFORE] = seating->is_seated[DL_SIDE_AFTER] = true;
}

double dl_search_seat(DlSearch *search, guint moment) {
    DlSlots *slots = search->slots;
    DlSideSum without[DL_N_SIDES];
    for (int side = 0; side < DL_N_SIDES; side++)
        without[side] = leave_side(slots, moment, (DlSide)side);
    for (int side = 0; side < DL_N_SIDES; side++)
        ask_side(search, moment, (DlSide)side, without, search->offers[side]);
    guint n = group_of(slots, moment)->n, best_split = 0;
    double best = INFINITY;
    for (guint split = 0; split <= n; split++) {
        if (!may_split(slots, n, split))
            continue;
        double cost = dl_sides_cost(&slots->rules, search->offers[0][split].sum,
                                    search->offers[1][split].sum);
        if (cost < best - 1e-9) {
            best = cost;
            best_split = split;
        }
    }
    accept(search, moment, best_split);
    return best;
}

double dl_search_improve(DlSearch *search, guint passes) {
    double cost = dl_search_cost(search);
    for (guint pass = 0; pass < passes; pass++) {
        for (guint i = 0; i < search->slots->groups->len; i++)
            dl_search_seat(search, i);
        double improved = dl_search_cost(search);
        bool goes_on = improved < cost - 1e-6;
        cost = improved;
        if (!goes_on)
            break;
    }
    return cost;
}
