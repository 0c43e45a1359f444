/* The lines of relations while they are placed. Private to the files of ties. Along and
 * across are those of the page: x and y, of an axis that runs down y and x, and x to
 * the left where the rows lie there. */
#ifndef DL_LAYOUT_TIE_LINES_H
#define DL_LAYOUT_TIE_LINES_H

#include "layout/tie_rows.h"
#include "layout/ties.h"

#define DL_TIE_TEXT_AIR 4.0 /* along: beside the words of a line */

/* One end of a line. */
typedef struct {
    const DlPanel *panel;
    const DlPlacedEvent *placed;
    bool below; /* it is in an inset behind the rows */
} DlTieEnd;

/* What is known of a line after it was placed, as what leaves its row leaves room to
 * others: whether it is a hook between marks that are near, has to have a row, or has
 * no place. */
typedef enum {
    DL_TIE_NOT_TRIED,
    DL_TIE_HOOKED,
    DL_TIE_IN_ROW,
    DL_TIE_UNTIED
} DlTieState;

typedef struct {
    const DlLayoutJob *job;
    const DlTies *ties;
    DlPanel *axis;
    const GPtrArray *panels; /* of DlPanel: its insets; NULL: none */
    DlTieState *states;      /* of each of the ties; owned */
    GPtrArray *placed;       /* of DlPlacedRelation, on their way into the panel … */
    GArray *which;           /* … and of guint: which line each of them is; owned */
    GArray *ends;            /* of DlTieEnd, two a line */
    GArray *spans;           /* of DlTieSpan */
    GArray *numbers;         /* of guint: which of the ties each line is */
    guint *rows;             /* owned */
    double *tops;            /* across, of each row, and of what follows them; owned */
} DlTieLines;

/* From the page to along (x) and across (y), and back. */
DlPoint dl_tie_turn(const DlTieLines *lines, DlPoint point);
DlBox dl_tie_turn_box(const DlTieLines *lines, DlBox box);
DlPoint dl_tie_page(const DlTieLines *lines, DlPoint point);
DlBox dl_tie_page_box(const DlTieLines *lines, DlBox box);
/* Both ends are near to one another: it needs no row. */
bool dl_tie_is_hook(const DlTieLines *lines, guint line);
/* Lines, and when all are known their words. Returns whether some have no place, or
 * need no row as was thought: others may have more room when that is known. */
bool dl_tie_lines_place(const DlTieLines *lines);

/* Where the line of a row runs, across. */
double dl_tie_row_line(const DlTieLines *lines, guint row);

/* Along: where the first line that ends at a mark is to leave it. */
double dl_tie_planned_at(const DlTieLines *lines, const DlTieEnd *end);
/* Along: the middle of a mark. */
double dl_tie_middle(const DlTieLines *lines, const DlTieEnd *end);

/* Where a line touches its mark. */
DlPoint dl_tie_touch(const DlTieLines *lines, guint line, int end, double along);
/* The edge of the axis on the side of the rows, or the far one. */
double dl_tie_band_edge(const DlTieLines *lines, const DlTieEnd *end, bool far);
/* A line without parts; the caller owns it. */
DlPlacedRelation *dl_tie_new(const DlTieLines *lines, guint line);
/* An empty part of a line, and a point for one, which is not said twice. */
GArray *dl_tie_add_part(DlPlacedRelation *placed);
void dl_tie_add_point(const DlTieLines *lines, GArray *part, double along,
                      double across);
/* The line's head is where a part of it ends. */
void dl_tie_add_head(const GArray *part, DlPlacedRelation *placed);
/* From mark to mark in its row, or in one at any place across; without words. The
 * caller owns it. */
DlPlacedRelation *dl_tie_line_place_at(const DlTieLines *lines, guint line, double row);
DlPlacedRelation *dl_tie_line_place(const DlTieLines *lines, guint line);
/* Lines without words that return to the side of the axis that they come from run as
 * near to it as they have room, when all others are known. */
void dl_tie_bring_near(const DlTieLines *lines);
/* A line between two marks of one place or near to one another, beside them, where it
 * is in nobody's way, and its words, if wanted, beside it; NULL: nowhere. The caller
 * owns it. */
DlPlacedRelation *dl_tie_hook_place(const DlTieLines *lines, guint line,
                                    bool has_words);
/* A line without words from mark to mark along the axis, where both are at one distance
 * from it, not far from one another, and nothing is between; NULL: it cannot be. The
 * caller owns it. */
DlPlacedRelation *dl_tie_direct_place(const DlTieLines *lines, guint line);
/* Whether a hook may do where the marks are not of one place. */
bool dl_tie_may_hook(const DlTieLines *lines, guint line);

/* Words of lines, when all lines are known: in its row, or beside a hook that runs
 * there, along; over no line but those that run across, and end before them. False
 * where there is no place for them. */
bool dl_tie_words_place(const DlTieLines *lines, guint line, DlPlacedRelation *placed);
bool dl_tie_hook_words_place(const DlTieLines *lines, guint line, double along,
                             DlPlacedRelation *hook);
/* What they keep clear of besides, as far as it is in a region of the page: of DlBox,
 * owned by the caller. */
GArray *dl_tie_obstacles(const DlTieLines *lines, DlBox region);

/* Whether a line meets no words or marks on its way, and comes to no leader so near,
 * nor to the mark of another event; -INFINITY: it may cross leaders. */
bool dl_tie_is_clear(const DlTieLines *lines, const DlPlacedRelation *placed,
                     double air);
/* Whether a line runs along one that is placed, or into its words, or meets one at all.
 */
bool dl_tie_meets_other(const DlTieLines *lines, const DlPlacedRelation *placed,
                        bool crossings_too);
/* Headings of the insets make way for lines that come down to marks there; where they
 * have no room beside them, those pass behind. */
void dl_tie_clear_headings(const DlTieLines *lines);
/* Ends lines where they come to the words of others, to bars with words in them, and to
 * the words of brackets and headings of insets, and begins them again behind. */
void dl_tie_cut(const DlTieLines *lines);

#endif
