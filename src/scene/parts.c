#include "scene/parts.h"

#include <string.h>

#include "scene/pieces.h"

static const double LEAST_SEEN = 0.15; /* points */

/* Texts of one group of these kinds belong together; so they do not overlap by error.
 */
static const char *const owners[] = {
    "label",    "heading", "tick",  "break",  "lane",    "segment", "era",
    "relation", "measure", "inset", "legend", "sources", "axis",
};
static const char *const shows_something[] = {
    "inset",  "guides",  "count", "era",     "measure", "relation",
    "legend", "sources", "lane",  "segment", "break",
};
/* No place for something else, though parts of them may be blank. */
static const char *const blocks[] = {"legend", "density", "measure"};
static const char *const bands[] = {"era", "measure"};

/* What a node of the tree is in. */
typedef struct {
    const DlSceneGroup *owner; /* of texts; NULL: each is its own */
    const DlSceneGroup *band;  /* an era or a measure; NULL: none */
    bool in_event, in_label;
    guint drawing;
    const char *event;
    guint axis;
} Inside;

static bool is_one_of(const char *name, const char *const *names, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

static bool is_visible(DlBox box) {
    return box.width > LEAST_SEEN && box.height > LEAST_SEEN;
}

static bool is_nothing(DlBox box) {
    return box.width <= LEAST_SEEN && box.height <= LEAST_SEEN;
}

static void add_part(GArray *parts, const Inside *inside, DlBox box) {
    const DlPart part = {inside->drawing, inside->event, inside->axis, box};
    g_array_append_val(parts, part);
}

static void collect_shape(DlParts *parts, const DlSceneShape *shape,
                          const Inside *inside) {
    const char *name = shape->class_name;
    const DlBox box = dl_path_box(shape->path);
    if (!inside->in_event || name == NULL || strcmp(name, "leader") != 0 ||
        dl_box_is_empty(box))
        return;
    dl_pieces_add(parts->pieces, shape->path, parts->leaders->len);
    add_part(parts->leaders, inside, box);
    g_array_append_val(parts->leader_widths, shape->stroke.width);
}

static const char *const lines[] = {"guide", "relation"};

/* What runs over the page between other things. */
static void collect_line(DlParts *parts, const DlSceneShape *shape,
                         const DlSceneGroup *group) {
    const char *name = shape->class_name;
    bool is_line = name != NULL && is_one_of(name, lines, G_N_ELEMENTS(lines));
    bool is_of_band = shape->stroke.width > 0 &&
                      is_one_of(group->class_name, bands, G_N_ELEMENTS(bands));
    if (!is_line && !is_of_band)
        return;
    dl_pieces_add(parts->lines, shape->path, parts->line_owners->len);
    g_ptr_array_add(parts->line_owners, (gpointer)group);
}

static void collect_text(DlParts *parts, const DlSceneNode *node,
                         const Inside *inside) {
    const DlWritten written = {
        .owner = inside->owner != NULL ? (const void *)inside->owner : node,
        .text = &node->as.text,
        .box = dl_scene_node_box(node),
        .in_label = inside->in_label,
        .in_event = inside->in_event,
        .band = inside->band,
        .axis = inside->axis,
    };
    if (is_visible(written.box))
        g_array_append_val(parts->texts, written);
}

static bool has_attribute(const DlSceneGroup *group, const char *name) {
    for (guint i = 0; i < group->attributes->len; i += 2)
        if (strcmp(group->attributes->pdata[i], name) == 0)
            return true;
    return false;
}

/* The band of an axis: its own shapes, without those of ticks and breaks. */
static DlBox band_box(const DlSceneGroup *axis) {
    DlBox box = dl_box_empty;
    for (guint i = 0; i < axis->children->len; i++) {
        const DlSceneNode *child = axis->children->pdata[i];
        if (child->kind == DL_NODE_SHAPE)
            box = dl_box_union(box, dl_scene_node_box(child));
    }
    return dl_box_is_empty(box) ? dl_scene_group_box(axis) : box;
}

/* The axis among the children is that of all of them. */
static void find_axis(DlParts *parts, const DlSceneGroup *group, Inside *inside) {
    for (guint i = 0; i < group->children->len; i++) {
        const DlSceneNode *child = group->children->pdata[i];
        if (child->kind != DL_NODE_GROUP ||
            strcmp(child->as.group.class_name, "axis") != 0)
            continue;
        const DlBox band = band_box(&child->as.group);
        if (dl_box_is_empty(band))
            continue;
        inside->axis = parts->axes->len;
        g_array_append_val(parts->axes, band);
        return;
    }
}

static void collect_children(DlParts *parts, const DlSceneGroup *group, Inside inside);

static void collect_event(DlParts *parts, const DlSceneGroup *group, Inside inside) {
    const guint n_labels = parts->labels->len;
    inside.in_event = true;
    inside.drawing = parts->n_drawings++;
    inside.event = group->event != NULL ? group->event : "";
    collect_children(parts, group, inside);
    if (parts->labels->len == n_labels && !has_attribute(group, "data-label"))
        parts->n_bare++;
}

static void collect_event_part(DlParts *parts, const DlSceneGroup *group,
                               Inside *inside) {
    const DlBox box = dl_scene_group_box(group);
    if (strcmp(group->class_name, "label") == 0) {
        inside->in_label = true;
        if (is_visible(box))
            add_part(parts->labels, inside, box);
    }
    if (strcmp(group->class_name, "mark") == 0 && !is_nothing(box))
        add_part(parts->marks, inside, box);
}

static void collect_group(DlParts *parts, const DlSceneGroup *group, Inside inside) {
    const char *name = group->class_name;
    const DlBox box = dl_scene_group_box(group);
    if (group->id != NULL)
        parts->n_taken_ids += !g_hash_table_add(parts->ids, group->id);
    if (is_one_of(name, blocks, G_N_ELEMENTS(blocks)) && !is_nothing(box))
        g_array_append_val(parts->fillings, box);
    if (is_one_of(name, owners, G_N_ELEMENTS(owners)))
        inside.owner = group;
    if (is_one_of(name, bands, G_N_ELEMENTS(bands))) {
        g_array_append_val(parts->bands, box);
        inside.band = group;
    }
    if (is_one_of(name, shows_something, G_N_ELEMENTS(shows_something)))
        parts->n_empty += is_nothing(box);
    if (strcmp(name, "event") == 0) {
        collect_event(parts, group, inside);
        return;
    }
    if (inside.in_event)
        collect_event_part(parts, group, &inside);
    collect_children(parts, group, inside);
}

static void collect_children(DlParts *parts, const DlSceneGroup *group, Inside inside) {
    find_axis(parts, group, &inside);
    for (guint i = 0; i < group->children->len; i++) {
        const DlSceneNode *child = group->children->pdata[i];
        switch (child->kind) {
        case DL_NODE_GROUP:
            collect_group(parts, &child->as.group, inside);
            break;
        case DL_NODE_SHAPE:
            collect_shape(parts, &child->as.shape, &inside);
            collect_line(parts, &child->as.shape, group);
            break;
        case DL_NODE_TEXT:
            collect_text(parts, child, &inside);
            break;
        case DL_NODE_IMAGE:
            g_array_append_val(parts->fillings, child->as.image.box);
            break;
        }
    }
}

static GArray *new_array(size_t size) {
    return g_array_new(FALSE, FALSE, (guint)size);
}

DlParts *dl_parts_new(const DlScenePage *page) {
    DlParts *parts = g_new0(DlParts, 1);
    parts->page = page;
    parts->labels = new_array(sizeof(DlPart));
    parts->marks = new_array(sizeof(DlPart));
    parts->leaders = new_array(sizeof(DlPart));
    parts->pieces = new_array(sizeof(DlPiece));
    parts->leader_widths = new_array(sizeof(double));
    parts->lines = new_array(sizeof(DlPiece));
    parts->line_owners = g_ptr_array_new();
    parts->texts = new_array(sizeof(DlWritten));
    parts->axes = new_array(sizeof(DlBox));
    parts->fillings = new_array(sizeof(DlBox));
    parts->bands = new_array(sizeof(DlBox));
    parts->ids = g_hash_table_new(g_str_hash, g_str_equal);
    collect_children(parts, dl_scene_page_root(page), (Inside){.axis = G_MAXUINT});
    return parts;
}

void dl_parts_free(DlParts *parts) {
    if (parts == NULL)
        return;
    g_array_unref(parts->labels);
    g_array_unref(parts->marks);
    g_array_unref(parts->leaders);
    g_array_unref(parts->pieces);
    g_array_unref(parts->leader_widths);
    g_array_unref(parts->lines);
    g_ptr_array_unref(parts->line_owners);
    g_array_unref(parts->texts);
    g_array_unref(parts->axes);
    g_array_unref(parts->fillings);
    g_array_unref(parts->bands);
    g_hash_table_unref(parts->ids);
    g_free(parts);
}

const DlPart *dl_part_at(const GArray *parts, guint i) {
    return &g_array_index(parts, DlPart, i);
}

GArray *dl_text_boxes(const DlParts *parts) {
    GArray *boxes = g_array_new(FALSE, FALSE, sizeof(DlBox));
    for (guint i = 0; i < parts->texts->len; i++)
        g_array_append_val(boxes, g_array_index(parts->texts, DlWritten, i).box);
    return boxes;
}

GArray *dl_parts_boxes(const GArray *parts) {
    GArray *boxes = g_array_sized_new(FALSE, FALSE, sizeof(DlBox), parts->len);
    for (guint i = 0; i < parts->len; i++)
        g_array_append_val(boxes, g_array_index(parts, DlPart, i).box);
    return boxes;
}

DlBox dl_text_line_box(const DlSceneText *text, const DlTextLine *line) {
    return (DlBox){text->at.x + line->x, text->at.y + line->baseline - line->ascent,
                   line->width, line->ascent + line->descent};
}

DlBox dl_letters_box(DlBox box) {
    static const double AIR = 0.18;
    return (DlBox){box.x, box.y + AIR * box.height, box.width,
                   (1 - 2 * AIR) * box.height};
}
