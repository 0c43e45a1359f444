/* One side of the axis while its labels are placed: its leaders, in order.
 *
 * Leaders rise where their marks are, but far enough apart to be told from one another:
 * that is a chain (layout/chain.h) of its own, and does not depend on rows. Then every
 * row is a chain of labels, cut by the leaders of farther rows, and depends on no other
 * row: a side costs the sum over its rows, whose depths add up. */
#ifndef DL_LAYOUT_SHEET_H
#define DL_LAYOUT_SHEET_H

#include "layout/seats.h"

typedef struct DlSheet {
    const DlSlotRules *rules; /* borrowed */
    DlSide side;
    DlLeader *leaders; /* owned; room for all that there may be */
    guint n;
    DlChainItem *items; /* owned: room for a row while it is placed … */
    DlLeader **owners;  /* … and whose they are, owned */
    double lacking;     /* of the risers */
    double cost;        /* of the risers, and of the marks of the side */
    double fan;         /* across: where leaders are upright … */
    double stem;        /* … and where the first row may begin */
} DlSheet;

/* What a row, or a stretch of it, takes and costs. */
typedef struct {
    double lacking;
    double cost;   /* apart from how far away the row is */
    double bend;   /* the highest */
    double height; /* of the labels, the highest */
    double weight; /* of all labels */
} DlRowSum;

typedef struct {
    double lacking;
    double cost; /* apart from the depth */
    double depth;
} DlSideSum;

DlSheet *dl_sheet_new(const DlSlotRules *rules, DlSide side, guint n_slots);
void dl_sheet_free(DlSheet *sheet);

/* Collects what is seated on the side, and the walls. */
void dl_sheet_collect(DlSheet *sheet, const DlSlots *slots);
void dl_sheet_place_risers(DlSheet *sheet);
/* Places a row; where `tells`, the slots are told what was found. */
DlRowSum dl_sheet_place_row(DlSheet *sheet, int row, bool tells);
/* Stacks the rows; `stacked` is where they are, or NULL. */
DlSideSum dl_sheet_stack(const DlSheet *sheet, const DlRowSum *sums, int n_rows,
                         DlRow *stacked);
int dl_sheet_count_rows(const DlSheet *sheet);
DlSideSum dl_sheet_place(DlSheet *sheet);

/* Both sides together. */
double dl_sides_cost(const DlSlotRules *rules, DlSideSum before, DlSideSum after);

/* How high lines must be that lean `lean` to one another's side over their height, so
 * that from the end that is `gap` from the other they stay `apart`: 0 where they lean
 * away. */
double dl_apart_height(double gap, double apart, double lean);

#endif
