#include <math.h>

#include "layout/items.h"

static const double STEM = 15, ROW_GAP = 9;
static const double MOST_STEM = 34, MOST_ROW_GAP = 20;
static const double TEXT_GAP = 3.5;
static const double RANGE_AIR = 0.75; /* so that the ranges of two days are two */
static const double FAN_SHARE =
    0.6; /* of the stem: where slanting leaders are upright */

typedef struct {
    const DlLayoutJob *job;
    DlItems *items;
    DlSlots *slots;
    DlFrame frame;
    double length;           /* of the axis */
    double lift[DL_N_SIDES]; /* from the axis' middle to where the stems begin */
    DlPanel *panel;
} Placing;

static void placing_free(Placing *placing) {
    if (placing == NULL)
        return;
    dl_items_free(placing->items);
    dl_slots_free(placing->slots);
    g_free(placing);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Placing, placing_free)

static DlSlotRules make_rules(const DlLayoutJob *job, const DlItems *items,
                              double room) {
    const DlTheme *theme = job->theme;
    double length = job->width - 2 * theme->margin;
    return (DlSlotRules){
        .from = 0,
        .to = length,
        .room = (room > 0 ? room : INFINITY) - 2 * items->half - 2 * theme->mark_pitch,
        .stem = STEM,
        .row_gap = ROW_GAP,
        .drop = job->size * theme->line_height,
        .text_gap = TEXT_GAP,
        .list_gap = theme->mark_radius + TEXT_GAP,
        .label_gap = 9,
    };
}

static double across_of(DlSide side, double outwards) {
    return side == DL_SIDE_BEFORE ? -outwards : outwards;
}

static double level_outwards(const Placing *placing, int level) {
    const DlTheme *theme = placing->job->theme;
    return placing->items->half + (level + 0.5) * theme->mark_pitch;
}

static DlPoint point_at(const Placing *placing, DlSide side, double along,
                        double outwards) {
    return dl_frame_point(placing->frame, along, across_of(side, outwards));
}

static DlBox bar_box(const Placing *placing, DlSide side, double from, double to,
                     double outwards) {
    double half = placing->job->theme->bar_height / 2;
    double across = across_of(side, outwards);
    return dl_frame_box(placing->frame, from, to, across - half, across + half);
}

/* An end that only a length gives is as doubtful as the length. */
static bool is_soft(const DlBound *bound, bool about) {
    return bound->approximate || bound->uncertain ||
           (about && bound->kind == DL_BOUND_UNKNOWN);
}

static void place_mark(const Placing *placing, const DlItem *item, const DlSlot *slot,
                       DlPlacedEvent *placed) {
    DlPlacedMark *mark = &placed->mark;
    double outwards = level_outwards(placing, item->level);
    mark->is_bar = item->is_bar;
    mark->ongoing = item->extent.ongoing;
    mark->shows_range = item->shows_range && !slot->on_list;
    bool about = item->event->has_duration && item->event->duration.approximate;
    mark->cut = (DlEnds){item->starts_before, item->ends_after};
    mark->soft_start =
        item->extent.start_unknown || is_soft(&item->event->date.start, about);
    mark->soft_end = item->extent.end_unknown || is_soft(&item->event->date.end, about);
    mark->range =
        bar_box(placing, slot->side, item->possible_from, item->possible_to, outwards);
    mark->core =
        bar_box(placing, slot->side, item->certain_from, item->certain_to, outwards);
    double middle =
        item->is_bar ? (item->certain_from + item->certain_to) / 2 : item->along;
    mark->centre = point_at(placing, slot->side, middle, outwards);
    if (slot->on_list)
        mark->centre.y = placed->label_at.y + placed->label->first_middle;
    mark->at = point_at(placing, slot->side, item->possible_from, outwards);
    mark->at.y = mark->centre.y;
}

/* The outer end of a row, from the axis' middle. */
static double row_outwards(const Placing *placing, const DlSlot *slot, double share) {
    const DlRow *row = &placing->slots->rows[slot->side][slot->row];
    return placing->lift[slot->side] + row->offset + share * row->height;
}

