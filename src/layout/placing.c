#include "layout/placing.h"

#include <string.h>

#include "layout/inset_marks.h"
#include "layout/key.h"
#include "layout/seats.h"
#include "layout/ties.h"
#include "layout/naming.h"

/* From a bar to the number behind it, where the axis runs to the right, and down. */
static const double NUMBER_GAP[] = {1.5, 1};

double dl_placing_row(const DlPlacing *placing, const DlSlot *slot, double share) {
    const DlRow *row = &placing->slots->rows[slot->side][slot->row];
    return placing->lift[slot->side] + row->offset + share * row->height;
}

/* The top left corner of a flag beside its leader. */
static DlPoint flag_corner(const DlPlacing *placing, const DlSlot *slot, double width) {
    const DlSlotRules *rules = &placing->slots->rules;
    double gap = slot->on_list ? rules->list_gap : rules->text_gap;
    double along = slot->leans_back ? slot->port - gap - width : slot->port + gap;
    double top = dl_placing_row(placing, slot, slot->side == DL_SIDE_BEFORE ? 1 : 0);
    DlPoint corner = dl_placing_point(placing, slot->side, along, top);
    corner.y += slot->drop;
    return corner;
}

/* The same of a label at the end of its leader, whose first line it meets. */
static DlPoint end_corner(const DlPlacing *placing, const DlSlot *slot,
                          const DlLabel *label) {
    double near = dl_placing_row(placing, slot, 0);
    DlPoint corner =
        dl_placing_point(placing, slot->side, slot->port - label->first_middle, near);
    if (slot->side == DL_SIDE_BEFORE)
        corner.x -= label->width;
    return corner;
}

static bool on_one_list(const DlSlot *a, const DlSlot *b) {
    return a->on_list && b->on_list && a->side == b->side && a->along == b->along;
}

static bool hang_together(const DlPlacing *placing, guint i, guint j) {
    const DlSlot *a = &g_array_index(placing->slots->slots, DlSlot, i);
    const DlSlot *b = &g_array_index(placing->slots->slots, DlSlot, j);
    return on_one_list(a, b) && (placing->frame.vertical || a->port == b->port);
}

DlHung dl_placing_hung(const DlPlacing *placing, guint i) {
    DlHung hung = {i, i};
    while (hung.first > 0 && hang_together(placing, i, hung.first - 1))
        hung.first--;
    while (hung.last + 1 < placing->slots->slots->len &&
           hang_together(placing, i, hung.last + 1))
        hung.last++;
    return hung;
}

static bool starts_list(const DlPlacing *placing, guint i) {
    const DlSlot *slot = &g_array_index(placing->slots->slots, DlSlot, i);
    return slot->on_list && (i == 0 || !on_one_list(slot - 1, slot));
}

/* Every column says its date again. */
static const DlLabel *shaped_label(const DlPlacing *placing, guint i) {
    const DlItem *item = g_ptr_array_index(placing->items->items, i);
    const DlSlot *slot = &g_array_index(placing->slots->slots, DlSlot, i);
    bool is_first = dl_placing_hung(placing, i).first == i;
    const DlEvent *above = is_first && !item->on_step ? NULL : item->previous;
    DlLabelWay way = {item->event, above, item->continued, false};
    return dl_label_cache_get(placing->job->labels, way, slot->width);
}

double dl_placing_bead(const DlPlacing *placing, guint i) {
    const DlSlot *slot = &g_array_index(placing->slots->slots, DlSlot, i);
    double middle =
        shaped_label(placing, i)->first_middle * dl_job_label_scale(placing->job);
    return flag_corner(placing, slot, 0).y + middle;
}

static void place_label(const DlPlacing *placing, guint i, DlPlacedEvent *placed) {
    const DlSlot *slot = &g_array_index(placing->slots->slots, DlSlot, i);
    DlLabel *label =
        dl_label_copy(shaped_label(placing, i), dl_job_label_scale(placing->job));
    bool vertical = placing->frame.vertical;
    placed->leans_back = vertical ? slot->side == DL_SIDE_BEFORE : slot->leans_back;
    if (placed->leans_back)
        dl_label_align_end(label);
    else
        dl_label_align_start(label);
    placed->label_at = vertical ? end_corner(placing, slot, label)
                                : flag_corner(placing, slot, label->width);
    placed->label = label;
}

static void place_labelled(const DlPlacing *placing, guint i, DlPlacedEvent *placed,
                           DlPanel *panel) {
    const DlItem *item = g_ptr_array_index(placing->items->items, i);
    const DlSlot *slot = &g_array_index(placing->slots->slots, DlSlot, i);
    place_label(placing, i, placed);
    dl_placing_mark(placing, item, slot, placed);
    dl_placing_leader(placing, i, placed);
    if (starts_list(placing, i))
        dl_placing_range(placing, item, slot, panel);
}

