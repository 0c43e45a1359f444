#include "text/keep.h"

#include <string.h>

static void forbid_breaks(PangoAttrList *attributes, gsize start, gsize end) {
    PangoAttribute *attribute = pango_attr_allow_breaks_new(FALSE);
    attribute->start_index = (guint)start;
    attribute->end_index = (guint)end;
    pango_attr_list_insert(attributes, attribute);
}

/* Pango leaves a break behind the dashes within such a range, but not behind one that
 * begins it. */
static void keep_whole(const char *text, gsize start, gsize end,
                       PangoAttrList *attributes) {
    gsize from = start;
    for (const char *at = text + start; at < text + end; at = g_utf8_next_char(at)) {
        if (g_unichar_type(g_utf8_get_char(at)) != G_UNICODE_DASH_PUNCTUATION)
            continue;
        forbid_breaks(attributes, from, (gsize)(g_utf8_next_char(at) - text));
        from = (gsize)(at - text);
    }
    forbid_breaks(attributes, from, end);
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

/* Behind the letters that follow a number at once; `at` where there are none. */
static const char *counters_end(const char *at) {
    enum { MOST_LETTERS = 2 }; /* 시간, 小时 */
    for (int i = 0; i < MOST_LETTERS && is_counter(g_utf8_get_char(at)); i++)
        at = g_utf8_next_char(at);
    return at;
}

/* Behind the symbol of a unit that follows a number after a blank, or none; `at` where
 * there is none. */
static const char *symbol_end(const char *at) {
    static const char *const symbols[] = {
        "nm",  "µm",  "mm",  "cm", "m",    "km",  "ha",  "ml",  "l",   "mg",
        "g",   "kg",  "t",   "ms", "s",    "min", "h",   "V",   "kV",  "A",
        "W",   "kW",  "MW",  "GW", "TW",   "kWh", "MWh", "GWh", "TWh", "Hz",
        "kHz", "MHz", "GHz", "Pa", "hPa",  "°C",  "°F",  "%",   "‰",   "€",
        "BC",  "AD",  "BCE", "CE", "a.m.", "p.m."};
    const char *start = *at == ' ' ? at + 1 : at;
    for (size_t i = 0; i < G_N_ELEMENTS(symbols); i++) {
        const size_t length = strlen(symbols[i]);
        if (strncmp(start, symbols[i], length) == 0 &&
            !g_unichar_isalnum(g_utf8_get_char(start + length)))
            return start + length;
    }
    return at;
}

/* The end of a number that begins there, with its unit; `at` where it has none. */
static const char *number_end(const char *at) {
    const char *end = at;
    while (g_unichar_isdigit(g_utf8_get_char(end)))
        end = g_utf8_next_char(end);
    const char *counters = counters_end(end);
    const char *unit = counters > end ? counters : symbol_end(end);
    return unit > end ? unit : at;
}

void dl_keep_units(const DlParagraph *paragraph, PangoAttrList *attributes) {
    const char *text = paragraph->text->str;
    for (const char *at = text; *at != '\0';) {
        const char *end = g_unichar_isdigit(g_utf8_get_char(at)) ? number_end(at) : at;
        if (end > at)
            keep_whole(text, (gsize)(at - text), (gsize)(end - text), attributes);
        at = end > at ? end : g_utf8_next_char(at);
    }
}

/* Whether a dash or a dot between blanks is there. */
static bool is_lone_dash(const char *at) {
    static const char dashes[] = "–—·";
    return g_utf8_strchr(dashes, -1, g_utf8_get_char(at)) != NULL &&
           *g_utf8_next_char(at) == ' ';
}

void dl_keep_dashes(const DlParagraph *paragraph, PangoAttrList *attributes) {
    const char *text = paragraph->text->str;
    for (const char *blank = strchr(text, ' '); blank != NULL;
         blank = strchr(blank + 1, ' '))
        if (blank > text && is_lone_dash(blank + 1))
            forbid_breaks(attributes, (gsize)(g_utf8_prev_char(blank) - text),
                          (gsize)(g_utf8_next_char(blank + 1) - text));
}

static bool has_hangul(const char *start, const char *end) {
    for (const char *at = start; at < end; at = g_utf8_next_char(at))
        if (g_unichar_get_script(g_utf8_get_char(at)) == G_UNICODE_SCRIPT_HANGUL)
            return true;
    return false;
}

void dl_keep_hangul(const DlParagraph *paragraph, PangoAttrList *attributes) {
    const char *text = paragraph->text->str;
    for (const char *at = text; *at != '\0';) {
        const char *end = at + strcspn(at, " ");
        if (has_hangul(at, end))
            keep_whole(text, (gsize)(at - text), (gsize)(end - text), attributes);
        at = end + strspn(end, " ");
    }
}

/* Where the last two words of a part begin; its end if it has no two. */
static gsize last_two(const char *text, DlPartRange range) {
    gsize at = range.end;
    for (int blanks = 0; at > range.start; at--)
        if (text[at - 1] == ' ' && ++blanks == 2)
            return at;
    return at;
}

void dl_keep_ends(const DlParagraph *paragraph, const DlTextPart *parts,
                  PangoAttrList *attributes) {
    for (guint i = 0; i < paragraph->ranges->len; i++) {
        const DlPartRange range = dl_paragraph_range(paragraph, i);
        const char *text = paragraph->text->str;
        if (parts[i].style.keeps_end)
            keep_whole(text, last_two(text, range), range.end, attributes);
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
        keep_whole(text, (gsize)(start - text), (gsize)(word.end - text), attributes);
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
