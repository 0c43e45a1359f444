/* Dates, ticks and phrases in words, in every language. */
#include "dating.h"

#include <locale.h>
#include <string.h>

#include "time/duration.h"
#include "time/language.h"
#include "time/zone.h"

static const char *const languages[] = {"en", "ar", "de", "fr", "ko", "zh"};

static const struct word_row {
    const char *name, *language, *text, *full, *small;
} words[] = {
    {"a day", "en", "1953-07-27", "27 July 1953", "27 July 1953"},
    {"a day of a long month", "en", "2025-09-03", "3 September 2025", "3 Sept 2025"},
    {"a month", "en", "2025-02", "February 2025", "Feb 2025"},
    {"a year", "en", "1959", "1959", "1959"},
    {"late in a year", "en", "2011-1X", "late 2011", "late 2011"},
    {"no part of a year", "en", "2011-0X", "2011", "2011"},
    {"some month", "en", "2011-XX", "2011", "2011"},
    {"early in a month", "en", "2011-09-0X", "early September 2011", "early Sept 2011"},
    {"the middle of a month", "en", "2011-09-1X", "mid-September 2011",
     "mid-Sept 2011"},
    {"late in a month", "en", "2011-09-2X", "late September 2011", "late Sept 2011"},
    {"some day", "en", "2011-09-XX", "September 2011", "Sept 2011"},
    {"about", "en", "1984~", "c. 1984", "c. 1984"},
    {"uncertain", "en", "1984?", "1984 (uncertain)", "1984 (uncertain)"},
    {"both", "en", "1984%", "c. 1984 (uncertain)", "c. 1984 (uncertain)"},
    {"an estimate", "en", "1950S2", "c. 1950", "c. 1950"},
    {"an uncertain estimate", "en", "1950S2%", "c. 1950 (uncertain)",
     "c. 1950 (uncertain)"},
    {"a decade", "en", "195X", "1950s", "1950s"},
    {"a decade that reads like a century", "en", "180X", "between 1800 and 1809",
     "between 1800 and 1809"},
    {"a century", "en", "18XX", "1800s", "1800s"},
    {"a century that reads like a millennium", "en", "20XX", "between 2000 and 2099",
     "between 2000 and 2099"},
    {"a century before Christ", "en", "-04XX", "between 500 BC and 401 BC",
     "between 500 BC and 401 BC"},
    {"some year", "en", "XXXX", "year unknown", "year unknown"},
    {"a day of some year", "en", "XXXX-12-25", "25 December, year unknown",
     "25 Dec, year unknown"},
    {"a day of a decade", "en", "156X-12-25", "25 December, 1560s", "25 Dec, 1560s"},
    {"from a year on", "en", "1500/..", "after 1500", "after 1500"},
    {"up to a year", "en", "../2023", "before 2023", "before 2023"},
    {"an unknown end", "en", "2023/", "from 2023, end not given",
     "from 2023, end not given"},
    {"an unknown start", "en", "/2023", "until 2023, start not given",
     "until 2023, start not given"},
    {"what lasts", "en", "2024-08-28/ongoing", "since 28 August 2024",
     "since 28 Aug 2024"},
    {"what lasts, no start", "en", "/ongoing", "ongoing, start not given",
     "ongoing, start not given"},
    {"ongoing", "en", "ongoing", "ongoing", "ongoing"},
    {"unknown", "en", "unknown", "date unknown", "date unknown"},
    {"before Christ", "en", "-0479", "480 BC", "480 BC"},
    {"the year 0", "en", "0000", "1 BC", "1 BC"},
    {"a day of an early year", "en", "0079-08-24", "24 August AD 79", "24 Aug AD 79"},
    {"deep time", "en", "Y-66000000", "66 million years ago", "66 million years ago"},
    {"deeper time", "en", "Y-13800000000", "13.8 billion years ago",
     "13.8 billion years ago"},
    {"stone age", "en", "Y-300000", "300,000 years ago", "300,000 years ago"},
    {"an exact ancient year", "en", "Y-10500", "10,501 BC", "10,501 BC"},
    {"a far year", "en", "Y12000", "AD 12,000", "AD 12,000"},
    {"the far future", "en", "Y5E9", "in 5 billion years", "in 5 billion years"},
    {"days of a month", "en", "2025-09-02/2025-09-03", "2–3 September 2025",
     "2–3 Sept 2025"},
    {"days of a year", "en", "2025-08-28/2025-09-03", "28 August – 3 September 2025",
     "28 Aug – 3 Sept 2025"},
    {"days of two years", "en", "2024-12-28/2025-01-03",
     "28 December 2024 – 3 January 2025", "28 Dec 2024 – 3 Jan 2025"},
    {"months of a year", "en", "2025-03/2025-05", "March–May 2025", "March–May 2025"},
    {"years", "en", "1945/1959", "1945–1959", "1945–1959"},
    {"years before Christ", "en", "-0489/-0478", "490–479 BC", "490–479 BC"},
    {"years around Christ", "en", "-0026/0014", "27 BC – AD 14", "27 BC – AD 14"},
    {"doubtful years", "en", "1945~/1959", "c. 1945 – 1959", "c. 1945 – 1959"},
    {"decades", "en", "195X/196X", "1950s–1960s", "1950s–1960s"},
    {"an interval of one day", "en", "2025-09-03/2025-09-03", "3 September 2025",
     "3 Sept 2025"},
    {"a minute", "en", "2025-09-03T20:13", "3 September 2025, 20:13 KST",
     "3 Sept 2025, 20:13"},
    {"a second of another zone", "en", "2025-09-03T20:13:55Z",
     "4 September 2025, 05:13:55 KST", "4 Sept 2025, 05:13:55"},
    {"a doubtful minute", "en", "2025-09-03T20:13~", "c. 3 September 2025, 20:13 KST",
     "c. 3 Sept 2025, 20:13"},
    {"times of a day", "en", "2025-09-03T20:13/2025-09-03T21:40",
     "3 September 2025, 20:13–21:40 KST", "3 Sept 2025, 20:13–21:40"},
    {"times of two days", "en", "2025-09-03T20:13/2025-09-04T01:00",
     "3 September 2025, 20:13 – 4 September 2025, 01:00 KST",
     "3 Sept 2025, 20:13 – 4 Sept 2025, 01:00"},
    {"spring", "en", "2011-21", "spring 2011", "spring 2011"},
    {"winter", "en", "2011-24", "winter 2011–2012", "winter 2011–2012"},
    {"winter of the south", "en", "2011-32", "winter 2011 (Southern Hemisphere)",
     "winter 2011 (Southern Hemisphere)"},
    {"a quarter", "en", "2011-34", "second quarter of 2011", "second quarter of 2011"},
    {"a third of a year", "en", "2011-37", "January–April 2011", "Jan–April 2011"},
    {"a half of a year", "en", "2011-40", "first half of 2011", "first half of 2011"},
    {"a German day", "de", "2025-09-03", "3. September 2025", "3. Sept. 2025"},
    {"German days", "de", "2025-09-02/2025-09-03", "2.–3. September 2025",
     "2.–3. Sept. 2025"},
    {"late in a German year", "de", "2011-1X", "Ende 2011", "Ende 2011"},
    {"since a German day", "de", "2024-08-28/ongoing", "seit dem 28. August 2024",
     "seit dem 28. Aug. 2024"},
    {"German deep time", "de", "Y-1500000", "vor 1,5 Millionen Jahren",
     "vor 1,5 Millionen Jahren"},
    {"the first of a French month", "fr", "2025-05-01", "1er mai 2025", "1er mai 2025"},
    {"since a French day", "fr", "2024-08-28/ongoing", "depuis le 28 août 2024",
     "depuis le 28 août 2024"},
    {"French deep time", "fr", "Y-1500000", "il y a 1,5 million d’années",
     "il y a 1,5 million d’années"},
    {"a Korean day", "ko", "2025-09-03", "2025년 9월 3일", "2025년 9월 3일"},
    {"Korean years before Christ", "ko", "-0489/-0478", "기원전 490~479년",
     "기원전 490~479년"},
    {"Korean deep time", "ko", "Y-66000000", "6,600만 년 전", "6,600만 년 전"},
    {"about a Chinese year", "zh", "1984~", "约1984年", "约1984年"},
    {"Chinese days", "zh", "2025-09-02/2025-09-03", "2025年9月2日至3日",
     "2025年9月2日至3日"},
    {"an Arabic day", "ar", "1953-07-27", "27 يوليو 1953", "27 يوليو 1953"},
};

