#include "base/number.h"

#include <math.h>
#include <string.h>

/* The largest double has 309 digits before the point. */
enum { MOST_DIGITS = 400, MOST_DECIMALS = 17 };

static void strip_zeros(char *digits) {
    if (strchr(digits, '.') == NULL)
        return;
    char *end = digits + strlen(digits);
    while (end[-1] == '0')
        end--;
    if (end[-1] == '.')
        end--;
    *end = '\0';
}

void dl_append_number(GString *text, double value, int decimals) {
    g_assert(isfinite(value));
    char format[16];
    char digits[MOST_DIGITS];
    g_snprintf(format, sizeof format, "%%.%df", CLAMP(decimals, 0, MOST_DECIMALS));
    g_ascii_formatd(digits, sizeof digits, format, value);
    strip_zeros(digits);
    g_string_append(text, strcmp(digits, "-0") == 0 ? "0" : digits);
}
