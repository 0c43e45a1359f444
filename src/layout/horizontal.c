#include <math.h>

#include "layout/placing.h"

static const double STEM = 15, ROW_GAP = 9;
static const double MOST_STEM = 34, MOST_ROW_GAP = 20;
static const double TEXT_GAP = 3.5;

/* One attempt at all of a panel. */
typedef struct {
    DlAxis *axis;
    DlPlacing placing;
    double width; /* between the margins */
} Attempt;

static void attempt_free(Attempt *attempt) {
    if (attempt == NULL)
        return;
    dl_items_free(attempt->placing.items);
    dl_slots_free(attempt->placing.slots);
    dl_axis_free(attempt->axis);
    g_free(attempt);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Attempt, attempt_free)

static DlSlotRules make_rules(const DlLayoutJob *job, const Attempt *attempt,
                              double room) {
    const DlTheme *theme = job->theme;
    double taken = 2 * attempt->axis->half + 2 * theme->mark_pitch;
    return (DlSlotRules){
        .from = 0,
        .to = attempt->width,
        .room = (room > 0 ? room : INFINITY) - taken,
        .stem = STEM,
        .row_gap = ROW_GAP,
        .drop = job->size * theme->line_height,
        .text_gap = TEXT_GAP,
        .list_gap = theme->mark_radius + TEXT_GAP,
        .label_gap = 9,
    };
}

/* Spends spare height on air, within limits. */
static void stretch(DlSlots *slots, double spare) {
    int n_rows = 0;
    for (int side = 0; side < DL_N_SIDES; side++)
        for (int row = 0; row < DL_MOST_ROWS; row++)
            n_rows += slots->rows[side][row].height > 0;
    double share = spare / (2 * DL_N_SIDES + n_rows);
    slots->rules.stem += fmin(2 * share, MOST_STEM - STEM);
    slots->rules.row_gap += fmin(share, MOST_ROW_GAP - ROW_GAP);
    for (int side = 0; side < DL_N_SIDES; side++)
        dl_slots_place_side(slots, (DlSide)side, INFINITY);
}

static double needed_height(const DlPlacing *placing) {
    return dl_placing_reach(placing, DL_SIDE_BEFORE) +
           dl_placing_reach(placing, DL_SIDE_AFTER);
}

static DlPanel *place_all(Attempt *attempt) {
    DlPlacing *placing = &attempt->placing;
    DlPanel *panel = dl_panel_new();
    double left = placing->job->theme->margin;
    placing->frame = (DlFrame){
        .origin = {left, dl_placing_reach(placing, DL_SIDE_BEFORE)},
    };
    dl_axis_place(attempt->axis, placing->job, placing->frame, panel);
    dl_placing_events(placing, panel);
    panel->box = (DlBox){left, 0, attempt->width, needed_height(placing)};
    return panel;
}

/* Labels can be set only so densely between leaders; a page that they would fill beyond
 * that need not be tried. */
static bool is_hopeless(const DlSlots *slots, double room) {
    static const double DENSEST = 0.62;
    double area = 0;
    for (guint i = 0; i < slots->slots->len; i++) {
        const DlSlot *slot = &g_array_index(slots->slots, DlSlot, i);
        double least = slot->n_widths > 0 ? INFINITY : 0;
        for (int w = 0; w < slot->n_widths; w++)
            least = fmin(least, slot->widths[w] * slot->heights[w]);
        area += least;
    }
    return room > 0 && area > DENSEST * room * slots->rules.to;
}

/* An axis that ends `overhang` before the labels do. */
static Attempt *new_attempt(const DlLayoutJob *job, double room, double overhang) {
    Attempt *attempt = g_new0(Attempt, 1);
    attempt->width = job->width - 2 * job->theme->margin;
    GPtrArray *items = dl_items_collect(job);
    attempt->axis = dl_axis_new(job, items, attempt->width - overhang);
    dl_items_place(items, attempt->axis, job->theme);
    DlPlacing *placing = &attempt->placing;
    placing->job = job;
    placing->base = attempt->axis->half;
    placing->items = dl_items_new(items, attempt->axis);
    placing->slots =
        dl_items_new_slots(placing->items, job, make_rules(job, attempt, room));
    return attempt;
}

/* NULL where it does not fit. */
static Attempt *try_overhang(const DlLayoutJob *job, double room, double overhang) {
    g_autoptr(Attempt) attempt = new_attempt(job, room, overhang);
    DlPlacing *placing = &attempt->placing;
    if (is_hopeless(placing->slots, room))
        return NULL;
    dl_slots_search(placing->slots);
    dl_placing_stack(placing);
    bool fits = placing->slots->lacking <= 1e-6 &&
                (room <= 0 || needed_height(placing) <= room);
    return fits ? g_steal_pointer(&attempt) : NULL;
}

DlPanel *dl_layout_horizontal(const DlLayoutJob *job, double room) {
    static const double OVERHANG = 13;        /* ems: most of a label */
    static const double PRICE_OVERHANG = 0.4; /* of a point of axis given up */
    g_autoptr(Attempt) flush = try_overhang(job, room, 0);
    double overhang = OVERHANG * job->size;
    bool is_wide = overhang < (job->width - 2 * job->theme->margin) / 3;
    g_autoptr(Attempt) over = is_wide ? try_overhang(job, room, overhang) : NULL;
    Attempt *best = flush;
    double price = PRICE_OVERHANG * overhang;
    if (best == NULL ||
        (over != NULL && over->placing.slots->cost + price < best->placing.slots->cost))
        best = over;
    if (best == NULL)
        return NULL;
    if (room > 0)
        stretch(best->placing.slots, room - needed_height(&best->placing));
    return place_all(best);
}
