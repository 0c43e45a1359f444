/* Where a file leads that another names: below the folder of that other file. */
#ifndef DL_READ_INCLUDE_H
#define DL_READ_INCLUDE_H

#include "base/problems.h"
#include "model/draft.h"

/* What a file is named for, as messages say it. */
typedef struct {
    const char *code; /* of its problems */
    const char *verb; /* "include" */
    const char *what; /* "an include" */
} DlFileUse;
extern const DlFileUse dl_use_include, dl_use_bibliography, dl_use_image, dl_use_theme;

/* The path of what `word` in `file` names, as messages should name it; NULL, and a
 * problem at the word, when it is absolute, has a "..", leaves the folder through a
 * link, or is no file. The caller owns it. */
char *dl_include_find(const char *file, const DlWord *word, const DlFileUse *use,
                      DlProblems *problems);

/* What tells one file from another: its path without links. The caller owns it. */
char *dl_include_identity(const char *path);

#endif
