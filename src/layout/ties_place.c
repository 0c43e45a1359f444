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
        .is_hook = lines->states[i] == DL_TIE_HOOKED,
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
        if (lines->states[i] != DL_TIE_UNTIED &&
            find_end(lines, panels, relation->from, &from) &&
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

static DlTieState *state_of(const DlTieLines *lines, guint line) {
    return &lines->states[g_array_index(lines->numbers, guint, line)];
}

static DlPlacedRelation *try_near(const DlTieLines *lines, guint line,
                                  const GPtrArray *panels) {
    DlTieState *state = state_of(lines, line);
    if (*state != DL_TIE_NOT_TRIED)
        return NULL;
    DlPlacedRelation *hook =
        dl_tie_may_hook(lines, line) ? dl_tie_hook_place(lines, line, panels) : NULL;
    *state = hook != NULL ? DL_TIE_HOOKED : DL_TIE_IN_ROW;
    return hook;
}

static DlPlacedRelation *try_planned(const DlTieLines *lines, guint line,
                                     const GPtrArray *panels) {
    DlPlacedRelation *placed = try_near(lines, line, panels);
    if (placed == NULL)
        placed = try_straight(lines, line, panels);
    return placed != NULL ? placed : try_line(lines, line, panels, AS_PLANNED);
}

static DlPlacedRelation *try_over(const DlTieLines *lines, guint line,
                                  const GPtrArray *panels) {
    return try_line(lines, line, panels, OVER_LEADERS);
}

/* What cannot be placed as planned comes last, and what keeps clear of all others.
 * Returns whether the others can do without a row of it. */
static bool place_lines(const DlTieLines *lines, const GPtrArray *panels) {
    static const struct {
        DlPlacedRelation *(*place)(const DlTieLines *lines, guint line,
                                   const GPtrArray *panels);
        bool of_hooks;
    } tries[] = {{try_planned, false},
                 {try_flipped, false},
                 {try_over, false},
                 {dl_tie_hook_place, true}};
    guint n = lines->spans->len;
    g_autofree bool *are_placed = g_new0(bool, n + 1);
    bool is_changed = false;
    for (size_t k = 0; k < G_N_ELEMENTS(tries); k++)
        for (guint i = 0; i < n; i++) {
            if (are_placed[i] || is_hook(lines, i) != tries[k].of_hooks)
                continue;
            DlPlacedRelation *placed = tries[k].place(lines, i, panels);
            are_placed[i] = placed != NULL;
            if (placed != NULL)
                g_ptr_array_add(lines->placed, placed);
        }
    for (guint i = 0; i < n; i++) {
        DlTieState *state = state_of(lines, i);
        bool is_new = are_placed[i] && *state == DL_TIE_HOOKED && !is_hook(lines, i);
        is_changed = is_changed || !are_placed[i] || is_new;
        if (!are_placed[i])
            *state = *state == DL_TIE_HOOKED ? DL_TIE_IN_ROW : DL_TIE_UNTIED;
    }
    return is_changed;
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

static void clear_lines(DlTieLines *lines) {
    g_array_set_size(lines->ends, 0);
    g_array_set_size(lines->spans, 0);
    g_array_set_size(lines->numbers, 0);
    g_clear_pointer(&lines->rows, g_free);
    g_clear_pointer(&lines->tops, g_free);
}

/* Again without the rows that are not needed, as long as no line is lost by it. Returns
 * what the rows take, across. */
static double place_all(DlTieLines *lines, const GPtrArray *panels) {
    enum { MOST_PASSES = 12 };
    const GDestroyNotify free_line = (GDestroyNotify)dl_placed_relation_free;
    double from = rows_start(lines), taken = 0;
    bool is_changed = true;
    for (int pass = 0; pass < MOST_PASSES && is_changed; pass++) {
        g_autoptr(GPtrArray) before = lines->placed;
        clear_lines(lines);
        lines->placed = g_ptr_array_new_with_free_func(free_line);
        find_lines(lines, panels);
        lines->rows = dl_tie_rows(lines->spans);
        double now = find_tops(lines, from) - from;
        is_changed = place_lines(lines, panels);
        if (before != NULL && lines->placed->len < before->len) {
            g_ptr_array_unref(lines->placed);
            lines->placed = g_steal_pointer(&before);
            return taken;
        }
        taken = now;
    }
    return taken;
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
                        .states = g_new0(DlTieState, job->ties->drawn->len),
                        .ends = ends,
                        .spans = spans,
                        .numbers = numbers};
    double taken = place_all(&lines, panels);
    if (!axis->vertical)
        dl_tie_clear_headings(lines.placed, panels);
    dl_tie_cut(&lines, panels);
    g_ptr_array_extend_and_steal(axis->relations, lines.placed);
    if (panels == NULL && !dl_ties_lie_before(job))
        shrink(axis, job->ties->depth - taken - (taken > 0 ? DL_TIE_TAIL_GAP : 0));
    g_free(lines.states);
    g_free(lines.rows);
    g_free(lines.tops);
}
