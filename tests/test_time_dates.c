#include "dating.h"

#include <string.h>

#include "time/duration.h"

static char *bound_to_text(const DlBound *bound) {
    static const char *const kinds[] = {"known", "unknown", "open", "ongoing"};
    static const char *const precisions[] = {"second",  "minute",    "hour", "day",
                                             "month",   "season",    "year", "decade",
                                             "century", "millennium"};
    if (bound->kind != DL_BOUND_KNOWN)
        return g_strdup(kinds[bound->kind]);
    g_autofree char *moments = moments_to_text(bound);
    g_autofree char *estimate =
        bound->estimated ? g_strdup_printf(" S%" G_GINT64_FORMAT, bound->estimate)
                         : g_strdup("");
    assert_true(bound->set == NULL || bound->all_of == (bound->set[0] == '{'));
    return g_strdup_printf("%s %s%s%s%s%s%s%s%s", moments, precisions[bound->precision],
                           bound->uncertain ? " ?" : "", bound->approximate ? " ~" : "",
                           bound->unspecified ? " X" : "", bound->zoned ? " zoned" : "",
                           estimate, bound->set != NULL ? " " : "",
                           bound->set != NULL ? bound->set : "");
}

static char *date_to_text(const DlDate *date) {
    g_autofree char *start = bound_to_text(&date->start);
    g_autofree char *end = bound_to_text(&date->end);
    if (date->interval)
        return g_strconcat(start, " / ", end, NULL);
    assert_string_equal(start, end);
    return g_steal_pointer(&start);
}

