#include <math.h>

#include "layout/tie_lines.h"

/* ---- Finding the ends ---- */

static const DlPlacedEvent *find_in(const DlPanel *panel, const DlEvent *event) {
    for (guint i = 0; i < panel->events->len; i++) {
        const DlPlacedEvent *placed = g_ptr_array_index(panel->events, i);
        if (placed->event == event && placed->is_tied)
            return placed;
    }
    return NULL;
}

static bool find_end(const DlTieLines *lines, const GPtrArray *panels,
                     const DlEvent *event, DlTieEnd *end) {
    *end = (DlTieEnd){lines->axis, find_in(lines->axis, event), false};
    for (guint i = 0; panels != NULL && i < panels->len && end->placed == NULL; i++) {
        const DlPanel *panel = g_ptr_array_index(panels, i);
        *end = (DlTieEnd){panel, find_in(panel, event), true};
    }
    return end->placed != NULL;
}

static void add_line(DlTieLines *lines, guint i, DlTieEnd from, DlTieEnd to) {
    const DlRelation *relation = g_ptr_array_index(lines->ties->drawn, i);
    DlTieSpan span = {
        .at = {dl_tie_turn(lines, from.placed->tie).x,
               dl_tie_turn(lines, to.placed->tie).x},
        .below = {from.below, to.below},
        .of = {relation->from, relation->to},
        .words = dl_ties_words_length(lines->job, lines->ties, i),
    };
    g_array_append_val(lines->ends, from);
    g_array_append_val(lines->ends, to);
    g_array_append_val(lines->spans, span);
    g_array_append_val(lines->numbers, i);
}

static void find_lines(DlTieLines *lines, const GPtrArray *panels) {
    for (guint i = 0; i < lines->ties->drawn->len; i++) {
        const DlRelation *relation = g_ptr_array_index(lines->ties->drawn, i);
        DlTieEnd from, to;
        if (find_end(lines, panels, relation->from, &from) &&
            find_end(lines, panels, relation->to, &to))
            add_line(lines, i, from, to);
    }
    dl_tie_spread(lines->spans);
}

/* ---- Rows ---- */

/* Across, where rows begin; returns where the last ends. */
static double find_tops(DlTieLines *lines, double top) {
    guint n = lines->spans->len;
    lines->tops = g_new(double, n + 1);
    for (guint row = 0; row < n; row++) {
        double depth = 0;
        for (guint line = 0; line < n; line++)
            if (lines->rows[line] == row)
                depth =
                    fmax(depth,
                         dl_ties_row_depth(lines->job, lines->ties,
                                           g_array_index(lines->numbers, guint, line)));
        lines->tops[row] = top;
        top += depth;
    }
    return lines->tops[n] = top;
}

/* ---- Lines and words ---- */

/* Two ends on one spot have no line between them that could be seen. */
static bool has_length(const DlTieSpan *span) {
    static const double LEAST = 6;
    return span->below[0] != span->below[1] || fabs(span->at[0] - span->at[1]) >= LEAST;
}

static void place_lines(DlTieLines *lines, const GPtrArray *panels) {
    const DlPanel *axis = lines->axis;
    for (guint i = 0; i < lines->spans->len; i++) {
        if (!has_length(&g_array_index(lines->spans, DlTieSpan, i)))
            continue;
        DlPlacedRelation *placed = dl_tie_line_place(lines, i);
        if (dl_tie_words_place(lines, i, placed) &&
            dl_tie_is_clear(placed, axis, panels))
            g_ptr_array_add(axis->relations, placed);
        else
            dl_placed_relation_free(placed);
    }
}

/* Headings of insets make way for the lines that come down to their marks. */
static void move_aside(const DlPanel *panel, DlPlacedText *text) {
    if (text->block == NULL)
        return;
    for (guint i = 0; i < panel->events->len; i++) {
        const DlPlacedEvent *placed = g_ptr_array_index(panel->events, i);
        if (placed->is_tied && placed->tie.x > text->at.x - DL_TIE_TEXT_AIR &&
            placed->tie.x < text->at.x + text->block->width + DL_TIE_TEXT_AIR)
            text->at.x = placed->tie.x + DL_TIE_TEXT_AIR;
    }
}

static void clear_headings(const GPtrArray *panels) {
    for (guint i = 0; panels != NULL && i < panels->len; i++) {
        DlPanel *panel = g_ptr_array_index(panels, i);
        double before = panel->heading.at.x;
        move_aside(panel, &panel->heading);
        panel->note.at.x += panel->heading.at.x - before;
        move_aside(panel, &panel->note);
        if (panel->note.block == NULL || panel->note.at.x + panel->note.block->width <=
                                             panel->box.x + panel->box.width)
            continue;
        dl_text_block_free(panel->note.block);
        panel->note.block = NULL;
    }
}

/* What rows do not need is not left blank. */
static void shrink(DlPanel *axis, double by) {
    if (axis->vertical)
        axis->box.width -= by;
    else
        axis->box.height -= by;
}

void dl_ties_place(const DlLayoutJob *job, DlPanel *axis, const GPtrArray *panels) {
    if (job->ties == NULL)
        return;
    g_autoptr(GArray) ends = g_array_new(false, false, sizeof(DlTieEnd));
    g_autoptr(GArray) spans = g_array_new(false, false, sizeof(DlTieSpan));
    g_autoptr(GArray) numbers = g_array_new(false, false, sizeof(guint));
    DlTieLines lines = {.job = job,
                        .ties = job->ties,
                        .axis = axis,
                        .ends = ends,
                        .spans = spans,
                        .numbers = numbers};
    find_lines(&lines, panels);
    lines.rows = dl_tie_rows(spans);
    DlBox box = dl_tie_turn_box(&lines, axis->box);
    double end = box.y + box.height;
    double taken = find_tops(&lines, end - job->ties->depth + DL_TIE_TAIL_GAP);
    place_lines(&lines, panels);
    dl_tie_cut(axis->relations);
    if (panels == NULL)
        shrink(axis, end - taken);
    else if (!axis->vertical)
        clear_headings(panels);
    g_free(lines.rows);
    g_free(lines.tops);
}
