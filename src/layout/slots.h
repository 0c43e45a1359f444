/* Which side, row and width each label gets: the search over placements.
 *
 * Labels stand in rows along an axis, on leaders that rise from their marks. A leader
 * rises through the rows that lie nearer to the axis; there it is a wall that the
 * labels of those rows keep clear of. Since walls and labels of a row keep the order of
 * time, no leader can cross a leader or a label, whatever is chosen: choosing is only a
 * matter of cost. For given rows the positions are exact (layout/chain.h).
 *
 * Labels are attached in one of two ways:
 * - FLAG, for an axis that runs from left to right: labels hang like flags on upright
 *   leaders, on one side of them or the other. Labels of one moment form a list on one
 *   leader, one a row, with their marks on it like beads, and read from top to bottom
 *   in their order. A long list alternates between the leader's sides, or goes on in
 *   further columns, each on a branch of the leader.
 * - END, for an axis that runs down: a row is a column of labels, and a label stands at
 *   the end of its leader. Labels of one moment form a list in one row, one label below
 *   the other, with one leader that arrives anywhere between the first and the last.
 *   The marks of a short one are stacked at the axis; those of a long one are beads
 *   beside the labels.
 *
 * What an arrangement costs, in points of one label's distance from the axis, is the
 * sum of: the distances of the rows of all labels, times their weights; how far labels
 * are shifted off their leaders, and its square, and a price for each bend that this
 * takes; a little for how high each flag is, so that none has more lines than it must;
 * the squares of how far leaders run aslant out of their marks, of lists many times, as
 * their marks are on them; what slots ask for one side; a price for each flag that
 * hangs back or stands lower, for each branch and how far it is off, and for marks on
 * branches that lines should meet; a price for each moment that hangs otherwise than it
 * would if only its neighbours were there (a list: if nothing were), so that what
 * changes far away seldom turns it round; a price for each two marks on one side that
 * overlap; the depth of both sides, times `depth_price`; and far more where both are
 * deeper than `room`. What lacks room along the axis costs more than all of these.
 * Leaders that cannot be told apart (DL_LEADER_APART) lack room too, where neither a
 * higher fan, in which they start aslant in turn, nor higher bends help. Where leaders
 * along an axis that runs down may turn at right angles, they always have room: of
 * those that go down the upper ones turn farther out, of those that go up the lower
 * ones. Constant things cost nothing: two walls may be as near as they are.
 *
 * The search starts from several arrangements (layout/starts.h), moves one moment at a
 * time while that costs less (layout/trial.h), then takes neighbours out and seats them
 * anew (layout/search.h). It does a bounded number of moves, each of O(n) and the rows
 * that the moment can change, and gives up early where room is far away. */
#ifndef DL_LAYOUT_SLOTS_H
#define DL_LAYOUT_SLOTS_H

#include <glib.h>
#include <stdbool.h>

#include "layout/label_cache.h"

typedef enum {
    DL_SIDE_BEFORE,
    DL_SIDE_AFTER
} DlSide; /* above and below, or left, right */

typedef enum { DL_ATTACH_FLAG, DL_ATTACH_END } DlAttach;

enum { DL_N_SIDES = 2, DL_MOST_ROWS = 32 };
/* Slots that are so many that a search has no time to try all that it knows. */
enum { DL_CROWDED = 48 };

#define DL_LEADER_APART 2.0 /* points between two leaders, everywhere */
#define DL_TRACK 3.0        /* points from one track of leaders that turn to the next */

/* What a label needs, and (after the search) where it is. Lengths in points. A wall has
 * no label: it is a line at `along` through all rows of its `side`. */
