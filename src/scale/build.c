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
