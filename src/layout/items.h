/* The dated events of a chart on their axis: what is common to the shapes with an axis.
 */
#ifndef DL_LAYOUT_ITEMS_H
#define DL_LAYOUT_ITEMS_H

#include "layout/axis.h"
#include "layout/extent.h"
#include "layout/frame.h"
#include "layout/places.h"
#include "layout/slots.h"

typedef enum {
    DL_ITEM_LABELLED,
    DL_ITEM_MARK,  /* a mark without a label */
    DL_ITEM_NAMED, /* a bar with its words on a line in or beside it */
    DL_ITEM_COUNT, /* one mark for several events that an inset shows */
    DL_ITEM_WALL,  /* no mark: a connector between other lanes passes, or a guide */
} DlItemRole;

typedef struct {
    const DlEvent *event;
    DlItemRole role;
    DlExtent extent;
    double possible_from, possible_to; /* along the axis, points */
    double certain_from, certain_to;
    double along;  /* where its leader begins */
    double moment; /* the same of the first point that the eye cannot tell from it */
    bool starts_before, ends_after; /* the axis shows only a part of it */
    bool is_bar;                    /* long enough to be drawn as one */
    bool shows_range;          /* a point whose possible range is wider than its mark */
    bool repeats;              /* its event is named elsewhere: in another lane */
    bool is_before;            /* of a wall: on the side before the axis */
    bool goes_on;              /* a connector runs on from it to farther lanes */
    bool dropped;              /* there is no room for its label */
    guint inset;               /* the number of the inset that names it; 0: none */
    GPtrArray *counted;        /* of const DlEvent, owned: of a count; else NULL */
    bool continued;            /* it began on an earlier page */
    double number_width;       /* of the number at its mark; 0: none */
    double name_from, name_to; /* along: the words of a named bar … */
    bool name_inside;          /* … in it */
    const DlEvent *previous;   /* above it on the same moment, or on steps the last that
                                  tells its date; NULL: none */
    bool on_step;              /* `previous` is on a step before */
    int level;                 /* of its mark: how far it is stacked across the axis */
} DlItem;

typedef struct {
    const DlAxis *axis; /* borrowed */
    GPtrArray *items;   /* of DlItem, owned, by moment, then by role and rank */
    GArray *moments;    /* of DlSlotGroup: labelled points that the eye cannot tell
                           apart */
} DlItems;

void dl_item_free(void *item);
/* A line through all labels of its side there, which none crosses; the caller owns it.
 */
DlItem *dl_item_new_wall(const DlEvent *event, double along, bool is_before);
/* Of pointers to items: by place along the axis, then by rank. */
int dl_item_compare_places(gconstpointer a, gconstpointer b);

/* The events of the job's view that its axis can show, without places: of DlItem, by
 * rank, owned by the caller. */
GPtrArray *dl_items_collect(const DlLayoutJob *job);
/* Puts them on their axis. */
void dl_items_place(GPtrArray *items, const DlAxis *axis, const DlMarkSizes *marks);
/* On steps the day is told once: those of the day of the step before say only their
 * order or time. */
void dl_items_tell_steps(GPtrArray *items);
/* Takes placed items and brings them in order. */
DlItems *dl_items_new(GPtrArray *placed, const DlAxis *axis);
/* Whether the certain part of a bar is long enough for its number. */
bool dl_item_holds_number(const DlItem *item);
/* What the arrow of a bar takes that goes on, behind its end. */
double dl_item_arrow(const DlItem *item);
void dl_items_free(DlItems *items);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlItems, dl_items_free)

/* The slots that the labels want; takes nothing. One slot an item, in the same order.
 */
DlSlots *dl_items_new_slots(const DlItems *items, const DlLayoutJob *job,
                            DlSlotRules rules);

typedef struct {
    int of[DL_N_SIDES];
    int named[DL_N_SIDES]; /* the nearest: as far as named bars go */
} DlLevelCounts;

/* Stacks the marks of each side of the axis so that none hides another and, where that
 * can be, no leader runs behind another's mark; returns the number of levels. Bars lie
 * nearest to the axis; marks without labels go to the side with more room, into their
 * slots. Along a horizontal axis the marks of a list hang on its leader and take one
 * level. */
DlLevelCounts dl_items_stack_marks(const DlItems *items, const DlSlots *slots,
                                   const DlLayoutJob *job);

/* Where on the axis sources put the event otherwise: of double, owned by the caller. */
GArray *dl_claims_along(const DlItem *item, const DlScale *scale);
/* The dates that sources give otherwise, at `across` from the axis, into the event. */
void dl_claims_place(const DlItem *item, const DlLayoutJob *job, const DlScale *scale,
                     DlFrame frame, double across, DlPlacedEvent *placed);

#endif
