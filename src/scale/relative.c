#include "scale/build.h"
#include "scale/tick_makers.h"

DlScale *dl_scale_new_relative(const DlScaleRequest *request) {
    DlScale *scale = dl_scale_new_linear(request);
    scale->origin = request->origin;
    scale->mark = dl_ticks_of_elapsed;
    return scale;
}
