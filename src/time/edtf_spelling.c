#include "time/edtf.h"

#include <string.h>

#include "time/refuse.h"

typedef struct {
    const char *rest; /* what is still to be read */
    DlSpelling *spelling;
    char **reason;
} Reader;

bool dl_digits_are_open(const DlDigits *digits) {
    return strchr(digits->text, 'X') != NULL;
}

bool dl_digits_match(const DlDigits *digits, int number) {
    for (size_t i = strlen(digits->text); i > 0; i--, number /= 10)
        if (digits->text[i - 1] != 'X' && digits->text[i - 1] != '0' + number % 10)
            return false;
    return number == 0;
}

static bool accept(Reader *reader, char wanted) {
    if (*reader->rest != wanted)
        return false;
    reader->rest++;
    return true;
}

static void read_qualifier(Reader *reader) {
    const char found = *reader->rest;
    if (found == '\0' || strchr("?~%", found) == NULL)
        return;
    reader->spelling->uncertain |= found != '~';
    reader->spelling->approximate |= found != '?';
    reader->rest++;
}

static bool read_digits(Reader *reader, size_t n, DlDigits *digits) {
    if (strspn(reader->rest, "0123456789X") < n)
        return false;
    memcpy(digits->text, reader->rest, n);
    reader->rest += n;
    return true;
}

/* A plain number that is not above 20 billion. */
static bool read_number(Reader *reader, int64_t *number) {
    const char *start = reader->rest;
    *number = 0;
    for (; g_ascii_isdigit(*reader->rest); reader->rest++)
        if (*number <= DL_YEAR_LIMIT)
            *number = *number * 10 + (*reader->rest - '0');
    return reader->rest > start;
}

/* "17E7": multiplies by ten as often as the number after the E says. */
static bool read_exponent(Reader *reader, int64_t *number) {
    int64_t exponent;
    if (!read_number(reader, &exponent))
        return false;
    for (; exponent > 0 && *number > 0 && *number <= DL_YEAR_LIMIT; exponent--)
        *number *= 10;
    return true;
}

/* What follows the Y: "-66000000", "17E7". */
static bool read_long_year(Reader *reader) {
    DlSpelling *spelling = reader->spelling;
    spelling->long_year = true;
    spelling->negative = accept(reader, '-');
    const char *start = reader->rest;
    if (!read_number(reader, &spelling->year_number))
        return false;
    const long n_digits = reader->rest - start;
    if (accept(reader, 'E')) {
        if (!read_exponent(reader, &spelling->year_number))
            return false;
    } else if (n_digits <= DL_YEAR_DIGITS) {
        return dl_refuse(reader->reason,
                         "a year of four digits has no Y: write 2025, -0480");
    } else if (*start == '0') {
        return dl_refuse(reader->reason, "a year written with Y does not begin with 0");
    }
    if (spelling->year_number > DL_YEAR_LIMIT)
        return dl_refuse(reader->reason, "years beyond 20 billion are not supported");
    return true;
}

static bool read_year(Reader *reader) {
    if (accept(reader, 'Y'))
        return read_long_year(reader);
    reader->spelling->negative = accept(reader, '-');
    return read_digits(reader, DL_YEAR_DIGITS, &reader->spelling->year);
}

/* "S2": so many digits of the year count. */
static bool read_significant(Reader *reader) {
    DlSpelling *spelling = reader->spelling;
    if (!accept(reader, 'S'))
        return true;
    const char *after = reader->rest + 1 + g_ascii_isdigit(reader->rest[0]);
    int64_t number;
    if (!read_number(reader, &number) || number < 1 || reader->rest > after)
        return dl_refuse(reader->reason,
                         "write how many digits of the year count: 1950S2");
    if (dl_digits_are_open(&spelling->year))
        return dl_refuse(reader->reason,
                         "a year with open digits (X) has no significant digits");
    if (*reader->rest == '-')
        return dl_refuse(reader->reason, "a year with significant digits stands alone");
    spelling->significant = (int)number;
    return true;
}

static bool read_part(Reader *reader, DlDigits *digits) {
    read_qualifier(reader);
    if (!read_digits(reader, 2, digits))
        return false;
    read_qualifier(reader);
    return true;
}

