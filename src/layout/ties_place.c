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

static bool find_end(const DlTieLines *lines, const DlEvent *event, DlTieEnd *end) {
    bool before = dl_ties_lie_before(lines->job);
    const GPtrArray *panels = lines->panels;
    *end = (DlTieEnd){lines->axis, find_in(lines->axis, event), before};
    for (guint i = 0; panels != NULL && i < panels->len && end->placed == NULL; i++) {
        const DlPanel *panel = g_ptr_array_index(panels, i);
        *end = (DlTieEnd){panel, find_in(panel, event), true};
    }
    return end->placed != NULL;
}

double dl_tie_planned_at(const DlTieLines *lines, const DlTieEnd *end) {
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
        .at = {dl_tie_planned_at(lines, &from), dl_tie_planned_at(lines, &to)},
        .below = {from.below, to.below},
        .of = {relation->from, relation->to},
        .in = {from.panel, to.panel},
        .reach = {reach_of(lines, &from), reach_of(lines, &to)},
        .is_near = lines->states[i] == DL_TIE_HOOKED,
        .words = dl_ties_words_length(lines->job, lines->ties, i),
    };
    g_array_append_val(lines->ends, from);
    g_array_append_val(lines->ends, to);
    g_array_append_val(lines->spans, span);
    g_array_append_val(lines->numbers, i);
}

static void find_lines(DlTieLines *lines) {
    for (guint i = 0; i < lines->ties->drawn->len; i++) {
        const DlRelation *relation = g_ptr_array_index(lines->ties->drawn, i);
        DlTieEnd from, to;
        if (lines->states[i] != DL_TIE_UNTIED &&
            find_end(lines, relation->from, &from) &&
            find_end(lines, relation->to, &to))
            add_line(lines, i, from, to);
    }
    dl_tie_spread(lines->spans);
}

/* ---- Rows ---- */

bool dl_tie_is_hook(const DlTieLines *lines, guint line) {
    return g_array_index(lines->spans, DlTieSpan, line).is_hook;
}

/* Across, where rows begin; returns where the last ends. */
static double find_tops(DlTieLines *lines, double top) {
    guint n = lines->spans->len;
    lines->tops = g_new(double, n + 1);
    for (guint row = 0; row < n; row++) {
        double depth = 0;
        for (guint line = 0; line < n; line++)
            if (lines->rows[line] == row && !dl_tie_is_hook(lines, line))
                depth =
                    fmax(depth,
                         dl_ties_row_depth(lines->job, lines->ties,
                                           g_array_index(lines->numbers, guint, line)));
        lines->tops[row] = top;
        top += depth;
    }
    return lines->tops[n] = top;
}

/* Across; before lanes, air comes behind them. */
static double rows_start(const DlTieLines *lines) {
    const DlLayoutJob *job = lines->job;
    const DlBox box = dl_tie_turn_box(lines, lines->axis->box);
    const DlBox band =
        dl_tie_turn_box(lines, g_array_index(lines->axis->bands, DlBox, 0));
    if (dl_ties_lie_before(job))
        return band.y + band.height;
    if (job->ties_lie_ahead)
        return band.y + band.height + DL_TIE_TAIL_GAP;
    return box.y + box.height - lines->ties->depth + DL_TIE_TAIL_GAP;
}

static void clear_lines(DlTieLines *lines) {
    g_array_set_size(lines->ends, 0);
    g_array_set_size(lines->spans, 0);
    g_array_set_size(lines->numbers, 0);
    g_array_set_size(lines->which, 0);
    g_clear_pointer(&lines->rows, g_free);
    g_clear_pointer(&lines->tops, g_free);
}

/* Again without the rows that are not needed, as long as no line is lost by it. Returns
 * what the rows take, across. */
static double place_all(DlTieLines *lines) {
    enum { MOST_PASSES = 12 };
    const GDestroyNotify free_line = (GDestroyNotify)dl_placed_relation_free;
    double from = rows_start(lines), taken = 0;
    bool is_changed = true;
    for (int pass = 0; pass < MOST_PASSES && is_changed; pass++) {
        g_autoptr(GPtrArray) before = lines->placed;
        clear_lines(lines);
        lines->placed = g_ptr_array_new_with_free_func(free_line);
        find_lines(lines);
        lines->rows = dl_tie_rows(lines->spans);
        double now = find_tops(lines, from) - from;
        is_changed = dl_tie_lines_place(lines);
        if (before != NULL && lines->placed->len < before->len) {
            g_ptr_array_unref(lines->placed);
            lines->placed = g_steal_pointer(&before);
            return taken;
        }
        taken = now;
    }
    return taken;
}

double dl_ties_place(const DlLayoutJob *job, DlPanel *axis, const GPtrArray *panels) {
    if (job->ties == NULL)
        return 0;
    g_autoptr(GArray) ends = g_array_new(false, false, sizeof(DlTieEnd));
    g_autoptr(GArray) spans = g_array_new(false, false, sizeof(DlTieSpan));
    g_autoptr(GArray) numbers = g_array_new(false, false, sizeof(guint));
    g_autoptr(GArray) which = g_array_new(false, false, sizeof(guint));
    DlTieLines lines = {.job = job,
                        .ties = job->ties,
                        .axis = axis,
                        .panels = panels,
                        .states = g_new0(DlTieState, job->ties->drawn->len),
                        .ends = ends,
                        .spans = spans,
                        .numbers = numbers,
                        .which = which};
    double taken = place_all(&lines);
    if (!axis->vertical)
        dl_tie_clear_headings(&lines);
    dl_tie_cut(&lines);
    g_ptr_array_extend_and_steal(axis->relations, lines.placed);
    g_free(lines.states);
    g_free(lines.rows);
    g_free(lines.tops);
    return job->ties->depth - taken - (taken > 0 ? DL_TIE_TAIL_GAP : 0);
}
