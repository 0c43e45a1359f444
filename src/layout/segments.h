/* The axis folded by day, week, month, year, decade or century into strips. */
#ifndef DL_LAYOUT_SEGMENTS_H
#define DL_LAYOUT_SEGMENTS_H

#include "layout/book.h"
#include "layout/windows.h"

/* Whether an event is known well enough to lie in one segment, or is a span. */
bool dl_segments_place(DlSegmentsKind kind, const DlEvent *event);
/* A strip for each segment with events, headed by its date and by the time left out
 * before it; spans go on through all strips that they touch. Where the chart leaves the
 * scale open it is linear, or the sequence where hardly an event is known more finely
 * than to the segment. False where one does not fit a page. */
bool dl_segments_add(DlBook *book, DlNewPanel new_panel);

#endif
