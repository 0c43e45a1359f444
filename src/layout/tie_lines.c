#include "layout/tie_lines.h"

#include <math.h>

static const double FOOT = 4; /* across: from a bar's edge to where a line turns */
static const double ROW_FOOT[] = {[false] = 1.5, [true] = 2.5}; /* behind a line */

static DlFrame frame_of(const DlTieLines *lines) {
    return (DlFrame){{0, 0}, lines->axis->vertical};
}

/* Rows lie behind the axis, seen from its marks. */
static double turn_across(const DlTieLines *lines, double across, double depth) {
    return lines->job->ties_lie_ahead ? -across - depth : across;
}

DlPoint dl_tie_turn(const DlTieLines *lines, DlPoint point) {
    DlPoint turned = dl_frame_point(frame_of(lines), point.x, point.y);
    turned.y = turn_across(lines, turned.y, 0);
    return turned;
}

DlPoint dl_tie_page(const DlTieLines *lines, DlPoint point) {
    return dl_frame_point(frame_of(lines), point.x, turn_across(lines, point.y, 0));
}

DlBox dl_tie_turn_box(const DlTieLines *lines, DlBox box) {
    DlBox turned = dl_frame_box(frame_of(lines), box.x, box.x + box.width, box.y,
                                box.y + box.height);
    turned.y = turn_across(lines, turned.y, turned.height);
    return turned;
}

DlBox dl_tie_page_box(const DlTieLines *lines, DlBox box) {
    box.y = turn_across(lines, box.y, box.height);
    return dl_frame_box(frame_of(lines), box.x, box.x + box.width, box.y,
                        box.y + box.height);
}

double dl_tie_row_line(const DlTieLines *lines, guint row) {
    return lines->tops[row + 1] - ROW_FOOT[lines->axis->vertical];
}

static double sign_of(const DlTieEnd *end) {
    return end->below ? -1 : 1;
}

double dl_tie_band_edge(const DlTieLines *lines, const DlTieEnd *end, bool far) {
    const DlBox band =
        dl_tie_turn_box(lines, g_array_index(end->panel->bands, DlBox, 0));
    return end->below == far ? band.y + band.height : band.y;
}

/* A bar is met at its edge, or at its start or end where the line runs beside it. */
static DlPoint touch_bar(DlBox bar, double along, double sign, double port) {
    double half = bar.height / 2, middle = bar.y + half;
    if (along < bar.x)
        return (DlPoint){bar.x - 1, middle + port * half};
    if (along > bar.x + bar.width)
        return (DlPoint){bar.x + bar.width + 1, middle + port * half};
    return (DlPoint){along, middle + sign * half};
}

double dl_tie_middle(const DlTieLines *lines, const DlTieEnd *end) {
    const DlPlacedMark *mark = &end->placed->mark;
    DlBox bar = dl_tie_turn_box(lines, mark->range);
    return mark->is_bar ? bar.x + bar.width / 2 : dl_tie_turn(lines, mark->centre).x;
}

/* Lines that end at one mark have ports across it, the innermost line the one that is
 * nearest to where they come from: as shares of what is half of it. */
static double port_of(const DlTieLines *lines, guint line, int end) {
    static const double OF_TWO = 0.58, OF_THREE = 0.9;
    const DlTieSpan *span = &g_array_index(lines->spans, DlTieSpan, line);
    guint last = span->n_ports[end] - 1;
    if (last == 0)
        return 0;
    double outermost = last == 1 ? OF_TWO : OF_THREE;
    return outermost * (1 - 2.0 * span->port[end] / last);
}

static DlPoint touch_point(DlPoint centre, double radius, double along, double port) {
    double across = port * radius;
    double aside = sqrt(radius * radius - across * across) + 1;
    return (DlPoint){along < centre.x ? centre.x - aside : centre.x + aside,
                     centre.y + across};
}

DlPoint dl_tie_touch(const DlTieLines *lines, guint line, int end, double along) {
    const DlTieEnd *own = &g_array_index(lines->ends, DlTieEnd, 2 * line + (guint)end);
    const DlPlacedMark *mark = &own->placed->mark;
    double sign = sign_of(own), port = sign * port_of(lines, line, end);
    if (mark->is_bar)
        return touch_bar(dl_tie_turn_box(lines, mark->range), along, sign, port);
    return touch_point(dl_tie_turn(lines, mark->centre), mark->radius, along, port);
}

