#include <math.h>

#include "layout/tie_lines.h"

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

void dl_tie_clear_headings(const DlTieLines *lines) {
    const GPtrArray *relations = lines->placed, *panels = lines->panels;
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
