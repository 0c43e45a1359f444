#include <math.h>

#include "layout/placing.h"

/* A leader while it is drawn. */
typedef struct {
    const DlPlacing *placing;
    const DlItem *item;
    const DlSlot *slot;
    GArray *points;
} Route;

static void add_point(const Route *route, double along, double outwards) {
    DlPoint point =
        dl_placing_point(route->placing, route->slot->side, along, outwards);
    GArray *points = route->points;
    if (points->len > 0) {
        DlPoint last = g_array_index(points, DlPoint, points->len - 1);
        if (fabs(last.x - point.x) < 0.01 && fabs(last.y - point.y) < 0.01)
            return;
    }
    g_array_append_val(points, point);
}

static double mark_end(const Route *route) {
    const DlMarkSizes *marks = &route->placing->job->marks;
    double half = route->item->is_bar ? marks->bar / 2 : marks->radius;
    return dl_placing_level(route->placing, route->slot->side, route->item->level) +
           half;
}

/* Straight out of the marks, aslant to where it may rise, up to its row, over to where
 * it ends. Between the same two heights slanting leaders keep their order. */
static void add_way(const Route *route, double start, double row_edge) {
    const DlSlots *slots = route->placing->slots;
    const DlSlot *slot = route->slot;
    const DlRow *row = &slots->rows[slot->side][slot->row];
    double lift = route->placing->lift[slot->side];
    add_point(route, slot->along, start);
    if (fabs(slot->riser - slot->along) > 0.01) {
        add_point(route, slot->along, lift + slot->fan_start);
        add_point(route, slot->riser, lift + slots->fans[slot->side]);
    }
    if (fabs(slot->entry - slot->riser) > 0.01) {
        double upright = lift + slots->fans[slot->side];
        add_point(route, slot->riser, fmax(upright, row_edge - row->bend));
        add_point(route, slot->entry, row_edge);
    }
}

/* A flag: the leader runs along its label. */
static void add_flagged(const Route *route, const DlLabel *label) {
    const DlSlot *slot = route->slot;
    double end = slot->side == DL_SIDE_BEFORE
                     ? dl_placing_row(route->placing, slot, 1)
                     : dl_placing_row(route->placing, slot, 0) + label->height;
    add_way(route, mark_end(route), dl_placing_row(route->placing, slot, 0));
    add_point(route, slot->port, end);
}

/* The leader ends before its label. */
static void add_ending(const Route *route) {
    const DlSlot *slot = route->slot;
    const DlSlotRules *rules = &route->placing->slots->rules;
    double row_edge = dl_placing_row(route->placing, slot, 0);
    add_way(route, mark_end(route), row_edge - rules->ending);
    add_point(route, slot->port, row_edge - rules->text_gap);
}

/* A list of beads: one leader, which belongs to the mark at its far end. */
static void add_beads(const Route *route, DlPoint centre) {
    double start =
        dl_placing_level(route->placing, route->slot->side, route->item->level) -
        route->placing->job->marks.pitch / 2;
    const DlSlot *slot = route->slot;
    double lift = route->placing->lift[slot->side];
    add_point(route, slot->along, start);
    if (fabs(slot->riser - slot->along) > 0.01) {
        add_point(route, slot->along, lift + slot->fan_start);
        add_point(route, slot->riser, lift + route->placing->slots->fans[slot->side]);
    }
    DlPoint end = {g_array_index(route->points, DlPoint, route->points->len - 1).x,
                   centre.y};
    g_array_append_val(route->points, end);
}

/* A list along a vertical axis: one leader to a spine along the labels, from which a
 * twig goes to each. */
static void add_spine(const Route *route, const DlSlot *first, const DlSlot *last) {
    const DlSlotRules *rules = &route->placing->slots->rules;
    double row_edge = dl_placing_row(route->placing, route->slot, 0);
    double end = row_edge - rules->text_gap, spine = row_edge - rules->ending;
    if (route->slot == first) {
        add_way(route, mark_end(route), spine);
        add_point(route, first->entry, spine);
        add_point(route, last->port, spine);
    }
    add_point(route, route->slot->port, spine);
    add_point(route, route->slot->port, end);
}

void dl_placing_leader(const DlPlacing *placing, guint first, guint i, guint last,
                       DlPlacedEvent *placed) {
    const GArray *slots = placing->slots->slots;
    const DlSlot *slot = &g_array_index(slots, DlSlot, i);
    const Route route = {placing, g_ptr_array_index(placing->items->items, i), slot,
                         placed->leader};
    placed->shares_leader = slot->on_list;
    if (!slot->on_list && placing->frame.vertical)
        add_ending(&route);
    else if (!slot->on_list)
        add_flagged(&route, placed->label);
    else if (placing->frame.vertical)
        add_spine(&route, &g_array_index(slots, DlSlot, first),
                  &g_array_index(slots, DlSlot, last));
    else if (i == (slot->side == DL_SIDE_BEFORE ? first : last))
        add_beads(&route, placed->mark.centre);
}
