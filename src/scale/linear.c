#include "scale/build.h"

DlScale *dl_scale_new_linear(const DlScaleRequest *request) {
    DlScale *scale = dl_scale_new();
    DlMoment by = (request->window.to - request->window.from) / 30;
    DlScalePiece piece = {
        .time =
            dl_stretch_pad(request->window, by, request->fixed_from, request->fixed_to),
        .from = 0,
        .to = request->length,
    };
    g_array_append_val(scale->pieces, piece);
    return scale;
}
