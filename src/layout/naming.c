#include "layout/naming.h"

static const double PAD = 4, GAP = 5, ARROW = 9; /* points around the words */
static const double MANY = 0.3;                  /* of the items: then bars are rows */
static const double LONGEST = 0.5;               /* of the axis: the words of a bar */

const DlLabel *dl_item_name(const DlItem *item, const DlLayoutJob *job) {
    return dl_label_cache_get(
        job->labels, (DlLabelWay){item->event, NULL, item->continued, true}, 0);
}

static bool is_nameable(const DlItem *item) {
    return item->is_bar && item->role == DL_ITEM_LABELLED &&
           (item->event->image.picture == NULL || item->continued);
}

static bool is_doubtful(const DlBound *bound) {
    return bound->approximate || bound->uncertain;
}

/* Whether its colour is even: a bar whose ends are doubtful fades. */
static bool is_even(const DlItem *item) {
    const DlEvent *event = item->event;
    return event->status == DL_STATUS_HAPPENED && !item->extent.start_unknown &&
           !item->extent.end_unknown && !is_doubtful(&event->date.start) &&
           !is_doubtful(&event->date.end) &&
           !(event->has_duration && event->duration.approximate);
}

/* In the certain part. */
static bool fits_inside(const DlItem *item, double width) {
    return is_even(item) && item->certain_to - item->certain_from >= width + 2 * PAD;
}

static void name_inside(DlItem *item, double width) {
    item->role = DL_ITEM_NAMED;
    item->name_from = item->certain_from + PAD;
    item->name_to = item->name_from + width;
    item->name_inside = true;
}

/* After the bar, or before it where the axis ends. */
static void name_beside(DlItem *item, double width, double length) {
    double after = item->possible_to + (item->extent.ongoing ? ARROW : GAP);
    double before = item->possible_from - GAP - width;
    if (after + width > length && before < 0)
        return;
    item->role = DL_ITEM_NAMED;
    item->name_from = after + width <= length ? after : before;
    item->name_to = item->name_from + width;
}

static bool are_mostly_bars(const GPtrArray *items) {
    guint n_bars = 0;
    for (guint i = 0; i < items->len; i++)
        n_bars += is_nameable(g_ptr_array_index(items, i));
    return n_bars > MANY * items->len;
}

void dl_items_name_bars(GPtrArray *items, const DlLayoutJob *job, double length) {
    if (job->vertical || job->numbers != NULL)
        return;
    bool rows = are_mostly_bars(items);
    double scale = dl_job_label_scale(job);
    for (guint i = 0; i < items->len; i++) {
        DlItem *item = g_ptr_array_index(items, i);
        if (!is_nameable(item))
            continue;
        double width = dl_item_name(item, job)->width * scale;
        if (fits_inside(item, width))
            name_inside(item, width);
        else if (rows && width <= LONGEST * length)
            name_beside(item, width, length);
    }
}
