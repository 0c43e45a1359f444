#include <math.h>

#include "time/language.h"

typedef struct {
    int64_t seconds; /* from this length on, after rounding */
    DlUnit unit;
    int64_t unit_seconds;
    DlUnit minor; /* the same as `unit`: it stands alone */
    int64_t minor_seconds;
} Rung;

enum {
    MINUTE = 60,
    HOUR = 3600,
    DAY = DL_SECONDS_A_DAY,
    MONTH = DL_SECONDS_A_MONTH,
    YEAR = DL_SECONDS_A_YEAR
};

/* From the longest. */
static const Rung rungs[] = {
    {INT64_C(3) * YEAR, DL_UNIT_YEAR, YEAR, DL_UNIT_YEAR, YEAR},
    {YEAR, DL_UNIT_YEAR, YEAR, DL_UNIT_MONTH, MONTH},
    {60 * DAY, DL_UNIT_MONTH, MONTH, DL_UNIT_MONTH, MONTH},
    {3 * DAY, DL_UNIT_DAY, DAY, DL_UNIT_DAY, DAY},
    {DAY, DL_UNIT_DAY, DAY, DL_UNIT_HOUR, HOUR},
    {HOUR, DL_UNIT_HOUR, HOUR, DL_UNIT_MINUTE, MINUTE},
    {10 * MINUTE, DL_UNIT_MINUTE, MINUTE, DL_UNIT_MINUTE, MINUTE},
    {MINUTE, DL_UNIT_MINUTE, MINUTE, DL_UNIT_SECOND, 1},
    {0, DL_UNIT_SECOND, 1, DL_UNIT_SECOND, 1},
};

static int64_t round_to(int64_t seconds, int64_t step) {
    return (seconds + step / 2) / step * step;
}

/* A great number of years to five digits: nobody reads the rest. */
static int64_t round_count(int64_t count) {
    int64_t step = 1;
    while (count / step >= 100000)
        step *= 10;
    return round_to(count, step);
}

static char *two_units(const DlLanguage *language, DlUnit unit, int64_t count,
                       DlUnit minor, int64_t minor_count) {
    if (minor_count == 0)
        return dl_language_count(language, unit, count);
    g_autofree char *first = dl_language_short_count(language, unit, count);
    g_autofree char *second = dl_language_short_count(language, minor, minor_count);
    return dl_fill(language->two_units, "length", first, "minor", second, NULL);
}

/* The first rung that a length reaches when it is rounded as on the rung below. */
static const Rung *find_rung(int64_t seconds) {
    const Rung *rung = rungs;
    while (rung->seconds > 0 &&
           round_to(seconds, (rung + 1)->minor_seconds) < rung->seconds)
        rung++;
    return rung;
}

/* Years that are over, by the calendar. */
static int64_t years_between(DlMoment from, DlMoment to) {
    const DlCivil first = dl_civil_from_moment(from), last = dl_civil_from_moment(to);
    const int64_t years = last.year - first.year;
    return years - (dl_moment_add_months(from, 12 * years) > to);
}

/* "65–66 years": the words of the longer one, with both numbers. */
static char *join_counts(const DlLanguage *language, DlUnit unit, int64_t shortest,
                         int64_t longest) {
    if (shortest == longest)
        return dl_language_count(language, unit, longest);
    g_autofree char *words = dl_language_count(language, unit, longest);
    g_autofree char *least = dl_language_number(language, (double)shortest, 0);
    g_autofree char *most = dl_language_number(language, (double)longest, 0);
    g_autofree char *both = dl_language_join(language, least, most);
    g_auto(GStrv) around = g_strsplit(words, most, 2);
    if (g_strv_length(around) == 2)
        return g_strjoinv(both, around);
    g_autofree char *other = dl_language_count(language, unit, shortest);
    return dl_fill(language->wide_join, "date", other, "end", words, NULL);
}

/* A length as dl_words_between words it. */
typedef struct {
    const Rung *rung;
    int64_t count, minor_count;
} Worded;

static Worded word_length(int64_t seconds) {
    const Rung *rung = find_rung(seconds);
    const int64_t rounded = round_to(seconds, rung->minor_seconds);
    return (Worded){rung, round_count(rounded / rung->unit_seconds),
                    rounded % rung->unit_seconds / rung->minor_seconds};
}

char *dl_words_between(DlMoment from, DlMoment to, const DlLanguage *language) {
    const Worded length = word_length(from < to ? to - from : from - to);
    return two_units(language, length.rung->unit, length.count, length.rung->minor,
                     length.minor_count);
}

char *dl_words_between_any(const DlMoment from[2], const DlMoment to[2],
                           const DlLanguage *language) {
    enum { MANY_YEARS = 3 };
    const int64_t least_years = years_between(from[0], to[0]);
    if (least_years >= MANY_YEARS)
        return join_counts(language, DL_UNIT_YEAR, round_count(least_years),
                           round_count(years_between(from[1], to[1])));
    const Worded least = word_length(to[0] - from[0]),
                 most = word_length(to[1] - from[1]);
    if (least.rung->unit == most.rung->unit && least.minor_count == 0 &&
        most.minor_count == 0)
        return join_counts(language, least.rung->unit, least.count, most.count);
    g_autofree char *first = dl_words_between(from[0], to[0], language);
    g_autofree char *last = dl_words_between(from[1], to[1], language);
    if (g_str_equal(first, last))
        return g_steal_pointer(&first);
    return dl_fill(language->wide_join, "date", first, "end", last, NULL);
}

char *dl_words_about(const char *length, const DlLanguage *language) {
    return dl_fill(language->about, "length", length, NULL);
}

typedef struct {
    DlUnit unit;
    int64_t count;
} Part;

/* The parts of a duration as it was written, as far as it tells. */
static int split_duration(const DlDuration *duration, Part parts[DL_N_UNITS]) {
    const bool weeks = duration->unit == 7 * DAY;
    const Part all[] = {
        {DL_UNIT_YEAR, duration->months / 12},
        {DL_UNIT_MONTH, duration->months % 12},
        {DL_UNIT_WEEK, weeks ? duration->days / 7 : 0},
        {DL_UNIT_DAY, weeks ? duration->days % 7 : duration->days},
        {DL_UNIT_HOUR, duration->seconds / HOUR},
        {DL_UNIT_MINUTE, duration->seconds / MINUTE % 60},
        {DL_UNIT_SECOND, duration->seconds % 60},
    };
    int n = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
        if (all[i].count != 0)
            parts[n++] = all[i];
    return n;
}

static char *word_parts(const Part *parts, int n, const DlLanguage *language) {
    if (n == 0)
        return dl_language_count(language, DL_UNIT_SECOND, 0);
    if (n == 1)
        return dl_language_count(language, parts[0].unit, parts[0].count);
    char *text = dl_language_short_count(language, parts[0].unit, parts[0].count);
    for (int i = 1; i < n; i++) {
        g_autofree char *longer = text;
        g_autofree char *part =
            dl_language_short_count(language, parts[i].unit, parts[i].count);
        text = dl_fill(language->two_units, "length", longer, "minor", part, NULL);
    }
    return text;
}

char *dl_words_duration(const DlDuration *duration, const DlLanguage *language) {
    Part parts[DL_N_UNITS];
    const int n = split_duration(duration, parts);
    g_autofree char *plain = word_parts(parts, n, language);
    g_autofree char *about = dl_fill(
        duration->approximate ? language->about : "{length}", "length", plain, NULL);
    return dl_fill(duration->uncertain ? language->unsure : "{length}", "length", about,
                   NULL);
}
