/* The words of one language, and how they are put together.
 *
 * A pattern holds names in braces, {day}, that are filled in; a translator may order
 * them freely and leave out what the language does not say. A year in a pattern is
 * already worded ("480 BC"), so a language writes its sign for the year once. To add a
 * language, add a table like those in `languages/` and name it in language.c. */
#ifndef DL_TIME_LANGUAGE_H
#define DL_TIME_LANGUAGE_H

#include <glib.h>
#include <stdbool.h>

#include "time/words.h"

typedef enum {
    DL_UNIT_SECOND,
    DL_UNIT_MINUTE,
    DL_UNIT_HOUR,
    DL_UNIT_DAY,
    DL_UNIT_WEEK,
    DL_UNIT_MONTH,
    DL_UNIT_YEAR,
} DlUnit;

#define DL_N_UNITS 7
/* Room for every DlPhrase. */
#define DL_MAX_PHRASES 64
/* Arabic has this many forms of a counted word; most languages have two. */
#define DL_MAX_FORMS 6

struct DlLanguage {
    const char *tag;
    const char *months[12], *short_months[12];
    const char *weekdays[7]; /* short, from Monday */
    const char *seasons[4];  /* from spring */
    const char *first_day;   /* how the first of a month is written; NULL: "1" */

    /* Years: {year} is a number, or two joined by `join`. */
    const char *year, *before_christ;
    const char *bare_year; /* one that would not look like a year: 79, 12,000 */
    const char *decade, *century;
    double long_units[2]; /* years: millions, billions; in Korean 만 and 억 */
    /* [smaller, greater of them][one, many]: {count} */
    const char *long_ago[2][2], *far_ahead[2][2], *long_time[2][2];
    const char *years_ago; /* {count}, many thousand */

    /* Days: {day} {end_day} {month} {end_month} {year}, and {weekday} */
    const char *full_day, *full_month, *full_season, *full_quarter, *full_half;
    const char *northern, *southern; /* {date}: a season of one half of the Earth */
    const char *quarters[4], *halves[2];
    const char *year_thirds[3], *month_thirds[3]; /* early, mid, late: {date} */
    const char *open_year_day, *open_year_month;  /* {year}: "1560s", or: */
    const char *year_unknown;
    const char *days_of_month, *days_of_year, *months_of_year; /* ranges */
    const char *tick_day;                                      /* no year */

    /* Clock: {date} {time} {end_time} {zone} */
    const char *clock, *clock_range, *zoned;

    /* Doubt and ends: {date} {end} */
    const char *approximate, *uncertain;
    const char *day_about; /* a day in the first ("den {date}"); NULL: as it is */
    const char *join, *wide_join; /* wide: where a side has a space in it */
    const char *between;
    const char *comma, *or_join, *and_join; /* of a set; the last two for its last */
    const char *or_earlier, *or_later, *and_earlier, *and_later; /* {date} */
    const char *after, *before, *since; /* 1500/.. ../1500 1500/ongoing */
    const char *day_after; /* a day in those three ("dem {date}"); NULL: as it is */
    const char *end_unknown, *start_unknown;
    const char *ongoing, *ongoing_start_unknown;
    const char *unknown;

    /* Lengths: {count} */
    const char *units[DL_N_UNITS][DL_MAX_FORMS];
    const char *short_units[DL_N_UNITS][DL_MAX_FORMS]; /* beside another unit */
    const char *two_units;                             /* {length} {minor} */
    const char *about;                                 /* {length} */
    const char *unsure;                                /* {length} */
    /* Which form a count takes. */
    int (*form)(double count);
    const char *group, *point; /* in numbers: 10,000.5 */

    const char *phrases[DL_MAX_PHRASES]; /* by DlPhrase; NULL: the English one */
};

/* Fills a pattern from pairs of name and text, ended by NULL. */
char *dl_fill(const char *pattern, ...) G_GNUC_NULL_TERMINATED;

/* "10,000", "4.5" */
char *dl_language_number(const DlLanguage *language, double number, int decimals);
/* "1959", "480 BC", "66 million years ago" */
char *dl_language_year(const DlLanguage *language, int64_t year);
/* "c. 1984", "about 66 million years ago" */
char *dl_language_about_year(const DlLanguage *language, int64_t year);
/* "2.43–2.22 billion years ago", or about that; NULL where the years are not of one such
 * unit. */
char *dl_language_years_ago(const DlLanguage *language, int64_t from, int64_t to,
                            bool about);
/* "1945–1959", "490–479 BC" */
char *dl_language_years(const DlLanguage *language, int64_t from, int64_t to);
/* Two dates or times with the language's dash. */
char *dl_language_join(const DlLanguage *language, const char *from, const char *to);
/* "66 years", "66 million years" */
char *dl_language_count(const DlLanguage *language, DlUnit unit, int64_t count);
/* Beside another unit: "2 h" */
char *dl_language_short_count(const DlLanguage *language, DlUnit unit, int64_t count);

/* For the tables: languages with one form for 1 and another for the rest, and those
 * with one form. */
int dl_form_one_other(double count);
int dl_form_always_same(double count);

extern const DlLanguage dl_language_ar, dl_language_de, dl_language_en, dl_language_fr,
    dl_language_ko, dl_language_zh;

#endif
