/* What the date and the duration of an event allow, before any order. */
#include "resolve/order.h"

#include "model/draft.h"
#include "resolve/resolver.h"

typedef struct {
    DlLimit start_low, start_high, end_low, end_high;
} Limits;

static const DlLimit no_low = {DL_MOMENT_MIN, NULL, false};
static const DlLimit no_high = {DL_MOMENT_MAX, NULL, false};

static DlLimit limit_of(const DlBound *bound, DlMoment moment) {
    return (DlLimit){moment, bound, dl_bound_is_doubtful(bound)};
}

static Limits limits_of_date(const DlDate *date) {
    Limits limits = {no_low, no_high, no_low, no_high};
    if (dl_bound_has_moments(&date->start)) {
        limits.start_low = limit_of(&date->start, date->start.min);
        limits.start_high = limit_of(&date->start, date->start.max);
    }
    if (dl_bound_has_moments(&date->end)) {
        limits.end_low = limit_of(&date->end, date->end.min);
        limits.end_high = limit_of(&date->end, date->end.max);
    }
    return limits;
}

/* Whether start and end, each within its limits, can lie so far apart. */
static bool is_possible(const Limits *limits, const DlLength *length, bool has_length) {
    const DlMoment start_low =
        has_length
            ? MAX(limits->start_low.moment,
                  dl_length_earliest_before(limits->end_low.moment, &length->longest))
            : limits->start_low.moment;
    const DlMoment start_high =
        MIN(limits->start_high.moment,
            dl_length_latest_before(limits->end_high.moment, &length->shortest));
    return start_low <= start_high;
}

/* `date: 2025-09-03` with two hours: all of it lies on that day. Where the duration
 * does not fit, and where `start` gives the date, only the start does. */
static bool ends_within_date(const DlDraftEvent *draft, const DlDate *date,
                             const DlDuration *shortest) {
    const DlRange day = {date->start.min, date->start.max};
    return draft->date.given && date->start.kind == DL_BOUND_KNOWN &&
           dl_length_least_after(day, shortest) <= date->start.max;
}

static Limits limits_with_length(const DlOrder *order, int event,
                                 const DlDraftEvent *draft) {
    const DlDate *date = &((const DlEvent *)order->events->pdata[event])->date;
    Limits limits = limits_of_date(date);
    if (order->has_length[event] && !date->interval &&
        !ends_within_date(draft, date, &order->lengths[event].shortest)) {
        limits.end_low = no_low;
        limits.end_high = no_high;
    }
    return limits;
}

/* What contradicts itself has been told: without its duration, or else without its end,
 * it goes on. */
static Limits limits_of_event(DlOrder *order, int index, const DlDraftEvent *draft) {
    const DlEvent *event = order->events->pdata[index];
    Limits limits = limits_with_length(order, index, draft);
    if (is_possible(&limits, &order->lengths[index], order->has_length[index]))
        return limits;
    order->has_length[index] = false;
    order->lengths[index] = (DlLength){0};
    limits = limits_of_date(&event->date);
    if (is_possible(&limits, &order->lengths[index], false))
        return limits;
    limits.end_low = limits.start_low;
    limits.end_high = limits.start_high;
    return limits;
}

static void limit_event(DlOrder *order, int index, const DlDraftEvent *draft) {
    const DlEvent *event = order->events->pdata[index];
    const bool both_ends = event->date.interval &&
                           dl_bound_has_moments(&event->date.start) &&
                           dl_bound_has_moments(&event->date.end);
    order->has_length[index] = event->has_duration;
    if (event->has_duration)
        order->lengths[index] = dl_length_of(
            &event->duration, both_ends || dl_duration_is_doubtful(&event->duration));
    const Limits limits = limits_of_event(order, index, draft);
    order->low[2 * index] = limits.start_low;
    order->high[2 * index] = limits.start_high;
    order->low[2 * index + 1] = limits.end_low;
    order->high[2 * index + 1] = limits.end_high;
}

void dl_order_limit(DlOrder *order, const GPtrArray *drafts) {
    for (int i = 0; i < order->n_events; i++)
        limit_event(order, i, drafts->pdata[i]);
}
