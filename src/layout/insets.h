/* A chart's axis together with its insets: a panel each for stretches of the axis.
 *
 * Beside a horizontal axis insets stand in a row below it or, where that takes less
 * height, one below the other; beside a vertical one they stand in a column. They are
 * made as low as their labels allow, and the axis has the rest. Two guides join each to
 * its stretch: straight out from the axis through all rows of labels, which keep clear
 * of them as of a leader, then aslant to the corners of the panel. Since insets stand
 * in the order of time, no guide crosses another. */
#ifndef DL_LAYOUT_INSETS_H
#define DL_LAYOUT_INSETS_H

#include "layout/book.h"
#include "layout/windows.h"

/* Adds the job's axis with the insets of its chart, as high as the page has room beside
 * what comes `below` (INFINITY: as high as need be); false where they do not fit. */
bool dl_insets_add(DlBook *book, DlNewPanel new_panel, double below);

/* Private: the panel of one inset, headed and framed, its top at 0, from the left of
 * the page to the right, as low as it can be; NULL where it does not fit. `job` is that
 * of the chart. Relations between its own events beside whose lines labels have no room
 * go, each for itself, before it does not fit. The caller owns it. */
DlPanel *dl_inset_panel_new(DlNewPanel new_panel, const DlLayoutJob *job,
                            const DlChart *inset, double left, double right);

/* Private: words in small letters on the line of the panel's heading, the block owned
 * by the caller; false where they do not fit into the panel, and then there are none.
 */
bool dl_inset_note_shape(const DlLayoutJob *job, const char *words, double from,
                         const DlPanel *panel, DlPlacedText *note);

#endif
