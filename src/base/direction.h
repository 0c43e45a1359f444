/* Which way letters run. */
#ifndef DL_BASE_DIRECTION_H
#define DL_BASE_DIRECTION_H

#include <glib.h>
#include <stdbool.h>

/* Arabic, Hebrew and the others that run from right to left. */
bool dl_script_runs_left(GUnicodeScript script);
/* Whether any letter of a text does. */
bool dl_text_has_leftward(const char *text);
/* The text as a bidi isolate: what is around it does not move its parts, nor it what is
 * around. The caller owns it. */
char *dl_text_isolate(const char *text);

#endif
