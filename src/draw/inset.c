#include "draw/brush.h"

static DlPoint point_at(const GArray *line, guint i) {
    return g_array_index(line, DlPoint, i);
}

static void style_guide(const DlBrush *brush, DlSceneShape *shape) {
    shape->class_name = "guide";
    shape->stroke_paint = dl_brush_paint(brush->theme->rule);
    shape->stroke = (DlStroke){.width = brush->theme->rule_width, .round = true};
}

static void draw_straight(const DlBrush *brush, DlSceneGroup *group,
                          const DlPlacedLine *line) {
    DlPath *path = dl_path_new();
    dl_path_move(path, line->from.x, line->from.y);
    dl_path_line(path, line->to.x, line->to.y);
    style_guide(brush, dl_scene_add_shape(group, path));
}

static void draw_guide(const DlBrush *brush, DlSceneGroup *group, const GArray *line) {
    DlPath *path = dl_path_new();
    dl_path_move(path, point_at(line, 0).x, point_at(line, 0).y);
    for (guint i = 1; i < line->len; i++)
        dl_path_line(path, point_at(line, i).x, point_at(line, i).y);
    style_guide(brush, dl_scene_add_shape(group, path));
}

/* Where they run aslant, what lies between them is the inset, not yet unfolded. */
static void fill_fan(const DlBrush *brush, DlSceneGroup *group,
                     const DlPlacedGuides *guides) {
    const GArray *first = guides->lines[0], *second = guides->lines[1];
    DlPath *path = dl_path_new();
    dl_path_move(path, point_at(first, 0).x, point_at(first, 0).y);
    dl_path_line(path, point_at(first, 1).x, point_at(first, 1).y);
    dl_path_line(path, point_at(second, 1).x, point_at(second, 1).y);
    dl_path_line(path, point_at(second, 0).x, point_at(second, 0).y);
    dl_path_close(path);
    dl_scene_add_shape(group, path)->fill = dl_brush_paint(brush->theme->band);
}

void dl_draw_guides(const DlBrush *brush, DlSceneGroup *parent, const DlPanel *inset) {
    if (inset->guides == NULL)
        return;
    DlSceneGroup *group = dl_scene_add_group(parent, "guides");
    fill_fan(brush, group, inset->guides);
    for (guint i = 0; i < inset->guides->straight->len; i++)
        draw_straight(brush, group,
                      &g_array_index(inset->guides->straight, DlPlacedLine, i));
    for (int i = 0; i < 2; i++)
        draw_guide(brush, group, inset->guides->lines[i]);
}

static void add_rounded(DlPath *path, DlBox box, double radius) {
    const double handle = radius * (1 - dl_quarter_handle);
    const double left = box.x, right = box.x + box.width, top = box.y,
                 bottom = box.y + box.height;
    dl_path_move(path, left + radius, top);
    dl_path_line(path, right - radius, top);
    dl_path_curve(path, (DlPoint){right - handle, top}, (DlPoint){right, top + handle},
                  (DlPoint){right, top + radius});
    dl_path_line(path, right, bottom - radius);
    dl_path_curve(path, (DlPoint){right, bottom - handle},
                  (DlPoint){right - handle, bottom}, (DlPoint){right - radius, bottom});
    dl_path_line(path, left + radius, bottom);
    dl_path_curve(path, (DlPoint){left + handle, bottom},
                  (DlPoint){left, bottom - handle}, (DlPoint){left, bottom - radius});
    dl_path_line(path, left, top + radius);
    dl_path_curve(path, (DlPoint){left, top + handle}, (DlPoint){left + handle, top},
                  (DlPoint){left + radius, top});
    dl_path_close(path);
}

void dl_draw_inset_frame(const DlBrush *brush, DlSceneGroup *group,
                         const DlPanel *inset) {
    DlPath *path = dl_path_new();
    dl_path_rectangle(path, inset->box);
    DlSceneShape *frame = dl_scene_add_shape(group, path);
    frame->stroke_paint = dl_brush_paint(brush->theme->rule);
    frame->stroke.width = brush->theme->rule_width;
}

/* A lozenge in the colour of the ink, with the number in that of the paper. */
static void draw_count(const DlBrush *brush, DlSceneGroup *parent,
                       const DlPlacedCount *count) {
    DlSceneGroup *group = dl_scene_add_group(parent, "count");
    g_autofree char *number = g_strdup_printf("%u", count->count);
    dl_scene_set_attribute(group, "data-count", number);
    dl_scene_set_attribute(group, "data-events", count->events);
    DlPath *path = dl_path_new();
    add_rounded(path, count->box, count->box.height / 2);
    dl_scene_add_shape(group, path)->fill = dl_brush_paint(brush->theme->ink);
    dl_brush_text(brush, group, &count->number, brush->theme->paper);
}

void dl_draw_counts(const DlBrush *brush, DlSceneGroup *group, const DlPanel *panel) {
    for (guint i = 0; i < panel->counts->len; i++)
        draw_count(brush, group, g_ptr_array_index(panel->counts, i));
}
