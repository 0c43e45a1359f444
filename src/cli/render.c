#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/target.h"

typedef struct {
    DlFileOptions input;
    char **charts, **formats; /* NULL: not given */
    char *theme, *text, *id_prefix;
    gboolean embed_fonts, no_dark, responsive, verbose;
    int resolution; /* 0: not given */
} RenderOptions;

static void clear_options(RenderOptions *options) {
    dl_file_options_clear(&options->input);
    g_strfreev(options->charts);
    g_strfreev(options->formats);
    g_free(options->theme);
    g_free(options->text);
    g_free(options->id_prefix);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RenderOptions, clear_options)

/* What has a dot or a slash is a theme file. */
static bool check_theme(const char *theme) {
    if (theme == NULL || strpbrk(theme, "./") != NULL)
        return true;
    for (unsigned i = 0; dl_theme_name(i) != NULL; i++)
        if (strcmp(theme, dl_theme_name(i)) == 0)
            return true;
    g_autofree char *known = dl_list_names(dl_theme_name);
    dl_complain_of_usage("no theme `%s`; themes are %s, and files (with a dot or a "
                         "slash in their path)",
                         theme, known);
    return false;
}

static bool check_text(const char *text) {
    if (text == NULL || strcmp(text, "outline") == 0 || strcmp(text, "live") == 0)
        return true;
    dl_complain_of_usage("--text is outline or live, not `%s`", text);
    return false;
}

static bool check_resolution(int resolution) {
    if (resolution < 0)
        dl_complain_of_usage("--resolution is a number of pixels, not %d", resolution);
    return resolution >= 0;
}

/* Two charts whose ids begin alike cannot be on one page. */
static bool check_id_prefix(const char *prefix, const GPtrArray *charts) {
    if (prefix == NULL || charts->len == 1)
        return true;
    dl_complain_of_usage("--id-prefix is for one chart: pick it with -c");
    return false;
}

static char *list_charts(const DlDateline *dateline) {
    GString *ids = g_string_new(NULL);
    for (unsigned i = 0; i < dl_dateline_n_charts(dateline); i++)
        g_string_append_printf(ids, "%s%s", i > 0 ? ", " : "",
                               dl_dateline_chart_id(dateline, i));
    return g_string_free(ids, FALSE);
}

static bool is_wanted(const char *chart, char **wanted) {
    return wanted == NULL || g_strv_contains((const char *const *)wanted, chart);
}

/* Ids of charts, in the order of the file; NULL with a message if one that is wanted is
 * not there. */
static GPtrArray *choose_charts(const DlDateline *dateline, char **wanted) {
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    for (unsigned i = 0; i < dl_dateline_n_charts(dateline); i++)
        g_ptr_array_add(ids, (void *)dl_dateline_chart_id(dateline, i));
    for (char **id = wanted; id != NULL && *id != NULL; id++) {
        if (g_ptr_array_find_with_equal_func(ids, *id, g_str_equal, NULL))
            continue;
        g_autofree char *known = list_charts(dateline);
        dl_complain_of_usage("no chart `%s`; charts are %s%s", *id, known,
                             dl_hint_one_each(*id));
        return NULL;
    }
    for (guint i = ids->len; i > 0; i--)
        if (!is_wanted(ids->pdata[i - 1], wanted))
            g_ptr_array_remove_index(ids, i - 1);
    return g_steal_pointer(&ids);
}

static bool check_room(const DlTarget *target, const DlDateline *dateline,
                       const GPtrArray *charts) {
    if (target->kind == DL_TARGET_FOLDER || charts->len == 1)
        return true;
    g_autofree char *known = list_charts(dateline);
    dl_complain_of_usage("-o takes one chart here: pick with -c (%s)", known);
    return false;
}

static bool render_chart(DlDateline *dateline, const char *chart, const char *format,
                         const DlTarget *target, const DlDrawOptions *options,
                         GPtrArray *outputs, GError **error) {
    g_autoptr(GPtrArray) pages =
        dl_dateline_render(dateline, chart, format, options, error);
    if (pages == NULL)
        return false;
    if (target->kind == DL_TARGET_STREAM && pages->len > 1) {
        g_set_error(error, DL_ERROR, DL_ERROR_USAGE,
                    "chart `%s` has %u pages, and -o - takes one", chart, pages->len);
        return false;
    }
    for (guint page = 0; page < pages->len; page++)
        g_ptr_array_add(outputs,
                        dl_output_new(dl_target_path(target, chart, format, page),
                                      g_bytes_ref(pages->pdata[page])));
    return true;
}

static bool render_formats(DlDateline *dateline, const char *chart,
                           const DlTarget *target, const DlDrawOptions *options,
                           GPtrArray *outputs, GError **error) {
    for (guint i = 0; i < target->formats->len; i++)
        if (!render_chart(dateline, chart, target->formats->pdata[i], target, options,
                          outputs, error))
            return false;
    return true;
}

/* What is wrong with one chart; all else stops the others too. */
static bool is_of_chart(const GError *error) {
    return g_error_matches(error, DL_ERROR, DL_ERROR_LAYOUT) ||
           g_error_matches(error, DL_ERROR, DL_ERROR_RENDER);
}

/* Of DlOutput. All is drawn before anything is written, so that every chart that cannot
 * be is told; then NULL, and `over` is what to exit with. */
