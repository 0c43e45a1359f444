/* In which row the line of each relation runs, so that lines cross as little as may be.
 *
 * Rows lie one behind the other between what is before and what is behind them, across
 * the axis. A line runs along its row and leaves it at both ends, towards the axis or
 * away from it through the rows on its way: there it crosses the lines of those rows.
 * Lines that have no stretch of the axis in common cross nowhere, and share a row.
 * Between two marks of one place a line is a hook beside them. */
#ifndef DL_LAYOUT_TIE_ROWS_H
#define DL_LAYOUT_TIE_ROWS_H

#include <glib.h>
#include <stdbool.h>

typedef struct {
    double at[2];      /* along: both ends */
    bool below[2];     /* it leaves the row away from the axis there */
    const void *of[2]; /* what it ends at … */
    const void *in[2]; /* … in which panel; NULL: there is one */
    double reach[2];   /* across: how far that is from where lines come from */
    bool is_hook;      /* it needs no row: both ends are at one place … */
    bool is_near;      /* … or so near that it runs beside one of them */
    double words;      /* along: what its words take; 0: it has none */
    guint port[2];     /* found: of the lines that end there, which it is … */
    guint n_ports[2];  /* … of how many */
} DlTieSpan;

/* Along: how far apart lines are that end at one place, and how many of them can be
 * told apart at one thing. */
#define DL_TIE_APART 5.0
enum { DL_MOST_TIES_APART = 6 };
/* Along: nearer ends are at one place, be it on one list or on marks that are stacked.
 */
#define DL_TIE_PLACE 2.5

/* Tells hooks, and moves lines that end at one place apart, backwards along the axis:
 * to what lines reach first, the innermost, so that none meets another there; and at
 * one thing in the order in which they cross least: those that go forward, the shortest
 * first, then the others, the longest first. */
void dl_tie_spread(GArray *spans);
/* How often lines cross where the span of index i has the row `rows[i]`. */
guint dl_tie_crossings(const GArray *spans, const guint *rows);
/* Whether a line passes a place in a row that is not its own, going to or fro. */
bool dl_tie_passes(const DlTieSpan *span, guint own_row, guint row, double from,
                   double to);
/* A row for each of the spans (of DlTieSpan), from 0 at the axis: with as few crossings
 * as there can be for up to 6 of them, and as swapping two rows can reach for more. The
 * caller owns the array. */
guint *dl_tie_rows(const GArray *spans);
/* Along: what a line takes of its row together with its words. */
void dl_tie_extent(const DlTieSpan *span, double *from, double *to);

#endif
