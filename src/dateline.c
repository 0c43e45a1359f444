#include "dateline.h"

#include <stdbool.h>
#include <string.h>

#include "base/problems.h"
#include "draw/draw.h"
#include "layout/layout.h"
#include "read/read.h"
#include "render/render.h"
#include "report/report.h"
#include "resolve/resolve.h"
#include "scene/metrics.h"
#include "text/typefaces.h"

struct DlDateline {
    DlProblems *problems;
    DlTimeline *timeline;
    DlTypefaces *typefaces; /* owned */
    GHashTable *scenes; /* chart and theme -> Drawing: laid out once for all formats */
    GHashTable *themes; /* path -> DlTheme: the theme files of options */
    GString *warnings;  /* of the themes, a line each */
};

typedef struct {
    DlScene *scene;
    const DlMeasurer *measurer; /* that it was shaped with, borrowed */
} Drawing;

G_DEFINE_QUARK(dl - error - quark, dl_error)

static void free_drawing(void *data) {
    Drawing *drawing = data;
    dl_scene_free(drawing->scene);
    g_free(drawing);
}

static DlDateline *new_dateline(void) {
    DlDateline *dateline = g_new0(DlDateline, 1);
    dateline->problems = dl_problems_new();
    dateline->scenes =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_drawing);
    dateline->themes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    dateline->typefaces = dl_typefaces_new();
    dateline->warnings = g_string_new(NULL);
    return dateline;
}

void dl_dateline_free(DlDateline *dateline) {
    if (dateline == NULL)
        return;
    g_hash_table_unref(dateline->scenes);
    g_hash_table_unref(dateline->themes);
    dl_typefaces_free(dateline->typefaces);
    g_string_free(dateline->warnings, TRUE);
    dl_timeline_free(dateline->timeline);
    dl_problems_free(dateline->problems);
    g_free(dateline);
}

static bool set_usage_error(GError **error, const char *format, ...)
    G_GNUC_PRINTF(2, 3);
static bool set_usage_error(GError **error, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_set_error_literal(error, DL_ERROR, DL_ERROR_USAGE, message);
    return false;
}

static bool parse_asof(const char *text, DlDate *date, GError **error) {
    g_autofree char *reason = NULL;
    if (!dl_date_parse(text, date, &reason))
        return set_usage_error(error, "`%s` is not a date: %s", text, reason);
    if (date->start.kind != DL_BOUND_KNOWN || date->interval)
        return set_usage_error(error, "`%s` is not a single date", text);
    return true;
}

DlDateline *dl_dateline_read(const char *const *files, const DlReadOptions *options,
                             GError **error) {
    const char *asof = options == NULL ? NULL : options->asof;
    DlDate asof_date;
    if (asof != NULL && !parse_asof(asof, &asof_date, error))
        return NULL;
    g_autoptr(DlDateline) dateline = new_dateline();
    g_autoptr(DlDraft) draft = dl_read_files(files, dateline->problems, error);
    if (draft == NULL)
        return NULL;
    const DlResolveOptions resolve_options = {
        .asof = asof == NULL ? NULL : &asof_date,
        .notes = options != NULL && options->notes,
        .strict = options != NULL && options->strict,
    };
    dateline->timeline = dl_resolve(draft, &resolve_options, dateline->problems);
    return g_steal_pointer(&dateline);
}

gboolean dl_dateline_is_valid(const DlDateline *dateline) {
    return !dl_problems_has_errors(dateline->problems);
}

unsigned dl_dateline_n_errors(const DlDateline *dateline) {
    return dl_problems_count(dateline->problems, DL_SEVERITY_ERROR);
}

unsigned dl_dateline_n_warnings(const DlDateline *dateline) {
    return dl_problems_count(dateline->problems, DL_SEVERITY_WARNING);
}

char *dl_dateline_problems_text(const DlDateline *dateline) {
    return dl_problems_to_text(dateline->problems);
}

char *dl_dateline_problems_json(const DlDateline *dateline) {
    return dl_problems_to_json(dateline->problems);
}

unsigned dl_dateline_n_events(const DlDateline *dateline) {
    return dateline->timeline->events->len;
}

unsigned dl_dateline_n_charts(const DlDateline *dateline) {
    return dateline->timeline->charts->len;
}

const char *dl_dateline_chart_id(const DlDateline *dateline, unsigned index) {
    const DlChart *chart = g_ptr_array_index(dateline->timeline->charts, index);
    return chart->id;
}

