/* One axis: its scale, and the band along it that holds the rows of its ticks. */
#ifndef DL_LAYOUT_AXIS_H
#define DL_LAYOUT_AXIS_H

#include "layout/frame.h"
#include "layout/places.h"
#include "scale/ticks.h"

/* The coarse row of ticks, the fine one, the clocks of other zones. */
typedef struct {
    char *name;       /* of its zone, owned; NULL: it needs none */
    GPtrArray *ticks; /* of DlTick, owned */
    double from, to;  /* across, from the middle of the band: what it takes of it */
} DlAxisRow;

typedef struct {
    DlScale *scale;
    GPtrArray *rows; /* of DlAxisRow, owned, from top to bottom or left to right */
    double half;     /* of the band across, points */
} DlAxis;

/* The axis of the job's view over `length` points; `items` (of DlItem) are its events.
 * The caller owns it. */
DlAxis *dl_axis_new(const DlLayoutJob *job, const GPtrArray *items, double length);
void dl_axis_free(DlAxis *axis);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlAxis, dl_axis_free)

/* Along: what the names of rows need before the axis, of what they may not hang into
 * the margin. */
double dl_axis_lead(const DlAxis *axis, const DlLayoutJob *job);

/* The scale that the view asks for, over `length` points; the caller owns it. */
DlScale *dl_axis_scale(const DlLayoutJob *job, const GPtrArray *items, double length);
/* Whether the scale leaves anything out, on an axis that is as long as can be. */
bool dl_axis_breaks(const DlLayoutJob *job);

/* Bands, ticks and breaks, into the panel. */
void dl_axis_place(const DlAxis *axis, const DlLayoutJob *job, DlFrame frame,
                   DlPanel *panel);

#endif
