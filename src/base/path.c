#include "base/geometry.h"

const double dl_quarter_handle = 0.5522847498307936;

DlPath *dl_path_new(void) {
    DlPath *path = g_new(DlPath, 1);
    path->steps = g_array_new(FALSE, FALSE, sizeof(DlPathStep));
    return path;
}

void dl_path_free(DlPath *path) {
    if (path == NULL)
        return;
    g_array_unref(path->steps);
    g_free(path);
}

static void add_step(DlPath *path, DlPathVerb verb, DlPoint a, DlPoint b, DlPoint c) {
    const DlPathStep step = {verb, {a, b, c}};
    g_array_append_val(path->steps, step);
}

void dl_path_move(DlPath *path, double x, double y) {
    add_step(path, DL_PATH_MOVE, (DlPoint){x, y}, (DlPoint){0}, (DlPoint){0});
}

void dl_path_line(DlPath *path, double x, double y) {
    add_step(path, DL_PATH_LINE, (DlPoint){x, y}, (DlPoint){0}, (DlPoint){0});
}

void dl_path_curve(DlPath *path, DlPoint a, DlPoint b, DlPoint to) {
    add_step(path, DL_PATH_CURVE, a, b, to);
}

void dl_path_close(DlPath *path) {
    add_step(path, DL_PATH_CLOSE, (DlPoint){0}, (DlPoint){0}, (DlPoint){0});
}

void dl_path_rectangle(DlPath *path, DlBox box) {
    dl_path_move(path, box.x, box.y);
    dl_path_line(path, box.x + box.width, box.y);
    dl_path_line(path, box.x + box.width, box.y + box.height);
    dl_path_line(path, box.x, box.y + box.height);
    dl_path_close(path);
}

/* A quarter from where `from` points to where `to` points: unit vectors. */
static void add_quarter(DlPath *path, DlPoint centre, double radius, DlPoint from,
                        DlPoint to) {
    const double reach = radius * dl_quarter_handle;
    const DlPoint start = {centre.x + radius * from.x, centre.y + radius * from.y};
    const DlPoint end = {centre.x + radius * to.x, centre.y + radius * to.y};
    dl_path_curve(path, (DlPoint){start.x + reach * to.x, start.y + reach * to.y},
                  (DlPoint){end.x + reach * from.x, end.y + reach * from.y}, end);
}

void dl_path_circle(DlPath *path, DlPoint centre, double radius) {
    static const DlPoint sides[] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}, {1, 0}};
    dl_path_move(path, centre.x + radius, centre.y);
    for (size_t i = 0; i + 1 < G_N_ELEMENTS(sides); i++)
        add_quarter(path, centre, radius, sides[i], sides[i + 1]);
    dl_path_close(path);
}

static size_t count_points(DlPathVerb verb) {
    static const size_t counts[] = {
        [DL_PATH_MOVE] = 1,
        [DL_PATH_LINE] = 1,
        [DL_PATH_CURVE] = 3,
        [DL_PATH_CLOSE] = 0,
    };
    return counts[verb];
}

DlBox dl_path_box(const DlPath *path) {
    DlBox box = dl_box_empty;
    for (guint i = 0; i < path->steps->len; i++) {
        const DlPathStep *step = &g_array_index(path->steps, DlPathStep, i);
        for (size_t j = 0; j < count_points(step->verb); j++) {
            const DlPoint point = step->points[j];
            box = dl_box_union(box, (DlBox){point.x, point.y, 0, 0});
        }
    }
    return box;
}
