#include "scene/pieces.h"

#include <math.h>

enum { CURVE_PIECES = 16 };

static DlPoint curve_point(DlPoint from, const DlPoint *points, double share) {
    const double rest = 1 - share;
    const double a = rest * rest * rest, b = 3 * rest * rest * share,
                 c = 3 * rest * share * share, d = share * share * share;
    return (DlPoint){
        a * from.x + b * points[0].x + c * points[1].x + d * points[2].x,
        a * from.y + b * points[0].y + c * points[1].y + d * points[2].y,
    };
}

static DlPoint add_piece(GArray *pieces, DlPoint from, DlPoint to, guint owner) {
    const DlPiece piece = {from, to, owner};
    g_array_append_val(pieces, piece);
    return to;
}

static DlPoint add_curve(GArray *pieces, DlPoint from, const DlPoint *points,
                         guint owner) {
    DlPoint at = from;
    for (int i = 1; i <= CURVE_PIECES; i++)
        at = add_piece(pieces, at, curve_point(from, points, (double)i / CURVE_PIECES),
                       owner);
    return at;
}

void dl_pieces_add(GArray *pieces, const DlPath *path, guint owner) {
    DlPoint at = {0, 0}, start = at;
    for (guint i = 0; i < path->steps->len; i++) {
        const DlPathStep *step = &g_array_index(path->steps, DlPathStep, i);
        switch (step->verb) {
        case DL_PATH_MOVE:
            at = start = step->points[0];
            break;
        case DL_PATH_LINE:
            at = add_piece(pieces, at, step->points[0], owner);
            break;
        case DL_PATH_CURVE:
            at = add_curve(pieces, at, step->points, owner);
            break;
        case DL_PATH_CLOSE:
            at = add_piece(pieces, at, start, owner);
            break;
        }
    }
}

DlBox dl_piece_box(const DlPiece *piece) {
    const DlPoint a = piece->from, b = piece->to;
    return (DlBox){fmin(a.x, b.x), fmin(a.y, b.y), fabs(a.x - b.x), fabs(a.y - b.y)};
}

double dl_piece_length(const DlPiece *piece) {
    return hypot(piece->to.x - piece->from.x, piece->to.y - piece->from.y);
}

/* Twice the area of a triangle: its sign says to which side `c` lies. */
static double turn(DlPoint a, DlPoint b, DlPoint c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static bool are_apart(double first, double second) {
    static const double EPSILON = 1e-6;
    return (first > EPSILON && second < -EPSILON) ||
           (first < -EPSILON && second > EPSILON);
}

bool dl_pieces_cross(const DlPiece *a, const DlPiece *b) {
    return are_apart(turn(a->from, a->to, b->from), turn(a->from, a->to, b->to)) &&
           are_apart(turn(b->from, b->to, a->from), turn(b->from, b->to, a->to));
}

static double point_distance(const DlPiece *piece, DlPoint point) {
    const DlPoint a = piece->from, b = piece->to;
    const double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
    const double along = (point.x - a.x) * dx + (point.y - a.y) * dy;
    const double share = square > 0 ? fmax(0, fmin(1, along / square)) : 0;
    return hypot(a.x + share * dx - point.x, a.y + share * dy - point.y);
}

double dl_pieces_distance(const DlPiece *a, const DlPiece *b) {
    if (dl_pieces_cross(a, b))
        return 0;
    return fmin(fmin(point_distance(a, b->from), point_distance(a, b->to)),
                fmin(point_distance(b, a->from), point_distance(b, a->to)));
}

/* Liang and Barsky, "A New Concept and Method for Line Clipping", ACM TOG 3(1), 1984.
 */
bool dl_piece_enters(const DlPiece *piece, DlBox box) {
    const DlPoint a = piece->from, b = piece->to;
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double slopes[] = {-dx, dx, -dy, dy};
    const double rooms[] = {a.x - box.x, box.x + box.width - a.x, a.y - box.y,
                            box.y + box.height - a.y};
    double enter = 0, leave = 1;
    for (int i = 0; i < 4; i++) {
        if (slopes[i] == 0 && rooms[i] <= 0)
            return false;
        if (slopes[i] < 0)
            enter = fmax(enter, rooms[i] / slopes[i]);
        if (slopes[i] > 0)
            leave = fmin(leave, rooms[i] / slopes[i]);
    }
    return enter < leave;
}
