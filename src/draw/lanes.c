#include "draw/brush.h"

static const double CONNECTOR_WIDTH = 1.6;

static void draw_lane(const DlBrush *brush, DlSceneGroup *parent,
                      const DlPlacedLane *lane) {
    DlSceneGroup *group = dl_scene_add_group(parent, "lane");
    dl_brush_line(group, lane->from, lane->to, brush->theme->rule,
                  brush->theme->rule_width);
    if (lane->heading.block != NULL)
        group->title = dl_brush_words(&lane->heading);
    dl_brush_text(brush, group, &lane->heading, brush->theme->ink);
}

static void draw_connector(const DlBrush *brush, DlSceneGroup *parent,
                           const DlPlacedConnector *connector) {
    DlSceneGroup *group = dl_scene_add_group(parent, "connector");
    group->event = g_strdup(connector->event->id);
    DlTone tone = dl_hues_look(brush->hues, connector->event)->mark;
    dl_brush_line(group, connector->from, connector->to, tone, CONNECTOR_WIDTH);
}

void dl_draw_lanes(const DlBrush *brush, DlSceneGroup *group, const DlPanel *panel) {
    for (guint i = 0; i < panel->lanes->len; i++)
        draw_lane(brush, group, &g_array_index(panel->lanes, DlPlacedLane, i));
    for (guint i = 0; i < panel->connectors->len; i++)
        draw_connector(brush, group,
                       &g_array_index(panel->connectors, DlPlacedConnector, i));
}
