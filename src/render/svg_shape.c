#include "render/svg.h"

enum { DECIMALS = 2 };

static void append_stroke(GString *out, const DlStroke *stroke) {
    dl_svg_append_number_attribute(out, "stroke-width", stroke->width);
    if (stroke->dash > 0) {
        g_string_append(out, " stroke-dasharray=\"");
        dl_svg_append_points(out, stroke->dash);
        g_string_append_c(out, ' ');
        dl_svg_append_points(out, stroke->gap);
        g_string_append_c(out, '"');
    }
    if (stroke->round)
        g_string_append(out, " stroke-linecap=\"round\" stroke-linejoin=\"round\"");
}

static const DlSceneShape *shape_at(const DlSceneGroup *group, guint i) {
    const DlSceneNode *node = group->children->pdata[i];
    return node->kind == DL_NODE_SHAPE ? &node->as.shape : NULL;
}

/* Only lines, and only opaque ones: where they cross nothing is drawn twice. */
static bool is_line(const DlSceneShape *shape) {
    const DlPaint stroke = shape->stroke_paint;
    return shape->fill.light.alpha <= 0 && shape->fill.dark.alpha <= 0 &&
           stroke.light.alpha >= 1 && stroke.dark.alpha >= 1 &&
           shape->stroke.width > 0 && !shape->fade.used;
}

static bool looks_same(const DlSceneShape *a, const DlSceneShape *b) {
    return dl_svg_is_same_paint(a->stroke_paint, b->stroke_paint) &&
           a->stroke.width == b->stroke.width && a->stroke.dash == b->stroke.dash &&
           a->stroke.gap == b->stroke.gap && a->stroke.round == b->stroke.round &&
           g_strcmp0(a->class_name, b->class_name) == 0;
}

guint dl_svg_count_joined(const DlSceneGroup *group, guint first) {
    const DlSceneShape *shape = shape_at(group, first);
    guint end = first + 1;
    if (shape == NULL || !is_line(shape))
        return 1;
    for (; end < group->children->len; end++) {
        const DlSceneShape *next = shape_at(group, end);
        if (next == NULL || !is_line(next) || !looks_same(shape, next))
            break;
    }
    return end - first;
}

static void append_steps(GString *out, const DlSceneGroup *group, guint first,
                         guint n) {
    g_autoptr(DlPath) path = dl_path_new();
    for (guint i = first; i < first + n; i++) {
        const GArray *steps = shape_at(group, i)->path->steps;
        g_array_append_vals(path->steps, steps->data, steps->len);
    }
    dl_svg_append_path(out, path, DECIMALS);
}

void dl_svg_append_shapes(DlSvg *svg, const DlSceneGroup *group, guint first, guint n) {
    const DlSceneShape *shape = shape_at(group, first);
    const bool is_stroked = shape->stroke.width > 0;
    const DlSvgLook look = {
        .class_name = shape->class_name,
        .fill = shape->fill,
        .stroke = is_stroked ? shape->stroke_paint : dl_paint_none,
        .fade = &shape->fade,
        .box = dl_path_box(shape->path),
    };
    const bool is_linked = dl_svg_open_link(svg, svg->link);
    g_string_append(svg->body, "<path");
    dl_svg_append_look(svg, &look);
    if (is_stroked)
        append_stroke(svg->body, &shape->stroke);
    g_string_append(svg->body, " d=\"");
    append_steps(svg->body, group, first, n);
    g_string_append(svg->body, "\"/>");
    dl_svg_close_link(svg, is_linked);
    g_string_append_c(svg->body, '\n');
}
