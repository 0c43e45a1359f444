/* A chart's pages while they are filled: headed, numbered, one part below the other. */
#ifndef DL_LAYOUT_BOOK_H
#define DL_LAYOUT_BOOK_H

#include "layout/places.h"

#define DL_PART_GAP 11.0 /* points between heading, panels and foot */

typedef struct {
    const DlLayoutJob *job;
    DlLayout *layout;
    DlPlacedPage *page; /* the last */
    double top, y;      /* where parts begin on it, and where the next one goes */
    double limit;       /* where they end; INFINITY: the page is as high as need be */
    bool one_slope;     /* all axes so far have one scale */
} DlBook;

/* Opens the first page. */
DlBook dl_book_open(const DlLayoutJob *job);
/* Opens a further page, headed by the title. */
void dl_book_turn(DlBook *book);
/* Points left on the page below what is there. */
double dl_book_room(const DlBook *book);
/* Adds a panel (taken) in the middle of its height and `spare` more, on the next page
 * where it has no room on this one; false where it has none there either. */
bool dl_book_add(DlBook *book, DlPanel *panel, double spare);
/* Adds panels that stay together (taken out of the array), the first of which is at 0,
 * in the middle of `room`; false where the page has no room for them. */
bool dl_book_add_group(DlBook *book, GPtrArray *panels, double room);
/* How far down panels reach that stay together. */
double dl_group_bottom(const GPtrArray *panels);
/* Adds the foot, at the end of the last page or on one more, and numbers the pages. The
 * caller owns the layout; NULL where the foot fits no page. */
DlLayout *dl_book_close(DlBook *book);
/* Gives up. */
void dl_book_discard(DlBook *book);

/* What the foot takes of a page, points. */
double dl_book_foot_height(const DlLayoutJob *job);

#endif
