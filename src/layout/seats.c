#include "layout/seats.h"

#include <math.h>

DlSlot *dl_slots_slot(const DlSlots *slots, const DlSlotGroup *group, guint i) {
    return &g_array_index(slots->slots, DlSlot, group->first + i);
}

guint dl_seats_count(const DlSlotGroup *group, DlSide side, guint split) {
    return side == DL_SIDE_BEFORE ? split : group->n - split;
}

int dl_seat_rows(DlAttach attach, guint n, DlSeat seat) {
    if (attach == DL_ATTACH_END)
        return 1;
    return (int)(seat.alternates ? (n + 1) / 2 : n);
}

static bool any_upright(const DlLeader *leader) {
    for (guint i = 0; i < leader->n; i++)
        if (leader->slots[i].upright || leader->slots[i].through)
            return true;
    return false;
}

static bool any_through(const DlLeader *leader) {
    for (guint i = 0; i < leader->n; i++)
        if (leader->slots[i].through)
            return true;
    return false;
}

void dl_leader_sit(DlLeader *leader, DlAttach attach, DlSeat seat) {
    leader->seat = seat;
    leader->n_rows = dl_seat_rows(attach, leader->n, seat);
    leader->reach =
        leader->is_through ? DL_MOST_ROWS - 1 : seat.base + leader->n_rows - 1;
}

DlLeader dl_leader_new(const DlSlots *slots, const DlSlotGroup *group, DlSide side,
                       guint split, DlSeat seat) {
    DlAttach attach = slots->rules.attach;
    guint start = side == DL_SIDE_BEFORE ? 0 : split;
    DlLeader leader = {.slots = dl_slots_slot(slots, group, start),
                       .n = dl_seats_count(group, side, split)};
    leader.along = leader.riser = leader.slots[0].along;
    leader.is_through = any_through(&leader);
    leader.is_fixed = any_upright(&leader);
    leader.is_straight = leader.is_fixed || (attach == DL_ATTACH_FLAG && leader.n > 1);
    dl_leader_sit(&leader, attach, seat);
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

bool dl_leader_has_labels(const DlLeader *leader, int row) {
    return row >= leader->seat.base && row < leader->seat.base + leader->n_rows;
}

DlSlot *dl_leader_slots(const DlLeader *leader, DlAttach attach, DlSide side, int row,
                        guint *n) {
    int outwards = row - leader->seat.base;
    *n = 0;
    if (!dl_leader_has_labels(leader, row))
        return NULL;
    *n = leader->n;
    if (attach == DL_ATTACH_END)
        return leader->slots;
    int down = side == DL_SIDE_BEFORE ? leader->n_rows - 1 - outwards : outwards;
    guint in_a_row = leader->seat.alternates ? 2 : 1;
    guint first = (guint)down * in_a_row;
    *n = MIN(in_a_row, leader->n - first);
    return leader->slots + first;
}

static int width_of(const DlSlot *slot, DlSeat seat) {
    return MIN(seat.width, slot->n_widths - 1);
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
    double anchor = (first_anchor + last_anchor) / 2;
    return (DlRowItem){.before = anchor + rules->label_gap / 2,
                       .after = length - anchor + rules->label_gap / 2,
                       .slack = leader->is_fixed ? 0 : last_anchor - anchor};
}

static double text_length(const DlLeader *leader, const DlSlotRules *rules,
                          const DlSlot *slot) {
    return (leader->n > 1 ? rules->list_gap : rules->text_gap) +
           slot->lengths[width_of(slot, leader->seat)] + rules->label_gap;
}

static DlRowItem flag_item(const DlLeader *leader, const DlSlotRules *rules,
                           const DlSlot *slots, guint n) {
    DlRowItem item = {.before = DL_LEADER_AIR, .after = DL_LEADER_AIR};
    bool back = leader->seat.alternates || leader->seat.leans_back;
    *(back ? &item.before : &item.after) = text_length(leader, rules, &slots[0]);
    if (n > 1)
        item.after = text_length(leader, rules, &slots[1]);
    item.n_back = back ? (int)n : 0;
    return item;
}

DlRowItem dl_leader_item(const DlLeader *leader, const DlSlotRules *rules, DlSide side,
                         int row) {
    guint n;
    const DlSlot *slots = dl_leader_slots(leader, rules->attach, side, row, &n);
    DlRowItem item = rules->attach == DL_ATTACH_END
                         ? end_item(leader, rules)
                         : flag_item(leader, rules, slots, n);
    item.riser = leader->riser;
    item.is_fixed = leader->is_straight;
    for (guint i = 0; i < n; i++) {
        double drop = leader->seat.alternates && i == 1 ? rules->drop : 0;
        double depth = slots[i].depths[width_of(&slots[i], leader->seat)];
        item.height = MAX(item.height, drop + depth);
        item.weight += slots[i].weight;
    }
    return item;
}

void dl_leader_tell(const DlLeader *leader, const DlSlotRules *rules, DlSide side) {
    for (int row = leader->seat.base; row < leader->seat.base + leader->n_rows; row++) {
        guint n;
        DlSlot *slots = dl_leader_slots(leader, rules->attach, side, row, &n);
        bool alternates = leader->seat.alternates;
        for (guint i = 0; i < n; i++) {
            bool second = alternates && i == 1;
            slots[i].side = side;
            slots[i].row = row;
            slots[i].width = width_of(&slots[i], leader->seat);
            slots[i].leans_back = alternates ? !second : leader->seat.leans_back;
            slots[i].drop = second ? rules->drop : 0;
            slots[i].on_list = leader->n > 1;
            slots[i].riser = leader->riser;
            slots[i].fan_start = leader->fan_start;
        }
    }
}

double dl_row_item_entry(const DlRowItem *item, double at) {
    return fmax(at - item->slack, fmin(item->riser, at + item->slack));
}

/* A list's leader may arrive anywhere between its first label's anchor and its last. */
void dl_leader_enter(const DlLeader *leader, const DlSlotRules *rules, DlSide side,
                     int row, double at) {
    guint n;
    DlSlot *slots = dl_leader_slots(leader, rules->attach, side, row, &n);
    DlRowItem item = dl_leader_item(leader, rules, side, row);
    bool is_composite = rules->attach == DL_ATTACH_END && n > 1;
    double start = at;
    if (is_composite)
        start -=
            (anchor_in_list(leader, rules, 0) + anchor_in_list(leader, rules, n - 1)) /
            2;
    for (guint i = 0; i < n; i++) {
        slots[i].entry = dl_row_item_entry(&item, at);
        slots[i].port = is_composite ? start + anchor_in_list(leader, rules, i) : at;
    }
}
