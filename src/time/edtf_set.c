#include "time/edtf_set.h"

#include <string.h>

#include "time/edtf.h"
#include "time/refuse.h"

static const char DOTS[] = "..";

static const DlBound open_bound = {.kind = DL_BOUND_OPEN,
                                   .precision = DL_PRECISION_YEAR};

bool dl_set_begins(const char *text) {
    return text[0] == '[' || text[0] == '{';
}

/* EDTF's own forms alone: a set holds no `unknown`, no interval and no set. */
static bool read_side(const char *text, DlBound *bound, char **reason) {
    if (text[0] == '\0')
        return dl_refuse(reason, "a member of the set is empty");
    if (strchr(text, '/') != NULL)
        return dl_refuse(reason, "a set holds no intervals: write 1670..1672 for these "
                                 "three years");
    if (!dl_edtf_read(text, bound, reason)) {
        if (*reason == NULL)
            *reason = g_strdup_printf("`%s` is not a date that a set can hold", text);
        return false;
    }
    if (dl_bound_has_clock(bound))
        return dl_refuse(reason, "a set holds no clock times");
    return true;
}

static bool check_range(const DlDate *range, const char *text, char **reason) {
    if (range->start.precision != range->end.precision)
        return dl_refuse(reason,
                         "the two sides of %s are not both years, "
                         "months or days",
                         text);
    if (range->end.max < range->start.min)
        return dl_refuse(reason, "%s runs backwards", text);
    return true;
}

/* "1670..1672", "..1984", "1984.." */
static bool read_range(const char *text, const char *dots, DlDate *member,
                       char **reason) {
    g_autofree char *first = g_strndup(text, (size_t)(dots - text));
    const char *last = dots + strlen(DOTS);
    if (first[0] == '\0' && last[0] == '\0')
        return dl_refuse(reason, "a set needs a date beside its dots");
    *member = (DlDate){.start = open_bound, .end = open_bound, .interval = true};
    if (first[0] != '\0' && !read_side(first, &member->start, reason))
        return false;
    if (last[0] != '\0' && !read_side(last, &member->end, reason))
        return false;
    return first[0] == '\0' || last[0] == '\0' || check_range(member, text, reason);
}

static bool read_member(const char *text, DlDate *member, char **reason) {
    const char *dots = strstr(text, DOTS);
    if (dots != NULL)
        return read_range(text, dots, member, reason);
    DlBound bound;
    if (!read_side(text, &bound, reason))
        return false;
    *member = (DlDate){.start = bound, .end = bound};
    return true;
}

/* Dots before a date mean all that is earlier, so they stand first in a set; dots
 * behind one last. */
static bool check_dots(const DlDate *member, bool is_first, bool is_last,
                       char **reason) {
    if (member->start.kind == DL_BOUND_OPEN && !is_first)
        return dl_refuse(reason, "only the first of a set has dots before it");
    if (member->end.kind == DL_BOUND_OPEN && !is_last)
        return dl_refuse(reason, "only the last of a set has dots behind it");
    return true;
}

static GArray *read_members(GStrv items, char **reason) {
    g_autoptr(GArray) members = g_array_new(FALSE, FALSE, sizeof(DlDate));
    const unsigned n_items = g_strv_length(items);
    for (unsigned i = 0; i < n_items; i++) {
        DlDate member;
        if (!read_member(g_strstrip(items[i]), &member, reason) ||
            !check_dots(&member, i == 0, i == n_items - 1, reason))
            return NULL;
        g_array_append_val(members, member);
    }
    return g_steal_pointer(&members);
}

static void widen(DlBound *span, const DlBound *side) {
    span->precision = MAX(span->precision, side->precision);
    span->uncertain |= side->uncertain;
    span->approximate |= side->approximate;
    span->unspecified |= side->unspecified;
}

static DlBound span_of(const GArray *members) {
    DlBound span = {.kind = DL_BOUND_KNOWN, .min = DL_MOMENT_MAX, .max = DL_MOMENT_MIN};
    for (guint i = 0; i < members->len; i++) {
        const DlDate *member = &g_array_index(members, DlDate, i);
        const bool from_all = member->start.kind == DL_BOUND_OPEN;
        const bool to_all = member->end.kind == DL_BOUND_OPEN;
        span.min = from_all ? DL_MOMENT_MIN : MIN(span.min, member->start.min);
        span.max = to_all ? DL_MOMENT_MAX : MAX(span.max, member->end.max);
        if (!from_all)
            widen(&span, &member->start);
        if (!to_all)
            widen(&span, &member->end);
    }
    return span;
}

/* What stands between the brackets; NULL and a reason where they do not fit. */
static char *open_brackets(const char *text, char **reason) {
    const char closing = text[0] == '[' ? ']' : '}';
    const size_t length = strlen(text);
    if (length < 2 || strcspn(text + 1, "[]{}") != length - 2 ||
        text[length - 1] != closing) {
        *reason = g_strdup_printf("a set that begins with %c ends with %c, and holds "
                                  "dates alone",
                                  text[0], closing);
        return NULL;
    }
    char *inner = g_strndup(text + 1, length - 2);
    if (g_strstrip(inner)[0] != '\0')
        return inner;
    g_free(inner);
    *reason = g_strdup("the set is empty");
    return NULL;
}

/* The items are those that read_members has stripped. */
static const char *intern_set(char bracket, GStrv items) {
    g_autofree char *inner = g_strjoinv(",", items);
    g_autofree char *text =
        g_strdup_printf("%c%s%c", bracket, inner, bracket == '[' ? ']' : '}');
    return g_intern_string(text);
}

bool dl_set_read(const char *text, DlBound *bound, char **reason) {
    g_autofree char *inner = open_brackets(text, reason);
    if (inner == NULL)
        return false;
    g_auto(GStrv) items = g_strsplit(inner, ",", -1);
    g_autoptr(GArray) members = read_members(items, reason);
    if (members == NULL)
        return false;
    *bound = span_of(members);
    bound->set = intern_set(text[0], items);
    bound->all_of = text[0] == '{';
    return true;
}

GArray *dl_set_members(const DlBound *bound) {
    g_autofree char *inner = g_strndup(bound->set + 1, strlen(bound->set) - 2);
    g_auto(GStrv) items = g_strsplit(inner, ",", -1);
    g_autofree char *reason = NULL;
    GArray *members = read_members(items, &reason);
    g_assert(members != NULL);
    return members;
}
