/* Dates of the file to dates on the timeline's clock. */
#include "resolve/resolver.h"

static const DlBound unknown_bound = {.kind = DL_BOUND_UNKNOWN};

static void bring_to_asof(DlResolver *resolver, DlBound *bound, DlPlace place) {
    if (bound->kind != DL_BOUND_ONGOING)
        return;
    if (resolver->timeline->has_asof) {
        bound->min = bound->max = resolver->asof;
        bound->precision = DL_PRECISION_DAY;
        return;
    }
    *bound = unknown_bound;
    if (resolver->told_asof_needed || resolver->draft->asof.broken)
        return;
    resolver->told_asof_needed = true;
    dl_problems_add(resolver->problems, place, "no-asof",
                    "`ongoing` runs to the day that the chart is true of, which is not "
                    "given");
    dl_problems_hint(resolver->problems,
                     "add `asof:` with that day to `timeline:`, or give --asof");
}

DlDate dl_resolve_date(DlResolver *resolver, const DlDraftDate *given) {
    if (!given->given)
        return dl_date_unknown();
    const DlZone *zone = resolver->timeline->zone;
    g_autofree char *reason = NULL;
    if (!dl_date_check_zone(&given->value, zone, &reason))
        dl_problems_add(resolver->problems, given->place, "bad-clock-time", "%s",
                        reason);
    DlDate date = dl_date_in_zone(&given->value, zone);
    bring_to_asof(resolver, &date.start, given->place);
    bring_to_asof(resolver, &date.end, given->place);
    return date;
}

static char *clock_to_text(const DlBound *bound) {
    const DlCivil civil = dl_civil_from_moment(bound->min);
    g_autofree char *day = dl_day_to_text(bound->min);
    if (bound->precision == DL_PRECISION_SECOND)
        return g_strdup_printf("%s %02d:%02d:%02d", day, civil.hour, civil.minute,
                               civil.second);
    return g_strdup_printf("%s %02d:%02d", day, civil.hour, civil.minute);
}

static char *month_to_text(const DlBound *bound) {
    const DlCivil civil = dl_civil_from_moment(bound->min);
    g_autofree char *year = dl_year_to_text(civil.year);
    return g_strdup_printf("%s-%02d", year, civil.month);
}

/* What dots leave open in a set is said as the set has it. */
static char *span_to_text(const DlBound *bound) {
    if (!dl_moment_is_finite(bound->min) || !dl_moment_is_finite(bound->max))
        return g_strdup(bound->set);
    g_autofree char *first = dl_day_to_text(bound->min);
    g_autofree char *last = dl_day_to_text(bound->max);
    return g_strdup_printf("%s to %s", first, last);
}

char *dl_bound_to_text(const DlBound *bound) {
    if (bound->set != NULL)
        return span_to_text(bound);
    if (dl_bound_has_clock(bound))
        return clock_to_text(bound);
    if (bound->kind == DL_BOUND_ONGOING || bound->precision == DL_PRECISION_DAY)
        return bound->unspecified ? span_to_text(bound) : dl_day_to_text(bound->min);
    if (bound->precision == DL_PRECISION_MONTH && !bound->unspecified)
        return month_to_text(bound);
    if (bound->precision == DL_PRECISION_YEAR && !bound->unspecified)
        return dl_year_to_text(dl_civil_from_moment(bound->min).year);
    return span_to_text(bound);
}

void dl_tell(DlResolver *resolver, bool doubtful, DlPlace place, const char *code,
             const char *message) {
    if (doubtful)
        dl_problems_warn(resolver->problems, place, code, "%s", message);
    else
        dl_problems_add(resolver->problems, place, code, "%s", message);
}

bool dl_check_interval(DlResolver *resolver, const DlDate *date, DlPlace place) {
    const DlBound *start = &date->start, *end = &date->end;
    if (!date->interval || !dl_bound_has_moments(start) || !dl_bound_has_moments(end) ||
        end->max >= start->min)
        return true;
    g_autofree char *first = dl_bound_to_text(start);
    g_autofree char *last = dl_bound_to_text(end);
    g_autofree char *message =
        g_strdup_printf(end->kind == DL_BOUND_ONGOING
                            ? "what is ongoing on %s (`asof`) cannot start later, on %s"
                            : "the end, %s, lies before the start, %s",
                        last, first);
    dl_tell(resolver, dl_bound_is_doubtful(start) || dl_bound_is_doubtful(end), place,
            "end-before-start", message);
    return false;
}
