/* What the date and the duration of an event allow, before any order. */
#include "resolve/order.h"

#include "model/draft.h"
#include "resolve/resolver.h"

typedef struct {
    DlLimit start_low, start_high, end_low, end_high;
} Limits;

static DlLimit no_limit(DlMoment moment, int event) {
    return (DlLimit){.moment = moment, .event = event};
}

static DlLimit limit_of(const DlBound *bound, DlMoment moment, int event) {
    return (DlLimit){moment, event, bound, false, dl_bound_is_doubtful(bound)};
}

static Limits limits_of_date(const DlDate *date, int event) {
    Limits limits = {
        .start_low = no_limit(DL_MOMENT_MIN, event),
        .start_high = no_limit(DL_MOMENT_MAX, event),
        .end_low = no_limit(DL_MOMENT_MIN, event),
        .end_high = no_limit(DL_MOMENT_MAX, event),
    };
    if (dl_bound_has_moments(&date->start)) {
        limits.start_low = limit_of(&date->start, date->start.min, event);
        limits.start_high = limit_of(&date->start, date->start.max, event);
    }
    if (dl_bound_has_moments(&date->end)) {
        limits.end_low = limit_of(&date->end, date->end.min, event);
        limits.end_high = limit_of(&date->end, date->end.max, event);
    }
    return limits;
}

/* `length` is NULL where the event has none of its own. */
static void take_over(DlLimit *limit, const DlLimit *by, DlMoment moment,
                      const DlDuration *length) {
    *limit = *by;
    limit->moment = moment;
    limit->by_length |= length != NULL;
    limit->doubtful |= length != NULL && dl_duration_is_doubtful(length);
}

static void raise_low(DlLimit *low, const DlLimit *by, DlMoment moment,
                      const DlDuration *length) {
    if (moment > low->moment)
        take_over(low, by, moment, length);
}

static void lower_high(DlLimit *high, const DlLimit *by, DlMoment moment,
                       const DlDuration *length) {
    if (moment < high->moment)
        take_over(high, by, moment, length);
}

/* Start and end tell of each other. */
static void tighten(Limits *limits, const DlLength *range, const DlDuration *length) {
    raise_low(&limits->end_low, &limits->start_low,
              dl_length_after(limits->start_low.moment, &range->shortest), length);
    lower_high(&limits->start_high, &limits->end_high,
               dl_length_latest_before(limits->end_high.moment, &range->shortest),
               length);
    if (length == NULL)
        return;
    lower_high(&limits->end_high, &limits->start_high,
               dl_length_after(limits->start_high.moment, &range->longest), length);
    raise_low(&limits->start_low, &limits->end_low,
              dl_length_earliest_before(limits->end_low.moment, &range->longest),
              length);
}

static bool is_possible(const Limits *limits) {
    return limits->start_low.moment <= limits->start_high.moment &&
           limits->end_low.moment <= limits->end_high.moment;
}

/* `date: 2025-09-03` with two hours: all of it lies on that day. Where the duration
 * does not fit, and where `start` gives the date, only the start does. */
static bool ends_within_date(const DlDraftEvent *draft, const DlDate *date,
                             const DlDuration *shortest) {
    return draft->date.given && date->start.kind == DL_BOUND_KNOWN &&
           dl_length_after(date->start.min, shortest) <= date->start.max;
}

static Limits limits_with_length(const DlOrder *order, int event,
                                 const DlDraftEvent *draft) {
    const DlDate *date = &((const DlEvent *)order->events->pdata[event])->date;
    Limits limits = limits_of_date(date, event);
    if (order->has_length[event] && !date->interval &&
        !ends_within_date(draft, date, &order->lengths[event].shortest)) {
        limits.end_low = no_limit(DL_MOMENT_MIN, event);
        limits.end_high = no_limit(DL_MOMENT_MAX, event);
    }
    return limits;
}

/* What contradicts itself has been told: without its duration, or else without its end,
 * it goes on. */
static Limits limits_of_event(DlOrder *order, int index, const DlDraftEvent *draft) {
    const DlEvent *event = order->events->pdata[index];
    Limits limits = limits_with_length(order, index, draft);
    tighten(&limits, &order->lengths[index],
            order->has_length[index] ? &event->duration : NULL);
    if (is_possible(&limits))
        return limits;
    order->has_length[index] = false;
    order->lengths[index] = (DlLength){0};
    limits = limits_of_date(&event->date, index);
    tighten(&limits, &order->lengths[index], NULL);
    if (is_possible(&limits))
        return limits;
    limits = limits_of_date(&event->date, index);
    limits.end_low = limits.start_low;
    limits.end_high = limits.start_high;
    return limits;
}

void dl_order_limit(DlOrder *order, const GPtrArray *drafts) {
    for (int i = 0; i < order->n_events; i++) {
        const DlEvent *event = order->events->pdata[i];
        const bool both_ends = event->date.interval &&
                               dl_bound_has_moments(&event->date.start) &&
                               dl_bound_has_moments(&event->date.end);
        order->has_length[i] = event->has_duration;
        if (event->has_duration)
            order->lengths[i] =
                dl_length_of(&event->duration,
                             both_ends || dl_duration_is_doubtful(&event->duration));
        const Limits limits = limits_of_event(order, i, drafts->pdata[i]);
        order->low[2 * i] = limits.start_low;
        order->high[2 * i] = limits.start_high;
        order->low[2 * i + 1] = limits.end_low;
        order->high[2 * i + 1] = limits.end_high;
    }
}