static void check_words(const struct word_row *row) {
    const DlLanguage *language = dl_language_find(row->language);
    g_autoptr(DlZone) seoul = dl_zone_new("Asia/Seoul");
    const DlDate read = read_date(row->text);
    const DlDate date = dl_date_in_zone(&read, seoul);
    g_autofree char *full = dl_words_date(&date, language, DL_WORDS_FULL, seoul);
    g_autofree char *small = dl_words_date(&date, language, DL_WORDS_SHORT, NULL);
    assert_string_equal(full, row->full);
    assert_string_equal(small, row->small);
}

static const struct time_row {
    const char *name, *language, *text, *expected;
} times[] = {
    {"a time of a day", "en", "2025-09-03T20:13", "20:13 KST"},
    {"two times of a day", "en", "2024-03-04T02:50/2024-03-04T03:26",
     "02:50–03:26 KST"},
    {"a time in doubt", "en", "2024-03-04T02:05~", "c. 02:05 KST"},
    {"times of two days", "en", "2024-03-04T19:40/2024-03-05T02:30",
     "19:40 – 02:30 KST"},
    {"a day without a time", "en", "2025-09-03", "3 Sept 2025"},
    {"an Arabic time", "ar", "2025-09-03T20:13", "20:13 KST"},
    {"Korean times", "ko", "2024-03-04T02:50/2024-03-04T03:26", "02:50~03:26 KST"},
};

