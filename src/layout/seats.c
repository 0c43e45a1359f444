#include "layout/seats.h"

#include <math.h>

/* How far off a straight leader a label may stand alone, along: less than from there to
 * the text, or than letters are high. A bend so small looks like a slip. */
static const double SLACK[] = {[DL_ATTACH_FLAG] = 2, [DL_ATTACH_END] = 1.2};

DlSlot *dl_slots_slot(const DlSlots *slots, const DlSlotGroup *group, guint i) {
    return &g_array_index(slots->slots, DlSlot, group->first + i);
}

guint dl_seats_count(const DlSlotGroup *group, DlSide side, guint split) {
    return side == DL_SIDE_BEFORE ? split : group->n - split;
}

const DlHanging dl_hangings[DL_N_HANGS] = {
    [DL_HANG_FORWARD] = {false, false, 1}, [DL_HANG_BACK] = {true, false, 1},
    [DL_HANG_BOTH] = {true, true, 1},      [DL_HANG_FORWARD_2] = {false, false, 2},
    [DL_HANG_BACK_2] = {true, false, 2},   [DL_HANG_FORWARD_3] = {false, false, 3},
    [DL_HANG_BACK_3] = {true, false, 3},   [DL_HANG_FORWARD_4] = {false, false, 4},
    [DL_HANG_BACK_4] = {true, false, 4},   [DL_HANG_FORWARD_5] = {false, false, 5},
    [DL_HANG_BACK_5] = {true, false, 5},   [DL_HANG_FORWARD_6] = {false, false, 6},
    [DL_HANG_BACK_6] = {true, false, 6},
};

static const DlHanging *hanging_of(const DlLeader *leader) {
    return &dl_hangings[leader->seat.hang];
}

/* Without rows to spare, and no column empty. */
bool dl_can_hang(DlAttach attach, guint n, DlHang hang) {
    const DlHanging *hanging = &dl_hangings[hang];
    if (attach == DL_ATTACH_END)
        return hang == DL_HANG_FORWARD;
    if (hanging->alternates)
        return n > 1;
    guint n_rows = (n + hanging->columns - 1) / hanging->columns;
    return n_rows > 0 && (hanging->columns - 1) * n_rows < n;
}

int dl_seat_rows(DlAttach attach, guint n, DlSeat seat) {
    const DlHanging *hanging = &dl_hangings[seat.hang];
    guint in_a_row = hanging->alternates ? 2 : hanging->columns;
    return attach == DL_ATTACH_END ? 1 : (int)((n + in_a_row - 1) / in_a_row);
}

static int width_of(const DlSlot *slot, DlSeat seat) {
    return MIN(seat.width, slot->n_widths - 1);
}

static double text_length(const DlLeader *leader, const DlSlotRules *rules,
                          const DlSlot *slot) {
    return (leader->n > 1 ? rules->list_gap : rules->text_gap) +
           slot->lengths[width_of(slot, leader->seat)] + rules->label_gap;
}

/* The longest label of a column. The first is the one that is not full before the axis,
 * the last behind it, so that all columns begin at the base. */
static double column_length(const DlLeader *leader, const DlSlotRules *rules,
                            DlSide side, guint column) {
    guint n_rows = (guint)leader->n_rows;
    guint spare = hanging_of(leader)->columns * n_rows - leader->n;
    guint missing = side == DL_SIDE_BEFORE ? spare : 0;
    guint from = MAX(column * n_rows, missing) - missing;
    guint to = MIN((column + 1) * n_rows - missing, leader->n);
    double longest = 0;
    for (guint i = from; i < to; i++)
        longest = fmax(longest, text_length(leader, rules, &leader->slots[i]));
    return longest;
}

static void place_columns(DlLeader *leader, const DlSlotRules *rules, DlSide side) {
    guint n = hanging_of(leader)->columns;
    bool back = hanging_of(leader)->leans_back;
    leader->extent = 0;
    for (guint i = 0; i < n; i++) {
        guint column = back ? n - 1 - i : i;
        leader->columns[column] = back ? -leader->extent : leader->extent;
        leader->extent += column_length(leader, rules, side, column) +
                          (i + 1 < n ? DL_LEADER_AIR : 0);
    }
}

void dl_leader_sit(DlLeader *leader, const DlSlotRules *rules, DlSide side,
                   DlSeat seat) {
    leader->seat = seat;
    leader->n_rows = dl_seat_rows(rules->attach, leader->n, seat);
    leader->reach = seat.base + leader->n_rows - 1;
    if (hanging_of(leader)->columns > 1)
        place_columns(leader, rules, side);
    else
        leader->columns[0] = 0;
}

