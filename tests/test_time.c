#include "dating.h"

#include "time/calendar.h"
#include "time/duration.h"
#include "time/zone.h"

#define DURATIONS                                                                      \
    "write PT2H30M for two and a half hours, P3D for 3 days, P66Y for 66 years, "      \
    "PT20H~ for about 20 hours"

static const struct wrong_row {
    const char *name, *text, *expected;
} wrong_durations[] = {
    {"words are no duration", "2 hours", DURATIONS},
    {"a P is none", "P", DURATIONS},
    {"a T needs a time", "P1DT", DURATIONS},
    {"hours stand after a T", "P1H", DURATIONS},
    {"units stand in their order", "P1M1Y", DURATIONS},
    {"a unit stands once", "PT1H1H", DURATIONS},
    {"nothing follows the doubt", "PT1H~~", DURATIONS},
    {"fractions", "PT2.5H", "write whole numbers: PT2H30M, not PT2.5H"},
    {"negative", "-P3D", "a duration cannot be negative"},
    {"too long", "P20000000001Y", "longer than 20 billion years"},
    {"too many months", "P99999999999999999M", "longer than 20 billion years"},
    {"too long in sum", "P20000000000Y1D", "longer than 20 billion years"},
    {"empty", "", DURATIONS},
};

static void test_wrong_duration(void **state) {
    const struct wrong_row *row = *state;
    DlDuration duration;
    g_autofree char *reason = NULL;
    assert_false(dl_duration_parse(row->text, &duration, &reason));
    assert_string_equal(reason, row->expected);
}

static const struct sum_row {
    const char *name, *date, *duration, *expected;
} sums[] = {
    {"a month later is its last day at most", "2025-01-31", "P1M", "2025-02-28"},
    {"in a leap year that is the 29th", "2024-01-31", "P1M", "2024-02-29"},
    {"months are added at once, not one by one", "2025-01-31", "P2M", "2025-03-31"},
    {"years come with the months", "2023-01-31", "P1Y1M", "2024-02-29"},
    {"a leap day has its year in four", "2024-02-29", "P4Y", "2028-02-29"},
    {"a leap day becomes the 28th", "2024-02-29", "P1Y", "2025-02-28"},
    {"months come before days", "2025-01-31", "P1M1D", "2025-03-01"},
    {"weeks are seven days", "2025-12-28", "P1W", "2026-01-04"},
    {"hours pass midnight", "2025-12-31", "PT24H", "2026-01-01"},
    {"years pass the year 0", "-0001-12-31", "P2Y", "0001-12-31"},
    {"all of time", "Y-20000000000", "P20000000000Y", "0000-01-01"},
};

static void test_sum(void **state) {
    const struct sum_row *row = *state;
    const DlDate date = read_date(row->date);
    DlDuration duration;
    g_autofree char *reason = NULL;
    assert_true(dl_duration_parse(row->duration, &duration, &reason));
    g_autofree char *actual = dl_day_to_text(dl_moment_add(date.start.min, &duration));
    assert_string_equal(actual, row->expected);
}

static const struct zone_row {
    const char *name, *zone, *moment, *expected;
} zones[] = {
    {"Seoul", "Asia/Seoul", "2025-09-03T11:13Z", "2025-09-03T20:13 KST"},
    {"Seoul had a summer time in 1988", "Asia/Seoul", "1988-07-01T00:00Z",
     "1988-07-01T10:00 KDT"},
    {"UTC", "UTC", "2025-09-03T11:13+09:00", "2025-09-03T02:13 UTC"},
    {"Z", "Z", "2025-09-03T11:13Z", "2025-09-03T11:13 UTC"},
    {"an offset", "+05:30", "2025-09-03T11:13Z", "2025-09-03T16:43 +05:30"},
    {"west of UTC", "-03:30", "2025-09-03T11:13Z", "2025-09-03T07:43 -03:30"},
    {"a zone whose clock has no name", "Asia/Dubai", "2025-09-03T11:13Z",
     "2025-09-03T15:13 +04:00"},
    {"winter in New York", "America/New_York", "2025-01-15T12:00Z",
     "2025-01-15T07:00 EST"},
    {"summer in New York", "America/New_York", "2025-07-15T12:00Z",
     "2025-07-15T08:00 EDT"},
    {"a name of three parts", "America/Argentina/Buenos_Aires", "2025-07-15T12:00Z",
     "2025-07-15T09:00 -03:00"},
    {"a name with digits", "Etc/GMT-14", "2025-07-15T12:00Z",
     "2025-07-16T02:00 +14:00"},
    {"a clock time without a zone stays", "Asia/Seoul", "2025-09-03T20:13",
     "2025-09-03T20:13 KST"},
    {"the same in summer", "America/New_York", "2025-07-15T12:00",
     "2025-07-15T12:00 EDT"},
    {"an hour after the clock goes forward", "Europe/Berlin", "2025-03-30T03:30",
     "2025-03-30T03:30 CEST"},
    {"an hour that comes twice is the first", "Europe/Berlin", "2025-10-26T02:30",
     "2025-10-26T02:30 CEST"},
    {"an hour after that", "Europe/Berlin", "2025-10-26T03:30", "2025-10-26T03:30 CET"},
    {"a day does not move", "Asia/Seoul", "2025-09-03", "2025-09-03T00:00 KST"},
};

