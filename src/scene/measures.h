/* The measures of one page, which DlMetrics adds up. Private to this folder. */
#ifndef DL_SCENE_MEASURES_H
#define DL_SCENE_MEASURES_H

#include "scene/metrics.h"
#include "scene/parts.h"

/* Add the faults of a page: of the parts of events, and of all text. */
void dl_faults_count(const DlParts *parts, DlMetrics *metrics);
void dl_text_faults_count(const DlParts *parts, DlMetrics *metrics);

/* Of all leaders together, points. */
double dl_leader_length(const DlParts *parts);
/* From every mark to the label of the same drawing, summed up; how many in `count`. */
double dl_displacement(const DlParts *parts, unsigned *count);
/* How many rows of labels there are: the least number of lines along the axis that
 * meet them all. */
unsigned dl_count_rows(const DlParts *parts);

/* Ink in square points: of a whole page, and of its events by the side of their axes
 * (above or left, below or right). */
typedef struct {
    double all, before, after;
} DlInk;
DlInk dl_ink(const DlParts *parts);

/* The area of the largest rectangle of the page that nothing is drawn in, from below,
 * to a 512th of the page's longer side: on a raster, for every line of cells the
 * largest rectangle under the histogram of empty cells above it (Vandevoorde, "The
 * Maximal Rectangle Problem", Dr. Dobb's Journal, April 1998). */
double dl_white(const DlParts *parts);

#endif