static GPtrArray *render_charts(DlDateline *dateline, const GPtrArray *charts,
                                const DlTarget *target, const DlDrawOptions *options,
                                DlExit *over) {
    g_autoptr(GPtrArray) outputs = dl_outputs_new();
    guint n_failed = 0;
    for (guint i = 0; i < charts->len; i++) {
        g_autoptr(GError) error = NULL;
        if (render_formats(dateline, charts->pdata[i], target, options, outputs,
                           &error))
            continue;
        *over = dl_complain_of_error(error);
        if (!is_of_chart(error))
            return NULL;
        n_failed++;
    }
    if (n_failed == 0)
        return g_steal_pointer(&outputs);
    if (charts->len > 1)
        dl_complain("nothing is written, as %u of %u charts cannot be drawn", n_failed,
                    charts->len);
    return NULL;
}

static void print_warnings(const DlDateline *dateline) {
    g_autofree char *warnings = dl_dateline_warnings(dateline);
    fputs(warnings, stderr);
}

/* Reasons are for who asks; a chart that has been drawn can always be explained. */
static void print_reasons(DlDateline *dateline, const GPtrArray *charts,
                          const DlDrawOptions *options) {
    for (guint i = 0; i < charts->len; i++) {
        g_autofree char *reasons =
            dl_dateline_explain(dateline, charts->pdata[i], options, NULL);
        fprintf(stderr, "%s: %s\n", (const char *)charts->pdata[i], reasons);
    }
}

static DlExit draw_and_write(DlDateline *dateline, const RenderOptions *options,
                             const DlTarget *target) {
    g_autoptr(GPtrArray) charts = choose_charts(dateline, options->charts);
    if (charts == NULL || !check_room(target, dateline, charts) ||
        !check_id_prefix(options->id_prefix, charts))
        return DL_EXIT_USAGE;
    const DlDrawOptions draw_options = {
        .theme = options->theme,
        .live_text = g_strcmp0(options->text, "live") == 0,
        .embed_fonts = options->embed_fonts,
        .no_dark = options->no_dark,
        .responsive = options->responsive,
        .id_prefix = options->id_prefix,
        .resolution = (unsigned)options->resolution,
    };
    DlExit over;
    g_autoptr(GPtrArray) outputs =
        render_charts(dateline, charts, target, &draw_options, &over);
    if (outputs == NULL)
        return over;
    print_warnings(dateline);
    if (options->verbose)
        print_reasons(dateline, charts, &draw_options);
    g_autoptr(GError) error = NULL;
    return dl_outputs_write(outputs, &error) ? DL_EXIT_DONE
                                             : dl_complain_of_error(error);
}

static DlExit render_files(const RenderOptions *options) {
    if (!check_theme(options->theme) || !check_text(options->text) ||
        !check_resolution(options->resolution))
        return DL_EXIT_USAGE;
    g_autoptr(DlTarget) target = dl_target_new(options->input.output, options->formats);
    if (target == NULL)
        return DL_EXIT_USAGE;
    DlExit over;
    g_autoptr(DlDateline) dateline = dl_file_options_read(&options->input, &over);
    return dateline == NULL ? over : draw_and_write(dateline, options, target);
}

static DlExit run_render(const DlCommand *command, char **arguments) {
    g_auto(RenderOptions) options = {0};
    const GOptionEntry own[] = {
        {"chart", 'c', 0, G_OPTION_ARG_STRING_ARRAY, &options.charts,
         "Only this chart (may be given again)", "CHART"},
        {"format", 'f', 0, G_OPTION_ARG_STRING_ARRAY, &options.formats,
         "svg, pdf, png, eps, html, json or cairo-svg (may be given again); else svg "
         "and pdf",
         "FORMAT"},
        {"theme", 0, 0, G_OPTION_ARG_STRING, &options.theme,
         "The look, in place of the charts' own: light, dark, print, contrast or a "
         "file",
         "THEME"},
        {"text", 0, 0, G_OPTION_ARG_STRING, &options.text,
         "Letters in SVG: outline (the same everywhere; default) or live (to edit)",
         "KIND"},
        {"embed-fonts", 0, 0, G_OPTION_ARG_NONE, &options.embed_fonts,
         "Put the fonts of live text into the SVG, where their licence permits it",
         NULL},
        {"no-dark", 0, 0, G_OPTION_ARG_NONE, &options.no_dark,
         "SVG and HTML without the look for dark screens", NULL},
        {"responsive", 0, 0, G_OPTION_ARG_NONE, &options.responsive,
         "SVG as wide as what it is put into, not as its page", NULL},
        {"id-prefix", 0, 0, G_OPTION_ARG_STRING, &options.id_prefix,
         "What the ids of SVG and HTML begin with, in place of a hash", "NAME"},
        {"resolution", 0, 0, G_OPTION_ARG_INT, &options.resolution,
         "Pixels an inch of PNG (192)", "N"},
        {"verbose", 'v', 0, G_OPTION_ARG_NONE, &options.verbose,
         "Say what was chosen for each chart, why, and how good its layout is", NULL},
    };
    DlExit over;
    if (!dl_file_options_parse(&options.input,
                               "A file, a folder (FOLDER/), or - for standard output",
                               command, own, G_N_ELEMENTS(own), arguments, &over))
        return over;
    return render_files(&options);
}

const DlCommand dl_command_render = {
    .name = "render",
    .arguments = "FILE…",
    .summary = "Draw the charts of files that together are one timeline",
    .description =
        "Without -o the charts go to the current folder, each named by its id.\n"
        "Nothing is written unless every chart can be drawn; each that cannot is\n"
        "told, with what would help it.\n\n"
        "Exit status: 0 done; 1 the input has errors or a chart does not fit its\n"
        "page; 2 wrong usage; 3 a file could not be read or written.\n",
    .run = run_render,
};
