#include <math.h>
#include <string.h>

#include "layout/sheet.h"

/* Prices, in points of one label's distance from the axis. */
static const double PRICE_SHIFT = 0.3; /* a point along, off its leader */
/* The same, squared: far is bad, but less so beside an axis that runs down, where all
 * of a crowd must be in few columns. */
static const double PRICE_SHIFT_SQUARED[] = {
    [DL_ATTACH_FLAG] = 0.02, [DL_ATTACH_END] = 0.002};
/* A point of a label across: where another is as high all the same, few lines are read
 * sooner than many. */
static const double PRICE_HEIGHT[] = {[DL_ATTACH_FLAG] = 0.07, [DL_ATTACH_END] = 0};
static const double PRICE_BEND = 18;
static const double PRICE_BRANCH = 40;
static const double PRICE_LEAN = 8;
static const double PRICE_UNUSUAL = 80; /* what hangs otherwise than usual */
static const double PRICE_HIDDEN = 200;  /* a mark that a line cannot meet */
static const double PRICE_ASIDE = 0.15;  /* a point from a list's leader to a branch */
static const double BEND_SLOPE = 0.3, LEAST_BEND = 5, MOST_BEND = 16;
/* Where leaders would come too near otherwise. */
static const double HIGHEST_BEND[] = {[DL_ATTACH_FLAG] = 40, [DL_ATTACH_END] = 80};
enum { MOST_TRACKS = 48 };
static const double STRAIGHT = 0.25;
static const double BRANCH_ROOM = 5; /* for the way from a leader to its branches */

DlSheet *dl_sheet_new(const DlSlotRules *rules, DlSide side, guint n_slots) {
    DlSheet *sheet = g_new0(DlSheet, 1);
    sheet->rules = rules;
    sheet->side = side;
    sheet->leaders = g_new(DlLeader, n_slots + 1);
    sheet->row = g_new(DlRowItem, n_slots + 1);
    sheet->owners = g_new(guint, n_slots + 1);
    sheet->placed = g_new(DlChainItem, n_slots + 1);
    sheet->entries = g_new(double, n_slots + 1);
    sheet->turns = g_new0(int, n_slots + 1);
    return sheet;
}

