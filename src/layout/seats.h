/* Where the moments are put: which part of each lies on which side, in which rows.
 *
 * A leader is what one moment has on one side, with the seat of its labels, or a wall.
 * It rises through the rows from 0 to its `reach`, and takes one item of each of them:
 * the box of the labels that it has there, or a line that the labels of others keep
 * clear of. */
#ifndef DL_LAYOUT_SEATS_H
#define DL_LAYOUT_SEATS_H

#include <math.h>

#include "layout/slots.h"

/* How near a leader lets a label or another leader come, points: twice this is between
 * two leaders that rise side by side. */
#define DL_LEADER_AIR 2.5

/* The flags of a moment that one side can take. */
enum { DL_LONGEST_LIST = DL_MOST_ROWS - 1 };

/* How flags hang. A list has a column of labels on its leader; or one on each side of
 * it, in turn; or several side by side, of which all but one hang on branches that
 * leave the leader before the list's first row. Columns are read one after the other.
 */
typedef enum {
    DL_HANG_FORWARD,
    DL_HANG_BACK,
    DL_HANG_BOTH,
    DL_HANG_FORWARD_2,
    DL_HANG_BACK_2,
    DL_HANG_FORWARD_3,
    DL_HANG_BACK_3,
    DL_HANG_FORWARD_4,
    DL_HANG_BACK_4,
    DL_HANG_FORWARD_5,
    DL_HANG_BACK_5,
    DL_HANG_FORWARD_6,
    DL_HANG_BACK_6
} DlHang;

enum { DL_N_HANGS = DL_HANG_BACK_6 + 1 };

enum { DL_MOST_COLUMNS = 6 };

typedef struct {
    bool leans_back; /* labels lie before what they hang on */
    bool alternates; /* … the first of a row, and the second behind it */
    guint columns;
} DlHanging;

extern const DlHanging dl_hangings[DL_N_HANGS];

/* FLAG: the rows of a list go on outwards from its base. END: a list lies in the base
 * row, and nothing hangs. */
typedef struct {
    int base;
    int width; /* the candidate, or the label's last if it has fewer */
    DlHang hang;
} DlSeat;

/* The first `split` of a moment lie before the axis (above it), the others after it, so
 * that the moment reads from top to bottom. A side counts once it is seated. */
typedef struct {
    guint split;
    bool is_seated[DL_N_SIDES];
    DlSeat seats[DL_N_SIDES];
} DlSeating;

typedef struct {
    DlSlot *slots; /* borrowed: its part of the moment, or the wall */
    guint n;       /* of them; 0 for a wall */
    bool is_part;  /* the rest of the moment is on the other side */
    DlSeat seat;
    int n_rows;                      /* in which it has labels */
    double columns[DL_MOST_COLUMNS]; /* along, from where it rises: what they hang on */
    double extent;                   /* FLAG, along: from there to the farthest end */
    int reach;                       /* the farthest row that it rises through */
    bool is_fixed;                   /* it rises at `along`: a wall */
    bool is_straight;                /* its labels are where it rises */
    double along;
    double riser;     /* where it rises */
    double fan_start; /* across, from where marks end: where it begins to go there */
} DlLeader;

/* Labels of one leader in one row. */
typedef struct {
    double riser;
    double before,
        after; /* along: how far their box reaches from where it is entered */
    double
        slack; /* along: a straight leader may arrive so far off there, either way … */
    double reach;   /* … and END's list where it bends */
    double height;  /* across */
    double weight;  /* of all of them */
    double aside;   /* along: how far they hang off their leader, together */
    int n_branches; /* that begin before the row */
    int n_hidden;   /* marks on branches that a line should meet */
    int n_back;     /* flags that hang back or stand lower */
    bool is_unusual; /* it hangs otherwise than usual */
    bool is_fixed;
} DlRowItem;

/* The `i`th slot of a moment; borrowed. */
DlSlot *dl_slots_slot(const DlSlots *slots, const DlSlotGroup *group, guint i);

/* How many of the moment lie on a side. */
guint dl_seats_count(const DlSlotGroup *group, DlSide side, guint split);

/* Whether `n` labels can hang so. */
bool dl_can_hang(DlAttach attach, guint n, DlHang hang);
/* How many rows the labels of `n` slots take in a seat. */
int dl_seat_rows(DlAttach attach, guint n, DlSeat seat);

/* What the moment has on a side, in the seat; there must be something. Its riser is
 * where its mark is. */
DlLeader dl_leader_new(const DlSlots *slots, const DlSlotGroup *group, DlSide side,
                       guint split, DlSeat seat);
/* A line through all rows, without labels. */
DlLeader dl_leader_new_wall(DlSlot *wall);
/* Gives it another seat. */
void dl_leader_sit(DlLeader *leader, const DlSlotRules *rules, DlSide side,
                   DlSeat seat);

static inline bool dl_leader_has_labels(const DlLeader *leader, int row) {
    return row >= leader->seat.base && row < leader->seat.base + leader->n_rows;
}

/* The slots that have their labels in a row, in their order: every `step`th from the
 * first; none where it is a line there. */
typedef struct {
    DlSlot *first;
    guint n, step;
    guint column; /* of the first of them */
} DlRowSlots;

DlRowSlots dl_leader_slots(const DlLeader *leader, DlAttach attach, DlSide side,
                           int row);

/* Its labels in a row as a box to place; a row where it has some. */
DlRowItem dl_leader_item(const DlLeader *leader, const DlSlotRules *rules, DlSide side,
                         int row);

/* Fills what the search finds of its slots, but for the port. */
void dl_leader_tell(const DlLeader *leader, const DlSlotRules *rules, DlSide side);

/* Where a leader arrives at a box that is placed `at`. */
static inline double dl_row_item_entry(const DlRowItem *item, double at) {
    if (fabs(item->riser - at) <= item->slack)
        return item->riser;
    return CLAMP(item->riser, at - item->reach, at + item->reach);
}

/* Tells the ports of its slots in a row whose box is placed `at`, and its turn. */
void dl_leader_enter(const DlLeader *leader, const DlSlotRules *rules, DlSide side,
                     int row, double at, int turn);

/* Tells slots, before the search, on which side they are and which marks are beads;
 * false where there is a choice of sides, on which that depends. */
bool dl_slots_tell_lists(DlSlots *slots);

#endif
