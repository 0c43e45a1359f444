#include <math.h>

#include "layout/tie_lines.h"

/* ---- One line ---- */

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
static DlPlacedRelation *try_line(const DlTieLines *lines, guint line, Manner manner) {
    bool is_flipped = manner == ELSEWHERE;
    if (!is_possible(lines, &g_array_index(lines->spans, DlTieSpan, line)) ||
        (is_flipped && !has_row(lines, line)))
        return NULL;
    DlPlacedRelation *placed = dl_tie_line_place(lines, line);
    if (dl_tie_is_clear(lines, placed, airs[manner]) &&
        !dl_tie_meets_other(lines, placed, is_flipped))
        return placed;
    dl_placed_relation_free(placed);
    return NULL;
}

/* Leaves a mark on its other side, on one of the ways there. */
static void flip_end(const DlTieLines *lines, guint line, int end, guint way) {
    const DlTieEnd *mark = &g_array_index(lines->ends, DlTieEnd, 2 * line + (guint)end);
    DlTieSpan *span = &g_array_index(lines->spans, DlTieSpan, line);
    double off = dl_tie_middle(lines, mark) - dl_tie_planned_at(lines, mark);
    span->at[end] =
        dl_tie_middle(lines, mark) + off + copysign(way * DL_TIE_APART, off);
}

/* With one end or both on the other side of its mark. */
static DlPlacedRelation *try_flipped(const DlTieLines *lines, guint line) {
    static const bool flips[][2] = {{false, true}, {true, false}, {true, true}};
    enum { MOST_WAYS = 3 };
    DlTieSpan *span = &g_array_index(lines->spans, DlTieSpan, line);
    const DlTieSpan planned = *span;
    for (guint i = 0; i < MOST_WAYS * G_N_ELEMENTS(flips); i++) {
        *span = planned;
        for (int end = 0; end < 2; end++)
            if (flips[i % G_N_ELEMENTS(flips)][end])
                flip_end(lines, line, end, i / G_N_ELEMENTS(flips));
        DlPlacedRelation *placed = try_line(lines, line, ELSEWHERE);
        if (placed != NULL)
            return placed;
    }
    *span = planned;
    return NULL;
}

/* Into a panel without a bend, where one end is nearly above the other. */
static DlPlacedRelation *try_straight(const DlTieLines *lines, guint line) {
    static const double NEAR = 12;
    DlTieSpan *span = &g_array_index(lines->spans, DlTieSpan, line);
    const DlTieSpan planned = *span;
    if (span->below[0] == span->below[1] || fabs(span->at[0] - span->at[1]) > NEAR)
        return NULL;
    for (int end = 0; end < 2; end++) {
        span->at[!end] = planned.at[end];
        DlPlacedRelation *placed = try_line(lines, line, ELSEWHERE);
        if (placed != NULL)
            return placed;
        *span = planned;
    }
    return NULL;
}

static DlTieState *state_of(const DlTieLines *lines, guint line) {
    return &lines->states[g_array_index(lines->numbers, guint, line)];
}

static DlPlacedRelation *try_near(const DlTieLines *lines, guint line) {
    DlTieState *state = state_of(lines, line);
    if (*state != DL_TIE_NOT_TRIED)
        return NULL;
    DlPlacedRelation *hook = dl_tie_direct_place(lines, line);
    if (hook == NULL && dl_tie_may_hook(lines, line))
        hook = dl_tie_hook_place(lines, line, false);
    *state = hook != NULL ? DL_TIE_HOOKED : DL_TIE_IN_ROW;
    return hook;
}

static DlPlacedRelation *try_planned(const DlTieLines *lines, guint line) {
    DlPlacedRelation *placed = try_near(lines, line);
    if (placed == NULL)
        placed = try_straight(lines, line);
    return placed != NULL ? placed : try_line(lines, line, AS_PLANNED);
}

static DlPlacedRelation *try_over(const DlTieLines *lines, guint line) {
    return try_line(lines, line, OVER_LEADERS);
}

/* Between marks of one place, or where there was a place before the other lines. */
static DlPlacedRelation *try_hook(const DlTieLines *lines, guint line) {
    const DlTieSpan *span = &g_array_index(lines->spans, DlTieSpan, line);
    DlPlacedRelation *direct = dl_tie_direct_place(lines, line);
    if (direct != NULL || (span->is_near && !dl_tie_may_hook(lines, line)))
        return direct;
    return dl_tie_hook_place(lines, line, false);
}

/* ---- All of them ---- */

static void add_placed(const DlTieLines *lines, guint line, DlPlacedRelation *placed) {
    g_ptr_array_add(lines->placed, placed);
    g_array_append_val(lines->which, line);
}

/* What cannot be placed as planned comes last, and what keeps clear of all others. */
static void place_lines(const DlTieLines *lines, bool *are_placed) {
    static const struct {
        DlPlacedRelation *(*place)(const DlTieLines *lines, guint line);
        bool of_hooks;
    } tries[] = {{try_planned, false},
                 {try_flipped, false},
                 {try_over, false},
                 {try_hook, true}};
    for (size_t k = 0; k < G_N_ELEMENTS(tries); k++)
        for (guint i = 0; i < lines->spans->len; i++) {
            if (are_placed[i] || dl_tie_is_hook(lines, i) != tries[k].of_hooks)
                continue;
            DlPlacedRelation *placed = tries[k].place(lines, i);
            are_placed[i] = placed != NULL;
            if (placed != NULL)
                add_placed(lines, i, placed);
        }
}

/* Takes the line of this index out of those that are placed. */
static DlPlacedRelation *take_placed(const DlTieLines *lines, guint i) {
    g_array_remove_index(lines->which, i);
    return g_ptr_array_steal_index(lines->placed, i);
}

/* A hook goes elsewhere where its words have room there. Takes it; NULL: nowhere. */
static DlPlacedRelation *give_words(const DlTieLines *lines, guint line,
                                    DlPlacedRelation *placed) {
    bool is_hook =
        dl_tie_is_hook(lines, line) || *state_of(lines, line) == DL_TIE_HOOKED;
    bool has_words = g_array_index(lines->spans, DlTieSpan, line).words > 0;
    if (is_hook ? !has_words : dl_tie_words_place(lines, line, placed))
        return placed;
    dl_placed_relation_free(placed);
    return is_hook ? dl_tie_hook_place(lines, line, true) : NULL;
}

/* Lines whose words have no place are taken away again. */
static void place_words(const DlTieLines *lines, bool *are_placed) {
    for (guint n = lines->placed->len; n > 0; n--) {
        guint line = g_array_index(lines->which, guint, 0);
        DlPlacedRelation *placed = give_words(lines, line, take_placed(lines, 0));
        are_placed[line] = placed != NULL;
        if (placed != NULL)
            add_placed(lines, line, placed);
    }
}

bool dl_tie_lines_place(const DlTieLines *lines) {
    g_autofree bool *are_placed = g_new0(bool, lines->spans->len + 1);
    bool is_changed = false;
    place_lines(lines, are_placed);
    place_words(lines, are_placed);
    dl_tie_bring_near(lines);
    for (guint i = 0; i < lines->spans->len; i++) {
        DlTieState *state = state_of(lines, i);
        bool is_new =
            are_placed[i] && *state == DL_TIE_HOOKED && !dl_tie_is_hook(lines, i);
        is_changed = is_changed || !are_placed[i] || is_new;
        if (!are_placed[i])
            *state = *state == DL_TIE_HOOKED ? DL_TIE_IN_ROW : DL_TIE_UNTIED;
    }
    return is_changed;
}
