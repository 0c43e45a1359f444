#include <math.h>
#include <string.h>

#include "draw/brush.h"

typedef enum { HEAD_FULL, HEAD_OPEN, HEAD_DOT, HEAD_NONE } Head;

/* How the lines of a kind look, so that they differ without colour. */
typedef struct {
    const char *kind;
    double dash, gap;
    bool is_double;
    Head head;
} Manner;

static const Manner manners[] = {
    {"cause", 0, 0, false, HEAD_FULL},     {"follow", 0, 0, false, HEAD_OPEN},
    {"echo", 4, 2.2, false, HEAD_FULL},    {"anniversary", 0, 0, true, HEAD_NONE},
    {"reply", 0.9, 2.1, false, HEAD_OPEN},
};
/* Of kinds that the author has made. */
static const Manner own_kind = {NULL, 6, 2, false, HEAD_DOT};

static const double WIDTH = 1, DOUBLE_WIDTH = 2.6, EACH_WIDTH = 0.8;
static const double HEAD_LENGTH = 4.8, HEAD_HALF = 2.2;

static const Manner *manner_of(const char *kind) {
    for (size_t i = 0; kind != NULL && i < G_N_ELEMENTS(manners); i++)
        if (strcmp(kind, manners[i].kind) == 0)
            return &manners[i];
    return &own_kind;
}

static DlSceneShape *add_stroke(DlSceneGroup *group, const GArray *points, DlTone tone,
                                double width) {
    DlPath *path = dl_path_new();
    for (guint i = 0; i < points->len; i++) {
        DlPoint point = g_array_index(points, DlPoint, i);
        if (i == 0)
            dl_path_move(path, point.x, point.y);
        else
            dl_path_line(path, point.x, point.y);
    }
    DlSceneShape *shape = dl_scene_add_shape(group, path);
    shape->stroke_paint = dl_brush_paint(tone);
    shape->stroke.width = width;
    return shape;
}

/* A double line is a broad one with paper in it. */
static void draw_line(const DlBrush *brush, DlSceneGroup *group, const GArray *points,
                      const Manner *manner) {
    const DlTheme *theme = brush->theme;
    DlSceneShape *shape = add_stroke(group, points, theme->muted,
                                     manner->is_double ? DOUBLE_WIDTH : WIDTH);
    shape->class_name = "relation";
    shape->stroke.dash = manner->dash;
    shape->stroke.gap = manner->gap;
    if (manner->is_double)
        add_stroke(group, points, theme->paper, DOUBLE_WIDTH - 2 * EACH_WIDTH);
}

/* So far from the tip along the line, and so far aside. */
static DlPoint behind(DlPoint tip, DlPoint from, double back, double aside) {
    double dx = from.x - tip.x, dy = from.y - tip.y;
    double length = fmax(hypot(dx, dy), 1e-6);
    dx /= length;
    dy /= length;
    return (DlPoint){tip.x + dx * back - dy * aside, tip.y + dy * back + dx * aside};
}

static void draw_arrow(const DlBrush *brush, DlSceneGroup *group, DlPoint tip,
                       DlPoint from, bool is_full) {
    DlPoint left = behind(tip, from, HEAD_LENGTH, -HEAD_HALF);
    DlPoint right = behind(tip, from, HEAD_LENGTH, HEAD_HALF);
    DlPath *path = dl_path_new();
    dl_path_move(path, left.x, left.y);
    dl_path_line(path, tip.x, tip.y);
    dl_path_line(path, right.x, right.y);
    if (is_full)
        dl_path_close(path);
    DlSceneShape *shape = dl_scene_add_shape(group, path);
    if (is_full) {
        shape->fill = dl_brush_paint(brush->theme->muted);
        return;
    }
    shape->stroke_paint = dl_brush_paint(brush->theme->muted);
    shape->stroke = (DlStroke){.width = WIDTH, .round = true};
}

static void draw_head(const DlBrush *brush, DlSceneGroup *group, DlPoint tip,
                      DlPoint from, Head head) {
    static const double DOT = 1.8;
    if (head == HEAD_FULL || head == HEAD_OPEN)
        draw_arrow(brush, group, tip, from, head == HEAD_FULL);
    if (head != HEAD_DOT)
        return;
    DlPath *path = dl_path_new();
    dl_path_circle(path, behind(tip, from, DOT, 0), DOT);
    dl_scene_add_shape(group, path)->fill = dl_brush_paint(brush->theme->muted);
}

void dl_draw_relation_sign(const DlBrush *brush, DlSceneGroup *group, DlBox box,
                           const char *kind) {
    const Manner *manner = manner_of(kind);
    DlPoint from = {box.x, box.y + box.height / 2};
    DlPoint to = {box.x + box.width, from.y};
    g_autoptr(GArray) points = g_array_new(false, false, sizeof(DlPoint));
    g_array_append_val(points, from);
    g_array_append_val(points, to);
    draw_line(brush, group, points, manner);
    draw_head(brush, group, to, from, manner->head);
}

static void draw_relation(const DlBrush *brush, DlSceneGroup *parent,
                          const DlPlacedRelation *placed) {
    const DlRelation *relation = placed->relation;
    const Manner *manner = manner_of(relation->kind);
    DlSceneGroup *group = dl_scene_add_group(parent, "relation");
    dl_scene_set_attribute(group, "data-from", relation->from->id);
    dl_scene_set_attribute(group, "data-to", relation->to->id);
    if (relation->kind != NULL)
        dl_scene_set_attribute(group, "data-kind", relation->kind);
    for (guint i = 0; i < placed->lines->len; i++)
        draw_line(brush, group, g_ptr_array_index(placed->lines, i), manner);
    draw_head(brush, group, placed->head, placed->head_from, manner->head);
    dl_brush_text(brush, group, &placed->label, brush->theme->muted);
}

void dl_draw_relations(const DlBrush *brush, DlSceneGroup *group,
                       const DlPanel *panel) {
    for (guint i = 0; i < panel->relations->len; i++)
        draw_relation(brush, group, g_ptr_array_index(panel->relations, i));
}