static void place_label(const Placing *placing, const DlItem *item, const DlSlot *slot,
                        bool starts_list, DlPlacedEvent *placed) {
    const DlLabel *shaped =
        dl_label_cache_get(placing->job->labels, item->event,
                           starts_list ? NULL : item->previous, slot->width);
    DlLabel *label = dl_label_copy(shaped, dl_job_label_scale(placing->job));
    const DlSlotRules *rules = &placing->slots->rules;
    double gap = slot->on_list ? rules->list_gap : rules->text_gap;
    double along =
        slot->leans_back ? slot->port - gap - label->width : slot->port + gap;
    placed->leans_back = slot->leans_back;
    if (slot->leans_back)
        dl_label_align_end(label);
    else
        dl_label_align_start(label);
    double top = row_outwards(placing, slot, slot->side == DL_SIDE_BEFORE ? 1 : 0);
    placed->label_at = point_at(placing, slot->side, along, top);
    placed->label_at.y += slot->drop;
    placed->label = label;
}

static void add_point(GArray *leader, DlPoint point) {
    if (leader->len > 0) {
        DlPoint last = g_array_index(leader, DlPoint, leader->len - 1);
        if (fabs(last.x - point.x) < 0.01 && fabs(last.y - point.y) < 0.01)
            return;
    }
    g_array_append_val(leader, point);
}

/* Straight out of the marks, aslant to where it may rise, up to its row, over to its
 * label, along the label. Between the same two heights slanting leaders keep their
 * order. */
static void place_leader(const Placing *placing, const DlItem *item, const DlSlot *slot,
                         DlPlacedEvent *placed) {
    const DlTheme *theme = placing->job->theme;
    double half = item->is_bar ? theme->bar_height / 2 : theme->mark_radius;
    double start = level_outwards(placing, item->level) + half;
    double lift = placing->lift[slot->side];
    double fan = lift + FAN_SHARE * placing->slots->rules.stem;
    const DlRow *row = &placing->slots->rows[slot->side][slot->row];
    double bend = lift + row->offset - row->bend;
    double end = slot->side == DL_SIDE_BEFORE
                     ? row_outwards(placing, slot, 1)
                     : row_outwards(placing, slot, 0) + placed->label->height;
    add_point(placed->leader, point_at(placing, slot->side, item->along, start));
    if (fabs(slot->riser - item->along) > 0.01) {
        add_point(placed->leader, point_at(placing, slot->side, item->along, lift));
        add_point(placed->leader, point_at(placing, slot->side, slot->riser, fan));
    }
    if (fabs(slot->port - slot->riser) > 0.01) {
        add_point(placed->leader, point_at(placing, slot->side, slot->riser, bend));
        add_point(placed->leader, point_at(placing, slot->side, slot->port,
                                           row_outwards(placing, slot, 0)));
    }
    add_point(placed->leader, point_at(placing, slot->side, slot->port, end));
}

/* The leader of a list belongs to the mark at its far end. */
static void place_list_leader(const Placing *placing, const DlItem *item,
                              const DlSlot *slot, DlPlacedEvent *placed) {
    placed->shares_leader = true;
    double start =
        level_outwards(placing, item->level) - placing->job->theme->mark_pitch / 2;
    add_point(placed->leader, point_at(placing, slot->side, slot->along, start));
    DlPoint end = point_at(placing, slot->side, slot->along, start);
    end.y = placed->mark.centre.y;
    add_point(placed->leader, end);
}

static void place_range(const Placing *placing, const DlItem *item,
                        const DlSlot *slot) {
    if (!item->shows_range)
        return;
    double outwards = level_outwards(placing, item->level);
    DlPlacedRange range = {
        .box = bar_box(placing, slot->side, item->possible_from + RANGE_AIR,
                       item->possible_to - RANGE_AIR, outwards),
        .centre = point_at(placing, slot->side, item->along, outwards),
        .cut = {item->starts_before, item->ends_after},
    };
    g_array_append_val(placing->panel->ranges, range);
}

static bool same_list(const DlSlots *slots, guint i, guint j) {
    if (j >= slots->slots->len)
        return false;
    const DlSlot *a = &g_array_index(slots->slots, DlSlot, i);
    const DlSlot *b = &g_array_index(slots->slots, DlSlot, j);
    return a->on_list && b->on_list && a->side == b->side && a->along == b->along;
}

