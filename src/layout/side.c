#include <math.h>

#include "layout/chain.h"
#include "layout/slots.h"

/* Prices, in points of one label's distance from the axis. */
static const double PRICE_DISTANCE = 0.35;
static const double PRICE_SHIFT = 0.3;          /* a point along, off its leader */
static const double PRICE_SHIFT_SQUARED = 0.02; /* the same, squared: far is bad */
static const double PRICE_BEND = 12;
static const double PRICE_RISER_SQUARED =
    0.5; /* a leader that leaves its mark aslant */
static const double PRICE_LEAN = 8;
static const double PRICE_DEPTH = 0.9;       /* a point of the chart's height */
static const double PRICE_MARK_OVERLAP = 30; /* two marks of one side that touch */
static const double PRICE_LACKING = 100, PRICE_IMPOSSIBLE = 3000;

static const double LINE_AIR = 2.5;
static const double BEND_SLOPE = 0.3, LEAST_BEND = 5, MOST_BEND = 16;
static const double STRAIGHT = 0.25;

/* One side while it is placed: `n_here` slots lie on it, `n` items in the row at hand.
 */
typedef struct {
    DlSlots *slots;
    DlSide side;
    guint n_here, n;
} Sheet;

static void find_slots(Sheet *sheet) {
    const GArray *all = sheet->slots->slots;
    for (guint i = 0; i < all->len; i++) {
        DlSlot *slot = &g_array_index(all, DlSlot, i);
        if (slot->row >= 0 && slot->side == sheet->side)
            sheet->slots->here[sheet->n_here++] = slot;
    }
}

static void add_item(Sheet *sheet, DlSlot *owner, DlChainItem item) {
    sheet->slots->items[sheet->n] = item;
    sheet->slots->owners[sheet->n++] = owner;
}

/* Leaders rise where their marks are, but far enough apart to be told from one another.
 */
static double place_risers(Sheet *sheet) {
    sheet->n = 0;
    for (guint i = 0; i < sheet->n_here; i++) {
        DlSlot *slot = sheet->slots->here[i];
        add_item(sheet, slot,
                 (DlChainItem){.wanted = slot->along,
                               .before = LINE_AIR,
                               .after = LINE_AIR,
                               .weight = 1,
                               .fixed = slot->on_list,
                               .line = slot->on_list});
    }
    const DlSlotRules *rules = &sheet->slots->rules;
    double lacking = dl_chain_place(sheet->slots->items, sheet->n,
                                    rules->from - LINE_AIR, rules->to + LINE_AIR);
    for (guint i = 0; i < sheet->n; i++)
        sheet->slots->owners[i]->riser = sheet->slots->items[i].at;
    return lacking;
}

static DlChainItem label_item(const DlSlots *slots, const DlSlot *slot) {
    const DlSlotRules *rules = &slots->rules;
    double text = (slot->on_list ? rules->list_gap : rules->text_gap) +
                  slot->widths[slot->width] + rules->label_gap;
    return (DlChainItem){
        .wanted = slot->riser,
        .before = slot->leans_back ? text : LINE_AIR,
        .after = slot->leans_back ? LINE_AIR : text,
        .weight = slot->weight,
        .fixed = slot->on_list,
    };
}

static DlChainItem wall_item(const DlSlot *slot) {
    return (DlChainItem){.wanted = slot->riser,
                         .before = LINE_AIR,
                         .after = LINE_AIR,
                         .weight = 1,
                         .fixed = true,
                         .line = true};
}

/* One row: its labels, and the leaders of farther rows as walls between them. */
static double place_row(Sheet *sheet, int row) {
    sheet->n = 0;
    int group = 0;
    double last_along = NAN;
    for (guint i = 0; i < sheet->n_here; i++) {
        DlSlot *slot = sheet->slots->here[i];
        if (slot->row < row)
            continue;
        DlChainItem item =
            slot->row == row ? label_item(sheet->slots, slot) : wall_item(slot);
        if (slot->on_list) {
            group += slot->along != last_along;
            item.group = group;
            last_along = slot->along;
        }
        add_item(sheet, slot, item);
    }
    const DlSlotRules *rules = &sheet->slots->rules;
    double lacking =
        dl_chain_place(sheet->slots->items, sheet->n, rules->from - rules->label_gap,
                       rules->to + rules->label_gap);
    for (guint i = 0; i < sheet->n; i++) {
        DlSlot *slot = sheet->slots->owners[i];
        if (slot->row == row)
            slot->port = sheet->slots->items[i].at;
    }
    return lacking;
}

