#include <math.h>

#include "scale/build.h"
#include "scale/tick_makers.h"

double dl_scale_step(const DlScale *scale, guint step) {
    return dl_scale_length(scale) * (step + 0.5) / scale->steps->len;
}

static DlMoment step_moment(const DlScale *scale, guint step) {
    return g_array_index(scale->steps, DlStretch, step).from;
}

/* Between the middles of the steps before and after it, by time. */
static double place_among_steps(const DlScale *scale, DlMoment moment) {
    guint n = scale->steps->len, after = 0;
    while (after < n && step_moment(scale, after) <= moment)
        after++;
    if (after == 0 || after == n)
        return dl_scale_step(scale, after == 0 ? 0 : n - 1);
    DlMoment from = step_moment(scale, after - 1), to = step_moment(scale, after);
    double share = (double)(moment - from) / (double)(to - from);
    double start = dl_scale_step(scale, after - 1);
    return start + share * (dl_scale_step(scale, after) - start);
}

DlScale *dl_scale_new_sequence(const DlScaleRequest *request) {
    DlScale *scale = dl_scale_new();
    scale->steps = g_array_copy((GArray *)request->steps);
    scale->place = place_among_steps;
    scale->mark = dl_ticks_of_steps;
    dl_scale_add_piece(scale, request->window, 0, request->length);
    return scale;
}

DlScale *dl_scale_new_interim(const DlScaleRequest *request) {
    DlScale *scale = dl_scale_new_sequence(request);
    scale->mark = dl_ticks_of_interims;
    return scale;
}
