#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/input.h"
#include "cli/output.h"

typedef struct {
    DlFileOptions input;
    char *format; /* NULL: not given */
} ListOptions;

static void clear_options(ListOptions *options) {
    dl_file_options_clear(&options->input);
    g_free(options->format);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ListOptions, clear_options)

static bool goes_to_stdout(const ListOptions *options) {
    const char *output = options->input.output;
    return output == NULL || strcmp(output, "-") == 0;
}

/* 0: it goes to no terminal, so its width is always the same. */
static unsigned terminal_width(const ListOptions *options) {
    struct winsize size = {0};
    if (!goes_to_stdout(options) || !isatty(STDOUT_FILENO) ||
        ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
        return 0;
    return size.ws_col;
}

/* Takes the bytes. */
static DlExit write_list(const ListOptions *options, GBytes *bytes) {
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) outputs = dl_outputs_new();
    char *path = goes_to_stdout(options) ? NULL : g_strdup(options->input.output);
    g_ptr_array_add(outputs, dl_output_new(path, bytes));
    return dl_outputs_write(outputs, &error) ? DL_EXIT_DONE
                                             : dl_complain_of_error(error);
}

static DlExit list_files(const ListOptions *options) {
    const char *format = options->format == NULL ? "table" : options->format;
    g_autoptr(GError) error = NULL;
    if (!dl_list_format_check(format, &error))
        return dl_complain_of_usage("%s", error->message);
    DlExit over;
    g_autoptr(DlDateline) dateline = dl_file_options_read(&options->input, &over);
    if (dateline == NULL)
        return over;
    const DlListOptions list_options = {terminal_width(options)};
    GBytes *bytes = dl_dateline_list(dateline, format, &list_options, &error);
    return bytes == NULL ? dl_complain_of_error(error) : write_list(options, bytes);
}

static DlExit run_list(const DlCommand *command, char **arguments) {
    g_auto(ListOptions) options = {0};
    const GOptionEntry own[] = {
        {"format", 'f', 0, G_OPTION_ARG_STRING, &options.format,
         "table (the default), markdown, csv or json", "FORMAT"},
    };
    DlExit over;
    if (!dl_file_options_parse(&options.input,
                               "A file, or - for standard output (the default)",
                               command, own, G_N_ELEMENTS(own), arguments, &over))
        return over;
    return list_files(&options);
}

const DlCommand dl_command_list = {
    .name = "list",
    .arguments = "FILE…",
    .summary = "Print the events of files that together are one timeline, as they are "
               "understood",
    .description =
        "Events come in their order, which is their rank. Where durations and the\n"
        "order of events say more than the date of an event, the column `by order`\n"
        "has what is left.\n\n"
        "Exit status: 0 done; 1 the input has errors, and nothing is written;\n"
        "2 wrong usage; 3 a file could not be read or written.\n",
    .run = run_list,
};
