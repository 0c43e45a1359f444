#include "scale/build.h"
#include "base/sorted.h"
#include "scale/tick_makers.h"

static const double BY_TIME = 1.0 / 3;

/* The middles of what is occupied, inside the window. */
static GArray *find_middles(const GArray *occupied, DlStretch window) {
    GArray *middles = g_array_new(false, false, sizeof(DlMoment));
    for (guint i = 0; i < occupied->len; i++) {
        DlStretch stretch = g_array_index(occupied, DlStretch, i);
        DlMoment middle = dl_stretch_middle(stretch);
        if (middle > window.from && middle < window.to)
            g_array_append_val(middles, middle);
    }
    g_array_sort(middles, dl_compare_int64s);
    return middles;
}

DlScale *dl_scale_new_density(const DlScaleRequest *request) {
    DlScale *scale = dl_scale_new();
    DlStretch window = dl_request_window(request);
    g_autoptr(GArray) middles = find_middles(request->occupied, window);
    double seconds = (double)(window.to - window.from);
    double count = middles->len + 1;
    double at = 0;
    DlMoment reached = window.from;
    for (guint i = 0, passed = 0; i <= middles->len; i++) {
        DlMoment next =
            i < middles->len ? g_array_index(middles, DlMoment, i) : window.to;
        passed++;
        if (next == reached)
            continue;
        double share = BY_TIME * (double)(next - reached) / seconds +
                       (1 - BY_TIME) * passed / count;
        double to = i < middles->len ? at + share * request->length : request->length;
        dl_scale_add_piece(scale, (DlStretch){reached, next}, at, to);
        reached = next;
        at = to;
        passed = 0;
    }
    scale->mark = dl_ticks_of_warped;
    return scale;
}
