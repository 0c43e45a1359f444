#include "render/svg.h"

#include "base/number.h"

enum { DECIMALS = 2 };

static void append_points(GString *out, const DlPathStep *step, int n, int decimals) {
    for (int i = 0; i < n; i++) {
        if (i > 0)
            g_string_append_c(out, ' ');
        dl_append_number(out, step->points[i].x, decimals);
        g_string_append_c(out, ' ');
        dl_append_number(out, step->points[i].y, decimals);
    }
}

void dl_svg_append_path(GString *out, const DlPath *path, int decimals) {
    static const struct {
        char letter;
        int n_points;
    } verbs[] = {
        [DL_PATH_MOVE] = {'M', 1},
        [DL_PATH_LINE] = {'L', 1},
        [DL_PATH_CURVE] = {'C', 3},
        [DL_PATH_CLOSE] = {'Z', 0},
    };
    for (guint i = 0; i < path->steps->len; i++) {
        const DlPathStep *step = &g_array_index(path->steps, DlPathStep, i);
        g_string_append_c(out, verbs[step->verb].letter);
        append_points(out, step, verbs[step->verb].n_points, decimals);
    }
}

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

void dl_svg_append_shape(DlSvg *svg, const DlSceneShape *shape) {
    const bool is_stroked = shape->stroke.width > 0;
    const DlSvgLook look = {
        .class_name = shape->class_name,
        .fill = shape->fill,
        .stroke = is_stroked ? shape->stroke_paint : dl_paint_none,
        .fade = &shape->fade,
    };
    const bool is_linked = dl_svg_open_link(svg, svg->link);
    g_string_append(svg->body, "<path");
    dl_svg_append_look(svg, &look);
    if (is_stroked)
        append_stroke(svg->body, &shape->stroke);
    g_string_append(svg->body, " d=\"");
    dl_svg_append_path(svg->body, shape->path, DECIMALS);
    g_string_append(svg->body, "\"/>");
    dl_svg_close_link(svg, is_linked);
    g_string_append_c(svg->body, '\n');
}
