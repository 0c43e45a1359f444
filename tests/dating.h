/* A date read from text, for the tests of time. */
#ifndef DL_TESTS_DATING_H
#define DL_TESTS_DATING_H

#include "tests.h"

#include "time/date.h"

static inline DlDate read_date(const char *text) {
    DlDate date;
    g_autofree char *reason = NULL;
    if (!dl_date_parse(text, &date, &reason))
        fail_msg("%s: %s", text, reason);
    return date;
}

#endif
