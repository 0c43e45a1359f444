/* The files that a command reads. */
#ifndef DL_CLI_INPUT_H
#define DL_CLI_INPUT_H

#include "cli/command.h"

/* The timeline of files and options; NULL with a message when a file cannot be read or
 * the call is wrong; then `over` is what to exit with. */
DlDateline *dl_input_read(char **files, const DlReadOptions *options, DlExit *over);

#endif
