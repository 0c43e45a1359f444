#include "base/escape.h"

#include <string.h>

bool dl_link_is_allowed(const char *link) {
    static const char *const starts[] = {"http://", "https://", "mailto:", "#"};
    for (size_t i = 0; i < G_N_ELEMENTS(starts); i++)
        if (g_ascii_strncasecmp(link, starts[i], strlen(starts[i])) == 0)
            return link[strlen(starts[i])] != '\0';
    return false;
}

static bool is_plain(const char *at) {
    if (g_ascii_isalnum(*at))
        return true;
    /* A percent sign stands if what it begins is encoded already. */
    if (*at == '%')
        return g_ascii_isxdigit(at[1]) && g_ascii_isxdigit(at[2]);
    return strchr("-._~:/?#[]@!$&*+,;=", *at) != NULL;
}

char *dl_link_encode(const char *link) {
    GString *out = g_string_new(NULL);
    for (const char *at = link; *at != '\0'; at++)
        if (is_plain(at))
            g_string_append_c(out, *at);
        else
            g_string_append_printf(out, "%%%02X", (unsigned char)*at);
    return g_string_free(out, FALSE);
}