static bool read_clock_part(Reader *reader, int *number) {
    const char *text = reader->rest;
    if (!g_ascii_isdigit(text[0]) || !g_ascii_isdigit(text[1]))
        return false;
    *number = (text[0] - '0') * 10 + (text[1] - '0');
    reader->rest += 2;
    return true;
}

static bool read_offset(Reader *reader) {
    DlSpelling *spelling = reader->spelling;
    spelling->zoned = true;
    if (accept(reader, 'Z'))
        return true;
    const size_t length = strspn(reader->rest, "+-:0123456789");
    g_autofree char *text = g_strndup(reader->rest, length);
    reader->rest += length;
    if (dl_offset_parse(text, &spelling->offset))
        return true;
    return dl_refuse(reader->reason,
                     "write the distance from UTC as +09:00 or Z; it lies between "
                     "-12:00 and +14:00");
}

/* "Asia/Seoul" or "[Asia/Seoul]", from behind the space or the bracket. */
static bool read_zone_name(Reader *reader, bool in_brackets) {
    const size_t length = strcspn(reader->rest, in_brackets ? "]" : "?~% ");
    g_autofree char *name = g_strndup(reader->rest, length);
    reader->rest += length;
    reader->spelling->zone = dl_zone_find(name);
    if (reader->spelling->zone == NULL) {
        *reader->reason =
            g_strdup_printf("`%s` is not a time zone: write an IANA name such as "
                            "Asia/Seoul, or the distance from UTC, +09:00",
                            name);
        return false;
    }
    if (!in_brackets || accept(reader, ']'))
        return true;
    return dl_refuse(reader->reason,
                     "the name of a zone that begins with [ ends with ]");
}

static bool read_zone(Reader *reader) {
    const char next = *reader->rest;
    if (next != '\0' && strchr("Z+-", next) != NULL && !read_offset(reader))
        return false;
    if (accept(reader, '['))
        return read_zone_name(reader, true);
    /* An offset is not set off by a space. */
    if (*reader->rest != ' ' || !g_ascii_isalpha(reader->rest[1]) ||
        g_str_equal(reader->rest, " Z"))
        return true;
    reader->rest++;
    return read_zone_name(reader, false);
}

/* What follows the T. */
static bool read_clock(Reader *reader) {
    DlSpelling *spelling = reader->spelling;
    if (!read_clock_part(reader, &spelling->hour))
        return false;
    if (*reader->rest == '\0')
        return dl_refuse(reader->reason,
                         "an hour needs its minutes: write a clock time as 20:13 "
                         "or 20:13:55, or the day alone");
    if (!accept(reader, ':') || !read_clock_part(reader, &spelling->minute))
        return dl_refuse(reader->reason, "write a clock time as 20:13 or 20:13:55");
    spelling->clock = DL_PRECISION_MINUTE;
    if (accept(reader, ':')) {
        if (!read_clock_part(reader, &spelling->second))
            return dl_refuse(reader->reason, "write a clock time as 20:13 or 20:13:55");
        spelling->clock = DL_PRECISION_SECOND;
    }
    if (*reader->rest == '.' || *reader->rest == ',')
        return dl_refuse(reader->reason,
                         "fractions of a second are not supported: write whole "
                         "seconds");
    return read_zone(reader);
}

static bool read_parts(Reader *reader) {
    DlSpelling *spelling = reader->spelling;
    read_qualifier(reader);
    if (!read_year(reader))
        return false;
    if (!read_significant(reader))
        return false;
    read_qualifier(reader);
    if (spelling->long_year && *reader->rest == '-')
        return dl_refuse(reader->reason, "a year written with Y stands alone");
    if (accept(reader, '-') && !read_part(reader, &spelling->month))
        return false;
    if (spelling->month.text[0] != '\0' && accept(reader, '-') &&
        !read_part(reader, &spelling->day))
        return false;
    if (accept(reader, 'T') && !read_clock(reader))
        return false;
    read_qualifier(reader);
    return *reader->rest == '\0';
}

bool dl_spelling_read(const char *text, DlSpelling *spelling, char **reason) {
    *spelling = (DlSpelling){.clock = DL_PRECISION_DAY};
    *reason = NULL;
    Reader reader = {.rest = text, .spelling = spelling, .reason = reason};
    return read_parts(&reader);
}
