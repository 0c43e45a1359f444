/* What the words of a chart look like, but for its labels: a name for each manner of
 * writing, and one table of what these are. */
#ifndef DL_LAYOUT_STYLE_H
#define DL_LAYOUT_STYLE_H

#include "layout/job.h"

typedef enum {
    DL_STYLE_TITLE,
    DL_STYLE_NEXT_TITLE, /* on further pages */
    DL_STYLE_SUBTITLE,
    DL_STYLE_LEGEND,
    DL_STYLE_SOURCE,  /* and the number of a page */
    DL_STYLE_REMARK,  /* at the foot, and beside the title of a further page */
    DL_STYLE_HEADING, /* of a lane, and of the events without dates */
    DL_STYLE_STRIP,   /* the heading of a strip of a folded axis … */
    DL_STYLE_INSET,   /* … and of an inset */
    DL_STYLE_NOTE,    /* behind a heading, and in the breaks of an axis */
    DL_STYLE_BESIDE,  /* beside the name of a lane, and the mark of a claim */
    DL_STYLE_NUMBER,  /* in marks, and the name of an axis' row */
    DL_STYLE_LEVEL,   /* a count, at its height */
    DL_STYLE_TICK,
    DL_STYLE_BETWEEN, /* the time that passed from one mark to the next */
    DL_STYLE_ERA,
    DL_STYLE_MEASURE,
    DL_STYLE_RELATION,
} DlStyleName;

DlTextStyle dl_style(const DlLayoutJob *job, DlStyleName name);

/* One paragraph, broken at `width` (<= 0: not). The caller owns it. */
DlTextBlock *dl_style_shape(const DlLayoutJob *job, DlStyleName name, const char *text,
                            double width);

#endif
