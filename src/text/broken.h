/* Paragraphs that a measurer has broken into lines before; private to text/. Lines are
 * the same at any width from that of the widest of them to that at which they were
 * broken, so that few of the many widths at which a chart tries its words are shaped.
 */
#ifndef DL_TEXT_BROKEN_H
#define DL_TEXT_BROKEN_H

#include "text/measurer.h"

/* What is known of paragraphs; the caller owns it. */
GHashTable *dl_broken_new(void);

/* Breaks a paragraph as the measurer does, from what is known of it or anew, and keeps
 * what is new. The caller owns the block, whose lines have no places yet. */
DlTextBlock *dl_broken_lines(GHashTable *broken, DlMeasurer *measurer,
                             const DlShapeTask *task);

#endif
