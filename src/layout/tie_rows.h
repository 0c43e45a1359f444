/* In which row the line of each relation runs, so that lines cross as little as may be.
 *
 * Rows lie one below the other between what is above and what is below them. A line
 * runs along its row and leaves it at both ends, upwards or downwards through the rows
 * on its way: there it crosses the lines of those rows. */
#ifndef DL_LAYOUT_TIE_ROWS_H
#define DL_LAYOUT_TIE_ROWS_H

#include <glib.h>
#include <stdbool.h>

typedef struct {
    double at[2];  /* along: both ends */
    bool below[2]; /* it leaves the row downwards there */
} DlTieSpan;

/* How often lines cross where the span of index i has the row `rows[i]`. */
guint dl_tie_crossings(const GArray *spans, const guint *rows);
/* Whether a line passes a place in a row that is not its own, going up or down. */
bool dl_tie_passes(const DlTieSpan *span, guint own_row, guint row, double from,
                   double to);
/* A row of its own for each of the spans (of DlTieSpan), from 0 at the top: with as few
 * crossings as there can be for up to 6 of them, and as swapping two rows can reach for
 * more. The caller owns the array. */
guint *dl_tie_rows(const GArray *spans);

#endif