static void test_zone(void **state) {
    const struct zone_row *row = *state;
    g_autoptr(DlZone) zone = dl_zone_new(row->zone);
    assert_non_null(zone);
    const DlDate read = read_date(row->moment);
    const DlBound bound = dl_date_in_zone(&read, zone).start;
    const DlCivil civil = dl_civil_from_moment(bound.min);
    g_autofree char *day = dl_day_to_text(bound.min);
    g_autofree char *name = dl_zone_abbreviation(zone, bound.min - bound.offset);
    g_autofree char *actual =
        g_strdup_printf("%sT%02d:%02d %s", day, civil.hour, civil.minute, name);
    assert_string_equal(actual, row->expected);
}

static const struct shown_row {
    const char *name, *zone, *date, *reason; /* "": the clock shows it once */
} shown[] = {
    {"an hour that is there", "Europe/Paris", "2025-03-30T03:00", ""},
    {"the last minute before a gap", "Europe/Paris", "2025-03-30T01:59", ""},
    {"a gap", "Europe/Paris", "2025-03-30T02:30",
     "02:30 on 30 March 2025 does not exist in Europe/Paris: the clocks go forward"},
    {"a gap in the south", "America/Santiago", "2024-09-08T00:00",
     "00:00 on 8 September 2024 does not exist in America/Santiago: the clocks go "
     "forward"},
    {"half an hour is repeated", "Australia/Lord_Howe", "2025-04-06T01:45",
     "01:45 on 6 April 2025 comes twice in Australia/Lord_Howe, where the clocks go "
     "back: write its distance from UTC, +11:00 for the first or +10:30 for the "
     "second"},
    {"the minute after it", "Australia/Lord_Howe", "2025-04-06T02:00", ""},
    {"a day that Samoa left out", "Pacific/Apia", "2011-12-30T12:00",
     "12:00 on 30 December 2011 does not exist in Pacific/Apia: the clocks go forward"},
    {"the day before it", "Pacific/Apia", "2011-12-29T12:00", ""},
    {"the day after it", "Pacific/Apia", "2011-12-31T12:00", ""},
    {"that day without a clock time", "Pacific/Apia", "2011-12-30", ""},
    {"an offset tells the repeats apart", "Europe/Paris", "2025-10-26T02:30+01:00", ""},
    {"the end of an interval", "Europe/Paris", "2025-10-26T01:30/2025-10-26T02:30",
     "02:30 on 26 October 2025 comes twice in Europe/Paris, where the clocks go back: "
     "write its distance from UTC, +02:00 for the first or +01:00 for the second"},
    {"no clock changes in UTC", "UTC", "2025-03-30T02:30", ""},
    {"nor in Seoul", "Asia/Seoul", "2025-03-30T02:30", ""},
    {"but in 1988 it did", "Asia/Seoul", "1988-05-08T02:30",
     "02:30 on 8 May 1988 does not exist in Asia/Seoul: the clocks go forward"},
    {"an open end", "Europe/Paris", "2025-03-30T01:30/..", ""},
};

static void test_shown(void **state) {
    const struct shown_row *row = *state;
    g_autoptr(DlZone) zone = dl_zone_new(row->zone);
    const DlDate date = read_date(row->date);
    g_autofree char *reason = NULL;
    assert_int_equal(dl_date_check_zone(&date, zone, &reason), row->reason[0] == '\0');
    assert_string_equal(reason != NULL ? reason : "", row->reason);
}

