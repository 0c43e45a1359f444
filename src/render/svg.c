#include "render/svg.h"

#include <string.h>

#include "base/escape.h"
#include "render/formats.h"

/* A link to a group of the scene goes to its id, any other where it says. */
bool dl_svg_open_link(DlSvg *svg, const char *link) {
    if (link == NULL || !dl_link_is_allowed(link))
        return false;
    const bool is_inside = link[0] == '#' && g_hash_table_contains(svg->ids, link + 1);
    g_autofree char *target = dl_link_encode(is_inside ? link + 1 : link);
    g_string_append(svg->body,
                    is_inside ? "<a href=\"#" DL_SVG_PREFIX "-" : "<a href=\"");
    dl_append_xml(svg->body, target);
    g_string_append(svg->body, "\">");
    return true;
}

void dl_svg_close_link(DlSvg *svg, bool is_open) {
    if (is_open)
        g_string_append(svg->body, "</a>");
}

static bool has_link(const DlSceneNode *node) {
    if (node->kind == DL_NODE_TEXT)
        return dl_svg_text_has_link(&node->as.text);
    if (node->kind != DL_NODE_GROUP)
        return false;
    const DlSceneGroup *group = &node->as.group;
    bool found = group->link != NULL;
    for (guint i = 0; i < group->children->len && !found; i++)
        found = has_link(group->children->pdata[i]);
    return found;
}

static void collect_ids(GHashTable *ids, const DlSceneGroup *group) {
    if (group->id != NULL)
        g_hash_table_add(ids, group->id);
    for (guint i = 0; i < group->children->len; i++) {
        DlSceneNode *node = group->children->pdata[i];
        if (node->kind == DL_NODE_GROUP)
            collect_ids(ids, &node->as.group);
    }
}

static bool has_link_inside(const DlSceneGroup *group) {
    for (guint i = 0; i < group->children->len; i++)
        if (has_link(group->children->pdata[i]))
            return true;
    return false;
}

static void append_id(GString *out, const char *id) {
    g_string_append(out, " id=\"" DL_SVG_PREFIX "-");
    dl_append_xml(out, id);
    g_string_append_c(out, '"');
}

static void append_titled(GString *out, const char *element, const char *text) {
    g_string_append_printf(out, "<%s>", element);
    dl_append_xml(out, text);
    g_string_append_printf(out, "</%s>\n", element);
}

static bool takes_focus(const DlSvg *svg, const DlSceneGroup *group) {
    return svg->task->in_html && group->event != NULL && group->title != NULL;
}

static void open_group(const DlSvg *svg, const DlSceneGroup *group) {
    GString *out = svg->body;
    g_string_append(out, "<g");
    dl_svg_append_attribute(out, "class", group->class_name);
    if (group->id != NULL)
        append_id(out, group->id);
    if (group->event != NULL)
        dl_svg_append_attribute(out, "data-event", group->event);
    for (guint i = 0; i < group->attributes->len; i += 2)
        dl_svg_append_attribute(out, group->attributes->pdata[i],
                                group->attributes->pdata[i + 1]);
    if (takes_focus(svg, group))
        g_string_append(out, " role=\"group\" tabindex=\"0\"");
    g_string_append(out, ">\n");
    if (group->title != NULL)
        append_titled(out, "title", group->title);
}

static void append_group(DlSvg *svg, const DlSceneGroup *group);

static guint append_child(DlSvg *svg, const DlSceneGroup *group, guint i) {
    const DlSceneNode *node = group->children->pdata[i];
    const guint n = dl_svg_count_joined(group, i);
    switch (node->kind) {
    case DL_NODE_GROUP:
        append_group(svg, &node->as.group);
        break;
    case DL_NODE_SHAPE:
        dl_svg_append_shapes(svg, group, i, n);
        break;
    case DL_NODE_IMAGE:
        dl_svg_append_image(svg, &node->as.image);
        break;
    case DL_NODE_TEXT:
        dl_svg_append_text(svg, &node->as.text);
        break;
    }
    return n;
}

static void append_children(DlSvg *svg, const DlSceneGroup *group) {
    open_group(svg, group);
    guint i = 0;
    while (i < group->children->len)
        i += append_child(svg, group, i);
    g_string_append(svg->body, "</g>");
}

/* Links must not nest: where there are others inside, a group's link is opened for each
 * thing in it that has none of its own. */
static void append_group(DlSvg *svg, const DlSceneGroup *group) {
    const char *outer = svg->link;
    bool is_linked = false;
    if (group->link != NULL) {
        const bool is_shared = has_link_inside(group);
        svg->link = is_shared ? group->link : NULL;
        is_linked = !is_shared && dl_svg_open_link(svg, group->link);
    }
    append_children(svg, group);
    dl_svg_close_link(svg, is_linked);
    g_string_append_c(svg->body, '\n');
    svg->link = outer;
}

static void append_paper(DlSvg *svg, const DlScenePage *page) {
    if (page->paper.light.alpha <= 0 && page->paper.dark.alpha <= 0)
        return;
    const DlSvgLook look = {.fill = page->paper, .stroke = dl_paint_none};
    g_string_append(svg->body, "<rect");
    dl_svg_append_number_attribute(svg->body, "width", page->width);
    dl_svg_append_number_attribute(svg->body, "height", page->height);
    dl_svg_append_look(svg, &look);
    g_string_append(svg->body, "/>\n");
}

static void collect(DlSvg *svg, const DlScenePage *page) {
    collect_ids(svg->ids, dl_scene_page_root(page));
    svg->families = dl_svg_main_families(svg, page);
    append_paper(svg, page);
    append_group(svg, dl_scene_page_root(page));
}

static void clear(DlSvg *svg) {
    g_string_free(svg->body, TRUE);
    g_string_free(svg->rules, TRUE);
    g_string_free(svg->definitions, TRUE);
    g_hash_table_unref(svg->darks);
    g_hash_table_unref(svg->classes);
    g_hash_table_unref(svg->fades);
    g_hash_table_unref(svg->ids);
    g_hash_table_unref(svg->glyphs);
    g_ptr_array_unref(svg->fonts);
    g_free(svg->families);
}

char *dl_svg_write(const DlSvgTask *task, GError **error) {
    const DlScenePage *page = task->scene->pages->pdata[task->page];
    DlSvg svg = {
        .body = g_string_new(NULL),
        .rules = g_string_new(NULL),
        .definitions = g_string_new(NULL),
        .darks = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
        .classes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .fades = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .ids = g_hash_table_new(g_str_hash, g_str_equal),
        .glyphs = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL),
        .fonts = dl_svg_fonts_new(),
        .task = task,
        .has_dark = !task->options.no_dark && dl_svg_has_dark(page),
    };
    collect(&svg, page);
    char *text = dl_svg_assemble(&svg, page, error);
    clear(&svg);
    return text;
}

GBytes *dl_render_svg(const DlScene *scene, int page, const DlMeasurer *measurer,
                      const DlRenderOptions *options, GError **error) {
    const DlSvgTask task = {
        .scene = scene,
        .page = page,
        .measurer = measurer,
        .options = options == NULL ? (DlRenderOptions){0} : *options,
    };
    g_autofree char *text = dl_svg_write(&task, error);
    if (text == NULL)
        return NULL;
    g_autofree char *prefix = dl_svg_prefix(&task, text);
    char *finished = dl_svg_set_prefix(text, prefix);
    return g_bytes_new_take(finished, strlen(finished));
}
