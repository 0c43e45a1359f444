/* Which events have labels: the values of `labels`. */
#ifndef DL_LAYOUT_MODES_H
#define DL_LAYOUT_MODES_H

#include "layout/yield.h"

/* Points: most that a page is high which is as high as need be, as its labels make it …
 */
#define DL_HIGHEST_AUTO 1700.0
/* … and the square points that one of them takes, about. */
#define DL_LABEL_AREA 1100.0

/* Points: what readers of a PDF show, at most (PDF 1.7, C.2). */
#define DL_HIGHEST_PAGE 14400.0

/* What lays out a chart with labels of that kind. */
DlLayoutMaker dl_label_mode(DlLabelsKind kind);

#endif
