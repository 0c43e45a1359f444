#include "time/date_hint.h"

#include <string.h>

#include "time/date.h"
#include "time/language.h"

/* "September 28, 2025 – September 29, 2025"; what is longer is none of these, and
 * matching could take long. */
static const size_t LONGEST_HABIT = 48;

/* Makes what should be written from a match; NULL where it makes no sense. */
typedef char *(*Suggest)(const GMatchInfo *match);

typedef struct {
    const char *pattern;
    Suggest suggest;         /* NULL: `replacement` says it */
    const char *replacement; /* in the syntax of g_match_info_expand_references */
} Habit;

static int64_t fetch_number(const GMatchInfo *match, const char *group) {
    g_autofree char *text = g_match_info_fetch_named(match, group);
    return text == NULL ? 0 : g_ascii_strtoll(text, NULL, 10);
}

static int month_of_name(const char *name) {
    const DlLanguage *english = dl_language_english();
    for (int i = 0; i < 12; i++)
        if (strlen(name) >= 3 &&
            g_ascii_strncasecmp(name, english->months[i], strlen(name)) == 0)
            return i + 1;
    if (g_ascii_strcasecmp(name, "sept") == 0)
        return 9;
    for (int i = 0; i < 4; i++)
        if (g_ascii_strcasecmp(name, english->seasons[i]) == 0)
            return 21 + i;
    return g_ascii_strcasecmp(name, "fall") == 0 ? 23 : 0;
}

/* From the groups y, m or n (a name) and d. */
static char *suggest_date(const GMatchInfo *match) {
    g_autofree char *name = g_match_info_fetch_named(match, "n");
    const bool named = name != NULL && name[0] != '\0';
    const int month = named ? month_of_name(name) : (int)fetch_number(match, "m");
    const int day = (int)fetch_number(match, "d");
    if (named && month == 0)
        return NULL;
    g_autofree char *year = dl_year_to_text(fetch_number(match, "y"));
    if (month == 0)
        return g_steal_pointer(&year);
    return day == 0 ? g_strdup_printf("%s-%02d", year, month)
                    : g_strdup_printf("%s-%02d-%02d", year, month, day);
}

/* 03/09/2025: the day may be the first number or the second. */
static char *suggest_either(const GMatchInfo *match) {
    const int first = (int)fetch_number(match, "a");
    const int second = (int)fetch_number(match, "b");
    const int64_t year = fetch_number(match, "y");
    g_autofree char *day_first =
        g_strdup_printf("%04" G_GINT64_FORMAT "-%02d-%02d", year, second, first);
    g_autofree char *month_first =
        g_strdup_printf("%04" G_GINT64_FORMAT "-%02d-%02d", year, first, second);
    if (first > 12 || first == second)
        return g_steal_pointer(&day_first);
    if (second > 12)
        return g_steal_pointer(&month_first);
    return g_strdup_printf("%s or %s", day_first, month_first);
}

/* 480 BC is the year -479: there is a year 0. */
static char *suggest_before_christ(const GMatchInfo *match) {
    return dl_year_to_text(1 - fetch_number(match, "y"));
}

/* A year before Christ of fewer than four digits. */
static char *suggest_negative(const GMatchInfo *match) {
    return dl_year_to_text(-fetch_number(match, "y"));
}

/* The 19th century is 18XX; the 5th before Christ -04XX: from -0499 to -0400. */
static char *suggest_century(const GMatchInfo *match) {
    g_autofree char *before = g_match_info_fetch_named(match, "b");
    const bool before_christ = before != NULL && before[0] != '\0';
    const int century = (int)fetch_number(match, "c");
    return g_strdup_printf("%s%02dXX", before_christ ? "-" : "", century - 1);
}

/* Q3 2025 is 2025-35. */
static char *suggest_quarter(const GMatchInfo *match) {
    return g_strdup_printf("%04d-%d", (int)fetch_number(match, "y"),
                           32 + (int)fetch_number(match, "q"));
}

/* A third of a month, by tens of days: "late September 2025". */
static char *suggest_third(const GMatchInfo *match) {
    static const char letters[] = "eml";
    g_autofree char *part = g_match_info_fetch_named(match, "p");
    g_autofree char *month = suggest_date(match);
    const char *letter = strchr(letters, g_ascii_tolower(part[0]));
    return month == NULL || letter == NULL
               ? NULL
               : g_strdup_printf("%s-%dX", month, (int)(letter - letters));
}

/* The parts of a date in the patterns below. */
#define NAME "(?<n>[a-z]+)\\.?,?"
#define DAY "(?<d>\\d{1,2})"
#define YEAR "(?<y>\\d{4})"
#define LATE "(?:(?:the )?end of|end|late)[- ]"
#define EARLY "(?:(?:the )?(?:beginning|start) of|early(?: in)?)[- ]"
#define MIDDLE "(?:(?:the )?middle of |mid[- ]?)"
#define CENTURY "(?:cent(?:ury|\\.)?|c\\.|Jahrhundert|Jh\\.|si[eè]cle|세기|世[纪紀])"

