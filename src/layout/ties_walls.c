#include <math.h>

#include "layout/tie_rows.h"
#include "layout/ties.h"

static const double ASIDE = 7.5; /* along: from a mark's edge to its first line */

/* Named elsewhere, an event has its lines there. */
static bool may_end_at(const DlItem *item) {
    return item->role != DL_ITEM_WALL && item->counted == NULL && item->inset == 0 &&
           (!item->repeats || item->continued);
}

static guint count_lines(const DlTies *ties, const DlEvent *event) {
    return ties != NULL ? GPOINTER_TO_UINT(g_hash_table_lookup(ties->ends, event)) : 0;
}

/* What leads into an inset would pass all lanes. */
bool dl_ties_lie_before(const DlLayoutJob *job) {
    return job->lanes != NULL && job->insets == NULL;
}

bool dl_ties_end_at(const DlLayoutJob *job, const DlItem *item) {
    return may_end_at(item) && (count_lines(job->ties, item->event) > 0 ||
                                count_lines(job->outer_ties, item->event) > 0);
}

double dl_tie_aside(double radius) {
    return radius + ASIDE;
}

/* From a bar's lower edge where that has room beside the leader; else from its start,
 * if the axis shows that, and first from there where its edge is at the axis. */
static double along_of_bar(const DlItem *item, double aside, bool from_start) {
    double inside = item->along - aside, start = item->possible_from - ASIDE;
    bool has_start = start >= 0 && !item->starts_before;
    if (inside >= item->certain_from && !(from_start && has_start))
        return inside;
    if (has_start)
        return start;
    return fmin(item->along + aside, item->certain_to);
}

double dl_tie_along(const DlItem *item, const DlLayoutJob *job) {
    double aside = dl_tie_aside(job->marks.radius);
    return item->is_bar ? along_of_bar(item, aside, job->ties_lie_ahead)
                        : item->along - aside;
}

static bool ends_at(const DlRelation *relation, const DlEvent *event) {
    return relation->from == event || relation->to == event;
}

bool dl_tie_comes_from_outside(const DlLayoutJob *job, const DlEvent *event) {
    return count_lines(job->outer_ties, event) > 0;
}

bool dl_tie_is_behind(const DlLayoutJob *job, const DlTies *ties,
                      const DlEvent *event) {
    guint n = 0;
    if (!dl_tie_comes_from_outside(job, event))
        return false;
    for (guint i = 0; i < ties->drawn->len; i++)
        n += ends_at(g_ptr_array_index(ties->drawn, i), event);
    return n == 1;
}

double dl_tie_inner_along(const DlItem *item, const DlLayoutJob *job,
                          const DlTies *ties) {
    double along = dl_tie_along(item, job);
    bool is_behind = !item->is_bar && dl_tie_is_behind(job, ties, item->event);
    return is_behind ? 2 * item->along - along : along;
}

/* All lines that end at one place. */
typedef struct {
    double along;
    guint n;
} Place;

static double along_of(const DlItem *item, const DlLayoutJob *job, bool outer) {
    return outer ? dl_tie_along(item, job) : dl_tie_inner_along(item, job, job->ties);
}

static Place find_place(const GPtrArray *items, const DlItem *item,
                        const DlLayoutJob *job, bool outer) {
    const DlTies *ties = outer ? job->outer_ties : job->ties;
    if (!may_end_at(item) || count_lines(ties, item->event) == 0)
        return (Place){0};
    const double own = along_of(item, job, outer);
    Place place = {own, 0};
    for (guint i = 0; i < items->len; i++) {
        const DlItem *other = g_ptr_array_index(items, i);
        guint n = may_end_at(other) ? count_lines(ties, other->event) : 0;
        double along = n > 0 ? along_of(other, job, outer) : own;
        if (fabs(along - own) > DL_TIE_PLACE)
            continue;
        place.along = fmin(place.along, along);
        place.n += n;
    }
    return place;
}

static bool is_point(const DlItem *item) {
    return item->role == DL_ITEM_LABELLED && !item->is_bar;
}

bool dl_tie_climbs(const GPtrArray *items, const DlItem *item, const DlLayoutJob *job) {
    if (job->vertical || !is_point(item) || !dl_ties_end_at(job, item))
        return false;
    for (guint i = 0; i < items->len; i++) {
        const DlItem *other = g_ptr_array_index(items, i);
        if (other != item && is_point(other) &&
            fabs(other->along - item->along) <= DL_TIE_PLACE &&
            dl_lanes_last(job->lanes, other->event) ==
                dl_lanes_last(job->lanes, item->event))
            return true;
    }
    return false;
}

void dl_tie_walls_add(GPtrArray *walls, const GPtrArray *items, const DlItem *item,
                      const DlLayoutJob *job) {
    bool climbs = dl_tie_climbs(items, item, job);
    for (int outer = job->ties_lie_ahead; outer < 2; outer++) {
        const Place place = find_place(items, item, job, outer);
        for (guint i = 0; i < place.n; i++) {
            double along = place.along - i * DL_TIE_APART;
            g_ptr_array_add(walls, dl_item_new_wall(item->event, along, outer));
            if (climbs)
                g_ptr_array_add(walls, dl_item_new_wall(item->event, along, !outer));
        }
    }
}