static void test_times(void **state) {
    const struct time_row *row = *state;
    g_autoptr(DlZone) seoul = dl_zone_new("Asia/Seoul");
    const DlDate date = read_date(row->text);
    g_autofree char *time =
        dl_words_date(&date, dl_language_find(row->language), DL_WORDS_TIME, seoul);
    assert_string_equal(time, row->expected);
}

static const struct word_row sets[] = {
    {"one of a set", "en", "[1667,1668,1670..1672]", "1667, 1668 or 1670–1672",
     "1667, 1668 or 1670–1672"},
    {"all of a set", "en", "{1960,1961-12}", "1960 and December 1961",
     "1960 and Dec 1961"},
    {"a set of one", "en", "[1667]", "1667", "1667"},
    {"a set in doubt", "en", "[1667~,1668?]", "c. 1667 or 1668 (uncertain)",
     "c. 1667 or 1668 (uncertain)"},
    {"days in a set", "en", "[2025-09-02..2025-09-03,2025-09-05]",
     "2–3 September 2025 or 5 September 2025", "2–3 Sept 2025 or 5 Sept 2025"},
    {"a set that is open", "en", "[..1667,1670..]", "1667 or earlier or 1670 or later",
     "1667 or earlier or 1670 or later"},
    {"a German set", "de", "[1667,1668-03,1670..]",
     "1667, März 1668 oder 1670 oder später", "1667, März 1668 oder 1670 oder später"},
    {"a French set", "fr", "{..1960,1961-12-01}", "1960 et avant et 1er décembre 1961",
     "1960 et avant et 1er déc. 1961"},
    {"a Korean set", "ko", "[1667,1668]", "1667년 또는 1668년", "1667년 또는 1668년"},
    {"a Chinese set", "zh", "{1667,1668,1670}", "1667年、1668年和1670年",
     "1667年、1668年和1670年"},
    {"an Arabic set", "ar", "[1667,1668,1670]", "1667، 1668 أو 1670",
     "1667، 1668 أو 1670"},
    {"a range of deep time says its unit once", "en", "Y-2430000000~/Y-2220000000~",
     "about 2.43–2.22 billion years ago", "about 2.43–2.22 billion years ago"},
    {"unless they are two", "en", "Y-1200000000/Y-900000000",
     "1.2 billion years ago – 900 million years ago",
     "1.2 billion years ago – 900 million years ago"},
    {"without doubt", "ko", "Y-66000000/Y-65000000", "6,600~6,500만 년 전",
     "6,600~6,500만 년 전"},
    {"about deep time", "en", "Y-66000000~", "about 66 million years ago",
     "about 66 million years ago"},
    {"about German deep time", "de", "Y-66000000~", "vor etwa 66 Millionen Jahren",
     "vor etwa 66 Millionen Jahren"},
    {"about a German day", "de", "2025-09-03~", "um den 3. September 2025",
     "um den 3. Sept. 2025"},
    {"about a French day", "fr", "2025-05-01~", "vers le 1er mai 2025",
     "vers le 1er mai 2025"},
};

