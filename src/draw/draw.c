#include "draw/draw.h"

#include "draw/brush.h"

static void draw_heading(const DlBrush *brush, DlSceneGroup *root,
                         const DlPlacedPage *page) {
    DlSceneGroup *group = dl_scene_add_group(root, "heading");
    dl_brush_text(brush, group, &page->title, brush->theme->ink);
    dl_brush_text(brush, group, &page->subtitle, brush->theme->muted);
}

/* What runs behind an axis, its marks and labels: the guides to its insets, relations.
 */
static void draw_lines(const DlBrush *brush, DlSceneGroup *group,
                       const DlPlacedPage *page, const DlPanel *panel) {
    for (guint i = 0; panel->stretches->len > 0 && i < page->panels->len; i++)
        dl_draw_guides(brush, group, g_ptr_array_index(page->panels, i));
    dl_draw_relations(brush, group, panel);
}

static void draw_panel(const DlBrush *brush, DlSceneGroup *root,
                       const DlPlacedPage *page, const DlPanel *panel) {
    static const char *const names[] = {
        [DL_PANEL_AXIS] = "panel",      [DL_PANEL_SEGMENT] = "segment",
        [DL_PANEL_UNDATED] = "undated", [DL_PANEL_KEY] = "key",
        [DL_PANEL_INSET] = "inset",
    };
    DlSceneGroup *group = dl_scene_add_group(root, names[panel->kind]);
    dl_draw_eras(brush, group, panel);
    draw_lines(brush, group, page, panel);
    if (panel->kind == DL_PANEL_INSET)
        dl_draw_inset_frame(brush, group, panel);
    dl_draw_measures(brush, group, panel);
    if (panel->bands->len > 0)
        dl_draw_axis(brush, group, panel);
    if (panel->left_out != NULL)
        dl_scene_set_attribute(group, "data-omitted", panel->left_out);
    if (panel->heading.block != NULL) {
        DlSceneGroup *heading = dl_scene_add_group(group, "heading");
        group->title = dl_brush_words(&panel->heading);
        if (panel->kind != DL_PANEL_INSET)
            dl_brush_line(heading, (DlPoint){panel->box.x, panel->box.y},
                          (DlPoint){panel->box.x + panel->box.width, panel->box.y},
                          brush->theme->rule, brush->theme->rule_width);
        dl_brush_text(brush, heading, &panel->heading, brush->theme->ink);
        dl_brush_text(brush, heading, &panel->note, brush->theme->muted);
    }
    dl_draw_densities(brush, group, panel);
    dl_draw_lanes(brush, group, panel);
    dl_draw_counts(brush, group, panel);
    for (guint i = 0; i < panel->events->len; i++)
        dl_draw_event(brush, group, panel, g_ptr_array_index(panel->events, i));
}

static void draw_texts(const DlBrush *brush, DlSceneGroup *group, const GArray *texts) {
    for (guint i = 0; i < texts->len; i++)
        dl_brush_text(brush, group, &g_array_index(texts, DlPlacedText, i),
                      brush->theme->muted);
}

static void draw_foot(const DlBrush *brush, DlSceneGroup *root,
                      const DlPlacedPage *page, double width) {
    double margin = brush->theme->margin;
    if (page->sources->len > 0) {
        DlSceneGroup *group = dl_scene_add_group(root, "sources");
        dl_brush_line(group, (DlPoint){margin, page->sources_rule},
                      (DlPoint){width - margin, page->sources_rule}, brush->theme->rule,
                      brush->theme->rule_width);
        draw_texts(brush, group, page->sources);
    }
    if (page->remarks->len > 0)
        draw_texts(brush, dl_scene_add_group(root, "remarks"), page->remarks);
}

static void draw_page(const DlBrush *brush, DlScene *scene, const DlLayout *layout,
                      const DlPlacedPage *page) {
    DlScenePage *drawn = dl_scene_add_page(scene, layout->width, layout->height,
                                           dl_brush_paint(brush->theme->paper));
    DlSceneGroup *root = dl_scene_page_root(drawn);
    draw_heading(brush, root, page);
    dl_draw_legend(brush, root, page);
    for (guint i = 0; i < page->panels->len; i++)
        draw_panel(brush, root, page, g_ptr_array_index(page->panels, i));
    draw_foot(brush, root, page, layout->width);
    if (page->folio.block != NULL)
        dl_brush_text(brush, dl_scene_add_group(root, "folio"), &page->folio,
                      brush->theme->muted);
}

static void set_facts(DlScene *scene, const DlTimeline *timeline,
                      const DlChart *chart) {
    scene->chart = g_strdup(chart->id);
    scene->title = g_strdup(dl_timeline_title(timeline, chart));
    scene->description = dl_describe(timeline, chart);
    scene->story = dl_tell_story(timeline, chart);
    scene->caption = g_strdup(chart->caption);
    scene->table = dl_tell_events(timeline, chart);
    scene->language = g_strdup(timeline->language);
    scene->author = g_strdup(timeline->author);
    for (guint i = 0; i < timeline->keywords->len; i++)
        g_ptr_array_add(scene->keywords,
                        g_strdup(g_ptr_array_index(timeline->keywords, i)));
}

DlScene *dl_draw(const DlTimeline *timeline, const DlChart *chart,
                 const DlLayout *layout) {
    g_autoptr(DlHues) hues = dl_hues_new(timeline, chart, &layout->theme);
    DlBrush brush = {timeline, chart, &layout->theme, hues};
    DlScene *scene = dl_scene_new();
    set_facts(scene, timeline, chart);
    for (guint i = 0; i < layout->pages->len; i++)
        draw_page(&brush, scene, layout, g_ptr_array_index(layout->pages, i));
    scene->reasons = g_strdup(layout->reasons);
    return scene;
}
