#include <math.h>

#include "layout/sheet.h"

/* Prices, in points of one label's distance from the axis. */
static const double PRICE_DISTANCE = 0.35;
static const double PRICE_SHIFT = 0.3;          /* a point along, off its leader */
static const double PRICE_SHIFT_SQUARED = 0.02; /* the same, squared: far is bad */
static const double PRICE_BEND = 12;
static const double PRICE_LEAN = 8;
static const double PRICE_EXCESS = 10; /* a point deeper than there is room */
static const double PRICE_LACKING = 100, PRICE_IMPOSSIBLE = 3000;

static const double BEND_SLOPE = 0.3, LEAST_BEND = 5, MOST_BEND = 16;
static const double HIGHEST_BEND = 40; /* where leaders would come too near otherwise */
static const double STRAIGHT = 0.25;

DlSheet *dl_sheet_new(const DlSlotRules *rules, DlSide side, guint n_slots) {
    DlSheet *sheet = g_new0(DlSheet, 1);
    sheet->rules = rules;
    sheet->side = side;
    sheet->leaders = g_new(DlLeader, n_slots + 1);
    sheet->items = g_new(DlChainItem, n_slots + 1);
    sheet->owners = g_new(DlLeader *, n_slots + 1);
    return sheet;
}

void dl_sheet_free(DlSheet *sheet) {
    g_free(sheet->leaders);
    g_free(sheet->items);
    g_free(sheet->owners);
    g_free(sheet);
}

static void collect_walls(DlSheet *sheet, const GArray *slots, guint from, guint to) {
    for (guint i = from; i < to; i++) {
        DlSlot *slot = &g_array_index(slots, DlSlot, i);
        if (slot->is_wall && slot->side == sheet->side)
            sheet->leaders[sheet->n++] = dl_leader_new_wall(slot);
    }
}

void dl_sheet_collect(DlSheet *sheet, const DlSlots *slots) {
    guint next = 0;
    sheet->n = 0;
    for (guint i = 0; i < slots->groups->len; i++) {
        const DlSlotGroup *group = &g_array_index(slots->groups, DlSlotGroup, i);
        const DlSeating *seating = &g_array_index(slots->seatings, DlSeating, i);
        collect_walls(sheet, slots->slots, next, group->first);
        next = group->first + group->n;
        if (seating->is_seated[sheet->side] &&
            dl_seats_count(group, sheet->side, seating->split) > 0)
            sheet->leaders[sheet->n++] = dl_leader_new(
                slots, group, sheet->side, seating->split, seating->seats[sheet->side]);
    }
    collect_walls(sheet, slots->slots, next, slots->slots->len);
}

double dl_apart_height(double gap, double apart, double lean) {
    if (lean < STRAIGHT || apart <= 0)
        return 0;
    if (gap <= apart)
        return INFINITY;
    return apart * lean / sqrt(gap * gap - apart * apart);
}

/* A row while it is placed, piece by piece: the labels between two lines. */
typedef struct {
    DlSheet *sheet;
    int row;
    bool tells;
    DlRowSum sum;
    guint n; /* items of the piece at hand */
    double from;
} Piecing;

static double default_bend(double shift) {
    if (fabs(shift) < STRAIGHT)
        return 0;
    return fmin(MOST_BEND, fmax(LEAST_BEND, fabs(shift) * BEND_SLOPE));
}

/* How high two bends side by side must be. */
static double bend_apart(const DlLeader *left, const DlLeader *right, double left_entry,
                         double right_entry) {
    double low = right->riser - left->riser, high = right_entry - left_entry;
    double left_shift = left_entry - left->riser;
    double right_shift = right_entry - right->riser;
    return fmax(fmax(dl_apart_height(low, DL_LEADER_APART, left_shift),
                     dl_apart_height(low, DL_LEADER_APART, -right_shift)),
                fmax(dl_apart_height(high, DL_LEADER_APART, right_shift),
                     dl_apart_height(high, DL_LEADER_APART, -left_shift)));
}

