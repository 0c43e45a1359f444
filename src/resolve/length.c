#include "resolve/length.h"

/* Sums of hostile durations stay far from overflow. */
static const DlMoment FARTHEST = INT64_C(4000000000000000000);
static const int64_t MONTH_UNIT =
    2629746; /* as a duration has it: 365.2425 / 12 days */

bool dl_duration_is_doubtful(const DlDuration *duration) {
    return duration->approximate || duration->uncertain;
}

static void add_units(DlDuration *duration, int number) {
    if (duration->unit % MONTH_UNIT == 0)
        duration->months += number * (duration->unit / MONTH_UNIT);
    else
        duration->seconds += number * duration->unit;
}

DlLength dl_length_of(const DlDuration *duration, bool loose) {
    DlLength length = {*duration, *duration};
    if (!loose)
        return length;
    add_units(&length.shortest, -1);
    add_units(&length.longest, 1);
    if (dl_length_least_seconds(&length.shortest) < 0)
        length.shortest = (DlDuration){0};
    return length;
}

bool dl_length_is_zero(const DlLength *length) {
    return dl_duration_seconds(&length->longest) == 0;
}

static bool is_bound(DlMoment moment) {
    return moment != DL_MOMENT_MIN && moment != DL_MOMENT_MAX;
}

/* A moment and the same one some months away, by their months alone. */
typedef struct {
    DlCivil here, there; /* `there` is the first of its month */
    int here_days, there_days;
} Months;

static Months months_away(DlMoment moment, int64_t months) {
    DlCivil here = dl_civil_from_moment(moment);
    const DlCivil first = {.year = here.year, .month = here.month, .day = 1};
    const DlCivil there =
        dl_civil_from_moment(dl_moment_add_months(dl_moment_from_civil(first), months));
    return (Months){here, there, dl_days_in_month(here.year, here.month),
                    dl_days_in_month(there.year, there.month)};
}

static DlMoment at_day(const Months *months, int day, bool keeps_clock) {
    DlCivil civil = months->there;
    civil.day = day;
    if (keeps_clock) {
        civil.hour = months->here.hour;
        civil.minute = months->here.minute;
        civil.second = months->here.second;
    }
    return dl_moment_from_civil(civil);
}

static DlMoment next_day(const DlCivil *civil) {
    return (dl_days_from_civil(civil->year, civil->month, civil->day) + 1) *
           DL_SECONDS_A_DAY;
}

static DlMoment limit(DlMoment moment) {
    return CLAMP(moment, -FARTHEST, FARTHEST);
}

static int64_t seconds_beside_months(const DlDuration *duration) {
    return duration->days * DL_SECONDS_A_DAY + duration->seconds;
}

DlMoment dl_length_least_after(DlRange range, const DlDuration *duration) {
    if (!is_bound(range.earliest))
        return range.earliest;
    DlMoment sum = dl_moment_add_months(range.earliest, duration->months);
    if (duration->months != 0) {
        const Months months = months_away(range.earliest, duration->months);
        if (months.here.day >= months.there_days &&
            months.here.day < months.here_days &&
            range.latest >= next_day(&months.here))
            sum = at_day(&months, months.there_days, false);
    }
    return limit(sum + seconds_beside_months(duration));
}

DlMoment dl_length_most_after(DlRange range, const DlDuration *duration) {
    if (!is_bound(range.latest))
        return range.latest;
    DlMoment sum = dl_moment_add_months(range.latest, duration->months);
    if (duration->months != 0) {
        const Months months = months_away(range.latest, duration->months);
        if (months.here.day > months.there_days &&
            range.earliest < next_day(&months.here) - DL_SECONDS_A_DAY)
            sum = at_day(&months, months.there_days, false) + DL_SECONDS_A_DAY - 1;
    }
    return limit(sum + seconds_beside_months(duration));
}

DlMoment dl_length_latest_before(DlMoment moment, const DlDuration *duration) {
    if (!is_bound(moment))
        return moment;
    moment -= seconds_beside_months(duration);
    if (duration->months == 0)
        return limit(moment);
    const Months months = months_away(moment, -duration->months);
    if (months.here.day > months.there_days)
        return limit(at_day(&months, months.there_days, false) + DL_SECONDS_A_DAY - 1);
    const bool is_last = months.here.day == months.here_days;
    return limit(at_day(&months, is_last ? months.there_days : months.here.day, true));
}

DlMoment dl_length_earliest_before(DlMoment moment, const DlDuration *duration) {
    if (!is_bound(moment))
        return moment;
    moment -= seconds_beside_months(duration);
    if (duration->months == 0)
        return limit(moment);
    const Months months = months_away(moment, -duration->months);
    if (months.here.day > months.there_days)
        return limit(at_day(&months, months.there_days, false) + DL_SECONDS_A_DAY);
    return limit(at_day(&months, months.here.day, true));
}

/* Of up to eleven months in a row: the fewest days, where the last of them may be cut
 * short at the end of February, and the most. */
static const struct {
    int least, most;
} days_of_months[] = {
    {0, 0},     {28, 31},   {59, 62},   {89, 92},   {120, 123}, {150, 153},
    {181, 184}, {212, 215}, {242, 245}, {273, 276}, {303, 306}, {334, 337},
};

/* 97 of 400 years are leap years, but seven in a row may lack one. */
static int64_t fewest_leap_days(int64_t years) {
    return MAX(0, years * 97 / 400 - 1);
}

static int64_t most_leap_days(int64_t years) {
    return MIN((years + 3) / 4, years * 97 / 400 + 2);
}

int64_t dl_length_least_seconds(const DlDuration *duration) {
    if (duration->months <= 0)
        return dl_duration_seconds(duration);
    const int64_t years = duration->months / 12;
    const int64_t days = years * 365 + fewest_leap_days(years) +
                         days_of_months[duration->months % 12].least;
    return days * DL_SECONDS_A_DAY + seconds_beside_months(duration);
}

int64_t dl_length_most_seconds(const DlDuration *duration) {
    if (duration->months <= 0)
        return dl_duration_seconds(duration);
    const int64_t years = duration->months / 12;
    const int64_t days = years * 365 + most_leap_days(years) +
                         days_of_months[duration->months % 12].most;
    return days * DL_SECONDS_A_DAY + seconds_beside_months(duration);
}

bool dl_length_is_possible(DlRange from, DlRange to, const DlDuration *duration) {
    if (is_bound(from.latest) && is_bound(to.earliest) &&
        dl_length_most_after(from, duration) < to.earliest - duration->unit)
        return false;
    return !is_bound(from.earliest) || !is_bound(to.latest) ||
           dl_length_least_after(from, duration) <= to.latest + duration->unit;
}
