/* What the main axis shows of the events that its insets name: their marks, merged into
 * counts where several fall on one spot, and the stretch of time of each inset, whose
 * ends are walls beside which labels leave room for the guides to its panel. */
#ifndef DL_LAYOUT_INSET_MARKS_H
#define DL_LAYOUT_INSET_MARKS_H

#include "layout/items.h"

/* Along the axis, points. */
typedef struct {
    double from, to;
} DlAlong;

/* One for each inset of the job; `items` are placed. The caller owns the array of
 * DlAlong. */
GArray *dl_inset_stretches(const GPtrArray *items, const DlAxis *axis,
                           const DlLayoutJob *job);
/* Into the panel, of whose axis this is the frame, and half of what it is across. */
void dl_inset_stretches_place(const GArray *stretches, DlFrame frame, double half,
                              DlPanel *panel);

/* Marks of one inset that would hide one another become one with their number. */
void dl_inset_marks_merge(GPtrArray *items, const DlLayoutJob *job);
/* Adds a wall at both ends of each stretch. */
void dl_inset_walls_add(GPtrArray *items, const GArray *stretches,
                        const DlLayoutJob *job);

/* Along the axis, half of what a count takes. */
double dl_inset_count_half(const DlItem *item);
/* The mark of a count around its centre; the caller owns it. */
DlPlacedCount *dl_inset_count_place(const DlItem *item, const DlLayoutJob *job,
                                    DlPoint centre);
/* Where the axis shows an inset as one count, that stands behind the heading of the
 * inset's panel, too, so that each explains the other; but for lines of relations. */
void dl_inset_count_repeat(const DlPanel *axis, guint inset, const DlLayoutJob *job,
                           DlPanel *panel);

#endif
