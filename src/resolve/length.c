#include "resolve/length.h"

/* Sums of hostile durations stay far from overflow. */
static const DlMoment FARTHEST = INT64_C(4000000000000000000);

/* Which end of a range is asked for. */
typedef enum { LEAST, MOST } End;

bool dl_duration_is_doubtful(const DlDuration *duration) {
    return duration->approximate || duration->uncertain;
}

static void add_units(DlDuration *duration, int number) {
    if (duration->unit % DL_SECONDS_A_MONTH == 0)
        duration->months += number * (duration->unit / DL_SECONDS_A_MONTH);
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

/* A later moment of the range has an earlier sum: midnight at the end of a shorter
 * month. */
static bool is_undercut(const Months *months, DlRange range) {
    return months->here.day >= months->there_days &&
           months->here.day < months->here_days &&
           range.latest >= next_day(&months->here);
}

/* An earlier moment of the range has a later sum. */
static bool is_outdone(const Months *months, DlRange range) {
    return months->here.day > months->there_days &&
           range.earliest < next_day(&months->here) - DL_SECONDS_A_DAY;
}

/* The first or the last second of the last day. */
static DlMoment at_last_day(const Months *months, End end) {
    const DlMoment midnight = at_day(months, months->there_days, false);
    return end == LEAST ? midnight : midnight + DL_SECONDS_A_DAY - 1;
}

static DlMoment after(DlRange range, const DlDuration *duration, End end) {
    const DlMoment from = end == LEAST ? range.earliest : range.latest;
    if (!dl_moment_is_finite(from))
        return from;
    DlMoment sum = dl_moment_add(from, duration);
    if (duration->months != 0) {
        const Months months = months_away(from, duration->months);
        if (end == LEAST ? is_undercut(&months, range) : is_outdone(&months, range))
            sum = at_last_day(&months, end) + seconds_beside_months(duration);
    }
    return limit(sum);
}

DlMoment dl_length_least_after(DlRange range, const DlDuration *duration) {
    return after(range, duration, LEAST);
}

DlMoment dl_length_most_after(DlRange range, const DlDuration *duration) {
    return after(range, duration, MOST);
}

static DlMoment before(DlMoment moment, const DlDuration *duration, End end) {
    if (!dl_moment_is_finite(moment))
        return moment;
    moment -= seconds_beside_months(duration);
    if (duration->months == 0)
        return limit(moment);
    const Months months = months_away(moment, -duration->months);
    if (months.here.day > months.there_days)
        return limit(at_last_day(&months, MOST) + (end == LEAST ? 1 : 0));
    const bool is_last = end == MOST && months.here.day == months.here_days;
    return limit(at_day(&months, is_last ? months.there_days : months.here.day, true));
}

DlMoment dl_length_latest_before(DlMoment moment, const DlDuration *duration) {
    return before(moment, duration, MOST);
}

DlMoment dl_length_earliest_before(DlMoment moment, const DlDuration *duration) {
    return before(moment, duration, LEAST);
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

static int64_t seconds(const DlDuration *duration, End end) {
    if (duration->months <= 0)
        return dl_duration_seconds(duration);
    const int64_t years = duration->months / 12, rest = duration->months % 12;
    const int64_t days =
        years * 365 + (end == LEAST
                           ? fewest_leap_days(years) + days_of_months[rest].least
                           : most_leap_days(years) + days_of_months[rest].most);
    return days * DL_SECONDS_A_DAY + seconds_beside_months(duration);
}

int64_t dl_length_least_seconds(const DlDuration *duration) {
    return seconds(duration, LEAST);
}

int64_t dl_length_most_seconds(const DlDuration *duration) {
    return seconds(duration, MOST);
}

bool dl_length_is_possible(DlRange from, DlRange to, const DlDuration *duration) {
    if (dl_moment_is_finite(from.latest) && dl_moment_is_finite(to.earliest) &&
        dl_length_most_after(from, duration) < to.earliest - duration->unit)
        return false;
    return !dl_moment_is_finite(from.earliest) || !dl_moment_is_finite(to.latest) ||
           dl_length_least_after(from, duration) <= to.latest + duration->unit;
}
