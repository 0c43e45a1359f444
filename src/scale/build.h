/* What the scales share when they are built; private to this folder. */
#ifndef DL_SCALE_BUILD_H
#define DL_SCALE_BUILD_H

#include "scale/scale.h"

/* A scale without pieces. */
DlScale *dl_scale_new(void);

/* The window grown to whole units of the calendar about a fortieth of it long, but for
 * the ends that the user fixed. */
DlStretch dl_stretch_pad(DlStretch window, DlMoment by, bool keep_from, bool keep_to);

#endif