static void place_event(Placing *placing, guint i) {
    const DlItem *item = g_ptr_array_index(placing->items->items, i);
    const DlSlot *slot = &g_array_index(placing->slots->slots, DlSlot, i);
    bool first = i == 0 || !same_list(placing->slots, i, i - 1);
    bool last = !same_list(placing->slots, i, i + 1);
    DlPlacedEvent *placed = dl_placed_event_new(item->event);
    place_label(placing, item, slot, first, placed);
    place_mark(placing, item, slot, placed);
    if (!slot->on_list)
        place_leader(placing, item, slot, placed);
    else if (slot->side == DL_SIDE_BEFORE ? first : last)
        place_list_leader(placing, item, slot, placed);
    if (slot->on_list && first)
        place_range(placing, item, slot);
    dl_claims_place(item, placing->job, placing->items->scale, placing->frame,
                    across_of(slot->side, level_outwards(placing, item->level)),
                    placed);
    g_ptr_array_add(placing->panel->events, placed);
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

static double reach(const Placing *placing, DlSide side) {
    return placing->lift[side] + placing->slots->depths[side];
}

static double needed_height(const Placing *placing) {
    return reach(placing, DL_SIDE_BEFORE) + reach(placing, DL_SIDE_AFTER);
}

static void measure_lifts(Placing *placing) {
    const DlTheme *theme = placing->job->theme;
    for (int side = 0; side < DL_N_SIDES; side++) {
        int n_levels =
            dl_items_stack_marks(placing->items, placing->slots, (DlSide)side, theme);
        placing->lift[side] = placing->items->half + n_levels * theme->mark_pitch;
    }
}

static DlPanel *place_all(Placing *placing) {
    placing->panel = dl_panel_new();
    double above = reach(placing, DL_SIDE_BEFORE),
           below = reach(placing, DL_SIDE_AFTER);
    placing->frame = (DlFrame){
        .origin = {placing->job->theme->margin, above},
    };
    dl_axis_place(placing->items, placing->job, placing->frame, placing->panel);
    for (guint i = 0; i < placing->items->items->len; i++)
        place_event(placing, i);
    placing->panel->box =
        (DlBox){placing->frame.origin.x, 0, placing->slots->rules.to, above + below};
    return placing->panel;
}

/* Labels can be set only so densely between leaders; a page that they would fill beyond
 * that need not be tried. */
static bool is_hopeless(const Placing *placing, double room) {
    static const double DENSEST = 0.62;
    const GArray *slots = placing->slots->slots;
    double area = 0;
    for (guint i = 0; i < slots->len; i++) {
        const DlSlot *slot = &g_array_index(slots, DlSlot, i);
        double least = INFINITY;
        for (int w = 0; w < slot->n_widths; w++)
            least = fmin(least, slot->widths[w] * slot->heights[w]);
        area += least;
    }
    return room > 0 && area > DENSEST * room * placing->slots->rules.to;
}

/* One attempt, with an axis that ends `overhang` before the labels do. NULL where it
 * does not fit. */
static Placing *try_overhang(const DlLayoutJob *job, double room, double overhang) {
    Placing *placing = g_new0(Placing, 1);
    placing->job = job;
    placing->length = job->width - 2 * job->theme->margin - overhang;
    placing->items = dl_items_new(job, placing->length);
    DlSlotRules rules = make_rules(job, placing->items, room);
    placing->slots = dl_items_new_slots(placing->items, job, rules);
    if (is_hopeless(placing, room)) {
        placing_free(placing);
        return NULL;
    }
    dl_slots_search(placing->slots);
    measure_lifts(placing);
    if (placing->slots->lacking <= 1e-6 &&
        (room <= 0 || needed_height(placing) <= room))
        return placing;
    placing_free(placing);
    return NULL;
}

DlPanel *dl_layout_horizontal(const DlLayoutJob *job, double room) {
    static const double OVERHANG = 13;        /* ems: most of a label */
    static const double PRICE_OVERHANG = 0.4; /* of a point of axis given up */
    g_autoptr(Placing) flush = try_overhang(job, room, 0);
    double overhang = OVERHANG * job->size;
    bool is_wide = overhang < (job->width - 2 * job->theme->margin) / 3;
    g_autoptr(Placing) over = is_wide ? try_overhang(job, room, overhang) : NULL;
    Placing *best = flush;
    double price = PRICE_OVERHANG * overhang;
    if (best == NULL || (over != NULL && over->slots->cost + price < best->slots->cost))
        best = over;
    if (best == NULL)
        return NULL;
    if (room > 0)
        stretch(best->slots, room - needed_height(best));
    return place_all(best);
}
