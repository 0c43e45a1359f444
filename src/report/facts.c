#include "report/facts.h"

static const DlMoment SECONDS_A_MINUTE = 60;

static int find_root(int *parents, int rank) {
    while (parents[rank] != rank)
        rank = parents[rank] = parents[parents[rank]];
    return rank;
}

static void join(int *parents, const DlEvent *event, const GPtrArray *others) {
    for (guint i = 0; i < others->len; i++) {
        const DlEvent *other = others->pdata[i];
        const int root = find_root(parents, event->rank);
        parents[find_root(parents, other->rank)] = root;
    }
}

static bool has_clock(const DlEvent *event) {
    return dl_bound_has_clock(&event->date.start) ||
           dl_bound_has_clock(&event->date.end);
}

/* Events that order ties together share what bears on it. */
static void find_clocks(DlFacts *facts) {
    const GPtrArray *events = facts->timeline->events;
    g_autofree int *parents = g_new(int, events->len);
    for (guint i = 0; i < events->len; i++)
        parents[i] = (int)i;
    for (guint i = 0; i < events->len; i++) {
        const DlEvent *event = events->pdata[i];
        join(parents, event, event->after);
        join(parents, event, event->before);
        join(parents, event, event->during);
        join(parents, event, event->with);
    }
    for (guint i = 0; i < events->len; i++)
        if (has_clock(events->pdata[i]))
            facts->by_clock[find_root(parents, (int)i)] = true;
    for (guint i = 0; i < events->len; i++)
        facts->by_clock[i] = facts->by_clock[find_root(parents, (int)i)];
}

DlFacts *dl_facts_new(const DlTimeline *timeline) {
    DlFacts *facts = g_new(DlFacts, 1);
    facts->timeline = timeline;
    facts->by_clock = g_new0(bool, timeline->events->len);
    find_clocks(facts);
    return facts;
}

void dl_facts_free(DlFacts *facts) {
    if (facts == NULL)
        return;
    g_free(facts->by_clock);
    g_free(facts);
}

static char *bound_to_text(const DlBound *bound, DlMoment moment) {
    if (!dl_bound_has_moments(bound) || !dl_moment_is_finite(moment))
        return NULL;
    return dl_bound_has_clock(bound) ? dl_clock_to_text(moment, bound->offset)
                                     : dl_day_to_text(moment);
}

static char *clock_to_text(const DlFacts *facts, DlMoment moment) {
    const DlBound bound = {
        .kind = DL_BOUND_KNOWN,
        .min = moment,
        .max = moment,
        .precision = DL_PRECISION_SECOND,
    };
    const DlDate date =
        dl_date_in_zone(&(DlDate){.start = bound, .end = bound}, facts->timeline->zone);
    return dl_clock_to_text(moment, date.start.offset);
}

/* Each step of an order without clocks is a second, so what rests on a whole day lies
 * seconds from the edge of a day. */
static bool rests_on_day(DlMoment moment, bool is_latest) {
    const DlCivil civil =
        dl_civil_from_moment(is_latest ? moment + SECONDS_A_MINUTE : moment);
    return civil.hour == 0 && civil.minute == 0;
}

/* Order is told to the second only where a clock time bears on it: days and durations
 * alone do not say when on a day something was. */
static char *limit_to_text(const DlFacts *facts, const DlEvent *event,
                           const DlBound *own, DlMoment moment, bool is_latest) {
    if (!dl_moment_is_finite(moment))
        return NULL;
    if (dl_bound_has_moments(own) && moment == (is_latest ? own->max : own->min))
        return bound_to_text(own, moment);
    if (!facts->by_clock[event->rank] || rests_on_day(moment, is_latest))
        return dl_day_to_text(moment);
    return clock_to_text(facts, moment);
}

static DlFactEnd tell_end(const DlFacts *facts, const DlEvent *event,
                          const DlBound *own, DlRange range) {
    return (DlFactEnd){
        .min = bound_to_text(own, own->min),
        .max = bound_to_text(own, own->max),
        .earliest = limit_to_text(facts, event, own, range.earliest, false),
        .latest = limit_to_text(facts, event, own, range.latest, true),
    };
}

DlFactEnd dl_fact_start(const DlFacts *facts, const DlEvent *event) {
    return tell_end(facts, event, &event->date.start, event->start);
}

DlFactEnd dl_fact_end(const DlFacts *facts, const DlEvent *event) {
    return tell_end(facts, event, &event->date.end, event->end);
}

void dl_fact_end_clear(DlFactEnd *end) {
    g_free(end->min);
    g_free(end->max);
    g_free(end->earliest);
    g_free(end->latest);
}

bool dl_fact_is_ongoing(const DlEvent *event) {
    return event->date.end.kind == DL_BOUND_ONGOING;
}
