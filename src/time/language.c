#include "time/language.h"

#include <stdarg.h>
#include <string.h>

#include "base/direction.h"
#include "base/number.h"

static const DlLanguage *const languages[] = {
    &dl_language_ar, &dl_language_de, &dl_language_en,
    &dl_language_fr, &dl_language_ko, &dl_language_zh,
};

const DlLanguage *dl_language_english(void) {
    return &dl_language_en;
}

const DlLanguage *dl_language_find(const char *tag) {
    const size_t length = strcspn(tag, "-_");
    for (size_t i = 0; i < G_N_ELEMENTS(languages); i++)
        if (strlen(languages[i]->tag) == length &&
            g_ascii_strncasecmp(tag, languages[i]->tag, length) == 0)
            return languages[i];
    return NULL;
}

char *dl_language_tags(void) {
    GString *tags = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(languages); i++)
        g_string_append_printf(tags, "%s%s", i > 0 ? ", " : "", languages[i]->tag);
    return g_string_free(tags, FALSE);
}

const char *dl_phrase(const DlLanguage *language, DlPhrase phrase) {
    const char *text = language->phrases[phrase];
    return text != NULL ? text : dl_language_en.phrases[phrase];
}

int dl_form_one_other(double count) {
    return count == 1 ? 0 : 1;
}

int dl_form_always_same(double count) {
    (void)count;
    return 0;
}

/* The text for the name that begins at `name`, from pairs in `pairs`. */
static const char *find_value(const char *name, size_t length, va_list pairs) {
    const char *found = NULL;
    const char *key;
    while ((key = va_arg(pairs, const char *)) != NULL) {
        const char *value = va_arg(pairs, const char *);
        if (strlen(key) == length && strncmp(key, name, length) == 0)
            found = value;
    }
    g_assert(found != NULL);
    return found;
}

char *dl_fill(const char *pattern, ...) {
    GString *text = g_string_new(NULL);
    const char *rest = pattern;
    while (*rest != '\0') {
        const size_t plain = strcspn(rest, "{");
        g_string_append_len(text, rest, (gssize)plain);
        rest += plain;
        if (*rest == '\0')
            break;
        const size_t length = strcspn(rest + 1, "}");
        va_list pairs;
        va_start(pairs, pattern);
        g_string_append(text, find_value(rest + 1, length, pairs));
        va_end(pairs);
        rest += length + 2;
    }
    return g_string_free(text, FALSE);
}

char *dl_language_number(const DlLanguage *language, double number, int decimals) {
    g_autoptr(GString) plain = g_string_new(NULL);
    dl_append_number(plain, number, decimals);
    const size_t start = plain->str[0] == '-';
    const size_t end = strcspn(plain->str, ".");
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < plain->len; i++) {
        if (i > start && i < end && (end - i) % 3 == 0)
            g_string_append(text, language->group);
        if (i == end)
            g_string_append(text, language->point);
        else
            g_string_append_c(text, plain->str[i]);
    }
    return g_string_free(text, FALSE);
}

char *dl_language_join(const DlLanguage *language, const char *from, const char *to) {
    const bool wide = strchr(from, ' ') != NULL || strchr(to, ' ') != NULL;
    return dl_fill(wide ? language->wide_join : language->join, "date", from, "end", to,
                   NULL);
}

static char *about_number(const DlLanguage *language, double number, int decimals,
                          bool about) {
    g_autofree char *plain = dl_language_number(language, number, decimals);
    return about ? dl_fill(language->about, "length", plain, NULL)
                 : g_steal_pointer(&plain);
}

static const int64_t LONG_AGO = 1000000; /* years, which are no numbers of years */

/* A million years or more: "66 million years", from three patterns of the language. */
static char *fill_long(const DlLanguage *language, const char *const patterns[2][2],
                       double years, bool about) {
    const int greater = years >= language->long_units[1];
    const double count = years / language->long_units[greater];
    g_autofree char *number = about_number(language, count, 2, about);
    return dl_fill(patterns[greater][language->form(count) == 0 ? 0 : 1], "count",
                   number, NULL);
}

char *dl_language_years_ago(const DlLanguage *language, int64_t from, int64_t to,
                            bool about) {
    const double first = -(double)from, last = -(double)to;
    const int greater = first >= language->long_units[1];
    if (to > -LONG_AGO || (last >= language->long_units[1]) != greater)
        return NULL;
    const double unit = language->long_units[greater];
    g_autofree char *start = dl_language_number(language, first / unit, 2);
    g_autofree char *end = dl_language_number(language, last / unit, 2);
    g_autofree char *both = dl_language_join(language, start, end);
    g_autofree char *doubtful =
        about ? dl_fill(language->about, "length", both, NULL) : g_strdup(both);
    return dl_fill(language->long_ago[greater][1], "count", doubtful, NULL);
}

static char *year_number(const DlLanguage *language, int64_t year) {
    return year < 10000 ? g_strdup_printf("%d", (int)year)
                        : dl_language_number(language, (double)year, 0);
}

