/* From along and across an axis to the page; right to left is a mirror at the end
 * (dl_page_mirror). */
#ifndef DL_LAYOUT_FRAME_H
#define DL_LAYOUT_FRAME_H

#include "base/geometry.h"

typedef struct {
    DlPoint origin; /* where the axis begins */
    bool vertical;  /* the axis runs down */
} DlFrame;

DlPoint dl_frame_point(DlFrame frame, double along, double across);
/* The box between two corners. */
DlBox dl_frame_box(DlFrame frame, double along_from, double along_to,
                   double across_from, double across_to);

#endif
