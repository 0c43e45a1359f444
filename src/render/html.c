/* A figure for the web: the SVG, its caption and its events as a table, in one file
 * that asks for no other. The figure element can be taken out of it as it is: its style
 * sheet is within its SVG, and every selector of that begins with the figure's id. */
#include <string.h>

#include "base/escape.h"
#include "base/number.h"
#include "render/formats.h"
#include "render/svg.h"

static const char RULES[] =
    "#" DL_SVG_PREFIX "-figure{margin:0 auto;font:1rem/1.45 'Noto Sans',sans-serif}"
    "#" DL_SVG_PREFIX "-figure>svg{display:block;height:auto}"
    "#" DL_SVG_PREFIX "-figure .event:focus-visible{outline:2px solid currentColor;"
    "outline-offset:2px}"
    "#" DL_SVG_PREFIX "-figure figcaption{margin:.75rem 0}"
    "#" DL_SVG_PREFIX "-figure figcaption p{margin:0 0 .5rem}"
    "#" DL_SVG_PREFIX "-figure summary{cursor:pointer}"
    "#" DL_SVG_PREFIX "-figure table{border-collapse:collapse;text-align:start}"
    "#" DL_SVG_PREFIX "-figure caption{text-align:start;padding:.5rem 0}"
    "#" DL_SVG_PREFIX "-figure th,#" DL_SVG_PREFIX
    "-figure td{border-top:1px solid;padding:.35rem 1rem .35rem 0;"
    "text-align:start;vertical-align:top;font-weight:400}"
    "#" DL_SVG_PREFIX "-figure thead th,#" DL_SVG_PREFIX
    "-figure th>:first-child{font-weight:700}"
    "#" DL_SVG_PREFIX "-figure td>*,#" DL_SVG_PREFIX
    "-figure th>*{display:block;max-width:40rem}";

/* The chart shows its title; what reads aloud looks for a heading. */
static const char UNSEEN_HEADING[] =
    "h1{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}";

/* A page is as wide as its place, but not wider than on paper. */
static char *compose_rules(const DlScene *scene) {
    double width = 0;
    for (guint i = 0; i < scene->pages->len; i++)
        width = MAX(width, ((const DlScenePage *)scene->pages->pdata[i])->width);
    GString *rules = g_string_new(RULES);
    g_string_append(rules, "#" DL_SVG_PREFIX "-figure{max-width:");
    dl_append_number(rules, width, 2);
    g_string_append(rules, "pt}");
    return g_string_free(rules, FALSE);
}

static void append_element(GString *out, const char *name, const char *text) {
    g_string_append_printf(out, "<%s>", name);
    dl_append_xml(out, text);
    g_string_append_printf(out, "</%s>\n", name);
}

static void append_meta(GString *out, const char *name, const char *text) {
    if (text == NULL || text[0] == '\0')
        return;
    g_string_append_printf(out, "<meta name=\"%s\"", name);
    dl_svg_append_attribute(out, "content", text);
    g_string_append(out, ">\n");
}

static void append_head(GString *out, const DlScene *scene, bool has_dark) {
    const char *title = scene->title == NULL ? "" : scene->title;
    g_string_append(out, "<!DOCTYPE html>\n<html");
    if (scene->language != NULL)
        dl_svg_append_attribute(out, "lang", scene->language);
    g_string_append(out, ">\n<head>\n<meta charset=\"utf-8\">\n");
    append_meta(out, "viewport", "width=device-width, initial-scale=1");
    append_meta(out, "color-scheme", has_dark ? "light dark" : "light");
    append_element(out, "title", title);
    append_meta(out, "description", scene->description);
    append_meta(out, "author", scene->author);
    append_element(out, "style", UNSEEN_HEADING);
    g_string_append(out, "</head>\n<body>\n<main>\n");
    append_element(out, "h1", title);
}

