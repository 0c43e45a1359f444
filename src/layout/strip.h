/* The segments of a folded axis as panels: each headed by its date and by the time left
 * out before it. */
#ifndef DL_LAYOUT_STRIP_H
#define DL_LAYOUT_STRIP_H

#include "layout/book.h"
#include "layout/windows.h"
#include "scale/ladder.h"
#include "scale/scale.h"

/* A week begins on Monday (ISO 8601); the other units are steps of the ladder. */
typedef struct {
    DlStep step;
    bool is_week;
    DlPrecision precision; /* of its ends */
    bool is_interval;      /* its heading names both ends */
} DlSegmentUnit;

/* Of a kind that is not `none`. */
const DlSegmentUnit *dl_segment_unit(DlSegmentsKind kind);

typedef struct {
    DlStretch time;
    GPtrArray *events;      /* of const DlEvent, by rank */
    GHashTable *continued;  /* those that began before it */
    guint n_hidden;         /* spans that began before it and are not shown */
    const DlStretch *above; /* the time of the one before it on its page, borrowed;
                               NULL: there is none, or it is not sure */
} DlSegment;

/* What an axis of the segment shows. */
DlView dl_segment_view(const DlLayoutJob *job, const DlSegment *segment,
                       DlScaleKind scale);

/* How much time the view of a segment shows, in the units of its ends. */
double dl_segment_length(const DlView *view);

/* Heads a panel that begins at 0 and makes it a strip as wide as the job. `before` is
 * the segment before it (NULL: none). Returns what the head takes. */
double dl_strip_head(const DlLayoutJob *job, DlPanel *panel, const DlSegment *segment,
                     const DlSegment *before);
/* Moves a headed strip down, below its head. */
void dl_strip_lower(DlPanel *panel, double by);
/* What the heading of a strip takes, about. */
double dl_strip_head_room(const DlLayoutJob *job);

/* The strips of an axis that runs down, side by side, as many as the width carries, in
 * rows: equal times are equally long in a row, and in all rows where that does not make
 * them much longer. False, and nothing is added, where one does not fit a page. */
bool dl_columns_add(DlBook *book, DlNewPanel new_panel, const GPtrArray *segments,
                    DlScaleKind scale);

#endif
