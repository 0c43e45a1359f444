/* A moment that tries its places on one side.
 *
 * Its leader is put among those of the side once, in no row yet; the risers and all
 * rows are placed as they are then. In any row it can then only change the piece that
 * it stands in: it cuts that in two as a line, or joins it with a label. So a row is
 * worth one of a few sums, which are found when they are asked for, and a seat is worth
 * a stack of them. */
#ifndef DL_LAYOUT_TRIAL_H
#define DL_LAYOUT_TRIAL_H

#include "layout/sheet.h"

/* A shape that labels must have; DL_ANY: any. */
enum { DL_ANY = -1 };
typedef struct {
    int width, hang;
} DlShape;

/* The piece of a row that the moment stands in. */
typedef struct {
    DlRowSum others; /* of the row's other pieces */
    DlRowSum absent; /* of the piece without the moment */
    guint first, n;  /* its labels, in the arena */
    guint before;    /* of them, which lie before the moment */
    double from, to;
} DlTrialRow;

/* A moment's labels in a row, wherever that is. */
typedef struct {
    DlRowItem item;
    int first;   /* slot of them, where what is found for them can be kept; -1: not */
    DlHang hang; /* with which it is kept */
} DlTrialItem;

/* The same in all rows of a seat, the base first. */
typedef struct {
    int n_rows;
    DlTrialItem items[DL_MOST_ROWS];
} DlTrialShape;

typedef struct {
    DlSheet *sheet; /* borrowed; holds the moment's leader … */
    guint at;       /* … here */
    bool has_leader;
    int n_rows; /* in use without it */
    DlTrialRow rows[DL_MOST_ROWS];
    DlStack inner[DL_MOST_ROWS + 1]; /* the rows up to one, where it is a line */
    DlStack outer[DL_MOST_ROWS + 1]; /* the rows from one on, behind its labels */
    bool is_spanned[DL_MOST_ROWS];   /* no new row can come here: a list would be cut */
    DlRowItem *arena;                /* owned: the pieces of all rows */
    DlRowItem *scratch;              /* owned: one piece with the moment */
    guint longest;                   /* moment that may come */
    DlShape shape;                   /* that is asked of all */
    DlTrialShape (*shapes)[DL_N_WIDTHS]; /* owned: of the part that is asked about, for
                                            each way to hang and each width … */
    bool is_shaped[DL_N_HANGS][DL_N_WIDTHS]; /* … once it is known */
    DlRowSum *labels; /* owned: of a row, a slot of the moment, a width and a way to
                         hang; `lacking` is NAN where it is not known */
} DlTrial;

/* A seat and what the side costs with it. With `inserts` its row is a new one, and the
 * rows from its base on move outwards. */
typedef struct {
    double cost; /* of both sides, where the other is as it is without the moment */
    DlSideSum sum;
    DlSeat seat;
    bool inserts;
} DlOffer;

/* Of a side with so many slots, `longest` of them at most in one moment; the caller
 * owns it. */
DlTrial *dl_trial_new(guint n_slots, guint longest);
void dl_trial_free(DlTrial *trial);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlTrial, dl_trial_free)

/* Takes the side that a sheet has collected, without a moment. */
void dl_trial_take(DlTrial *trial, DlSheet *sheet);
/* Puts the leader of a part of a moment of `n_slots` on it, in place of the last. */
void dl_trial_begin(DlTrial *trial, DlLeader leader, guint n_slots);

/* The cheapest seat for `leader`, a part of the moment that begins with `first`. The
 * trial must have begun with a leader that is as straight; on an axis that runs down,
 * with this one. Where none costs less than `limit`, the sum's cost is INFINITY. */
DlOffer dl_trial_offer(DlTrial *trial, DlLeader leader, const DlSlot *first,
                       DlSideSum other, double limit);

#endif
