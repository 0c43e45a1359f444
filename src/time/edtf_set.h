/* Sets of dates: "[1667,1668,1670..1672]" is one of them, "{1960,1961-12}" all.
 *
 * A date is a plain value, so a set is kept as the text of its members beside the span
 * from its first to its last; who wants the members reads the text again. As in EDTF
 * they are days, months, seasons and years: no clock times. */
#ifndef DL_TIME_EDTF_SET_H
#define DL_TIME_EDTF_SET_H

#include <glib.h>
#include <stdbool.h>

#include "time/date.h"

/* Whether the text begins like a set. */
bool dl_set_begins(const char *text);
/* Reads a set; false and a reason, owned by the caller, where it is none. */
bool dl_set_read(const char *text, DlBound *bound, char **reason);
/* The members of a bound's set: an array of DlDate, owned by the caller. A range of
 * dates is an interval, an open one where dots leave a side open. */
GArray *dl_set_members(const DlBound *bound);

#endif