static void place_named(const DlPlacing *placing, const DlItem *item,
                        const DlSlot *slot, DlPlacedEvent *placed) {
    DlLabel *label = dl_label_copy(dl_item_name(item, placing->job),
                                   dl_job_label_scale(placing->job));
    dl_placing_mark(placing, item, slot, placed);
    double outwards = dl_placing_level(placing, slot->side, item->level);
    placed->label = label;
    placed->label_inside = item->name_inside;
    placed->label_at = dl_placing_point(placing, slot->side, item->name_from, outwards);
    placed->label_at.y -= label->height / 2;
}

static const char *why_unlabelled(const DlLayoutJob *job, const DlItem *item) {
    if (item->inset > 0)
        return "inset";
    if (dl_job_marks_hold_numbers(job))
        return "numbered";
    return item->goes_on ? "lane" : "dropped";
}

/* Off the breaks of a bar. */
static DlPoint number_centre(const DlPlacing *placing, const DlItem *item,
                             const DlSlot *slot, const DlPlacedMark *mark) {
    double from, to;
    if (!item->is_bar || !dl_item_find_stretch(item, placing->items->axis->scale,
                                               item->number_width, &from, &to))
        return mark->centre;
    return dl_placing_point(placing, slot->side, (from + to) / 2,
                            dl_placing_level(placing, slot->side, item->level));
}

/* In the mark; of a bar that is too short, behind it. */
static void place_number(const DlPlacing *placing, const DlItem *item,
                         const DlSlot *slot, DlPlacedEvent *placed) {
    const DlLayoutJob *job = placing->job;
    DlTextBlock *block = dl_key_shape(
        job, GPOINTER_TO_UINT(g_hash_table_lookup(job->numbers, item->event)));
    const DlPlacedMark *mark = &placed->mark;
    DlPoint centre = number_centre(placing, item, slot, mark);
    placed->number.block = block;
    placed->number_beside = item->is_bar && !dl_item_holds_number(item);
    if (placed->number_beside && mark->vertical)
        centre.y = mark->range.y + mark->range.height + dl_item_arrow(item) +
                   block->height / 2 + NUMBER_GAP[true];
    else if (placed->number_beside)
        centre.x = mark->range.x + mark->range.width + dl_item_arrow(item) +
                   block->width / 2 + NUMBER_GAP[false];
    placed->number.at =
        (DlPoint){centre.x - block->width / 2, centre.y - block->height / 2};
}

static void place_count(const DlPlacing *placing, const DlItem *item,
                        const DlSlot *slot, DlPanel *panel) {
    double outwards = dl_placing_level(placing, slot->side, item->level);
    DlPoint centre = dl_placing_point(placing, slot->side, item->along, outwards);
    g_ptr_array_add(panel->counts, dl_inset_count_place(item, placing->job, centre));
}

static void place_event(const DlPlacing *placing, guint i, DlPanel *panel) {
    const DlItem *item = g_ptr_array_index(placing->items->items, i);
    const DlSlot *slot = &g_array_index(placing->slots->slots, DlSlot, i);
    if (item->role == DL_ITEM_WALL)
        return;
    if (item->role == DL_ITEM_COUNT) {
        place_count(placing, item, slot, panel);
        return;
    }
    DlPlacedEvent *placed = dl_placed_event_new(item->event);
    placed->repeats = item->repeats;
    placed->is_tied = dl_ties_end_at(placing->job, item);
    placed->tie = dl_frame_point(placing->frame, dl_tie_along(item, placing->job), 0);
    if (item->role == DL_ITEM_MARK)
        placed->unlabelled = why_unlabelled(placing->job, item);
    if (item->role == DL_ITEM_LABELLED)
        place_labelled(placing, i, placed, panel);
    else if (item->role == DL_ITEM_NAMED)
        place_named(placing, item, slot, placed);
    else
        dl_placing_mark(placing, item, slot, placed);
    if (dl_job_marks_hold_numbers(placing->job))
        place_number(placing, item, slot, placed);
    dl_claims_place(item, placing->job, placing->items->axis->scale, placing->frame,
                    dl_placing_level(placing, slot->side, item->level) *
                        (slot->side == DL_SIDE_BEFORE ? -1 : 1),
                    placed);
    g_ptr_array_add(panel->events, placed);
}

void dl_placing_events(const DlPlacing *placing, DlPanel *panel) {
    if (placing->density != NULL)
        dl_density_place(placing->density, placing->job, placing->frame,
                         placing->base[DL_SIDE_BEFORE], panel);
    for (guint i = 0; i < placing->items->items->len; i++)
        place_event(placing, i, panel);
}

