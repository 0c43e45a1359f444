#include "render/paint.h"

#include <string.h>

#include "base/escape.h"
#include "base/number.h"
#include "picture/paint.h"
#include "render/render.h"

static bool is_visible(DlPaint paint) {
    return paint.light.alpha > 0;
}

static void set_fade(cairo_t *cr, DlColor color, const DlFade *fade) {
    cairo_pattern_t *pattern =
        cairo_pattern_create_linear(fade->from.x, fade->from.y, fade->to.x, fade->to.y);
    cairo_pattern_add_color_stop_rgba(pattern, 0, color.red, color.green, color.blue,
                                      color.alpha * fade->opacity_from);
    cairo_pattern_add_color_stop_rgba(pattern, 1, color.red, color.green, color.blue,
                                      color.alpha * fade->opacity_to);
    cairo_set_source(cr, pattern);
    cairo_pattern_destroy(pattern);
}

static void set_paint(cairo_t *cr, DlPaint paint, const DlFade *fade) {
    const DlColor color = paint.light;
    if (fade != NULL && fade->used)
        set_fade(cr, color, fade);
    else
        cairo_set_source_rgba(cr, color.red, color.green, color.blue, color.alpha);
}

static void add_step(cairo_t *cr, const DlPathStep *step) {
    const DlPoint *p = step->points;
    switch (step->verb) {
    case DL_PATH_MOVE:
        cairo_move_to(cr, p[0].x, p[0].y);
        break;
    case DL_PATH_LINE:
        cairo_line_to(cr, p[0].x, p[0].y);
        break;
    case DL_PATH_CURVE:
        cairo_curve_to(cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
        break;
    case DL_PATH_CLOSE:
        cairo_close_path(cr);
        break;
    }
}

void dl_paint_add_path(cairo_t *cr, const DlPath *path) {
    for (guint i = 0; i < path->steps->len; i++)
        add_step(cr, &g_array_index(path->steps, DlPathStep, i));
}

static void set_stroke(cairo_t *cr, const DlStroke *stroke) {
    const double dashes[] = {stroke->dash, stroke->gap};
    cairo_set_line_width(cr, stroke->width);
    cairo_set_dash(cr, dashes, stroke->dash > 0 ? 2 : 0, 0);
    cairo_set_line_cap(cr, stroke->round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(cr,
                        stroke->round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
}

static void paint_shape(cairo_t *cr, const DlSceneShape *shape) {
    cairo_new_path(cr);
    dl_paint_add_path(cr, shape->path);
    if (is_visible(shape->fill)) {
        set_paint(cr, shape->fill, &shape->fade);
        cairo_fill_preserve(cr);
    }
    if (is_visible(shape->stroke_paint) && shape->stroke.width > 0) {
        set_paint(cr, shape->stroke_paint, &shape->fade);
        set_stroke(cr, &shape->stroke);
        cairo_stroke_preserve(cr);
    }
    cairo_new_path(cr);
}

static void begin_tag(const DlPainter *painter, cairo_t *cr, const char *tag) {
    if (painter->targets != NULL)
        cairo_tag_begin(cr, tag, NULL);
}

static void end_tag(const DlPainter *painter, cairo_t *cr, const char *tag) {
    if (painter->targets != NULL)
        cairo_tag_end(cr, tag);
}

/* How Cairo is told where a link goes; NULL: nowhere. Cairo 1.16 copies what it is told
 * into the file as it is, and a target that is not there spoils all of it. */
static char *link_attributes(const DlPainter *painter, const char *link) {
    if (link == NULL || !dl_link_is_allowed(link))
        return NULL;
    if (link[0] == '#')
        return g_hash_table_contains(painter->targets, link + 1)
                   ? g_strdup_printf("dest='%s'", link + 1)
                   : NULL;
    g_autofree char *target = dl_link_encode(link);
    return g_strdup_printf("uri='%s'", target);
}

/* A link for one shape or run: links must not nest in a PDF, and the inner one wins. */
static bool begin_link(const DlPainter *painter, cairo_t *cr, const char *own) {
    if (painter->targets == NULL)
        return false;
    g_autofree char *attributes =
        link_attributes(painter, own != NULL ? own : painter->link);
    if (attributes != NULL)
        cairo_tag_begin(cr, CAIRO_TAG_LINK, attributes);
    return attributes != NULL;
}

static void end_link(cairo_t *cr, bool is_open) {
    if (is_open)
        cairo_tag_end(cr, CAIRO_TAG_LINK);
}

static void paint_run(DlPainter *painter, cairo_t *cr, const DlSceneText *text,
                      const DlTextLine *line, const DlGlyphRun *run) {
    const DlSceneTextPart *part =
        &g_array_index(text->parts, DlSceneTextPart, run->part);
    if (run->n_glyphs == 0 || run->font < 0 || !is_visible(part->paint))
        return;
    const bool is_linked = begin_link(painter, cr, part->link);
    set_paint(cr, part->paint, NULL);
    const DlPoint at = {text->at.x + line->x + run->x,
                        text->at.y + line->baseline - run->rise};
    dl_paint_run(painter, cr, run, at);
    end_link(cr, is_linked);
}

static void paint_text(DlPainter *painter, cairo_t *cr, const DlSceneText *text) {
    const char *tag = painter->is_heading ? "H1" : "P";
    painter->is_heading = false;
    begin_tag(painter, cr, tag);
    for (guint i = 0; i < text->block->lines->len; i++) {
        const DlTextLine *line = text->block->lines->pdata[i];
        for (guint j = 0; j < line->runs->len; j++)
            paint_run(painter, cr, text, line, line->runs->pdata[j]);
    }
    end_tag(painter, cr, tag);
}

/* The first group of an id is where links to it go. */
static void tell_target(const DlPainter *painter, cairo_t *cr,
                        const DlSceneGroup *group) {
    if (painter->targets == NULL || group->id == NULL ||
        GPOINTER_TO_INT(g_hash_table_lookup(painter->targets, group->id)))
        return;
    const DlBox box = dl_scene_group_box(group);
    if (dl_box_is_empty(box))
        return;
    g_autoptr(GString) attributes = g_string_new(NULL);
    g_string_append_printf(attributes, "name='%s' x=", group->id);
    dl_append_number(attributes, box.x, 2);
    g_string_append(attributes, " y=");
    dl_append_number(attributes, box.y, 2);
    cairo_tag_begin(cr, CAIRO_TAG_DEST, attributes->str);
    cairo_tag_end(cr, CAIRO_TAG_DEST);
    g_hash_table_insert(painter->targets, group->id, GINT_TO_POINTER(true));
}

static bool has_words(const DlSceneNode *node) {
    if (node->kind != DL_NODE_GROUP)
        return node->kind == DL_NODE_TEXT ||
               (node->kind == DL_NODE_IMAGE && node->as.image.alt != NULL);
    const GPtrArray *children = node->as.group.children;
    for (guint i = 0; i < children->len; i++)
        if (has_words(children->pdata[i]))
            return true;
    return false;
}

const char *dl_paint_alt(const DlSceneNode *node) {
    if (node->kind == DL_NODE_IMAGE)
        return node->as.image.alt;
    const bool is_event = node->kind == DL_NODE_GROUP && node->as.group.event != NULL;
    return is_event && !has_words(node) ? node->as.group.title : NULL;
}

static void paint_image(DlPainter *painter, cairo_t *cr, const DlSceneImage *image) {
    const bool is_linked = begin_link(painter, cr, NULL);
    dl_picture_paint(image->picture, cr, image->box);
    end_link(cr, is_linked);
}

static void paint_node(DlPainter *painter, cairo_t *cr, const DlSceneNode *node);

static bool is_section(const DlSceneGroup *group) {
    return group->event != NULL || g_str_equal(group->class_name, "page");
}

static void paint_group(DlPainter *painter, cairo_t *cr, const DlSceneGroup *group) {
    const char *outer = painter->link;
    if (group->link != NULL)
        painter->link = group->link;
    if (g_str_equal(group->class_name, "heading"))
        painter->is_heading = true;
    tell_target(painter, cr, group);
    for (guint i = 0; i < group->children->len; i++)
        paint_node(painter, cr, group->children->pdata[i]);
    painter->link = outer;
}

/* What has no words and none for it is not told of. */
static const char *tag_of(const DlSceneNode *node) {
    if (dl_paint_alt(node) != NULL)
        return DL_PAINT_FIGURE;
    return node->kind == DL_NODE_GROUP && is_section(&node->as.group) ? "Sect" : NULL;
}

static void paint_content(DlPainter *painter, cairo_t *cr, const DlSceneNode *node) {
    switch (node->kind) {
    case DL_NODE_GROUP:
        paint_group(painter, cr, &node->as.group);
        break;
    case DL_NODE_SHAPE: {
        const bool is_linked = begin_link(painter, cr, NULL);
        paint_shape(cr, &node->as.shape);
        end_link(cr, is_linked);
        break;
    }
    case DL_NODE_IMAGE:
        paint_image(painter, cr, &node->as.image);
        break;
    case DL_NODE_TEXT:
        paint_text(painter, cr, &node->as.text);
        break;
    }
}

static void paint_node(DlPainter *painter, cairo_t *cr, const DlSceneNode *node) {
    const char *tag = tag_of(node);
    if (tag != NULL)
        begin_tag(painter, cr, tag);
    paint_content(painter, cr, node);
    if (tag != NULL)
        end_tag(painter, cr, tag);
}

void dl_paint_paper(cairo_t *cr, const DlScenePage *page) {
    if (!is_visible(page->paper))
        return;
    set_paint(cr, page->paper, NULL);
    cairo_paint(cr);
}

void dl_paint_page(DlPainter *painter, cairo_t *cr, const DlScenePage *page) {
    paint_node(painter, cr, page->root);
}

cairo_status_t dl_paint_write(void *array, const unsigned char *data,
                              unsigned int length) {
    g_byte_array_append(array, data, length);
    return CAIRO_STATUS_SUCCESS;
}

GBytes *dl_paint_take(cairo_surface_t *surface, cairo_status_t painting,
                      GByteArray *array, GError **error) {
    cairo_surface_finish(surface);
    const cairo_status_t status =
        painting != CAIRO_STATUS_SUCCESS ? painting : cairo_surface_status(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        return g_byte_array_free_to_bytes(array);
    g_byte_array_unref(array);
    g_set_error(error, DL_RENDER_ERROR, DL_RENDER_ERROR_SURFACE,
                "cannot draw the page: %s", cairo_status_to_string(status));
    return NULL;
}
