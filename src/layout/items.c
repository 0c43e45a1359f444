#include "layout/items.h"

#include <math.h>

#include "layout/key.h"
#include "layout/spread.h"
#include "layout/ties.h"
#include "layout/wishes.h"

static const double UNKNOWN_LENGTH = 28; /* of the dashes at an end that nobody gives */
static const double PRICE_OTHER_SIDE = 600; /* of a moment: it stays where it may */
static const double LEAST_FADE = 1;         /* points: less of a fade is not seen */
/* How dearly an event's label leaves its place: 1 for the usual weight of 3. */
static const double LEAST_WEIGHT = 0.55, WEIGHT_STEP = 0.15;
static const double ONE_MOMENT = 2; /* points: nearer marks are one moment */

void dl_items_free(DlItems *items) {
    if (items == NULL)
        return;
    g_ptr_array_unref(items->items);
    g_array_unref(items->moments);
    g_free(items);
}

void dl_item_free(void *data) {
    DlItem *item = data;
    if (item->counted != NULL)
        g_ptr_array_unref(item->counted);
    g_free(item);
}

static bool keeps_label(const DlLayoutJob *job, const DlEvent *event) {
    return job->kept == NULL || g_hash_table_contains(job->kept, event);
}

static double number_width(const DlLayoutJob *job, const DlEvent *event) {
    if (!dl_job_marks_hold_numbers(job))
        return 0;
    guint number = GPOINTER_TO_UINT(g_hash_table_lookup(job->numbers, event));
    g_autoptr(DlTextBlock) block = dl_key_shape(job, number);
    return block->width;
}

GPtrArray *dl_items_collect(const DlLayoutJob *job) {
    GPtrArray *items = g_ptr_array_new_with_free_func(dl_item_free);
    for (guint i = 0; i < job->view->events->len; i++) {
        const DlEvent *event = g_ptr_array_index(job->view->events, i);
        if (!dl_job_places(job, event))
            continue;
        DlItem *item = g_new0(DlItem, 1);
        item->event = event;
        item->continued = job->view->continued != NULL &&
                          g_hash_table_contains(job->view->continued, event);
        item->inset = dl_job_inset_of(job, event);
        item->repeats = item->continued || item->inset > 0;
        item->number_width = number_width(job, event);
        item->dropped = item->inset == 0 && !keeps_label(job, event);
        item->role = item->dropped || item->inset > 0 ? DL_ITEM_MARK : DL_ITEM_LABELLED;
        if (dl_event_is_dated(event))
            item->extent = dl_extent_of(event);
        g_ptr_array_add(items, item);
    }
    return items;
}

/* A bar's leader begins where it surely is, a little inside of it; where nothing is
 * sure, off the middle, where points of the same day have theirs. */
static double bar_along(const DlItem *item) {
    static const double INSIDE = 5, OFF_MIDDLE = 0.36;
    if (item->extent.start_unknown)
        return item->certain_to - INSIDE;
    double from = item->certain_from, to = item->certain_to;
    if (to - from < 1)
        return item->possible_from +
               (item->possible_to - item->possible_from) * OFF_MIDDLE;
    return fmin(from + INSIDE, (from + to) / 2);
}

/* On a scale of steps: in the middle of its own, which a span fills. */
static void place_on_step(DlItem *item, const DlScale *scale, guint step) {
    static const double FILLED = 0.84;
    double half = dl_scale_length(scale) / scale->steps->len * FILLED / 2;
    item->along = dl_scale_step(scale, step);
    item->is_bar = item->extent.is_span;
    item->possible_from = item->along - (item->is_bar ? half : 0);
    item->possible_to = item->along + (item->is_bar ? half : 0);
    item->certain_from = item->possible_from;
    item->certain_to = item->possible_to;
}

static void place_item(DlItem *item, const DlScale *scale, const DlMarkSizes *marks) {
    const DlExtent *extent = &item->extent;
    double least = 2 * marks->radius + 1;
    item->possible_from = dl_scale_position(scale, extent->possible.from);
    item->possible_to = dl_scale_position(scale, extent->possible.to);
    item->certain_from = dl_scale_position(scale, extent->certain.from);
    item->certain_to = dl_scale_position(scale, extent->certain.to);
    if (item->certain_from > item->certain_to)
        item->certain_from = item->certain_to =
            (item->certain_from + item->certain_to) / 2;
    if (extent->start_unknown)
        item->certain_from = item->possible_from =
            fmax(0, fmin(item->certain_to, item->possible_to) - UNKNOWN_LENGTH);
    if (extent->end_unknown)
        item->certain_to = item->possible_to =
            fmin(dl_scale_length(scale),
                 fmax(item->certain_from, item->possible_from) + UNKNOWN_LENGTH);
    DlStretch window = dl_scale_window(scale);
    item->starts_before = extent->possible.from < window.from;
    item->ends_after = extent->possible.to > window.to;
    double length = item->possible_to - item->possible_from;
    bool fades = extent->ongoing || extent->start_unknown || extent->end_unknown;
    bool runs_on =
        (extent->ongoing && !item->ends_after) || (fades && length > LEAST_FADE);
    item->is_bar = extent->is_span && (length > least || runs_on);
    item->shows_range = !item->is_bar && item->number_width == 0 && length > least + 2;
    bool is_cut = item->starts_before || item->ends_after;
    if (item->is_bar)
        item->along = bar_along(item);
    else if (is_cut)
        item->along = (item->possible_from + item->possible_to) / 2;
    else
        item->along = dl_scale_position(scale, dl_extent_middle(extent));
}