static const DlChart *find_chart(const DlDateline *dateline, const char *id,
                                 GError **error) {
    const GPtrArray *charts = dateline->timeline->charts;
    for (guint i = 0; i < charts->len; i++) {
        const DlChart *chart = charts->pdata[i];
        if (strcmp(chart->id, id) == 0)
            return chart;
    }
    set_usage_error(error, "no chart `%s`", id);
    return NULL;
}

/* Reads the theme file of an option, once. */
static const DlTheme *read_theme_file(DlDateline *dateline, const char *path,
                                      GError **error) {
    const DlTheme *known = g_hash_table_lookup(dateline->themes, path);
    if (known != NULL)
        return known;
    g_autoptr(DlProblems) problems = dl_problems_new();
    DlTheme theme = *dl_theme_of(DL_THEME_LIGHT);
    if (!dl_read_theme_file(path, problems, &theme, error))
        return NULL;
    g_autofree char *text = dl_problems_to_text(problems);
    if (dl_problems_has_errors(problems)) {
        g_set_error_literal(error, DL_ERROR, DL_ERROR_INPUT, text);
        return NULL;
    }
    g_string_append(dateline->warnings, text);
    g_hash_table_insert(dateline->themes, g_strdup(path),
                        g_memdup2(&theme, sizeof theme));
    return g_hash_table_lookup(dateline->themes, path);
}

static const DlTheme *choose_theme(DlDateline *dateline, const DlChart *chart,
                                   const char *name, GError **error) {
    if (name == NULL)
        return &chart->theme;
    const DlName *found = dl_name_find(&dl_theme_names, name);
    if (found != NULL)
        return dl_theme_of((DlThemeKind)found->value);
    if (dl_theme_is_file(name))
        return read_theme_file(dateline, name, error);
    g_autofree char *known = dl_names_to_text(&dl_theme_names);
    set_usage_error(error, "no theme `%s`: expected %s, or a theme file", name, known);
    return NULL;
}

static const Drawing *draw_scene(DlDateline *dateline, const DlChart *chart,
                                 const char *theme_name, GError **error) {
    g_autofree char *key =
        g_strdup_printf("%s %s", chart->id, theme_name == NULL ? "" : theme_name);
    Drawing *drawing = g_hash_table_lookup(dateline->scenes, key);
    if (drawing != NULL)
        return drawing;
    const DlTheme *theme = choose_theme(dateline, chart, theme_name, error);
    if (theme == NULL)
        return NULL;
    DlMeasurer *measurer = dl_typefaces_find(dateline->typefaces, theme->title_family,
                                             theme->text_family, dateline->warnings);
    g_autoptr(GError) cause = NULL;
    g_autoptr(DlLayout) layout =
        dl_layout_new(dateline->timeline, chart, measurer, theme, &cause);
    if (layout == NULL) {
        g_set_error_literal(error, DL_ERROR, DL_ERROR_LAYOUT, cause->message);
        return NULL;
    }
    drawing = g_new0(Drawing, 1);
    drawing->scene = dl_draw(dateline->timeline, chart, layout);
    drawing->measurer = measurer;
    g_hash_table_insert(dateline->scenes, g_steal_pointer(&key), drawing);
    return drawing;
}

static DlRenderOptions choose_render_options(const DlDrawOptions *options) {
    if (options == NULL)
        return (DlRenderOptions){0};
    return (DlRenderOptions){
        .live_text = options->live_text,
        .embed_fonts = options->embed_fonts,
        .no_dark = options->no_dark,
        .responsive = options->responsive,
        .id_prefix = options->id_prefix,
        .resolution = (int)options->resolution,
    };
}

static bool check_options(const DlDrawOptions *options, GError **error) {
    const DlRenderOptions render_options = choose_render_options(options);
    g_autofree char *fault = dl_render_options_fault(&render_options);
    return fault == NULL || set_usage_error(error, "%s", fault);
}

static GPtrArray *render_scene(const Drawing *drawing, const DlFormat *format,
                               const DlDrawOptions *options, GError **error) {
    const DlScene *scene = drawing->scene;
    const DlRenderOptions render_options = choose_render_options(options);
    const int n_files = format->by_page ? (int)scene->pages->len : 1;
    g_autoptr(GPtrArray) files =
        g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);
    for (int page = 0; page < n_files; page++) {
        g_autoptr(GError) cause = NULL;
        GBytes *bytes =
            format->render(scene, page, drawing->measurer, &render_options, &cause);
        if (bytes == NULL) {
            g_set_error(error, DL_ERROR, DL_ERROR_RENDER, "chart `%s`: %s",
                        scene->chart, cause->message);
            return NULL;
        }
        g_ptr_array_add(files, bytes);
    }
    return g_steal_pointer(&files);
}