static void add_item(Piecing *piecing, guint i) {
    DlSheet *sheet = piecing->sheet;
    const DlSlotRules *rules = sheet->rules;
    const DlLeader *leader = sheet->owners[i];
    DlRowSum *sum = &piecing->sum;
    double entry = sheet->items[i].at, shift = fabs(entry - leader->riser);
    guint n;
    const DlSlot *slots =
        dl_leader_slots(leader, rules->attach, sheet->side, piecing->row, &n);
    sum->cost += shift * PRICE_SHIFT + shift * shift * PRICE_SHIFT_SQUARED;
    sum->cost += shift >= STRAIGHT ? PRICE_BEND : 0;
    double bend = default_bend(shift);
    if (i > 0)
        bend = fmax(bend, bend_apart(sheet->owners[i - 1], leader,
                                     sheet->items[i - 1].at, entry));
    if (bend > HIGHEST_BEND)
        sum->lacking += fmin(bend, 2 * HIGHEST_BEND) - HIGHEST_BEND;
    sum->bend = fmax(sum->bend, fmin(bend, HIGHEST_BEND));
    for (guint k = 0; k < n; k++) {
        int width = MIN(leader->seat.width, slots[k].n_widths - 1);
        double drop = leader->seat.alternates && k == 1 ? rules->drop : 0;
        sum->height = fmax(sum->height, drop + slots[k].depths[width]);
        sum->weight += slots[k].weight;
        sum->cost +=
            leader->seat.alternates || leader->seat.leans_back ? PRICE_LEAN : 0;
    }
    if (piecing->tells)
        dl_leader_enter(leader, rules, sheet->side, piecing->row, entry);
}

/* The labels up to a line, or to the end of the row. */
static void end_piece(Piecing *piecing, double to) {
    DlSheet *sheet = piecing->sheet;
    if (piecing->n > 0)
        piecing->sum.lacking +=
            dl_chain_place(sheet->items, piecing->n, piecing->from, to);
    for (guint i = 0; i < piecing->n; i++)
        add_item(piecing, i);
    piecing->n = 0;
}

/* Flags count the gap behind their text alone, and other labels half of it at both
 * ends; none of it is needed at the ends of the row. */
static double end_gap(const DlSlotRules *rules) {
    return rules->attach == DL_ATTACH_END ? rules->label_gap / 2 : rules->label_gap;
}

DlRowSum dl_sheet_place_row(DlSheet *sheet, int row, bool tells) {
    const DlSlotRules *rules = sheet->rules;
    Piecing piecing = {.sheet = sheet, .row = row, .tells = tells};
    piecing.from = rules->from - end_gap(rules);
    for (guint i = 0; i < sheet->n; i++) {
        DlLeader *leader = &sheet->leaders[i];
        if (leader->reach < row)
            continue;
        int outwards = row - leader->seat.base;
        if (outwards >= 0 && outwards < leader->n_rows) {
            sheet->items[piecing.n] = dl_leader_item(leader, rules, sheet->side, row);
            sheet->owners[piecing.n++] = leader;
            continue;
        }
        end_piece(&piecing, leader->riser - DL_LEADER_AIR);
        piecing.from = leader->riser + DL_LEADER_AIR;
    }
    end_piece(&piecing, rules->to + end_gap(rules));
    return piecing.sum;
}

DlSideSum dl_sheet_stack(const DlSheet *sheet, const DlRowSum *sums, int n_rows,
                         DlRow *stacked) {
    const DlSlotRules *rules = sheet->rules;
    DlSideSum side = {.lacking = sheet->lacking, .cost = sheet->cost};
    double at = sheet->stem;
    for (int row = 0; row < n_rows; row++) {
        const DlRowSum *sum = &sums[row];
        if (sum->height == 0)
            continue;
        double offset = at + sum->bend;
        side.lacking += sum->lacking;
        side.cost += sum->cost + offset * PRICE_DISTANCE * sum->weight;
        side.depth = offset + sum->height;
        at = side.depth + rules->row_gap;
        if (stacked != NULL)
            stacked[row] = (DlRow){offset, sum->bend, sum->height};
    }
    return side;
}

int dl_sheet_count_rows(const DlSheet *sheet) {
    int n_rows = 0;
    for (guint i = 0; i < sheet->n; i++)
        if (sheet->leaders[i].n > 0)
            n_rows =
                MAX(n_rows, sheet->leaders[i].seat.base + sheet->leaders[i].n_rows);
    return n_rows;
}

DlSideSum dl_sheet_place(DlSheet *sheet) {
    DlRowSum sums[DL_MOST_ROWS];
    int n_rows = dl_sheet_count_rows(sheet);
    dl_sheet_place_risers(sheet);
    for (int row = 0; row < n_rows; row++)
        sums[row] = dl_sheet_place_row(sheet, row, false);
    return dl_sheet_stack(sheet, sums, n_rows, NULL);
}

static double lacking_cost(double lacking) {
    return lacking > 1e-6 ? PRICE_IMPOSSIBLE + lacking * PRICE_LACKING : 0;
}

double dl_sides_cost(const DlSlotRules *rules, DlSideSum before, DlSideSum after) {
    double depth = before.depth + after.depth;
    return before.cost + after.cost + lacking_cost(before.lacking) +
           lacking_cost(after.lacking) + depth * rules->depth_price +
           fmax(0, depth - rules->room) * PRICE_EXCESS;
}