static const struct date_row {
    const char *name, *text, *expected;
} dates[] = {
    {"a day is its seconds", "1953-07-27", "1953-07-27..1953-07-27 day"},
    {"a month has its last day", "2024-02", "2024-02-01..2024-02-29 month"},
    {"a year is all its days", "1959", "1959-01-01..1959-12-31 year"},
    {"year 0 is there", "0000", "0000-01-01..0000-12-31 year"},
    {"a year can be negative", "-0479", "-0479-01-01..-0479-12-31 year"},
    {"a day before Christ", "-0043-03-15", "-0043-03-15..-0043-03-15 day"},
    {"a long year has a Y", "Y12000", "Y12000-01-01..Y12000-12-31 year"},
    {"a long year can be negative", "Y-66000000",
     "Y-66000000-01-01..Y-66000000-12-31 year"},
    {"an exponent adds zeros", "Y-17E7", "Y-170000000-01-01..Y-170000000-12-31 year"},
    {"years go to 20 billion", "Y20000000000",
     "Y20000000000-01-01..Y20000000000-12-31 year"},
    {"a minute is its 60 seconds", "2025-09-03T20:13",
     "2025-09-03T20:13:00Z..2025-09-03T20:13:59Z minute"},
    {"a second is itself", "2025-09-03T20:13:55",
     "2025-09-03T20:13:55Z..2025-09-03T20:13:55Z second"},
    {"Z is UTC", "2025-09-03T20:13Z",
     "2025-09-03T20:13:00Z..2025-09-03T20:13:59Z minute zoned"},
    {"an offset is kept", "2025-09-03T20:13+09:00",
     "2025-09-03T11:13:00Z..2025-09-03T11:13:59Z minute zoned"},
    {"an offset can be hours alone", "1985-04-12T23:20:30-04",
     "1985-04-13T03:20:30Z..1985-04-13T03:20:30Z second zoned"},
    {"offsets go to +14:00", "2016-05-02T16:54:59+14:00",
     "2016-05-02T02:54:59Z..2016-05-02T02:54:59Z second zoned"},
    {"a zone by its name", "2025-09-03T20:13 Asia/Seoul",
     "2025-09-03T11:13:00Z..2025-09-03T11:13:59Z minute zoned"},
    {"a zone in brackets", "2025-09-03T20:13:55[America/Argentina/Buenos_Aires]",
     "2025-09-03T23:13:55Z..2025-09-03T23:13:55Z second zoned"},
    {"a zone beside its offset", "2025-10-26T02:30+01:00[Europe/Paris]",
     "2025-10-26T01:30:00Z..2025-10-26T01:30:59Z minute zoned"},
    {"a zone beside UTC", "2025-09-03T20:13Z[Europe/Paris]",
     "2025-09-03T20:13:00Z..2025-09-03T20:13:59Z minute zoned"},
    {"a zone and doubt", "2025-09-03T20:13 Asia/Seoul?",
     "2025-09-03T11:13:00Z..2025-09-03T11:13:59Z minute ? zoned"},
    {"zones at both sides of an interval",
     "2025-09-03T20:13 Etc/GMT-9/2025-09-03T21:00[Asia/Seoul]",
     "2025-09-03T11:13:00Z..2025-09-03T11:13:59Z minute zoned / "
     "2025-09-03T12:00:00Z..2025-09-03T12:00:59Z minute zoned"},
    {"a zone, and a long year after it", "2025-09-03T20:13 Asia/Seoul/Y12000",
     "2025-09-03T11:13:00Z..2025-09-03T11:13:59Z minute zoned / "
     "Y12000-01-01..Y12000-12-31 year"},
    {"a zone, and an end that lasts", "2025-09-03T20:13 Asia/Seoul/ongoing",
     "2025-09-03T11:13:00Z..2025-09-03T11:13:59Z minute zoned / ongoing"},
    {"one of a set", "[1667, 1668 ,1670..1672]",
     "1667-01-01..1672-12-31 year [1667,1668,1670..1672]"},
    {"all of a set", "{1960, 1961-12}", "1960-01-01..1961-12-31 year {1960,1961-12}"},
    {"a set in any order", "[1668-02,1667-12-24]",
     "1667-12-24..1668-02-29 month [1668-02,1667-12-24]"},
    {"a set with doubt", "[1667?,166X]",
     "1660-01-01..1669-12-31 decade ? X [1667?,166X]"},
    {"all that is earlier", "[..1984]", "null..1984-12-31 year [..1984]"},
    {"all that is later", "{1667,1760-12..}", "1667-01-01..null year {1667,1760-12..}"},
    {"a clock time can be in doubt", "2025-09-03T20:13?",
     "2025-09-03T20:13:00Z..2025-09-03T20:13:59Z minute ?"},
    {"? is uncertain", "1984?", "1984-01-01..1984-12-31 year ?"},
    {"~ is approximate", "2004-06~", "2004-06-01..2004-06-30 month ~"},
    {"% is both", "2004-06-11%", "2004-06-11..2004-06-11 day ? ~"},
    {"doubt of a part is doubt of the date", "2004-06~-11",
     "2004-06-11..2004-06-11 day ~"},
    {"doubt may stand before a part", "?2004-06-~11", "2004-06-11..2004-06-11 day ? ~"},
    {"a decade", "195X", "1950-01-01..1959-12-31 decade X"},
    {"a century", "19XX", "1900-01-01..1999-12-31 century X"},
    {"a millennium", "2XXX", "2000-01-01..2999-12-31 millennium X"},
    {"a year of which nothing is known", "XXXX", "0000-01-01..9999-12-31 millennium X"},
    {"a decade before Christ", "-048X", "-0489-01-01..-0480-12-31 decade X"},
    {"the first decade before year 0", "-000X", "-0009-01-01..-0001-12-31 decade X"},
    {"any year before Christ", "-XXXX", "-9999-01-01..-0001-12-31 millennium X"},
    {"a leap day of a century before Christ", "-04XX-02-29",
     "-0496-02-29..-0400-02-29 day X"},
    {"a digit within a year", "1X59", "1059-01-01..1959-12-31 millennium X"},
    {"months 10 to 12", "2011-1X", "2011-10-01..2011-12-31 month X"},
    {"months 01 to 09", "2011-0X", "2011-01-01..2011-09-30 month X"},
    {"any month", "2011-XX", "2011-01-01..2011-12-31 month X"},
    {"any day", "2011-09-XX", "2011-09-01..2011-09-30 day X"},
    {"days 01 to 09", "2011-09-0X", "2011-09-01..2011-09-09 day X"},
    {"day 30 alone", "2011-09-3X", "2011-09-30..2011-09-30 day X"},
    {"any day of any month", "1985-XX-XX", "1985-01-01..1985-12-31 day X"},
    {"a day of a decade", "156X-12-25", "1560-12-25..1569-12-25 day X"},
    {"leap days of a decade alone", "195X-02-29", "1952-02-29..1956-02-29 day X"},
    {"only months that have the day", "2025-XX-31", "2025-01-31..2025-12-31 day X"},
    {"a year to two digits", "1950S2", "1900-01-01..1999-12-31 century S1950"},
    {"a year to three digits", "1950S3", "1950-01-01..1959-12-31 decade S1950"},
    {"a year to all digits", "1950S4", "1950-01-01..1950-12-31 year"},
    {"a year before Christ to two digits", "-0480S2",
     "-0499-01-01..-0400-12-31 century S-480"},
    {"a long year to three digits", "Y171010000S3",
     "Y171000000-01-01..Y171999999-12-31 millennium S171010000"},
    {"an exponent to three digits", "Y3388E2S3",
     "Y338000-01-01..Y338999-12-31 millennium S338800"},
    {"an estimate ends where time does", "Y20000000000S1",
     "Y20000000000-01-01..Y20000000000-12-31 millennium S20000000000"},
    {"spring", "2011-21", "2011-03-01..2011-05-31 season"},
    {"winter ends in the next year", "2011-24", "2011-12-01..2012-02-29 season"},
    {"spring of the south", "2011-29", "2011-09-01..2011-11-30 season"},
    {"a quarter", "2001-34", "2001-04-01..2001-06-30 season"},
    {"a third of a year", "2001-39", "2001-09-01..2001-12-31 season"},
    {"a half of a year", "2001-41", "2001-07-01..2001-12-31 season"},
    {"an interval of days", "2025-09-02/2025-09-03",
     "2025-09-02..2025-09-02 day / 2025-09-03..2025-09-03 day"},
    {"an interval of unlike ends", "2004-02-01/2005",
     "2004-02-01..2004-02-01 day / 2005-01-01..2005-12-31 year"},
    {"each side has its own doubt", "1945~/1959?",
     "1945-01-01..1945-12-31 year ~ / 1959-01-01..1959-12-31 year ?"},
    {"open digits at both sides", "2004-06-XX/2004-07-03",
     "2004-06-01..2004-06-30 day X / 2004-07-03..2004-07-03 day"},
    {"an end may lie within the start", "2025/2025-03",
     "2025-01-01..2025-12-31 year / 2025-03-01..2025-03-31 month"},
    {"a later clock can be an earlier moment",
     "2025-09-03T10:00+09:00/2025-09-03T02:00Z",
     "2025-09-03T01:00:00Z..2025-09-03T01:00:59Z minute zoned / "
     "2025-09-03T02:00:00Z..2025-09-03T02:00:59Z minute zoned"},
    {"an open end", "2023/..", "2023-01-01..2023-12-31 year / open"},
    {"an open start", "../2023", "open / 2023-01-01..2023-12-31 year"},
    {"an unknown end", "2023/", "2023-01-01..2023-12-31 year / unknown"},
    {"an unknown start", "/2023", "unknown / 2023-01-01..2023-12-31 year"},
    {"an end that lasts", "2024-08-28/ongoing", "2024-08-28..2024-08-28 day / ongoing"},
    {"lasting, since nobody knows when", "/ongoing", "unknown / ongoing"},
    {"ongoing alone", "ongoing", "ongoing"},
    {"unknown alone", "unknown", "unknown"},
};

