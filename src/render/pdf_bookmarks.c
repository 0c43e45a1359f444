/* The bookmarks of all pages, gathered as a tree before Cairo is told of any: only then
 * is known which levels say something. */
#include <cairo-pdf.h>

#include "base/number.h"
#include "render/pdf.h"

typedef struct Bookmark Bookmark;
struct Bookmark {
    char *title;          /* owned; NULL: of the whole */
    int page;             /* where it goes, from 1 */
    DlPoint at;           /* and there */
    bool is_chapter;      /* a group of the scene that is none of its events */
    bool is_listed;       /* it is among the children of its parent */
    GPtrArray *children;  /* of Bookmark, owned */
    GPtrArray *chapters;  /* of Bookmark, borrowed, in the order of drawing */
    GHashTable *by_title; /* title -> chapter or shelf, both borrowed */
};

static void bookmark_free(Bookmark *bookmark) {
    g_free(bookmark->title);
    g_ptr_array_unref(bookmark->children);
    g_ptr_array_unref(bookmark->chapters);
    g_hash_table_unref(bookmark->by_title);
    g_free(bookmark);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Bookmark, bookmark_free)

static Bookmark *bookmark_new(const char *title, int page, DlPoint at) {
    Bookmark *bookmark = g_new0(Bookmark, 1);
    bookmark->title = g_strdup(title);
    bookmark->page = page;
    bookmark->at = at;
    bookmark->children = g_ptr_array_new_with_free_func((GDestroyNotify)bookmark_free);
    bookmark->chapters = g_ptr_array_new();
    bookmark->by_title = g_hash_table_new(g_str_hash, g_str_equal);
    return bookmark;
}

static Bookmark *list(Bookmark *parent, Bookmark *child) {
    if (!child->is_listed)
        g_ptr_array_add(parent->children, child);
    child->is_listed = true;
    return child;
}

/* ---- From the scene ---- */

static DlPoint corner_of(const DlSceneGroup *group) {
    const DlBox box = dl_scene_group_box(group);
    return dl_box_is_empty(box) ? (DlPoint){0, 0} : (DlPoint){box.x, box.y};
}

static Bookmark *find_shelf(Bookmark *parent, const char *title, int page, DlPoint at) {
    Bookmark *shelf = g_hash_table_lookup(parent->by_title, title);
    if (shelf == NULL) {
        shelf = bookmark_new(title, page, at);
        g_hash_table_insert(parent->by_title, shelf->title, shelf);
    }
    return list(parent, shelf);
}

static void add_event(Bookmark *parent, int page, const DlSceneGroup *event) {
    if (event->shelves == NULL || event->title == NULL)
        return;
    const DlPoint at = corner_of(event);
    for (guint i = 0; i < event->shelves->len; i++)
        parent = find_shelf(parent, event->shelves->pdata[i], page, at);
    list(parent, bookmark_new(event->title, page, at));
}

static bool is_chapter(const DlSceneGroup *group) {
    static const char *const classes[] = {"page", "lane",  "segment",
                                          "era",  "inset", "undated"};
    for (size_t i = 0; i < G_N_ELEMENTS(classes); i++)
        if (g_str_equal(group->class_name, classes[i]))
            return group->title != NULL;
    return false;
}

static void add_children(Bookmark *parent, int page, const DlSceneGroup *group);

/* Eras are drawn before all events, behind them; their bookmarks wait for the first
 * event that stands under them. */
static void add_chapter(Bookmark *parent, int page, const char *title,
                        const DlSceneGroup *group) {
    Bookmark *chapter = bookmark_new(title, page, corner_of(group));
    chapter->is_chapter = true;
    g_ptr_array_add(parent->chapters, chapter);
    g_hash_table_insert(parent->by_title, chapter->title, chapter);
    if (!g_str_equal(group->class_name, "era"))
        list(parent, chapter);
    add_children(chapter, page, group);
}

static void add_group(Bookmark *parent, int page, const DlSceneGroup *group) {
    if (group->event != NULL)
        add_event(parent, page, group);
    else if (is_chapter(group))
        add_chapter(parent, page, group->title, group);
    else
        add_children(parent, page, group);
}

static void add_children(Bookmark *parent, int page, const DlSceneGroup *group) {
    for (guint i = 0; i < group->children->len; i++) {
        const DlSceneNode *node = group->children->pdata[i];
        if (node->kind == DL_NODE_GROUP)
            add_group(parent, page, &node->as.group);
    }
}

static Bookmark *gather(const DlScene *scene) {
    Bookmark *root = bookmark_new(NULL, 1, (DlPoint){0, 0});
    for (guint i = 0; i < scene->pages->len; i++) {
        const DlSceneGroup *page = dl_scene_page_root(scene->pages->pdata[i]);
        g_autofree char *number = g_strdup_printf("%u", i + 1);
        if (scene->pages->len == 1)
            add_group(root, (int)i + 1, page);
        else
            add_chapter(root, (int)i + 1, page->title != NULL ? page->title : number,
                        page);
    }
    return root;
}

/* ---- To the file ---- */

/* What nothing stands under is listed after all. */
static void list_chapters(Bookmark *bookmark) {
    for (guint i = 0; i < bookmark->chapters->len; i++)
        list(bookmark, bookmark->chapters->pdata[i]);
    for (guint i = 0; i < bookmark->children->len; i++)
        list_chapters(bookmark->children->pdata[i]);
}

static bool is_needless(const Bookmark *bookmark) {
    return !bookmark->is_chapter && bookmark->children->len > 0;
}

/* A shelf that holds all there is, as a year in the segment of a day, says nothing. */
static void drop_needless(Bookmark *bookmark) {
    for (guint i = 0; i < bookmark->children->len; i++)
        drop_needless(bookmark->children->pdata[i]);
    if (bookmark->children->len != 1 || !is_needless(bookmark->children->pdata[0]))
        return;
    g_autoptr(Bookmark) only = g_ptr_array_steal_index(bookmark->children, 0);
    g_ptr_array_extend_and_steal(bookmark->children, g_steal_pointer(&only->children));
    only->children = g_ptr_array_new();
}

static int add_outline(cairo_surface_t *surface, const Bookmark *bookmark, int parent) {
    g_autoptr(GString) target = g_string_new(NULL);
    g_string_append_printf(target, "page=%d pos=[", bookmark->page);
    dl_append_number(target, bookmark->at.x, 2);
    g_string_append_c(target, ' ');
    dl_append_number(target, bookmark->at.y, 2);
    g_string_append_c(target, ']');
    return cairo_pdf_surface_add_outline(surface, parent, bookmark->title, target->str,
                                         bookmark->is_chapter
                                             ? CAIRO_PDF_OUTLINE_FLAG_OPEN
                                             : (cairo_pdf_outline_flags_t)0);
}

static void add_outlines(cairo_surface_t *surface, const Bookmark *bookmark,
                         int parent) {
    for (guint i = 0; i < bookmark->children->len; i++) {
        const Bookmark *child = bookmark->children->pdata[i];
        add_outlines(surface, child, add_outline(surface, child, parent));
    }
}

void dl_pdf_add_bookmarks(cairo_surface_t *surface, const DlScene *scene) {
    g_autoptr(Bookmark) root = gather(scene);
    list_chapters(root);
    drop_needless(root);
    add_outlines(surface, root, CAIRO_PDF_OUTLINE_ROOT);
}
