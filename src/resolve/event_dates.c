/* The keys `date`, `start`, `end` and `duration` of an event become one date and one
 * duration. */
#include "resolve/length.h"
#include "resolve/resolver.h"

static const DlBound unknown_bound = {.kind = DL_BOUND_UNKNOWN};

static bool is_there(const DlDraftDate *given) {
    return given->given || given->broken;
}

/* `start` and `end` hold one date each, so either side of it is that date. */
static DlBound side_of(DlResolver *resolver, const DlDraftDate *given) {
    return given->given ? dl_resolve_date(resolver, given).start : unknown_bound;
}

static DlBound start_of(DlResolver *resolver, const DlDraftEvent *draft) {
    if (!draft->start.given || draft->start.value.start.kind != DL_BOUND_ONGOING)
        return side_of(resolver, &draft->start);
    dl_problems_add(resolver->problems, draft->start.place, "bad-date",
                    "an `end` can be ongoing, a `start` cannot");
    return unknown_bound;
}

/* With a duration in place of its end, an event's date is that of its start: what the
 * file says is kept, the end is worked out with the bounds. */
static DlDate join_sides(DlResolver *resolver, const DlDraftEvent *draft) {
    DlDate date = {
        .start = start_of(resolver, draft),
        .end = side_of(resolver, &draft->end),
        .interval = true,
    };
    const bool start_and_length = draft->duration.given && !is_there(&draft->end);
    if (date.start.kind == DL_BOUND_KNOWN && start_and_length) {
        date.end = date.start;
        date.interval = false;
    }
    if (date.start.kind == DL_BOUND_UNKNOWN && date.end.kind == DL_BOUND_UNKNOWN)
        return dl_date_unknown();
    return date;
}

static DlDate date_of(DlResolver *resolver, const DlDraftEvent *draft) {
    if (!is_there(&draft->date))
        return join_sides(resolver, draft);
    if (is_there(&draft->start) || is_there(&draft->end)) {
        const bool start = is_there(&draft->start);
        dl_problems_add(resolver->problems,
                        start ? draft->start.place : draft->end.place, "date-twice",
                        "`%s` beside `date`: an event has a `date`, or a `start` and "
                        "an `end`",
                        start ? "start" : "end");
    }
    DlDate date = dl_resolve_date(resolver, &draft->date);
    if (!date.interval && date.start.kind == DL_BOUND_ONGOING) {
        date.start = unknown_bound;
        date.interval = true;
    }
    return date;
}

static const char *side_as_written(const DlDraftDate *given) {
    const bool is_known = given->given && !dl_date_is_unknown(&given->value);
    return is_known ? given->written : "";
}

static char *date_as_written(const DlDraftEvent *draft, const DlDate *date) {
    if (dl_date_is_unknown(date))
        return NULL;
    if (draft->date.given)
        return g_strdup(draft->date.written);
    if (!date->interval)
        return g_strdup(draft->start.written);
    return g_strconcat(side_as_written(&draft->start), "/",
                       side_as_written(&draft->end), NULL);
}

/* Start, end and duration can all be true within one of the duration's smallest unit.
 */
static void check_length(DlResolver *resolver, const DlDraftEvent *draft,
                         const DlDate *date) {
    const DlBound *start = &date->start, *end = &date->end;
    const DlDuration *duration = &draft->duration.value;
    if (!date->interval || !dl_bound_has_moments(start) || !dl_bound_has_moments(end) ||
        dl_length_is_possible((DlRange){start->min, start->max},
                              (DlRange){end->min, end->max}, duration))
        return;
    const bool doubtful = dl_bound_is_doubtful(start) || dl_bound_is_doubtful(end) ||
                          dl_duration_is_doubtful(duration);
    g_autofree char *first = dl_bound_to_text(start);
    g_autofree char *last = dl_bound_to_text(end);
    g_autofree char *length = dl_words_duration(duration, dl_language_english());
    g_autofree char *message =
        g_strdup_printf("from %s to %s is not %s", first, last, length);
    dl_tell(resolver, doubtful, draft->duration.place, "wrong-duration", message);
}

static DlPlace end_place(const DlDraftEvent *draft) {
    if (is_there(&draft->date))
        return draft->date.place;
    return is_there(&draft->end) ? draft->end.place : draft->start.place;
}

void dl_resolve_event_date(DlResolver *resolver, const DlDraftEvent *draft,
                           DlEvent *event) {
    event->date = date_of(resolver, draft);
    event->written = date_as_written(draft, &event->date);
    event->has_duration = draft->duration.given;
    event->duration = draft->duration.value;
    if (dl_check_interval(resolver, &event->date, end_place(draft)) &&
        event->has_duration)
        check_length(resolver, draft, &event->date);
}
