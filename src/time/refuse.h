/* How readers say why they refuse a text; private to this folder. */
#ifndef DL_TIME_REFUSE_H
#define DL_TIME_REFUSE_H

#include <glib.h>
#include <stdbool.h>

/* Puts the words into `reason` (owned by the caller), in place of what is there. Always
 * false, so that a check can return it. */
bool dl_refuse(char **reason, const char *format, ...) G_GNUC_PRINTF(2, 3);

#endif
