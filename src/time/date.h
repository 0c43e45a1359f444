/* Dates with their real precision and doubt: EDTF (ISO 8601-2:2019).
 *
 * What a date says is kept, never made up: each end of it is a range from the first to
 * the last second that it can mean, beside its precision and its qualifiers (which do
 * not move the range). */
#ifndef DL_TIME_DATE_H
#define DL_TIME_DATE_H

#include <glib.h>
#include <stdbool.h>

#include "time/calendar.h"
#include "time/duration.h"

typedef enum {
    DL_PRECISION_SECOND,
    DL_PRECISION_MINUTE,
    DL_PRECISION_HOUR,
    DL_PRECISION_DAY,
    DL_PRECISION_MONTH,
    DL_PRECISION_SEASON, /* seasons, quarters, semesters: 21 to 41 */
    DL_PRECISION_YEAR,
    DL_PRECISION_DECADE,  /* 195X */
    DL_PRECISION_CENTURY, /* 19XX */
    DL_PRECISION_MILLENNIUM,
} DlPrecision;

typedef enum {
    DL_BOUND_KNOWN,
    DL_BOUND_UNKNOWN, /* an empty side of an interval, `start: unknown`, `date: unknown`
                       */
    DL_BOUND_OPEN,    /* ".." */
    DL_BOUND_ONGOING, /* "ongoing": to the day the chart is true of */
} DlBoundKind;

typedef struct {
    DlBoundKind kind;
    DlMoment min, max; /* inclusive; only if known (ongoing: filled by resolve) */
    DlPrecision precision;
    bool uncertain;   /* ? and % */
    bool approximate; /* ~ and % */
    bool unspecified; /* has X digits */
    bool estimated;   /* 1950S2: some year of a range, estimated to be `estimate` */
    int64_t estimate;
    int season; /* 21 to 41 as EDTF numbers them; 0: none */
    bool zoned; /* written with Z or an offset */
    int offset; /* seconds east of UTC of the clock that min and max are on */
    /* A set, as EDTF writes it, without spaces: "[1667,1668]" (one of them), or
     * "{1960,1961-12}" (all of them); NULL: it is none. min and max are those of all
     * its members; DL_MOMENT_MIN or DL_MOMENT_MAX where dots leave a side open. */
    const char *set; /* interned */
    bool all_of;
} DlBound;

typedef struct {
    DlBound start, end; /* equal where it is not an interval */
    bool interval;
} DlDate;

/* Reads a date: EDTF, or "unknown", "ongoing". A clock time may have the IANA name of
 * its zone behind it: "2025-09-03T20:13 Asia/Seoul", or as RFC 9557 has it,
 * "2025-09-03T20:13+09:00[Asia/Seoul]". On failure false, and `reason` (owned by the
 * caller) says why in a few words: "1953 has no 30 February". */
bool dl_date_parse(const char *text, DlDate *date, char **reason);

/* The same without a look at what was meant: `reason` stays NULL where the form of the
 * text is not that of a date. */
bool dl_date_parse_strictly(const char *text, DlDate *date, char **reason);

/* An unknown date. */
DlDate dl_date_unknown(void);
bool dl_date_is_unknown(const DlDate *date);
/* Whether a bound carries a clock time (precision finer than a day). */
bool dl_bound_has_clock(const DlBound *bound);
/* ? ~ X or an estimate: what follows from it is a warning, not an error. */
bool dl_bound_is_doubtful(const DlBound *bound);
/* It is known, or runs to the asof day. */
bool dl_bound_has_moments(const DlBound *bound);
/* It is known, and open on neither side. */
bool dl_bound_is_finite(const DlBound *bound);

#endif
