/* A text drawn as a scene, for the tests of what charts look like. */
#ifndef DL_TESTS_DRAWING_H
#define DL_TESTS_DRAWING_H

#include <string.h>

#include "draw/draw.h"
#include "resolving.h"
#include "scene/metrics.h"

typedef struct {
    Resolved resolved;
    DlScene *scene;
} Drawn;

static inline void drawn_clear(Drawn *drawn) {
    dl_scene_free(drawn->scene);
    resolved_clear(&drawn->resolved);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Drawn, drawn_clear)

static inline DlScene *draw_chart(const DlTimeline *timeline, const DlChart *chart,
                                  DlMeasurer *measurer, const DlTheme *theme) {
    g_autoptr(GError) error = NULL;
    g_autoptr(DlLayout) layout =
        dl_layout_new(timeline, chart, measurer, theme, &error);
    if (layout == NULL)
        fail_msg("%s", error->message);
    return dl_draw(timeline, chart, layout);
}

static inline void assert_faultless(const DlScene *scene) {
    const DlMetrics metrics = dl_scene_measure(scene);
    g_autofree char *words = dl_metrics_to_text(&metrics);
    if (dl_metrics_faults(&metrics) > 0)
        fail_msg("%s", words);
}

/* The first chart of a text, with letters of one width. */
static inline Drawn draw_yaml(const char *yaml) {
    Drawn drawn = {.resolved = resolve_yaml(yaml)};
    g_autofree char *problems = list_problems(&drawn.resolved);
    assert_string_equal(problems, "");
    g_autoptr(DlMeasurer) measurer = dl_measurer_new_fixed();
    const DlChart *chart = drawn.resolved.timeline->charts->pdata[0];
    drawn.scene = draw_chart(drawn.resolved.timeline, chart, measurer, &chart->theme);
    return drawn;
}

typedef struct {
    Resolved resolved;
    DlMeasurer *measurer;
    DlLayout *layout;
} LaidOut;

/* The layout of the first chart of a text, in the light theme, with letters of one
 * width. */
static inline LaidOut lay_out(const char *yaml) {
    LaidOut made = {.resolved = resolve_yaml(yaml),
                    .measurer = dl_measurer_new_fixed()};
    g_autoptr(GError) error = NULL;
    made.layout =
        dl_layout_new(made.resolved.timeline, made.resolved.timeline->charts->pdata[0],
                      made.measurer, dl_theme_of(DL_THEME_LIGHT), &error);
    if (made.layout == NULL)
        fail_msg("%s", error->message);
    return made;
}

static inline void laid_out_clear(LaidOut *made) {
    dl_layout_free(made->layout);
    dl_measurer_free(made->measurer);
    resolved_clear(&made->resolved);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(LaidOut, laid_out_clear)

/* What a group says by this name; NULL: nothing. */
static inline const char *group_attribute(const DlSceneGroup *group, const char *name) {
    for (guint i = 0; i < group->attributes->len; i += 2)
        if (strcmp(group->attributes->pdata[i], name) == 0)
            return group->attributes->pdata[i + 1];
    return NULL;
}

static inline guint count_groups(const DlSceneGroup *group, const char *class_name) {
    guint count = strcmp(group->class_name, class_name) == 0;
    for (guint i = 0; i < group->children->len; i++) {
        const DlSceneNode *node = group->children->pdata[i];
        if (node->kind == DL_NODE_GROUP)
            count += count_groups(&node->as.group, class_name);
    }
    return count;
}

static inline bool is_class(const DlSceneNode *node, const char *class_name) {
    return node->kind == DL_NODE_GROUP &&
           strcmp(node->as.group.class_name, class_name) == 0;
}

static inline void find_groups(const DlSceneGroup *group, const char *class_name,
                               GPtrArray *found) {
    for (guint i = 0; i < group->children->len; i++) {
        const DlSceneNode *node = group->children->pdata[i];
        if (is_class(node, class_name))
            g_ptr_array_add(found, (void *)&node->as.group);
        if (node->kind == DL_NODE_GROUP)
            find_groups(&node->as.group, class_name, found);
    }
}

/* All of that class within a group, borrowed; the caller owns the array. */
static inline GPtrArray *list_groups(const DlSceneGroup *parent,
                                     const char *class_name) {
    GPtrArray *found = g_ptr_array_new();
    find_groups(parent, class_name, found);
    return found;
}

/* All shapes and texts of a node, in the order in which they are painted. */
static inline void flatten(const DlSceneNode *node, GPtrArray *leaves) {
    if (node->kind != DL_NODE_GROUP) {
        g_ptr_array_add(leaves, (void *)node);
        return;
    }
    for (guint i = 0; i < node->as.group.children->len; i++)
        flatten(node->as.group.children->pdata[i], leaves);
}

static inline GPtrArray *list_leaves(const DlScene *scene) {
    GPtrArray *leaves = g_ptr_array_new();
    for (guint i = 0; i < scene->pages->len; i++)
        flatten(((const DlScenePage *)scene->pages->pdata[i])->root, leaves);
    return leaves;
}

#endif
