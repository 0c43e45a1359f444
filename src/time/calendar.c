#include "time/calendar.h"

#include <glib.h>
#include <inttypes.h>

static const int64_t DAYS_AN_ERA = 146097;   /* 400 years */
static const int64_t DAYS_TO_EPOCH = 719468; /* from 0000-03-01 to 1970-01-01 */

int64_t dl_divide_down(int64_t number, int64_t by) {
    return number / by - (number % by < 0);
}

bool dl_year_is_leap(int64_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int dl_days_in_month(int64_t year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    g_assert(month >= 1 && month <= 12);
    return month == 2 && dl_year_is_leap(year) ? 29 : days[month - 1];
}

int64_t dl_days_from_civil(int64_t year, int month, int day) {
    /* Years begin in March, so that the leap day is the last of its year. */
    const int64_t months = (int64_t)month - 3;
    const int64_t shifted = year + dl_divide_down(months, 12);
    const int64_t from_march = months - 12 * dl_divide_down(months, 12);
    const int64_t era = dl_divide_down(shifted, 400);
    const int64_t of_era = shifted - era * 400;
    const int64_t day_of_year = (153 * from_march + 2) / 5 + day - 1;
    const int64_t day_of_era = of_era * 365 + of_era / 4 - of_era / 100 + day_of_year;
    return era * DAYS_AN_ERA + day_of_era - DAYS_TO_EPOCH;
}

static DlCivil civil_from_days(int64_t days) {
    const int64_t shifted = days + DAYS_TO_EPOCH;
    const int64_t era = dl_divide_down(shifted, DAYS_AN_ERA);
    const int64_t of_era = shifted - era * DAYS_AN_ERA;
    const int64_t year_of_era =
        (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    const int64_t day_of_year =
        of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int64_t from_march = (5 * day_of_year + 2) / 153;
    const int month = (int)(from_march < 10 ? from_march + 3 : from_march - 9);
    return (DlCivil){
        .year = year_of_era + era * 400 + (month <= 2),
        .month = month,
        .day = (int)(day_of_year - (153 * from_march + 2) / 5 + 1),
    };
}

DlMoment dl_moment_from_civil(DlCivil civil) {
    const int64_t days = dl_days_from_civil(civil.year, civil.month, civil.day);
    return days * DL_SECONDS_A_DAY + civil.hour * INT64_C(3600) +
           civil.minute * INT64_C(60) + civil.second;
}

DlCivil dl_civil_from_moment(DlMoment moment) {
    const int64_t days = dl_divide_down(moment, DL_SECONDS_A_DAY);
    const int seconds = (int)(moment - days * DL_SECONDS_A_DAY);
    DlCivil civil = civil_from_days(days);
    civil.hour = seconds / 3600;
    civil.minute = seconds / 60 % 60;
    civil.second = seconds % 60;
    return civil;
}

int dl_weekday(DlMoment moment) {
    /* 1970-01-01 was a Thursday. */
    const int64_t days = dl_divide_down(moment, DL_SECONDS_A_DAY) + 3;
    return (int)(days - 7 * dl_divide_down(days, 7)) + 1;
}

bool dl_moment_is_finite(DlMoment moment) {
    return moment != DL_MOMENT_MIN && moment != DL_MOMENT_MAX;
}

DlMoment dl_moment_add_months(DlMoment moment, int64_t months) {
    if (months == 0 || !dl_moment_is_finite(moment))
        return moment;
    DlCivil civil = dl_civil_from_moment(moment);
    const int64_t sum = civil.month - 1 + months;
    const int64_t years = dl_divide_down(sum, 12);
    civil.year += years;
    civil.month = (int)(sum - years * 12) + 1;
    civil.day = MIN(civil.day, dl_days_in_month(civil.year, civil.month));
    return dl_moment_from_civil(civil);
}

char *dl_year_to_text(int64_t year) {
    if (year > 9999 || year < -9999)
        return g_strdup_printf("Y%" PRId64, year);
    return g_strdup_printf("%s%04" PRId64, year < 0 ? "-" : "",
                           year < 0 ? -year : year);
}

char *dl_day_to_text(DlMoment moment) {
    const DlCivil civil = dl_civil_from_moment(moment);
    g_autofree char *year = dl_year_to_text(civil.year);
    return g_strdup_printf("%s-%02d-%02d", year, civil.month, civil.day);
}

char *dl_clock_to_text(DlMoment moment, int offset) {
    const DlCivil civil = dl_civil_from_moment(moment - offset);
    g_autofree char *day = dl_day_to_text(moment - offset);
    return g_strdup_printf("%sT%02d:%02d:%02dZ", day, civil.hour, civil.minute,
                           civil.second);
}
