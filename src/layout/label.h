/* An event's label: its picture, when, what, and a sentence or two; shaped at a width.
 */
#ifndef DL_LAYOUT_LABEL_H
#define DL_LAYOUT_LABEL_H

#include <glib.h>

#include "layout/notes.h"
#include "layout/theme.h"
#include "model/timeline.h"
#include "text/measure.h"

typedef enum {
    DL_LABEL_DATE,   /* in the event's colour, bold */
    DL_LABEL_TITLE,  /* its second part holds the note numbers */
    DL_LABEL_TEXT,   /* muted, smaller */
    DL_LABEL_ENTRY,  /* date, title and note numbers in one paragraph */
    DL_LABEL_NUMBER, /* that of the key, bold */
    DL_LABEL_CREDIT, /* who made the picture; muted, as small as may be */
} DlLabelRole;

typedef struct {
    DlLabelRole role;
    double top;         /* from the top of the label */
    DlTextBlock *block; /* owned */
} DlLabelPart;

typedef struct {
    double width, height;
    double
        least; /* ems: with any width from this to the one asked for it is the same */
    double first_middle; /* the middle of the small letters of the first line that says
                            when or what, from the top */
    const DlPicture *picture; /* above all lines, borrowed from the event; NULL: none */
    DlBox picture_box;        /* from the top left corner of the label */
    GPtrArray *parts;         /* of DlLabelPart, owned */
} DlLabel;

void dl_label_free(DlLabel *label);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlLabel, dl_label_free)

/* What labels are made with. */
typedef struct {
    const DlTimeline *timeline;
    const DlChart *chart;
    const DlTheme *theme;
    DlMeasurer *measurer;
    const DlNotes *notes; /* NULL: no note numbers */
    double size;          /* of the title, points */
    GHashTable *numbers;  /* of events: a label says no more, borrowed; NULL: all */
} DlLabelMaker;

/* Which label of an event. `previous` is the event listed directly above on the same
 * moment, or on steps the last that told its date (NULL: none): what both dates share
 * is then not said again, but the time, or what is known of their order. `continued`:
 * it began on an earlier page, and only its name is said again. `run_in`: the date
 * stands before the title on the same line, as in a list. */
typedef struct {
    const DlEvent *event, *previous;
    bool continued, run_in;
} DlLabelWay;

/* The label of an event, not wider than `widest` ems of the title. Lines are balanced:
 * the width is the least that keeps their number, so that no word is left alone. The
 * caller owns it. */
DlLabel *dl_label_new(const DlLabelMaker *maker, DlLabelWay way, double widest);

/* A copy of all of it, so many times as large; the caller owns it. */
DlLabel *dl_label_copy(const DlLabel *label, double scale);

/* Moves all lines to the left edge of the label. */
void dl_label_align_start(DlLabel *label);
/* Moves all lines to the right edge of the label, for labels left of their leader. */
void dl_label_align_end(DlLabel *label);

/* What a label says of when its event is; NULL: nothing. The caller owns it. */
char *dl_label_says_when(const DlLabelMaker *maker, DlLabelWay way);

/* The words of an event's date as legends, tables and titles print them. The caller
 * owns them.
 */
char *dl_label_when(const DlTimeline *timeline, const DlChart *chart,
                    const DlEvent *event);

#endif
