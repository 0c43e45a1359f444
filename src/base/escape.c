#include "base/escape.h"

#include <string.h>

static const gunichar REPLACEMENT = 0xFFFD;

/* The next character, or the replacement for one byte that is not UTF-8. */
static gunichar take_character(const char **text) {
    const gunichar character = g_utf8_get_char_validated(*text, -1);
    const bool wrong = character == (gunichar)-1 || character == (gunichar)-2;
    *text = wrong ? *text + 1 : g_utf8_next_char(*text);
    return wrong ? REPLACEMENT : character;
}

static bool is_forbidden(gunichar character) {
    if (character < 0x20)
        return character != '\t' && character != '\n' && character != '\r';
    return character == 0xFFFE || character == 0xFFFF;
}

const char *dl_find_forbidden(const char *text) {
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
        if (is_forbidden(g_utf8_get_char(at)))
            return at;
    return NULL;
}

/* The characters that XML reads as something else, and white space that it would
 * normalise in attributes. */
static const char *xml_entity(gunichar character) {
    switch (character) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    case '\t':
        return "&#9;";
    case '\n':
        return "&#10;";
    case '\r':
        return "&#13;";
    default:
        return NULL;
    }
}

void dl_append_xml(GString *out, const char *text) {
    while (*text != '\0') {
        const gunichar character = take_character(&text);
        const char *entity = xml_entity(character);
        if (entity != NULL)
            g_string_append(out, entity);
        else
            g_string_append_unichar(out,
                                    is_forbidden(character) ? REPLACEMENT : character);
    }
}

static const char *json_escape(gunichar character) {
    switch (character) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        return NULL;
    }
}

/* Line and paragraph separators may stand in JSON, but not in JavaScript. */
static bool is_told_by_number(gunichar character) {
    return character < 0x20 || character == 0x7F || character == 0x2028 ||
           character == 0x2029;
}

/* How much of the text stands in JSON as it is, and is ASCII. */
static size_t count_plain(const char *text) {
    size_t n = 0;
    while (text[n] >= 0x20 && text[n] < 0x7F && text[n] != '"' && text[n] != '\\')
        n++;
    return n;
}

void dl_append_json(GString *out, const char *text) {
    if (text == NULL) {
        g_string_append(out, "null");
        return;
    }
    g_string_append_c(out, '"');
    while (*text != '\0') {
        const size_t n_plain = count_plain(text);
        g_string_append_len(out, text, (gssize)n_plain);
        text += n_plain;
        if (*text == '\0')
            break;
        const gunichar character = take_character(&text);
        const char *escape = json_escape(character);
        if (escape != NULL)
            g_string_append(out, escape);
        else if (is_told_by_number(character))
            g_string_append_printf(out, "\\u%04x", character);
        else
            g_string_append_unichar(out, character);
    }
    g_string_append_c(out, '"');
}

/* Most texts are little but ASCII, and the tables of Unicode take their time. */
int dl_character_columns(gunichar character) {
    if (character >= 0x20 && character < 0x7F)
        return 1;
    if (g_unichar_iszerowidth(character))
        return 0;
    return g_unichar_iswide(character) ? 2 : 1;
}