typedef struct {
    double along;                   /* of its mark */
    int n_widths;                   /* candidates */
    double lengths[DL_N_WIDTHS];    /* how long it is along the axis … */
    double depths[DL_N_WIDTHS];     /* … and across */
    double anchors[DL_N_WIDTHS];    /* END, along: from its box' start to its leader */
    double mark_from, mark_to;      /* along: what its mark takes of the axis */
    guint32 rank;                   /* of its name (layout/wishes.h) */
    double weight;                  /* how much it wants to be near, > 0 */
    double side_prices[DL_N_SIDES]; /* what it costs to lie there */
    bool is_wall; /* given with its `side`; of the rest only `along` matters */
    bool is_met;  /* a line comes to its mark, wherever it hangs, along its leader */
    DlSide side;
    bool has_usual;              /* FLAG, the first of a moment: it would hang … */
    int usual_hang, usual_width; /* … so if no more than its neighbours were there */
    int row;                     /* from the axis, 0 nearest */
    int width;                   /* index of the candidate */
    bool leans_back;             /* FLAG: its text lies before its leader, not after */
    bool on_list;                /* shares its leader with others of its moment … */
    bool is_bead;                /* … and has its mark there, beside its label */
    double drop;      /* FLAG, across: how much lower than its row's top it stands */
    double riser;     /* where its leader rises: `along` if there is room */
    double fan_start; /* across, from where marks end: where it begins to go there */
    double entry; /* where its leader arrives at its row: `riser` if it is straight */
    int turn;    /* END: its leader turns at right angles to run along the axis, in this
                    track before its row, 1 the nearest; 0: it goes aslant */
    double port; /* where its anchor is: `entry`, but of END's lists its own place, of
                    FLAG's the branch that it hangs on, and a little off a straight
                    leader */
} DlSlot;

/* Slots of one moment: `n` from `first` on, in their order. No wall is in any. */
typedef struct {
    guint first, n;
} DlSlotGroup;

typedef struct {
    double offset; /* from the axis' edge to its near edge */
    double bend;   /* room for bends below it, part of the offset … */
    double branch; /* … and between the two for ways to branches, part of it, too */
    double height; /* 0: nothing is in it */
} DlRow;

typedef struct {
    DlAttach attach;
    bool sides[DL_N_SIDES]; /* which may be used */
    double from, to;        /* along: where labels may be */
    double room;            /* across: for both sides together */
    double depth_price;     /* of a point across */
    double stem;            /* across: from the axis' edge to the first row */
    double row_gap;         /* across: between rows */
    double ending;      /* across: before each row, where no leader bends any more */
    double drop;        /* across: the second label of a row of a list stands lower */
    double text_gap;    /* FLAG, along: from a leader to its text */
    double list_gap;    /* FLAG, along: the same on a list, past the bead; END: between
                           labels of a list */
    double label_gap;   /* along: between labels */
    int most_rows;      /* of a side; at most DL_MOST_ROWS */
    guint most_stacked; /* END: marks of a list at the axis; of a longer one: beads */
    bool turns;         /* END: leaders may turn where none has room to go aslant */
    bool keeps_sides;   /* slots stay on the sides that they would rather have */
    bool hurries;       /* where room is not found soon, it is given up */
} DlSlotRules;

typedef struct {
    DlSlotRules rules;
    GArray *slots;    /* of DlSlot, by `along`, labels and walls */
    GArray *groups;   /* of DlSlotGroup, in the same order; every label is in one */
    GArray *seatings; /* of DlSeating (layout/seats.h), one a group */
    struct DlSheet *sheets[DL_N_SIDES]; /* where the sides are placed, owned */
    DlRow rows[DL_N_SIDES][DL_MOST_ROWS];
    int n_rows[DL_N_SIDES];    /* up to the farthest that is used */
    double fans[DL_N_SIDES];   /* across: from the axis' edge to where leaders that run
                                  aslant out of their marks are upright */
    double depths[DL_N_SIDES]; /* across: from the axis' edge to the farthest label's
                                  end */
    double lacking; /* by how much labels lack room along the axis; 0: none overlaps */
    double cost;
} DlSlots;

/* Takes both arrays. */
DlSlots *dl_slots_new(DlSlotRules rules, GArray *slots, GArray *groups);
void dl_slots_free(DlSlots *slots);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlSlots, dl_slots_free)

/* Before the search, across: what the label takes that is the widest where it is the
 * narrowest, with its leader; 0: there is none. */
double dl_slots_least_depth(const DlSlots *slots);

/* Chooses for all, and places them; fills what is marked as found above. Deterministic.
 * A moment of more flags than the sides have rows lacks all room and is not tried. */
void dl_slots_search(DlSlots *slots);

/* Places all labels again as they are chosen: after a change of the rules' lengths. */
void dl_slots_place(DlSlots *slots);

#endif
