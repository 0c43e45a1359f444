#include "base/geometry.h"

#include <math.h>

const DlBox dl_box_empty = {0, 0, -1, -1};

bool dl_box_is_empty(DlBox box) {
    return box.width < 0 || box.height < 0;
}

DlBox dl_box_union(DlBox a, DlBox b) {
    if (dl_box_is_empty(a))
        return b;
    if (dl_box_is_empty(b))
        return a;
    const double left = MIN(a.x, b.x), top = MIN(a.y, b.y);
    const double right = MAX(a.x + a.width, b.x + b.width);
    const double bottom = MAX(a.y + a.height, b.y + b.height);
    return (DlBox){left, top, right - left, bottom - top};
}

void dl_line_add(GArray *line, DlPoint point) {
    static const double ONE_PLACE = 0.01;
    if (line->len > 0) {
        const DlPoint last = g_array_index(line, DlPoint, line->len - 1);
        if (fabs(last.x - point.x) < ONE_PLACE && fabs(last.y - point.y) < ONE_PLACE)
            return;
    }
    g_array_append_val(line, point);
}

DlBox dl_box_grow(DlBox box, double by) {
    if (dl_box_is_empty(box))
        return box;
    return (DlBox){box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by};
}

static double shared(double a, double a_length, double b, double b_length) {
    return MIN(a + a_length, b + b_length) - MAX(a, b);
}

bool dl_box_meet(DlBox a, DlBox b, double slack) {
    if (dl_box_is_empty(a) || dl_box_is_empty(b))
        return false;
    return shared(a.x, a.width, b.x, b.width) > slack &&
           shared(a.y, a.height, b.y, b.height) > slack;
}
