/* How long: durations, and the times between moments, in words. */
#include "dating.h"

#include "time/duration.h"
#include "time/words.h"

static const struct duration_row {
    const char *name, *text, *expected, *arabic;
} durations[] = {
    {"hours and minutes", "PT2H30M", "2 h 30 min = 9000 s", "ساعتان و30 دقيقة"},
    {"about some hours", "PT20H~", "about 20 hours = 72000 s", "نحو 20 ساعة"},
    {"years", "P66Y", "66 years = 2082758832 s", "66 سنة"},
    {"one of a unit", "P1Y", "1 year = 31556952 s", "سنة واحدة"},
    {"weeks", "P3W", "3 weeks = 1814400 s", "3 أسابيع"},
    {"days", "P10D", "10 days = 864000 s", "10 أيام"},
    {"years and months", "P1Y6M", "1 year 6 months = 47335428 s", "سنة واحدة و6 أشهر"},
    {"months are years where they can be", "P66M", "5 years 6 months = 173563236 s",
     "5 سنوات و6 أشهر"},
    {"more than a day of hours", "PT36H", "36 hours = 129600 s", "36 ساعة"},
    {"nothing", "PT0S", "0 seconds = 0 s", "0 ثانية"},
    {"uncertain", "P5Y?", "5 years (uncertain) = 157784760 s", "5 سنوات (غير مؤكد)"},
    {"three units", "P2DT3H5M", "2 days 3 h 5 min = 183900 s",
     "يومان و3 ساعات و5 دقائق"},
    {"deep time", "P66000000Y", "66 million years = 2082758832000000 s",
     "66 مليون سنة"},
};

static void test_duration(void **state) {
    const struct duration_row *row = *state;
    DlDuration duration;
    g_autofree char *reason = NULL;
    assert_true(dl_duration_parse(row->text, &duration, &reason));
    g_autofree char *english = dl_words_duration(&duration, dl_language_english());
    g_autofree char *arabic = dl_words_duration(&duration, dl_language_find("ar"));
    g_autofree char *actual = g_strdup_printf("%s = %" G_GINT64_FORMAT " s", english,
                                              dl_duration_seconds(&duration));
    assert_string_equal(actual, row->expected);
    assert_string_equal(arabic, row->arabic);
}

static const struct between_row {
    const char *name;
    int64_t seconds;
    const char *english, *german;
} lengths[] = {
    {"seconds", 55, "55 seconds", "55 Sekunden"},
    {"one second", 1, "1 second", "1 Sekunde"},
    {"minutes and seconds", 90, "1 min 30 s", "1 min 30 s"},
    {"minutes", 46 * 60 + 10, "46 minutes", "46 Minuten"},
    {"hours and minutes", 9 * 3600 + 46 * 60, "9 h 46 min", "9 h 46 min"},
    {"whole hours", 9 * 3600 + 10, "9 hours", "9 Stunden"},
    {"almost a day is a day", 86395, "1 day", "1 Tag"},
    {"a day and hours", 100800, "1 day 4 h", "1 Tag 4 h"},
    {"two days", 172800, "2 days", "2 Tage"},
    {"days", 12 * 86400 + 4000, "12 days", "12 Tage"},
    {"months", 91 * 86400, "3 months", "3 Monate"},
    {"almost a year is a year", 365 * 86400, "1 year", "1 Jahr"},
    {"years and months", INT64_C(76000000), "2 years 5 months", "2 Jahre 5 Monate"},
    {"years", INT64_C(1610035691), "51 years", "51 Jahre"},
    {"less than three years", INT64_C(82048075), "2 years 7 months",
     "2 Jahre 7 Monate"},
    {"almost three years", INT64_C(94355286), "3 years", "3 Jahre"},
    {"less than three days", 2 * 86400 + 14 * 3600, "2 days 14 h", "2 Tage 14 h"},
    {"less than ten minutes", 576, "9 min 36 s", "9 min 36 s"},
    {"almost an hour is an hour", 3590, "1 hour", "1 Stunde"},
    {"nothing", 0, "0 seconds", "0 Sekunden"},
    {"backwards", INT64_C(-1610035691), "51 years", "51 Jahre"},
    {"thousands of years", INT64_C(31556952) * 11700, "11,700 years", "11.700 Jahre"},
    {"deep time", INT64_C(31556952) * 66000000, "66 million years",
     "66 Millionen Jahre"},
    {"deeper time", INT64_C(31556952) * 4540000000, "4.54 billion years",
     "4,54 Milliarden Jahre"},
};

static void test_between(void **state) {
    const struct between_row *row = *state;
    const DlLanguage *german = dl_language_find("de");
    g_autofree char *actual = dl_words_between(0, row->seconds, dl_language_english());
    g_autofree char *other = dl_words_between(0, row->seconds, german);
    assert_string_equal(actual, row->english);
    assert_string_equal(other, row->german);
}

static const struct range_row {
    const char *name;
    const char *from, *to;   /* the shorter */
    const char *start, *end; /* the longer */
    const char *english, *arabic;
} ranges[] = {
    {"one length", "1953-07-27", "2025-09-02", "1953-07-27", "2025-09-02", "72 years",
     "72 سنة"},
    {"years count when they are over", "1959-12-31", "2025-09-03", "1959-01-01",
     "2025-09-03", "65–66 years", "65–66 سنة"},
    {"the number may not be in the word", "2023-08-28", "2023-08-29", "2023-08-28",
     "2023-08-30", "1–2 days", "يوم واحد – يومان"},
    {"months", "2024-10-31", "2025-01-01", "2024-10-01", "2025-01-01", "2–3 months",
     "2–3 أشهر"},
    {"two units", "2025-01-01", "2025-01-02T04:00", "2025-01-01", "2025-01-03T05:00",
     "1 day 4 h – 2 days 5 h", "يوم واحد و4 ساعات – يومان و5 ساعات"},
    {"of less than three years", "1990-12-31", "1992-01-01", "1990-01-01", "1992-12-31",
     "1–3 years", "1–3 سنوات"},
};

static void test_range(void **state) {
    const struct range_row *row = *state;
    const DlMoment from[] = {read_date(row->from).start.min,
                             read_date(row->start).start.min};
    const DlMoment to[] = {read_date(row->to).start.min, read_date(row->end).start.min};
    g_autofree char *actual = dl_words_between_any(from, to, dl_language_english());
    g_autofree char *other = dl_words_between_any(from, to, dl_language_find("ar"));
    assert_string_equal(actual, row->english);
    assert_string_equal(other, row->arabic);
}

int main(void) {
    return run_rows(test_duration, durations) + run_rows(test_between, lengths) +
           run_rows(test_range, ranges);
}
