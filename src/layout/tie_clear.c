#include <math.h>

#include "layout/behind.h"
#include "layout/tie_course.h"
#include "layout/tie_lines.h"

static const double TEXT_SLACK = 0.5, MARK_SLACK = 0.3; /* points that may be shared */

/* ---- Lines and what is on the axis and its insets ---- */

static bool passes(const DlPlacedRelation *placed, DlBox box) {
    return dl_tie_course(placed->lines, box) != DL_TIE_BESIDE;
}

static bool passes_words(const DlPlacedRelation *placed, const DlWords *words) {
    DlTieCourse course =
        dl_tie_course(placed->lines, dl_box_grow(words->box, -TEXT_SLACK));
    switch (words->manner) {
    case DL_WORDS_APART:
        return course != DL_TIE_BESIDE;
    case DL_WORDS_IN_BAR:
        return false;
    case DL_WORDS_AMONG:
        return course == DL_TIE_INTO;
    }
    g_assert_not_reached();
}

/* Bars lie over the lines that pass behind them. */
static bool passes_mark(const DlPlacedRelation *placed, const DlPlacedEvent *other,
                        double air) {
    const DlRelation *relation = placed->relation;
    const DlPlacedMark *mark = &other->mark;
    DlBox box = {mark->centre.x, mark->centre.y, 0, 0};
    double slack = air > 0 ? -air : MARK_SLACK;
    return !mark->is_bar && other->event != relation->from &&
           other->event != relation->to &&
           passes(placed, dl_box_grow(box, mark->radius - slack));
}

static DlBox leader_box(const GArray *leader, guint i, double air) {
    return dl_box_grow(dl_tie_piece(leader, i), air);
}

static bool passes_leader(const DlPlacedRelation *placed, const DlPlacedEvent *other,
                          double air) {
    for (guint i = 1; i < other->leader->len; i++)
        if (passes(placed, leader_box(other->leader, i, air)))
            return true;
    return false;
}

static bool is_clear_of(const DlPlacedRelation *placed, const DlPanel *panel,
                        double air) {
    g_autoptr(GArray) words = dl_panel_words(panel);
    for (guint i = 0; i < words->len; i++)
        if (passes_words(placed, &g_array_index(words, DlWords, i)))
            return false;
    for (guint i = 0; i < panel->events->len; i++) {
        const DlPlacedEvent *other = g_ptr_array_index(panel->events, i);
        if (passes_mark(placed, other, air) ||
            (isfinite(air) && passes_leader(placed, other, air)))
            return false;
    }
    return true;
}

bool dl_tie_is_clear(const DlTieLines *lines, const DlPlacedRelation *placed,
                     double air) {
    if (!is_clear_of(placed, lines->axis, air))
        return false;
    for (guint i = 0; lines->panels != NULL && i < lines->panels->len; i++)
        if (!is_clear_of(placed, g_ptr_array_index(lines->panels, i), air))
            return false;
    return true;
}

/* ---- Lines and others ---- */

static bool shares_end(const DlRelation *a, const DlRelation *b) {
    return a->from == b->from || a->from == b->to || a->to == b->from || a->to == b->to;
}

/* Beside one another on a stretch, not across. */
static bool run_together(DlBox a, DlBox b) {
    bool upright = a.height > a.width, other_upright = b.height > b.width;
    if (upright != other_upright)
        return false;
    double from = upright ? MAX(a.y, b.y) : MAX(a.x, b.x);
    double to = upright ? MIN(a.y + a.height, b.y + b.height)
                        : MIN(a.x + a.width, b.x + b.width);
    double apart = upright ? ABS(a.x - b.x) : ABS(a.y - b.y);
    return apart < DL_LEADER_APART && to - from > DL_LEADER_APART;
}

static bool is_level(DlBox piece) {
    return piece.width > piece.height;
}

/* At a mark of both they lie close to one another on their short ways along the axis,
 * and only there. */
