#include "report/cell.h"

#include <stdbool.h>

#include "base/escape.h"

typedef struct {
    GPtrArray *lines; /* of char, owned */
    GString *line;    /* the one that grows */
    int width, line_width;
} Breaker;

static bool turns_direction(gunichar character) {
    return (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069);
}

/* Most texts are little else, and the tables of Unicode take their time. */
static bool is_plain(gunichar character) {
    return character >= 0x20 && character < 0x7F;
}

gunichar dl_cell_visible(gunichar character) {
    if (is_plain(character))
        return character;
    switch (g_unichar_type(character)) {
    case G_UNICODE_CONTROL:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
        return ' ';
    default:
        return turns_direction(character) ? ' ' : character;
    }
}

int dl_cell_width(const char *text) {
    int width = 0;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
        width += dl_character_columns(dl_cell_visible(g_utf8_get_char(at)));
    return width;
}

int dl_cell_word_width(const char *text) {
    int width = 0, widest = 0;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        const gunichar character = dl_cell_visible(g_utf8_get_char(at));
        width = character == ' ' ? 0 : width + dl_character_columns(character);
        widest = MAX(widest, width);
    }
    return widest;
}

static void end_line(Breaker *breaker) {
    g_ptr_array_add(breaker->lines, g_strdup(breaker->line->str));
    g_string_truncate(breaker->line, 0);
    breaker->line_width = 0;
}

/* A word that no line can hold is broken where a line is full; a mark stays with the
 * letter before it. */
static void add_word(Breaker *breaker, const char *word) {
    const int width = dl_cell_width(word);
    const int gap = breaker->line_width > 0 ? 1 : 0;
    if (gap > 0 && breaker->line_width + gap + width > breaker->width)
        end_line(breaker);
    else if (gap > 0) {
        g_string_append_c(breaker->line, ' ');
        breaker->line_width++;
    }
    for (const char *at = word; *at != '\0'; at = g_utf8_next_char(at)) {
        const gunichar character = g_utf8_get_char(at);
        const int each = dl_character_columns(character);
        if (breaker->line_width + each > breaker->width && breaker->line_width > 0 &&
            !g_unichar_ismark(character))
            end_line(breaker);
        g_string_append_unichar(breaker->line, character);
        breaker->line_width += each;
    }
}

char **dl_cell_break(const char *text, int width) {
    g_autoptr(GString) line = g_string_new(NULL);
    g_autoptr(GString) visible = g_string_new(NULL);
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
        g_string_append_unichar(visible, dl_cell_visible(g_utf8_get_char(at)));
    g_auto(GStrv) words = g_strsplit(visible->str, " ", -1);
    Breaker breaker = {g_ptr_array_new(), line, width, 0};
    for (char **word = words; *word != NULL; word++)
        if (**word != '\0')
            add_word(&breaker, *word);
    if (line->len > 0 || breaker.lines->len == 0)
        end_line(&breaker);
    g_ptr_array_add(breaker.lines, NULL);
    return (char **)g_ptr_array_free(breaker.lines, FALSE);
}