static const Habit habits[] = {
    {"^\\s+(\\S.*?)\\s*$|^(\\S.*?)\\s+$", NULL, "\\1\\2"},
    {"^" YEAR "[-/.](?<m>\\d{1,2})[-/.]" DAY "$", suggest_date, NULL},
    {"^" YEAR "(?<m>\\d\\d)(?<d>\\d\\d)$", suggest_date, NULL},
    {"^" YEAR "[-/.](?<m>\\d{1,2})$", suggest_date, NULL},
    {"^" DAY "\\.\\s*(?<m>\\d{1,2})\\.\\s*" YEAR "$", suggest_date, NULL},
    {"^(?<a>\\d{1,2})[-/](?<b>\\d{1,2})[-/]" YEAR "$", suggest_either, NULL},
    {"^(?<m>\\d{1,2})[-/.]" YEAR "$", suggest_date, NULL},
    {"^" DAY "(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+)?" NAME "\\s+" YEAR "$", suggest_date,
     NULL},
    {"^" NAME "\\s+" DAY "(?:st|nd|rd|th)?,?\\s+" YEAR "$", suggest_date, NULL},
    {"^" NAME "\\s+" YEAR "$", suggest_date, NULL},
    {"^" YEAR "\\s+" NAME "(?:\\s+" DAY ")?$", suggest_date, NULL},
    {"^" YEAR "\\s*[年년]\\s*(?:(?<m>\\d{1,2})\\s*[月월]\\s*(?:" DAY "\\s*[日일])?)?$",
     suggest_date, NULL},
    {"^(?<y>\\d{1,4})\\s*(?:BCE?|B\\.C\\.(?:E\\.)?|v\\. ?Chr\\.)$",
     suggest_before_christ, NULL},
    {"^(?:AD|CE|A\\.D\\.)?\\s*(?<y>\\d{1,4})\\s*(?:AD|CE|A\\.D\\.)?$", suggest_date,
     NULL},
    {"^(-?)(\\d{5,11})$", NULL, "Y\\1\\2"},
    {"^-(?<y>\\d{1,3})$", suggest_negative, NULL},
    {"^(\\d{3})([?~%])$", NULL, "\\1X\\2"},
    {"^(\\d\\d)([?~%])$", NULL, "\\1XX\\2"},
    {"^(\\d\\d)00['’]?s$", NULL, "\\1XX or \\g<1>0X"},
    {"^(\\d{3})0['’]?s$", NULL, "\\1X"},
    {"^the (\\d{3})0['’]?s$", NULL, "\\1X"},
    {"^" EARLY "(?:the )?(\\d{3})0['’]?s$", NULL, "[\\g<1>0..\\g<1>3]"},
    {"^" MIDDLE "(?:the )?(\\d{3})0['’]?s$", NULL, "[\\g<1>4..\\g<1>6]"},
    {"^" LATE "(?:the )?(\\d{3})0['’]?s$", NULL, "[\\g<1>7..\\g<1>9]"},
    {"^" EARLY "(\\d{4})$", NULL, "\\1-37"},
    {"^" MIDDLE "(\\d{4})$", NULL, "\\1-38"},
    {"^" LATE "(\\d{4})$", NULL, "\\1-1X"},
    {"^(?<p>early|mid|late)[- ]" NAME "\\s+" YEAR "$", suggest_third, NULL},
    {"^(?:the |" EARLY "|" MIDDLE "|" LATE
     ")*(?<c>\\d{1,2})(?:st|nd|rd|th|\\.|e)?\\s*" CENTURY
     "(?:\\s+(?:AD|CE|(?<b>BCE?|B\\.C\\.|v\\. ?Chr\\.)))?$",
     suggest_century, NULL},
    {"^Q(?<q>[1-4])[-/ ]" YEAR "$", suggest_quarter, NULL},
    {"^" YEAR "[-/ ]?Q(?<q>[1-4])$", suggest_quarter, NULL},
    {"^(?:H1[-/ ]|(?:the )?(?:first|1st) half of )(\\d{4})$", NULL, "\\1-40"},
    {"^(?:H2[-/ ]|(?:the )?(?:second|2nd) half of )(\\d{4})$", NULL, "\\1-41"},
    {"^between (\\d{4}\\S*) and (\\d{4}\\S*)$", NULL, "[\\1..\\2]"},
    {"^(\\d{3})[xu_]$", NULL, "\\1X"},
    {"^(\\d\\d)(?:xx|uu|__)$", NULL, "\\1XX"},
    {"^(?:c|ca|circa|about|around|approx|um|vers|~)\\.?\\s*(\\d{4}\\S*)$", NULL,
     "\\1~"},
    {"^(\\d{4}[-\\d]*)\\s*[(]?(?:uncertain|[?])[)]?$", NULL, "\\1?"},
    {"^(\\d{4}-\\d\\d-\\d\\d)[ "
     "t]+(\\d\\d:\\d\\d\\S*?)(?:\\s*(z|[+-]\\d\\d(?::\\d\\d)?))?$",
     NULL, "\\1T\\2\\U\\3"},
    {"^(\\d{4}-\\d\\d-\\d\\d)[ t]+(\\d\\d:\\d\\d\\S*?) ([A-Z]\\S+)$", NULL,
     "\\1T\\2 \\3"},
    {"^(?:after|since|from)\\s+(\\d{4}\\S*)$", NULL, "\\1/.."},
    {"^(?:before|until|till)\\s+(\\d{4}\\S*)$", NULL, "../\\1"},
    {"^(\\d{4}\\S*?)\\s*(?:/|-|–|—)\\s*(?:now|present|today|current)$", NULL,
     "\\1/ongoing"},
    {"^unknown/(\\S+)$", NULL, "/\\1"},
    {"^(\\S+)/unknown$", NULL, "\\1/"},
    {"^(\\d{2})(\\d\\d)\\s*[-–/]\\s*(\\d\\d)$", NULL, "\\1\\2/\\1\\3"},
    {"^(\\d{4}\\S*?)\\s*(?:/|-|–|—|\\.\\.|to|until|bis)\\s*(\\d{4}\\S*)$", NULL,
     "\\1/\\2"},
    {"^(\\d{4})[-–—]$", NULL, "\\1/.."},
    {"^[-–—](\\d{4})$", NULL, "../\\1"},
    {"^(?:now|present|today|current|continuing|still)$|^ongoing$", NULL, "ongoing"},
    {"^(?:n\\.? ?d\\.?|tb[acd]|none|null|[?]+|undated)$|^unknown$", NULL, "unknown"},
};

