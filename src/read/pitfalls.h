/* What YAML takes for something else than its writer, and tells nobody: seen in the
 * text around a scalar. The scalars of a text are looked at in their order, once each.
 */
#ifndef DL_READ_PITFALLS_H
#define DL_READ_PITFALLS_H

#include <yaml.h>

#include "base/problems.h"

typedef struct {
    const char *file;
    DlProblems *problems;
    /* How far the text was followed: libyaml's places count characters. */
    const char *text, *at, *end;
    size_t n_passed;
} DlPitfalls;

/* Borrows the text. */
DlPitfalls dl_pitfalls(GBytes *text, const char *file, DlProblems *problems);

/* Inside braces libyaml takes the `?` of `?2004` for a mark of a key, and drops it. */
void dl_pitfalls_check_key(DlPitfalls *pitfalls, const yaml_event_t *key,
                           DlPlace place);
/* "Plan #1" without quotes is the text "Plan". */
void dl_pitfalls_check_comment(DlPitfalls *pitfalls, const yaml_event_t *scalar);

#endif
