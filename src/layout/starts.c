#include "layout/starts.h"

#include <math.h>

/* Where the leaders of the sides end while moments are dealt. */
typedef struct {
    DlSlots *slots;
    DlDeal deal;
    double taken[DL_N_SIDES];
    guint n[DL_N_SIDES];
} Dealing;

/* How much of the axis the labels of a moment need. */
static double needed_length(const DlSlots *slots, const DlSlotGroup *group) {
    double longest = 0;
    for (guint i = 0; i < group->n; i++) {
        const DlSlot *slot = dl_slots_slot(slots, group, i);
        double shortest = slot->lengths[0];
        for (int w = 1; w < slot->n_widths; w++)
            shortest = fmin(shortest, slot->lengths[w]);
        longest = fmax(longest, shortest);
    }
    return longest + slots->rules.label_gap + 4 * DL_LEADER_AIR;
}

/* On the side before the axis earlier labels may lie farther out, so that all need room
 * behind them; on the other side it is the other way round. */
static bool wants_before(const Dealing *dealing, const DlSlotGroup *group) {
    const DlSlotRules *rules = &dealing->slots->rules;
    double along = dl_slots_slot(dealing->slots, group, 0)->along;
    double needed = needed_length(dealing->slots, group);
    if (dealing->deal == DL_DEAL_ALL_AFTER)
        return false;
    if (along < rules->from + needed || along > rules->to - needed)
        return along - rules->from < rules->to - along;
    if (dealing->deal == DL_DEAL_LISTS_BEFORE)
        return group->n > 1;
    if (dealing->deal == DL_DEAL_LISTS_AFTER)
        return group->n == 1;
    double before = dealing->taken[DL_SIDE_BEFORE],
           after = dealing->taken[DL_SIDE_AFTER];
    return before != after ? before < after : dealing->n[0] <= dealing->n[1];
}

static void deal_moment(Dealing *dealing, guint moment) {
    const bool *sides = dealing->slots->rules.sides;
    const DlSlotGroup *group =
        &g_array_index(dealing->slots->groups, DlSlotGroup, moment);
    bool before = sides[DL_SIDE_BEFORE] &&
                  (!sides[DL_SIDE_AFTER] || wants_before(dealing, group));
    guint split = before ? group->n : 0;
    bool is_flag = dealing->slots->rules.attach == DL_ATTACH_FLAG;
    if (is_flag && group->n >= DL_MOST_ROWS)
        split = group->n / 2;
    DlSide side = before ? DL_SIDE_BEFORE : DL_SIDE_AFTER;
    double along = dl_slots_slot(dealing->slots, group, 0)->along;
    dealing->taken[side] = fmax(dealing->taken[side], along) + 2 * DL_LEADER_AIR;
    dealing->n[side] += group->n;
    /* In no row yet. */
    DlSeat seat = {.base = DL_MOST_ROWS};
    g_array_index(dealing->slots->seatings, DlSeating, moment) =
        (DlSeating){split, {true, true}, {seat, seat}};
}

/* A side while its rows are filled. */
typedef struct {
    DlSheet *sheet;
    int row;
    guint n_left;
    double reach; /* of the last box or line in the row */
} Filling;

static bool is_left(const DlLeader *leader) {
    return leader->n > 0 && leader->seat.base == DL_MOST_ROWS;
}

/* What is left, or goes on to farther rows, is in the way of others. */
static bool is_line(const DlLeader *leader, int row) {
    return is_left(leader) ||
           (leader->reach >= row && !dl_leader_has_labels(leader, row));
}

/* Where the next box or line of the row begins. */
static double next_start(const Filling *filling, guint from) {
    const DlSheet *sheet = filling->sheet;
    for (guint i = from; i < sheet->n; i++) {
        const DlLeader *leader = &sheet->leaders[i];
        if (is_line(leader, filling->row))
            return leader->riser - DL_LEADER_AIR;
        if (dl_leader_has_labels(leader, filling->row))
            return leader->riser -
                   dl_leader_item(leader, sheet->rules, sheet->side, filling->row)
                       .before;
    }
    return dl_sheet_row_end(sheet);
}

static double clamp(double value, double from, double to) {
    return fmax(from, fmin(value, to));
}

/* Whether the leader's labels in all their rows fit between two places, and where the
 * first of them ends. With `shifts`, off the leader. */
static bool fits(const Filling *filling, const DlLeader *leader, double to, bool shifts,
                 double *end) {
    const DlSheet *sheet = filling->sheet;
    for (int k = leader->n_rows - 1; k >= 0; k--) {
        DlRowItem item =
            dl_leader_item(leader, sheet->rules, sheet->side, leader->seat.base + k);
        double first = filling->reach + item.before, last = to - item.after;
        double at = item.riser;
        if (!item.is_fixed && first <= last)
            at = clamp(item.riser, first, last);
        double off = fmax(0, fabs(at - item.riser) - item.slack);
        if (at < first - 1e-9 || at > last + 1e-9 || (off > 1e-9 && !shifts))
            return false;
        *end = at + item.after;
    }
    return true;
}

static int narrowest(const DlLeader *leader) {
    int best = 0;
    for (int w = 1; w < leader->slots[0].n_widths; w++)
        if (leader->slots[0].lengths[w] < leader->slots[0].lengths[best])
            best = w;
    return best;
}

