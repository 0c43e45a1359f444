/* What Cairo's own surfaces write: its SVG, and EPS. */
#include <cairo-ps.h>
#include <cairo-svg.h>
#include <string.h>

#include "render/formats.h"
#include "render/paint.h"

static cairo_status_t paint_on(cairo_surface_t *surface, const DlMeasurer *measurer,
                               const DlScenePage *page) {
    g_autoptr(cairo_t) cr = cairo_create(surface);
    g_auto(DlPainter) painter = {.measurer = measurer};
    dl_paint_paper(cr, page);
    dl_paint_page(&painter, cr, page);
    return cairo_status(cr);
}

static gboolean renumber(const GMatchInfo *match, GString *out, void *numbers) {
    g_autofree char *name = g_match_info_fetch(match, 0);
    const guint next = g_hash_table_size(numbers) + 1;
    guint number = GPOINTER_TO_UINT(g_hash_table_lookup(numbers, name));
    if (number == 0) {
        number = next;
        g_hash_table_insert(numbers, g_steal_pointer(&name), GUINT_TO_POINTER(next));
    }
    g_autofree char *kind = g_match_info_fetch(match, 1);
    g_string_append_printf(out, "%s%u", kind, number);
    return FALSE;
}

/* Cairo numbers surfaces and images through all of the program's life; a file must not
 * tell how many there were before it. */
static GBytes *renumber_surfaces(GBytes *svg) {
    g_autoptr(GRegex) names =
        g_regex_new("(?<=id=\"|\"#|\\(#)(surface|image)[0-9]+", 0, 0, NULL);
    g_autoptr(GHashTable) numbers =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    gsize length;
    const char *text = g_bytes_get_data(svg, &length);
    char *renumbered = g_regex_replace_eval(names, text, (gssize)length, 0, 0, renumber,
                                            numbers, NULL);
    g_bytes_unref(svg);
    return g_bytes_new_take(renumbered, strlen(renumbered));
}

GBytes *dl_render_cairo_svg(const DlScene *scene, int page, const DlMeasurer *measurer,
                            const DlRenderOptions *options, GError **error) {
    (void)options;
    const DlScenePage *source = scene->pages->pdata[page];
    GByteArray *bytes = g_byte_array_new();
    g_autoptr(cairo_surface_t) surface = cairo_svg_surface_create_for_stream(
        dl_paint_write, bytes, source->width, source->height);
    const cairo_status_t painting = paint_on(surface, measurer, source);
    GBytes *svg = dl_paint_take(surface, painting, bytes, error);
    return svg == NULL ? NULL : renumber_surfaces(svg);
}

/* Cairo writes the time of day into the file, on a line of its own. */
static GBytes *remove_date(GBytes *eps) {
    gsize length;
    const char *text = g_bytes_get_data(eps, &length);
    static const char NAME[] = "\n%%CreationDate:";
    const char *line = g_strstr_len(text, (gssize)length, NAME);
    const char *end = line == NULL ? NULL : strchr(line + 1, '\n');
    if (end == NULL)
        return eps;
    GByteArray *rest = g_byte_array_new();
    g_byte_array_append(rest, (const guint8 *)text, (guint)(line - text));
    g_byte_array_append(rest, (const guint8 *)end, (guint)(text + length - end));
    g_bytes_unref(eps);
    return g_byte_array_free_to_bytes(rest);
}

GBytes *dl_render_eps(const DlScene *scene, int page, const DlMeasurer *measurer,
                      const DlRenderOptions *options, GError **error) {
    (void)options;
    const DlScenePage *source = scene->pages->pdata[page];
    GByteArray *bytes = g_byte_array_new();
    g_autoptr(cairo_surface_t) surface = cairo_ps_surface_create_for_stream(
        dl_paint_write, bytes, source->width, source->height);
    cairo_ps_surface_set_eps(surface, TRUE);
    const cairo_status_t painting = paint_on(surface, measurer, source);
    GBytes *eps = dl_paint_take(surface, painting, bytes, error);
    return eps == NULL ? NULL : remove_date(eps);
}