static void test_words(void **state) {
    check_words(*state);
}

static const struct tick_row {
    const char *name, *date;
    DlTickUnit unit;
    const char *english, *korean;
} ticks[] = {
    {"a second", "2025-09-03T20:13:55", DL_TICK_SECOND, "20:13:55", "20:13:55"},
    {"a minute", "2025-09-03T20:13", DL_TICK_MINUTE, "20:13", "20:13"},
    {"an hour", "2025-09-03T20:00", DL_TICK_HOUR, "20:00", "20:00"},
    {"a day", "2025-09-03", DL_TICK_DAY, "Wed 3 Sept", "9월 3일(수)"},
    {"a month", "2025-09", DL_TICK_MONTH, "Sept 2025", "2025년 9월"},
    {"a year", "1955", DL_TICK_YEAR, "1955", "1955년"},
    {"the year 0 is not on an axis", "0000", DL_TICK_YEAR, "1 BC", "기원전 1년"},
    {"the first year", "0001", DL_TICK_YEAR, "AD 1", "서기 1년"},
    {"a thousand years before", "-0999", DL_TICK_YEAR, "1000 BC", "기원전 1000년"},
    {"deep time", "Y-2E9", DL_TICK_YEAR, "2 billion years ago", "20억 년 전"},
};

static void test_tick(void **state) {
    const struct tick_row *row = *state;
    const DlDate date = read_date(row->date);
    const DlLanguage *korean = dl_language_find("ko");
    g_autofree char *actual =
        dl_words_tick(date.start.min, row->unit, dl_language_english());
    g_autofree char *other = dl_words_tick(date.start.min, row->unit, korean);
    assert_string_equal(actual, row->english);
    assert_string_equal(other, row->korean);
}

static int count(const char *text, const char *wanted) {
    int n = 0;
    for (const char *at = text; (at = strstr(at, wanted)) != NULL; at++)
        n++;
    return n;
}

static void test_quotes(void **state) {
    static const struct {
        const char *language, *title, *expected;
    } rows[] = {
        {"en", "Forty hours", "“Forty hours”"},
        {"en", "“No ship,” says office", "“‘No ship,’ says office”"},
        {"de", "„Kein Schiff“, sagt das Amt", "„‚Kein Schiff‘, sagt das Amt“"},
        {"fr", "Quarante heures", "«\u00a0Quarante heures\u00a0»"},
        {"ar", "أربعون ساعة", "«أربعون ساعة»"},
        {"ar", "베이징", "«\u2068베이징\u2069»"},
        {"en", "أربعون ساعة", "“\u2068أربعون ساعة\u2069”"},
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *quoted =
            dl_phrase_quote(dl_language_find(rows[i].language), rows[i].title);
        assert_string_equal(quoted, rows[i].expected);
    }
}

