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
    bool before = dl_ties_lie_before(lines->job);
    *end = (DlTieEnd){lines->axis, find_in(lines->axis, event), before};
    for (guint i = 0; panels != NULL && i < panels->len && end->placed == NULL; i++) {
        const DlPanel *panel = g_ptr_array_index(panels, i);
        *end = (DlTieEnd){panel, find_in(panel, event), true};
    }
    return end->placed != NULL;
}

/* Along: where the line is to end. */
static double planned_at(const DlTieLines *lines, const DlTieEnd *end) {
    double at = dl_tie_turn(lines, end->placed->tie).x;
    bool is_behind = !end->placed->mark.is_bar &&
                     dl_tie_is_behind(lines->job, lines->ties, end->placed->event);
    return is_behind ? 2 * dl_tie_middle(lines, end) - at : at;
}

/* Across: from where the rows are, or those before it. */
static double reach_of(const DlTieLines *lines, const DlTieEnd *end) {
    const DlPlacedMark *mark = &end->placed->mark;
    DlBox bar = dl_tie_turn_box(lines, mark->range);
    double across =
        mark->is_bar ? bar.y + bar.height / 2 : dl_tie_turn(lines, mark->centre).y;
    return end->below ? across : -across;
}

static void add_line(DlTieLines *lines, guint i, DlTieEnd from, DlTieEnd to) {
    const DlRelation *relation = g_ptr_array_index(lines->ties->drawn, i);
    DlTieSpan span = {
        .at = {planned_at(lines, &from), planned_at(lines, &to)},
        .below = {from.below, to.below},
        .of = {relation->from, relation->to},
        .in = {from.panel, to.panel},
        .reach = {reach_of(lines, &from), reach_of(lines, &to)},
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

static bool is_hook(const DlTieLines *lines, guint line) {
    return g_array_index(lines->spans, DlTieSpan, line).is_hook;
}

/* Across, where rows begin; returns where the last ends. */
static double find_tops(DlTieLines *lines, double top) {
    guint n = lines->spans->len;
    lines->tops = g_new(double, n + 1);
    for (guint row = 0; row < n; row++) {
        double depth = 0;
        for (guint line = 0; line < n; line++)
            if (lines->rows[line] == row && !is_hook(lines, line))
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

/* Along: how far lines may run beyond the ends of the axis: into a margin, or to where
 * an axis that runs down can give them room. */
static double most_outside(const DlLayoutJob *job) {
    static const double FREE = 20, FIXED = 8;
    bool is_fixed = job->chart->page.height > 0 || job->insets != NULL ||
                    job->chart->segments != DL_SEGMENTS_NONE;
    return job->vertical && is_fixed ? FIXED : FREE;
}

/* Two ends on one spot have no line between them that could be seen; and lines stay
 * with their axis. */
static bool is_possible(const DlTieLines *lines, const DlTieSpan *span) {
    static const double LEAST = 6;
    const DlBox box = dl_tie_turn_box(lines, lines->axis->box);
    double most = most_outside(lines->job);
    for (int end = 0; end < 2; end++)
        if (span->at[end] < box.x - most || span->at[end] > box.x + box.width + most)
            return false;
    return span->below[0] != span->below[1] || fabs(span->at[0] - span->at[1]) >= LEAST;
}

/* The other lines of its row leave it room. */
static bool has_row(const DlTieLines *lines, guint line) {
    double from, to, other_from, other_to;
    dl_tie_extent(&g_array_index(lines->spans, DlTieSpan, line), &from, &to);
    for (guint i = 0; i < lines->spans->len; i++) {
        const DlTieSpan *other = &g_array_index(lines->spans, DlTieSpan, i);
        dl_tie_extent(other, &other_from, &other_to);
        if (i != line && !other->is_hook && lines->rows[i] == lines->rows[line] &&
            from < other_to && other_from < to)
            return false;
    }
    return true;
}

/* How a line is tried: where labels and leaders were kept clear of it, where they were
 * not, or over a leader that comes too near beside its mark. */
typedef enum { AS_PLANNED, ELSEWHERE, OVER_LEADERS } Manner;

static const double airs[] = {
    [AS_PLANNED] = 0, [ELSEWHERE] = DL_LEADER_APART, [OVER_LEADERS] = -INFINITY};

/* NULL where it would do harm. */
static DlPlacedRelation *try_line(const DlTieLines *lines, guint line,
                                  const GPtrArray *panels, Manner manner) {
    bool is_flipped = manner == ELSEWHERE;
    if (!is_possible(lines, &g_array_index(lines->spans, DlTieSpan, line)) ||
        (is_flipped && !has_row(lines, line)))
        return NULL;
    DlPlacedRelation *placed = dl_tie_line_place(lines, line);
    if (dl_tie_words_place(lines, line, placed) &&
        dl_tie_is_clear(placed, lines->axis, panels, airs[manner]) &&
        !dl_tie_meets_other(placed, lines->placed, is_flipped))
        return placed;
    dl_placed_relation_free(placed);
    return NULL;
}

/* Leaves a mark on its other side. */
static void flip_end(const DlTieLines *lines, guint line, int end) {
    const DlTieEnd *mark = &g_array_index(lines->ends, DlTieEnd, 2 * line + (guint)end);
    DlTieSpan *span = &g_array_index(lines->spans, DlTieSpan, line);
    double middle = dl_tie_middle(lines, mark);
    span->at[end] = 2 * middle - span->at[end];
}

/* With one end or both on the other side of its mark. */
static DlPlacedRelation *try_flipped(const DlTieLines *lines, guint line,
                                     const GPtrArray *panels) {
    static const bool flips[][2] = {{false, true}, {true, false}, {true, true}};
    DlTieSpan *span = &g_array_index(lines->spans, DlTieSpan, line);
    const DlTieSpan planned = *span;
    for (size_t i = 0; i < G_N_ELEMENTS(flips); i++) {
        *span = planned;
        for (int end = 0; end < 2; end++)
            if (flips[i][end])
                flip_end(lines, line, end);
        DlPlacedRelation *placed = try_line(lines, line, panels, ELSEWHERE);
        if (placed != NULL)
            return placed;
    }
    *span = planned;
    return NULL;
}

/* Into a panel without a bend, where one end is nearly above the other. */
static DlPlacedRelation *try_straight(const DlTieLines *lines, guint line,
                                      const GPtrArray *panels) {
    static const double NEAR = 12;
    DlTieSpan *span = &g_array_index(lines->spans, DlTieSpan, line);
    const DlTieSpan planned = *span;
    if (span->below[0] == span->below[1] || fabs(span->at[0] - span->at[1]) > NEAR)
        return NULL;
    for (int end = 0; end < 2; end++) {
        span->at[!end] = planned.at[end];
        DlPlacedRelation *placed = try_line(lines, line, panels, ELSEWHERE);
        if (placed != NULL)
            return placed;
        *span = planned;
    }
    return NULL;
}

static void keep_line(const DlTieLines *lines, DlPlacedRelation *placed,
                      bool *is_left) {
    *is_left = placed == NULL;
    if (placed != NULL)
        g_ptr_array_add(lines->placed, placed);
}

/* What cannot be placed as planned comes last, and what keeps clear of all others. */
static void place_lines(const DlTieLines *lines, const GPtrArray *panels) {
    guint n = lines->spans->len;
    g_autofree bool *are_left = g_new0(bool, n + 1);
    for (guint i = 0; i < n; i++) {
        if (is_hook(lines, i))
            continue;
        DlPlacedRelation *straight = try_straight(lines, i, panels);
        keep_line(lines,
                  straight != NULL ? straight : try_line(lines, i, panels, AS_PLANNED),
                  &are_left[i]);
    }
    for (guint i = 0; i < n; i++)
        if (are_left[i])
            keep_line(lines, try_flipped(lines, i, panels), &are_left[i]);
    for (guint i = 0; i < n; i++)
        if (are_left[i])
            keep_line(lines, try_line(lines, i, panels, OVER_LEADERS), &are_left[i]);
    for (guint i = 0; i < n; i++)
        if (is_hook(lines, i))
            keep_line(lines, dl_tie_hook_place(lines, i, panels), &are_left[i]);
}

/* Headings of insets make way for the lines that come down to their marks. */
static bool move_aside(const GArray *line, DlPlacedText *text) {
    for (guint i = 1; i < line->len; i++) {
        DlPoint from = g_array_index(line, DlPoint, i - 1);
        DlPoint to = g_array_index(line, DlPoint, i);
        if (from.x == to.x && fmin(from.y, to.y) < text->at.y + text->block->height &&
            fmax(from.y, to.y) > text->at.y && from.x > text->at.x - DL_TIE_TEXT_AIR &&
            from.x < text->at.x + text->block->width + DL_TIE_TEXT_AIR) {
            text->at.x = from.x + DL_TIE_TEXT_AIR;
            return true;
        }
    }
    return false;
}

static void move_aside_of_all(const GPtrArray *relations, DlPlacedText *text) {
    bool is_moved = text->block != NULL;
    while (is_moved) {
        is_moved = false;
        for (guint i = 0; i < relations->len; i++) {
            const DlPlacedRelation *placed = g_ptr_array_index(relations, i);
            for (guint j = 0; j < placed->lines->len; j++)
                is_moved =
                    move_aside(g_ptr_array_index(placed->lines, j), text) || is_moved;
        }
    }
}

static bool is_within(const DlPanel *panel, const DlPlacedText *text) {
    return text->at.x + text->block->width <= panel->box.x + panel->box.width;
}

/* Where it has no room beside them, they pass behind it. */
static void clear_headings(const GPtrArray *relations, const GPtrArray *panels) {
    for (guint i = 0; panels != NULL && i < panels->len; i++) {
        DlPanel *panel = g_ptr_array_index(panels, i);
        double before = panel->heading.at.x;
        move_aside_of_all(relations, &panel->heading);
        if (panel->heading.block != NULL && !is_within(panel, &panel->heading))
            panel->heading.at.x = before;
        panel->note.at.x += panel->heading.at.x - before;
        move_aside_of_all(relations, &panel->note);
        if (panel->note.block != NULL && !is_within(panel, &panel->note))
            g_clear_pointer(&panel->note.block, dl_text_block_free);
    }
}

/* Across; before lanes, air comes behind them. */
static double rows_start(const DlTieLines *lines) {
    DlBox box = dl_tie_turn_box(lines, lines->axis->box);
    if (!dl_ties_lie_before(lines->job))
        return box.y + box.height - lines->ties->depth + DL_TIE_TAIL_GAP;
    box = dl_tie_turn_box(lines, g_array_index(lines->axis->bands, DlBox, 0));
    return box.y + box.height;
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
    g_autoptr(GPtrArray) placed = g_ptr_array_new();
    g_autoptr(GArray) numbers = g_array_new(false, false, sizeof(guint));
    DlTieLines lines = {.job = job,
                        .ties = job->ties,
                        .axis = axis,
                        .placed = placed,
                        .ends = ends,
                        .spans = spans,
                        .numbers = numbers};
    find_lines(&lines, panels);
    lines.rows = dl_tie_rows(spans);
    double from = rows_start(&lines);
    double taken = find_tops(&lines, from) - from;
    place_lines(&lines, panels);
    if (!axis->vertical)
        clear_headings(placed, panels);
    dl_tie_cut(&lines, panels);
    g_ptr_array_extend_and_steal(axis->relations, g_steal_pointer(&placed));
    if (panels == NULL && !dl_ties_lie_before(job))
        shrink(axis, job->ties->depth - taken - (taken > 0 ? DL_TIE_TAIL_GAP : 0));
    g_free(lines.rows);
    g_free(lines.tops);
}
