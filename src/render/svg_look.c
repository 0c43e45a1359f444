#include "render/svg.h"

#include <math.h>

#include "base/escape.h"
#include "base/number.h"

void dl_svg_append_short(GString *out, double value, int decimals) {
    const gsize before = out->len;
    dl_append_number(out, value, decimals);
    const gsize first = before + (out->str[before] == '-');
    if (g_str_has_prefix(out->str + first, "0."))
        g_string_erase(out, (gssize)first, 1);
}

void dl_svg_append_points(GString *out, double value) {
    dl_svg_append_short(out, value, 2);
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

bool dl_svg_is_same_paint(DlPaint a, DlPaint b) {
    return is_same(a.light, b.light) && is_same(a.dark, b.dark);
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

static bool is_visible(DlPaint paint) {
    return paint.light.alpha > 0 || paint.dark.alpha > 0;
}

static char *declare(const char *property, DlPaint paint, double opacity) {
    GString *out = g_string_new(NULL);
    g_string_append_printf(out, "%s:", property);
    dl_append_color(out, paint.dark);
    if (paint.dark.alpha != paint.light.alpha) {
        const bool is_stop = g_str_has_prefix(property, "stop");
        g_string_append_printf(out, ";%s-opacity:", is_stop ? "stop" : property);
        dl_svg_append_short(out, paint.dark.alpha * opacity, 3);
    }
    return g_string_free(out, FALSE);
}

static char *selector_of(const char *property, DlColor light) {
    GString *selector = g_string_new(NULL);
    g_string_append_printf(selector, "[%s=\"", property);
    dl_append_color(selector, light);
    g_string_append(selector, "\"]");
    return g_string_free(selector, FALSE);
}

static void append_rule(DlSvg *svg, const char *selector, const char *declarations) {
    g_string_append_printf(svg->rules, "#" DL_SVG_PREFIX " %s{%s}", selector,
                           declarations);
}

static void append_class(DlSvg *svg, GString *names, const char *declarations) {
    bool is_new;
    const int number = find_number(svg->classes, declarations, &is_new);
    g_autofree char *name = g_strdup_printf(DL_SVG_PREFIX "-c%d", number);
    g_autofree char *selector = g_strconcat(".", name, NULL);
    if (is_new)
        append_rule(svg, selector, declarations);
    g_string_append_printf(names, "%s%s", names->len > 0 ? " " : "", name);
}

/* Gives `property` its dark value by a rule for all that has its light one; where that
 * becomes something else already, by a class, of which the name is appended. */
static void add_dark(DlSvg *svg, GString *names, const char *property, DlPaint paint,
                     double opacity) {
    if (!svg->has_dark || !is_visible(paint))
        return;
    g_autofree char *selector = selector_of(property, paint.light);
    g_autofree char *declarations = declare(property, paint, opacity);
    const char *known = g_hash_table_lookup(svg->darks, selector);
    if (known != NULL && !g_str_equal(known, declarations))
        append_class(svg, names, declarations);
    if (known != NULL)
        return;
    if (!is_same(paint.light, paint.dark))
        append_rule(svg, selector, declarations);
    g_hash_table_insert(svg->darks, g_steal_pointer(&selector),
                        g_steal_pointer(&declarations));
}

/* They are names, and hold the prefix: nothing to escape. */
static void append_classes(GString *out, const GString *names) {
    if (names->len > 0)
        g_string_append_printf(out, " class=\"%s\"", names->str);
}

static void append_opacity(GString *out, const char *of, double opacity) {
    if (opacity >= 1)
        return;
    g_string_append_printf(out, " %s-opacity=\"", of);
    dl_svg_append_short(out, opacity, 3);
    g_string_append_c(out, '"');
}

static void append_stop(DlSvg *svg, GString *out, int offset, DlPaint paint,
                        double opacity) {
    g_string_append_printf(out, "<stop offset=\"%d\"", offset);
    GString *names = g_string_new(NULL);
    add_dark(svg, names, "stop-color", paint, opacity);
    append_classes(out, names);
    g_string_free(names, TRUE);
    g_string_append(out, " stop-color=\"");
    dl_append_color(out, paint.light);
    g_string_append_c(out, '"');
    append_opacity(out, "stop", paint.light.alpha * opacity);
    g_string_append(out, "/>");
}

static bool is_near(double a, double b) {
    static const double SLACK = 0.005;
    return fabs(a - b) < SLACK;
}

/* Along one axis of a box, from edge to edge: other boxes can then have the same. */
static bool spans(double from, double to, double start, double length) {
    return length > 0 && is_near(from, start) && is_near(to, start + length);
}

/* Where a gradient runs: by the page, if not simply over its box. */
static void append_line(GString *out, const DlFade *fade, DlBox box) {
    const bool has_area = box.width > 0 && box.height > 0;
    if (has_area && fade->from.y == fade->to.y &&
        spans(fade->from.x, fade->to.x, box.x, box.width))
        return;
    if (has_area && fade->from.x == fade->to.x &&
        spans(fade->from.y, fade->to.y, box.y, box.height)) {
        g_string_append(out, " x2=\"0\" y2=\"1\"");
        return;
    }
    g_string_append(out, " gradientUnits=\"userSpaceOnUse\"");
    dl_svg_append_number_attribute(out, "x1", fade->from.x);
    dl_svg_append_number_attribute(out, "y1", fade->from.y);
    dl_svg_append_number_attribute(out, "x2", fade->to.x);
    dl_svg_append_number_attribute(out, "y2", fade->to.y);
}

/* Everything of a gradient but its id. */
static char *describe_fade(DlSvg *svg, DlPaint paint, const DlSvgLook *look) {
    GString *out = g_string_new(NULL);
    append_line(out, look->fade, look->box);
    g_string_append_c(out, '>');
    append_stop(svg, out, 0, paint, look->fade->opacity_from);
    append_stop(svg, out, 1, paint, look->fade->opacity_to);
    return g_string_free(out, FALSE);
}

static void append_fade(DlSvg *svg, const char *property, DlPaint paint,
                        const DlSvgLook *look) {
    g_autofree char *gradient = describe_fade(svg, paint, look);
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
    append_opacity(out, property, color.alpha);
}

void dl_svg_append_look(DlSvg *svg, const DlSvgLook *look) {
    const struct {
        const char *property;
        DlPaint paint;
    } paints[] = {{"fill", look->fill}, {"stroke", look->stroke}};
    const bool fades = look->fade != NULL && look->fade->used;
    GString *names = g_string_new(look->class_name);
    for (size_t i = 0; i < G_N_ELEMENTS(paints) && !fades; i++)
        add_dark(svg, names, paints[i].property, paints[i].paint, 1);
    append_classes(svg->body, names);
    g_string_free(names, TRUE);
    if (!is_visible(look->fill))
        g_string_append(svg->body, " fill=\"none\"");
    for (size_t i = 0; i < G_N_ELEMENTS(paints); i++)
        if (is_visible(paints[i].paint) && fades)
            append_fade(svg, paints[i].property, paints[i].paint, look);
        else if (is_visible(paints[i].paint))
            append_paint(svg->body, paints[i].property, paints[i].paint.light);
}
