#include "time/duration.h"

#include <string.h>

#include "time/refuse.h"

static const size_t LONGEST_DURATION = 80;

typedef struct {
    char letter;
    bool of_clock; /* stands after the T */
    int64_t months, days, seconds;
    int64_t unit;
} UnitRow;

/* In the order in which they are written. */
static const UnitRow units[] = {
    {'Y', false, 12, 0, 0, DL_SECONDS_A_YEAR},
    {'M', false, 1, 0, 0, DL_SECONDS_A_MONTH},
    {'W', false, 0, 7, 0, 7 * DL_SECONDS_A_DAY},
    {'D', false, 0, 1, 0, DL_SECONDS_A_DAY},
    {'H', true, 0, 0, 3600, 3600},
    {'M', true, 0, 0, 60, 60},
    {'S', true, 0, 0, 1, 1},
};

/* The number before a unit's letter; false where there is none or it is too great. */
static bool read_number(const char **text, int64_t *number) {
    const char *start = *text;
    *number = 0;
    for (; g_ascii_isdigit(**text); (*text)++) {
        if (*text - start >= 18)
            return false;
        *number = *number * 10 + (**text - '0');
    }
    return *text > start;
}

/* The unit that the letter stands for, later in the table than `from`. */
static size_t find_unit(char letter, bool of_clock, size_t from) {
    for (size_t i = from; i < G_N_ELEMENTS(units); i++)
        if (units[i].letter == letter && units[i].of_clock == of_clock)
            return i;
    return G_N_ELEMENTS(units);
}

static bool add_unit(DlDuration *duration, const UnitRow *row, int64_t number) {
    if (number > DL_YEAR_LIMIT * DL_SECONDS_A_YEAR / row->unit)
        return false;
    duration->months += number * row->months;
    duration->days += number * row->days;
    duration->seconds += number * row->seconds;
    duration->unit = row->unit;
    return dl_duration_seconds(duration) <= DL_YEAR_LIMIT * DL_SECONDS_A_YEAR;
}

/* Reads "2H30M" up to the qualifier. */
static bool read_units(const char **text, DlDuration *duration, char **reason) {
    bool of_clock = false;
    size_t next = 0;
    while (**text != '\0' && strchr("?~%", **text) == NULL) {
        if (!of_clock && **text == 'T') {
            of_clock = true;
            (*text)++;
        }
        int64_t number;
        if (!read_number(text, &number))
            return false;
        if (**text == '.' || **text == ',')
            return dl_refuse(reason, "write whole numbers: PT2H30M, not PT2.5H");
        const size_t found = find_unit(**text, of_clock, next);
        if (found == G_N_ELEMENTS(units))
            return false;
        if (!add_unit(duration, &units[found], number))
            return dl_refuse(reason, "longer than 20 billion years");
        next = found + 1;
        (*text)++;
    }
    return duration->unit != 0;
}

static void read_qualifier(const char **text, DlDuration *duration) {
    if (**text == '\0')
        return;
    duration->uncertain = **text != '~';
    duration->approximate = **text != '?';
    (*text)++;
}

bool dl_duration_parse(const char *text, DlDuration *duration, char **reason) {
    *duration = (DlDuration){0};
    *reason = NULL;
    if (strnlen(text, LONGEST_DURATION + 1) > LONGEST_DURATION)
        return dl_refuse(reason, "too long for a duration");
    if (g_str_has_prefix(text, "-P"))
        return dl_refuse(reason, "a duration cannot be negative");
    const char *rest = text + 1;
    if (text[0] == 'P' && read_units(&rest, duration, reason)) {
        read_qualifier(&rest, duration);
        if (*rest == '\0')
            return true;
    }
    if (*reason == NULL)
        dl_refuse(reason, "write PT2H30M for two and a half hours, P3D for 3 days, "
                          "P66Y for 66 years, PT20H~ for about 20 hours");
    return false;
}

DlMoment dl_moment_add(DlMoment moment, const DlDuration *duration) {
    if (!dl_moment_is_finite(moment))
        return moment;
    return dl_moment_add_months(moment, duration->months) +
           duration->days * DL_SECONDS_A_DAY + duration->seconds;
}

int64_t dl_duration_seconds(const DlDuration *duration) {
    return duration->months * DL_SECONDS_A_MONTH + duration->days * DL_SECONDS_A_DAY +
           duration->seconds;
}
