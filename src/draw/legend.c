#include "draw/brush.h"

static void draw_entry_sign(const DlBrush *brush, DlSceneGroup *group,
                            const DlLegendEntry *entry) {
    const DlTheme *theme = brush->theme;
    const DlHue *hue;
    switch (entry->kind) {
    case DL_LEGEND_HUE:
        hue = &g_array_index(brush->hues->hues, DlHue, entry->hue);
        dl_draw_sign(brush, group, entry->centre, brush->theme->mark_radius, &hue->look,
                     hue->status);
        dl_draw_core(brush, group, entry->bar, false, hue->status, &hue->look);
        break;
    case DL_LEGEND_STATUS:
        dl_draw_sign(brush, group, entry->centre, brush->theme->mark_radius,
                     &brush->hues->none, entry->status);
        break;
    case DL_LEGEND_CLAIM:
        dl_draw_twin(brush, group, entry->centre, theme->mark_radius, theme->ink);
        break;
    case DL_LEGEND_RELATION:
        dl_draw_relation_sign(brush, group, entry->bar, entry->relation);
        break;
    case DL_LEGEND_DOUBT:
        dl_draw_range(group, entry->bar,
                      (DlPoint){entry->bar.x + entry->bar.width / 2, entry->centre.y},
                      (DlEnds){false, false}, false, theme->ink);
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
