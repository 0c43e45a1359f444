/* The steps of a path in as few letters as they take: a letter only where it changes,
 * and the shortest of the steps that draw the same. Steps are relative to the point
 * before; but straight lines on the page are not, as readers add steps up with fewer
 * digits, and a line that ends on another would cross it by a hair. */
#include "render/svg.h"

#include <ctype.h>
#include <math.h>

/* Everything is a whole number of steps of the grid, so that nothing adds up. */
typedef struct {
    GString *out;
    int decimals;
    double cells;        /* of the grid in one unit */
    DlPoint at, start;   /* of the step, of the contour */
    DlPoint from, first; /* the same as the path has them */
    char letter;         /* of the step before; '\0': none */
    bool is_on_page;     /* fractions of points, not whole units of a font */
    DlPoint control;     /* of the curve before, mirrored: what `s` or `t` assume */
} Pen;

/* How far the control of a curve may stand from where it was, in cells. */
static const double SLACK = 1;
/* How alike the two ways to compute the control of a quadratic curve have to be. */
static const double SAME_CONTROL = 0.1;

static DlPoint snap(const Pen *pen, DlPoint point) {
    return (DlPoint){round(point.x * pen->cells), round(point.y * pen->cells)};
}

static DlPoint mirror(DlPoint point, DlPoint centre) {
    return (DlPoint){2 * centre.x - point.x, 2 * centre.y - point.y};
}

static bool is_near(DlPoint a, DlPoint b, double slack) {
    return fabs(a.x - b.x) <= slack && fabs(a.y - b.y) <= slack;
}

static void append_number(Pen *pen, double cells) {
    const gsize before = pen->out->len;
    dl_svg_append_short(pen->out, cells / pen->cells, pen->decimals);
    const char last = before > 0 ? pen->out->str[before - 1] : ' ';
    if (isdigit((unsigned char)last) && pen->out->str[before] != '-')
        g_string_insert_c(pen->out, (gssize)before, ' ');
}

static void put_letter(Pen *pen, char letter) {
    if (pen->letter != letter)
        g_string_append_c(pen->out, letter);
    pen->letter = letter;
}

static void append_step(Pen *pen, char letter, const DlPoint *points, int n) {
    put_letter(pen, letter);
    for (int i = 0; i < n; i++) {
        append_number(pen, points[i].x - pen->at.x);
        append_number(pen, points[i].y - pen->at.y);
    }
    pen->at = points[n - 1];
}

/* A second move is not left without its letter: it would be a line. */
static void move(Pen *pen, DlPoint to) {
    const bool is_first = pen->letter == '\0';
    pen->letter = '\0';
    append_step(pen, is_first ? 'M' : 'm', &to, 1);
    pen->start = to;
}

static void line(Pen *pen, DlPoint to) {
    const DlPoint origin = pen->is_on_page ? (DlPoint){0, 0} : pen->at;
    if (to.y == pen->at.y) {
        put_letter(pen, pen->is_on_page ? 'H' : 'h');
        append_number(pen, to.x - origin.x);
    } else if (to.x == pen->at.x) {
        put_letter(pen, pen->is_on_page ? 'V' : 'v');
        append_number(pen, to.y - origin.y);
    } else {
        put_letter(pen, pen->is_on_page ? 'L' : 'l');
        append_number(pen, to.x - origin.x);
        append_number(pen, to.y - origin.y);
    }
    pen->at = to;
}

/* Whether a cubic curve is a quadratic one with its degree raised: the outlines of
 * TrueType are. https://www.w3.org/TR/SVG2/paths.html#PathDataQuadraticBezierCommands
 */
static bool find_quadratic(const Pen *pen, const DlPoint *points, DlPoint *control) {
    const DlPoint first = {1.5 * points[0].x - 0.5 * pen->from.x,
                           1.5 * points[0].y - 0.5 * pen->from.y};
    const DlPoint second = {1.5 * points[1].x - 0.5 * points[2].x,
                            1.5 * points[1].y - 0.5 * points[2].y};
    *control = (DlPoint){(first.x + second.x) / 2, (first.y + second.y) / 2};
    return is_near(first, second, SAME_CONTROL / pen->cells);
}

static void quadratic(Pen *pen, DlPoint control, DlPoint to) {
    const DlPoint points[] = {control, to};
    const bool goes_on = (pen->letter == 'q' || pen->letter == 't') &&
                         is_near(pen->control, control, SLACK);
    const DlPoint drawn = goes_on ? pen->control : control;
    if (goes_on)
        append_step(pen, 't', &to, 1);
    else
        append_step(pen, 'q', points, 2);
    pen->control = mirror(drawn, to);
}

static void cubic(Pen *pen, const DlPoint points[3]) {
    const bool goes_on = (pen->letter == 'c' || pen->letter == 's') &&
                         is_near(pen->control, points[0], SLACK);
    if (goes_on)
        append_step(pen, 's', points + 1, 2);
    else
        append_step(pen, 'c', points, 3);
    pen->control = mirror(points[1], points[2]);
}

static void curve(Pen *pen, const DlPoint *points) {
    DlPoint control;
    if (find_quadratic(pen, points, &control)) {
        quadratic(pen, snap(pen, control), snap(pen, points[2]));
        return;
    }
    const DlPoint snapped[] = {snap(pen, points[0]), snap(pen, points[1]),
                               snap(pen, points[2])};
    cubic(pen, snapped);
}

static void close(Pen *pen) {
    put_letter(pen, 'z');
    pen->at = pen->start;
}

/* A line back to the start is drawn by closing the contour. */
static bool is_closing(const Pen *pen, const DlPath *path, guint i) {
    const DlPathStep *steps = &g_array_index(path->steps, DlPathStep, 0);
    const DlPoint to = snap(pen, steps[i].points[0]);
    return i + 1 < path->steps->len && steps[i + 1].verb == DL_PATH_CLOSE &&
           to.x == pen->start.x && to.y == pen->start.y;
}

static void add_step(Pen *pen, const DlPath *path, guint i) {
    const DlPathStep *step = &g_array_index(path->steps, DlPathStep, i);
    switch (step->verb) {
    case DL_PATH_MOVE:
        move(pen, snap(pen, step->points[0]));
        pen->from = pen->first = step->points[0];
        break;
    case DL_PATH_LINE:
        if (!is_closing(pen, path, i))
            line(pen, snap(pen, step->points[0]));
        pen->from = step->points[0];
        break;
    case DL_PATH_CURVE:
        curve(pen, step->points);
        pen->from = step->points[2];
        break;
    case DL_PATH_CLOSE:
        close(pen);
        pen->from = pen->first;
        break;
    }
}

void dl_svg_append_path(GString *out, const DlPath *path, int decimals) {
    Pen pen = {.out = out,
               .decimals = decimals,
               .cells = pow(10, decimals),
               .is_on_page = decimals > 0};
    for (guint i = 0; i < path->steps->len; i++)
        add_step(&pen, path, i);
}
