#include "scale/build.h"

DlScale *dl_scale_new_linear(const DlScaleRequest *request) {
    DlScale *scale = dl_scale_new();
    dl_scale_add_piece(scale, dl_request_window(request), 0, request->length);
    return scale;
}