void dl_sheet_free(DlSheet *sheet) {
    g_free(sheet->leaders);
    g_free(sheet->row);
    g_free(sheet->owners);
    g_free(sheet->placed);
    g_free(sheet->entries);
    g_free(sheet->turns);
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

int dl_sheet_count_rows(const DlSheet *sheet) {
    int n_rows = 0;
    for (guint i = 0; i < sheet->n; i++)
        if (sheet->leaders[i].n > 0)
            n_rows =
                MAX(n_rows, sheet->leaders[i].seat.base + sheet->leaders[i].n_rows);
    return n_rows;
}

double dl_apart_height(double gap, double apart, double lean) {
    if (lean < STRAIGHT || apart <= 0)
        return 0;
    if (gap <= apart)
        return INFINITY;
    return apart * lean / sqrt(gap * gap - apart * apart);
}

static double default_bend(double shift) {
    if (shift < STRAIGHT)
        return 0;
    return CLAMP(shift * BEND_SLOPE, LEAST_BEND, MOST_BEND);
}

/* A leader while its bend is measured. */
typedef struct {
    double riser, entry;
    double first, last; /* where it ends: a list's along all of its labels */
} Bend;

/* How high two bends side by side must be: what leans more needs more. */
static double bend_apart(Bend left, Bend right) {
    double low = right.riser - left.riser, high = right.first - left.last;
    double left_shift = left.entry - left.riser;
    double right_shift = right.entry - right.riser;
    double at_low =
        dl_apart_height(low, DL_LEADER_APART, MAX(left_shift, -right_shift));
    double at_high =
        dl_apart_height(high, DL_LEADER_APART, MAX(right_shift, -left_shift));
    return MAX(at_low, at_high);
}

static void add_item(DlRowSum *sum, DlAttach attach, const DlRowItem *item,
                     double shift) {
    sum->cost += item->n_back * PRICE_LEAN + item->n_branches * PRICE_BRANCH +
                 item->n_hidden * PRICE_HIDDEN + item->aside * PRICE_ASIDE +
                 item->is_unusual * PRICE_UNUSUAL + item->height * PRICE_HEIGHT[attach];
    sum->branch = MAX(sum->branch, item->n_branches > 0 ? BRANCH_ROOM : 0);
    sum->height = MAX(sum->height, item->height);
    sum->weight += item->weight;
    if (shift < STRAIGHT)
        return;
    sum->cost +=
        PRICE_BEND + shift * PRICE_SHIFT + shift * shift * PRICE_SHIFT_SQUARED[attach];
    double bend = default_bend(shift);
    sum->bend = MAX(sum->bend, bend);
}

static Bend bend_of(const DlSheet *sheet, DlPiece piece, guint i) {
    const DlRowItem *item = &piece.items[i];
    double at = sheet->placed[i].at, entry = sheet->entries[i];
    return (Bend){item->riser, entry, MIN(entry, at - item->reach),
                  MAX(entry, at + item->reach)};
}

/* Leaders that go aslant from their risers to their entries. Where they may turn
 * instead, it is enough to know that one lacks room. */
static DlRowSum measure_slants(const DlSheet *sheet, DlPiece piece) {
    DlRowSum sum = {0};
    double highest = HIGHEST_BEND[sheet->rules->attach];
    Bend left = bend_of(sheet, piece, 0);
    for (guint i = 1; i < piece.n; i++) {
        Bend right = bend_of(sheet, piece, i);
        double bend = bend_apart(left, right);
        left = right;
        sum.bend = CLAMP(bend, sum.bend, highest);
        if (bend > highest)
            sum.lacking += MIN(bend, 2 * highest) - highest;
        if (sum.lacking > 0 && sheet->rules->turns)
            return sum;
    }
    return sum;
}

/* How far a leader goes to one side. */
static double shift_at(const DlSheet *sheet, DlPiece piece, guint i, double direction) {
    return (sheet->entries[i] - piece.items[i].riser) * direction;
}

/* Those that go to one side, the foremost of which is in the nearest track: one that
 * begins where another is on its way turns before it. */
static int take_tracks(DlSheet *sheet, DlPiece piece, double direction) {
    int most = 0;
    for (guint k = 0; k < piece.n; k++) {
        guint i = direction > 0 ? k : piece.n - 1 - k;
        guint before = direction > 0 ? i - 1 : i + 1;
        if (shift_at(sheet, piece, i, direction) < STRAIGHT)
            continue;
        bool is_behind = k > 0 &&
                         shift_at(sheet, piece, before, direction) >= STRAIGHT &&
                         (sheet->entries[before] - piece.items[i].riser) * direction +
                                 DL_LEADER_APART >
                             0;
        sheet->turns[i] = 1 + (is_behind ? sheet->turns[before] : 0);
        most = MAX(most, sheet->turns[i]);
    }
    return most;
}

static DlRowSum measure_turns(DlSheet *sheet, DlPiece piece) {
    int n_tracks = MAX(take_tracks(sheet, piece, 1), take_tracks(sheet, piece, -1));
    return (DlRowSum){.lacking = DL_TRACK * MAX(0, n_tracks - MOST_TRACKS),
                      .bend = DL_TRACK * (n_tracks + 1)};
}

/* A label that lies before its leader has the leader in the row, too. */
static double end_of(const DlSlotRules *rules, DlPiece piece) {
    return fmin(piece.to, rules->to + piece.items[piece.n - 1].after);
}

DlRowSum dl_sheet_place_piece(DlSheet *sheet, DlPiece piece) {
    DlRowSum sum = {0};
    if (piece.n == 0)
        return sum;
    DlChainItem *placed = sheet->placed;
    for (guint i = 0; i < piece.n; i++) {
        const DlRowItem *item = &piece.items[i];
        placed[i] = (DlChainItem){.wanted = item->riser,
                                  .before = item->before,
                                  .after = item->after,
                                  .weight = item->weight,
                                  .slack = item->slack,
                                  .fixed = item->is_fixed};
    }
    sum.lacking =
        dl_chain_place(placed, piece.n, piece.from, end_of(sheet->rules, piece));
    for (guint i = 0; i < piece.n; i++) {
        const DlRowItem *item = &piece.items[i];
        sheet->entries[i] = dl_row_item_entry(item, placed[i].at);
        sheet->turns[i] = 0;
        add_item(&sum, sheet->rules->attach, item,
                 fabs(sheet->entries[i] - item->riser));
    }
    if (piece.n == 1)
        return sum;
    DlRowSum bends = measure_slants(sheet, piece);
    if (bends.lacking > 0 && sheet->rules->turns)
        bends = measure_turns(sheet, piece);
    return dl_row_sum_add(sum, bends);
}

/* Flags count the gap behind their text alone, and other labels half of it at both
 * ends; none of it is needed at the ends of the row. */
static double end_gap(const DlSlotRules *rules) {
    return rules->attach == DL_ATTACH_END ? rules->label_gap / 2 : rules->label_gap;
}

double dl_sheet_row_start(const DlSheet *sheet) {
    return sheet->rules->from - end_gap(sheet->rules);
}

double dl_sheet_row_end(const DlSheet *sheet) {
    return sheet->rules->to + end_gap(sheet->rules);
}

static DlRowSum end_piece(DlSheet *sheet, int row, DlPiece piece, bool tells) {
    DlRowSum sum = dl_sheet_place_piece(sheet, piece);
    for (guint i = 0; tells && i < piece.n; i++)
        dl_leader_enter(&sheet->leaders[sheet->owners[i]], sheet->rules, sheet->side,
                        row, sheet->placed[i].at, sheet->turns[i]);
    return sum;
}

DlRowSum dl_sheet_place_row(DlSheet *sheet, int row, bool tells) {
    DlRowSum sum = {0};
    DlPiece piece = {.items = sheet->row, .from = dl_sheet_row_start(sheet)};
    for (guint i = 0; i < sheet->n; i++) {
        const DlLeader *leader = &sheet->leaders[i];
        if (leader->reach < row)
            continue;
        if (dl_leader_has_labels(leader, row)) {
            sheet->row[piece.n] =
                dl_leader_item(leader, sheet->rules, sheet->side, row);
            sheet->owners[piece.n++] = i;
            continue;
        }
        piece.to = leader->riser - DL_LEADER_AIR;
        sum = dl_row_sum_add(sum, end_piece(sheet, row, piece, tells));
        piece.n = 0;
        piece.from = leader->riser + DL_LEADER_AIR;
    }
    piece.to = dl_sheet_row_end(sheet);
    return dl_row_sum_add(sum, end_piece(sheet, row, piece, tells));
}

DlSideSum dl_sheet_place(DlSheet *sheet) {
    DlStack rows = {0};
    int n_rows = dl_sheet_count_rows(sheet);
    dl_sheet_place_risers(sheet);
    for (int row = 0; row < n_rows; row++)
        rows = dl_stack_add(
            rows, dl_stack_row(sheet->rules, dl_sheet_place_row(sheet, row, false)));
    DlSideSum side = dl_side_sum(sheet->rules, sheet->risers, rows);
    side.cost += dl_sheet_marks_cost(sheet);
    return side;
}
