/* The commands of the program: each is a row in the table of main.c and a file of its
 * own. They use the public library alone. Messages go to standard error, results to
 * standard output, both as UTF-8 in every locale. */
#ifndef DL_CLI_COMMAND_H
#define DL_CLI_COMMAND_H

#include <glib.h>
#include <stdbool.h>

#include "dateline.h"

/* What the program exits with. */
typedef enum {
    DL_EXIT_DONE,
    DL_EXIT_INPUT, /* the input has errors, or does not fit its page */
    DL_EXIT_USAGE, /* the command line is wrong */
    DL_EXIT_FILE   /* a file could not be read or written */
} DlExit;

typedef struct DlCommand DlCommand;
struct DlCommand {
    const char *name;
    const char *arguments;   /* what stands after its options: "FILE…" */
    const char *summary;     /* in one line */
    const char *description; /* what stands below its options in the help */
    /* `arguments[0]` is the command's name, the last is NULL. */
    DlExit (*run)(const DlCommand *command, char **arguments);
};

extern const DlCommand dl_command_render, dl_command_check, dl_command_list,
    dl_command_help;

/* The command of that name; NULL, with a message and what was probably meant. */
const DlCommand *dl_command_find(const char *name);
/* The help of the program as a whole; the caller owns it. */
char *dl_command_overview(void);

/* Reads the options into `entries` and what is left into `rest` (the caller owns it).
 * False if the command is over: help or the version was asked for, or the options are
 * wrong; then `over` is what to exit with. */
bool dl_command_parse(const DlCommand *command, const GOptionEntry *entries,
                      char **arguments, GStrv *rest, DlExit *over);

/* Prints to standard error: "dateline: …". */
void dl_complain(const char *format, ...) G_GNUC_PRINTF(1, 2);
/* The same, with where to find help. */
DlExit dl_complain_of_usage(const char *format, ...) G_GNUC_PRINTF(1, 2);
/* "svg, pdf": what an index from 0 on names, up to NULL. The caller owns it. */
char *dl_list_names(const char *(*name_at)(unsigned index));
/* "a,b" where one value is expected: words to end the message with; else "". */
const char *dl_hint_one_each(const char *value);
/* Prints what went wrong and says what to exit with. */
DlExit dl_complain_of_error(const GError *error);

/* Prints text as it is. That standard output cannot be written is found at the end. */
void dl_print(const char *text);

#endif
