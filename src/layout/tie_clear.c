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
static bool passes_mark(const DlPlacedRelation *placed, const DlPlacedEvent *other) {
    const DlPlacedMark *mark = &other->mark;
    DlBox box = {mark->centre.x, mark->centre.y, 0, 0};
    return !mark->is_bar &&
           line_passes(placed, dl_box_grow(box, mark->radius), MARK_SLACK);
}

static bool passes_event(const DlPlacedRelation *placed, const DlPlacedEvent *other) {
    for (guint i = 0; i < other->claims->len; i++)
        if (passes_text(placed, &g_array_index(other->claims, DlPlacedClaim, i).number))
            return true;
    const DlRelation *relation = placed->relation;
    return passes_text(placed, &other->number) ||
           (other->event != relation->from && other->event != relation->to &&
            passes_mark(placed, other));
}

static bool is_clear_of(const DlPlacedRelation *placed, const DlPanel *panel) {
    g_autoptr(GArray) words = dl_panel_words(panel);
    for (guint i = 0; i < words->len; i++)
        if (line_passes(placed, g_array_index(words, DlBox, i), TEXT_SLACK))
            return false;
    for (guint i = 0; i < panel->events->len; i++)
        if (passes_event(placed, g_ptr_array_index(panel->events, i)))
            return false;
    return true;
}

bool dl_tie_is_clear(const DlPlacedRelation *placed, const DlPanel *axis,
                     const GPtrArray *panels) {
    if (!is_clear_of(placed, axis))
        return false;
    for (guint i = 0; panels != NULL && i < panels->len; i++)
        if (!is_clear_of(placed, g_ptr_array_index(panels, i)))
            return false;
    return true;
}
