/* One side of the axis while its labels are placed: its leaders, in order.
 *
 * Leaders rise where their marks are, but far enough apart to be told from one another:
 * that is a chain (layout/chain.h) of its own, and does not depend on rows. Then every
 * row is a chain of labels, cut into pieces by the leaders of farther rows, and depends
 * on no other row: a side costs the sum over its rows, whose depths add up. So a moment
 * that tries its places (layout/trial.h) changes one piece a row. */
#ifndef DL_LAYOUT_SHEET_H
#define DL_LAYOUT_SHEET_H

#include "layout/chain.h"
#include "layout/seats.h"
#include "layout/sums.h"

typedef struct DlSheet {
    const DlSlotRules *rules; /* borrowed */
    DlSide side;
    DlLeader *leaders; /* owned; room for all that there may be, and one more */
    guint n;
    DlRisers risers;
    DlRowItem *row;      /* owned: the labels of a row … */
    guint *owners;       /* … whose they are, owned … */
    DlChainItem *placed; /* … and where a piece of them is, owned … */
    double *entries;     /* … where their leaders arrive, owned … */
    int *turns;          /* … and where those turn, owned */
} DlSheet;

/* The labels between two lines, or an end of the row. */
typedef struct {
    const DlRowItem *items;
    guint n;
    double from, to;
} DlPiece;

DlSheet *dl_sheet_new(const DlSlotRules *rules, DlSide side, guint n_slots);
void dl_sheet_free(DlSheet *sheet);

/* Collects what is seated on the side, and the walls. */
void dl_sheet_collect(DlSheet *sheet, const DlSlots *slots);
int dl_sheet_count_rows(const DlSheet *sheet);
void dl_sheet_place_risers(DlSheet *sheet);
/* What marks on one side cost that overlap. */
double dl_sheet_marks_cost(const DlSheet *sheet);

/* Where a row begins and ends for boxes. */
double dl_sheet_row_start(const DlSheet *sheet);
double dl_sheet_row_end(const DlSheet *sheet);

/* Places the labels of a piece; where they are is in `placed` of the sheet. */
DlRowSum dl_sheet_place_piece(DlSheet *sheet, DlPiece piece);
/* Places a row; where `tells`, the slots are told what was found. */
DlRowSum dl_sheet_place_row(DlSheet *sheet, int row, bool tells);

/* Places the leaders and all rows. */
DlSideSum dl_sheet_place(DlSheet *sheet);

/* How high lines must be that lean `lean` to one another's side over their height, so
 * that from the end that is `gap` from the other they stay `apart`: 0 where they lean
 * away. */
double dl_apart_height(double gap, double apart, double lean);

#endif
