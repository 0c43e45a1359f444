#include <math.h>

#include "layout/ties.h"

static const double LABEL_AIR = 12;  /* along: beside a label between two lines */
static const double ROWS_TAKE = 0.8; /* about, of the room: what rows leave */

/* A line on its way through the labels, to or from the lane of its mark. */
typedef struct {
    const DlEvent *event;
    double along;
    guint lane, line;
} Way;

static const DlItem *item_of(const GPtrArray *items, const DlEvent *event) {
    for (guint i = 0; i < items->len; i++) {
        const DlItem *item = g_ptr_array_index(items, i);
        if (item->event == event)
            return item;
    }
    return NULL;
}

static GArray *find_ways(const DlTies *ties, const DlLayoutJob *job,
                         const GPtrArray *items) {
    GArray *ways = g_array_new(false, false, sizeof(Way));
    for (guint i = 0; i < ties->drawn->len; i++) {
        const DlRelation *relation = g_ptr_array_index(ties->drawn, i);
        const DlEvent *const ends[] = {relation->from, relation->to};
        for (int end = 0; end < 2; end++) {
            Way way = {ends[end],
                       dl_tie_inner_along(item_of(items, ends[end]), job, ties),
                       dl_lanes_last(job->lanes, ends[end]), i};
            g_array_append_val(ways, way);
        }
    }
    return ways;
}

/* Along: the least that a label takes in so much room across. */
static double least_length(const DlItem *item, const DlLayoutJob *job, double room) {
    const DlLabelWay way = {item->event, NULL, item->continued, false};
    double least = INFINITY, scale = dl_job_label_scale(job);
    for (int w = 0; w < dl_label_cache_count(job->labels, way); w++) {
        const DlLabel *label = dl_label_cache_get(job->labels, way, w);
        double lines = fmax(1, label->width * scale / (ROWS_TAKE * room));
        least =
            fmin(least, scale * (job->vertical ? lines * label->height : label->width));
    }
    return least + LABEL_AIR;
}

/* What a label stands between, from the start of the axis on, and how much there is
 * taken by labels before it. */
typedef struct {
    const Way *before, *behind;
    double *taken; /* along */
} Gap;

static Gap find_gap(const GArray *ways, double *taken, const DlItem *item, guint lane,
                    bool before) {
    Gap gap = {NULL, NULL, &taken[lane * (ways->len + 1)]};
    for (guint i = 0; i < ways->len; i++) {
        const Way *way = &g_array_index(ways, Way, i);
        if (before ? way->lane <= lane : way->lane > lane)
            continue;
        if (way->along <= item->along &&
            (gap.before == NULL || way->along > gap.before->along)) {
            gap.before = way;
            gap.taken = &taken[lane * (ways->len + 1) + i + 1];
        }
        if (way->along > item->along &&
            (gap.behind == NULL || way->along < gap.behind->along))
            gap.behind = way;
    }
    return gap;
}

/* Labels stand in rows along an axis that runs to the right, and in one column beside
 * one that runs down. */
static bool holds(const Gap *gap, double length, bool vertical) {
    double from = gap->before != NULL ? gap->before->along : 0;
    *gap->taken = vertical ? *gap->taken + length : length;
    return gap->behind == NULL || gap->behind->along - from >= *gap->taken;
}

/* Its leader cannot be told from the line. */
static bool is_near(const Way *way, const DlItem *item) {
    return fabs(way->along - item->along) < 2 * DL_LEADER_APART;
}

/* How many labels lack room beside each line. */
static guint *count_conflicts(const DlTies *ties, const DlLayoutJob *job,
                              const GPtrArray *items, double room) {
    guint *conflicts = g_new0(guint, ties->drawn->len + 1);
    g_autoptr(GArray) ways = find_ways(ties, job, items);
    guint n_lanes = job->lanes != NULL ? job->lanes->lanes->len : 1;
    g_autofree double *taken = g_new0(double, n_lanes *(ways->len + 1));
    for (guint i = 0; i < items->len; i++) {
        const DlItem *item = g_ptr_array_index(items, i);
        if (item->role != DL_ITEM_LABELLED)
            continue;
        const Gap gap =
            find_gap(ways, taken, item, dl_lanes_last(job->lanes, item->event),
                     dl_ties_lie_before(job));
        bool has_room = holds(&gap, least_length(item, job, room), job->vertical);
        const Way *const beside[] = {gap.before, gap.behind};
        for (int side = 0; side < 2; side++)
            if (beside[side] != NULL && (!has_room || is_near(beside[side], item)))
                conflicts[beside[side]->line]++;
    }
    return conflicts;
}

/* The line with the most of them goes, of several the last in the file. */
static bool clear_one(DlTies *ties, const DlLayoutJob *job, const GPtrArray *items,
                      double room) {
    g_autofree guint *conflicts = count_conflicts(ties, job, items, room);
    guint worst = 0;
    for (guint i = 1; i < ties->drawn->len; i++)
        if (conflicts[i] >= conflicts[worst])
            worst = i;
    if (conflicts[worst] == 0)
        return false;
    dl_ties_remove(ties, worst);
    return true;
}

void dl_ties_clear_way(DlTies *ties, const DlLayoutJob *job, const GPtrArray *items,
                       double room) {
    while (clear_one(ties, job, items, room))
        continue;
}
