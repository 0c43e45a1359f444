/* Thin lines across a panel that pass behind its words: they are left out there. */
#ifndef DL_LAYOUT_BEHIND_H
#define DL_LAYOUT_BEHIND_H

#include "layout/layout.h"

/* A stretch along a line. */
typedef struct {
    double from, to;
} DlPart;

/* What is left of a stretch without others (of DlPart; they are sorted): of DlPart,
 * owned by the caller. */
GArray *dl_part_without(DlPart whole, GArray *others);

/* The words of a panel, its counts and its axis: of DlBox, owned by the caller. */
GArray *dl_panel_words(const DlPanel *panel);
/* Appends the pieces of an upright or level line that none of the boxes covers, to an
 * array of DlPlacedLine. */
void dl_line_behind(DlPlacedLine line, const GArray *words, GArray *lines);

#endif
