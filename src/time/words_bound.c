#include "time/words_bound.h"

#include <string.h>

enum { SEASON_SPRING = 21, SEASON_QUARTER = 33, SEASON_THIRD = 37, SEASON_HALF = 40 };

static const char *month_name(const DlVoice *voice, int month) {
    return voice->length == DL_WORDS_FULL ? voice->language->months[month - 1]
                                          : voice->language->short_months[month - 1];
}

static char *day_number(const DlLanguage *language, int day) {
    return day == 1 && language->first_day != NULL ? g_strdup(language->first_day)
                                                   : g_strdup_printf("%d", day);
}

/* Fills a pattern of days and months from the two ends of a range of one year. */
static char *fill_days(const DlVoice *voice, const char *pattern, const DlCivil *first,
                       const DlCivil *last, const char *year) {
    g_autofree char *day = day_number(voice->language, first->day);
    g_autofree char *end_day = day_number(voice->language, last->day);
    return dl_fill(
        pattern, "day", day, "end_day", end_day, "month",
        month_name(voice, first->month), "end_month", month_name(voice, last->month),
        "year", year, "weekday",
        voice->language->weekdays[dl_weekday(dl_moment_from_civil(*first)) - 1], NULL);
}

char *dl_voice_days(const DlVoice *voice, const char *pattern, const DlCivil *first,
                    const DlCivil *last) {
    g_autofree char *year = dl_language_year(voice->language, first->year);
    return fill_days(voice, pattern, first, last, year);
}

static char *word_day(const DlVoice *voice, const DlCivil *civil) {
    return dl_voice_days(voice, voice->language->full_day, civil, civil);
}

static char *word_month(const DlVoice *voice, const DlCivil *civil) {
    return dl_voice_days(voice, voice->language->full_month, civil, civil);
}

char *dl_voice_time(const DlCivil *civil, bool with_seconds) {
    return with_seconds ? g_strdup_printf("%02d:%02d:%02d", civil->hour, civil->minute,
                                          civil->second)
                        : g_strdup_printf("%02d:%02d", civil->hour, civil->minute);
}

char *dl_voice_bound_time(const DlBound *bound) {
    const DlCivil civil = dl_civil_from_moment(bound->min);
    return dl_voice_time(&civil, bound->precision == DL_PRECISION_SECOND);
}

char *dl_voice_zone(const DlVoice *voice, const DlBound *bound) {
    if (voice->zone == NULL || !dl_bound_has_clock(bound))
        return NULL;
    return dl_zone_abbreviation(voice->zone, bound->min - bound->offset);
}

char *dl_voice_add_zone(const DlVoice *voice, const DlBound *bound, const char *text) {
    g_autofree char *zone = dl_voice_zone(voice, bound);
    return zone == NULL
               ? g_strdup(text)
               : dl_fill(voice->language->zoned, "time", text, "zone", zone, NULL);
}

const char *dl_voice_clock(const DlVoice *voice, const char *pattern) {
    return voice->length == DL_WORDS_TIME ? strstr(pattern, "{time}") : pattern;
}

static char *word_clock(const DlVoice *voice, const DlBound *bound) {
    const DlCivil civil = dl_civil_from_moment(bound->min);
    g_autofree char *day = word_day(voice, &civil);
    g_autofree char *time = dl_voice_bound_time(bound);
    g_autofree char *text = dl_fill(dl_voice_clock(voice, voice->language->clock),
                                    "date", day, "time", time, NULL);
    return dl_voice_add_zone(voice, bound, text);
}

/* "1950s"; NULL where the years are neither. What ends in 00 could mean ten years, a
 * hundred or a thousand, so there is no name for it. */
static char *name_decade_or_century(const DlLanguage *language, int64_t from,
                                    int64_t to) {
    const bool decade = to - from == 9 && from >= 100 && from % 100 != 0;
    const bool century = to - from == 99 && from >= 100 && from % 1000 != 0;
    const char *pattern = decade    ? language->decade
                          : century ? language->century
                                    : NULL;
    if (pattern == NULL)
        return NULL;
    g_autofree char *year = g_strdup_printf("%d", (int)from);
    return dl_fill(pattern, "year", year, NULL);
}

/* A year of which only the range is known. */
static char *word_years(const DlVoice *voice, int64_t from, int64_t to) {
    const DlLanguage *language = voice->language;
    if (from == to)
        return dl_language_year(language, from);
    if (from == 0 && to == 9999)
        return g_strdup(language->year_unknown);
    char *name = name_decade_or_century(language, from, to);
    if (name != NULL)
        return name;
    g_autofree char *first = dl_language_year(language, from);
    g_autofree char *last = dl_language_year(language, to);
    return dl_fill(language->between, "date", first, "end", last, NULL);
}

/* Which third the numbers lie in: 0 early, 1 mid, 2 late; -1: in none. */
static int find_third(int first, int last, int end_of_early, int end_of_mid) {
    if (last <= end_of_early)
        return 0;
    if (first > end_of_mid)
        return 2;
    return first > end_of_early && last <= end_of_mid ? 1 : -1;
}

static char *word_third(const char *const *thirds, int third, const char *text) {
    return third < 0 ? g_strdup(text) : dl_fill(thirds[third], "date", text, NULL);
}

static bool are_whole_years(const DlCivil *first, const DlCivil *last) {
    return first->month == 1 && first->day == 1 && last->month == 12 && last->day == 31;
}

