#include "draw/brush.h"

static void draw_entry_sign(const DlBrush *brush, DlSceneGroup *group,
                            const DlLegendEntry *entry) {
    const DlTheme *theme = brush->theme;
    double radius = theme->mark_radius;
    const DlCategory *category = entry->category;
    switch (entry->kind) {
    case DL_LEGEND_CATEGORY:
        dl_draw_sign(brush, group, entry->centre, radius,
                     category->has_shape ? category->shape : DL_MARK_CIRCLE,
                     DL_STATUS_HAPPENED, dl_theme_category(theme, category));
        break;
    case DL_LEGEND_STATUS:
        dl_draw_sign(brush, group, entry->centre, radius, DL_MARK_CIRCLE, entry->status,
                     theme->ink);
        break;
    case DL_LEGEND_CLAIM:
        dl_draw_twin(brush, group, entry->centre, theme->ink);
        break;
    case DL_LEGEND_DOUBT:
        dl_draw_range(group,
                      (DlBox){entry->centre.x - 9,
                              entry->centre.y - theme->bar_height / 2, 18,
                              theme->bar_height},
                      entry->centre, (DlEnds){false, false}, false, theme->ink);
        break;
    }
}

void dl_draw_legend(const DlBrush *brush, DlSceneGroup *parent,
                    const DlPlacedPage *page) {
    if (page->legend->len == 0)
        return;
    DlSceneGroup *group = dl_scene_add_group(parent, "legend");
    for (guint i = 0; i < page->legend->len; i++) {
        const DlLegendEntry *entry = &g_array_index(page->legend, DlLegendEntry, i);
        draw_entry_sign(brush, group, entry);
        dl_brush_text(brush, group, &entry->text, brush->theme->ink);
    }
}
