/* Where an include leads: a file below the folder of the file that includes it. */
#ifndef DL_READ_INCLUDE_H
#define DL_READ_INCLUDE_H

#include "base/problems.h"
#include "model/draft.h"

/* The path of what `word` in `file` includes, as messages should name it; NULL, and a
 * problem at the word, when it is absolute, has a "..", leaves the folder through a
 * link, or is no file. The caller owns it. */
char *dl_include_find(const char *file, const DlWord *word, DlProblems *problems);

/* What tells one file from another: its path without links. The caller owns it. */
char *dl_include_identity(const char *path);

#endif
