#include "layout/tie_course.h"

#include <math.h>

#include "layout/places.h"

static const double STUB = 2; /* is seen on either side of what hides a line … */
static const double MOST_HIDDEN = 72; /* … if that is no longer */
static const double LEAST = 1;        /* a shorter part is none */

DlBox dl_tie_piece(const GArray *line, guint i) {
    DlPoint from = g_array_index(line, DlPoint, i - 1);
    DlPoint to = g_array_index(line, DlPoint, i);
    return (DlBox){MIN(from.x, to.x), MIN(from.y, to.y), ABS(from.x - to.x),
                   ABS(from.y - to.y)};
}

static bool meets(DlBox piece, DlBox box) {
    return piece.x < box.x + box.width && box.x < piece.x + piece.width &&
           piece.y < box.y + box.height && box.y < piece.y + piece.height;
}

static bool runs_across(DlBox piece, DlBox box) {
    bool upright = piece.height > piece.width;
    double from = upright ? piece.y : piece.x, near = upright ? box.y : box.x;
    double to = from + (upright ? piece.height : piece.width);
    double hidden = upright ? box.height : box.width;
    return from <= near - STUB && to >= near + hidden + STUB && hidden <= MOST_HIDDEN;
}

DlTieCourse dl_tie_course(const GPtrArray *lines, DlBox box) {
    DlTieCourse course = DL_TIE_BESIDE;
    for (guint i = 0; i < lines->len; i++) {
        const GArray *line = g_ptr_array_index(lines, i);
        for (guint j = 1; j < line->len; j++) {
            DlBox piece = dl_tie_piece(line, j);
            if (!meets(piece, box))
                continue;
            if (!runs_across(piece, box))
                return DL_TIE_INTO;
            course = DL_TIE_ACROSS;
        }
    }
    return course;
}

bool dl_tie_comes_to(const DlPlacedRelation *placed, DlBox box) {
    return dl_tie_course(placed->lines, box) != DL_TIE_BESIDE ||
           (placed->label.block != NULL &&
            dl_box_meet(dl_placed_text_box(&placed->label), box, 0));
}

/* ---- Cuts ---- */

/* The stretch of a piece that lies in a box: from one share of it to another; false:
 * none of it does. */
static bool find_inside(DlPoint from, DlPoint to, DlBox box, double *enters,
                        double *leaves) {
    bool upright = from.x == to.x;
    double place = upright ? from.x - box.x : from.y - box.y;
    double start = upright ? from.y : from.x, length = (upright ? to.y : to.x) - start;
    double near = upright ? box.y : box.x;
    double far = near + (upright ? box.height : box.width);
    if (place <= 0 || place >= (upright ? box.width : box.height) || length == 0)
        return false;
    *enters = fmin((near - start) / length, (far - start) / length);
    *leaves = fmax((near - start) / length, (far - start) / length);
    return *enters < 1 && *leaves > 0;
}

static DlPoint between(DlPoint from, DlPoint to, double share) {
    share = fmax(0, fmin(1, share));
    return (DlPoint){from.x + share * (to.x - from.x),
                     from.y + share * (to.y - from.y)};
}

static void end_part(GArray *part, GPtrArray *left) {
    const DlBox first = part->len > 1 ? dl_tie_piece(part, 1) : dl_box_empty;
    if (part->len > 2 || (part->len == 2 && first.width + first.height >= LEAST))
        g_ptr_array_add(left, part);
    else
        g_array_unref(part);
}

static void cut_line(const GArray *line, DlBox box, GPtrArray *left) {
    GArray *part = g_array_new(false, false, sizeof(DlPoint));
    for (guint i = 1; i < line->len; i++) {
        DlPoint from = g_array_index(line, DlPoint, i - 1);
        DlPoint to = g_array_index(line, DlPoint, i);
        double enters, leaves;
        dl_line_add(part, from);
        if (!find_inside(from, to, box, &enters, &leaves))
            continue;
        dl_line_add(part, between(from, to, enters));
        end_part(part, left);
        part = g_array_new(false, false, sizeof(DlPoint));
        dl_line_add(part, between(from, to, leaves));
    }
    dl_line_add(part, g_array_index(line, DlPoint, line->len - 1));
    end_part(part, left);
}

GPtrArray *dl_tie_without(const GPtrArray *lines, DlBox box) {
    GPtrArray *left = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    for (guint i = 0; i < lines->len; i++)
        cut_line(g_ptr_array_index(lines, i), box, left);
    return left;
}