/* Straight on its leader, if that can be. */
static bool seat_here(Filling *filling, DlLeader *leader, double to) {
    static const struct {
        DlHang hang;
        bool shifts;
    } ways[] = {
        {DL_HANG_FORWARD, false}, {DL_HANG_BACK, false}, {DL_HANG_BOTH, false},
        {DL_HANG_FORWARD, true},  {DL_HANG_BACK, true},
    };
    const DlSlotRules *rules = filling->sheet->rules;
    for (size_t i = 0; i < G_N_ELEMENTS(ways); i++) {
        if (!dl_can_hang(rules->attach, leader->n, ways[i].hang))
            continue;
        DlLeader tried = *leader;
        dl_leader_sit(&tried, rules, filling->sheet->side,
                      (DlSeat){filling->row, narrowest(leader), ways[i].hang});
        double end = filling->reach;
        if (filling->row + tried.n_rows > rules->most_rows ||
            !fits(filling, &tried, to, ways[i].shifts, &end))
            continue;
        *leader = tried;
        filling->reach = end;
        filling->n_left--;
        return true;
    }
    return false;
}

static void fill_row(Filling *filling) {
    DlSheet *sheet = filling->sheet;
    filling->reach = dl_sheet_row_start(sheet);
    for (guint i = 0; i < sheet->n; i++) {
        DlLeader *leader = &sheet->leaders[i];
        if (is_left(leader) && seat_here(filling, leader, next_start(filling, i + 1)))
            continue;
        if (is_line(leader, filling->row))
            filling->reach = leader->riser + DL_LEADER_AIR;
        else if (dl_leader_has_labels(leader, filling->row))
            filling->reach =
                leader->riser +
                dl_leader_item(leader, sheet->rules, sheet->side, filling->row).after;
    }
}

/* What is left lies where it must, without room. */
static void seat_rest(DlSheet *sheet) {
    for (guint i = 0; i < sheet->n; i++)
        if (is_left(&sheet->leaders[i])) {
            DlSeat seat = {0};
            int n_rows = dl_seat_rows(sheet->rules->attach, sheet->leaders[i].n, seat);
            seat.base = MAX(0, sheet->rules->most_rows - n_rows);
            dl_leader_sit(&sheet->leaders[i], sheet->rules, sheet->side, seat);
        }
}

static void fill_side(DlSlots *slots, DlSide side) {
    Filling filling = {.sheet = slots->sheets[side]};
    dl_sheet_collect(filling.sheet, slots);
    dl_sheet_place_risers(filling.sheet);
    for (guint i = 0; i < filling.sheet->n; i++)
        filling.n_left += is_left(&filling.sheet->leaders[i]);
    for (; filling.n_left > 0 && filling.row < slots->rules.most_rows; filling.row++)
        fill_row(&filling);
    seat_rest(filling.sheet);
}

/* Leaders are in the order of moments. */
static void tell_seats(DlSlots *slots, DlSide side) {
    const DlSheet *sheet = slots->sheets[side];
    guint next = 0;
    for (guint i = 0; i < slots->groups->len; i++) {
        const DlSlotGroup *group = &g_array_index(slots->groups, DlSlotGroup, i);
        DlSeating *seating = &g_array_index(slots->seatings, DlSeating, i);
        seating->seats[side] = (DlSeat){0};
        if (dl_seats_count(group, side, seating->split) == 0)
            continue;
        while (sheet->leaders[next].n == 0)
            next++;
        seating->seats[side] = sheet->leaders[next++].seat;
    }
}

void dl_start_rows(DlSearch *search, DlDeal deal) {
    Dealing dealing = {.slots = search->slots, .deal = deal};
    dealing.taken[0] = dealing.taken[1] = -INFINITY;
    for (guint i = 0; i < search->slots->groups->len; i++)
        deal_moment(&dealing, i);
    for (int side = 0; side < DL_N_SIDES; side++) {
        fill_side(search->slots, (DlSide)side);
        tell_seats(search->slots, (DlSide)side);
    }
}

static double list_length(const DlSlots *slots, const DlSlotGroup *group) {
    double length = slots->rules.label_gap;
    for (guint i = 0; i < group->n; i++) {
        const DlSlot *slot = dl_slots_slot(slots, group, i);
        length +=
            slot->lengths[slot->n_widths - 1] + (i > 0 ? slots->rules.list_gap : 0);
    }
    return length;
}

void dl_start_columns(DlSearch *search) {
    const DlSlots *slots = search->slots;
    const bool *sides = slots->rules.sides;
    double ends[DL_N_SIDES] = {0};
    for (guint i = 0; i < slots->groups->len; i++) {
        const DlSlotGroup *group = &g_array_index(slots->groups, DlSlotGroup, i);
        const DlSlot *first = dl_slots_slot(slots, group, 0);
        DlSide side =
            first->side_prices[DL_SIDE_BEFORE] < first->side_prices[DL_SIDE_AFTER]
                ? DL_SIDE_BEFORE
                : DL_SIDE_AFTER;
        double length = list_length(slots, group), from = first->along - length / 2;
        if (ends[side] > from && ends[!side] < ends[side])
            side = !side;
        if (!sides[side])
            side = !side;
        ends[side] = fmax(ends[side], from) + length;
        DlSeat seat = {.width = DL_N_WIDTHS - 1};
        g_array_index(slots->seatings, DlSeating, i) = (DlSeating){
            side == DL_SIDE_BEFORE ? group->n : 0, {true, true}, {seat, seat}};
    }
}
