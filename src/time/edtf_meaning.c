#include <inttypes.h>
#include <string.h>

#include "time/edtf.h"
#include "time/language.h"
#include "time/refuse.h"

static const int64_t COMMON_YEAR = 2001, LEAP_YEAR = 2000;

typedef struct {
    int first_month, n_months; /* the first may lie in the next year: 13 is January */
} Season;

enum { FIRST_SEASON = 21, LAST_SEASON = 41 };

/* 21-24 and, of the two halves of the Earth, 25-32; quarters, thirds and halves of
 * the year. */
static const Season seasons[] = {
    {3, 3},  {6, 3},  {9, 3},  {12, 3}, {3, 3}, {6, 3}, {9, 3},
    {12, 3}, {9, 3},  {12, 3}, {3, 3},  {6, 3}, {1, 3}, {4, 3},
    {7, 3},  {10, 3}, {1, 4},  {5, 4},  {9, 4}, {1, 6}, {7, 6},
};
G_STATIC_ASSERT(G_N_ELEMENTS(seasons) == LAST_SEASON - FIRST_SEASON + 1);

static bool is_given(const DlDigits *digits) {
    return digits->text[0] != '\0';
}

static bool admits(const DlDigits *digits, int number) {
    return !is_given(digits) || dl_digits_match(digits, number);
}

/* The first (step 1) or last (step -1) number from `from` to `to` that the digits
 * admit; 0: none. */
static int find_number(const DlDigits *digits, int from, int to) {
    const int step = from <= to ? 1 : -1;
    for (int number = from; number != to + step; number += step)
        if (admits(digits, number))
            return number;
    return 0;
}

/* The first or last day of a year that month and day admit. */
static bool find_day(const DlSpelling *spelling, int64_t year, bool last,
                     DlCivil *civil) {
    for (int i = 1; i <= 12; i++) {
        const int month = last ? 13 - i : i;
        if (!admits(&spelling->month, month))
            continue;
        const int length = dl_days_in_month(year, month);
        const int day =
            find_number(&spelling->day, last ? length : 1, last ? 1 : length);
        if (day != 0) {
            *civil = (DlCivil){.year = year, .month = month, .day = day};
            return true;
        }
    }
    return false;
}

/* The number with another digit in the place of every open one. */
static int fill_open(const DlDigits *digits, char digit) {
    int number = 0;
    for (const char *at = digits->text; *at != '\0'; at++)
        number = number * 10 + ((*at == 'X' ? digit : *at) - '0');
    return number;
}

/* The first or last day of all years that a year with open digits admits. */
static bool find_date(const DlSpelling *spelling, bool last, DlCivil *civil) {
    const int lowest = MAX(fill_open(&spelling->year, '0'), spelling->negative);
    const int highest = fill_open(&spelling->year, '9');
    const bool downwards = last != spelling->negative;
    const bool leap_day = !find_day(spelling, COMMON_YEAR, last, civil);
    for (int i = 0; i <= highest - lowest; i++) {
        const int number = downwards ? highest - i : lowest + i;
        const int64_t year = spelling->negative ? -number : number;
        if ((!leap_day || dl_year_is_leap(year)) &&
            dl_digits_match(&spelling->year, number))
            return find_day(spelling, year, last, civil);
    }
    return false;
}

static int64_t year_number(const DlSpelling *spelling) {
    return spelling->long_year ? spelling->year_number
                               : g_ascii_strtoll(spelling->year.text, NULL, 10);
}

static int64_t year_of(const DlSpelling *spelling) {
    const int64_t number = year_number(spelling);
    return spelling->negative ? -number : number;
}

/* From how many years on the digits of the year count: 100 for 1950S2. */
static int64_t year_step(const DlSpelling *spelling) {
    const int64_t number = year_number(spelling);
    int n_digits = DL_YEAR_DIGITS;
    for (int64_t rest = number / 10000; rest > 0; rest /= 10)
        n_digits++;
    int64_t step = 1;
    for (int i = spelling->significant; i > 0 && i < n_digits; i++)
        step *= 10;
    return step;
}

/* The first open digit tells. */
static DlPrecision precision_of_year(const DlDigits *year) {
    static const DlPrecision precisions[DL_YEAR_DIGITS] = {
        DL_PRECISION_MILLENNIUM, DL_PRECISION_MILLENNIUM, DL_PRECISION_CENTURY,
        DL_PRECISION_DECADE};
    const char *open = strchr(year->text, 'X');
    return open == NULL ? DL_PRECISION_YEAR : precisions[open - year->text];
}

