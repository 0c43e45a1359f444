/* What of a chart gives way to its labels, and is told at the foot instead: lines of
 * relations first, then brackets of measures, then the names of eras. Lanes beside an
 * axis that runs down may become tracks. */
#ifndef DL_LAYOUT_YIELD_H
#define DL_LAYOUT_YIELD_H

#include "layout/job.h"

/* Lays out the job; NULL where its labels do not fit. */
typedef DlLayout *(*DlLayoutMaker)(DlLayoutJob *job);

/* As it is made where as little as can be yields; NULL: it does not fit even so. */
DlLayout *dl_layout_yielding(DlLayoutJob *job, DlLayoutMaker make);

#endif
