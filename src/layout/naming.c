#include "layout/naming.h"

#include <math.h>

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

bool dl_item_find_stretch(const DlItem *item, const DlScale *scale, double needed,
                          double *from, double *to) {
    for (guint i = 0; i < scale->pieces->len;) {
        *from = *to = g_array_index(scale->pieces, DlScalePiece, i).from;
        for (; i < scale->pieces->len &&
               g_array_index(scale->pieces, DlScalePiece, i).from <= *to;
             i++)
            *to = g_array_index(scale->pieces, DlScalePiece, i).to;
        *from = fmax(*from, item->certain_from);
        *to = fmin(*to, item->certain_to);
        if (*to - *from >= needed)
            return true;
    }
    return false;
}

static bool name_inside(DlItem *item, const DlScale *scale, double width) {
    double from, to;
    if (!is_even(item) ||
        !dl_item_find_stretch(item, scale, width + 2 * PAD, &from, &to))
        return false;
    item->role = DL_ITEM_NAMED;
    item->name_from = from + PAD;
    item->name_to = item->name_from + width;
    item->name_inside = true;
    return true;
}

/* Nothing passes there through all that lies along the axis. */
static bool is_clear(const GArray *walls, double from, double to) {
    for (guint i = 0; i < walls->len; i++) {
        double along = g_array_index(walls, double, i);
        if (along > from - GAP / 2 && along < to + GAP / 2)
            return false;
    }
    return true;
}

/* After the bar, or before it where the axis ends or something passes. */
static void name_beside(DlItem *item, double width, double length,
                        const GArray *walls) {
    double after = item->possible_to + (item->extent.ongoing ? ARROW : GAP);
    double before = item->possible_from - GAP - width;
    bool fits_after = after + width <= length && is_clear(walls, after, after + width);
    bool fits_before = before >= 0 && is_clear(walls, before, before + width);
    if (!fits_after && !fits_before)
        return;
    item->role = DL_ITEM_NAMED;
    item->name_from = fits_after ? after : before;
    item->name_to = item->name_from + width;
}

static GArray *find_walls(const GPtrArray *items) {
    GArray *walls = g_array_new(false, false, sizeof(double));
    for (guint i = 0; i < items->len; i++) {
        const DlItem *item = g_ptr_array_index(items, i);
        if (item->role == DL_ITEM_WALL)
            g_array_append_val(walls, item->along);
    }
    return walls;
}

static bool are_mostly_bars(const GPtrArray *items) {
    guint n_bars = 0, n = 0;
    for (guint i = 0; i < items->len; i++) {
        const DlItem *item = g_ptr_array_index(items, i);
        n_bars += is_nameable(item);
        n += item->role != DL_ITEM_WALL;
    }
    return n_bars > MANY * n;
}

void dl_items_name_bars(GPtrArray *items, const DlAxis *axis, const DlLayoutJob *job,
                        double length) {
    if (job->vertical || dl_job_marks_hold_numbers(job))
        return;
    bool rows = are_mostly_bars(items);
    g_autoptr(GArray) walls = find_walls(items);
    double scale = dl_job_label_scale(job);
    for (guint i = 0; i < items->len; i++) {
        DlItem *item = g_ptr_array_index(items, i);
        if (!is_nameable(item))
            continue;
        double width = dl_item_name(item, job)->width * scale;
        if (!name_inside(item, axis->scale, width) && rows && width <= LONGEST * length)
            name_beside(item, width, length, walls);
    }
}