static void test_phrases(void **state) {
    (void)state;
    const DlLanguage *english = dl_language_english();
    for (size_t i = 0; i < G_N_ELEMENTS(languages); i++) {
        const DlLanguage *language = dl_language_find(languages[i]);
        assert_non_null(language);
        for (int j = 0; j < DL_MAX_PHRASES && english->phrases[j] != NULL; j++) {
            const char *text = language->phrases[j];
            assert_non_null(text);
            assert_int_equal(count(text, "%s"), count(english->phrases[j], "%s"));
            assert_int_equal(count(text, "%"), count(text, "%s"));
        }
    }
}

static void test_find_language(void **state) {
    (void)state;
    assert_ptr_equal(dl_language_find("en-GB"), dl_language_english());
    assert_ptr_equal(dl_language_find("EN"), dl_language_english());
    assert_ptr_equal(dl_language_find("zh_Hant"), dl_language_find("zh"));
    assert_null(dl_language_find("eng"));
    assert_null(dl_language_find("tlh"));
    assert_null(dl_language_find(""));
}

static void check_text(char *text) {
    g_autofree char *owned = text;
    assert_true(g_utf8_validate(owned, -1, NULL));
    assert_null(strpbrk(owned, "{}"));
    assert_int_not_equal(owned[0], '\0');
}

/* Every language can word every date of the tables. */
static void test_all_languages(void **state) {
    (void)state;
    g_autoptr(DlZone) seoul = dl_zone_new("Asia/Seoul");
    for (size_t i = 0; i < G_N_ELEMENTS(languages) * G_N_ELEMENTS(words); i++) {
        const DlLanguage *language =
            dl_language_find(languages[i / G_N_ELEMENTS(words)]);
        const DlDate read = read_date(words[i % G_N_ELEMENTS(words)].text);
        const DlDate date = dl_date_in_zone(&read, seoul);
        check_text(dl_words_date(&date, language, DL_WORDS_FULL, seoul));
    }
}

/* Every month, weekday, unit and form of a counted word. */
static void test_all_tables(void **state) {
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(languages); i++) {
        const DlLanguage *language = dl_language_find(languages[i]);
        for (int day = 0; day < 366; day++) {
            const DlMoment moment = day * DL_SECONDS_A_DAY;
            check_text(dl_words_tick(moment, DL_TICK_DAY, language));
            check_text(dl_words_tick(moment, DL_TICK_MONTH, language));
            for (int unit = 0; unit < 6; unit++) {
                const int64_t units[] = {1, 60, 3600, 86400, 2629746, 31556952};
                check_text(dl_words_between(0, day * units[unit], language));
                const DlDuration days = {.days = day, .unit = units[unit]};
                check_text(dl_words_duration(&days, language));
            }
        }
    }
}

/* A comma for a point and another first day of the week change nothing. */
static void test_locale(void **state) {
    (void)state;
    if (setlocale(LC_ALL, "de_DE.UTF-8") == NULL)
        skip();
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        check_words(&words[i]);
    setlocale(LC_ALL, "C");
}

static const struct fact facts[] = {
    {"phrases have the same holes in every language", test_phrases},
    {"a title is quoted as its language does, and what it quotes too", test_quotes},
    {"a language is found by its first tag", test_find_language},
    {"every language words every date", test_all_languages},
    {"every language has all its words", test_all_tables},
    {"no locale changes the words", test_locale},
};

int main(void) {
    return run_rows(test_words, words) + run_rows(test_words, sets) +
           run_rows(test_times, times) + run_rows(test_tick, ticks) +
           run_rows(check_fact, facts);
}
