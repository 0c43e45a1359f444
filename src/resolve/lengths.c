/* How long measures are, in words of the timeline's language. */
#include "resolve/length.h"
#include "resolve/resolver.h"

/* One unit of a precision: months, or else seconds. */
static const struct {
    int months, seconds;
} units[] = {
    [DL_PRECISION_SECOND] = {0, 1},     [DL_PRECISION_MINUTE] = {0, 60},
    [DL_PRECISION_HOUR] = {0, 3600},    [DL_PRECISION_DAY] = {0, DL_SECONDS_A_DAY},
    [DL_PRECISION_MONTH] = {1, 0},      [DL_PRECISION_SEASON] = {3, 0},
    [DL_PRECISION_YEAR] = {12, 0},      [DL_PRECISION_DECADE] = {120, 0},
    [DL_PRECISION_CENTURY] = {1200, 0}, [DL_PRECISION_MILLENNIUM] = {12000, 0},
};

/* The starts of the first and the last unit of a date. */
static DlRange starts_of(const DlBound *bound, DlPrecision precision) {
    const DlMoment after = bound->max + 1;
    const DlMoment last = dl_moment_add_months(after, -units[precision].months) -
                          units[precision].seconds;
    return (DlRange){bound->min, MAX(bound->min, last)};
}

/* People count by the finer of two precisions: 14 years from 1945 to 1959, one day from
 * a day to the next. */
static void count_units(const DlEvent *from, const DlEvent *to, DlRange *first,
                        DlRange *last) {
    const DlBound *start = &from->date.start, *end = &to->date.start;
    if (!dl_bound_is_finite(start) || !dl_bound_is_finite(end))
        return;
    const DlPrecision finer = MIN(start->precision, end->precision);
    *first = starts_of(start, finer);
    *last = starts_of(end, finer);
}

static bool is_doubtful(const DlEvent *event) {
    const DlBound *start = &event->date.start;
    return start->kind == DL_BOUND_KNOWN && (start->approximate || start->uncertain);
}

static char *about(const DlMeasure *measure, char *words, const DlLanguage *language) {
    if (words == NULL || (!is_doubtful(measure->from) && !is_doubtful(measure->to)))
        return words;
    g_autofree char *plain = words;
    return dl_words_about(plain, language);
}

static DlMoment difference(DlMoment from, DlMoment to) {
    return MAX(0, to - from);
}

/* The shortest and the longest that it can be; NULL: nobody knows. */
static char *possible_words(DlRange from, DlRange to, const DlLanguage *language) {
    const bool has_least =
        dl_moment_is_finite(from.latest) && dl_moment_is_finite(to.earliest);
    const bool has_most =
        dl_moment_is_finite(from.earliest) && dl_moment_is_finite(to.latest);
    if (has_least && has_most && from.latest < to.earliest)
        return dl_words_between_any((DlMoment[]){from.latest, from.earliest},
                                    (DlMoment[]){to.earliest, to.latest}, language);
    g_autofree char *words = NULL;
    if (has_most && difference(from.earliest, to.latest) > 0) {
        words = dl_words_between(from.earliest, to.latest, language);
        return dl_phrase_fill(language, DL_PHRASE_AT_MOST, words);
    }
    if (has_least && difference(from.latest, to.earliest) > 0) {
        words = dl_words_between(from.latest, to.earliest, language);
        return dl_phrase_fill(language, DL_PHRASE_AT_LEAST, words);
    }
    return NULL;
}

/* A claim that holds is as precise as the one who makes it. */
static char *length_words(const DlMeasure *measure, const DlLanguage *language) {
    DlRange from = measure->from->start, to = measure->to->start;
    if (measure->has_claim && dl_length_is_possible(from, to, &measure->claim))
        return dl_words_duration(&measure->claim, language);
    count_units(measure->from, measure->to, &from, &to);
    if (from.earliest > to.earliest) {
        const DlRange kept = from;
        from = to;
        to = kept;
    }
    return about(measure, possible_words(from, to, language), language);
}

void dl_resolve_lengths(DlResolver *resolver) {
    const DlTimeline *timeline = resolver->timeline;
    for (guint i = 0; i < timeline->measures->len; i++) {
        DlMeasure *measure = timeline->measures->pdata[i];
        measure->length = length_words(measure, timeline->words);
    }
}
