/* Which side, row and width each label gets: the search over placements.
 *
 * Labels hang like flags on vertical leaders. A leader rises from its mark through the
 * rows that lie nearer to the axis; there it is a wall that the labels of those rows
 * keep clear of. Since walls and labels of a row keep the order of time, no leader can
 * cross a leader or a label, whatever is chosen: choosing is only a matter of cost.
 * Labels of one moment form a list on one shared leader, with their marks on it like
 * beads, and read from top to bottom in their order; a long list alternates between the
 * leader's sides. For given rows the positions are exact (layout/chain.h). Rows, sides,
 * leans and widths are found by local search from a greedy start: every moment in turn
 * moves to where the stated cost is least, until nothing improves. Deterministic. */
#ifndef DL_LAYOUT_SLOTS_H
#define DL_LAYOUT_SLOTS_H

#include <glib.h>
#include <stdbool.h>

#include "layout/label_cache.h"

typedef enum {
    DL_SIDE_BEFORE,
    DL_SIDE_AFTER
} DlSide; /* above and below, or left, right */

enum { DL_N_SIDES = 2, DL_MOST_ROWS = 32 };

/* What a label needs, and (after the search) where it is. Lengths in points. */
typedef struct {
    double along;                /* of its mark */
    int n_widths;                /* candidates */
    double widths[DL_N_WIDTHS];  /* how long it is along the axis … */
    double heights[DL_N_WIDTHS]; /* … and across */
    double mark_from, mark_to;   /* along: what its mark takes of the axis */
    double weight;               /* how much it wants to be near, > 0 */
    DlSide side;
    int row;         /* from the axis, 0 nearest */
    int width;       /* index of the candidate */
    bool leans_back; /* its text lies before its leader, not after */
    bool on_list;    /* shares its leader with others of its moment */
    double drop;     /* across: how much lower than its row's top it stands */
    double riser;    /* where its leader rises */
    double port;     /* where its leader meets it: equal to `riser` if it is straight */
    double entry;    /* of the first of a list at its leader's end: where that ends */
} DlSlot;

/* Slots of one moment: `n` from `first` on, in their order. */
typedef struct {
    guint first, n;
} DlSlotGroup;

typedef struct {
    double offset; /* from the axis' edge to its near edge */
    double bend;   /* room for bends below it, part of the offset */
    double height; /* 0: nothing is in it */
} DlRow;

typedef struct {
    double from, to;  /* along: where labels may be */
    double room;      /* across: for both sides together */
    double stem;      /* across: from the axis' edge to the first row */
    double row_gap;   /* across: between rows */
    double drop;      /* across: the second label of a row of a list stands lower */
    double text_gap;  /* along: from a leader to its text */
    double list_gap;  /* along: the same on a list, past the bead */
    double label_gap; /* along: between labels */
} DlSlotRules;

typedef struct {
    DlSlotRules rules;
    GArray *slots;             /* of DlSlot, by `along` */
    GArray *groups;            /* of DlSlotGroup, in the same order */
    struct DlChainItem *items; /* room for one row while it is placed, owned … */
    DlSlot **owners;           /* … the slot of each … */
    DlSlot **here;             /* … and those of the side that is placed */
    DlRow rows[DL_N_SIDES][DL_MOST_ROWS];
    int n_rows[DL_N_SIDES];    /* up to the farthest that is used */
    double depths[DL_N_SIDES]; /* across: from the axis' edge to the farthest label's
                                  end */
    double lacking; /* by how much labels lack room along the axis; 0: none overlaps */
    double cost;
} DlSlots;

/* Takes both arrays. */
DlSlots *dl_slots_new(DlSlotRules rules, GArray *slots, GArray *groups);
void dl_slots_free(DlSlots *slots);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlSlots, dl_slots_free)

/* Chooses for all; fills what is marked as found above. O(n^2) in the labels of one
 * side for each pass, at most eight passes; callers bound n by what a page can hold. A
 * moment of more labels than both sides have rows lacks all room and is not tried. */
void dl_slots_search(DlSlots *slots);

/* Places the labels of one side as they are chosen, and returns its cost; INFINITY,
 * with the side half placed, once the cost is known to be above `limit`. */
double dl_slots_place_side(DlSlots *slots, DlSide side, double limit);

#endif
