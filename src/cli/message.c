#include "cli/command.h"

#include <stdio.h>
#include <string.h>

void dl_print(const char *text) {
    fputs(text, stdout);
}

static void complain(const char *format, va_list arguments) {
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    g_autofree char *visible = g_utf8_make_valid(message, -1);
    fprintf(stderr, "dateline: %s\n", visible);
}

void dl_complain(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    complain(format, arguments);
    va_end(arguments);
}

DlExit dl_complain_of_usage(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    complain(format, arguments);
    va_end(arguments);
    fprintf(stderr, "Try: %s --help\n", g_get_prgname());
    return DL_EXIT_USAGE;
}

char *dl_list_names(const char *(*name_at)(unsigned index)) {
    GString *names = g_string_new(NULL);
    for (unsigned i = 0; name_at(i) != NULL; i++)
        g_string_append_printf(names, "%s%s", i > 0 ? ", " : "", name_at(i));
    return g_string_free(names, FALSE);
}

const char *dl_hint_one_each(const char *value) {
    return strchr(value, ',') == NULL ? "" : "; give the option once for each";
}

static DlExit exit_for(const GError *error) {
    if (error->domain != DL_ERROR)
        return DL_EXIT_FILE;
    return error->code == DL_ERROR_USAGE ? DL_EXIT_USAGE : DL_EXIT_INPUT;
}

/* Problems of a file have their places before them. */
DlExit dl_complain_of_error(const GError *error) {
    if (g_error_matches(error, DL_ERROR, DL_ERROR_INPUT))
        fputs(error->message, stderr);
    else
        dl_complain("%s", error->message);
    return exit_for(error);
}
