#include "cli/input.h"

#include <stdio.h>

DlDateline *dl_input_read(char **files, const DlReadOptions *options, DlExit *over) {
    if (files[0] == NULL) {
        *over = dl_complain_of_usage("no file is named");
        return NULL;
    }
    g_autoptr(GError) error = NULL;
    DlDateline *dateline =
        dl_dateline_read((const char *const *)files, options, &error);
    if (dateline == NULL)
        *over = dl_complain_of_error(error);
    return dateline;
}

void dl_file_options_clear(DlFileOptions *options) {
    g_strfreev(options->files);
    g_free(options->output);
    g_free(options->asof);
}

bool dl_file_options_parse(DlFileOptions *options, const char *output,
                           const DlCommand *command, const GOptionEntry *own,
                           guint n_own, char **arguments, DlExit *over) {
    const GOptionEntry shared[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, output, "PATH"},
        {"asof", 0, 0, G_OPTION_ARG_STRING, &options->asof,
         "The day that the timeline is true of", "DATE"},
    };
    g_autoptr(GArray) entries = g_array_new(true, false, sizeof(GOptionEntry));
    g_array_append_vals(entries, shared, G_N_ELEMENTS(shared));
    g_array_append_vals(entries, own, n_own);
    return dl_command_parse(command, &g_array_index(entries, GOptionEntry, 0),
                            arguments, &options->files, over);
}

DlDateline *dl_file_options_read(const DlFileOptions *options, DlExit *over) {
    const DlReadOptions read_options = {.asof = options->asof};
    g_autoptr(DlDateline) dateline = dl_input_read(options->files, &read_options, over);
    if (dateline == NULL)
        return NULL;
    g_autofree char *problems = dl_dateline_problems_text(dateline);
    fputs(problems, stderr);
    if (dl_dateline_is_valid(dateline))
        return g_steal_pointer(&dateline);
    *over = DL_EXIT_INPUT;
    return NULL;
}