/* "66 million years ago"; NULL for a year that has a number of its own. */
static char *count_from_now(const DlLanguage *language, int64_t year, bool about) {
    if (year >= LONG_AGO)
        return fill_long(language, language->far_ahead, (double)year, about);
    if (year <= -LONG_AGO)
        return fill_long(language, language->long_ago, (double)-year, about);
    /* Round numbers this far back do not mean one year. */
    if (year > -100000 || year % 1000 != 0)
        return NULL;
    g_autofree char *number = about_number(language, (double)-year, 0, about);
    return dl_fill(language->years_ago, "count", number, NULL);
}

char *dl_language_about_year(const DlLanguage *language, int64_t year) {
    char *counted = count_from_now(language, year, true);
    if (counted != NULL)
        return counted;
    g_autofree char *plain = dl_language_year(language, year);
    return dl_fill(language->approximate, "date", plain, NULL);
}

char *dl_language_year(const DlLanguage *language, int64_t year) {
    char *counted = count_from_now(language, year, false);
    if (counted != NULL)
        return counted;
    g_autofree char *number = year_number(language, year > 0 ? year : 1 - year);
    const bool bare = year < 1000 || year > 9999;
    const char *pattern = year <= 0 ? language->before_christ
                          : bare    ? language->bare_year
                                    : language->year;
    return dl_fill(pattern, "year", number, NULL);
}

static bool share_an_era(int64_t from, int64_t to) {
    return (from >= 1000 && to < 10000) || (from > -10000 && to <= 0);
}

char *dl_language_years(const DlLanguage *language, int64_t from, int64_t to) {
    if (from == to)
        return dl_language_year(language, from);
    char *ago = dl_language_years_ago(language, from, to, false);
    if (ago != NULL)
        return ago;
    if (!share_an_era(from, to)) {
        g_autofree char *first = dl_language_year(language, from);
        g_autofree char *last = dl_language_year(language, to);
        return dl_language_join(language, first, last);
    }
    g_autofree char *first = year_number(language, from > 0 ? from : 1 - from);
    g_autofree char *last = year_number(language, to > 0 ? to : 1 - to);
    g_autofree char *both = dl_language_join(language, first, last);
    return dl_fill(from > 0 ? language->year : language->before_christ, "year", both,
                   NULL);
}

static char *fill_count(const DlLanguage *language, const char *const *forms,
                        int64_t count) {
    g_autofree char *number = dl_language_number(language, (double)count, 0);
    return dl_fill(forms[language->form((double)count)], "count", number, NULL);
}

char *dl_language_count(const DlLanguage *language, DlUnit unit, int64_t count) {
    if (unit == DL_UNIT_YEAR && count >= 1000000)
        return fill_long(language, language->long_time, (double)count, false);
    return fill_count(language, language->units[unit], count);
}

char *dl_language_short_count(const DlLanguage *language, DlUnit unit, int64_t count) {
    return fill_count(language, language->short_units[unit], count);
}

bool dl_language_runs_left(const char *tag) {
    static const char *const leftward[] = {"ar", "ckb", "dv", "fa", "he",
                                           "ps", "sd",  "ug", "ur", "yi"};
    const size_t length = strcspn(tag, "-");
    for (size_t i = 0; i < G_N_ELEMENTS(leftward); i++)
        if (strlen(leftward[i]) == length &&
            g_ascii_strncasecmp(tag, leftward[i], length) == 0)
            return true;
    return false;
}

char *dl_phrase_fill(const DlLanguage *language, DlPhrase phrase, const char *word) {
    g_auto(GStrv) halves = g_strsplit(dl_phrase(language, phrase), "%s", 2);
    return g_strjoinv(word, halves);
}

/* Whether any letter of a text runs the other way than its language. */
static bool runs_against(const DlLanguage *language, const char *text) {
    const bool left = dl_language_runs_left(language->tag);
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        const gunichar character = g_utf8_get_char(at);
        if (g_unichar_isalpha(character) &&
            dl_script_runs_left(g_unichar_get_script(character)) != left)
            return true;
    }
    return false;
}

char *dl_phrase_part(const DlLanguage *language, const char *text) {
    return runs_against(language, text) ? dl_text_isolate(text) : g_strdup(text);
}

char *dl_phrase_quote(const DlLanguage *language, const char *title) {
    g_auto(GStrv) outer = g_strsplit(dl_phrase(language, DL_PHRASE_QUOTED), "%s", 2);
    g_auto(GStrv) inner =
        g_strsplit(dl_phrase(language, DL_PHRASE_QUOTED_WITHIN), "%s", 2);
    g_autoptr(GString) words = g_string_new(title);
    for (int side = 0; side < 2; side++)
        g_string_replace(words, outer[side], inner[side], 0);
    g_autofree char *own = dl_phrase_part(language, words->str);
    return g_strconcat(outer[0], own, outer[1], NULL);
}
