#include "scene/scene.h"

static DlBox text_box(const DlSceneText *text) {
    DlBox box = dl_box_empty;
    for (guint i = 0; i < text->block->lines->len; i++) {
        const DlTextLine *line = text->block->lines->pdata[i];
        if (line->width > 0)
            box = dl_box_union(box, (DlBox){text->at.x + line->x,
                                            text->at.y + line->baseline - line->ascent,
                                            line->width, line->ascent + line->descent});
    }
    return box;
}

DlBox dl_scene_group_box(const DlSceneGroup *group) {
    DlBox box = dl_box_empty;
    for (guint i = 0; i < group->children->len; i++)
        box = dl_box_union(box, dl_scene_node_box(group->children->pdata[i]));
    return box;
}

DlBox dl_scene_node_box(const DlSceneNode *node) {
    switch (node->kind) {
    case DL_NODE_GROUP:
        return dl_scene_group_box(&node->as.group);
    case DL_NODE_SHAPE:
        return dl_path_box(node->as.shape.path);
    case DL_NODE_TEXT:
        return text_box(&node->as.text);
    case DL_NODE_IMAGE:
        return node->as.image.box;
    }
    return dl_box_empty;
}
