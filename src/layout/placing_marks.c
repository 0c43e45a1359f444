#include "layout/placing.h"

static const double NAMED_GAP = 2.5;  /* between bars with words */
static const double RANGE_AIR = 0.75; /* so that the ranges of two days are two */

static double across_of(DlSide side, double outwards) {
    return side == DL_SIDE_BEFORE ? -outwards : outwards;
}

DlPoint dl_placing_point(const DlPlacing *placing, DlSide side, double along,
                         double outwards) {
    return dl_frame_point(placing->frame, along, across_of(side, outwards));
}

double dl_placing_level(const DlPlacing *placing, DlSide side, int level) {
    int named = placing->named[side];
    if (level < named)
        return placing->base[side] + (level + 0.5) * placing->named_pitch;
    return placing->base[side] + named * placing->named_pitch +
           (level - named + 0.5) * placing->job->marks.pitch;
}

static DlBox bar_box(const DlPlacing *placing, DlSide side, double from, double to,
                     double outwards, double thickness) {
    double half = thickness / 2;
    double across = across_of(side, outwards);
    return dl_frame_box(placing->frame, from, to, across - half, across + half);
}

/* An end that only a length gives is as doubtful as the length. */
static bool is_soft(const DlBound *bound, bool about) {
    return bound->approximate || bound->uncertain ||
           (about && bound->kind == DL_BOUND_UNKNOWN);
}

static void place_ends(const DlItem *item, DlPlacedMark *mark) {
    const DlEvent *event = item->event;
    bool about = event->has_duration && event->duration.approximate;
    mark->cut = (DlEnds){item->starts_before, item->ends_after};
    mark->open = (DlEnds){item->extent.start_unknown, item->extent.end_unknown};
    mark->soft_start = mark->open.start || is_soft(&event->date.start, about);
    mark->soft_end = mark->open.end || is_soft(&event->date.end, about);
    mark->ongoing = item->extent.ongoing;
}

/* Beside its label, on a leader whose foot tells the time. */
static DlPoint bead_centre(const DlPlacing *placing, const DlSlot *slot,
                           const DlPlacedEvent *placed) {
    double outwards = dl_placing_level(placing, slot->side, 0);
    DlPoint centre = dl_placing_point(placing, slot->side, slot->port, outwards);
    if (placing->frame.vertical)
        centre = dl_placing_point(placing, slot->side, slot->port,
                                  dl_placing_row(placing, slot, 0) -
                                      placing->slots->rules.ending);
    centre.y = placed->label_at.y + placed->label->first_middle;
    return centre;
}

void dl_placing_mark(const DlPlacing *placing, const DlItem *item, const DlSlot *slot,
                     DlPlacedEvent *placed) {
    DlPlacedMark *mark = &placed->mark;
    double thickness =
        item->name_inside ? placing->named_pitch - NAMED_GAP : placing->job->marks.bar;
    double outwards = dl_placing_level(placing, slot->side, item->level);
    mark->is_bar = item->is_bar;
    mark->radius = placing->job->marks.radius;
    mark->vertical = placing->frame.vertical;
    mark->shows_range = item->shows_range && !slot->on_list;
    place_ends(item, mark);
    mark->range = bar_box(placing, slot->side, item->possible_from, item->possible_to,
                          outwards, thickness);
    mark->core = bar_box(placing, slot->side, item->certain_from, item->certain_to,
                         outwards, thickness);
    double middle =
        item->is_bar ? (item->certain_from + item->certain_to) / 2 : item->along;
    mark->centre = dl_placing_point(placing, slot->side, middle, outwards);
    mark->at = dl_placing_point(placing, slot->side, item->possible_from, outwards);
    if (slot->is_bead) {
        mark->centre = bead_centre(placing, slot, placed);
        if (!placing->frame.vertical)
            mark->at.y = mark->centre.y;
    }
}

void dl_placing_range(const DlPlacing *placing, const DlItem *item, const DlSlot *slot,
                      DlPanel *panel) {
    if (!item->shows_range)
        return;
    double outwards = dl_placing_level(placing, slot->side, item->level);
    DlPlacedRange range = {
        .box =
            bar_box(placing, slot->side, item->possible_from + RANGE_AIR,
                    item->possible_to - RANGE_AIR, outwards, placing->job->marks.bar),
        .centre = dl_placing_point(placing, slot->side, item->along, outwards),
        .cut = {item->starts_before, item->ends_after},
    };
    g_array_append_val(panel->ranges, range);
}
