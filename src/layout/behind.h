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

/* What lines do where they come to words. */
typedef enum {
    DL_WORDS_APART,  /* they keep clear of them */
    DL_WORDS_IN_BAR, /* it lies over lines that pass behind it */
    DL_WORDS_AMONG,  /* across them they may end before, and go on behind: those of a
                        bracket, and of a heading that lines come down to */
} DlWordsManner;

typedef struct {
    DlBox box;
    DlWordsManner manner;
} DlWords;

/* The words of a panel, its counts and its axis: of DlWords, owned by the caller. */
GArray *dl_panel_words(const DlPanel *panel);
/* Appends the pieces of an upright or level line that none of the words (of DlWords)
 * covers, to an array of DlPlacedLine. */
void dl_line_behind(DlPlacedLine line, const GArray *words, GArray *lines);

#endif
