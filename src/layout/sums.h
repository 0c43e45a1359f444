/* What rows of labels take and cost, stacks of them, and the sides of an axis: adding
 * these up is most of what the search does, so all of it is inline. */
#ifndef DL_LAYOUT_SUMS_H
#define DL_LAYOUT_SUMS_H

#include "layout/slots.h"

/* The unit of all prices: a point that a label of weight 1 is off the axis. */
#define DL_PRICE_DISTANCE 0.35

/* What the leaders of a side take before the first row. */
typedef struct {
    double lacking;
    double cost; /* of leaders that run aslant */
    double fan;  /* across: from the axis' edge to where they are upright … */
    double stem; /* … and to where the first row may begin */
} DlRisers;

/* What a piece takes and costs, or a row. */
typedef struct {
    double lacking;
    double cost;   /* apart from how far away the row is */
    double bend;   /* the highest */
    double branch; /* across: what ways to branches need */
    double height; /* of the labels, the highest */
    double weight; /* of all labels */
} DlRowSum;

/* Rows that lie one on the other, as if they began at the axis' edge: what a stack of
 * stacks costs follows from theirs. */
typedef struct {
    double lacking;
    double cost;
    double weight; /* of all labels: what a point farther out costs */
    double extent; /* across, with a gap behind each row */
} DlStack;

typedef struct {
    double lacking;
    double cost; /* apart from the depth */
    double depth;
} DlSideSum;

static inline DlRowSum dl_row_sum_add(DlRowSum a, DlRowSum b) {
    return (DlRowSum){a.lacking + b.lacking,   a.cost + b.cost,
                      MAX(a.bend, b.bend),     MAX(a.branch, b.branch),
                      MAX(a.height, b.height), a.weight + b.weight};
}

/* A row as a stack of its own. */
static inline DlStack dl_stack_row(const DlSlotRules *rules, DlRowSum row) {
    double lead = row.bend + row.branch, far = lead * DL_PRICE_DISTANCE * row.weight;
    double extent =
        row.height > 0 ? lead + rules->ending + row.height + rules->row_gap : 0;
    return (DlStack){row.lacking, row.cost + far, row.weight, extent};
}

/* One stack behind another. */
static inline DlStack dl_stack_add(DlStack near, DlStack far) {
    return (DlStack){near.lacking + far.lacking,
                     near.cost + far.cost +
                         near.extent * DL_PRICE_DISTANCE * far.weight,
                     near.weight + far.weight, near.extent + far.extent};
}

/* A side of these rows behind the leaders' stem. The marks cost nothing yet. */
static inline DlSideSum dl_side_sum(const DlSlotRules *rules, DlRisers risers,
                                    DlStack rows) {
    DlStack stem = {risers.lacking, risers.cost, 0, risers.stem};
    DlStack all = dl_stack_add(stem, rows);
    double depth = rows.extent > 0 ? all.extent - rules->row_gap : 0;
    return (DlSideSum){all.lacking, all.cost, depth};
}

static inline double dl_lacking_cost(double lacking) {
    static const double PRICE_LACKING = 100, PRICE_IMPOSSIBLE = 3000;
    return lacking > 1e-6 ? PRICE_IMPOSSIBLE + lacking * PRICE_LACKING : 0;
}

/* Both sides together. A point deeper than there is room, and to be that at all: flags
 * may go on from there; along an axis that runs down the page's width is all that there
 * is. */
static inline double dl_sides_cost(const DlSlotRules *rules, DlSideSum before,
                                   DlSideSum after) {
    static const double EXCESS[] = {[DL_ATTACH_FLAG] = 10, [DL_ATTACH_END] = 100};
    static const double TOO_DEEP[] = {[DL_ATTACH_FLAG] = 500, [DL_ATTACH_END] = 2000};
    double depth = before.depth + after.depth, excess = depth - rules->room;
    double cost = before.cost + after.cost + dl_lacking_cost(before.lacking) +
                  dl_lacking_cost(after.lacking) + depth * rules->depth_price;
    if (excess <= 0)
        return cost;
    return cost + TOO_DEEP[rules->attach] + excess * EXCESS[rules->attach];
}

#endif
