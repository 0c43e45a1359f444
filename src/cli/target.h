/* Where charts go and in which formats: what -o and -f together mean. */
#ifndef DL_CLI_TARGET_H
#define DL_CLI_TARGET_H

#include "cli/command.h"

typedef enum {
    DL_TARGET_FOLDER, /* any number of charts, named by their ids */
    DL_TARGET_FILE,   /* one chart */
    DL_TARGET_STREAM  /* one chart, to standard output */
} DlTargetKind;

typedef struct {
    DlTargetKind kind;
    char *path;         /* the folder, or the file without its extension */
    GPtrArray *formats; /* names, borrowed from the library, each once */
} DlTarget;

/* `output` and `formats` may be NULL. NULL with a message if they contradict. */
DlTarget *dl_target_new(const char *output, char **formats);
void dl_target_free(DlTarget *target);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlTarget, dl_target_free)

/* The path of a page (from 0) of a chart: "output/overview.svg",
 * "output/overview-2.svg"; NULL: standard output. The caller owns it. */
char *dl_target_path(const DlTarget *target, const char *chart, const char *format,
                     unsigned page);

#endif