static void test_date(void **state) {
    const struct date_row *row = *state;
    const DlDate date = read_date(row->text);
    g_autofree char *actual = date_to_text(&date);
    assert_string_equal(actual, row->expected);
}

#define FORMS                                                                          \
    "write a date as 2025-09-03, 2025-09, 2025, 195X (a decade), 1984~ (about) or "    \
    "1945/1959 (from, to)"
#define OFFSETS                                                                        \
    "write the distance from UTC as +09:00 or Z; it lies between -12:00 and +14:00"

#define NO_ZONE(name)                                                                  \
    "`" name "` is not a time zone: write an IANA name such as Asia/Seoul, or the "    \
    "distance from UTC, +09:00"

static const struct date_row refusals[] = {
    {"February has no 30th", "1953-02-30", "1953 has no 30 February"},
    {"1953 is no leap year", "1953-02-29", "1953 has no 29 February"},
    {"1900 is no leap year", "1900-02-29", "1900 has no 29 February"},
    {"April has 30 days", "2016-04-31", "2016 has no 31 April"},
    {"no year that ends in 1 is a leap year", "1XX1-02-29", "1XX1 has no 29 February"},
    {"an open day that no month has", "XXXX-02-3X", "XXXX has no 3X February"},
    {"there is no month 13", "2025-13", "month 13 does not exist"},
    {"there is no month 0", "2016-00", "month 00 does not exist"},
    {"there is no month 2X", "2016-2X", "month 2X does not exist"},
    {"there is no day 0", "2016-05-00", "day 00 does not exist"},
    {"there is no day 32", "2016-05-32", "day 32 does not exist"},
    {"a season has no days", "2011-21-03", "21 is a season, and seasons have no days"},
    {"a year is not minus 0", "-0000", "write 0000 for 1 BC, not -0000"},
    {"24:00 is the next day", "2016-05-02T24:00",
     "write 00:00 of the next day, not 24:00"},
    {"there is no hour 25", "2016-05-02T25:00", "hour 25 does not exist"},
    {"there is no minute 61", "2016-05-02T00:61:00", "minute 61 does not exist"},
    {"there is no second 61", "2016-05-02T00:00:61", "second 61 does not exist"},
    {"a leap second", "2016-12-31T23:59:60",
     "leap seconds are not supported: write :59"},
    {"parts of a second", "2016-05-02T16:54:59.042",
     "fractions of a second are not supported: write whole seconds"},
    {"an hour alone", "2016-05-02T16",
     "an hour needs its minutes: write a clock time as 20:13 or 20:13:55, or the day "
     "alone"},
    {"a clock time without a colon", "2016-05-02T1654",
     "write a clock time as 20:13 or 20:13:55"},
    {"a clock time of no day", "2016-05T16:00",
     "a clock time needs a whole day before it"},
    {"a clock time of an open day", "2016-05-XXT16:00",
     "a clock time needs a whole day before it"},
    {"too far east", "2016-05-02T12:00:00+14:01", OFFSETS},
    {"too far west", "2016-05-02T12:00:00-12:01", OFFSETS},
    {"minus zero from UTC", "2016-05-02T12:00:00-00:00", OFFSETS},
    {"an offset of too many digits", "2016-05-02T12:00+09:00:00", OFFSETS},
    {"a zone that is none", "2025-09-03T20:13[Asia/Soul]", NO_ZONE("Asia/Soul")},
    {"the short name of a zone", "2025-09-03T20:13 KST", NO_ZONE("KST")},
    {"a file for a zone", "2025-09-03T20:13 ../../etc/passwd", FORMS},
    {"a file for a zone in brackets", "2025-09-03T20:13[..]", NO_ZONE("..")},
    {"nothing for a zone", "2025-09-03T20:13[]", NO_ZONE("")},
    {"an offset for a zone", "2025-09-03T20:13 +09:00",
     "write 2025-09-03T20:13+09:00, not 2025-09-03T20:13 +09:00"},
    {"a zone that is not closed", "2025-09-03T20:13[Asia/Seoul",
     "the name of a zone that begins with [ ends with ]"},
    {"a zone of a day", "2025-09-03 Asia/Seoul", FORMS},
    {"an offset that its zone never had", "2025-09-03T20:13+08:00[Asia/Seoul]",
     "the offset is not that of the zone beside it at that time: leave one of them "
     "out"},
    {"an hour that the zone leaves out", "2025-03-30T02:30 Europe/Paris",
     "02:30 on 30 March 2025 does not exist in Europe/Paris: the clocks go forward"},
    {"an hour that the zone repeats", "2025-10-26T02:30[Europe/Paris]",
     "02:30 on 26 October 2025 comes twice in Europe/Paris, where the clocks go back: "
     "write its distance from UTC, +02:00 for the first or +01:00 for the second"},
    {"a short year with a Y", "Y2025",
     "a year of four digits has no Y: write 2025, -0480"},
    {"a long year with zeros", "Y00001", "a year written with Y does not begin with 0"},
    {"a long year with a month", "Y12000-05", "a year written with Y stands alone"},
    {"a year beyond all", "Y20000000001", "years beyond 20 billion are not supported"},
    {"an exponent beyond all", "Y1E999999999999999999999",
     "years beyond 20 billion are not supported"},
    {"significant digits of a day", "1950S2-05",
     "a year with significant digits stands alone"},
    {"significant digits of open ones", "195XS2",
     "a year with open digits (X) has no significant digits"},
    {"no significant digits", "1950S0",
     "write how many digits of the year count: 1950S2"},
    {"more significant digits than any year has", "1950S99999999999",
     "write how many digits of the year count: 1950S2"},
    {"an empty set", "[ ]", "the set is empty"},
    {"an empty member of a set", "[1667,,1668]", "a member of the set is empty"},
    {"dots alone in a set", "[..]", "a set needs a date beside its dots"},
    {"dots within a set", "[1667,..1760]",
     "only the first of a set has dots before it"},
    {"dots behind one within a set", "{1667..,1760}",
     "only the last of a set has dots behind it"},
    {"a range backwards", "[1672..1670]", "1672..1670 runs backwards"},
    {"a range of unlike sides", "[1670..1672-03]",
     "the two sides of 1670..1672-03 are not both years, months or days"},
    {"an interval in a set", "[1667/1668]",
     "a set holds no intervals: write 1670..1672 for these three years"},
    {"a clock time in a set", "[2025-09-03T20:13,2025]", "a set holds no clock times"},
    {"a word in a set", "[1667,unknown]",
     "`unknown` is not a date that a set can hold"},
    {"an impossible date in a set", "[1667-02-30]", "1667 has no 30 February"},
    {"a set in a set", "[1667,[1668]]",
     "a set that begins with [ ends with ], and holds dates alone"},
    {"a set as a side of an interval", "[1667,1668]/1670",
     "a set that begins with [ ends with ], and holds dates alone"},
    {"an interval backwards", "2025-09-03/2025-09-02",
     "the interval ends before it starts"},
    {"an interval backwards by the clock", "2025-09-03T10:00Z/2025-09-03T10:30+09:00",
     "the interval ends before it starts"},
    {"an interval without a date", "../..",
     "an interval needs a date on one side of its slash"},
    {"an interval that starts as ongoing", "ongoing/2024",
     "only the end of an interval can be ongoing"},
    {"two dots alone", "..", "write .. as one side of an interval: 2023/.."},
    {"nothing", "", "the date is empty: write unknown if it is not known"},
    {"not UTF-8", "2025\xff", "not UTF-8 text"},
    {"a word", "soon", FORMS},
    {"too many slashes", "1/2/3", FORMS},
    {"a T and no clock", "2025-09-03T", FORMS},
    {"single digits", "2025-9-3", "write 2025-09-03, not 2025-9-3"},
    {"slashes from the year", "2025/09/03", "write 2025-09-03, not 2025/09/03"},
    {"a slash before the month", "2025/9", "write 2025-09, not 2025/9"},
    {"German order", "3.9.2025", "write 2025-09-03, not 3.9.2025"},
    {"day or month first", "03/09/2025",
     "write 2025-09-03 or 2025-03-09, not 03/09/2025"},
    {"surely the day first", "13/09/2025", "write 2025-09-13, not 13/09/2025"},
    {"surely the month first", "09/13/2025", "write 2025-09-13, not 09/13/2025"},
    {"an impossible day in German order", "30.2.1953", "1953 has no 30 February"},
    {"no dashes", "20250903", "write 2025-09-03, not 20250903"},
    {"a month by name", "Sept 2025", "write 2025-09, not Sept 2025"},
    {"a day in words", "3 September 2025", "write 2025-09-03, not 3 September 2025"},
    {"a day in American words", "Sept. 3, 2025", "write 2025-09-03, not Sept. 3, 2025"},
    {"a day in Korean", "2025년 9월 3일", "write 2025-09-03, not 2025년 9월 3일"},
    {"a season by name", "spring 2011", "write 2011-21, not spring 2011"},
    {"a space before the clock", "2025-09-03 20:13",
     "write 2025-09-03T20:13, not 2025-09-03 20:13"},
    {"a space before the clock, and its zone", "2025-09-03 20:13 Asia/Seoul",
     "write 2025-09-03T20:13 Asia/Seoul, not 2025-09-03 20:13 Asia/Seoul"},
    {"a decade in doubt", "197~", "write 197X~, not 197~"},
    {"a short year before Christ", "-193", "write -0193, not -193"},
    {"five digits", "12000", "write Y12000, not 12000"},
    {"three digits", "476", "write 0476, not 476"},
    {"before Christ", "480 BC", "write -0479, not 480 BC"},
    {"anno Domini", "AD 79", "write 0079, not AD 79"},
    {"a decade in words", "1950s", "write 195X, not 1950s"},
    {"a century or a decade in words", "1900s", "write 19XX or 190X, not 1900s"},
    {"a small x", "195x", "write 195X, not 195x"},
    {"circa", "c. 1984", "write 1984~, not c. 1984"},
    {"after", "after 1500", "write 1500/.., not after 1500"},
    {"two years with a dash", "1945–1959", "write 1945/1959, not 1945–1959"},
    {"two years, the second short", "1945/59", "write 1945/1959, not 1945/59"},
    {"two years like a month", "1945-59",
     "month 59 does not exist; two years are written 1945/1959"},
    {"until now", "2023-present", "write 2023/ongoing, not 2023-present"},
    {"a century", "19th century", "write 18XX, not 19th century"},
    {"a century in German", "20. Jahrhundert", "write 19XX, not 20. Jahrhundert"},
    {"a century before Christ", "5th century BC", "write -04XX, not 5th century BC"},
    {"a part of a century", "late 19th century", "write 18XX, not late 19th century"},
    {"late in a year", "late 2011", "write 2011-1X, not late 2011"},
    {"the end of a year", "end of 2011", "write 2011-1X, not end of 2011"},
    {"early in a year", "early 2011", "write 2011-37, not early 2011"},
    {"the middle of a year", "mid-2011", "write 2011-38, not mid-2011"},
    {"late in a month", "late September 2025",
     "write 2025-09-2X, not late September 2025"},
    {"early in a decade", "early 1990s", "write [1990..1993], not early 1990s"},
    {"a decade with its article", "the 1990s", "write 199X, not the 1990s"},
    {"a quarter", "Q3 2025", "write 2025-35, not Q3 2025"},
    {"a quarter after its year", "2025-Q3", "write 2025-35, not 2025-Q3"},
    {"half a year", "first half of 2025", "write 2025-40, not first half of 2025"},
    {"between two years", "between 1990 and 1995",
     "write [1990..1995], not between 1990 and 1995"},
    {"no date", "n.d.", "write unknown, not n.d."},
    {"a wrong side of an interval", "2025-9-2/2025-09-03",
     "write 2025-09-02, not 2025-9-2"},
};