static DlPrecision precision_of_step(int64_t step) {
    return step >= 1000  ? DL_PRECISION_MILLENNIUM
           : step == 100 ? DL_PRECISION_CENTURY
                         : DL_PRECISION_DECADE;
}

static DlPrecision precision_of(const DlSpelling *spelling) {
    if (is_given(&spelling->day))
        return spelling->clock;
    if (is_given(&spelling->month))
        return DL_PRECISION_MONTH;
    const int64_t step = year_step(spelling);
    if (step > 1)
        return precision_of_step(step);
    return precision_of_year(&spelling->year);
}

/* 1945-59 is no month, but may be meant as two years. */
static bool check_month(const DlSpelling *spelling, char **reason) {
    const DlDigits *month = &spelling->month;
    if (!is_given(month) || find_number(month, 1, 12) != 0)
        return true;
    const int64_t year = year_of(spelling);
    const int64_t other = year / 100 * 100 + g_ascii_strtoll(month->text, NULL, 10);
    if (year <= 0 || other <= year || is_given(&spelling->day) ||
        dl_digits_are_open(month) || dl_digits_are_open(&spelling->year))
        return dl_refuse(reason, "month %s does not exist", month->text);
    return dl_refuse(reason,
                     "month %s does not exist; two years are written "
                     "%04" PRId64 "/%04" PRId64,
                     month->text, year, other);
}

static bool check_day_number(const DlDigits *day, char **reason) {
    if (!is_given(day) || find_number(day, 1, 31) != 0)
        return true;
    return dl_refuse(reason, "day %s does not exist", day->text);
}

/* Says which year has not which day: "1953 has no 30 February". */
static bool refuse_day(const DlSpelling *spelling, char **reason) {
    g_autofree char *number = dl_year_to_text(year_of(spelling));
    const char *year =
        dl_digits_are_open(&spelling->year) ? spelling->year.text : number;
    const char *day = spelling->day.text + (spelling->day.text[0] == '0');
    const int month = find_number(&spelling->month, 1, 12);
    return dl_refuse(reason, "%s has no %s %s", year, day,
                     dl_language_english()->months[month - 1]);
}

static bool check_clock(const DlSpelling *spelling, char **reason) {
    if (spelling->clock == DL_PRECISION_DAY)
        return true;
    if (!is_given(&spelling->day) || dl_digits_are_open(&spelling->day) ||
        dl_digits_are_open(&spelling->month) || dl_digits_are_open(&spelling->year))
        return dl_refuse(reason, "a clock time needs a whole day before it");
    if (spelling->hour == 24)
        return dl_refuse(reason, "write 00:00 of the next day, not 24:00");
    if (spelling->hour > 24)
        return dl_refuse(reason, "hour %d does not exist", spelling->hour);
    if (spelling->minute > 59)
        return dl_refuse(reason, "minute %d does not exist", spelling->minute);
    if (spelling->second == 60)
        return dl_refuse(reason, "leap seconds are not supported: write :59");
    if (spelling->second > 60)
        return dl_refuse(reason, "second %d does not exist", spelling->second);
    return true;
}

static bool check_year(const DlSpelling *spelling, char **reason) {
    if (!spelling->negative || !admits(&spelling->year, 0) || spelling->long_year ||
        dl_digits_are_open(&spelling->year))
        return true;
    return dl_refuse(reason, "write 0000 for 1 BC, not -0000");
}

static bool resolve_years(const DlSpelling *spelling, DlCivil *first, DlCivil *last) {
    const int64_t step = year_step(spelling);
    const int64_t lowest = year_number(spelling) / step * step;
    const int64_t highest = MIN(lowest + step - 1, DL_YEAR_LIMIT);
    return find_day(spelling, spelling->negative ? -highest : lowest, false, first) &&
           find_day(spelling, spelling->negative ? -lowest : highest, true, last);
}

static bool resolve_range(const DlSpelling *spelling, DlCivil *first, DlCivil *last) {
    if (!dl_digits_are_open(&spelling->year))
        return resolve_years(spelling, first, last);
    /* Most impossible days are so in every year: do not try ten thousand. */
    return find_day(spelling, LEAP_YEAR, false, first) &&
           find_date(spelling, false, first) && find_date(spelling, true, last);
}

