/* The bytes of an input file, and whether they are text that YAML can hold. */
#ifndef DL_READ_SOURCE_H
#define DL_READ_SOURCE_H

#include <glib.h>
#include <stdbool.h>

#include "base/problems.h"

#define DL_SOURCE_LIMIT (64 * 1024 * 1024)

/* Reads a file of any kind, to a little over the limit at most; the bytes are followed
 * by a zero. NULL and `error` (G_FILE_ERROR, "nope.yaml: No such file or directory")
 * when it cannot be read. The caller owns the bytes. */
GBytes *dl_source_load(const char *path, gsize limit, GError **error);

/* Makes the file known to `problems` and checks it: size, UTF-8, characters that YAML
 * and XML forbid. The text without its byte order mark, with '\n' for a lone '\r' and a
 * space for the line breaks of Unicode, which libyaml, but no editor, counts as lines;
 * NULL when a problem was added. The caller owns it. */
GBytes *dl_source_check(GBytes *bytes, const char *file, DlProblems *problems);

/* The place of `at` in the text of a file. */
DlPlace dl_source_place(const char *file, const char *text, const char *at);

#endif