/* Bars are named each on a leader of its own. */
static bool has_moment(const DlItem *item) {
    return item->role == DL_ITEM_LABELLED && !item->is_bar;
}

DlItem *dl_item_new_wall(const DlEvent *event, double along, bool is_before) {
    DlItem *wall = g_new0(DlItem, 1);
    wall->event = event;
    wall->role = DL_ITEM_WALL;
    wall->goes_on = true;
    wall->is_before = is_before;
    wall->along = along;
    wall->possible_from = wall->possible_to = along;
    wall->certain_from = wall->certain_to = along;
    return wall;
}

int dl_item_compare_places(gconstpointer a, gconstpointer b) {
    const DlItem *first = *(const DlItem *const *)a,
                 *second = *(const DlItem *const *)b;
    if (first->along != second->along)
        return first->along < second->along ? -1 : 1;
    return first->event->rank - second->event->rank;
}

static int compare_items(gconstpointer a, gconstpointer b) {
    const DlItem *first = *(const DlItem *const *)a,
                 *second = *(const DlItem *const *)b;
    if (first->moment != second->moment)
        return first->moment < second->moment ? -1 : 1;
    if (has_moment(first) != has_moment(second))
        return has_moment(first) ? -1 : 1;
    return first->event->rank - second->event->rank;
}

/* Labelled points of one moment, within what the eye can tell apart, in their resolved
 * order. */
static void find_moments(GPtrArray *items) {
    const DlItem *open = NULL;
    for (guint i = 0; i < items->len; i++) {
        DlItem *item = g_ptr_array_index(items, i);
        if (!has_moment(item))
            continue;
        if (open == NULL || item->along - open->along > ONE_MOMENT)
            open = item;
        item->moment = open->along;
    }
}

static GArray *group_items(const GPtrArray *items) {
    GArray *groups = g_array_new(false, false, sizeof(DlSlotGroup));
    const DlItem *last = NULL;
    for (guint i = 0; i < items->len; i++) {
        DlItem *item = g_ptr_array_index(items, i);
        if (item->role != DL_ITEM_LABELLED)
            continue;
        if (last != NULL && has_moment(item) && has_moment(last) &&
            last->moment == item->moment) {
            item->previous = last->event;
            g_array_index(groups, DlSlotGroup, groups->len - 1).n++;
        } else {
            const DlSlotGroup group = {i, 1};
            g_array_append_val(groups, group);
        }
        last = item;
    }
    return groups;
}

bool dl_item_holds_number(const DlItem *item) {
    static const double AIR = 3;
    return item->certain_to - item->certain_from >= item->number_width + AIR;
}

double dl_item_arrow(const DlItem *item) {
    static const double ARROW = 7;
    return item->is_bar && item->extent.ongoing ? ARROW : 0;
}

void dl_items_place(GPtrArray *items, const DlAxis *axis, const DlMarkSizes *marks) {
    for (guint i = 0; i < items->len; i++)
        if (axis->scale->steps != NULL)
            place_on_step(g_ptr_array_index(items, i), axis->scale, i);
        else
            place_item(g_ptr_array_index(items, i), axis->scale, marks);
    dl_spread_bars(items);
}

DlItems *dl_items_new(GPtrArray *placed, const DlAxis *axis) {
    DlItems *items = g_new0(DlItems, 1);
    items->axis = axis;
    items->items = placed;
    for (guint i = 0; i < placed->len; i++) {
        DlItem *item = g_ptr_array_index(placed, i);
        item->moment = item->along;
    }
    g_ptr_array_sort(placed, compare_items);
    find_moments(placed);
    g_ptr_array_sort(placed, compare_items);
    items->moments = group_items(placed);
    return items;
}

/* "During it" would be said of what is between. */
static bool is_during(const DlEvent *event, const DlEvent *told) {
    return told != NULL && g_ptr_array_find(event->during, told, NULL);
}

/* What says only its order leaves the day as it was. */
void dl_items_tell_steps(GPtrArray *items) {
    const DlEvent *told = NULL, *last = NULL;
    for (guint i = 0; i < items->len; i++) {
        DlItem *item = g_ptr_array_index(items, i);
        if (item->role != DL_ITEM_LABELLED)
            continue;
        if (told == last || !is_during(item->event, told))
            item->previous = told;
        item->on_step = item->previous != NULL;
        last = item->event;
        if (!dl_date_is_unknown(&last->date))
            told = last;
    }
}

/* Wide and high enough to stand below the event before it and alone: a moment that is
 * split between the sides says its date on both. */
