#include <math.h>

#include "layout/tie_lines.h"

static const DlTieEnd *end_of(const DlTieLines *lines, guint line, int end) {
    return &g_array_index(lines->ends, DlTieEnd, 2 * line + (guint)end);
}

/* Straight from one height to another, behind the axis where that is between. */
static GArray *add_upright(const DlTieLines *lines, const DlTieEnd *end, double along,
                           double from, double to, DlPlacedRelation *placed,
                           GArray *part) {
    double top = dl_tie_band_edge(lines, end, !end->below);
    double bottom = dl_tie_band_edge(lines, end, end->below);
    bool is_passed = fmin(from, to) < top && fmax(from, to) > bottom;
    dl_tie_add_point(lines, part, along, from);
    if (is_passed) {
        dl_tie_add_point(lines, part, along, from < to ? top : bottom);
        part = dl_tie_add_part(placed);
        dl_tie_add_point(lines, part, along, from < to ? bottom : top);
    }
    dl_tie_add_point(lines, part, along, to);
    return part;
}

static DlPlacedRelation *place_hook(const DlTieLines *lines, guint line, double along) {
    DlPlacedRelation *placed = dl_tie_new(lines, line);
    DlPoint from = dl_tie_touch(lines, line, 0, along);
    DlPoint to = dl_tie_touch(lines, line, 1, along);
    GArray *part = dl_tie_add_part(placed);
    dl_tie_add_point(lines, part, from.x, from.y);
    part =
        add_upright(lines, end_of(lines, line, 0), along, from.y, to.y, placed, part);
    dl_tie_add_point(lines, part, to.x, to.y);
    dl_tie_add_head(part, placed);
    return placed;
}

/* How a hook is tried. */
typedef struct {
    const DlTieLines *lines;
    guint line;
    bool has_words, crosses;
} Try;

static DlPlacedRelation *try_hook(const Try *try, double along) {
    DlPlacedRelation *hook = place_hook(try->lines, try->line, along);
    if (dl_tie_is_clear(try->lines, hook, DL_LEADER_APART) &&
        !dl_tie_meets_other(try->lines, hook, !try->crosses) &&
        (!try->has_words ||
         dl_tie_hook_words_place(try->lines, try->line, along, hook)))
        return hook;
    dl_placed_relation_free(hook);
    return NULL;
}

/* ---- Along the axis ---- */

static DlBox mark_box(const DlTieLines *lines, const DlTieEnd *end) {
    const DlPlacedMark *mark = &end->placed->mark;
    const DlPoint centre = dl_tie_turn(lines, mark->centre);
    return mark->is_bar ? dl_tie_turn_box(lines, mark->range)
                        : dl_box_grow((DlBox){centre.x, centre.y, 0, 0}, mark->radius);
}

/* Between two marks at one distance from their axis, and no farther apart than the eye
 * follows; empty: they are not. */
static DlBox gap_between(DlBox first, DlBox second) {
    static const double SAME = 0.5, LEAST = 10, MOST = 150, FOOT = 1;
    const double across = first.y + first.height / 2;
    const DlBox before = first.x < second.x ? first : second;
    const DlBox behind = first.x < second.x ? second : first;
    const double from = before.x + before.width + FOOT, to = behind.x - FOOT;
    const bool is_level = fabs(across - (second.y + second.height / 2)) <= SAME;
    return is_level && to - from >= LEAST && to - from <= MOST
               ? (DlBox){from, across, to - from, 0}
               : dl_box_empty;
}

static bool is_free(const DlTieLines *lines, DlBox gap) {
    static const double AIR = 1; /* across */
    const DlBox way = {gap.x, gap.y - AIR, gap.width, 2 * AIR};
    g_autoptr(GArray) obstacles = dl_tie_obstacles(lines, dl_tie_page_box(lines, way));
    return obstacles->len == 0;
}

/* Other lines leave a mark before it. */
static bool has_others(const DlTieLines *lines, guint line, int end) {
    const DlTieSpan *span = &g_array_index(lines->spans, DlTieSpan, line);
    return span->n_ports[end] > 1 ||
           dl_tie_comes_from_outside(lines->job,
                                     end_of(lines, line, end)->placed->event);
}

DlPlacedRelation *dl_tie_direct_place(const DlTieLines *lines, guint line) {
    const DlTieSpan *span = &g_array_index(lines->spans, DlTieSpan, line);
    const DlBox from = mark_box(lines, end_of(lines, line, 0));
    const DlBox gap = gap_between(from, mark_box(lines, end_of(lines, line, 1)));
    const bool forward = from.x < gap.x;
    if (span->words > 0 || span->in[0] != span->in[1] || dl_box_is_empty(gap) ||
        has_others(lines, line, forward ? 1 : 0) || !is_free(lines, gap))
        return NULL;
    DlPlacedRelation *placed = dl_tie_new(lines, line);
    GArray *part = dl_tie_add_part(placed);
    dl_tie_add_point(lines, part, forward ? gap.x : gap.x + gap.width, gap.y);
    dl_tie_add_point(lines, part, forward ? gap.x + gap.width : gap.x, gap.y);
    dl_tie_add_head(part, placed);
    if (!dl_tie_meets_other(lines, placed, true))
        return placed;
    dl_placed_relation_free(placed);
    return NULL;
}

/* ---- Beside both marks ---- */

static double first_track(const DlTieSpan *span) {
    return fmin(span->at[0], span->at[1]);
}

/* The line meets its mark from beside, not from above. */
static bool is_beside(const DlTieLines *lines, guint line, int end, double along) {
    return dl_tie_touch(lines, line, end, along).x != along;
}

bool dl_tie_may_hook(const DlTieLines *lines, guint line) {
    static const double NEAR = 24, LEAST_HEIGHT = 8;
    const DlTieSpan *span = &g_array_index(lines->spans, DlTieSpan, line);
    double along = first_track(span);
    double height = fabs(dl_tie_touch(lines, line, 0, along).y -
                         dl_tie_touch(lines, line, 1, along).y);
    return span->below[0] == span->below[1] && span->in[0] == span->in[1] &&
           fabs(span->at[0] - span->at[1]) <= NEAR && height >= LEAST_HEIGHT &&
           is_beside(lines, line, 0, along) && is_beside(lines, line, 1, along);
}

DlPlacedRelation *dl_tie_hook_place(const DlTieLines *lines, guint line,
                                    bool has_words) {
    enum { MOST_TRACKS = 6 };
    double along = first_track(&g_array_index(lines->spans, DlTieSpan, line));
    DlPlacedRelation *hook = NULL;
    for (int crosses = 0; crosses < 2; crosses++) {
        const Try try = {lines, line, has_words, crosses};
        for (int track = 0; track < MOST_TRACKS && hook == NULL; track++)
            hook = try_hook(&try, along - track * DL_TIE_APART);
    }
    return hook;
}
