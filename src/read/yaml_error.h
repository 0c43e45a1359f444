/* libyaml's errors in the user's words. */
#ifndef DL_READ_YAML_ERROR_H
#define DL_READ_YAML_ERROR_H

#include <yaml.h>

#include "base/problems.h"

/* Adds the parser's error as a problem that stands where the broken construct begins,
 * and names the place where it broke. Returns false. */
bool dl_yaml_error_tell(const yaml_parser_t *parser, const char *file,
                        DlProblems *problems);

#endif
