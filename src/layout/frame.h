/* From along and across an axis to the page. */
#ifndef DL_LAYOUT_FRAME_H
#define DL_LAYOUT_FRAME_H

#include "base/geometry.h"

typedef struct {
    DlPoint origin; /* where the axis begins */
    double length;  /* of the axis */
    bool vertical;  /* the axis runs down */
    bool reversed;  /* and from its far end to its near one: right to left */
} DlFrame;

DlPoint dl_frame_point(DlFrame frame, double along, double across);
/* The box between two corners. */
DlBox dl_frame_box(DlFrame frame, double along_from, double along_to,
                   double across_from, double across_to);

#endif
