/* One date of EDTF, without the slash of intervals: first its spelling, then its
 * meaning.
 *
 * A part keeps its digits as they are written, since any of them may be left open (X);
 * what it can mean is found by matching numbers against it. */
#ifndef DL_TIME_EDTF_H
#define DL_TIME_EDTF_H

#include <stdbool.h>

#include "time/date.h"
#include "time/zone.h"

#define DL_YEAR_DIGITS 4

/* "2011", "1X": digits as written, "" where the part is not there. */
typedef struct {
    char text[DL_YEAR_DIGITS + 1];
} DlDigits;

typedef struct {
    bool negative;  /* the year has a minus */
    bool long_year; /* written with Y: its number is in `year_number` */
    DlDigits year, month, day;
    int64_t year_number; /* without its sign */
    int significant;     /* 1950S2: so many digits of the year count; 0: all of them */
    DlPrecision clock;   /* DL_PRECISION_DAY: it has no clock time */
    int hour, minute, second;
    bool zoned; /* it has an offset */
    int offset;
    const DlZone *zone;          /* by its name, borrowed; NULL: none is named */
    bool uncertain, approximate; /* of the whole or of any part */
} DlSpelling;

bool dl_digits_are_open(const DlDigits *digits);
bool dl_digits_match(const DlDigits *digits, int number);

/* Reads the spelling. False where it is none of EDTF; then `reason` is only set if
 * something is known that the form of the whole does not tell. */
bool dl_spelling_read(const char *text, DlSpelling *spelling, char **reason);

/* What a text can mean; false, with a reason where one is known, if it is none of EDTF
 * or an impossible date. */
bool dl_edtf_read(const char *text, DlBound *bound, char **reason);

#endif
