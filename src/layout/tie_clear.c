#include <math.h>

#include "layout/behind.h"
#include "layout/tie_lines.h"

static const double TEXT_SLACK = 0.5, MARK_SLACK = 0.3; /* points that may be shared */

static bool passes(DlPoint from, DlPoint to, DlBox box, double slack) {
    DlBox piece = {MIN(from.x, to.x), MIN(from.y, to.y), ABS(from.x - to.x),
                   ABS(from.y - to.y)};
    box = dl_box_grow(box, -slack);
    return piece.x < box.x + box.width && box.x < piece.x + piece.width &&
           piece.y < box.y + box.height && box.y < piece.y + piece.height;
}

static bool line_passes(const DlPlacedRelation *placed, DlBox box, double slack) {
    for (guint i = 0; i < placed->lines->len; i++) {
        const GArray *line = g_ptr_array_index(placed->lines, i);
        for (guint j = 1; j < line->len; j++)
            if (passes(g_array_index(line, DlPoint, j - 1),
                       g_array_index(line, DlPoint, j), box, slack))
                return true;
    }
    return false;
}

static bool passes_text(const DlPlacedRelation *placed, const DlPlacedText *text) {
    if (text->block == NULL)
        return false;
    DlBox box = {text->at.x, text->at.y, text->block->width, text->block->height};
    return line_passes(placed, box, TEXT_SLACK);
}

/* Bars lie over the lines that pass behind them. */
static bool passes_mark(const DlPlacedRelation *placed, const DlPlacedEvent *other,
                        double air) {
    const DlPlacedMark *mark = &other->mark;
    DlBox box = {mark->centre.x, mark->centre.y, 0, 0};
    return !mark->is_bar && line_passes(placed, dl_box_grow(box, mark->radius),
                                        air > 0 ? -air : MARK_SLACK);
}

static bool passes_event(const DlPlacedRelation *placed, const DlPlacedEvent *other,
                         double air) {
    for (guint i = 0; i < other->claims->len; i++)
        if (passes_text(placed, &g_array_index(other->claims, DlPlacedClaim, i).number))
            return true;
    const DlRelation *relation = placed->relation;
    return passes_text(placed, &other->number) ||
           (other->event != relation->from && other->event != relation->to &&
            passes_mark(placed, other, air));
}

static bool is_measure(const DlPanel *panel, DlBox box) {
    for (guint i = 0; i < panel->measures->len; i++) {
        const DlPlacedMeasure *placed = g_ptr_array_index(panel->measures, i);
        if (placed->words.at.x == box.x && placed->words.at.y == box.y)
            return true;
    }
    return false;
}

/* The words lie in a bar or in a bracket, behind which lines pass. */
static bool is_over_lines(const DlPanel *panel, DlBox box) {
    for (guint i = 0; i < panel->events->len; i++) {
        const DlPlacedEvent *placed = g_ptr_array_index(panel->events, i);
        if (placed->label_inside && placed->label_at.x == box.x &&
            placed->label_at.y == box.y)
            return true;
    }
    return is_measure(panel, box);
}

static bool passes_leader(const DlPlacedRelation *placed, const DlPlacedEvent *other,
                          double air) {
    for (guint i = 1; i < other->leader->len; i++) {
        DlPoint from = g_array_index(other->leader, DlPoint, i - 1);
        DlPoint to = g_array_index(other->leader, DlPoint, i);
        DlBox box = {MIN(from.x, to.x), MIN(from.y, to.y), ABS(from.x - to.x),
                     ABS(from.y - to.y)};
        if (line_passes(placed, box, -air))
            return true;
    }
    return false;
}

static bool is_clear_of(const DlPlacedRelation *placed, const DlPanel *panel,
                        double air) {
    g_autoptr(GArray) words = dl_panel_words(panel);
    for (guint i = 0; i < words->len; i++) {
        DlBox box = g_array_index(words, DlBox, i);
        if (line_passes(placed, box, TEXT_SLACK) && !is_over_lines(panel, box))
            return false;
    }
    for (guint i = 0; i < panel->events->len; i++) {
        const DlPlacedEvent *other = g_ptr_array_index(panel->events, i);
        if (passes_event(placed, other, air) ||
            (isfinite(air) && passes_leader(placed, other, air)))
            return false;
    }
    return true;
}

/* ---- Lines and lines ---- */

static DlBox piece_box(const GArray *line, guint i) {
    DlPoint from = g_array_index(line, DlPoint, i - 1);
    DlPoint to = g_array_index(line, DlPoint, i);
    return (DlBox){MIN(from.x, to.x), MIN(from.y, to.y), ABS(from.x - to.x),
                   ABS(from.y - to.y)};
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

static bool lines_meet(const GArray *line, const GArray *other, bool crossings_too) {
    for (guint i = 1; i < line->len; i++)
        for (guint j = 1; j < other->len; j++) {
            DlBox a = piece_box(line, i), b = piece_box(other, j);
            if (run_together(a, b) ||
                (crossings_too &&
                 passes((DlPoint){a.x, a.y}, (DlPoint){a.x + a.width, a.y + a.height},
                        b, -DL_LEADER_APART)))
                return true;
        }
    return false;
}

/* Lines that end at one mark may meet there. */
static bool shares_end(const DlRelation *a, const DlRelation *b) {
    return a->from == b->from || a->from == b->to || a->to == b->from || a->to == b->to;
}

bool dl_tie_meets_other(const DlPlacedRelation *placed, const GPtrArray *relations,
                        bool crossings_too) {
    for (guint i = 0; i < relations->len; i++) {
        const DlPlacedRelation *other = g_ptr_array_index(relations, i);
        if (!crossings_too && shares_end(placed->relation, other->relation))
            continue;
        for (guint j = 0; j < placed->lines->len; j++)
            for (guint k = 0; k < other->lines->len; k++)
                if (lines_meet(g_ptr_array_index(placed->lines, j),
                               g_ptr_array_index(other->lines, k), crossings_too))
                    return true;
    }
    return false;
}

bool dl_tie_is_clear(const DlPlacedRelation *placed, const DlPanel *axis,
                     const GPtrArray *panels, double air) {
    if (!is_clear_of(placed, axis, air))
        return false;
    for (guint i = 0; panels != NULL && i < panels->len; i++)
        if (!is_clear_of(placed, g_ptr_array_index(panels, i), air))
            return false;
    return true;
}
