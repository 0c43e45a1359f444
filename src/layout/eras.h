/* The eras behind an axis: bands from end to end, with their names in rows of a strip
 * at the outer edge of the plot, so that no name meets another or a label. Rows are
 * interval partitioning (layout/levels.h); an era that holds others lies above them. */
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
    bool fits;              /* there are not too many on one another */
} DlEras;

/* The eras of the timeline that the axis shows, where the chart shows any; names may
 * reach as far along as `length`. The caller owns them. */
DlEras *dl_eras_new(const DlLayoutJob *job, const DlScale *scale, double length);
void dl_eras_free(DlEras *eras);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlEras, dl_eras_free)

/* Into the panel: from the frame's origin across to `depth`, the end of the plot. */
void dl_eras_place(const DlEras *eras, DlFrame frame, double depth, DlPanel *panel);

#endif
