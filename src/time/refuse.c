#include "time/refuse.h"

#include <stdarg.h>

bool dl_refuse(char **reason, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    g_free(*reason);
    *reason = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    return false;
}
