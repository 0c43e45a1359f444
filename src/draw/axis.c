#include "draw/brush.h"

static const double SLASH_LEAN = 2.5, SLASH_REACH = 2.5;
static const double SLASH_WIDTH = 1.2; /* edges of the band */

static void draw_band(const DlBrush *brush, DlSceneGroup *group, DlBox band,
                      bool vertical) {
    DlPath *path = dl_path_new();
    dl_path_rectangle(path, band);
    dl_scene_add_shape(group, path)->fill = dl_brush_paint(brush->theme->band);
    for (int edge = 0; edge < 2; edge++) {
        double x = band.x + (vertical ? edge * band.width : 0);
        double y = band.y + (vertical ? 0 : edge * band.height);
        DlPoint end = {vertical ? x : x + band.width, vertical ? y + band.height : y};
        dl_brush_line(group, (DlPoint){x, y}, end, brush->theme->band_edge,
                      brush->theme->edge_width);
    }
}

static void draw_tick(const DlBrush *brush, DlSceneGroup *axis,
                      const DlPlacedTick *tick) {
    DlSceneGroup *group = dl_scene_add_group(axis, "tick");
    if (tick->has_line)
        dl_brush_line(group, tick->from, tick->to, brush->theme->rule,
                      brush->theme->rule_width);
    dl_brush_text(brush, group, &tick->label, brush->theme->ink);
}

/* The cut ends of the band, aslant, and between them what is left out. */
static void draw_break(const DlBrush *brush, DlSceneGroup *axis,
                       const DlPlacedBreak *placed, bool vertical) {
    DlSceneGroup *group = dl_scene_add_group(axis, "break");
    dl_scene_set_attribute(group, "data-omitted", placed->omitted);
    const DlBox *box = &placed->box;
    for (int end = 0; end < 2; end++) {
        double x = box->x + end * box->width, y = box->y + end * box->height;
        DlPoint from = {x - SLASH_LEAN, box->y + box->height + SLASH_REACH};
        DlPoint to = {x + SLASH_LEAN, box->y - SLASH_REACH};
        if (vertical) {
            from = (DlPoint){box->x - SLASH_REACH, y + SLASH_LEAN};
            to = (DlPoint){box->x + box->width + SLASH_REACH, y - SLASH_LEAN};
        }
        dl_brush_line(group, from, to, brush->theme->band_edge,
                      brush->theme->edge_width * SLASH_WIDTH);
    }
    dl_brush_text(brush, group, &placed->label, brush->theme->muted);
}

static void draw_ranges(const DlBrush *brush, DlSceneGroup *parent,
                        const DlPanel *panel) {
    for (guint i = 0; i < panel->ranges->len; i++) {
        const DlPlacedRange *range = &g_array_index(panel->ranges, DlPlacedRange, i);
        DlSceneGroup *group = dl_scene_add_group(parent, "range");
        dl_draw_range(group, range->box, range->centre, range->cut, panel->vertical,
                      brush->theme->muted);
    }
}

void dl_draw_axis(const DlBrush *brush, DlSceneGroup *parent, const DlPanel *panel) {
    DlSceneGroup *group = dl_scene_add_group(parent, "axis");
    for (guint i = 0; i < panel->bands->len; i++)
        draw_band(brush, group, g_array_index(panel->bands, DlBox, i), panel->vertical);
    for (guint i = 0; i < panel->ticks->len; i++)
        draw_tick(brush, group, g_ptr_array_index(panel->ticks, i));
    for (guint i = 0; i < panel->breaks->len; i++)
        draw_break(brush, group, g_ptr_array_index(panel->breaks, i), panel->vertical);
    draw_ranges(brush, group, panel);
}
