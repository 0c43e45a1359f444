/* One measure on its axis. Private to the files of measures. */
#ifndef DL_LAYOUT_BRACKET_H
#define DL_LAYOUT_BRACKET_H

#include "layout/measures.h"

/* An end of a bracket, along the axis, points. */
typedef struct {
    double along;
    double earliest, latest; /* all that it may be */
    bool is_doubtful;        /* nobody gives a clock time for it */
    bool cut;                /* it lies beyond the axis */
} DlBracketEnd;

typedef struct {
    const DlMeasure *measure;
    const DlEvent *events[2]; /* by where they are */
    DlBracketEnd from, to;
    DlTextBlock *words; /* owned */
    bool is_around;     /* they stand in it, in a gap of its line */
    double words_from;  /* along */
    guint row;          /* from the plot outwards */
} DlBracket;

#define DL_BRACKET_GAP 3.5 /* points between its line and its words */

/* The measures that touch the items, without rows: of DlBracket, owned by the caller,
 * the shortest first. */
GPtrArray *dl_brackets_collect(const DlMeasures *measures, const GPtrArray *items);

/* What a block of words takes along the axis, and across. */
double dl_bracket_length(const DlMeasures *measures, const DlTextBlock *words);
double dl_bracket_depth(const DlMeasures *measures, const DlTextBlock *words);

#endif
