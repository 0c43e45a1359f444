#include "render/formats.h"

#include <string.h>

#include "base/escape.h"
#include "base/number.h"

enum { DECIMALS = 2, CURVE_STEPS = 8 };

typedef struct {
    GString *out;
    bool has_items;
    const char *event; /* of the groups around; NULL: none */
} JsonWriter;

static void append_name(JsonWriter *json, const char *name) {
    g_string_append(json->out, ", ");
    dl_append_json(json->out, name);
    g_string_append(json->out, ": ");
}

static void append_numbers(GString *out, const double *values, size_t n) {
    g_string_append_c(out, '[');
    for (size_t i = 0; i < n; i++) {
        g_string_append(out, i == 0 ? "" : ", ");
        dl_append_number(out, values[i], DECIMALS);
    }
    g_string_append_c(out, ']');
}

static void append_point(GString *out, DlPoint point) {
    const double values[] = {point.x, point.y};
    append_numbers(out, values, G_N_ELEMENTS(values));
}

static void begin_item(JsonWriter *json, const char *class_name, DlBox box) {
    g_string_append(json->out, json->has_items ? ",\n  " : "\n  ");
    json->has_items = true;
    g_string_append(json->out, "{\"class\": ");
    dl_append_json(json->out, class_name);
    if (json->event != NULL) {
        append_name(json, "event");
        dl_append_json(json->out, json->event);
    }
    append_name(json, "box");
    const double values[] = {box.x, box.y, box.width, box.height};
    if (dl_box_is_empty(box))
        g_string_append(json->out, "null");
    else
        append_numbers(json->out, values, G_N_ELEMENTS(values));
}

static DlPoint curve_point(DlPoint from, const DlPoint *curve, double t) {
    const double s = 1 - t;
    const double a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
    return (DlPoint){a * from.x + b * curve[0].x + c * curve[1].x + d * curve[2].x,
                     a * from.y + b * curve[0].y + c * curve[1].y + d * curve[2].y};
}

/* The corners of a path, curves as short straight lines. */
static GArray *path_corners(const DlPath *path) {
    GArray *corners = g_array_new(FALSE, FALSE, sizeof(DlPoint));
    DlPoint last = {0, 0};
    for (guint i = 0; i < path->steps->len; i++) {
        const DlPathStep *step = &g_array_index(path->steps, DlPathStep, i);
        if (step->verb == DL_PATH_CLOSE)
            continue;
        const int n_corners = step->verb == DL_PATH_CURVE ? CURVE_STEPS : 1;
        for (int j = 1; j <= n_corners; j++) {
            const DlPoint corner =
                step->verb == DL_PATH_CURVE
                    ? curve_point(last, step->points, (double)j / n_corners)
                    : step->points[0];
            g_array_append_val(corners, corner);
        }
        last = g_array_index(corners, DlPoint, corners->len - 1);
    }
    return corners;
}

static void write_shape(JsonWriter *json, const DlSceneShape *shape) {
    if (shape->class_name == NULL)
        return;
    begin_item(json, shape->class_name, dl_path_box(shape->path));
    append_name(json, "path");
    g_autoptr(GArray) corners = path_corners(shape->path);
    g_string_append_c(json->out, '[');
    for (guint i = 0; i < corners->len; i++) {
        g_string_append(json->out, i == 0 ? "" : ", ");
        append_point(json->out, g_array_index(corners, DlPoint, i));
    }
    g_string_append(json->out, "]}");
}

static void write_image(JsonWriter *json, const DlSceneImage *image) {
    begin_item(json, "image", image->box);
    if (image->alt != NULL) {
        append_name(json, "alt");
        dl_append_json(json->out, image->alt);
    }
    g_string_append_c(json->out, '}');
}

