#include "base/direction.h"

bool dl_script_runs_left(GUnicodeScript script) {
    static const GUnicodeScript leftward[] = {
        G_UNICODE_SCRIPT_ARABIC, G_UNICODE_SCRIPT_HEBREW, G_UNICODE_SCRIPT_SYRIAC,
        G_UNICODE_SCRIPT_THAANA, G_UNICODE_SCRIPT_NKO};
    for (size_t i = 0; i < G_N_ELEMENTS(leftward); i++)
        if (script == leftward[i])
            return true;
    return false;
}

bool dl_text_has_leftward(const char *text) {
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
        if (dl_script_runs_left(g_unichar_get_script(g_utf8_get_char(at))))
            return true;
    return false;
}

char *dl_text_isolate(const char *text) {
    return g_strconcat("\u2068", text, "\u2069", NULL);
}
