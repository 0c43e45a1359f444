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
    guint number = g_array_index(lines->numbers, guint, line);
    DlPlacedRelation *placed =
        dl_placed_relation_new(g_ptr_array_index(lines->ties->drawn, number));
    DlPoint from = dl_tie_touch(lines, line, 0, along);
    DlPoint to = dl_tie_touch(lines, line, 1, along);
    GArray *part = dl_tie_add_part(placed);
    dl_tie_add_point(lines, part, from.x, from.y);
    part =
        add_upright(lines, end_of(lines, line, 0), along, from.y, to.y, placed, part);
    dl_tie_add_point(lines, part, to.x, to.y);
    placed->head = g_array_index(part, DlPoint, part->len - 1);
    placed->head_from = g_array_index(part, DlPoint, part->len - 2);
    return placed;
}

static bool covers_words(const GPtrArray *relations, DlBox box) {
    for (guint i = 0; i < relations->len; i++) {
        const DlPlacedText *label =
            &((const DlPlacedRelation *)g_ptr_array_index(relations, i))->label;
        if (label->block != NULL &&
            dl_box_meet(box,
                        (DlBox){label->at.x, label->at.y, label->block->width,
                                label->block->height},
                        0))
            return true;
    }
    return false;
}

static bool covers_bars(const DlPanel *panel, DlBox box) {
    for (guint i = 0; i < panel->events->len; i++) {
        const DlPlacedMark *mark =
            &((const DlPlacedEvent *)g_ptr_array_index(panel->events, i))->mark;
        if ((mark->is_bar || mark->shows_range) && dl_box_meet(box, mark->range, 0))
            return true;
    }
    return false;
}

/* What words would hide is what a line through their box would pass. */
static bool has_room(const DlTieLines *lines, const DlPlacedRelation *hook, DlBox box,
                     const GPtrArray *panels) {
    DlPlacedRelation *diagonal = dl_placed_relation_new(hook->relation);
    GArray *part = dl_tie_add_part(diagonal);
    const DlPoint corners[] = {{box.x, box.y}, {box.x + box.width, box.y + box.height}};
    g_array_append_vals(part, corners, G_N_ELEMENTS(corners));
    bool is_free = !covers_words(lines->placed, box) &&
                   !covers_bars(lines->axis, box) &&
                   dl_tie_is_clear(diagonal, lines->axis, panels, DL_LEADER_APART) &&
                   !dl_tie_meets_other(diagonal, lines->placed, true);
    dl_placed_relation_free(diagonal);
    return is_free;
}

static bool is_within(DlBox box, DlBox whole) {
    return box.x >= whole.x && box.y >= whole.y &&
           box.x + box.width <= whole.x + whole.width &&
           box.y + box.height <= whole.y + whole.height;
}

/* Before the line, at the height of its middle. */
static bool place_words(const DlTieLines *lines, guint line, double along,
                        const GPtrArray *panels, DlPlacedRelation *hook) {
    guint number = g_array_index(lines->numbers, guint, line);
    const DlTextBlock *block = g_ptr_array_index(lines->ties->words, number);
    if (block == NULL)
        return true;
    bool vertical = lines->axis->vertical;
    double length = vertical ? block->height : block->width;
    double depth = vertical ? block->width : block->height;
    double middle = (dl_tie_touch(lines, line, 0, along).y +
                     dl_tie_touch(lines, line, 1, along).y) /
                    2;
    const DlBox box =
        dl_tie_turn_box(lines, (DlBox){along - DL_TIE_TEXT_AIR - length,
                                       middle - depth / 2, length, depth});
    if (!is_within(box, lines->axis->box) || !has_room(lines, hook, box, panels))
        return false;
    hook->label =
        (DlPlacedText){.at = {box.x, box.y}, .block = dl_text_block_copy(block, 1)};
    return true;
}

static DlPlacedRelation *try_hook(const DlTieLines *lines, guint line, double along,
                                  const GPtrArray *panels, bool crosses) {
    DlPlacedRelation *hook = place_hook(lines, line, along);
    if (dl_tie_is_clear(hook, lines->axis, panels, DL_LEADER_APART) &&
        !dl_tie_meets_other(hook, lines->placed, !crosses) &&
        place_words(lines, line, along, panels, hook))
        return hook;
    dl_placed_relation_free(hook);
    return NULL;
}

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
                                    const GPtrArray *panels) {
    enum { MOST_TRACKS = 6 };
    double along = first_track(&g_array_index(lines->spans, DlTieSpan, line));
    DlPlacedRelation *hook = NULL;
    for (int crosses = 0; crosses < 2; crosses++)
        for (int track = 0; track < MOST_TRACKS && hook == NULL; track++)
            hook = try_hook(lines, line, along - track * DL_TIE_APART, panels, crosses);
    return hook;
}
