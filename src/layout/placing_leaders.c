#include <math.h>

#include "layout/placing.h"

/* A leader while it is drawn. */
typedef struct {
    const DlPlacing *placing;
    const DlItem *item;
    const DlSlot *slot;
    GArray *points;
} Route;

static const double ONE_PLACE = 0.01; /* points: the eye sees no step */
static const double FORK =
    0.05; /* points: a twig begins on the stroke of its spine, but
             does not touch the middle, where it might cross */

static void add_point(const Route *route, double along, double outwards) {
    dl_line_add(route->points,
                dl_placing_point(route->placing, route->slot->side, along, outwards));
}

static double mark_end(const Route *route) {
    const DlMarkSizes *marks = &route->placing->job->marks;
    double half = route->item->is_bar ? marks->bar / 2 : marks->radius;
    return dl_placing_level(route->placing, route->slot->side, route->item->level) +
           half;
}

/* Along its track, with corners cut. */
static void add_turn(const Route *route, double track) {
    static const double CORNER = 2;
    const DlSlot *slot = route->slot;
    double shift = slot->entry - slot->riser;
    double corner = fmin(CORNER, fabs(shift) / 2), ahead = copysign(corner, shift);
    add_point(route, slot->riser, track - corner);
    add_point(route, slot->riser + ahead, track);
    add_point(route, slot->entry - ahead, track);
    add_point(route, slot->entry, track + corner);
}

/* Straight out of the marks, aslant to where it may rise, up to its row, over to where
 * it ends. Between the same two heights slanting leaders keep their order. */
static void add_way(const Route *route, double start, double row_edge) {
    const DlSlots *slots = route->placing->slots;
    const DlSlot *slot = route->slot;
    const DlRow *row = &slots->rows[slot->side][slot->row];
    double lift = route->placing->lift[slot->side];
    add_point(route, slot->along, start);
    if (fabs(slot->riser - slot->along) > ONE_PLACE) {
        add_point(route, slot->along, lift + slot->fan_start);
        add_point(route, slot->riser, lift + slots->fans[slot->side]);
    }
    if (slot->turn > 0) {
        add_turn(route, row_edge - slot->turn * DL_TRACK);
        add_point(route, slot->entry, row_edge);
    } else if (fabs(slot->entry - slot->riser) > ONE_PLACE) {
        double upright = lift + slots->fans[slot->side];
        double bent = row_edge - row->branch;
        add_point(route, slot->riser, fmax(upright, bent - row->bend));
        add_point(route, slot->entry, bent);
    }
}

/* A flag: the leader runs along its label. */
static void add_flagged(const Route *route, const DlLabel *label) {
    const DlSlot *slot = route->slot;
    double end = slot->side == DL_SIDE_BEFORE
                     ? dl_placing_row(route->placing, slot, 1)
                     : dl_placing_row(route->placing, slot, 0) + label->height;
    add_way(route, mark_end(route), dl_placing_row(route->placing, slot, 0));
    add_point(route, slot->entry, end);
}

/* The leader ends before its label. */
static void add_ending(const Route *route) {
    const DlSlot *slot = route->slot;
    const DlSlotRules *rules = &route->placing->slots->rules;
    double row_edge = dl_placing_row(route->placing, slot, 0);
    add_way(route, mark_end(route), row_edge - rules->ending);
    add_point(route, slot->entry, row_edge - rules->text_gap);
}

/* Out of the marks and up to where it may rise. */
static void add_trunk(const Route *route) {
    const DlPlacing *placing = route->placing;
    const DlSlot *slot = route->slot;
    double lift = placing->lift[slot->side];
    double start = dl_placing_level(placing, slot->side, route->item->level) -
                   placing->job->marks.pitch / 2;
    bool is_aslant = fabs(slot->riser - slot->along) > ONE_PLACE;
    add_point(route, is_aslant ? slot->along : slot->riser, start);
    if (is_aslant) {
        add_point(route, slot->along, lift + slot->fan_start);
        add_point(route, slot->riser, lift + placing->slots->fans[slot->side]);
    }
}

/* Over from the column that is next nearer to the list's leader, before the nearest
 * row. */
static void add_branch(const Route *route, DlHung hung, const DlSlot *nearest) {
    const DlSlot *slots = (const DlSlot *)route->placing->slots->slots->data;
    const DlRow *row = &route->placing->slots->rows[nearest->side][nearest->row];
    double across = dl_placing_row(route->placing, nearest, 0) - row->branch;
    bool back = nearest->port < nearest->riser;
    add_point(route, slots[back ? hung.last + 1 : hung.first - 1].port, across);
    add_point(route, nearest->port, across);
}

/* A column of beads: one line, which belongs to the first of them, so that it is drawn
 * before the marks on it. */
static void add_beads(const Route *route, DlHung hung) {
    const DlSlot *slots = (const DlSlot *)route->placing->slots->slots->data;
    bool before = route->slot->side == DL_SIDE_BEFORE;
    if (fabs(route->slot->port - route->slot->riser) > ONE_PLACE)
        add_branch(route, hung, &slots[before ? hung.last : hung.first]);
    else
        add_trunk(route);
    DlPoint end = g_array_index(route->points, DlPoint, route->points->len - 1);
    end.y = dl_placing_bead(route->placing, before ? hung.first : hung.last);
    g_array_append_val(route->points, end);
}

/* A list along a vertical axis: one leader to a spine along the labels, from which a
 * twig goes to each, or on which their beads are. */
static void add_spine(const Route *route, const DlSlot *first, const DlSlot *last) {
    const DlSlotRules *rules = &route->placing->slots->rules;
    const DlMarkSizes *marks = &route->placing->job->marks;
    bool is_bead = route->slot->is_bead;
    bool has_twig = !is_bead || route->placing->in_tracks;
    double row_edge = dl_placing_row(route->placing, route->slot, 0);
    double end = row_edge - rules->text_gap, spine = row_edge - rules->ending;
    double foot = is_bead ? marks->radius + marks->pitch / 2 : 0;
    if (route->slot == first) {
        add_way(route, mark_end(route) - foot, spine);
        add_point(route, first->entry, spine);
        add_point(route, last->port, spine);
    }
    if (!has_twig && route->slot != first)
        return;
    add_point(route, route->slot->port, spine + (route->slot == first ? 0 : FORK));
    if (has_twig)
        add_point(route, route->slot->port, end);
}

void dl_placing_leader(const DlPlacing *placing, guint i, DlPlacedEvent *placed) {
    const GArray *slots = placing->slots->slots;
    const DlSlot *slot = &g_array_index(slots, DlSlot, i);
    const DlHung hung = dl_placing_hung(placing, i);
    const Route route = {placing, g_ptr_array_index(placing->items->items, i), slot,
                         placed->leader};
    placed->shares_leader = slot->on_list;
    if (!slot->on_list && placing->frame.vertical)
        add_ending(&route);
    else if (!slot->on_list)
        add_flagged(&route, placed->label);
    else if (placing->frame.vertical)
        add_spine(&route, &g_array_index(slots, DlSlot, hung.first),
                  &g_array_index(slots, DlSlot, hung.last));
    else if (i == hung.first)
        add_beads(&route, hung);
}
