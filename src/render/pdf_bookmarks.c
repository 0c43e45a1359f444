#include <cairo-pdf.h>

#include "base/number.h"
#include "render/pdf.h"

/* Where a bookmark goes. */
typedef struct {
    cairo_surface_t *surface;
    int page; /* from 1 */
} Outline;

/* What is added under one bookmark. */
typedef struct {
    int parent;
    const char *title;   /* of that bookmark; NULL: of the document */
    GHashTable *shelves; /* title, borrowed from the scene -> bookmark */
} Scope;

static bool is_chapter(const DlSceneGroup *group) {
    static const char *const classes[] = {"page", "lane", "segment", "era"};
    for (size_t i = 0; i < G_N_ELEMENTS(classes); i++)
        if (g_str_equal(group->class_name, classes[i]))
            return group->title != NULL;
    return false;
}

static int add_bookmark(const Outline *outline, int parent, const char *title,
                        DlPoint at, bool is_open) {
    g_autoptr(GString) target = g_string_new(NULL);
    g_string_append_printf(target, "page=%d pos=[", outline->page);
    dl_append_number(target, at.x, 2);
    g_string_append_c(target, ' ');
    dl_append_number(target, at.y, 2);
    g_string_append_c(target, ']');
    return cairo_pdf_surface_add_outline(outline->surface, parent, title, target->str,
                                         is_open ? CAIRO_PDF_OUTLINE_FLAG_OPEN
                                                 : (cairo_pdf_outline_flags_t)0);
}

static DlPoint corner_of(const DlSceneGroup *group) {
    const DlBox box = dl_scene_group_box(group);
    return dl_box_is_empty(box) ? (DlPoint){0, 0} : (DlPoint){box.x, box.y};
}

static int find_shelf(const Outline *outline, Scope *scope, const char *title,
                      DlPoint at) {
    void *known;
    if (g_hash_table_lookup_extended(scope->shelves, title, NULL, &known))
        return GPOINTER_TO_INT(known);
    const int shelf = add_bookmark(outline, scope->parent, title, at, false);
    g_hash_table_insert(scope->shelves, (void *)title, GINT_TO_POINTER(shelf));
    return shelf;
}

/* An event that is drawn again, in an inset, has no id there. */
static void add_event(const Outline *outline, Scope *scope, const DlSceneGroup *event) {
    if (event->id == NULL || event->title == NULL)
        return;
    const DlPoint at = corner_of(event);
    const bool has_shelf =
        event->shelf != NULL && g_strcmp0(event->shelf, scope->title) != 0;
    const int parent =
        has_shelf ? find_shelf(outline, scope, event->shelf, at) : scope->parent;
    add_bookmark(outline, parent, event->title, at, false);
}

static void add_group(const Outline *outline, Scope *scope, const DlSceneGroup *group);

static void add_children(const Outline *outline, Scope *scope,
                         const DlSceneGroup *group) {
    for (guint i = 0; i < group->children->len; i++) {
        const DlSceneNode *node = group->children->pdata[i];
        if (node->kind == DL_NODE_GROUP)
            add_group(outline, scope, &node->as.group);
    }
}

static void add_chapter(const Outline *outline, const Scope *around, const char *title,
                        const DlSceneGroup *group) {
    const DlPoint at = corner_of(group);
    Scope scope = {add_bookmark(outline, around->parent, title, at, true), title,
                   g_hash_table_new(g_str_hash, g_str_equal)};
    add_children(outline, &scope, group);
    g_hash_table_unref(scope.shelves);
}

static void add_group(const Outline *outline, Scope *scope, const DlSceneGroup *group) {
    if (group->event != NULL)
        add_event(outline, scope, group);
    else if (is_chapter(group))
        add_chapter(outline, scope, group->title, group);
    else
        add_children(outline, scope, group);
}

void dl_pdf_add_bookmarks(cairo_surface_t *surface, const DlScene *scene) {
    Scope root = {CAIRO_PDF_OUTLINE_ROOT, NULL,
                  g_hash_table_new(g_str_hash, g_str_equal)};
    for (guint i = 0; i < scene->pages->len; i++) {
        const Outline outline = {surface, (int)i + 1};
        const DlSceneGroup *page = dl_scene_page_root(scene->pages->pdata[i]);
        g_autofree char *number = g_strdup_printf("%u", i + 1);
        if (scene->pages->len == 1)
            add_group(&outline, &root, page);
        else
            add_chapter(&outline, &root, page->title != NULL ? page->title : number,
                        page);
    }
    g_hash_table_unref(root.shelves);
}
