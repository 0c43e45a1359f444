#include "draw/brush.h"

static void draw_level(const DlBrush *brush, DlSceneGroup *group,
                       const DlPlacedTick *level) {
    dl_brush_line(group, level->from, level->to, brush->theme->rule, 0.5);
    dl_brush_text(brush, group, &level->label, brush->theme->muted);
}

static void draw_column(const DlBrush *brush, DlSceneGroup *parent,
                        const DlPlacedColumn *column) {
    DlSceneGroup *group = dl_scene_add_group(parent, "column");
    g_autofree char *count = g_strdup_printf("%u", column->count);
    dl_scene_set_attribute(group, "data-count", count);
    DlPath *path = dl_path_new();
    dl_path_rectangle(path, column->box);
    dl_scene_add_shape(group, path)->fill = dl_brush_paint(brush->theme->muted);
}

void dl_draw_densities(const DlBrush *brush, DlSceneGroup *parent,
                       const DlPanel *panel) {
    for (guint i = 0; i < panel->densities->len; i++) {
        const DlPlacedDensity *density = g_ptr_array_index(panel->densities, i);
        DlSceneGroup *group = dl_scene_add_group(parent, "density");
        for (guint j = 0; j < density->levels->len; j++)
            draw_level(brush, group, g_ptr_array_index(density->levels, j));
        for (guint j = 0; j < density->columns->len; j++)
            draw_column(brush, group,
                        &g_array_index(density->columns, DlPlacedColumn, j));
    }
}