double dl_placing_reach(const DlPlacing *placing, DlSide side) {
    return placing->lift[side] + placing->slots->depths[side];
}

/* What the highest words of a named bar need. */
static double named_pitch(const DlPlacing *placing) {
    static const double AIR = 5;
    double scale = dl_job_label_scale(placing->job), highest = 0;
    for (guint i = 0; i < placing->items->items->len; i++) {
        const DlItem *item = g_ptr_array_index(placing->items->items, i);
        if (item->role == DL_ITEM_NAMED)
            highest = MAX(highest, dl_item_name(item, placing->job)->height);
    }
    return highest * scale + AIR;
}

static void stack_marks(DlPlacing *placing) {
    DlLevelCounts counts =
        dl_items_stack_marks(placing->items, placing->slots, placing->job);
    placing->named_pitch = named_pitch(placing);
    for (int side = 0; side < DL_N_SIDES; side++) {
        placing->named[side] = counts.named[side];
        int others = MAX(0, counts.of[side] - counts.named[side]);
        placing->lift[side] = placing->base[side] +
                              counts.named[side] * placing->named_pitch +
                              others * placing->job->marks.pitch;
    }
}

/* Of the sides that are used, what marks take beyond their first level. */
static double stacked_depth(const DlPlacing *placing) {
    double depth = 0;
    for (int side = 0; side < DL_N_SIDES; side++)
        if (placing->lift[side] > placing->base[side])
            depth +=
                placing->lift[side] - placing->base[side] - placing->job->marks.pitch;
    return depth;
}

static int compare_numbers(gconstpointer a, gconstpointer b) {
    double first = *(const double *)a, second = *(const double *)b;
    return (first > second) - (first < second);
}

/* How many bars there are at one time, at most. */
static guint count_at_once(const DlItems *items) {
    g_autoptr(GArray) starts = g_array_new(false, false, sizeof(double));
    g_autoptr(GArray) ends = g_array_new(false, false, sizeof(double));
    for (guint i = 0; i < items->items->len; i++) {
        const DlItem *item = g_ptr_array_index(items->items, i);
        if (!item->is_bar || item->role == DL_ITEM_WALL)
            continue;
        g_array_append_val(starts, item->possible_from);
        g_array_append_val(ends, item->possible_to);
    }
    g_array_sort(starts, compare_numbers);
    g_array_sort(ends, compare_numbers);
    guint most = 0, ended = 0;
    for (guint i = 0; i < starts->len; i++) {
        while (ended < i &&
               g_array_index(ends, double, ended) <= g_array_index(starts, double, i))
            ended++;
        most = MAX(most, i + 1 - ended);
    }
    return most;
}

/* Of the label that needs most across where it is narrowest. */
static double widest_label(const GArray *slots) {
    double widest = 0;
    for (guint i = 0; i < slots->len; i++) {
        const DlSlot *slot = &g_array_index(slots, DlSlot, i);
        double least = slot->n_widths > 0 ? slot->depths[0] : 0;
        for (int w = 1; w < slot->n_widths; w++)
            least = MIN(least, slot->depths[w]);
        widest = MAX(widest, least);
    }
    return widest;
}

/* Where labels have one side, what is stacked does not depend on where they are. */
static bool stack_before_search(DlPlacing *placing) {
    bool is_sure = dl_slots_tell_lists(placing->slots);
    if (is_sure)
        stack_marks(placing);
    return is_sure;
}

void dl_placing_expect(DlPlacing *placing) {
    DlSlots *slots = placing->slots;
    double label = widest_label(slots->slots);
    if (!stack_before_search(placing)) {
        memcpy(placing->lift, placing->base, sizeof placing->lift);
        placing->lift[DL_SIDE_AFTER] +=
            count_at_once(placing->items) * placing->job->marks.pitch;
    }
    slots->depths[DL_SIDE_BEFORE] = 0;
    slots->depths[DL_SIDE_AFTER] =
        label > 0 ? slots->rules.stem + slots->rules.ending + label : 0;
}

bool dl_placing_search(DlPlacing *placing) {
    enum { MOST_SEARCHES = 3 };
    DlSlots *slots = placing->slots;
    double room = slots->rules.room;
    if (stack_before_search(placing))
        slots->rules.room = room - stacked_depth(placing);
    for (int i = 0; i < MOST_SEARCHES; i++) {
        dl_memory_search(placing->job->memory, slots);
        if (slots->lacking > 1e-6)
            return false;
        stack_marks(placing);
        double left = room - stacked_depth(placing);
        double depth = slots->depths[DL_SIDE_BEFORE] + slots->depths[DL_SIDE_AFTER];
        if (depth <= left || depth > slots->rules.room)
            return true;
        slots->rules.room = left;
    }
    return true;
}