static void test_refusal(void **state) {
    const struct date_row *row = *state;
    DlDate date;
    g_autofree char *reason = NULL;
    assert_false(dl_date_parse(row->text, &date, &reason));
    assert_true(dl_date_is_unknown(&date));
    assert_string_equal(reason, row->expected);
}

static const struct hostile_row {
    const char *name, *start;
    char filler;
} hostile[] = {
    {"a million digits", "", '1'},
    {"a million digits of a year", "Y", '9'},
    {"a million zeros of an exponent", "Y1E", '0'},
    {"a million open digits", "2", 'X'},
    {"a million slashes", "2025", '/'},
    {"a million question marks", "2025", '?'},
    {"a million spaces", "3 ", ' '},
    {"a million letters", "P", 'T'},
    {"a million brackets", "[", '['},
    {"a million commas", "{", ','},
    {"a million dots", "[", '.'},
    {"a million capitals of a zone", "2025-09-03T20:13 ", 'A'},
};

/* Every length up to a hundred, then a million. */
static void test_hostile(void **state) {
    const struct hostile_row *row = *state;
    for (size_t length = 6; length <= 1000000;
         length = length < 100 ? length + 1 : length * 10) {
        g_autofree char *filler = g_strnfill(length, row->filler);
        g_autofree char *text = g_strconcat(row->start, filler, NULL);
        g_autofree char *reason = NULL, *duration_reason = NULL;
        DlDate date;
        DlDuration duration;
        assert_false(dl_date_parse(text, &date, &reason) && length > 100);
        assert_false(dl_duration_parse(text, &duration, &duration_reason));
        assert_true(strlen(duration_reason) < 300);
    }
}

int main(void) {
    return run_rows(test_date, dates) + run_rows(test_refusal, refusals) +
           run_rows(test_hostile, hostile);
}