/* A month or day of a year with open digits: "25 December, 1560s". */
static char *word_open_year(const DlVoice *voice, const DlBound *bound,
                            const DlCivil *first, const DlCivil *last) {
    const DlLanguage *language = voice->language;
    const bool same_month = first->month == last->month;
    g_autofree char *year = word_years(voice, first->year, last->year);
    if (are_whole_years(first, last))
        return g_steal_pointer(&year);
    if (same_month && first->day == last->day)
        return fill_days(voice, language->open_year_day, first, last, year);
    if (same_month)
        return fill_days(voice, language->open_year_month, first, last, year);
    const bool days = bound->precision == DL_PRECISION_DAY;
    g_autofree char *from = days ? word_day(voice, first) : word_month(voice, first);
    g_autofree char *to = days ? word_day(voice, last) : word_month(voice, last);
    return dl_fill(language->between, "date", from, "end", to, NULL);
}

/* A month or day with open digits: "late 2011", "early September 2011". */
static char *word_open(const DlVoice *voice, const DlBound *bound) {
    const DlLanguage *language = voice->language;
    const DlCivil first = dl_civil_from_moment(bound->min);
    const DlCivil last = dl_civil_from_moment(bound->max);
    if (first.year != last.year)
        return word_open_year(voice, bound, &first, &last);
    if (first.month != last.month) {
        g_autofree char *year = dl_language_year(language, first.year);
        return word_third(language->year_thirds,
                          find_third(first.month, last.month, 4, 8), year);
    }
    g_autofree char *month = word_month(voice, &first);
    return word_third(language->month_thirds, find_third(first.day, last.day, 9, 19),
                      month);
}

static char *word_spring_to_winter(const DlVoice *voice, int season, const char *year) {
    const DlLanguage *language = voice->language;
    g_autofree char *text =
        dl_fill(language->full_season, "season",
                language->seasons[(season - SEASON_SPRING) % 4], "year", year, NULL);
    if (season < SEASON_SPRING + 4)
        return g_steal_pointer(&text);
    return dl_fill(season < SEASON_SPRING + 8 ? language->northern : language->southern,
                   "date", text, NULL);
}

static char *word_season(const DlVoice *voice, const DlBound *bound) {
    const DlLanguage *language = voice->language;
    const DlCivil first = dl_civil_from_moment(bound->min);
    const DlCivil last = dl_civil_from_moment(bound->max);
    g_autofree char *year = bound->unspecified
                                ? word_years(voice, first.year, last.year)
                                : dl_language_years(language, first.year, last.year);
    if (bound->season < SEASON_QUARTER)
        return word_spring_to_winter(voice, bound->season, year);
    if (bound->season < SEASON_THIRD)
        return dl_fill(language->full_quarter, "quarter",
                       language->quarters[bound->season - SEASON_QUARTER], "year", year,
                       NULL);
    if (bound->season < SEASON_HALF)
        return fill_days(voice, language->months_of_year, &first, &last, year);
    return dl_fill(language->full_half, "half",
                   language->halves[bound->season - SEASON_HALF], "year", year, NULL);
}

static char *word_plainly(const DlVoice *voice, const DlBound *bound) {
    const DlCivil first = dl_civil_from_moment(bound->min);
    const DlCivil last = dl_civil_from_moment(bound->max);
    if (bound->precision < DL_PRECISION_DAY)
        return word_clock(voice, bound);
    if (bound->precision == DL_PRECISION_SEASON)
        return word_season(voice, bound);
    if (bound->estimated)
        return dl_language_year(voice->language, bound->estimate);
    if (bound->precision >= DL_PRECISION_YEAR)
        return word_years(voice, first.year, last.year);
    if (bound->unspecified)
        return word_open(voice, bound);
    return bound->precision == DL_PRECISION_DAY ? word_day(voice, &first)
                                                : word_month(voice, &first);
}

static char *word_by_pattern(const DlVoice *voice, const DlBound *bound) {
    g_autofree char *text = dl_voice_pattern(voice, bound);
    return bound->approximate
               ? dl_fill(voice->language->approximate, "date", text, NULL)
               : g_steal_pointer(&text);
}

/* "um den 3. September 2025": some languages want an article before a day. */
static char *word_about(const DlVoice *voice, const DlBound *bound) {
    const DlLanguage *language = voice->language;
    if (bound->estimated)
        return dl_language_about_year(language, bound->estimate);
    if (bound->precision == DL_PRECISION_YEAR)
        return dl_language_about_year(language, dl_civil_from_moment(bound->min).year);
    g_autofree char *plain = word_plainly(voice, bound);
    if (bound->precision > DL_PRECISION_DAY || bound->unspecified ||
        language->day_about == NULL)
        return dl_fill(language->approximate, "date", plain, NULL);
    g_autofree char *the_day = dl_fill(language->day_about, "date", plain, NULL);
    return dl_fill(language->approximate, "date", the_day, NULL);
}

char *dl_voice_bound(const DlVoice *voice, const DlBound *bound) {
    const DlLanguage *language = voice->language;
    if (bound->set != NULL)
        return dl_voice_set(voice, bound);
    char *text = voice->pattern != NULL ? word_by_pattern(voice, bound)
                 : bound->approximate || bound->estimated ? word_about(voice, bound)
                                                          : word_plainly(voice, bound);
    if (bound->uncertain) {
        g_autofree char *plain = text;
        text = dl_fill(language->uncertain, "date", plain, NULL);
    }
    return text;
}
