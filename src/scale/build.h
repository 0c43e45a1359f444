/* What the scales share when they are built; private to this folder. */
#ifndef DL_SCALE_BUILD_H
#define DL_SCALE_BUILD_H

#include "scale/scale.h"

/* A scale without pieces, affine in each and marked by the calendar. */
DlScale *dl_scale_new(void);
void dl_scale_add_piece(DlScale *scale, DlStretch time, double from, double to);
/* The window of a request, padded by a thirtieth where the user did not fix it. */
DlStretch dl_request_window(const DlScaleRequest *request);

/* The window grown to whole units of the calendar about a fortieth of it long, but for
 * the ends that the user fixed. */
DlStretch dl_stretch_pad(DlStretch window, DlMoment by, bool keep_from, bool keep_to);

#endif
