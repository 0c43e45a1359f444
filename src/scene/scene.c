#include "scene/scene.h"

const DlPaint dl_paint_none = {{0, 0, 0, 0}, {0, 0, 0, 0}};

static void node_free(DlSceneNode *node);

static void group_clear(DlSceneGroup *group) {
    g_free(group->event);
    g_free(group->id);
    g_free(group->title);
    g_clear_pointer(&group->shelves, g_ptr_array_unref);
    g_free(group->link);
    g_ptr_array_unref(group->attributes);
    g_ptr_array_unref(group->children);
}

static void text_clear(DlSceneText *text) {
    dl_text_block_free(text->block);
    g_array_unref(text->parts);
    g_free(text->language);
}

static void node_free(DlSceneNode *node) {
    switch (node->kind) {
    case DL_NODE_GROUP:
        group_clear(&node->as.group);
        break;
    case DL_NODE_SHAPE:
        dl_path_free(node->as.shape.path);
        break;
    case DL_NODE_TEXT:
        text_clear(&node->as.text);
        break;
    case DL_NODE_IMAGE:
        dl_picture_free(node->as.image.picture);
        g_free(node->as.image.alt);
        break;
    }
    g_free(node);
}

static DlSceneNode *node_new(DlNodeKind kind) {
    DlSceneNode *node = g_new0(DlSceneNode, 1);
    node->kind = kind;
    return node;
}

static DlSceneNode *group_node_new(const char *class_name) {
    DlSceneNode *node = node_new(DL_NODE_GROUP);
    node->as.group.class_name = class_name;
    node->as.group.attributes = g_ptr_array_new_with_free_func(g_free);
    node->as.group.children = g_ptr_array_new_with_free_func((GDestroyNotify)node_free);
    return node;
}

static void page_free(DlScenePage *page) {
    node_free(page->root);
    g_free(page);
}

DlScene *dl_scene_new(void) {
    DlScene *scene = g_new0(DlScene, 1);
    scene->keywords = g_ptr_array_new_with_free_func(g_free);
    scene->pages = g_ptr_array_new_with_free_func((GDestroyNotify)page_free);
    return scene;
}

void dl_scene_free(DlScene *scene) {
    if (scene == NULL)
        return;
    g_free(scene->chart);
    g_free(scene->title);
    g_free(scene->description);
    g_free(scene->story);
    g_free(scene->language);
    g_free(scene->author);
    g_free(scene->caption);
    dl_scene_table_free(scene->table);
    g_free(scene->reasons);
    g_ptr_array_unref(scene->keywords);
    g_ptr_array_unref(scene->pages);
    g_free(scene);
}

DlScenePage *dl_scene_add_page(DlScene *scene, double width, double height,
                               DlPaint paper) {
    DlScenePage *page = g_new0(DlScenePage, 1);
    page->width = width;
    page->height = height;
    page->paper = paper;
    page->root = group_node_new("page");
    g_ptr_array_add(scene->pages, page);
    return page;
}

DlSceneGroup *dl_scene_page_root(const DlScenePage *page) {
    return &page->root->as.group;
}

DlSceneGroup *dl_scene_add_group(DlSceneGroup *parent, const char *class_name) {
    DlSceneNode *node = group_node_new(class_name);
    g_ptr_array_add(parent->children, node);
    return &node->as.group;
}

void dl_scene_set_attribute(DlSceneGroup *group, const char *name, const char *value) {
    GPtrArray *attributes = group->attributes;
    for (guint i = 0; i < attributes->len; i += 2)
        if (g_str_equal(attributes->pdata[i], name)) {
            g_free(attributes->pdata[i + 1]);
            attributes->pdata[i + 1] = g_strdup(value);
            return;
        }
    g_ptr_array_add(attributes, g_strdup(name));
    g_ptr_array_add(attributes, g_strdup(value));
}

void dl_scene_add_shelf(DlSceneGroup *group, const char *shelf) {
    if (group->shelves == NULL)
        group->shelves = g_ptr_array_new_with_free_func(g_free);
    if (shelf != NULL)
        g_ptr_array_add(group->shelves, g_strdup(shelf));
}

DlSceneShape *dl_scene_add_shape(DlSceneGroup *parent, DlPath *path) {
    DlSceneNode *node = node_new(DL_NODE_SHAPE);
    node->as.shape.path = path;
    node->as.shape.fill = dl_paint_none;
    node->as.shape.stroke_paint = dl_paint_none;
    g_ptr_array_add(parent->children, node);
    return &node->as.shape;
}

DlSceneText *dl_scene_add_text(DlSceneGroup *parent, DlPoint at, DlTextBlock *block,
                               const char *language) {
    DlSceneNode *node = node_new(DL_NODE_TEXT);
    node->as.text.at = at;
    node->as.text.block = block;
    node->as.text.parts = g_array_new(FALSE, FALSE, sizeof(DlSceneTextPart));
    node->as.text.language = g_strdup(language);
    g_ptr_array_add(parent->children, node);
    return &node->as.text;
}

static void part_clear(DlSceneTextPart *part) {
    g_free(part->link);
}

void dl_scene_text_add_part(DlSceneText *text, DlPaint paint, bool note,
                            const char *link) {
    const DlSceneTextPart part = {paint, note, g_strdup(link)};
    g_array_set_clear_func(text->parts, (GDestroyNotify)part_clear);
    g_array_append_val(text->parts, part);
}

void dl_scene_add_image(DlSceneGroup *parent, const DlPicture *picture, DlBox box,
                        const char *alt) {
    DlSceneNode *node = node_new(DL_NODE_IMAGE);
    node->as.image = (DlSceneImage){dl_picture_copy(picture), box, g_strdup(alt)};
    g_ptr_array_add(parent->children, node);
}