/* From where a line runs straight away from its mark. */
static DlPoint find_corner(const DlTieLines *lines, const DlTieEnd *end, DlPoint touch,
                           double along) {
    double sign = sign_of(end), edge = dl_tie_band_edge(lines, end, true);
    DlPoint corner = {along, touch.y};
    if (touch.x != along)
        return corner;
    corner.y += sign * FOOT;
    bool is_far = sign * (touch.y - edge) < 0;
    if (is_far && sign * (corner.y - edge) > 0)
        corner.y = edge;
    return corner;
}

DlPlacedRelation *dl_tie_new(const DlTieLines *lines, guint line) {
    guint number = g_array_index(lines->numbers, guint, line);
    return dl_placed_relation_new(g_ptr_array_index(lines->ties->drawn, number));
}

GArray *dl_tie_add_part(DlPlacedRelation *placed) {
    GArray *part = g_array_new(false, false, sizeof(DlPoint));
    g_ptr_array_add(placed->lines, part);
    return part;
}

void dl_tie_add_point(const DlTieLines *lines, GArray *part, double along,
                      double across) {
    dl_line_add(part, dl_tie_page(lines, (DlPoint){along, across}));
}

void dl_tie_add_head(const GArray *part, DlPlacedRelation *placed) {
    placed->head = g_array_index(part, DlPoint, part->len - 1);
    placed->head_from = g_array_index(part, DlPoint, part->len - 2);
}

/* Beyond the ends of its axis a line passes nothing. */
static bool is_beside_axis(const DlTieLines *lines, const DlTieEnd *end, double along) {
    const GArray *bands = end->panel->bands;
    DlBox first = dl_tie_turn_box(lines, g_array_index(bands, DlBox, 0));
    DlBox last = dl_tie_turn_box(lines, g_array_index(bands, DlBox, bands->len - 1));
    return along > first.x && along < last.x + last.width;
}

/* From the row to the mark, onto `part`, and behind the band a part of its own; returns
 * that which meets the mark. */
static GArray *add_drop(const DlTieLines *lines, guint line, int end, GArray *part,
                        DlPlacedRelation *placed) {
    const DlTieEnd *mark = &g_array_index(lines->ends, DlTieEnd, 2 * line + (guint)end);
    double along = g_array_index(lines->spans, DlTieSpan, line).at[end];
    double sign = sign_of(mark), far = dl_tie_band_edge(lines, mark, true);
    DlPoint touch = dl_tie_touch(lines, line, end, along);
    DlPoint corner = find_corner(lines, mark, touch, along);
    if (!dl_ties_lie_before(lines->job) && sign * (corner.y - far) <= 0 &&
        is_beside_axis(lines, mark, along)) {
        dl_tie_add_point(lines, part, along, dl_tie_band_edge(lines, mark, false));
        part = dl_tie_add_part(placed);
        dl_tie_add_point(lines, part, along, far);
    }
    dl_tie_add_point(lines, part, corner.x, corner.y);
    dl_tie_add_point(lines, part, touch.x, touch.y);
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

DlPlacedRelation *dl_tie_line_place_at(const DlTieLines *lines, guint line,
                                       double row) {
    DlPlacedRelation *placed = dl_tie_new(lines, line);
    const DlTieSpan *span = &g_array_index(lines->spans, DlTieSpan, line);
    GArray *along = dl_tie_add_part(placed);
    dl_tie_add_point(lines, along, span->at[0], row);
    add_drop(lines, line, 0, along, placed);
    reverse(along);
    dl_tie_add_point(lines, along, span->at[1], row);
    dl_tie_add_head(add_drop(lines, line, 1, along, placed), placed);
    return placed;
}

DlPlacedRelation *dl_tie_line_place(const DlTieLines *lines, guint line) {
    return dl_tie_line_place_at(lines, line, dl_tie_row_line(lines, lines->rows[line]));
}