static bool runs_with(const DlTieLines *lines, const DlPlacedRelation *placed,
                      const DlPlacedRelation *other) {
    bool only_across = shares_end(placed->relation, other->relation);
    for (guint i = 0; i < placed->lines->len; i++)
        for (guint j = 0; j < other->lines->len; j++) {
            const GArray *line = g_ptr_array_index(placed->lines, i);
            const GArray *beside = g_ptr_array_index(other->lines, j);
            for (guint k = 1; k < line->len; k++)
                for (guint l = 1; l < beside->len; l++) {
                    DlBox piece = dl_tie_piece(line, k);
                    if ((!only_across || is_level(piece) == lines->axis->vertical) &&
                        run_together(piece, dl_tie_piece(beside, l)))
                        return true;
                }
        }
    return false;
}

static bool meets(const DlPlacedRelation *placed, const DlPlacedRelation *other) {
    for (guint i = 0; i < other->lines->len; i++) {
        const GArray *line = g_ptr_array_index(other->lines, i);
        for (guint j = 1; j < line->len; j++)
            if (passes(placed, dl_box_grow(dl_tie_piece(line, j), DL_LEADER_APART)))
                return true;
    }
    return false;
}

static bool hits_words(const DlPlacedRelation *placed, const DlPlacedText *words) {
    return words->block != NULL &&
           dl_tie_course(placed->lines, dl_placed_text_box(words)) == DL_TIE_INTO;
}

bool dl_tie_meets_other(const DlTieLines *lines, const DlPlacedRelation *placed,
                        bool crossings_too) {
    for (guint i = 0; i < lines->placed->len; i++) {
        const DlPlacedRelation *other = g_ptr_array_index(lines->placed, i);
        if (hits_words(placed, &other->label))
            return true;
        if (runs_with(lines, placed, other) || (crossings_too && meets(placed, other)))
            return true;
    }
    return false;
}

/* ---- What words of lines keep clear of ---- */

static void add_box(GArray *boxes, DlBox box, DlBox region) {
    if (dl_box_meet(box, region, 0))
        g_array_append_val(boxes, box);
}

static void add_event(GArray *boxes, const DlPlacedEvent *placed, DlBox region) {
    const DlPlacedMark *mark = &placed->mark;
    DlBox centre = {mark->centre.x, mark->centre.y, 0, 0};
    if (!mark->is_bar)
        add_box(boxes, dl_box_grow(centre, mark->radius), region);
    if (mark->is_bar || mark->shows_range)
        add_box(boxes, mark->range, region);
    for (guint i = 1; i < placed->leader->len; i++)
        add_box(boxes, leader_box(placed->leader, i, DL_LEADER_APART), region);
}

static void add_panel(GArray *boxes, const DlPanel *panel, DlBox region) {
    g_autoptr(GArray) words = dl_panel_words(panel);
    for (guint i = 0; i < words->len; i++)
        add_box(boxes, g_array_index(words, DlWords, i).box, region);
    for (guint i = 0; i < panel->events->len; i++)
        add_event(boxes, g_ptr_array_index(panel->events, i), region);
}

/* From the edge of the axis to that of its panel. */
static DlBox guide_box(const DlTieLines *lines, DlPoint start) {
    const DlBox box = dl_tie_turn_box(lines, lines->axis->box);
    const DlPoint from = dl_tie_turn(lines, start);
    const DlBox guide = {from.x, from.y, 0, box.y + box.height - from.y};
    return dl_box_grow(dl_tie_page_box(lines, guide), DL_LEADER_APART);
}

GArray *dl_tie_obstacles(const DlTieLines *lines, DlBox region) {
    GArray *boxes = g_array_new(false, false, sizeof(DlBox));
    add_panel(boxes, lines->axis, region);
    for (guint i = 0; lines->panels != NULL && i < lines->panels->len; i++)
        add_panel(boxes, g_ptr_array_index(lines->panels, i), region);
    for (guint i = 0; i < lines->axis->stretches->len; i++) {
        const DlPlacedStretch *stretch =
            &g_array_index(lines->axis->stretches, DlPlacedStretch, i);
        add_box(boxes, guide_box(lines, stretch->from), region);
        add_box(boxes, guide_box(lines, stretch->to), region);
    }
    return boxes;
}
