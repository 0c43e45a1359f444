#include "layout/search.h"

#include <math.h>
#include <string.h>

DlSearch *dl_search_new(DlSlots *slots) {
    guint longest = 1;
    for (guint i = 0; i < slots->groups->len; i++)
        longest = MAX(longest, g_array_index(slots->groups, DlSlotGroup, i).n);
    DlSearch *search = g_new0(DlSearch, 1);
    search->slots = slots;
    search->trial = dl_trial_new(slots->slots->len, longest);
    search->kept = g_new(DlSeating, slots->seatings->len + 1);
    memcpy(search->sides, slots->rules.sides, sizeof search->sides);
    for (int side = 0; side < DL_N_SIDES; side++)
        search->offers[side] = g_new(DlOffer, longest + 1);
    return search;
}

void dl_search_free(DlSearch *search) {
    if (search == NULL)
        return;
    dl_trial_free(search->trial);
    g_free(search->kept);
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

DlSideSum dl_search_sum(const DlSearch *search) {
    DlSideSum before = place_side(search->slots, DL_SIDE_BEFORE);
    DlSideSum after = place_side(search->slots, DL_SIDE_AFTER);
    return (DlSideSum){before.lacking + after.lacking, before.cost + after.cost,
                       before.depth + after.depth};
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

static bool may_split(const DlSearch *search, guint n, guint split) {
    bool is_flag = search->slots->rules.attach == DL_ATTACH_FLAG;
    guint most = is_flag ? DL_LONGEST_LIST : n;
    return (split == 0 || search->sides[DL_SIDE_BEFORE]) &&
           (split == n || search->sides[DL_SIDE_AFTER]) && split <= most &&
           n - split <= most;
}

/* What a moment finds on one side for each split: by the number that comes there. */
static void ask_side(DlSearch *search, guint moment, DlSide side,
                     const DlSideSum without[DL_N_SIDES], double limit,
                     DlOffer *offers) {
    DlSlots *slots = search->slots;
    const DlSlotGroup *group = group_of(slots, moment);
    bool has_begun = false, was_straight = false;
    dl_trial_take(search->trial, slots->sheets[side]);
    for (guint split = 0; split <= group->n; split++) {
        guint n = dl_seats_count(group, side, split);
        if (n == 0)
            offers[split] = (DlOffer){.sum = without[side]};
        if (n == 0 || !may_split(search, group->n, split))
            continue;
        DlLeader leader = dl_leader_new(slots, group, side, split, (DlSeat){0});
        bool is_alike = slots->rules.attach == DL_ATTACH_FLAG && has_begun &&
                        was_straight == leader.is_straight;
        if (!is_alike)
            dl_trial_begin(search->trial, leader, group->n);
        has_begun = true;
        was_straight = leader.is_straight;
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

/* What costs less than `limit`, if anything does: the split, or -1. */
static int find_split(DlSearch *search, guint moment, double limit) {
    DlSlots *slots = search->slots;
    guint n = group_of(slots, moment)->n;
    DlSideSum without[DL_N_SIDES];
    for (int side = 0; side < DL_N_SIDES; side++)
        without[side] = leave_side(slots, moment, (DlSide)side);
    /* What is alone lies on one side or the other, so one limit holds for both. */
    double side_limit = n == 1 ? limit : INFINITY;
    int best_split = -1;
    for (int side = 0; side < DL_N_SIDES; side++) {
        ask_side(search, moment, (DlSide)side, without, side_limit,
                 search->offers[side]);
        if (n == 1 && may_split(search, 1, 1))
            side_limit = MIN(side_limit, search->offers[DL_SIDE_BEFORE][1].cost);
    }
    for (guint split = 0; split <= n; split++) {
        if (!may_split(search, n, split))
            continue;
        double cost = dl_sides_cost(&slots->rules, search->offers[0][split].sum,
                                    search->offers[1][split].sum);
        if (cost < limit - 1e-9) {
            limit = search->cost = cost;
            best_split = (int)split;
        }
    }
    return best_split;
}

static bool seat_below(DlSearch *search, guint moment, double limit) {
    int split = find_split(search, moment, limit);
    if (split >= 0)
        accept(search, moment, (guint)split);
    return split >= 0;
}

double dl_search_seat(DlSearch *search, guint moment) {
    bool is_seated = seat_below(search, moment, INFINITY);
    g_assert(is_seated);
    return search->cost;
}

void dl_search_move(DlSearch *search, guint moment) {
    GArray *seatings = search->slots->seatings;
    gsize size = seatings->len * sizeof(DlSeating);
    memcpy(search->kept, seatings->data, size);
    if (!seat_below(search, moment, search->cost))
        memcpy(seatings->data, search->kept, size);
}

double dl_search_improve(DlSearch *search, guint passes) {
    guint n = search->slots->groups->len, unchanged = 0;
    search->cost = dl_search_cost(search);
    for (guint i = 0; i < passes * n && unchanged < n; i++) {
        double cost = search->cost;
        dl_search_move(search, i % n);
        unchanged = search->cost < cost - 1e-6 ? 0 : unchanged + 1;
    }
    return search->cost;
}

/* Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8 (2003): the same
 * numbers everywhere. */
static guint draw(DlSearch *search, guint n) {
    search->chance ^= search->chance << 13;
    search->chance ^= search->chance >> 17;
    search->chance ^= search->chance << 5;
    return (search->chance >> 8) % n;
}

/* A moment has numbers of its own in each round, so that one more leaves the others
 * theirs; the factors are those of the finalizer of MurmurHash3 (Appleby, 2011). */
static void take_chance(DlSearch *search, guint moment, guint round) {
    const DlSlotGroup *group = group_of(search->slots, moment);
    guint32 mixed = dl_slots_slot(search->slots, group, 0)->rank + round * 0x85ebca6bu;
    search->chance = MAX(1, (mixed ^ mixed >> 16) * 0xc2b2ae35u);
    draw(search, 1);
}

static void take_out(const DlSlots *slots, guint moment) {
    DlSeating *seating = &g_array_index(slots->seatings, DlSeating, moment);
    seating->is_seated[DL_SIDE_BEFORE] = seating->is_seated[DL_SIDE_AFTER] = false;
}

/* Where chance has it, on one side or in one shape. */
static bool seat_by_chance(DlSearch *search, guint moment, double limit) {
    const DlSlotRules *rules = &search->slots->rules;
    DlShape *shape = &search->trial->shape;
    guint side = draw(search, 3);
    if (side < DL_N_SIDES && rules->sides[side])
        search->sides[!side] = false;
    shape->width = (int)draw(search, DL_N_WIDTHS + 1) - 1;
    shape->hang = (int)draw(search, DL_N_HANGS + 1) - 1;
    bool is_seated = seat_below(search, moment, limit);
    memcpy(search->sides, rules->sides, sizeof search->sides);
    *shape = (DlShape){DL_ANY, DL_ANY};
    return is_seated;
}

/* A moment, and some that come after it. */
static bool shake_once(DlSearch *search, guint first, double limit) {
    enum { MOST_OUT = 4 };
    DlSlots *slots = search->slots;
    guint wanted = 2 + draw(search, MOST_OUT - 1);
    guint n_out = MIN(slots->groups->len - first, wanted), start = draw(search, n_out);
    for (guint i = 0; i < n_out; i++)
        take_out(slots, first + i);
    for (guint i = 0; i < n_out; i++) {
        guint moment = first + (start + i) % n_out;
        bool is_seated = i == 0 ? seat_by_chance(search, moment, limit)
                                : seat_below(search, moment, limit);
        if (!is_seated)
            return false;
    }
    for (guint i = 0; i < n_out; i++)
        dl_search_move(search, first + i);
    return true;
}

double dl_search_shake(DlSearch *search, guint from, guint to) {
    enum { MANY = 200 };            /* moments, of which not all are taken */
    static const double SLACK = 40; /* while some are out */
    double cost = dl_search_cost(search);
    GArray *seatings = search->slots->seatings;
    const guint n = seatings->len;
    if (n < 2)
        return cost;
    g_autoptr(GArray) kept = g_array_copy(seatings);
    const guint step = 1 + n / MANY;
    for (guint i = from * n; i < to * n; i += step) {
        take_chance(search, i % n, i / n);
        bool is_kept =
            shake_once(search, i % n, cost + SLACK) && search->cost < cost - 1e-9;
        const GArray *better = is_kept ? seatings : kept;
        GArray *worse = is_kept ? kept : seatings;
        memcpy(worse->data, better->data, n * sizeof(DlSeating));
        search->cost = cost = is_kept ? search->cost : cost;
    }
    return cost;
}
