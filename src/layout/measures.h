/* Measures: brackets between two moments of an axis, with the length between them in
 * words. They stand in rows of a strip at the outer edge of the plot, the shortest
 * nearest to it: interval partitioning (layout/levels.h) of each bracket together with
 * its words, which are in it where they fit and beside it where they do not. Those that
 * follow one another meet in one row. */
#ifndef DL_LAYOUT_MEASURES_H
#define DL_LAYOUT_MEASURES_H

#include "layout/axis.h"

typedef struct {
    const DlLayoutJob *job; /* borrowed */
    const DlScale *scale;   /* borrowed */
    GPtrArray *brackets;    /* of DlBracket (layout/bracket.h), owned */
    GArray *middles;        /* of double, across: of each row, from the plot outwards */
    double depth;           /* across, of all of them; 0: there are none */
    bool fits;              /* there are not too many on one another */
} DlMeasures;

/* The measures of the timeline that touch these items (of DlItem), placed on their
 * axis, where the chart shows any; words may reach as far along as `length`. The caller
 * owns them. */
DlMeasures *dl_measures_new(const DlLayoutJob *job, const DlScale *scale,
                            const GPtrArray *items, double length);
void dl_measures_free(DlMeasures *measures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlMeasures, dl_measures_free)

/* Into the panel, whose eras and events are placed: from the frame's origin across, and
 * thin lines from the brackets to the marks, with gaps where words are. */
void dl_measures_place(const DlMeasures *measures, DlFrame frame, DlPanel *panel);

/* The lengths that a chart shows and that have no bracket, since one of their ends has
 * no place on an axis of the chart; NULL: there are none. The caller owns it. */
char *dl_measures_left_out(const DlLayoutJob *job);

#endif