static void append_line(GString *out, const DlSceneLine *line) {
    const bool is_linked =
        line->link != NULL && line->link[0] != '#' && dl_link_is_allowed(line->link);
    g_string_append(out, "<span>");
    if (is_linked) {
        g_autofree char *target = dl_link_encode(line->link);
        g_string_append(out, "<a");
        dl_svg_append_attribute(out, "href", target);
        g_string_append_c(out, '>');
    }
    dl_append_xml(out, line->text);
    g_string_append(out, is_linked ? "</a></span>" : "</span>");
}

static void append_row(GString *out, const GPtrArray *cells, guint name_column) {
    g_string_append(out, "<tr>");
    for (guint i = 0; i < cells->len; i++) {
        const GPtrArray *lines = cells->pdata[i];
        g_string_append(out, i == name_column ? "<th scope=\"row\">" : "<td>");
        for (guint j = 0; j < lines->len; j++)
            append_line(out, lines->pdata[j]);
        g_string_append(out, i == name_column ? "</th>" : "</td>");
    }
    g_string_append(out, "</tr>\n");
}

static void append_table(GString *out, const DlSceneTable *table, const char *title) {
    g_string_append(out, "<details>\n<summary>");
    dl_append_xml(out, table->title);
    g_string_append_printf(out, " (%u)</summary>\n<table>\n", table->rows->len);
    append_element(out, "caption", title);
    g_string_append(out, "<thead>\n<tr>");
    for (guint i = 0; i < table->heads->len; i++) {
        g_string_append(out, "<th scope=\"col\">");
        dl_append_xml(out, table->heads->pdata[i]);
        g_string_append(out, "</th>");
    }
    g_string_append(out, "</tr>\n</thead>\n<tbody>\n");
    for (guint i = 0; i < table->rows->len; i++)
        append_row(out, table->rows->pdata[i], table->name_column);
    g_string_append(out, "</tbody>\n</table>\n</details>\n");
}

static void append_caption(GString *out, const DlScene *scene) {
    g_string_append(out, "<figcaption>\n");
    append_element(out, "p", scene->caption != NULL ? scene->caption : scene->title);
    if (scene->table != NULL && scene->table->rows->len > 0)
        append_table(out, scene->table, scene->title);
    g_string_append(out, "</figcaption>\n");
}

/* Appends the pages; the figure takes the prefix of the first. The caller owns it. */
static char *append_pages(GString *out, DlSvgTask task, GError **error) {
    g_autofree char *first = NULL;
    g_autofree char *rules = compose_rules(task.scene);
    for (guint i = 0; i < task.scene->pages->len; i++) {
        task.page = (int)i;
        task.rules = i == 0 ? rules : NULL;
        g_autofree char *text = dl_svg_write(&task, error);
        if (text == NULL)
            return NULL;
        g_autofree char *prefix = dl_svg_prefix(&task, text);
        g_autofree char *svg = dl_svg_set_prefix(text, prefix);
        g_string_append(out, svg);
        if (first == NULL)
            first = g_steal_pointer(&prefix);
    }
    return g_steal_pointer(&first);
}

GBytes *dl_render_html(const DlScene *scene, int page, const DlMeasurer *measurer,
                       const DlRenderOptions *options, GError **error) {
    (void)page;
    DlSvgTask task = {
        .scene = scene,
        .measurer = measurer,
        .options = options == NULL ? (DlRenderOptions){0} : *options,
        .in_html = true,
    };
    task.options.responsive = true;
    g_autoptr(GString) pages = g_string_new(NULL);
    g_autofree char *prefix = append_pages(pages, task, error);
    if (prefix == NULL)
        return NULL;
    GString *out = g_string_new(NULL);
    append_head(out, scene,
                !task.options.no_dark && dl_svg_has_dark(scene->pages->pdata[0]));
    g_string_append_printf(out, "<figure id=\"%s-figure\">\n%s", prefix, pages->str);
    append_caption(out, scene);
    g_string_append(out, "</figure>\n</main>\n</body>\n</html>\n");
    return g_string_free_to_bytes(out);
}