DlLeader dl_leader_new(const DlSlots *slots, const DlSlotGroup *group, DlSide side,
                       guint split, DlSeat seat) {
    guint start = side == DL_SIDE_BEFORE ? 0 : split;
    DlLeader leader = {.slots = dl_slots_slot(slots, group, start),
                       .n = dl_seats_count(group, side, split)};
    leader.is_part = leader.n < group->n;
    leader.along = leader.riser = leader.slots[0].along;
    leader.is_straight = slots->rules.attach == DL_ATTACH_FLAG && leader.n > 1;
    dl_leader_sit(&leader, &slots->rules, side, seat);
    return leader;
}

DlLeader dl_leader_new_wall(DlSlot *wall) {
    return (DlLeader){.slots = wall,
                      .seat = {.base = DL_MOST_ROWS},
                      .reach = DL_MOST_ROWS - 1,
                      .is_fixed = true,
                      .along = wall->along,
                      .riser = wall->along};
}

DlRowSlots dl_leader_slots(const DlLeader *leader, DlAttach attach, DlSide side,
                           int row) {
    if (!dl_leader_has_labels(leader, row))
        return (DlRowSlots){0};
    if (attach == DL_ATTACH_END)
        return (DlRowSlots){leader->slots, leader->n, 1, 0};
    guint outwards = (guint)(row - leader->seat.base), n_rows = (guint)leader->n_rows;
    bool before = side == DL_SIDE_BEFORE;
    const DlHanging *hanging = hanging_of(leader);
    if (hanging->alternates) {
        guint first = 2 * (before ? n_rows - 1 - outwards : outwards);
        return (DlRowSlots){leader->slots + first, MIN(2, leader->n - first), 1, 0};
    }
    guint last = leader->n - 1 - outwards, n = last / n_rows + 1;
    if (before)
        return (DlRowSlots){leader->slots + last % n_rows, n, n_rows,
                            hanging->columns - n};
    return (DlRowSlots){leader->slots + outwards, n, n_rows, 0};
}

/* From where a list begins to the anchor of one of its slots. */
static double anchor_in_list(const DlLeader *leader, const DlSlotRules *rules,
                             guint index) {
    double at = 0;
    for (guint i = 0; i < index; i++)
        at += leader->slots[i].lengths[width_of(&leader->slots[i], leader->seat)] +
              rules->list_gap;
    const DlSlot *slot = &leader->slots[index];
    return at + slot->anchors[width_of(slot, leader->seat)];
}

static DlRowItem end_item(const DlLeader *leader, const DlSlotRules *rules) {
    const DlSlot *last = &leader->slots[leader->n - 1];
    int width = width_of(last, leader->seat);
    double first_anchor = anchor_in_list(leader, rules, 0);
    double last_anchor = anchor_in_list(leader, rules, leader->n - 1);
    double length = last_anchor - last->anchors[width] + last->lengths[width];
    double anchor = (first_anchor + last_anchor) / 2, reach = last_anchor - anchor;
    return (DlRowItem){.before = anchor + rules->label_gap / 2,
                       .after = length - anchor + rules->label_gap / 2,
                       .slack = leader->n == 1 ? SLACK[DL_ATTACH_END] : reach,
                       .reach = reach};
}

static DlRowItem column_item(const DlLeader *leader, const DlSlotRules *rules,
                             DlRowSlots slots) {
    const DlHanging *hanging = hanging_of(leader);
    DlRowItem item = {.before = DL_LEADER_AIR,
                      .after = DL_LEADER_AIR,
                      .slack = leader->n == 1 ? SLACK[DL_ATTACH_FLAG] : 0};
    double *reach = hanging->leans_back ? &item.before : &item.after;
    *reach =
        hanging->columns > 1 ? leader->extent : text_length(leader, rules, slots.first);
    item.n_back = hanging->leans_back ? (int)slots.n : 0;
    for (guint i = 0; i < slots.n; i++) {
        double aside = fabs(leader->columns[slots.column + i]);
        item.aside += aside;
        item.n_hidden += aside > 0 && slots.first[i * slots.step].is_met;
    }
    return item;
}

/* The second of two stands lower. */
static DlRowItem alternate_item(const DlLeader *leader, const DlSlotRules *rules,
                                DlRowSlots slots) {
    DlRowItem item = {.before = text_length(leader, rules, slots.first),
                      .after = DL_LEADER_AIR,
                      .n_back = (int)slots.n};
    if (slots.n > 1)
        item.after = text_length(leader, rules, slots.first + slots.step);
    return item;
}

static DlRowItem flag_item(const DlLeader *leader, const DlSlotRules *rules, int row,
                           DlRowSlots slots) {
    const DlHanging *hanging = hanging_of(leader);
    if (hanging->alternates)
        return alternate_item(leader, rules, slots);
    DlRowItem item = column_item(leader, rules, slots);
    item.n_branches = row == leader->seat.base ? (int)hanging->columns - 1 : 0;
    return item;
}

