#include "layout/trial.h"

#include <math.h>
#include <string.h>

enum { N_KNOWN_HANGS = DL_HANG_BOTH + 1 };

DlTrial *dl_trial_new(guint n_slots, guint longest) {
    DlTrial *trial = g_new0(DlTrial, 1);
    trial->longest = longest;
    trial->shape = (DlShape){DL_ANY, DL_ANY};
    trial->arena = g_new(DlRowItem, n_slots + 1);
    trial->scratch = g_new(DlRowItem, n_slots + 1);
    trial->shapes = g_malloc_n(DL_N_HANGS, sizeof *trial->shapes);
    trial->labels =
        g_new(DlRowSum, (gsize)DL_MOST_ROWS * longest * DL_N_WIDTHS * N_KNOWN_HANGS);
    return trial;
}

void dl_trial_free(DlTrial *trial) {
    if (trial == NULL)
        return;
    g_free(trial->arena);
    g_free(trial->scratch);
    g_free(trial->shapes);
    g_free(trial->labels);
    g_free(trial);
}

/* Leaders are in the order of their slots. In no row yet. */
static void insert_leader(DlTrial *trial, DlLeader leader) {
    DlSheet *sheet = trial->sheet;
    guint at = sheet->n;
    while (at > 0 && sheet->leaders[at - 1].slots > leader.slots)
        at--;
    memmove(sheet->leaders + at + 1, sheet->leaders + at,
            (sheet->n - at) * sizeof(DlLeader));
    sheet->n++;
    trial->at = at;
    trial->has_leader = true;
    leader.seat.base = DL_MOST_ROWS;
    leader.n_rows = 0;
    leader.reach = -1;
    sheet->leaders[at] = leader;
}

static void remove_leader(DlTrial *trial) {
    DlSheet *sheet = trial->sheet;
    sheet->n--;
    memmove(sheet->leaders + trial->at, sheet->leaders + trial->at + 1,
            (sheet->n - trial->at) * sizeof(DlLeader));
    trial->has_leader = false;
}

/* A row while it is cut into pieces. */
typedef struct {
    DlTrial *trial;
    DlTrialRow *row;
    DlPiece piece;
    bool holds; /* the moment stands in the piece at hand */
} Cutting;

static void end_piece(Cutting *cutting, double to) {
    DlTrialRow *row = cutting->row;
    DlPiece *piece = &cutting->piece;
    piece->to = to;
    DlRowSum sum = dl_sheet_place_piece(cutting->trial->sheet, *piece);
    if (cutting->holds) {
        row->absent = sum;
        row->first = (guint)(piece->items - cutting->trial->arena);
        row->n = piece->n;
        row->from = piece->from;
        row->to = to;
        piece->items += piece->n;
        cutting->holds = false;
    } else {
        row->others = dl_row_sum_add(row->others, sum);
    }
    piece->n = 0;
}

/* Returns where the arena goes on. */
static guint cut_row(DlTrial *trial, int index, guint arena) {
    DlSheet *sheet = trial->sheet;
    DlTrialRow *row = &trial->rows[index];
    *row = (DlTrialRow){0};
    Cutting cutting = {trial, row, {.items = trial->arena + arena}, false};
    cutting.piece.from = dl_sheet_row_start(sheet);
    for (guint i = 0; i < sheet->n; i++) {
        const DlLeader *leader = &sheet->leaders[i];
        if (i == trial->at) {
            cutting.holds = true;
            row->before = cutting.piece.n;
        } else if (dl_leader_has_labels(leader, index)) {
            trial->arena[cutting.piece.items - trial->arena + cutting.piece.n++] =
                dl_leader_item(leader, sheet->rules, sheet->side, index);
        } else if (leader->reach >= index) {
            end_piece(&cutting, leader->riser - DL_LEADER_AIR);
            cutting.piece.from = leader->riser + DL_LEADER_AIR;
        }
    }
    end_piece(&cutting, dl_sheet_row_end(sheet));
    return row->first + row->n;
}

static DlRowSum *known_label(const DlTrial *trial, int row, guint slot, int width,
                             DlHang hang) {
    gsize index = (gsize)row * trial->longest + slot;
    return &trial->labels[(index * DL_N_WIDTHS + (gsize)width) * N_KNOWN_HANGS + hang];
}

