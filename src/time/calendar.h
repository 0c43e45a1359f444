/* Calendar arithmetic: proleptic Gregorian, astronomical years (year 0 is 1 BC).
 *
 * A moment counts seconds from 1970-01-01T00:00:00 on the clock of the timeline's zone:
 * a day is a day wherever the file is read, and clock times are brought to that zone
 * when names are resolved. int64 holds 292 billion years each way; DL_YEAR_LIMIT bounds
 * what is accepted so that sums never overflow. Algorithm: days from civil, with eras
 * of 400 years (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013),
 * in int64. */
#ifndef DL_TIME_CALENDAR_H
#define DL_TIME_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

typedef int64_t DlMoment;

#define DL_YEAR_LIMIT INT64_C(20000000000)
#define DL_SECONDS_A_DAY INT64_C(86400)
/* On average: of 365.2425 days, and 1/12 of them. */
#define DL_SECONDS_A_YEAR INT64_C(31556952)
#define DL_SECONDS_A_MONTH (DL_SECONDS_A_YEAR / 12)
/* No bound on this side. */
#define DL_MOMENT_MIN INT64_MIN
#define DL_MOMENT_MAX INT64_MAX

typedef struct {
    int64_t year;
    int month, day; /* from 1 */
    int hour, minute, second;
} DlCivil;

/* The quotient rounded down, for numbers on both sides of 0. */
int64_t dl_divide_down(int64_t number, int64_t by);

bool dl_year_is_leap(int64_t year);
int dl_days_in_month(int64_t year, int month);
/* Days from 1970-01-01; months outside 1..12 carry into the year. */
int64_t dl_days_from_civil(int64_t year, int month, int day);
DlMoment dl_moment_from_civil(DlCivil civil);
DlCivil dl_civil_from_moment(DlMoment moment);
/* 1 Monday … 7 Sunday (ISO 8601). */
int dl_weekday(DlMoment moment);
/* Adds months (and years as 12 of them); a day that the month lacks becomes its last.
 */
/* Not open: neither DL_MOMENT_MIN nor DL_MOMENT_MAX. */
bool dl_moment_is_finite(DlMoment moment);
DlMoment dl_moment_add_months(DlMoment moment, int64_t months);

/* A year as the file writes it: "2025", "-0479", "Y12000". */
char *dl_year_to_text(int64_t year);
/* "2025-09-03" */
char *dl_day_to_text(DlMoment moment);
/* "2025-09-03T11:13:55Z": a moment that is `offset` seconds east of UTC. */
char *dl_clock_to_text(DlMoment moment, int offset);

#endif
