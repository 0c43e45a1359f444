#include <math.h>

#include "layout/tie_lines.h"

static const double STEP = 4; /* across: from one way that is tried to the next */

static bool may_move(const DlTieLines *lines, guint line) {
    const DlTieSpan *span = &g_array_index(lines->spans, DlTieSpan, line);
    return !span->is_hook && span->words == 0 && !span->below[0] && !span->below[1] &&
           lines->states[g_array_index(lines->numbers, guint, line)] == DL_TIE_IN_ROW;
}

/* All that is written, and marks, bars and leaders leave it room. */
static bool is_free(const DlTieLines *lines, const DlTieSpan *span, double across) {
    static const double AIR = 2;
    const double from = fmin(span->at[0], span->at[1]);
    const double to = fmax(span->at[0], span->at[1]);
    const DlBox way = {from, across - AIR, to - from, 2 * AIR};
    g_autoptr(GArray) obstacles = dl_tie_obstacles(lines, dl_tie_page_box(lines, way));
    return obstacles->len == 0;
}

/* NULL where it would do harm. */
static DlPlacedRelation *try_at(const DlTieLines *lines, guint line, double across) {
    if (!is_free(lines, &g_array_index(lines->spans, DlTieSpan, line), across))
        return NULL;
    DlPlacedRelation *placed = dl_tie_line_place_at(lines, line, across);
    if (dl_tie_is_clear(lines, placed, 0) && !dl_tie_meets_other(lines, placed, true))
        return placed;
    dl_placed_relation_free(placed);
    return NULL;
}

/* Across: level with the marks that lie on the side of the rows, else behind the axis.
 */
static double nearest(const DlTieLines *lines, guint line) {
    static const double BEHIND = 7; /* more than what an edge of the axis would be */
    const DlTieSpan *span = &g_array_index(lines->spans, DlTieSpan, line);
    double level = -INFINITY, edge = -INFINITY;
    for (int end = 0; end < 2; end++) {
        const DlTieEnd *mark =
            &g_array_index(lines->ends, DlTieEnd, 2 * line + (guint)end);
        level = fmax(level, dl_tie_touch(lines, line, end, span->at[end]).y);
        edge = fmax(edge, dl_tie_band_edge(lines, mark, false));
    }
    return level > edge ? level : edge + BEHIND;
}

static DlPlacedRelation *find_nearer(const DlTieLines *lines, guint line) {
    const double row = dl_tie_row_line(lines, lines->rows[line]);
    DlPlacedRelation *placed = NULL;
    for (double across = nearest(lines, line); placed == NULL && across < row - STEP;
         across += STEP)
        placed = try_at(lines, line, across);
    return placed;
}

void dl_tie_bring_near(const DlTieLines *lines) {
    if (dl_ties_lie_before(lines->job))
        return;
    for (guint i = 0; i < lines->placed->len; i++) {
        const guint line = g_array_index(lines->which, guint, i);
        if (!may_move(lines, line))
            continue;
        DlPlacedRelation *own = g_ptr_array_steal_index(lines->placed, i);
        DlPlacedRelation *nearer = find_nearer(lines, line);
        if (nearer != NULL)
            dl_placed_relation_free(own);
        g_ptr_array_insert(lines->placed, (gint)i, nearer != NULL ? nearer : own);
    }
}