static int measure_rows(Sheet *sheet) {
    DlRow *rows = sheet->slots->rows[sheet->side];
    int n_rows = 0;
    for (int row = 0; row < DL_MOST_ROWS; row++)
        rows[row] = (DlRow){0};
    for (guint i = 0; i < sheet->n_here; i++) {
        const DlSlot *slot = sheet->slots->here[i];
        rows[slot->row].height =
            MAX(rows[slot->row].height, slot->drop + slot->heights[slot->width]);
        n_rows = MAX(n_rows, slot->row + 1);
    }
    return n_rows;
}

static void stack_rows(Sheet *sheet, int n_rows) {
    DlSlots *slots = sheet->slots;
    DlRow *rows = slots->rows[sheet->side];
    for (guint i = 0; i < sheet->n_here; i++) {
        const DlSlot *slot = slots->here[i];
        double shift = fabs(slot->port - slot->riser);
        if (shift < STRAIGHT)
            continue;
        double bend = MIN(MOST_BEND, MAX(LEAST_BEND, shift * BEND_SLOPE));
        rows[slot->row].bend = MAX(rows[slot->row].bend, bend);
    }
    double at = slots->rules.stem;
    for (int row = 0; row < n_rows; row++) {
        if (rows[row].height == 0)
            continue;
        rows[row].offset = at + rows[row].bend;
        at = rows[row].offset + rows[row].height + slots->rules.row_gap;
    }
    slots->depths[sheet->side] = n_rows > 0 ? at - slots->rules.row_gap : 0;
}

static double slot_cost(const DlSlots *slots, const DlSlot *slot) {
    double shift = fabs(slot->port - slot->riser), aslant = slot->riser - slot->along;
    double cost =
        slots->rows[slot->side][slot->row].offset * PRICE_DISTANCE * slot->weight;
    cost += shift * PRICE_SHIFT + shift * shift * PRICE_SHIFT_SQUARED;
    cost += aslant * aslant * PRICE_RISER_SQUARED;
    if (shift >= STRAIGHT)
        cost += PRICE_BEND;
    if (slot->leans_back || slot->drop > 0)
        cost += PRICE_LEAN;
    return cost;
}

static double side_cost(const Sheet *sheet) {
    const DlSlots *slots = sheet->slots;
    double cost = 0, reach = -INFINITY;
    for (guint i = 0; i < sheet->n_here; i++) {
        const DlSlot *slot = slots->here[i];
        cost += slot_cost(slots, slot);
        if (slot->mark_from < reach)
            cost += PRICE_MARK_OVERLAP;
        reach = MAX(reach, slot->mark_to);
    }
    double depth = slots->depths[sheet->side];
    double excess = depth - slots->rules.room / DL_N_SIDES;
    return cost + depth * PRICE_DEPTH + MAX(0, excess) * PRICE_LACKING / 10;
}

static double lacking_cost(double lacking) {
    return lacking > 1e-6 ? PRICE_IMPOSSIBLE + lacking * PRICE_LACKING : 0;
}

double dl_slots_place_side(DlSlots *slots, DlSide side, double limit) {
    Sheet sheet = {.slots = slots, .side = side};
    find_slots(&sheet);
    double lacking = place_risers(&sheet);
    int n_rows = slots->n_rows[side] = measure_rows(&sheet);
    for (int row = 0; row < n_rows; row++) {
        if (slots->rows[side][row].height > 0)
            lacking += place_row(&sheet, row);
        if (lacking_cost(lacking) > limit)
            return INFINITY;
    }
    stack_rows(&sheet, n_rows);
    slots->lacking += lacking > 1e-6 ? lacking : 0;
    return side_cost(&sheet) + lacking_cost(lacking);
}