static void forget_labels(DlTrial *trial, int n_rows, guint n_slots) {
    for (int row = 0; row < n_rows; row++) {
        DlRowSum *sums = known_label(trial, row, 0, 0, DL_HANG_FORWARD);
        for (guint i = 0; i < n_slots * DL_N_WIDTHS * N_KNOWN_HANGS; i++)
            sums[i].lacking = NAN;
    }
}

static void find_spans(DlTrial *trial) {
    memset(trial->is_spanned, 0, sizeof trial->is_spanned);
    for (guint i = 0; i < trial->sheet->n; i++) {
        const DlLeader *leader = &trial->sheet->leaders[i];
        for (int k = 1; k < leader->n_rows; k++)
            trial->is_spanned[leader->seat.base + k] = true;
    }
}

static const DlLeader *ghost(const DlTrial *trial) {
    return &trial->sheet->leaders[trial->at];
}

static DlRowSum absent_sum(const DlTrial *trial, int row) {
    return dl_row_sum_add(trial->rows[row].others, trial->rows[row].absent);
}

static DlRowSum line_sum(const DlTrial *trial, int index) {
    const DlTrialRow *row = &trial->rows[index];
    const DlRowItem *items = trial->arena + row->first;
    double riser = ghost(trial)->riser;
    DlPiece left = {items, row->before, row->from, riser - DL_LEADER_AIR};
    DlPiece right = {items + row->before, row->n - row->before, riser + DL_LEADER_AIR,
                     row->to};
    DlRowSum both = dl_row_sum_add(dl_sheet_place_piece(trial->sheet, left),
                                   dl_sheet_place_piece(trial->sheet, right));
    return dl_row_sum_add(row->others, both);
}

static void stack_rows(DlTrial *trial) {
    const DlSlotRules *rules = trial->sheet->rules;
    trial->inner[0] = trial->outer[trial->n_rows] = (DlStack){0};
    for (int row = 0; row < trial->n_rows; row++)
        trial->inner[row + 1] =
            dl_stack_add(trial->inner[row], dl_stack_row(rules, line_sum(trial, row)));
    for (int row = trial->n_rows - 1; row >= 0; row--)
        trial->outer[row] = dl_stack_add(dl_stack_row(rules, absent_sum(trial, row)),
                                         trial->outer[row + 1]);
}

void dl_trial_take(DlTrial *trial, DlSheet *sheet) {
    trial->sheet = sheet;
    trial->has_leader = false;
    trial->n_rows = dl_sheet_count_rows(sheet);
    find_spans(trial);
}

void dl_trial_begin(DlTrial *trial, DlLeader leader, guint n_slots) {
    if (trial->has_leader)
        remove_leader(trial);
    insert_leader(trial, leader);
    dl_sheet_place_risers(trial->sheet);
    guint arena = 0;
    int last = MIN(DL_MOST_ROWS, trial->n_rows + (int)n_slots);
    for (int row = 0; row < last; row++)
        arena = cut_row(trial, row, arena);
    stack_rows(trial);
    forget_labels(trial, last, n_slots);
}

static DlRowSum place_label(DlTrial *trial, const DlRowItem *item, int index) {
    const DlTrialRow *row = &trial->rows[index];
    const DlRowItem *items = trial->arena + row->first;
    DlRowItem *all = trial->scratch;
    memcpy(all, items, row->before * sizeof *all);
    all[row->before] = *item;
    memcpy(all + row->before + 1, items + row->before,
           (row->n - row->before) * sizeof *all);
    DlPiece piece = {all, row->n + 1, row->from, row->to};
    return dl_row_sum_add(row->others, dl_sheet_place_piece(trial->sheet, piece));
}

/* What is found for a row of columns is not kept, as what hangs there depends on how
 * many there are. */
static DlTrialItem item_in_row(const DlTrial *trial, const DlLeader *leader,
                               const DlSlot *first, int row) {
    const DlSheet *sheet = trial->sheet;
    DlHang hang = leader->seat.hang;
    DlRowSlots slots = dl_leader_slots(leader, sheet->rules->attach, sheet->side, row);
    /* The last of a list that alternates has no other beside it. */
    if (hang == DL_HANG_BOTH && slots.n == 1)
        hang = DL_HANG_BACK;
    bool is_kept = dl_hangings[leader->seat.hang].columns == 1;
    return (DlTrialItem){dl_leader_item(leader, sheet->rules, sheet->side, row),
                         is_kept ? (int)(slots.first - first) : -1, hang};
}

