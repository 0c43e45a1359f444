#include "text/keep.h"

#include <string.h>

static void keep_whole(PangoAttrList *attributes, gsize start, gsize end) {
    PangoAttribute *attribute = pango_attr_allow_breaks_new(FALSE);
    attribute->start_index = (guint)start;
    attribute->end_index = (guint)end;
    pango_attr_list_insert(attributes, attribute);
}

static bool is_counter(gunichar character) {
    static const GUnicodeScript scripts[] = {
        G_UNICODE_SCRIPT_HAN, G_UNICODE_SCRIPT_HANGUL, G_UNICODE_SCRIPT_HIRAGANA,
        G_UNICODE_SCRIPT_KATAKANA};
    const GUnicodeScript script = g_unichar_get_script(character);
    for (size_t i = 0; i < G_N_ELEMENTS(scripts); i++)
        if (script == scripts[i])
            return g_unichar_isalpha(character);
    return false;
}

/* The end of a number that begins there, with the letters that follow it; `at` where
 * there is none. */
static const char *number_end(const char *at) {
    enum { MOST_LETTERS = 2 }; /* 시간, 小时 */
    const char *end = at;
    while (g_unichar_isdigit(g_utf8_get_char(end)))
        end = g_utf8_next_char(end);
    const char *letters = end;
    for (int i = 0; i < MOST_LETTERS && is_counter(g_utf8_get_char(end)); i++)
        end = g_utf8_next_char(end);
    return end > letters ? end : at;
}

void dl_keep_units(const DlParagraph *paragraph, PangoAttrList *attributes) {
    const char *text = paragraph->text->str;
    for (const char *at = text; *at != '\0';) {
        const char *end = g_unichar_isdigit(g_utf8_get_char(at)) ? number_end(at) : at;
        if (end > at)
            keep_whole(attributes, (gsize)(at - text), (gsize)(end - text));
        at = end > at ? end : g_utf8_next_char(at);
    }
}

typedef struct {
    const char *start, *end;
    bool has_digit, is_cut; /* a line may end behind it */
} Word;

static bool is_cut_behind(gunichar character) {
    static const char cuts[] = ",،、;:–—·";
    return g_utf8_strchr(cuts, -1, character) != NULL;
}

/* The next word before `limit`, behind the blanks; empty where there is none. */
static Word next_word(const char *at, const char *limit) {
    while (at < limit && *at == ' ')
        at++;
    Word word = {.start = at, .end = at};
    while (word.end < limit && *word.end != ' ') {
        gunichar character = g_utf8_get_char(word.end);
        word.has_digit |= g_unichar_isdigit(character);
        word.is_cut = is_cut_behind(character);
        word.end = g_utf8_next_char(word.end);
    }
    return word;
}

/* Numbers are no sense without the words beside them: 5 March 2024, about 9 hours. */
static bool stay_together(Word first, Word second) {
    return !first.is_cut && (first.has_digit || second.has_digit);
}

static void keep_dates(const char *text, DlPartRange range, PangoAttrList *attributes) {
    const char *limit = text + range.end, *start = text + range.start;
    Word word = next_word(start, limit);
    start = word.start;
    while (word.end > word.start) {
        Word next = next_word(word.end, limit);
        if (next.end > next.start && stay_together(word, next)) {
            word = next;
            continue;
        }
        keep_whole(attributes, (gsize)(start - text), (gsize)(word.end - text));
        word = next;
        start = next.start;
    }
}

void dl_keep_dates(const DlParagraph *paragraph, const DlTextPart *parts,
                   PangoAttrList *attributes) {
    for (guint i = 0; i < paragraph->ranges->len; i++)
        if (parts[i].style.is_date)
            keep_dates(paragraph->text->str, dl_paragraph_range(paragraph, i),
                       attributes);
}
