/* Numbers in files: the same in every locale, short, exact to the digits asked for. */
#ifndef DL_BASE_NUMBER_H
#define DL_BASE_NUMBER_H

#include <glib.h>

/* Appends `value` with at most `decimals` digits after the point, no trailing zeros and
 * no "-0". */
void dl_append_number(GString *text, double value, int decimals);

#endif
