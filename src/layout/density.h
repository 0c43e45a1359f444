/* Marks without labels that would pile up too high, merged into a strip of columns: how
 * many events each stretch of the axis has. */
#ifndef DL_LAYOUT_DENSITY_H
#define DL_LAYOUT_DENSITY_H

#include "layout/items.h"

/* Columns along an axis, points. */
typedef struct {
    double start, width; /* of the first one, which may begin before the axis */
    guint n;
    DlDuration time; /* what each stands for; its unit 0: they differ */
} DlBins;

typedef struct {
    DlBins bins;
    double length; /* of the axis, points */
    GArray
        *counts; /* of guint: the events of each bin; a span counts in all it touches */
    guint step;  /* a round number: from one level to the next … */
    guint top;   /* … the highest, which no count exceeds */
    double depth; /* of the strip across, points */
} DlDensity;

/* Merges the dropped items (of DlItem; they are removed from the array) along an axis
 * with that scale if on `n_sides` of it their marks would pile up higher than a few;
 * the counts are of all items. Where the axis has one scale, columns are of a round
 * length of time, and begin with the calendar. NULL where they need not. O(n). The
 * caller owns it. */
DlDensity *dl_density_new(GPtrArray *items, const DlLayoutJob *job,
                          const DlScale *scale, int n_sides);
void dl_density_free(DlDensity *density);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlDensity, dl_density_free)

/* The strip, from `base` across the frame on, into the panel. */
void dl_density_place(const DlDensity *density, const DlLayoutJob *job, DlFrame frame,
                      double base, DlPanel *panel);

#endif
