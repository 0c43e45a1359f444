/* What is wrong with the user's files: a list that every stage adds to.
 *
 * Bad input is data. A check that fails adds a problem and goes on, so that one
 * run tells all of them. `add` returns false, so a check is one line:
 *     return dl_problems_add(problems, place, "bad-date", "…", …);
 * Messages are lower case without a full stop and quote the user's words. Codes are
 * short fixed names (string literals) for programs that read the JSON. */
#ifndef DL_BASE_PROBLEMS_H
#define DL_BASE_PROBLEMS_H

#include <glib.h>
#include <stdbool.h>

#include "base/place.h"

/* A note tells what is worth knowing, and no fault. */
typedef enum { DL_SEVERITY_ERROR, DL_SEVERITY_WARNING, DL_SEVERITY_NOTE } DlSeverity;

typedef struct {
    DlPlace place;
    DlSeverity severity;
    const char *code;
    char *message;
    char *hint; /* NULL: none */
} DlProblem;

/* A problem told twice (same place, same words) is kept once. Of more than 10,000 the
 * others are only counted. */
typedef struct {
    GPtrArray *list;    /* of DlProblem, owned, in the order they were found */
    GHashTable *told;   /* the same, as a set */
    DlProblem *last;    /* what a hint belongs to; NULL: nothing */
    unsigned counts[3]; /* by DlSeverity */
    GPtrArray *files;   /* interned names, in the order they were read */
    GHashTable *texts;  /* interned name -> GBytes: a file's text, to echo its lines */
} DlProblems;

DlProblems *dl_problems_new(void);
void dl_problems_free(DlProblems *problems);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlProblems, dl_problems_free)

/* Makes a file known: its place in the order of problems, and its text for the echo.
 * The text may be any bytes. */
void dl_problems_add_file(DlProblems *problems, const char *file, GBytes *text);

/* Add an error, a warning or a note; `code` is its name for programs. Always false, so
 * that a check can return it. */
bool dl_problems_add(DlProblems *problems, DlPlace place, const char *code,
                     const char *format, ...) G_GNUC_PRINTF(4, 5);
bool dl_problems_warn(DlProblems *problems, DlPlace place, const char *code,
                      const char *format, ...) G_GNUC_PRINTF(4, 5);
bool dl_problems_note(DlProblems *problems, DlPlace place, const char *code,
                      const char *format, ...) G_GNUC_PRINTF(4, 5);
/* Adds a hint to the problem added last. */
void dl_problems_hint(DlProblems *problems, const char *format, ...)
    G_GNUC_PRINTF(2, 3);

bool dl_problems_has_errors(const DlProblems *problems);
unsigned dl_problems_count(const DlProblems *problems, DlSeverity severity);

/* All problems in file order, one for each `file:line:column: error: message; hint`,
 * then the source line and a caret. Echoed lines are made valid UTF-8, control
 * characters are shown as spaces, and very long lines are cut around the caret. */
char *dl_problems_to_text(const DlProblems *problems);
/* {"problems": [{"file", "line", "column", "severity", "code", "message", "hint"}]} */
char *dl_problems_to_json(const DlProblems *problems);

#endif
