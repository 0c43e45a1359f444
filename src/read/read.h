/* From files to a draft: libyaml's parser events to a positioned tree, then tables of
 * keys.
 *
 * The tree is built from parser events because libyaml's node loader is quadratic on
 * hostile input. The text is checked to be UTF-8 first. Limits for a file: 64 MiB,
 * depth 64, 8 million keys and values, 1,000 anchors, a million nodes that aliases
 * stand for. Every scalar is text with a place: a key's reader decides what it means.
 */
#ifndef DL_READ_READ_H
#define DL_READ_READ_H

#include <glib.h>

#include "base/problems.h"
#include "model/draft.h"

/* Reads files that together are one timeline, and what they include (paths relative to
 * the including file, never outside its folder tree). Problems of the text are added to
 * `problems`. NULL and `error` (G_FILE_ERROR) only when a named file cannot be read; an
 * include that cannot is a problem at its line. The caller owns the draft. */
DlDraft *dl_read_files(const char *const *paths, DlProblems *problems, GError **error);

/* Whether what stands for a theme names a file: it has a dot or a slash. */
bool dl_theme_is_file(const char *name);
/* Reads a theme file that the caller names. What is wrong in it is a problem; false and
 * `error` (G_FILE_ERROR) only when it cannot be read. */
bool dl_read_theme_file(const char *path, DlProblems *problems, DlTheme *theme,
                        GError **error);

#endif
