#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/input.h"

static char *count_things(unsigned n, const char *what) {
    return g_strdup_printf("%u %s%s", n, what, n == 1 ? "" : "s");
}

static char *describe_problems(const DlDateline *dateline) {
    const unsigned n_errors = dl_dateline_n_errors(dateline);
    const unsigned n_warnings = dl_dateline_n_warnings(dateline);
    g_autofree char *errors = count_things(n_errors, "error");
    g_autofree char *warnings = count_things(n_warnings, "warning");
    if (n_errors > 0 && n_warnings > 0)
        return g_strdup_printf("%s, %s", errors, warnings);
    if (n_errors == 0 && n_warnings == 0)
        return g_strdup("no problems");
    return g_strdup(n_errors > 0 ? errors : warnings);
}

/* What is wrong may leave events and charts out, so that they count for nothing. */
static char *describe(const DlDateline *dateline) {
    g_autofree char *problems = describe_problems(dateline);
    if (!dl_dateline_is_valid(dateline))
        return g_steal_pointer(&problems);
    g_autofree char *events = count_things(dl_dateline_n_events(dateline), "event");
    g_autofree char *charts = count_things(dl_dateline_n_charts(dateline), "chart");
    return g_strdup_printf("%s, %s, %s", events, charts, problems);
}

static void print_summary(const DlDateline *dateline, char **files) {
    g_autofree char *names = g_strjoinv(", ", files);
    g_autofree char *visible = g_filename_display_name(names);
    g_autofree char *summary = describe(dateline);
    g_autofree char *line = g_strdup_printf("%s: %s\n", visible, summary);
    dl_print(line);
}

static void print_text(const DlDateline *dateline, char **files) {
    g_autofree char *problems = dl_dateline_problems_text(dateline);
    fputs(problems, stderr);
    print_summary(dateline, files);
}

static void print_json(const DlDateline *dateline, char **files) {
    (void)files;
    g_autofree char *problems = dl_dateline_problems_json(dateline);
    dl_print(problems);
}

typedef struct {
    const char *name;
    void (*print)(const DlDateline *dateline, char **files);
} CheckFormat;

static const CheckFormat formats[] = {
    {"text", print_text},
    {"json", print_json},
};

static const CheckFormat *find_format(const char *name) {
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++)
        if (name == NULL || strcmp(formats[i].name, name) == 0)
            return &formats[i];
    return NULL;
}

static DlExit check_files(char **files, const char *format_name, bool strict) {
    const CheckFormat *format = find_format(format_name);
    if (format == NULL)
        return dl_complain_of_usage("no format `%s`; there are text and json",
                                    format_name);
    DlExit over;
    const DlReadOptions options = {.notes = TRUE, .strict = strict};
    g_autoptr(DlDateline) dateline = dl_input_read(files, &options, &over);
    if (dateline == NULL)
        return over;
    format->print(dateline, files);
    const bool is_right = dl_dateline_is_valid(dateline) &&
                          (!strict || dl_dateline_n_warnings(dateline) == 0);
    return is_right ? DL_EXIT_DONE : DL_EXIT_INPUT;
}

static DlExit run_check(const DlCommand *command, char **arguments) {
    gboolean strict = FALSE;
    g_autofree char *format = NULL;
    const GOptionEntry entries[] = {
        {"strict", 0, 0, G_OPTION_ARG_NONE, &strict,
         "Warnings count as errors, and events need a source", NULL},
        {"format", 'f', 0, G_OPTION_ARG_STRING, &format, "text (the default) or json",
         "FORMAT"},
        {0},
    };
    g_auto(GStrv) files = NULL;
    DlExit over;
    if (!dl_command_parse(command, entries, arguments, &files, &over))
        return over;
    return check_files(files, format, strict);
}

const DlCommand dl_command_check = {
    .name = "check",
    .arguments = "FILE…",
    .summary = "Say what is wrong in files that together are one timeline",
    .description =
        "Exit status: 0 nothing is wrong; 1 there are errors; 2 wrong usage;\n"
        "3 a file could not be read.\n",
    .run = run_check,
};
