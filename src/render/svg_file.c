/* The file as a whole, around what the walk through the scene wrote. */
#include "render/svg.h"

#include <math.h>
#include <string.h>

#include "base/escape.h"
#include "base/number.h"

/* Every part of a text says its size but the space that ends a line, which would make
 * the line's box wider. */
#define SPACE_SIZE ".01"

/* Never more than it is: programs that draw in pixels would add one to hold the rest.
 */
static void append_length(GString *out, const char *name, double points) {
    static const double MM_PER_POINT = 25.4 / 72;
    g_string_append_printf(out, " %s=\"", name);
    dl_append_number(out, floor(points * MM_PER_POINT * 1000 + 0.001) / 1000, 3);
    g_string_append(out, "mm\"");
}

static void append_size(GString *out, const DlScenePage *page, bool responsive) {
    if (responsive) {
        g_string_append(out, " width=\"100%\"");
    } else {
        append_length(out, "width", page->width);
        append_length(out, "height", page->height);
    }
    g_string_append(out, " viewBox=\"0 0 ");
    dl_svg_append_points(out, page->width);
    g_string_append_c(out, ' ');
    dl_svg_append_points(out, page->height);
    g_string_append_c(out, '"');
}

static void append_root(GString *out, const DlSvg *svg, const DlScenePage *page) {
    const DlSvgTask *task = svg->task;
    g_string_append(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                         "xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
    append_size(out, page, task->options.responsive);
    g_string_append_printf(
        out,
        " id=\"" DL_SVG_PREFIX
        "\" role=\"graphics-document document\" aria-labelledby=\"" DL_SVG_PREFIX
        "-title " DL_SVG_PREFIX "-desc\" font-family=\"%s\" font-size=\"" SPACE_SIZE
        "\"",
        svg->families);
    if (task->scene->language != NULL)
        dl_svg_append_attribute(out, "lang", task->scene->language);
    g_string_append(out, " xml:space=\"preserve\">\n");
}

static void append_fact(GString *out, const char *element, const char *text) {
    g_string_append_printf(out, "<%s id=\"" DL_SVG_PREFIX "-%s\">", element, element);
    dl_append_xml(out, text == NULL ? "" : text);
    g_string_append_printf(out, "</%s>\n", element);
}

/* What a page around the chart would hand down to its letters is set back; a printed
 * chart is not cut in two. */
static bool append_style(const DlSvg *svg, GString *out, GError **error) {
    g_string_append(out, "<style>#" DL_SVG_PREFIX
                         "{direction:ltr;font-style:normal;font-weight:400;"
                         "letter-spacing:0;word-spacing:0;text-transform:none}"
                         "@media print{#" DL_SVG_PREFIX
                         "{break-inside:avoid;max-width:100%;height:auto}}");
    if (svg->rules->len > 0)
        g_string_append_printf(out, "@media screen and (prefers-color-scheme:dark){%s}",
                               svg->rules->str);
    if (svg->task->rules != NULL)
        g_string_append(out, svg->task->rules);
    const bool is_permitted = dl_svg_append_fonts(svg, out, error);
    g_string_append(out, "</style>\n");
    return is_permitted;
}

char *dl_svg_assemble(const DlSvg *svg, const DlScenePage *page, GError **error) {
    const DlSvgTask *task = svg->task;
    g_autoptr(GString) out = g_string_new(
        task->in_html ? NULL : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    append_root(out, svg, page);
    append_fact(out, "title", task->scene->title);
    append_fact(out, "desc", task->scene->story);
    if (!append_style(svg, out, error))
        return NULL;
    if (svg->definitions->len > 0)
        g_string_append_printf(out, "<defs>\n%s</defs>\n", svg->definitions->str);
    g_string_append_len(out, svg->body->str, (gssize)svg->body->len);
    g_string_append(out, "</svg>\n");
    return g_string_free(g_steal_pointer(&out), FALSE);
}

/* Every letter names it, so it is short: 26 bits. */
static char *hash_prefix(const char *text) {
    static const char DIGITS[] = "0123456789abcdefghijklmnopqrstuvwxyz";
    enum { N_DIGITS = 5 };
    g_autofree char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1);
    hash[16] = '\0';
    guint64 number = g_ascii_strtoull(hash, NULL, 16);
    char prefix[1 + N_DIGITS + 1] = "d";
    for (int i = 1; i <= N_DIGITS; i++) {
        prefix[i] = DIGITS[number % (sizeof DIGITS - 1)];
        number /= sizeof DIGITS - 1;
    }
    return g_strdup(prefix);
}

char *dl_svg_prefix(const DlSvgTask *task, const char *text) {
    const char *wanted = task->options.id_prefix;
    if (wanted != NULL)
        return task->page == 0 ? g_strdup(wanted)
                               : g_strdup_printf("%s-%d", wanted, task->page + 1);
    return hash_prefix(text);
}

char *dl_svg_set_prefix(const char *text, const char *prefix) {
    g_auto(GStrv) pieces = g_strsplit(text, DL_SVG_PREFIX, -1);
    return g_strjoinv(prefix, pieces);
}
