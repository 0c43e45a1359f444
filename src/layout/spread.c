#include "layout/spread.h"

#include <math.h>
#include <string.h>

#include "base/sorted.h"

static const double APART = 6; /* points: clear enough */

typedef struct {
    double along, clear;
} Place;

/* Where the leaders of all begin, sorted. */
static GArray *sort_places(const GPtrArray *items) {
    GArray *places = g_array_sized_new(false, false, sizeof(double), items->len);
    for (guint i = 0; i < items->len; i++) {
        const DlItem *item = g_ptr_array_index(items, i);
        g_array_append_val(places, item->along);
    }
    g_array_sort(places, dl_compare_doubles);
    return places;
}

/* The first that is not before a place. */
static guint find_place(const GArray *places, double along) {
    return dl_first_where(places->len, i, g_array_index(places, double, i) >= along);
}

/* How far the nearest place but that at `own` is. */
static double distance_to_others(const GArray *places, guint own, double along) {
    guint after = find_place(places, along);
    guint before = after;
    after += after == own ? 1 : 0;
    before -= before > 0 && before - 1 == own ? 1 : 0;
    double nearest = INFINITY;
    if (after < places->len)
        nearest = fabs(g_array_index(places, double, after) - along);
    if (before > 0)
        nearest =
            fmin(nearest, fabs(along - g_array_index(places, double, before - 1)));
    return nearest;
}

/* The clearest place on the way from one to another, until one is clear enough. */
static void look_along(const GArray *places, guint own, double from, double to,
                       Place *best) {
    static const double STEP = 1;
    double step = from <= to ? STEP : -STEP;
    for (double along = from; (to - along) * step >= 0 && best->clear < APART;
         along += step) {
        double clear = distance_to_others(places, own, along);
        if (clear > best->clear)
            *best = (Place){along, clear};
    }
}

/* Where nothing of it is sure, and where that is too short, anywhere in it. */
static double clear_along(const GArray *places, guint own, const DlItem *bar) {
    static const double INSIDE = 2;
    bool is_short = bar->certain_to - bar->certain_from < 4 * INSIDE;
    double from = is_short ? bar->possible_from : bar->certain_from;
    double to = is_short ? bar->possible_to : bar->certain_to;
    Place best = {bar->along, -1};
    look_along(places, own, bar->along, to - INSIDE, &best);
    look_along(places, own, bar->along, from + INSIDE, &best);
    return best.along;
}

/* What lies between moves up. */
static void move_place(GArray *places, guint from, double along) {
    double *all = (double *)places->data;
    guint to = find_place(places, along);
    if (to > from) {
        to--;
        memmove(all + from, all + from + 1, (to - from) * sizeof *all);
    } else {
        memmove(all + to + 1, all + to, (from - to) * sizeof *all);
    }
    all[to] = along;
}

void dl_spread_bars(const GPtrArray *items) {
    g_autoptr(GArray) places = sort_places(items);
    for (guint i = 0; i < items->len; i++) {
        DlItem *item = g_ptr_array_index(items, i);
        if (!item->is_bar || item->role != DL_ITEM_LABELLED)
            continue;
        guint own = find_place(places, item->along);
        double along = clear_along(places, own, item);
        if (along == item->along)
            continue;
        move_place(places, own, along);
        item->along = along;
    }
}