static void append_line(GString *out, const DlSceneText *text, const DlTextLine *line) {
    const struct {
        const char *name;
        double value;
    } numbers[] = {{"x", text->at.x + line->x},
                   {"baseline", text->at.y + line->baseline},
                   {"size", line->size}};
    g_string_append(out, "{\"text\": ");
    dl_append_json(out, line->text);
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        g_string_append_printf(out, ", \"%s\": ", numbers[i].name);
        dl_append_number(out, numbers[i].value, DECIMALS);
    }
    g_string_append_c(out, '}');
}

static void write_lines(JsonWriter *json, const GPtrArray *children) {
    bool has_lines = false;
    for (guint i = 0; i < children->len; i++) {
        const DlSceneNode *node = children->pdata[i];
        if (node->kind != DL_NODE_TEXT)
            continue;
        const GPtrArray *lines = node->as.text.block->lines;
        for (guint j = 0; j < lines->len; j++) {
            g_string_append(json->out, has_lines ? ", " : ", \"lines\": [");
            append_line(json->out, &node->as.text, lines->pdata[j]);
            has_lines = true;
        }
    }
    if (has_lines)
        g_string_append_c(json->out, ']');
}

static void write_data(JsonWriter *json, const GPtrArray *attributes) {
    if (attributes->len == 0)
        return;
    append_name(json, "data");
    for (guint i = 0; i < attributes->len; i += 2) {
        const char *name = attributes->pdata[i];
        g_string_append(json->out, i == 0 ? "{" : ", ");
        dl_append_json(json->out,
                       g_str_has_prefix(name, "data-") ? name + strlen("data-") : name);
        g_string_append(json->out, ": ");
        dl_append_json(json->out, attributes->pdata[i + 1]);
    }
    g_string_append_c(json->out, '}');
}

static void write_group(JsonWriter *json, const DlSceneGroup *group) {
    const char *outer = json->event;
    if (group->event != NULL)
        json->event = group->event;
    begin_item(json, group->class_name, dl_scene_group_box(group));
    if (group->has_at) {
        append_name(json, "at");
        append_point(json->out, group->at);
    }
    write_data(json, group->attributes);
    write_lines(json, group->children);
    g_string_append_c(json->out, '}');
    for (guint i = 0; i < group->children->len; i++) {
        const DlSceneNode *node = group->children->pdata[i];
        if (node->kind == DL_NODE_GROUP)
            write_group(json, &node->as.group);
        else if (node->kind == DL_NODE_SHAPE)
            write_shape(json, &node->as.shape);
        else if (node->kind == DL_NODE_IMAGE)
            write_image(json, &node->as.image);
    }
    json->event = outer;
}

static void append_size(JsonWriter *json, const DlScenePage *page) {
    g_string_append(json->out, "\"width\": ");
    dl_append_number(json->out, page->width, DECIMALS);
    append_name(json, "height");
    dl_append_number(json->out, page->height, DECIMALS);
}

static void write_page(JsonWriter *json, const DlScenePage *page) {
    g_string_append_c(json->out, '{');
    append_size(json, page);
    g_string_append(json->out, ", \"items\": [");
    json->has_items = false;
    write_group(json, dl_scene_page_root(page));
    g_string_append(json->out, "]}");
}

GBytes *dl_render_json(const DlScene *scene, int page, const DlMeasurer *measurer,
                       const DlRenderOptions *options, GError **error) {
    (void)page, (void)measurer, (void)options, (void)error;
    JsonWriter json = {g_string_new("{\"chart\": "), false, NULL};
    dl_append_json(json.out, scene->chart);
    g_string_append(json.out, ", \"unit\": \"pt\", ");
    append_size(&json, scene->pages->pdata[0]);
    append_name(&json, "pages");
    g_string_append_c(json.out, '[');
    for (guint i = 0; i < scene->pages->len; i++) {
        g_string_append(json.out, i == 0 ? "\n " : ",\n ");
        write_page(&json, scene->pages->pdata[i]);
    }
    g_string_append(json.out, "]}\n");
    return g_string_free_to_bytes(json.out);
}
