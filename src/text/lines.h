/* Pango's lines as plain data; private to text/. */
#ifndef DL_TEXT_LINES_H
#define DL_TEXT_LINES_H

#include <pango/pango.h>

#include "text/measurer.h"
#include "text/paragraph.h"

/* Adds the lines of a layout to an empty block, without the space at their ends. */
void dl_lines_take(DlMeasurer *measurer, const DlShapeTask *task,
                   const DlParagraph *paragraph, PangoLayout *layout,
                   DlTextBlock *block);

#endif
