/* The letters of an axis. */
#ifndef DL_LAYOUT_AXIS_TEXT_H
#define DL_LAYOUT_AXIS_TEXT_H

#include "layout/places.h"
#include "scale/ticks.h"

DlTextStyle dl_axis_style(const DlLayoutJob *job);
/* How ticks are worded and measured. Widths are kept in the job, since every attempt at
 * a layout asks for the same ones. */
DlTickText dl_axis_tick_text(const DlLayoutJob *job);
/* The same with what the words take along the axis, whichever way it runs. */
DlTickText dl_axis_along_text(const DlLayoutJob *job);

#endif
