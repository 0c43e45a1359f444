#include <math.h>

#include "scale/build.h"
#include "scale/tick_makers.h"

/* x up to 1, then 1 + ln x: both have the value 1 and the slope 1 where they meet. */
static double bend(double x) {
    double size = fabs(x);
    return copysign(size <= 1 ? size : 1 + log(size), x);
}

static double bent(const DlScale *scale, DlMoment moment) {
    return bend(((double)moment - (double)scale->origin) / (double)scale->unit);
}

static double place_log(const DlScale *scale, DlMoment moment) {
    const DlScalePiece *piece = &g_array_index(scale->pieces, DlScalePiece, 0);
    double from = bent(scale, piece->time.from), to = bent(scale, piece->time.to);
    double share = (bent(scale, moment) - from) / (to - from);
    return piece->from + fmax(0, fmin(1, share)) * (piece->to - piece->from);
}

/* An end that the user did not fix lies a little farther from the origin than the
 * events. */
static DlStretch pad(const DlScaleRequest *request) {
    static const double FARTHER = 0.12;
    DlStretch window = request->window;
    if (!request->fixed_from && window.from < request->origin)
        window.from -= (DlMoment)((double)(request->origin - window.from) * FARTHER);
    if (!request->fixed_to && window.to > request->origin)
        window.to += (DlMoment)((double)(window.to - request->origin) * FARTHER);
    return window;
}

DlScale *dl_scale_new_log(const DlScaleRequest *request) {
    DlScale *scale = dl_scale_new();
    scale->origin = request->origin;
    scale->unit = MAX(1, request->finest);
    scale->from_present = request->from_present;
    scale->place = place_log;
    scale->mark = dl_ticks_of_log;
    dl_scale_add_piece(scale, pad(request), 0, request->length);
    return scale;
}