/* A row that is new has no labels but these; farther leaders go through it. */
static DlRowSum place_new_row(DlTrial *trial, const DlRowItem *item, int row) {
    const DlSheet *sheet = trial->sheet;
    DlPiece piece = {item, 1, dl_sheet_row_start(sheet), dl_sheet_row_end(sheet)};
    for (guint i = trial->at; i > 0; i--)
        if (sheet->leaders[i - 1].reach >= row) {
            piece.from = sheet->leaders[i - 1].riser + DL_LEADER_AIR;
            break;
        }
    for (guint i = trial->at + 1; i < sheet->n; i++)
        if (sheet->leaders[i].reach >= row) {
            piece.to = sheet->leaders[i].riser - DL_LEADER_AIR;
            break;
        }
    return dl_sheet_place_piece(trial->sheet, piece);
}

/* What is asked for while the seats of a part are tried. */
typedef struct {
    DlTrial *trial;
    DlLeader leader;
    const DlSlot *first;
    int n_widths;
    DlHang hangs[DL_N_HANGS]; /* those that may be */
    int n_hangs;
    double marks_cost;
    DlSideSum other;
    DlOffer best;
} Asking;

/* Its labels in the shape of the seat. */
static const DlTrialShape *shape_of(Asking *asking, DlSeat seat) {
    DlTrial *trial = asking->trial;
    DlTrialShape *shape = &trial->shapes[seat.hang][seat.width];
    if (trial->is_shaped[seat.hang][seat.width])
        return shape;
    DlLeader *leader = &asking->leader;
    dl_leader_sit(leader, trial->sheet->rules, trial->sheet->side,
                  (DlSeat){0, seat.width, seat.hang});
    g_assert(leader->n_rows <= DL_MOST_ROWS);
    shape->n_rows = leader->n_rows;
    for (int row = 0; row < leader->n_rows; row++)
        shape->items[row] = item_in_row(trial, leader, asking->first, row);
    trial->is_shaped[seat.hang][seat.width] = true;
    return shape;
}

static DlOffer offer_of(const Asking *asking, DlStack near, DlStack far) {
    const DlSheet *sheet = asking->trial->sheet;
    DlSideSum sum = dl_side_sum(sheet->rules, sheet->risers, dl_stack_add(near, far));
    sum.cost += asking->marks_cost;
    double cost = sheet->side == DL_SIDE_BEFORE
                      ? dl_sides_cost(sheet->rules, sum, asking->other)
                      : dl_sides_cost(sheet->rules, asking->other, sum);
    return (DlOffer){.cost = cost, .sum = sum};
}

static bool is_better(const Asking *asking, DlOffer offer) {
    return offer.cost < asking->best.cost - 1e-9;
}

/* The least that a row can be worth with the labels: as if no other moved for them. */
static DlRowSum least_sum(const DlTrial *trial, const DlRowItem *item, int row,
                          bool inserts) {
    DlRowSum least = {.height = item->height, .weight = item->weight};
    if (inserts || row >= trial->n_rows)
        return least;
    least.weight += trial->rows[row].absent.weight;
    least.height = MAX(least.height, trial->rows[row].absent.height);
    return dl_row_sum_add(least, trial->rows[row].others);
}

static DlRowSum row_sum(const Asking *asking, const DlTrialItem *item, int width,
                        int row, bool inserts) {
    DlTrial *trial = asking->trial;
    if (inserts)
        return place_new_row(trial, &item->item, row);
    if (item->first < 0)
        return place_label(trial, &item->item, row);
    DlRowSum *known = known_label(trial, row, (guint)item->first, width, item->hang);
    if (isnan(known->lacking))
        *known = place_label(trial, &item->item, row);
    return *known;
}

