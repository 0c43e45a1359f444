#include "layout/tie_course.h"
#include "layout/tie_lines.h"

/* All lines but one. */
static void cut_others(const GPtrArray *relations, const DlPlacedRelation *own,
                       DlBox box) {
    for (guint i = 0; i < relations->len; i++) {
        DlPlacedRelation *placed = g_ptr_array_index(relations, i);
        if (placed == own)
            continue;
        GPtrArray *left = dl_tie_without(placed->lines, box);
        g_ptr_array_unref(placed->lines);
        placed->lines = left;
    }
}

static void cut_at_bars(const GPtrArray *relations, const DlPanel *panel) {
    for (guint i = 0; i < panel->events->len; i++) {
        const DlPlacedEvent *placed = g_ptr_array_index(panel->events, i);
        if (placed->label_inside)
            cut_others(relations, NULL, placed->mark.core);
    }
}

static void cut_at_text(const GPtrArray *relations, const DlPlacedRelation *own,
                        const DlPlacedText *text) {
    static const double AIR = 1;
    if (text->block != NULL)
        cut_others(relations, own, dl_box_grow(dl_placed_text_box(text), AIR));
}

static void cut_at_measures(const GPtrArray *relations, const DlPanel *panel) {
    for (guint i = 0; i < panel->measures->len; i++) {
        const DlPlacedMeasure *placed = g_ptr_array_index(panel->measures, i);
        cut_at_text(relations, NULL, &placed->words);
    }
}

void dl_tie_cut(const DlTieLines *lines) {
    const GPtrArray *relations = lines->placed;
    for (guint i = 0; i < relations->len; i++) {
        const DlPlacedRelation *placed = g_ptr_array_index(relations, i);
        cut_at_text(relations, placed, &placed->label);
    }
    cut_at_bars(relations, lines->axis);
    for (guint i = 0; lines->panels != NULL && i < lines->panels->len; i++) {
        const DlPanel *panel = g_ptr_array_index(lines->panels, i);
        cut_at_bars(relations, panel);
        cut_at_text(relations, NULL, &panel->heading);
        cut_at_text(relations, NULL, &panel->note);
        cut_at_measures(relations, panel);
    }
}
