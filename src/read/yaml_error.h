/* libyaml's errors in the user's words. */
#ifndef DL_READ_YAML_ERROR_H
#define DL_READ_YAML_ERROR_H

#include <stdbool.h>
#include <yaml.h>

#include "base/problems.h"

/* The quoted text that the parser met last, if it met nothing after it. */
typedef struct {
    bool is_last;
    char quote;
    yaml_mark_t start, end;
} DlQuotedText;

/* Adds the parser's error as a problem that stands where the broken construct begins,
 * and names the place where it broke. Returns false. */
bool dl_yaml_error_tell(const yaml_parser_t *parser, const DlQuotedText *quoted,
                        const char *file, DlProblems *problems);

#endif
