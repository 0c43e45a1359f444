#include "layout/label.h"

#include "time/calendar.h"

static DlPhrase status_phrase(DlStatus status) {
    static const DlPhrase phrases[] = {
        [DL_STATUS_PLANNED] = DL_PHRASE_PLANNED,
        [DL_STATUS_EXPECTED] = DL_PHRASE_EXPECTED,
        [DL_STATUS_POSSIBLE] = DL_PHRASE_POSSIBLE,
        [DL_STATUS_UNLIKELY] = DL_PHRASE_UNLIKELY,
        [DL_STATUS_DISPUTED] = DL_PHRASE_DISPUTED,
    };
    return phrases[status];
}

/* The first of the events it is tied to by order, as words; NULL for none. */
static char *order_words(const DlTimeline *timeline, const DlEvent *event) {
    DlPhrase phrase;
    const DlEvent *other = dl_event_tie(event, &phrase);
    return other != NULL ? dl_phrase_fill(timeline->words, phrase, other->title) : NULL;
}

static char *date_words(const DlTimeline *timeline, const DlChart *chart,
                        const DlEvent *event, DlWordsLength length) {
    if (dl_date_is_unknown(&event->date))
        return order_words(timeline, event);
    DlDate date = dl_event_said_date(event);
    char *words =
        chart->dates != NULL
            ? dl_words_pattern(&date, chart->dates, timeline->words, timeline->zone)
            : dl_words_date(&date, timeline->words, length, timeline->zone);
    return dl_event_word_end(event, timeline->words, words);
}

/* Takes the first, which may be NULL. */
static char *join_words(char *first, const char *second) {
    g_autofree char *owned = first;
    return owned != NULL ? dl_words_beside(owned, second) : g_strdup(second);
}

static char *with_length(const DlTimeline *timeline, const DlEvent *event,
                         char *words) {
    if (!event->has_duration)
        return words;
    g_autofree char *length = dl_words_duration(&event->duration, timeline->words);
    return join_words(words, length);
}

static char *with_status(const DlTimeline *timeline, const DlEvent *event,
                         char *words) {
    if (event->status == DL_STATUS_HAPPENED)
        return words;
    return join_words(words, dl_phrase(timeline->words, status_phrase(event->status)));
}

static char *say_when(const DlTimeline *timeline, const DlChart *chart,
                      const DlEvent *event, DlWordsLength length) {
    return with_status(
        timeline, event,
        with_length(timeline, event, date_words(timeline, chart, event, length)));
}

char *dl_label_when(const DlTimeline *timeline, const DlChart *chart,
                    const DlEvent *event) {
    return say_when(timeline, chart, event, DL_WORDS_SHORT);
}

/* The one day that an event lies in, counted from 1970; false where it is not one. */
static bool find_day(const DlEvent *event, int64_t *day) {
    const DlDate date = dl_event_said_date(event);
    const DlBound *start = &date.start, *end = &date.end;
    if (start->kind != DL_BOUND_KNOWN || end->kind != DL_BOUND_KNOWN ||
        start->precision > DL_PRECISION_DAY || end->precision > DL_PRECISION_DAY ||
        start->set != NULL || end->set != NULL)
        return false;
    *day = dl_divide_down(start->min, DL_SECONDS_A_DAY);
    return dl_divide_down(end->max, DL_SECONDS_A_DAY) == *day;
}

static bool share_day(const DlEvent *event, const DlEvent *previous) {
    int64_t day, other;
    return find_day(event, &day) && find_day(previous, &other) && day == other;
}

/* Day by day the order is what the reader needs; the date stands above. */
static char *when_after(const DlTimeline *timeline, const DlChart *chart,
                        const DlEvent *event, const DlEvent *previous) {
    bool same = event->date.start.min == previous->date.start.min &&
                event->date.end.max == previous->date.end.max;
    if (!same || dl_date_is_unknown(&event->date))
        return say_when(timeline, chart, event,
                        share_day(event, previous) ? DL_WORDS_TIME : DL_WORDS_SHORT);
    DlPhrase phrase = DL_PHRASE_SAME_DAY;
    if (g_ptr_array_find(event->during, previous, NULL))
        phrase = DL_PHRASE_DURING_IT;
    else if (dl_event_follows(event, previous))
        phrase = DL_PHRASE_THEN;
    else if (event->date.start.precision > DL_PRECISION_DAY)
        return dl_label_when(timeline, chart, event);
    char *words = g_strdup(dl_phrase(timeline->words, phrase));
    return with_status(timeline, event, with_length(timeline, event, words));
}

/* What the heading of a strip of a folded axis tells to the full. */
static bool is_told(const DlChart *chart, DlPrecision precision) {
    static const struct {
        DlSegmentsKind segments;
        DlPrecision precision;
    } told[] = {
        {DL_SEGMENTS_DAY, DL_PRECISION_DAY},
        {DL_SEGMENTS_MONTH, DL_PRECISION_MONTH},
        {DL_SEGMENTS_YEAR, DL_PRECISION_YEAR},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++)
        if (chart->segments == told[i].segments && precision == told[i].precision)
            return true;
    return false;
}

/* Whether the date is one, without doubt. */
static bool is_plain(const DlDate *date) {
    const DlBound *start = &date->start, *end = &date->end;
    return start->kind == DL_BOUND_KNOWN && end->kind == DL_BOUND_KNOWN &&
           start->min == end->min && start->max == end->max && start->set == NULL &&
           !dl_bound_is_doubtful(start);
}

/* In a strip whose heading tells the day, that is not said again. */
static char *when_in_strip(const DlLabelMaker *maker, const DlEvent *event) {
    const DlTimeline *timeline = maker->timeline;
    const DlChart *chart = maker->chart;
    DlDate date = dl_event_said_date(event);
    int64_t day;
    if (chart->segments == DL_SEGMENTS_DAY && date.start.precision < DL_PRECISION_DAY &&
        find_day(event, &day))
        return say_when(timeline, chart, event, DL_WORDS_TIME);
    if (chart->dates != NULL || !is_plain(&date) ||
        !is_told(chart, date.start.precision))
        return dl_label_when(timeline, chart, event);
    return with_status(timeline, event, with_length(timeline, event, NULL));
}

char *dl_label_says_when(const DlLabelMaker *maker, DlLabelWay way) {
    if (way.continued)
        return g_strdup(dl_phrase(maker->timeline->words, DL_PHRASE_CONTINUED));
    if (way.previous != NULL)
        return when_after(maker->timeline, maker->chart, way.event, way.previous);
    return way.run_in ? dl_label_when(maker->timeline, maker->chart, way.event)
                      : when_in_strip(maker, way.event);
}
