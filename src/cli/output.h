/* Writing files so that a run that fails changes none. */
#ifndef DL_CLI_OUTPUT_H
#define DL_CLI_OUTPUT_H

#include <glib.h>
#include <stdbool.h>

typedef struct {
    char *path; /* NULL: standard output */
    GBytes *bytes;
} DlOutput;

/* Takes both; the array that it is put into frees it. */
DlOutput *dl_output_new(char *path, GBytes *bytes);
/* An empty array of DlOutput, which owns them. */
GPtrArray *dl_outputs_new(void);

/* Writes all (of DlOutput) under other names beside them, and only when every one is on
 * the disk, gives them their names. Folders that are missing are made. */
bool dl_outputs_write(const GPtrArray *outputs, GError **error);

#endif
