/* Patterns of dates: the key `dates` of a chart. */
#include "dating.h"

#include "time/words.h"

static const struct pattern_row {
    const char *name, *pattern, *language, *text, *expected;
} patterns[] = {
    {"the parts of a day", "{weekday} {day} {month} {year}", "en", "2025-09-03",
     "Wed 3 September 2025"},
    {"numbers", "{yyyy}-{mm}-{dd}", "en", "2025-09-03", "2025-09-03"},
    {"numbers without zeros", "{m}/{d}/{year}", "en", "2025-09-03", "9/3/2025"},
    {"a short month", "{mon} {d}", "en", "2025-09-03", "Sept 3"},
    {"a month of another language", "{day} {month} {year}", "fr", "1953-08-01",
     "1er août 1953"},
    {"a year is a number in every language", "{year}.{mm}", "ko", "2025-09", "2025.09"},
    {"a clock time", "{hh}:{min} {zone}", "en", "2025-09-03T20:13Z", "05:13 KST"},
    {"seconds", "{hh}:{min}:{ss}", "en", "2025-09-03T20:13:55", "20:13:55"},
    {"a clock time may be left out", "{day} {month}", "en", "2025-09-03T20:13",
     "3 September"},
    {"before Christ", "{d}.{m}.{year}", "en", "-0043-03-15", "15.3.44 BC"},
    {"as the file has it", "{yyyy}", "en", "-0043", "-0043"},
    {"an early year", "{year}", "en", "0079", "AD 79"},
    {"a year has no day", "{day} {month} {year}", "en", "1959", "1959"},
    {"a month has no day", "{yyyy}-{mm}-{dd}", "en", "1959-03", "1959-03"},
    {"nor a clock time", "{day} {month}, {hh}:{min}", "en", "1959-03", "March 1959"},
    {"a day has no clock time", "{hh}:{min}", "en", "2025-09-03", "3 September 2025"},
    {"a minute has no second", "{hh}:{min}:{ss}", "en", "2025-09-03T20:13", "20:13"},
    {"a decade has no year", "{year}", "en", "195X", "1950s"},
    {"a season has no month", "{mm}/{year}", "en", "2011-21", "spring 2011"},
    {"an open day is none", "{dd}.{mm}.{year}", "en", "2011-09-XX", "September 2011"},
    {"an estimate is no year", "{yyyy}", "en", "1950S2", "c. 1950"},
    {"doubt stands around it", "{yyyy}-{mm}", "en", "2025-09%",
     "c. 2025-09 (uncertain)"},
    {"both ends of an interval", "{dd}.{mm}.", "en", "2025-09-02/2025-09-03",
     "02.09.–03.09."},
    {"an open end", "{yyyy}-{mm}", "en", "2025-09/..", "after 2025-09"},
    {"an interval with an end without the parts", "{yyyy}-{mm}", "en", "2025-09/2026",
     "September 2025 – 2026"},
    {"a set", "{yyyy}-{mm}", "en", "[2025-09,2026-01..2026-03]",
     "2025-09 or 2026-01–2026-03"},
    {"a set with a member without the parts", "{yyyy}-{mm}", "en", "[2025-09,2026]",
     "September 2025 or 2026"},
    {"no date", "{year}", "en", "unknown", "date unknown"},
    {"what lasts", "{year}", "en", "2024-08-28/ongoing", "since 2024"},
};

static void test_pattern(void **state) {
    const struct pattern_row *row = *state;
    g_autofree char *reason = NULL;
    assert_true(dl_pattern_check(row->pattern, &reason));
    g_autoptr(DlZone) seoul = dl_zone_new("Asia/Seoul");
    const DlDate read = read_date(row->text);
    const DlDate date = dl_date_in_zone(&read, seoul);
    g_autofree char *actual =
        dl_words_pattern(&date, row->pattern, dl_language_find(row->language), seoul);
    assert_string_equal(actual, row->expected);
}

static const struct wrong_pattern_row {
    const char *name, *pattern, *reason;
} wrong_patterns[] = {
    {"a part that is none", "{foo}",
     "{foo} is not a part of a date; there are {year} {yyyy} {month} {mon} {m} {mm} "
     "{day} {d} {dd} {weekday} {hh} {min} {ss} {zone}"},
    {"a brace that stays open", "{year", "a { and a } of it are no pair"},
    {"a brace that was never opened", "year}", "a { and a } of it are no pair"},
    {"braces in braces", "{{year}}", "a { and a } of it are no pair"},
    {"text alone", "%Y-%m-%d", "it has no part of a date, such as {year}"},
    {"nothing", "", "it has no part of a date, such as {year}"},
};

static void test_wrong_pattern(void **state) {
    const struct wrong_pattern_row *row = *state;
    g_autofree char *reason = NULL;
    assert_false(dl_pattern_check(row->pattern, &reason));
    assert_string_equal(reason, row->reason);
}

static void test_long_pattern(void **state) {
    (void)state;
    g_autofree char *spaces = g_strnfill(1000000, ' ');
    g_autofree char *pattern = g_strconcat("{year}", spaces, NULL);
    g_autofree char *reason = NULL;
    assert_false(dl_pattern_check(pattern, &reason));
    assert_string_equal(reason, "it is too long");
}

/* Without a zone to name, a pattern that names one does not fit. */
static void test_pattern_without_zone(void **state) {
    (void)state;
    const DlDate date = read_date("2025-09-03T20:13");
    g_autofree char *actual =
        dl_words_pattern(&date, "{hh}:{min} {zone}", dl_language_english(), NULL);
    assert_string_equal(actual, "3 September 2025, 20:13");
}

static const struct fact facts[] = {
    {"a pattern has an end", test_long_pattern},
    {"a pattern does not name a zone that is not named", test_pattern_without_zone},
};

int main(void) {
    return run_rows(test_pattern, patterns) +
           run_rows(test_wrong_pattern, wrong_patterns) + run_rows(check_fact, facts);
}
