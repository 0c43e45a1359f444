/* The eras behind an axis: bands from end to end, with their names in rows of a strip
 * at the outer edge of the plot, so that no name meets another or a label. Rows are
 * interval partitioning (layout/levels.h); an era that holds others lies above them. A
 * name that is too high beside an axis that runs down is wider there; an era that has
 * no room for its name is told at the foot, with its dates. A strip of a folded axis
 * all along which the eras go on that ended the strip before it needs no names. */
#ifndef DL_LAYOUT_ERAS_H
#define DL_LAYOUT_ERAS_H

#include "layout/axis.h"

typedef struct {
    const DlLayoutJob *job; /* borrowed */
    const DlScale *scale;   /* borrowed */
    GPtrArray *bands;       /* of DlEraBand (layout/eras.c), owned, by start */
    GArray *tops;           /* of double, one a row and one more: where it begins */
    double depth;           /* across, of the strip of names; 0: there are none */
    double foot;            /* across: of the bands behind the last label */
    bool fits;              /* all names have room */
    bool goes_on;           /* the strip before it tells the names */
} DlEras;

/* The eras of the timeline that the axis shows, where the chart shows any and the job
 * does not tell them; names may reach as far along as `length`. Those without room, or
 * that take too much of the `room` across, join the job's cramped ones. The caller owns
 * them. */
DlEras *dl_eras_new(const DlLayoutJob *job, const DlScale *scale, double length,
                    double room);
void dl_eras_free(DlEras *eras);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlEras, dl_eras_free)

/* Into the panel: from the frame's origin across to `depth`, the end of the plot. */
void dl_eras_place(const DlEras *eras, DlFrame frame, double depth, DlPanel *panel);

/* The eras that the job tells, in words: “Cold War” (1947–1991); NULL: there are none.
 * The caller owns it. */
char *dl_eras_told(const DlLayoutJob *job);

#endif