static bool expect_valid(const DlDateline *dateline, GError **error) {
    if (dl_dateline_is_valid(dateline))
        return true;
    g_autofree char *problems = dl_dateline_problems_text(dateline);
    g_set_error_literal(error, DL_ERROR, DL_ERROR_INPUT, problems);
    return false;
}

GPtrArray *dl_dateline_render(DlDateline *dateline, const char *chart,
                              const char *format, const DlDrawOptions *options,
                              GError **error) {
    if (!expect_valid(dateline, error) || !check_options(options, error))
        return NULL;
    const DlFormat *found_format = dl_format_find(format);
    if (found_format == NULL) {
        set_usage_error(error, "no format `%s`", format);
        return NULL;
    }
    const DlChart *found_chart = find_chart(dateline, chart, error);
    if (found_chart == NULL)
        return NULL;
    const char *theme = options == NULL ? NULL : options->theme;
    const Drawing *drawing = draw_scene(dateline, found_chart, theme, error);
    if (drawing == NULL)
        return NULL;
    return render_scene(drawing, found_format, options, error);
}

char *dl_dateline_explain(DlDateline *dateline, const char *chart,
                          const DlDrawOptions *options, GError **error) {
    if (!expect_valid(dateline, error))
        return NULL;
    const DlChart *found = find_chart(dateline, chart, error);
    const char *theme = options == NULL ? NULL : options->theme;
    const Drawing *drawing =
        found != NULL ? draw_scene(dateline, found, theme, error) : NULL;
    if (drawing == NULL)
        return NULL;
    const DlScene *scene = drawing->scene;
    const DlMetrics metrics = dl_scene_measure(scene);
    g_autofree char *measures = dl_metrics_to_text(&metrics);
    if (scene->reasons == NULL)
        return g_steal_pointer(&measures);
    return g_strdup_printf("%s; %s", scene->reasons, measures);
}

char *dl_dateline_warnings(const DlDateline *dateline) {
    GString *text = g_string_new(dateline->warnings->str);
    dl_typefaces_tell_missing(dateline->typefaces, text);
    return g_string_free(text, FALSE);
}

static const DlName *find_list_format(const char *format, GError **error) {
    const DlName *found = dl_name_find(&dl_report_format_names, format);
    if (found != NULL && found->ready)
        return found;
    g_autofree char *ready = dl_names_to_text(&dl_report_format_names);
    set_usage_error(error,
                    found == NULL ? "no format `%s`: expected %s"
                                  : "format `%s` cannot be written yet: expected %s",
                    format, ready);
    return NULL;
}

gboolean dl_list_format_check(const char *format, GError **error) {
    return find_list_format(format, error) != NULL;
}

GBytes *dl_dateline_list(const DlDateline *dateline, const char *format,
                         const DlListOptions *options, GError **error) {
    static const int USUAL_WIDTH = 100;
    const DlName *found = find_list_format(format, error);
    if (found == NULL || !expect_valid(dateline, error))
        return NULL;
    const unsigned width = options == NULL ? 0 : MIN(options->width, 10000);
    const DlReportOptions report_options = {width == 0 ? USUAL_WIDTH : (int)width};
    return dl_report(dateline->timeline, (DlReportFormat)found->value, &report_options);
}

const char *dl_format_name(unsigned index) {
    size_t n_formats = 0;
    const DlFormat *formats = dl_formats(&n_formats);
    return index < n_formats ? formats[index].name : NULL;
}

const char *dl_format_extension(const char *format) {
    const DlFormat *found = dl_format_find(format);
    return found == NULL ? NULL : found->extension;
}

const char *dl_format_for_file(const char *path) {
    const DlFormat *found = dl_format_of_file(path);
    return found == NULL ? NULL : found->name;
}

const char *dl_theme_name(unsigned index) {
    for (size_t i = 0; i < dl_theme_names.n_names; i++)
        if (dl_theme_names.names[i].ready && index-- == 0)
            return dl_theme_names.names[i].name;
    return NULL;
}

const char *dl_suggest(const char *word, const char *const *words) {
    return dl_nearest(word, words, g_strv_length((char **)words));
}
