/* The examples of the Extended Date/Time Format specification of the Library of
 * Congress (4 February 2019), levels 0 to 2, with the first and last moment that each
 * can mean, and its words in English and German. */
#include "dating.h"

#include "time/words.h"

static const struct example_row {
    const char *text, *moments, *english, *german;
} examples[] = {
    /* Level 0: Date. */
    {"1985-04-12", "1985-04-12..1985-04-12", "12 April 1985", "12. April 1985"},
    {"1985-04", "1985-04-01..1985-04-30", "April 1985", "April 1985"},
    {"1985", "1985-01-01..1985-12-31", "1985", "1985"},
    /* Level 0: Date and time. */
    {"1985-04-12T23:20:30", "1985-04-12T23:20:30Z..1985-04-12T23:20:30Z",
     "12 April 1985, 23:20:30 UTC", "12. April 1985, 23:20:30 UTC"},
    {"1985-04-12T23:20:30Z", "1985-04-12T23:20:30Z..1985-04-12T23:20:30Z",
     "12 April 1985, 23:20:30 UTC", "12. April 1985, 23:20:30 UTC"},
    {"1985-04-12T23:20:30-04", "1985-04-13T03:20:30Z..1985-04-13T03:20:30Z",
     "13 April 1985, 03:20:30 UTC", "13. April 1985, 03:20:30 UTC"},
    {"1985-04-12T23:20:30+04:30", "1985-04-12T18:50:30Z..1985-04-12T18:50:30Z",
     "12 April 1985, 18:50:30 UTC", "12. April 1985, 18:50:30 UTC"},
    /* Level 0: Time interval. */
    {"1964/2008", "1964-01-01..1964-12-31 / 2008-01-01..2008-12-31", "1964–2008",
     "1964–2008"},
    {"2004-06/2006-08", "2004-06-01..2004-06-30 / 2006-08-01..2006-08-31",
     "June 2004 – August 2006", "Juni 2004 – August 2006"},
    {"2004-02-01/2005-02-08", "2004-02-01..2004-02-01 / 2005-02-08..2005-02-08",
     "1 February 2004 – 8 February 2005", "1. Februar 2004 – 8. Februar 2005"},
    {"2004-02-01/2005-02", "2004-02-01..2004-02-01 / 2005-02-01..2005-02-28",
     "1 February 2004 – February 2005", "1. Februar 2004 – Februar 2005"},
    {"2004-02-01/2005", "2004-02-01..2004-02-01 / 2005-01-01..2005-12-31",
     "1 February 2004 – 2005", "1. Februar 2004 – 2005"},
    {"2005/2006-02", "2005-01-01..2005-12-31 / 2006-02-01..2006-02-28",
     "2005 – February 2006", "2005 – Februar 2006"},
    /* Level 1: Letter-prefixed calendar year. */
    {"Y170000002", "Y170000002-01-01..Y170000002-12-31", "in 170 million years",
     "in 170 Millionen Jahren"},
    {"Y-170000002", "Y-170000002-01-01..Y-170000002-12-31", "170 million years ago",
     "vor 170 Millionen Jahren"},
    /* Level 1: Seasons. */
    {"2001-21", "2001-03-01..2001-05-31", "spring 2001", "Frühling 2001"},
    {"2001-22", "2001-06-01..2001-08-31", "summer 2001", "Sommer 2001"},
    {"2001-23", "2001-09-01..2001-11-30", "autumn 2001", "Herbst 2001"},
    {"2001-24", "2001-12-01..2002-02-28", "winter 2001–2002", "Winter 2001–2002"},
    /* Level 1: Qualification of a date. */
    {"1984?", "1984-01-01..1984-12-31", "1984 (uncertain)", "1984 (unsicher)"},
    {"2004-06~", "2004-06-01..2004-06-30", "c. June 2004", "um Juni 2004"},
    {"2004-06-11%", "2004-06-11..2004-06-11", "c. 11 June 2004 (uncertain)",
     "um den 11. Juni 2004 (unsicher)"},
    /* Level 1: Unspecified digits from the right. */
    {"201X", "2010-01-01..2019-12-31", "2010s", "2010er Jahre"},
    {"20XX", "2000-01-01..2099-12-31", "between 2000 and 2099",
     "zwischen 2000 und 2099"},
    {"2004-XX", "2004-01-01..2004-12-31", "2004", "2004"},
    {"1985-04-XX", "1985-04-01..1985-04-30", "April 1985", "April 1985"},
    {"1985-XX-XX", "1985-01-01..1985-12-31", "1985", "1985"},
    /* Level 1: Extended interval, open end. */
    {"1985-04-12/..", "1985-04-12..1985-04-12 / null", "after 12 April 1985",
     "nach dem 12. April 1985"},
    {"1985-04/..", "1985-04-01..1985-04-30 / null", "after April 1985",
     "nach April 1985"},
    {"1985/..", "1985-01-01..1985-12-31 / null", "after 1985", "nach 1985"},
    /* Level 1: Extended interval, open start. */
    {"../1985-04-12", "null / 1985-04-12..1985-04-12", "before 12 April 1985",
     "vor dem 12. April 1985"},
    {"../1985-04", "null / 1985-04-01..1985-04-30", "before April 1985",
     "vor April 1985"},
    {"../1985", "null / 1985-01-01..1985-12-31", "before 1985", "vor 1985"},
    /* Level 1: Extended interval, unknown end. */
    {"1985-04-12/", "1985-04-12..1985-04-12 / null",
     "from 12 April 1985, end not given", "Beginn: 12. April 1985, Ende unbekannt"},
    {"1985-04/", "1985-04-01..1985-04-30 / null", "from April 1985, end not given",
     "Beginn: April 1985, Ende unbekannt"},
    {"1985/", "1985-01-01..1985-12-31 / null", "from 1985, end not given",
     "Beginn: 1985, Ende unbekannt"},
    /* Level 1: Extended interval, unknown start. */
    {"/1985-04-12", "null / 1985-04-12..1985-04-12",
     "until 12 April 1985, start not given", "Ende: 12. April 1985, Beginn unbekannt"},
    {"/1985-04", "null / 1985-04-01..1985-04-30", "until April 1985, start not given",
     "Ende: April 1985, Beginn unbekannt"},
    {"/1985", "null / 1985-01-01..1985-12-31", "until 1985, start not given",
     "Ende: 1985, Beginn unbekannt"},
    /* Level 1: Negative calendar year. */
    {"-1985", "-1985-01-01..-1985-12-31", "1986 BC", "1986 v. Chr."},
    /* Level 2: Exponential year. */
    {"Y-17E7", "Y-170000000-01-01..Y-170000000-12-31", "170 million years ago",
     "vor 170 Millionen Jahren"},
    /* Level 2: Significant digits. */
    {"1950S2", "1900-01-01..1999-12-31", "c. 1950", "um 1950"},
    {"Y171010000S3", "Y171000000-01-01..Y171999999-12-31",
     "in about 171.01 million years", "in etwa 171,01 Millionen Jahren"},
    {"Y3388E2S3", "Y338000-01-01..Y338999-12-31", "c. AD 338,800",
     "um 338.800 n. Chr."},
    /* Level 2: Sub-year groupings. */
    {"2001-25", "2001-03-01..2001-05-31", "spring 2001 (Northern Hemisphere)",
     "Frühling 2001 (Nordhalbkugel)"},
    {"2001-26", "2001-06-01..2001-08-31", "summer 2001 (Northern Hemisphere)",
     "Sommer 2001 (Nordhalbkugel)"},
    {"2001-27", "2001-09-01..2001-11-30", "autumn 2001 (Northern Hemisphere)",
     "Herbst 2001 (Nordhalbkugel)"},
    {"2001-28", "2001-12-01..2002-02-28", "winter 2001–2002 (Northern Hemisphere)",
     "Winter 2001–2002 (Nordhalbkugel)"},
    {"2001-29", "2001-09-01..2001-11-30", "spring 2001 (Southern Hemisphere)",
     "Frühling 2001 (Südhalbkugel)"},
    {"2001-30", "2001-12-01..2002-02-28", "summer 2001–2002 (Southern Hemisphere)",
     "Sommer 2001–2002 (Südhalbkugel)"},
    {"2001-31", "2001-03-01..2001-05-31", "autumn 2001 (Southern Hemisphere)",
     "Herbst 2001 (Südhalbkugel)"},
    {"2001-32", "2001-06-01..2001-08-31", "winter 2001 (Southern Hemisphere)",
     "Winter 2001 (Südhalbkugel)"},
    {"2001-33", "2001-01-01..2001-03-31", "first quarter of 2001", "1. Quartal 2001"},
    {"2001-34", "2001-04-01..2001-06-30", "second quarter of 2001", "2. Quartal 2001"},
    {"2001-35", "2001-07-01..2001-09-30", "third quarter of 2001", "3. Quartal 2001"},
    {"2001-36", "2001-10-01..2001-12-31", "fourth quarter of 2001", "4. Quartal 2001"},
    {"2001-37", "2001-01-01..2001-04-30", "January–April 2001", "Januar–April 2001"},
    {"2001-38", "2001-05-01..2001-08-31", "May–August 2001", "Mai–August 2001"},
    {"2001-39", "2001-09-01..2001-12-31", "September–December 2001",
     "September–Dezember 2001"},
    {"2001-40", "2001-01-01..2001-06-30", "first half of 2001", "1. Halbjahr 2001"},
    {"2001-41", "2001-07-01..2001-12-31", "second half of 2001", "2. Halbjahr 2001"},
    /* Level 2: Set representation, one of. */
    {"[1667,1668,1670..1672]", "1667-01-01..1672-12-31", "1667, 1668 or 1670–1672",
     "1667, 1668 oder 1670–1672"},
    {"[..1760-12-03]", "null..1760-12-03", "3 December 1760 or earlier",
     "3. Dezember 1760 oder früher"},
    {"[1760-12..]", "1760-12-01..null", "December 1760 or later",
     "Dezember 1760 oder später"},
    {"[1760-01,1760-02,1760-12..]", "1760-01-01..null",
     "January 1760, February 1760 or December 1760 or later",
     "Januar 1760, Februar 1760 oder Dezember 1760 oder später"},
    {"[1667,1760-12]", "1667-01-01..1760-12-31", "1667 or December 1760",
     "1667 oder Dezember 1760"},
    {"[..1984]", "null..1984-12-31", "1984 or earlier", "1984 oder früher"},
    /* Level 2: Set representation, all of. */
    {"{1667,1668,1670..1672}", "1667-01-01..1672-12-31", "1667, 1668 and 1670–1672",
     "1667, 1668 und 1670–1672"},
    {"{1960,1961-12}", "1960-01-01..1961-12-31", "1960 and December 1961",
     "1960 und Dezember 1961"},
    {"{..1984}", "null..1984-12-31", "1984 and earlier", "1984 und früher"},
    /* Level 2: Qualification, group. */
    {"2004-06-11%", "2004-06-11..2004-06-11", "c. 11 June 2004 (uncertain)",
     "um den 11. Juni 2004 (unsicher)"},
    {"2004-06~-11", "2004-06-11..2004-06-11", "c. 11 June 2004",
     "um den 11. Juni 2004"},
    {"2004?-06-11", "2004-06-11..2004-06-11", "11 June 2004 (uncertain)",
     "11. Juni 2004 (unsicher)"},
    /* Level 2: Qualification, individual. */
    {"?2004-06-~11", "2004-06-11..2004-06-11", "c. 11 June 2004 (uncertain)",
     "um den 11. Juni 2004 (unsicher)"},
    {"2004-%06-11", "2004-06-11..2004-06-11", "c. 11 June 2004 (uncertain)",
     "um den 11. Juni 2004 (unsicher)"},
    /* Level 2: Unspecified digit. */
    {"156X-12-25", "1560-12-25..1569-12-25", "25 December, 1560s",
     "25. Dezember, 1560er Jahre"},
    {"15XX-12-25", "1500-12-25..1599-12-25", "25 December, 1500s",
     "25. Dezember, zwischen 1500 und 1599"},
    {"XXXX-12-XX", "0000-12-01..9999-12-31", "December, year unknown",
     "Dezember, Jahr unbekannt"},
    {"1XXX-XX", "1000-01-01..1999-12-31", "between 1000 and 1999",
     "zwischen 1000 und 1999"},
    {"1XXX-12", "1000-12-01..1999-12-31", "December, between 1000 and 1999",
     "Dezember, zwischen 1000 und 1999"},
    {"1984-1X", "1984-10-01..1984-12-31", "late 1984", "Ende 1984"},
    /* Level 2: Interval. */
    {"2004-06-~01/2004-06-~20", "2004-06-01..2004-06-01 / 2004-06-20..2004-06-20",
     "c. 1 June 2004 – c. 20 June 2004", "um den 1. Juni 2004 – um den 20. Juni 2004"},
    {"2004-06-XX/2004-07-03", "2004-06-01..2004-06-30 / 2004-07-03..2004-07-03",
     "June 2004 – 3 July 2004", "Juni 2004 – 3. Juli 2004"},
};

static void test_example(void **state) {
    const struct example_row *row = *state;
    g_autoptr(DlZone) utc = dl_zone_new("UTC");
    const DlDate read = read_date(row->text);
    const DlDate date = dl_date_in_zone(&read, utc);
    g_autofree char *moments = date_moments_to_text(&date);
    assert_string_equal(moments, row->moments);
    g_autofree char *english =
        dl_words_date(&date, dl_language_find("en"), DL_WORDS_FULL, utc);
    g_autofree char *german =
        dl_words_date(&date, dl_language_find("de"), DL_WORDS_FULL, utc);
    assert_string_equal(english, row->english);
    assert_string_equal(german, row->german);
}

int main(void) {
    return run_rows(test_example, examples);
}
