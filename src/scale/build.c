#include "scale/build.h"

#include "scale/ladder.h"

DlStretch dl_stretch_pad(DlStretch window, DlMoment by, bool keep_from, bool keep_to) {
    DlStep step = dl_step_at_most(by);
    DlStretch padded = window;
    if (!keep_from)
        padded.from = dl_step_floor(step, window.from - by / 2);
    if (!keep_to)
        padded.to = dl_step_ceiling(step, window.to + by / 2);
    return padded;
}

DlStretch dl_request_window(const DlScaleRequest *request) {
    DlMoment by = (request->window.to - request->window.from) / 30;
    return dl_stretch_pad(request->window, by, request->fixed_from, request->fixed_to);
}
