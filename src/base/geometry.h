/* Points, boxes and paths on the page: PostScript points (1/72 inch), y downwards. */
#ifndef DL_BASE_GEOMETRY_H
#define DL_BASE_GEOMETRY_H

#include <glib.h>
#include <stdbool.h>

typedef struct {
    double x, y;
} DlPoint;

typedef struct {
    double x, y, width, height;
} DlBox;

/* Adds a point to a line (of DlPoint), unless it ends within a hundredth of a point of
 * it: the eye sees one. */
void dl_line_add(GArray *line, DlPoint point);

/* The box of no area that any union replaces. */
extern const DlBox dl_box_empty;

bool dl_box_is_empty(DlBox box);
DlBox dl_box_union(DlBox a, DlBox b);
/* By so much on each of its four sides. */
DlBox dl_box_grow(DlBox box, double by);
/* They share more than `slack` in both directions. */
bool dl_box_meet(DlBox a, DlBox b, double slack);

typedef enum { DL_PATH_MOVE, DL_PATH_LINE, DL_PATH_CURVE, DL_PATH_CLOSE } DlPathVerb;

typedef struct {
    DlPathVerb verb;
    DlPoint points[3]; /* move, line: 1; curve (cubic): 3; close: 0 */
} DlPathStep;

typedef struct {
    GArray *steps; /* of DlPathStep */
} DlPath;

/* How far the handles of a quarter circle reach that is a cubic, for a radius of 1. */
extern const double dl_quarter_handle;

DlPath *dl_path_new(void);
void dl_path_free(DlPath *path);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlPath, dl_path_free)

void dl_path_move(DlPath *path, double x, double y);
void dl_path_line(DlPath *path, double x, double y);
void dl_path_curve(DlPath *path, DlPoint a, DlPoint b, DlPoint to);
void dl_path_close(DlPath *path);
void dl_path_rectangle(DlPath *path, DlBox box);
/* A full circle of four cubic arcs. */
void dl_path_circle(DlPath *path, DlPoint centre, double radius);
/* The box of all points, control points too. */
DlBox dl_path_box(const DlPath *path);

#endif