static bool is_unusual(const DlLeader *leader) {
    const DlSlot *first = leader->slots;
    return first->has_usual && !leader->is_part &&
           ((int)leader->seat.hang != first->usual_hang ||
            (leader->n > 1 && leader->seat.width != first->usual_width));
}

DlRowItem dl_leader_item(const DlLeader *leader, const DlSlotRules *rules, DlSide side,
                         int row) {
    DlRowSlots slots = dl_leader_slots(leader, rules->attach, side, row);
    DlRowItem item = rules->attach == DL_ATTACH_END
                         ? end_item(leader, rules)
                         : flag_item(leader, rules, row, slots);
    item.riser = leader->riser;
    item.is_fixed = leader->is_straight;
    item.is_unusual = row == leader->seat.base && is_unusual(leader);
    for (guint i = 0; i < slots.n; i++) {
        const DlSlot *slot = slots.first + i * slots.step;
        double drop = hanging_of(leader)->alternates && i == 1 ? rules->drop : 0;
        double depth = slot->depths[width_of(slot, leader->seat)];
        item.height = MAX(item.height, drop + depth);
        item.weight += slot->weight;
    }
    return item;
}

/* Along an axis that runs down, a few marks tell their time better at the axis. */
static bool has_beads(guint n, const DlSlotRules *rules) {
    return n > (rules->attach == DL_ATTACH_FLAG ? 1 : rules->most_stacked);
}

static void tell_slot(const DlLeader *leader, const DlSlotRules *rules, bool is_second,
                      DlSlot *slot) {
    const DlHanging *hanging = hanging_of(leader);
    bool stands_lower = hanging->alternates && is_second;
    slot->width = width_of(slot, leader->seat);
    slot->leans_back = hanging->leans_back && !stands_lower;
    slot->drop = stands_lower ? rules->drop : 0;
    slot->on_list = leader->n > 1;
    slot->is_bead = has_beads(leader->n, rules);
    slot->riser = leader->riser;
    slot->fan_start = leader->fan_start;
}

bool dl_slots_tell_lists(DlSlots *slots) {
    const DlSlotRules *rules = &slots->rules;
    if (rules->sides[DL_SIDE_BEFORE] == rules->sides[DL_SIDE_AFTER])
        return false;
    for (guint i = 0; i < slots->groups->len; i++) {
        const DlSlotGroup *group = &g_array_index(slots->groups, DlSlotGroup, i);
        for (guint k = 0; k < group->n; k++) {
            DlSlot *slot = dl_slots_slot(slots, group, k);
            slot->side = rules->sides[DL_SIDE_AFTER] ? DL_SIDE_AFTER : DL_SIDE_BEFORE;
            slot->on_list = group->n > 1;
            slot->is_bead = has_beads(group->n, rules);
        }
    }
    return true;
}

void dl_leader_tell(const DlLeader *leader, const DlSlotRules *rules, DlSide side) {
    for (int row = leader->seat.base; row < leader->seat.base + leader->n_rows; row++) {
        DlRowSlots slots = dl_leader_slots(leader, rules->attach, side, row);
        for (guint i = 0; i < slots.n; i++) {
            DlSlot *slot = slots.first + i * slots.step;
            slot->side = side;
            slot->row = row;
            tell_slot(leader, rules, i == 1, slot);
        }
    }
}

/* A list's leader may arrive anywhere between its first label's anchor and its last. */
static void enter_end(const DlLeader *leader, const DlSlotRules *rules, double entry,
                      double at, int turn) {
    guint n = leader->n;
    double start =
        at -
        (anchor_in_list(leader, rules, 0) + anchor_in_list(leader, rules, n - 1)) / 2;
    for (guint i = 0; i < n; i++) {
        leader->slots[i].entry = entry;
        leader->slots[i].turn = turn;
        leader->slots[i].port = n > 1 ? start + anchor_in_list(leader, rules, i) : at;
    }
}

void dl_leader_enter(const DlLeader *leader, const DlSlotRules *rules, DlSide side,
                     int row, double at, int turn) {
    DlRowItem item = dl_leader_item(leader, rules, side, row);
    double entry = leader->is_straight ? leader->riser : dl_row_item_entry(&item, at);
    if (rules->attach == DL_ATTACH_END) {
        enter_end(leader, rules, entry, at, turn);
        return;
    }
    DlRowSlots slots = dl_leader_slots(leader, rules->attach, side, row);
    for (guint i = 0; i < slots.n; i++) {
        DlSlot *slot = slots.first + i * slots.step;
        slot->entry = entry;
        slot->port = leader->n == 1 ? at : entry;
        if (hanging_of(leader)->columns > 1)
            slot->port += leader->columns[slots.column + i];
    }
}
