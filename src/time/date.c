#include "time/date.h"

#include <string.h>

#include "time/date_hint.h"
#include "time/edtf.h"

static const size_t LONGEST_DATE = 96;

/* Clocks lie between 12 hours west and 14 hours east of UTC. */
static const DlMoment ZONES_APART = 26 * 3600;

static bool refuse(char **reason, const char *why) {
    g_free(*reason);
    *reason = g_strdup(why);
    return false;
}

static DlBound bound_without_days(DlBoundKind kind) {
    return (DlBound){.kind = kind, .precision = DL_PRECISION_YEAR};
}

static DlDate date_at(DlBound bound) {
    return (DlDate){.start = bound, .end = bound};
}

static bool read_bound(const char *text, DlBound *bound, char **reason) {
    DlSpelling spelling;
    return dl_spelling_read(text, &spelling, reason) &&
           dl_spelling_resolve(&spelling, bound, reason);
}

static bool read_side(const char *text, DlBound *bound, char **reason) {
    if (text[0] == '\0')
        *bound = bound_without_days(DL_BOUND_UNKNOWN);
    else if (g_str_equal(text, ".."))
        *bound = bound_without_days(DL_BOUND_OPEN);
    else if (g_str_equal(text, "ongoing"))
        *bound = bound_without_days(DL_BOUND_ONGOING);
    else
        return read_bound(text, bound, reason);
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
        return refuse(reason, "only the end of an interval can be ongoing");
    if (date->start.kind != DL_BOUND_KNOWN && date->end.kind != DL_BOUND_KNOWN &&
        date->end.kind != DL_BOUND_ONGOING)
        return refuse(reason, "an interval needs a date on one side of its slash");
    if (ends_before_start(date))
        return refuse(reason, "the interval ends before it starts");
    return true;
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
    const char *slash = strchr(text, '/');
    if (slash != NULL)
        return read_interval(text, slash, date, reason);
    DlBound bound;
    if (!read_bound(text, &bound, reason))
        return false;
    *date = date_at(bound);
    return true;
}

bool dl_date_parse(const char *text, DlDate *date, char **reason) {
    *date = dl_date_unknown();
    *reason = NULL;
    if (text[0] == '\0')
        return refuse(reason, "the date is empty: write unknown if it is not known");
    if (strnlen(text, LONGEST_DATE + 1) > LONGEST_DATE)
        return refuse(reason, "too long for a date");
    if (!g_utf8_validate(text, -1, NULL))
        return refuse(reason, "not UTF-8 text");
    if (text[0] == '[' || text[0] == '{')
        return refuse(reason, "sets of dates are not supported yet");
    if (g_str_equal(text, ".."))
        return refuse(reason, "write .. as one side of an interval: 2023/..");
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

bool dl_bound_is_doubtful(const DlBound *bound) {
    return bound->uncertain || bound->approximate || bound->unspecified ||
           bound->estimated;
}
