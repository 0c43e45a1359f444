/* The files that a command reads, and the options that commands share. */
#ifndef DL_CLI_INPUT_H
#define DL_CLI_INPUT_H

#include "cli/command.h"

/* The timeline of files and options; NULL with a message when a file cannot be read or
 * the call is wrong; then `over` is what to exit with. */
DlDateline *dl_input_read(char **files, const DlReadOptions *options, DlExit *over);

/* What a command reads, where its result goes, and of which day that is true. */
typedef struct {
    char **files;
    char *output, *asof; /* NULL: not given */
} DlFileOptions;

void dl_file_options_clear(DlFileOptions *options);

/* Reads them, and the command's own options into `own`, which has `n_own` entries and
 * no last one of zeros. `output` says in the help what -o takes. The rest as
 * dl_command_parse. */
bool dl_file_options_parse(DlFileOptions *options, const char *output,
                           const DlCommand *command, const GOptionEntry *own,
                           guint n_own, char **arguments, DlExit *over);

/* The timeline of the files, when it has no errors; its problems are printed. Else
 * NULL, and `over` is what to exit with. */
DlDateline *dl_file_options_read(const DlFileOptions *options, DlExit *over);

#endif