/* Row by row, as long as it may become better than the best. */
static void try_seat(Asking *asking, DlSeat seat, const DlTrialShape *shape,
                     bool inserts) {
    DlTrial *trial = asking->trial;
    const DlSlotRules *rules = trial->sheet->rules;
    int end = seat.base + shape->n_rows;
    DlStack near = trial->inner[seat.base];
    DlStack far = trial->outer[inserts ? seat.base : MIN(end, trial->n_rows)];
    for (int row = seat.base; row < end; row++) {
        const DlTrialItem *item = &shape->items[row - seat.base];
        DlRowSum least = least_sum(trial, &item->item, row, inserts);
        DlStack hoped = dl_stack_add(near, dl_stack_row(rules, least));
        if (!is_better(asking, offer_of(asking, hoped, far)))
            return;
        DlRowSum sum = row_sum(asking, item, seat.width, row, inserts);
        near = dl_stack_add(near, dl_stack_row(rules, sum));
    }
    DlOffer offer = offer_of(asking, near, far);
    offer.seat = seat;
    offer.inserts = inserts;
    if (is_better(asking, offer))
        asking->best = offer;
}

static int count_widths(const DlLeader *leader) {
    int most = 1;
    for (guint i = 0; i < leader->n; i++)
        most = MAX(most, leader->slots[i].n_widths);
    return most;
}

/* Whether any label can be better in a row, whatever its shape. */
static bool may_be_better(const Asking *asking, int base, bool inserts) {
    const DlTrial *trial = asking->trial;
    const DlRowItem some = {.height = 1, .weight = asking->leader.slots[0].weight};
    DlRowSum least = least_sum(trial, &some, base, inserts);
    DlStack near =
        dl_stack_add(trial->inner[base], dl_stack_row(trial->sheet->rules, least));
    /* A list may take any number of rows, down to none of those behind it. */
    int next = MIN(base + (inserts ? 0 : (int)asking->leader.n), trial->n_rows);
    return is_better(asking, offer_of(asking, near, trial->outer[next]));
}

/* A shape that the labels do not have asks nothing of them. */
static bool is_asked(int asked, int shape, bool is_there) {
    return asked == DL_ANY || !is_there || asked == shape;
}

static void try_hang(Asking *asking, int base, bool inserts, DlHang hang) {
    int asked = asking->trial->shape.width, n_widths = asking->n_widths;
    for (int width = 0; width < n_widths; width++) {
        const DlSeat seat = {base, width, hang};
        if (!is_asked(asked, width, asked < n_widths))
            continue;
        const DlTrialShape *shape = shape_of(asking, seat);
        if (base + shape->n_rows <= asking->trial->sheet->rules->most_rows &&
            (shape->n_rows == 1 || !inserts))
            try_seat(asking, seat, shape, inserts);
    }
}

static void try_base(Asking *asking, int base, bool inserts) {
    if (!may_be_better(asking, base, inserts))
        return;
    for (int i = 0; i < asking->n_hangs; i++)
        try_hang(asking, base, inserts, asking->hangs[i]);
}

static void find_hangs(Asking *asking) {
    DlAttach attach = asking->trial->sheet->rules->attach;
    int asked = asking->trial->shape.hang;
    guint n = asking->leader.n;
    bool is_there = asked != DL_ANY && dl_can_hang(attach, n, (DlHang)asked);
    for (int hang = 0; hang < DL_N_HANGS; hang++)
        if (dl_can_hang(attach, n, (DlHang)hang) && is_asked(asked, hang, is_there))
            asking->hangs[asking->n_hangs++] = (DlHang)hang;
}

DlOffer dl_trial_offer(DlTrial *trial, DlLeader leader, const DlSlot *first,
                       DlSideSum other, double limit) {
    DlLeader *seated = &trial->sheet->leaders[trial->at];
    leader.riser = seated->riser;
    seated->slots = leader.slots;
    seated->n = leader.n;
    seated->is_part = leader.is_part;
    memset(trial->is_shaped, 0, sizeof trial->is_shaped);
    Asking asking = {.trial = trial,
                     .leader = leader,
                     .first = first,
                     .n_widths = count_widths(&leader),
                     .marks_cost = dl_sheet_marks_cost(trial->sheet),
                     .other = other,
                     .best = {.cost = limit, .sum.cost = INFINITY}};
    find_hangs(&asking);
    const int most = trial->sheet->rules->most_rows;
    for (int base = 0; base <= MIN(trial->n_rows, most - 1); base++)
        try_base(&asking, base, false);
    for (int base = 0; base < trial->n_rows && trial->n_rows < most; base++)
        if (!trial->is_spanned[base])
            try_base(&asking, base, true);
    return asking.best;
}
