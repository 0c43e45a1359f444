/* How lines of relations run through boxes. Lines are of GArray of DlPoint, and all
 * their pieces are upright or level. */
#ifndef DL_LAYOUT_TIE_COURSE_H
#define DL_LAYOUT_TIE_COURSE_H

#include "layout/layout.h"

typedef enum {
    DL_TIE_BESIDE, /* none comes there */
    DL_TIE_ACROSS, /* from side to side: they may end before it, and go on behind */
    DL_TIE_INTO,   /* one ends or turns there, or so much would not be seen of it that
                      what is left is no line */
} DlTieCourse;

DlTieCourse dl_tie_course(const GPtrArray *lines, DlBox box);
/* Whether a line of a relation comes to a box, or its words stand there. */
bool dl_tie_comes_to(const DlPlacedRelation *placed, DlBox box);
/* What is left of them outside of a box. The caller owns it. */
GPtrArray *dl_tie_without(const GPtrArray *lines, DlBox box);
/* The box of the piece that ends at the point of index i. */
DlBox dl_tie_piece(const GArray *line, guint i);

#endif