#undef LATE
#undef EARLY
#undef MIDDLE
#undef CENTURY
#undef NAME
#undef DAY
#undef YEAR

static char *suggest(const Habit *habit, const GMatchInfo *match) {
    if (habit->suggest != NULL)
        return habit->suggest(match);
    return g_match_info_expand_references(match, habit->replacement, NULL);
}

static GRegex *compile_habit(size_t index) {
    static GRegex *compiled[G_N_ELEMENTS(habits)];
    if (g_once_init_enter(&compiled[index]))
        g_once_init_leave(&compiled[index],
                          g_regex_new(habits[index].pattern,
                                      G_REGEX_CASELESS | G_REGEX_DOLLAR_ENDONLY, 0,
                                      NULL));
    return compiled[index];
}

static char *try_habit(size_t index, const char *text) {
    g_autoptr(GMatchInfo) match = NULL;
    if (!g_regex_match(compile_habit(index), text, 0, &match))
        return NULL;
    return suggest(&habits[index], match);
}

/* "2025-09-03 or 2025-03-09": the first of them stands for both. */
static bool is_date(const char *text, char **reason) {
    g_autofree char *first = g_strndup(text, strcspn(text, " "));
    DlDate date;
    return dl_date_parse_strictly(first, &date, reason);
}

/* What a habit explains, or else why what it stands for is impossible: 30.2.1953. */
static char *hint_at(const char *text) {
    g_autofree char *impossible = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(habits); i++) {
        g_autofree char *suggestion = try_habit(i, text);
        g_autofree char *reason = NULL;
        if (suggestion != NULL && is_date(suggestion, &reason))
            return g_strdup_printf("write %s, not %s", suggestion, text);
        if (impossible == NULL)
            impossible = g_steal_pointer(&reason);
    }
    return g_steal_pointer(&impossible);
}

/* The first side of an interval that is wrong and of which more is known. */
static char *hint_at_side(const char *text) {
    g_auto(GStrv) sides = g_strsplit(text, "/", 3);
    if (g_strv_length(sides) != 2)
        return NULL;
    for (int i = 0; i < 2; i++) {
        g_autofree char *reason = NULL;
        char *hint = is_date(sides[i], &reason) ? NULL : hint_at(sides[i]);
        if (hint != NULL)
            return hint;
    }
    return NULL;
}

char *dl_date_hint(const char *text) {
    const bool may_be_known = strlen(text) <= LONGEST_HABIT;
    char *hint = may_be_known ? hint_at(text) : NULL;
    if (hint == NULL && may_be_known)
        hint = hint_at_side(text);
    if (hint == NULL)
        hint = g_strdup("write a date as 2025-09-03, 2025-09, 2025, 195X (a decade), "
                        "1984~ (about) or 1945/1959 (from, to)");
    return hint;
}