static void measure_slot(DlSlot *slot, const DlItem *item, const DlLayoutJob *job) {
    DlLabelCache *labels = job->labels;
    double scale = dl_job_label_scale(job);
    bool vertical = job->vertical;
    const DlEvent *const above[] = {item->previous, NULL};
    const size_t n_above = item->previous != NULL && !item->on_step ? 2 : 1;
    for (size_t i = 0; i < n_above; i++)
        slot->n_widths =
            MAX(slot->n_widths,
                dl_label_cache_count(labels, (DlLabelWay){item->event, above[i],
                                                          item->continued, false}));
    for (int w = 0; w < slot->n_widths; w++)
        for (size_t i = 0; i < n_above; i++) {
            const DlLabel *label = dl_label_cache_get(
                labels, (DlLabelWay){item->event, above[i], item->continued, false}, w);
            double width = label->width * scale, height = label->height * scale;
            slot->lengths[w] = fmax(slot->lengths[w], vertical ? height : width);
            slot->depths[w] = fmax(slot->depths[w], vertical ? width : height);
            slot->anchors[w] = label->first_middle * scale;
        }
}

static DlSlot make_slot(const DlItem *item, const DlLayoutJob *job) {
    double radius = job->marks.radius;
    bool long_mark = item->is_bar || item->shows_range;
    DlSlot slot = {
        .row = -1,
        .along = item->along,
        .mark_from = long_mark ? item->possible_from : item->along - radius,
        .mark_to = long_mark ? item->possible_to : item->along + radius,
        .weight = LEAST_WEIGHT + WEIGHT_STEP * item->event->weight,
        .side = item->is_before ? DL_SIDE_BEFORE : DL_SIDE_AFTER,
        .is_wall = item->goes_on,
        .is_met = dl_ties_end_at(job, item),
        .rank = dl_wish_rank(item->event->id),
    };
    if (item->role == DL_ITEM_LABELLED)
        measure_slot(&slot, item, job);
    return slot;
}

static void join_moment(DlSlot *slots, guint n, DlSide wanted) {
    for (guint i = 0; i < n; i++)
        slots[i].side_prices[!wanted] = PRICE_OTHER_SIDE / n;
    for (guint i = 1; i < n; i++) {
        slots[i].along = slots[0].along;
        /* A list has one range at its foot, not one for each. */
        slots[i].mark_from = slots[i].mark_to;
    }
}

/* Where a connector passes through the moment's marks, its leader leaves them a little
 * before it, if nothing else is there. */
static void step_aside(GArray *slots, DlSlotGroup moment) {
    static const double LEAST = DL_LEADER_APART + 0.1;
    DlSlot *first = &g_array_index(slots, DlSlot, moment.first);
    guint next = moment.first + moment.n;
    if (next >= slots->len || !first[moment.n].is_wall)
        return;
    double aside =
        first->along - fmax(0, LEAST - (first[moment.n].along - first->along));
    if (aside < 0 || (moment.first > 0 && aside - first[-1].along < LEAST))
        return;
    for (guint i = 0; i < moment.n; i++)
        first[i].along = aside;
}

/* A moment goes by the least of its names: another event seldom changes that. */
static DlWish wish_of(const DlItems *items, DlSlotGroup moment) {
    DlWish wish = {.rank = G_MAXUINT32};
    for (guint i = moment.first; i < moment.first + moment.n; i++) {
        const DlItem *item = g_ptr_array_index(items->items, i);
        wish.rank = MIN(wish.rank, dl_wish_rank(item->event->id));
        wish.along = item->along;
    }
    return wish;
}

/* Steps are read in turns, from one side to the other. */
static DlWish *find_wishes(const DlItems *items, double size) {
    static const double REACH = 9.5; /* ems: a short label */
    const guint n = items->moments->len;
    DlWish *wishes = g_new0(DlWish, n + 1);
    for (guint i = 0; i < n; i++)
        wishes[i] = wish_of(items, g_array_index(items->moments, DlSlotGroup, i));
    if (items->axis->scale->steps != NULL)
        dl_wishes_take_turns(wishes, n);
    else
        dl_wishes_find(wishes, n, REACH * size);
    return wishes;
}

DlSlots *dl_items_new_slots(const DlItems *items, const DlLayoutJob *job,
                            DlSlotRules rules) {
    GArray *slots = g_array_new(false, true, sizeof(DlSlot));
    for (guint i = 0; i < items->items->len; i++) {
        DlSlot slot = make_slot(g_ptr_array_index(items->items, i), job);
        g_array_append_val(slots, slot);
    }
    g_autofree DlWish *wishes = find_wishes(items, job->size);
    for (guint g = 0; g < items->moments->len; g++) {
        DlSlotGroup moment = g_array_index(items->moments, DlSlotGroup, g);
        join_moment(&g_array_index(slots, DlSlot, moment.first), moment.n,
                    wishes[g].side);
        if (job->vertical)
            step_aside(slots, moment);
    }
    return dl_slots_new(rules, slots, g_array_copy(items->moments));
}
