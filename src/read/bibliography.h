/* Bibliographies: files of sources in CSL-JSON, which reference managers write.
 *
 * json-glib parses them. It tells the line of what is wrong, and where each object
 * begins; what is wrong in an entry is told at its beginning. It follows nested text by
 * recursion and takes much that JSON does not allow, so brackets and values are counted
 * before. Limits for a file: 16 MiB, depth 64, a million values.
 *
 * BibTeX is refused: its text is TeX, which only a converter can turn into letters, and
 * the one library for it ends the program on files that are broken. */
#ifndef DL_READ_BIBLIOGRAPHY_H
#define DL_READ_BIBLIOGRAPHY_H

#include <glib.h>
#include <stdbool.h>

#include "base/problems.h"
#include "model/draft.h"

/* Whether a bibliography of that name is in a format that is read; false (and a problem
 * at the word) where it is not. */
bool dl_bibliography_is_readable(const DlWord *word, DlProblems *problems);

/* Adds the entries of a file to the draft's sources. */
void dl_bibliography_read(GBytes *bytes, const char *file, DlDraft *draft,
                          DlProblems *problems);

#endif
