#include "layout/apart.h"

#include <math.h>

static const double LEAST =
    4.5; /* points between two places: connectors are told apart */
static const double SAME = 0.5; /* points: one moment */
static const double AIR = 2;    /* points between two marks */

static GPtrArray *list_points(const GPtrArray *items) {
    GPtrArray *points = g_ptr_array_new();
    for (guint i = 0; i < items->len; i++) {
        DlItem *item = g_ptr_array_index(items, i);
        if (!item->is_bar && item->role != DL_ITEM_WALL)
            g_ptr_array_add(points, item);
    }
    g_ptr_array_sort(points, dl_item_compare_places);
    return points;
}

static bool is_shared(const DlLanes *lanes, const DlItem *item) {
    return dl_lanes_span(lanes, item->event)->lanes->len > 1;
}

/* The points of one moment. */
typedef struct {
    DlItem **points;
    guint n;
    const DlLanes *lanes;
} Moment;

/* How far all of them may move to either side. */
static double find_play(const Moment *moment, double radius) {
    double play = INFINITY;
    for (guint i = 0; i < moment->n; i++) {
        const DlItem *item = moment->points[i];
        play = fmin(play, fmin(item->along - item->possible_from,
                               item->possible_to - item->along));
    }
    return play - radius;
}

/* The place of each, counted from 0; returns how many there are. */
static guint count_places(const Moment *moment, guint *places) {
    guint n = 0, together = G_MAXUINT;
    for (guint i = 0; i < moment->n; i++) {
        bool shared = is_shared(moment->lanes, moment->points[i]);
        if (!shared && together == G_MAXUINT)
            together = n++;
        places[i] = shared ? n++ : together;
    }
    return n;
}

static void set_apart(const Moment *moment, double radius) {
    g_autofree guint *places = g_new(guint, moment->n);
    guint n = count_places(moment, places);
    if (n < 2)
        return;
    double wanted = 2 * radius + AIR;
    double step = fmin(wanted, 2 * find_play(moment, radius) / (n - 1));
    if (step < LEAST)
        return;
    for (guint i = 0; i < moment->n; i++)
        moment->points[i]->along += (places[i] - (n - 1) / 2.0) * step;
}

void dl_items_set_apart(const GPtrArray *items, const DlLanes *lanes,
                        const DlMarkSizes *marks) {
    g_autoptr(GPtrArray) points = list_points(items);
    for (guint first = 0, end; first < points->len; first = end) {
        DlItem **all = (DlItem **)points->pdata + first;
        end = first + 1;
        while (end < points->len &&
               ((DlItem *)points->pdata[end])->along - all[0]->along < SAME)
            end++;
        const Moment moment = {all, end - first, lanes};
        set_apart(&moment, marks->radius);
    }
}
