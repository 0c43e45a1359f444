#include "layout/frame.h"

#include <math.h>

DlPoint dl_frame_point(DlFrame frame, double along, double across) {
    if (frame.vertical)
        return (DlPoint){frame.origin.x + across, frame.origin.y + along};
    return (DlPoint){frame.origin.x + along, frame.origin.y + across};
}

DlBox dl_frame_box(DlFrame frame, double along_from, double along_to,
                   double across_from, double across_to) {
    DlPoint a = dl_frame_point(frame, along_from, across_from);
    DlPoint b = dl_frame_point(frame, along_to, across_to);
    return (DlBox){fmin(a.x, b.x), fmin(a.y, b.y), fabs(a.x - b.x), fabs(a.y - b.y)};
}
