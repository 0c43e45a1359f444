#include "time/date.h"

#include <string.h>

#include "time/date_hint.h"
#include "time/edtf.h"
#include "time/edtf_set.h"
#include "time/refuse.h"

/* An interval of two clock times with names of zones; a set of many dates. */
static const size_t LONGEST_DATE = 160, LONGEST_SET = 4000;

/* Clocks lie between 12 hours west and 14 hours east of UTC. */
static const DlMoment ZONES_APART = 26 * 3600;

static DlBound bound_without_days(DlBoundKind kind) {
    return (DlBound){.kind = kind, .precision = DL_PRECISION_YEAR};
}

static DlDate date_at(DlBound bound) {
    return (DlDate){.start = bound, .end = bound};
}

static bool read_side(const char *text, DlBound *bound, char **reason) {
    if (text[0] == '\0')
        *bound = bound_without_days(DL_BOUND_UNKNOWN);
    else if (g_str_equal(text, ".."))
        *bound = bound_without_days(DL_BOUND_OPEN);
    else if (g_str_equal(text, "ongoing"))
        *bound = bound_without_days(DL_BOUND_ONGOING);
    else
        return dl_edtf_read(text, bound, reason);
    return true;
}

static bool ends_before_start(const DlDate *date) {
    const DlBound *start = &date->start, *end = &date->end;
    if (start->kind != DL_BOUND_KNOWN || end->kind != DL_BOUND_KNOWN)
        return false;
    if (start->zoned && end->zoned)
        return end->max - end->offset < start->min - start->offset;
    const DlMoment slack = start->zoned || end->zoned ? ZONES_APART : 0;
    return end->max + slack < start->min;
}

static bool read_interval(const char *text, const char *slash, DlDate *date,
                          char **reason) {
    g_autofree char *start = g_strndup(text, (size_t)(slash - text));
    date->interval = true;
    if (!read_side(start, &date->start, reason) ||
        !read_side(slash + 1, &date->end, reason))
        return false;
    if (date->start.kind == DL_BOUND_ONGOING)
        return dl_refuse(reason, "only the end of an interval can be ongoing");
    if (date->start.kind != DL_BOUND_KNOWN && date->end.kind != DL_BOUND_KNOWN &&
        date->end.kind != DL_BOUND_ONGOING)
        return dl_refuse(reason, "an interval needs a date on one side of its slash");
    if (ends_before_start(date))
        return dl_refuse(reason, "the interval ends before it starts");
    return true;
}

/* The slash of an interval is not one of the name of a zone, which goes on with a
 * capital and a letter (but Y12000 and XXXX are years). */
static const char *find_slash(const char *text) {
    bool in_name = false;
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == ' ' || *at == '[' || *at == ']')
            in_name = *at != ']';
        const bool goes_on =
            in_name && g_ascii_isupper(at[1]) && g_ascii_isalpha(at[2]) && at[2] != 'X';
        if (*at == '/' && !goes_on)
            return at;
    }
    return NULL;
}

bool dl_date_parse_strictly(const char *text, DlDate *date, char **reason) {
    *date = dl_date_unknown();
    *reason = NULL;
    if (g_str_equal(text, "unknown"))
        return true;
    if (g_str_equal(text, "ongoing")) {
        *date = date_at(bound_without_days(DL_BOUND_ONGOING));
        return true;
    }
    DlBound bound;
    const char *slash = dl_set_begins(text) ? NULL : find_slash(text);
    if (slash != NULL)
        return read_interval(text, slash, date, reason);
    if (dl_set_begins(text) ? !dl_set_read(text, &bound, reason)
                            : !dl_edtf_read(text, &bound, reason))
        return false;
    *date = date_at(bound);
    return true;
}

bool dl_date_parse(const char *text, DlDate *date, char **reason) {
    *date = dl_date_unknown();
    *reason = NULL;
    if (text[0] == '\0')
        return dl_refuse(reason, "the date is empty: write unknown if it is not known");
    const bool is_set = dl_set_begins(text);
    const size_t longest = is_set ? LONGEST_SET : LONGEST_DATE;
    if (strnlen(text, longest + 1) > longest)
        return dl_refuse(reason, is_set ? "too long for a set" : "too long for a date");
    if (!g_utf8_validate(text, -1, NULL))
        return dl_refuse(reason, "not UTF-8 text");
    if (g_str_equal(text, ".."))
        return dl_refuse(reason, "write .. as one side of an interval: 2023/..");
    if (dl_date_parse_strictly(text, date, reason))
        return true;
    *date = dl_date_unknown();
    if (*reason == NULL)
        *reason = dl_date_hint(text);
    return false;
}

DlDate dl_date_unknown(void) {
    return date_at(bound_without_days(DL_BOUND_UNKNOWN));
}

bool dl_date_is_unknown(const DlDate *date) {
    return date->start.kind == DL_BOUND_UNKNOWN && date->end.kind == DL_BOUND_UNKNOWN;
}

bool dl_bound_has_clock(const DlBound *bound) {
    return bound->kind == DL_BOUND_KNOWN && bound->precision < DL_PRECISION_DAY;
}

bool dl_bound_has_moments(const DlBound *bound) {
    return bound->kind == DL_BOUND_KNOWN || bound->kind == DL_BOUND_ONGOING;
}

bool dl_bound_is_finite(const DlBound *bound) {
    return bound->kind == DL_BOUND_KNOWN && dl_moment_is_finite(bound->min) &&
           dl_moment_is_finite(bound->max);
}

bool dl_bound_is_doubtful(const DlBound *bound) {
    return bound->uncertain || bound->approximate || bound->unspecified ||
           bound->estimated || (bound->set != NULL && !bound->all_of);
}
