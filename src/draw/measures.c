#include "draw/brush.h"

static const double WIDTH = 1.2; /* of a bracket, to the line of a leader */
static const double DASH = 2.5, GAP = 2;
static const double DOT = 0.8, DOT_GAP = 2.4;

static void draw_lines(DlSceneGroup *group, const GArray *lines, DlTone tone,
                       DlStroke stroke) {
    for (guint i = 0; i < lines->len; i++) {
        const DlPlacedLine *line = &g_array_index(lines, DlPlacedLine, i);
        dl_brush_line(group, line->from, line->to, tone, stroke.width)->stroke = stroke;
    }
}

static void draw_measure(const DlBrush *brush, DlSceneGroup *parent,
                         const DlPlacedMeasure *placed) {
    const DlMeasure *measure = placed->measure;
    const double width = WIDTH * brush->theme->leader_width;
    const DlTone tone = dl_hues_look(brush->hues, measure->from)->text;
    DlSceneGroup *group = dl_scene_add_group(parent, "measure");
    group->title = g_strdup_printf("%s – %s: %s", measure->from->title,
                                   measure->to->title, measure->length);
    dl_scene_set_attribute(group, "data-from", measure->from->id);
    dl_scene_set_attribute(group, "data-to", measure->to->id);
    dl_scene_set_attribute(group, "data-length", measure->length);
    draw_lines(group, placed->guides, brush->theme->rule,
               (DlStroke){brush->theme->rule_width, DOT, DOT_GAP, false});
    draw_lines(group, placed->lines, tone, (DlStroke){.width = width});
    draw_lines(group, placed->dashes, tone, (DlStroke){width, DASH, GAP, false});
    dl_brush_text(brush, group, &placed->words, tone);
}

void dl_draw_measures(const DlBrush *brush, DlSceneGroup *group, const DlPanel *panel) {
    for (guint i = 0; i < panel->measures->len; i++)
        draw_measure(brush, group, g_ptr_array_index(panel->measures, i));
}
