#include "render/svg.h"

#include "base/escape.h"
#include "base/number.h"

void dl_svg_append_points(GString *out, double value) {
    dl_append_number(out, value, 2);
}

void dl_svg_append_attribute(GString *out, const char *name, const char *value) {
    g_string_append_printf(out, " %s=\"", name);
    dl_append_xml(out, value);
    g_string_append_c(out, '"');
}

void dl_svg_append_number_attribute(GString *out, const char *name, double value) {
    g_string_append_printf(out, " %s=\"", name);
    dl_svg_append_points(out, value);
    g_string_append_c(out, '"');
}

static bool is_same(DlColor a, DlColor b) {
    return a.red == b.red && a.green == b.green && a.blue == b.blue &&
           a.alpha == b.alpha;
}

/* A theme that is dark, or for paper, has one look: then the paper has one too. */
bool dl_svg_has_dark(const DlScenePage *page) {
    return !is_same(page->paper.light, page->paper.dark);
}

/* The number of a text among those of a table, from 0; whether it is new. */
static int find_number(GHashTable *table, const char *text, bool *is_new) {
    const int known = GPOINTER_TO_INT(g_hash_table_lookup(table, text));
    *is_new = known == 0;
    if (known > 0)
        return known - 1;
    const int number = (int)g_hash_table_size(table);
    g_hash_table_insert(table, g_strdup(text), GINT_TO_POINTER(number + 1));
    return number;
}

static void append_declarations(GString *out, const char *property, DlPaint paint,
                                double opacity) {
    g_string_append_printf(out, "%s:", property);
    dl_append_color(out, paint.dark);
    if (paint.dark.alpha == paint.light.alpha)
        return;
    const bool is_stop = g_str_has_prefix(property, "stop");
    g_string_append_printf(out, ";%s-opacity:", is_stop ? "stop" : property);
    dl_append_number(out, paint.dark.alpha * opacity, 3);
}

/* Appends the class that gives `property` its dark value, where that is another. */
static void append_dark_class(DlSvg *svg, GString *names, const char *property,
                              DlPaint paint, double opacity) {
    if (!svg->has_dark || is_same(paint.light, paint.dark))
        return;
    GString *text = g_string_new(NULL);
    append_declarations(text, property, paint, opacity);
    g_autofree char *declarations = g_string_free(text, FALSE);
    bool is_new;
    const int number = find_number(svg->classes, declarations, &is_new);
    if (is_new)
        g_string_append_printf(svg->rules,
                               "#" DL_SVG_PREFIX " ." DL_SVG_PREFIX "-c%d{%s}", number,
                               declarations);
    g_string_append_printf(names, "%s" DL_SVG_PREFIX "-c%d", names->len > 0 ? " " : "",
                           number);
}

/* They are names, and hold the prefix: nothing to escape. */
static void append_classes(GString *out, const GString *names) {
    if (names->len > 0)
        g_string_append_printf(out, " class=\"%s\"", names->str);
}

static void append_stop(DlSvg *svg, GString *out, int offset, DlPaint paint,
                        double opacity) {
    g_string_append_printf(out, "<stop offset=\"%d\"", offset);
    GString *names = g_string_new(NULL);
    append_dark_class(svg, names, "stop-color", paint, opacity);
    append_classes(out, names);
    g_string_free(names, TRUE);
    g_string_append(out, " stop-color=\"");
    dl_append_color(out, paint.light);
    g_string_append(out, "\" stop-opacity=\"");
    dl_append_number(out, paint.light.alpha * opacity, 3);
    g_string_append(out, "\"/>");
}

/* Everything of a gradient but its id. */
static char *describe_fade(DlSvg *svg, DlPaint paint, const DlFade *fade) {
    GString *out = g_string_new(" gradientUnits=\"userSpaceOnUse\"");
    dl_svg_append_number_attribute(out, "x1", fade->from.x);
    dl_svg_append_number_attribute(out, "y1", fade->from.y);
    dl_svg_append_number_attribute(out, "x2", fade->to.x);
    dl_svg_append_number_attribute(out, "y2", fade->to.y);
    g_string_append_c(out, '>');
    append_stop(svg, out, 0, paint, fade->opacity_from);
    append_stop(svg, out, 1, paint, fade->opacity_to);
    return g_string_free(out, FALSE);
}

static void append_fade(DlSvg *svg, const char *property, DlPaint paint,
                        const DlFade *fade) {
    g_autofree char *gradient = describe_fade(svg, paint, fade);
    bool is_new;
    const int number = find_number(svg->fades, gradient, &is_new);
    if (is_new)
        g_string_append_printf(svg->definitions,
                               "<linearGradient id=\"" DL_SVG_PREFIX
                               "-fade%d\"%s</linearGradient>\n",
                               number, gradient);
    g_string_append_printf(svg->body, " %s=\"url(#" DL_SVG_PREFIX "-fade%d)\"",
                           property, number);
}

static void append_paint(GString *out, const char *property, DlColor color) {
    g_string_append_printf(out, " %s=\"", property);
    dl_append_color(out, color);
    g_string_append_c(out, '"');
    if (color.alpha >= 1)
        return;
    g_string_append_printf(out, " %s-opacity=\"", property);
    dl_append_number(out, color.alpha, 3);
    g_string_append_c(out, '"');
}

static bool is_visible(DlPaint paint) {
    return paint.light.alpha > 0 || paint.dark.alpha > 0;
}

void dl_svg_append_look(DlSvg *svg, const DlSvgLook *look) {
    const struct {
        const char *property;
        DlPaint paint;
    } paints[] = {{"fill", look->fill}, {"stroke", look->stroke}};
    const bool fades = look->fade != NULL && look->fade->used;
    GString *names = g_string_new(look->class_name);
    for (size_t i = 0; i < G_N_ELEMENTS(paints) && !fades; i++)
        append_dark_class(svg, names, paints[i].property, paints[i].paint, 1);
    append_classes(svg->body, names);
    g_string_free(names, TRUE);
    if (!is_visible(look->fill))
        g_string_append(svg->body, " fill=\"none\"");
    for (size_t i = 0; i < G_N_ELEMENTS(paints); i++)
        if (is_visible(paints[i].paint) && fades)
            append_fade(svg, paints[i].property, paints[i].paint, look->fade);
        else if (is_visible(paints[i].paint))
            append_paint(svg->body, paints[i].property, paints[i].paint.light);
}