static const struct no_zone_row {
    const char *name, *zone;
} no_zones[] = {
    {"a file is no zone", "/etc/hostname"},
    {"a path is no zone", "../../../etc/passwd"},
    {"the machine's zone is no zone", "localtime"},
    {"a POSIX rule is no zone", "Foo5"},
    {"another POSIX rule is no zone", "EST5EDT,M3.2.0,M11.1.0"},
    {"an unknown city", "Asia/Pyeongchang"},
    {"a table of the database", "zone.tab"},
    {"zones with leap seconds", "right/Asia/Seoul"},
    {"nothing", ""},
    {"an offset beyond all", "+15:00"},
    {"an offset without a colon", "+0900"},
    {"a folder", "Asia"},
    {"a line end", "UTC\n"},
};

static void test_no_zone(void **state) {
    const struct no_zone_row *row = *state;
    DlZone *zone = dl_zone_new(row->zone);
    const bool found = zone != NULL;
    dl_zone_free(zone);
    assert_false(found);
}

static void test_days_equal_glib(void **state) {
    (void)state;
    g_autoptr(GRand) random = g_rand_new_with_seed(1953);
    for (int i = 0; i < 100000; i++) {
        const int64_t julian = g_rand_int_range(random, 1, 3652060);
        g_autoptr(GDate) date = g_date_new_julian((guint32)julian);
        const int64_t days = dl_days_from_civil(
            g_date_get_year(date), (int)g_date_get_month(date), g_date_get_day(date));
        assert_int_equal(days, julian - 719163);
        const DlMoment moment = days * DL_SECONDS_A_DAY;
        const DlCivil civil = dl_civil_from_moment(moment + 86399);
        assert_int_equal(civil.year, g_date_get_year(date));
        assert_int_equal(civil.month, g_date_get_month(date));
        assert_int_equal(civil.day, g_date_get_day(date));
        assert_int_equal(dl_weekday(moment), g_date_get_weekday(date));
    }
}

static void test_months_equal_glib(void **state) {
    (void)state;
    g_autoptr(GRand) random = g_rand_new_with_seed(1959);
    for (int i = 0; i < 100000; i++) {
        const int64_t julian = g_rand_int_range(random, 1, 3000000);
        const int months = g_rand_int_range(random, 0, 12000);
        g_autoptr(GDate) date = g_date_new_julian((guint32)julian);
        g_date_add_months(date, (guint)months);
        const DlMoment sum =
            dl_moment_add_months((julian - 719163) * DL_SECONDS_A_DAY, months);
        assert_int_equal(sum / DL_SECONDS_A_DAY,
                         g_date_get_julian(date) - INT64_C(719163));
    }
}

static void test_round_trips(void **state) {
    (void)state;
    g_autoptr(GRand) random = g_rand_new_with_seed(2025);
    const int64_t span = INT64_C(20000000000) * 31556952;
    for (int i = 0; i < 200000; i++) {
        const DlMoment moment =
            (int64_t)(g_rand_double_range(random, -1, 1) * (double)span);
        const DlCivil civil = dl_civil_from_moment(moment);
        assert_int_equal(dl_moment_from_civil(civil), moment);
        assert_in_range(civil.month, 1, 12);
        assert_in_range(civil.day, 1, dl_days_in_month(civil.year, civil.month));
        assert_in_range(civil.hour, 0, 23);
    }
}

/* What is written out is read back as the same year. */
static void test_years_round_trip(void **state) {
    (void)state;
    g_autoptr(GRand) random = g_rand_new_with_seed(66);
    for (int i = 0; i < 20000; i++) {
        const double scale = i % 2 == 0 ? 12000 : (double)DL_YEAR_LIMIT;
        const int64_t year = (int64_t)(g_rand_double_range(random, -1, 1) * scale);
        g_autofree char *text = dl_year_to_text(year);
        const DlDate date = read_date(text);
        assert_int_equal(dl_civil_from_moment(date.start.min).year, year);
        assert_int_equal(dl_civil_from_moment(date.end.max).year, year);
    }
}

static const struct fact facts[] = {
    {"days are those of GLib", test_days_equal_glib},
    {"months later are those of GLib", test_months_equal_glib},
    {"moments round trip over 20 billion years", test_round_trips},
    {"years round trip through text", test_years_round_trip},
};

int main(void) {
    return run_rows(test_wrong_duration, wrong_durations) + run_rows(test_sum, sums) +
           run_rows(test_zone, zones) + run_rows(test_shown, shown) +
           run_rows(test_no_zone, no_zones) + run_rows(check_fact, facts);
}
