#include "time/words_bound.h"

/* Whether the zone is said once, at the end of the range. */
static bool share_zone(const DlVoice *voice, const DlBound *start, const DlBound *end) {
    g_autofree char *first = dl_voice_zone(voice, start);
    g_autofree char *last = dl_voice_zone(voice, end);
    return first != NULL && g_strcmp0(first, last) == 0;
}

static char *join_bounds(const DlVoice *voice, const DlBound *start,
                         const DlBound *end) {
    DlVoice opening = *voice;
    if (voice->pattern == NULL && share_zone(voice, start, end))
        opening.zone = NULL;
    g_autofree char *from = dl_voice_bound(&opening, start);
    g_autofree char *to = dl_voice_bound(voice, end);
    return dl_language_join(voice->language, from, to);
}

static char *word_times(const DlVoice *voice, const DlBound *start,
                        const DlBound *end) {
    const DlCivil civil = dl_civil_from_moment(start->min);
    g_autofree char *day =
        dl_voice_days(voice, voice->language->full_day, &civil, &civil);
    g_autofree char *time = dl_voice_bound_time(start);
    g_autofree char *end_time = dl_voice_bound_time(end);
    g_autofree char *text =
        dl_fill(dl_voice_clock(voice, voice->language->clock_range), "date", day,
                "time", time, "end_time", end_time, NULL);
    return dl_voice_add_zone(voice, end, text);
}

/* Two days or months of one year: what they share is said once. NULL where they share
 * nothing. */
static char *word_shared(const DlVoice *voice, DlPrecision precision,
                         const DlCivil *first, const DlCivil *last) {
    const DlLanguage *language = voice->language;
    if (first->year != last->year)
        return NULL;
    if (precision == DL_PRECISION_MONTH)
        return dl_voice_days(voice, language->months_of_year, first, last);
    if (precision != DL_PRECISION_DAY)
        return NULL;
    return dl_voice_days(voice,
                         first->month == last->month ? language->days_of_month
                                                     : language->days_of_year,
                         first, last);
}

/* Two years of millions: what they share is said once. NULL for others. */
static char *word_about_years(const DlVoice *voice, const DlBound *start,
                              const DlBound *end) {
    const DlBound *const bounds[] = {start, end};
    for (size_t i = 0; i < G_N_ELEMENTS(bounds); i++)
        if (!bounds[i]->approximate || bounds[i]->uncertain || bounds[i]->estimated ||
            bounds[i]->unspecified || bounds[i]->set != NULL ||
            bounds[i]->precision != DL_PRECISION_YEAR)
            return NULL;
    return dl_language_years_ago(voice->language, dl_civil_from_moment(start->min).year,
                                 dl_civil_from_moment(end->min).year, true);
}

static char *word_range(const DlVoice *voice, const DlBound *start,
                        const DlBound *end) {
    if (start->min == end->min && start->max == end->max &&
        start->uncertain == end->uncertain && start->approximate == end->approximate)
        return dl_voice_bound(voice, start);
    char *about = voice->pattern == NULL ? word_about_years(voice, start, end) : NULL;
    if (about != NULL)
        return about;
    if (dl_bound_is_doubtful(start) || dl_bound_is_doubtful(end) ||
        start->precision != end->precision || start->set != NULL || end->set != NULL ||
        voice->pattern != NULL)
        return join_bounds(voice, start, end);
    const DlCivil first = dl_civil_from_moment(start->min);
    const DlCivil last = dl_civil_from_moment(end->max);
    if (start->precision == DL_PRECISION_YEAR)
        return dl_language_years(voice->language, first.year, last.year);
    const bool same_day =
        first.year == last.year && first.month == last.month && first.day == last.day;
    if (start->precision < DL_PRECISION_DAY && same_day &&
        (voice->zone == NULL || share_zone(voice, start, end)))
        return word_times(voice, start, end);
    char *shared = word_shared(voice, start->precision, &first, &last);
    return shared != NULL ? shared : join_bounds(voice, start, end);
}

/* "depuis le 28 août 2024": some languages want an article before a day. */
static char *fill_side(const DlVoice *voice, const char *pattern, bool with_article,
                       const DlBound *bound) {
    g_autofree char *date = dl_voice_bound(voice, bound);
    const char *article = voice->language->day_after;
    if (!with_article || article == NULL || bound->precision > DL_PRECISION_DAY ||
        dl_bound_is_doubtful(bound))
        return dl_fill(pattern, "date", date, NULL);
    g_autofree char *the_day = dl_fill(article, "date", date, NULL);
    return dl_fill(pattern, "date", the_day, NULL);
}

/* 1500/.. 1500/ 1500/ongoing */
static char *word_from(const DlVoice *voice, const DlBound *start, DlBoundKind end) {
    const DlLanguage *language = voice->language;
    if (end == DL_BOUND_UNKNOWN)
        return fill_side(voice, language->end_unknown, false, start);
    return fill_side(voice, end == DL_BOUND_OPEN ? language->after : language->since,
                     true, start);
}

/* ../1500 /1500 */
static char *word_until(const DlVoice *voice, DlBoundKind start, const DlBound *end) {
    const DlLanguage *language = voice->language;
    if (start == DL_BOUND_UNKNOWN)
        return fill_side(voice, language->start_unknown, false, end);
    return fill_side(voice, language->before, true, end);
}

char *dl_voice_date(const DlVoice *voice, const DlDate *date) {
    const DlLanguage *language = voice->language;
    const DlBound *start = &date->start, *end = &date->end;
    const bool starts = start->kind == DL_BOUND_KNOWN;
    const bool ends = end->kind == DL_BOUND_KNOWN;
    if (starts)
        return ends ? word_range(voice, start, end)
                    : word_from(voice, start, end->kind);
    if (ends)
        return word_until(voice, start->kind, end);
    if (end->kind != DL_BOUND_ONGOING)
        return g_strdup(language->unknown);
    return g_strdup(start->kind == DL_BOUND_UNKNOWN ? language->ongoing_start_unknown
                                                    : language->ongoing);
}

char *dl_words_date(const DlDate *date, const DlLanguage *language,
                    DlWordsLength length, const DlZone *zone) {
    const DlVoice voice = {language, length, zone, NULL};
    return dl_voice_date(&voice, date);
}

char *dl_words_beside(const char *first, const char *second) {
    return g_strdup_printf("%s\u00a0· %s", first, second);
}

char *dl_words_tick(DlMoment moment, DlTickUnit unit, const DlLanguage *language) {
    const DlVoice voice = {language, DL_WORDS_SHORT, NULL, NULL};
    const DlCivil civil = dl_civil_from_moment(moment);
    switch (unit) {
    case DL_TICK_SECOND:
        return dl_voice_time(&civil, true);
    case DL_TICK_MINUTE:
    case DL_TICK_HOUR:
        return dl_voice_time(&civil, false);
    case DL_TICK_DAY:
        return dl_voice_days(&voice, language->tick_day, &civil, &civil);
    case DL_TICK_MONTH:
        return dl_voice_days(&voice, language->full_month, &civil, &civil);
    case DL_TICK_YEAR:
        break;
    }
    return dl_language_year(language, civil.year);
}
