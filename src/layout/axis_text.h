/* The letters of an axis. */
#ifndef DL_LAYOUT_AXIS_TEXT_H
#define DL_LAYOUT_AXIS_TEXT_H

#include "layout/axis.h"

/* Along: from the name of a row to the axis, points. */
#define DL_AXIS_NAME_GAP 5.0

/* The name of a row; the caller owns it. */
DlTextBlock *dl_axis_shape_name(const DlLayoutJob *job, const char *name);
/* Along: what a break takes, so that no word for it is broken. */
double dl_axis_break_length(const DlLayoutJob *job);
/* Across: what the words of breaks need, on an axis that runs down of those that spans
 * pass; `items` as for the axis. */
double dl_axis_breaks_depth(const DlLayoutJob *job, const DlScale *scale,
                            const GPtrArray *items);
/* The breaks with their words, into the panel. */
void dl_axis_place_breaks(const DlAxis *axis, const DlLayoutJob *job, DlFrame frame,
                          DlPanel *panel);
/* How ticks are worded and measured. Widths are kept in the job, since every attempt at
 * a layout asks for the same ones. */
DlTickText dl_axis_tick_text(const DlLayoutJob *job);

/* Words along an axis: `apart` times as far from one another as they must be where it
 * runs down, so that fewer and shorter ones are chosen. */
typedef struct {
    const DlLayoutJob *job; /* borrowed */
    double apart;
} DlAlongText;

/* The same with what the words take along the axis, whichever way it runs; borrows the
 * argument. */
DlTickText dl_axis_along_text(const DlAlongText *along);

#endif