static void set_clock(const DlSpelling *spelling, DlCivil *first, DlCivil *last) {
    const bool to_second = spelling->clock == DL_PRECISION_SECOND;
    if (spelling->clock == DL_PRECISION_DAY) {
        last->hour = 23;
        last->minute = last->second = 59;
        return;
    }
    first->hour = last->hour = spelling->hour;
    first->minute = last->minute = spelling->minute;
    first->second = spelling->second;
    last->second = to_second ? spelling->second : 59;
}

static bool resolve(const DlSpelling *spelling, DlBound *bound, char **reason);

static bool resolve_season(const DlSpelling *spelling, int number, DlBound *bound,
                           char **reason) {
    if (is_given(&spelling->day))
        return dl_refuse(reason, "%d is a season, and seasons have no days", number);
    DlSpelling whole = *spelling;
    whole.month = (DlDigits){""};
    if (!resolve(&whole, bound, reason))
        return false;
    const Season season = seasons[number - FIRST_SEASON];
    const DlMoment last_january = dl_moment_from_civil(
        (DlCivil){.year = dl_civil_from_moment(bound->max).year, .month = 1, .day = 1});
    bound->min = dl_moment_add_months(bound->min, season.first_month - 1);
    bound->max =
        dl_moment_add_months(last_january, season.first_month - 1 + season.n_months) -
        1;
    bound->precision = DL_PRECISION_SEASON;
    bound->season = number;
    return true;
}

static int season_of(const DlSpelling *spelling) {
    if (!is_given(&spelling->month) || dl_digits_are_open(&spelling->month))
        return 0;
    const int number = (int)g_ascii_strtoll(spelling->month.text, NULL, 10);
    return number >= FIRST_SEASON && number <= LAST_SEASON ? number : 0;
}

/* RFC 9557: Z says nothing of the zone's clock, an offset is that of the clock, and may
 * be rounded to minutes. */
static bool agree(const DlSpelling *spelling, DlMoment local) {
    if (spelling->offset == 0)
        return true;
    const int shown = dl_zone_offset_at(spelling->zone, local - spelling->offset);
    return ABS(shown - spelling->offset) < 60;
}

static bool apply_zone(const DlSpelling *spelling, DlBound *bound, char **reason) {
    if (spelling->zone == NULL)
        return true;
    if (!spelling->zoned) {
        bound->zoned = true;
        return dl_zone_offset_of_clock(spelling->zone, bound->min, &bound->offset,
                                       reason);
    }
    return agree(spelling, bound->min) ||
           dl_refuse(reason, "the offset is not that of the zone beside it at "
                             "that time: leave one of them out");
}

/* What a spelling can mean; false and a reason where it is an impossible date. */
static bool resolve(const DlSpelling *spelling, DlBound *bound, char **reason) {
    const int season = season_of(spelling);
    if (season != 0)
        return resolve_season(spelling, season, bound, reason);
    if (!check_year(spelling, reason) || !check_month(spelling, reason) ||
        !check_day_number(&spelling->day, reason) || !check_clock(spelling, reason))
        return false;
    DlCivil first, last;
    if (!resolve_range(spelling, &first, &last))
        return refuse_day(spelling, reason);
    set_clock(spelling, &first, &last);
    *bound = (DlBound){
        .kind = DL_BOUND_KNOWN,
        .min = dl_moment_from_civil(first),
        .max = dl_moment_from_civil(last),
        .precision = precision_of(spelling),
        .uncertain = spelling->uncertain,
        .approximate = spelling->approximate,
        .unspecified = dl_digits_are_open(&spelling->year) ||
                       dl_digits_are_open(&spelling->month) ||
                       dl_digits_are_open(&spelling->day),
        .estimated = year_step(spelling) > 1,
        .estimate = year_of(spelling),
        .zoned = spelling->zoned,
        .offset = spelling->offset,
    };
    return apply_zone(spelling, bound, reason);
}

bool dl_edtf_read(const char *text, DlBound *bound, char **reason) {
    DlSpelling spelling;
    return dl_spelling_read(text, &spelling, reason) &&
           resolve(&spelling, bound, reason);
}
