#include "layout/tie_lines.h"

#include <math.h>

static const double FOOT = 4; /* across: from the axis' edge to where a list is met */
static const double ROW_FOOT[] = {[false] = 1.5, [true] = 2.5}; /* behind a line */

DlPoint dl_tie_turn(const DlTieLines *lines, DlPoint point) {
    return dl_frame_point((DlFrame){{0, 0}, lines->axis->vertical}, point.x, point.y);
}

DlBox dl_tie_turn_box(const DlTieLines *lines, DlBox box) {
    return dl_frame_box((DlFrame){{0, 0}, lines->axis->vertical}, box.x,
                        box.x + box.width, box.y, box.y + box.height);
}

double dl_tie_row_line(const DlTieLines *lines, guint row) {
    return lines->tops[row + 1] - ROW_FOOT[lines->axis->vertical];
}

static double sign_of(const DlTieEnd *end) {
    return end->below ? -1 : 1;
}

/* The edge of the axis on the side of the rows, or the far one. */
static double band_edge(const DlTieLines *lines, const DlTieEnd *end, bool far) {
    const DlBox band =
        dl_tie_turn_box(lines, g_array_index(end->panel->bands, DlBox, 0));
    return end->below == far ? band.y + band.height : band.y;
}

/* A bar is met at its edge, or at its start or end where the line runs beside it. */
static DlPoint touch_bar(DlBox bar, double along, double sign) {
    double middle = bar.y + bar.height / 2;
    if (along < bar.x)
        return (DlPoint){bar.x - 1, middle};
    if (along > bar.x + bar.width)
        return (DlPoint){bar.x + bar.width + 1, middle};
    return (DlPoint){along, middle + sign * bar.height / 2};
}

/* Marks on a list lie on its leader. */
static bool is_on_list(const DlTieEnd *end) {
    return end->placed->shares_leader && !end->placed->mark.vertical;
}

double dl_tie_middle(const DlTieLines *lines, const DlTieEnd *end) {
    const DlPlacedMark *mark = &end->placed->mark;
    DlBox bar = dl_tie_turn_box(lines, mark->range);
    if (is_on_list(end))
        return dl_tie_turn(lines, end->placed->tie).x + dl_tie_aside(mark->radius);
    return mark->is_bar ? bar.x + bar.width / 2 : dl_tie_turn(lines, mark->centre).x;
}

/* Across: where the leader of a list begins, at its lane or at the axis. */
static double list_foot(const DlTieLines *lines, const DlTieEnd *end, bool far) {
    double middle = dl_tie_turn(lines, end->placed->mark.centre).y;
    for (guint i = 0; i < end->panel->lanes->len; i++) {
        const DlBox box = dl_tie_turn_box(
            lines, g_array_index(end->panel->lanes, DlPlacedLane, i).box);
        if (middle >= box.y && middle < box.y + box.height)
            return box.y + 2 * FOOT;
    }
    return band_edge(lines, end, far) + (far ? -1 : 1) * sign_of(end) * FOOT;
}

/* On a list at the foot of its leader. */
static DlPoint touch_point(const DlTieLines *lines, const DlTieEnd *end, double along,
                           bool far) {
    const DlPlacedMark *mark = &end->placed->mark;
    DlPoint centre = {dl_tie_middle(lines, end), dl_tie_turn(lines, mark->centre).y};
    double aside = mark->radius + 1;
    if (is_on_list(end)) {
        centre.y = list_foot(lines, end, far);
        aside = 1;
    }
    return (DlPoint){along < centre.x ? centre.x - aside : centre.x + aside, centre.y};
}

/* Where a line touches its mark, and the corner from which it runs straight. */
static void leave_mark(const DlTieLines *lines, const DlTieEnd *end, double along,
                       DlPoint *touch, DlPoint *corner) {
    const DlPlacedMark *mark = &end->placed->mark;
    double sign = sign_of(end), edge = band_edge(lines, end, true);
    bool far = sign * (dl_tie_turn(lines, mark->centre).y - edge) < 0;
    *touch = mark->is_bar ? touch_bar(dl_tie_turn_box(lines, mark->range), along, sign)
                          : touch_point(lines, end, along, far);
    *corner = (DlPoint){along, touch->y};
    if (touch->x != along)
        return;
    corner->y += sign * FOOT;
    if (far && sign * (corner->y - edge) > 0)
        corner->y = edge;
}

static GArray *add_part(DlPlacedRelation *placed) {
    GArray *part = g_array_new(false, false, sizeof(DlPoint));
    g_ptr_array_add(placed->lines, part);
    return part;
}

static void add_point(const DlTieLines *lines, GArray *part, double along,
                      double across) {
    DlPoint point = dl_tie_turn(lines, (DlPoint){along, across});
    if (part->len > 0) {
        DlPoint last = g_array_index(part, DlPoint, part->len - 1);
        if (fabs(last.x - point.x) < 0.01 && fabs(last.y - point.y) < 0.01)
            return;
    }
    g_array_append_val(part, point);
}

/* From the row to the mark, onto `part`, and behind the band a part of its own; returns
 * that which meets the mark. */
static GArray *add_drop(const DlTieLines *lines, guint line, int end, GArray *part,
                        DlPlacedRelation *placed) {
    const DlTieEnd *mark = &g_array_index(lines->ends, DlTieEnd, 2 * line + (guint)end);
    double along = g_array_index(lines->spans, DlTieSpan, line).at[end];
    double sign = sign_of(mark), far = band_edge(lines, mark, true);
    DlPoint touch, corner;
    leave_mark(lines, mark, along, &touch, &corner);
    if (!dl_ties_lie_before(lines->job) && sign * (corner.y - far) <= 0) {
        add_point(lines, part, along, band_edge(lines, mark, false));
        part = add_part(placed);
        add_point(lines, part, along, far);
    }
    add_point(lines, part, corner.x, corner.y);
    add_point(lines, part, touch.x, touch.y);
    return part;
}

static void reverse(GArray *points) {
    for (guint i = 0; i < points->len / 2; i++) {
        DlPoint *first = &g_array_index(points, DlPoint, i);
        DlPoint *last = &g_array_index(points, DlPoint, points->len - 1 - i);
        DlPoint kept = *first;
        *first = *last;
        *last = kept;
    }
}

DlPlacedRelation *dl_tie_line_place(const DlTieLines *lines, guint line) {
    DlPlacedRelation *placed = dl_placed_relation_new(g_ptr_array_index(
        lines->ties->drawn, g_array_index(lines->numbers, guint, line)));
    const DlTieSpan *span = &g_array_index(lines->spans, DlTieSpan, line);
    double row = dl_tie_row_line(lines, lines->rows[line]);
    GArray *along = add_part(placed);
    add_point(lines, along, span->at[0], row);
    add_drop(lines, line, 0, along, placed);
    reverse(along);
    add_point(lines, along, span->at[1], row);
    const GArray *last = add_drop(lines, line, 1, along, placed);
    placed->head = g_array_index(last, DlPoint, last->len - 1);
    placed->head_from = g_array_index(last, DlPoint, last->len - 2);
    return placed;
}
