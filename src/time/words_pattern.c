#include <string.h>

#include "time/edtf_set.h"
#include "time/refuse.h"
#include "time/words_bound.h"

static const size_t LONGEST_PATTERN = 200;

typedef char *(*MakePart)(const DlVoice *voice, const DlBound *bound,
                          const DlCivil *civil);

static char *make_year(const DlVoice *voice, const DlBound *bound G_GNUC_UNUSED,
                       const DlCivil *civil) {
    return civil->year >= 1000 && civil->year <= 9999
               ? g_strdup_printf("%d", (int)civil->year)
               : dl_language_year(voice->language, civil->year);
}

static char *make_file_year(const DlVoice *voice G_GNUC_UNUSED,
                            const DlBound *bound G_GNUC_UNUSED, const DlCivil *civil) {
    return dl_year_to_text(civil->year);
}

/* A part that the tables of the language have a name for. */
static char *make_named(const DlVoice *voice, const DlCivil *civil, const char *name) {
    return dl_voice_days(voice, name, civil, civil);
}

static char *make_month(const DlVoice *voice, const DlBound *bound G_GNUC_UNUSED,
                        const DlCivil *civil) {
    return make_named(voice, civil, "{month}");
}

static char *make_short_month(const DlVoice *voice, const DlBound *bound G_GNUC_UNUSED,
                              const DlCivil *civil) {
    DlVoice brief = *voice;
    brief.length = DL_WORDS_SHORT;
    return make_named(&brief, civil, "{month}");
}

static char *make_day(const DlVoice *voice, const DlBound *bound G_GNUC_UNUSED,
                      const DlCivil *civil) {
    return make_named(voice, civil, "{day}");
}

static char *make_weekday(const DlVoice *voice, const DlBound *bound G_GNUC_UNUSED,
                          const DlCivil *civil) {
    return make_named(voice, civil, "{weekday}");
}

static char *make_zone(const DlVoice *voice, const DlBound *bound,
                       const DlCivil *civil G_GNUC_UNUSED) {
    return dl_voice_zone(voice, bound);
}

#define MAKE_NUMBER(name, format, field)                                               \
    static char *name(const DlVoice *voice G_GNUC_UNUSED,                              \
                      const DlBound *bound G_GNUC_UNUSED, const DlCivil *civil) {      \
        return g_strdup_printf(format, civil->field);                                  \
    }
MAKE_NUMBER(make_m, "%d", month)
MAKE_NUMBER(make_mm, "%02d", month)
MAKE_NUMBER(make_d, "%d", day)
MAKE_NUMBER(make_dd, "%02d", day)
MAKE_NUMBER(make_hh, "%02d", hour)
MAKE_NUMBER(make_min, "%02d", minute)
MAKE_NUMBER(make_ss, "%02d", second)
#undef MAKE_NUMBER

typedef struct {
    const char *name;
    DlPrecision precision; /* which dates have it: those as exact as this, or more */
    MakePart make;
} Part;

static const Part parts[] = {
    {"year", DL_PRECISION_YEAR, make_year},
    {"yyyy", DL_PRECISION_YEAR, make_file_year},
    {"month", DL_PRECISION_MONTH, make_month},
    {"mon", DL_PRECISION_MONTH, make_short_month},
    {"m", DL_PRECISION_MONTH, make_m},
    {"mm", DL_PRECISION_MONTH, make_mm},
    {"day", DL_PRECISION_DAY, make_day},
    {"d", DL_PRECISION_DAY, make_d},
    {"dd", DL_PRECISION_DAY, make_dd},
    {"weekday", DL_PRECISION_DAY, make_weekday},
    {"hh", DL_PRECISION_MINUTE, make_hh},
    {"min", DL_PRECISION_MINUTE, make_min},
    {"ss", DL_PRECISION_SECOND, make_ss},
    {"zone", DL_PRECISION_MINUTE, make_zone},
};

static const Part *find_part(const char *name, size_t length) {
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        if (strlen(parts[i].name) == length &&
            strncmp(parts[i].name, name, length) == 0)
            return &parts[i];
    return NULL;
}

/* The next part of a right pattern; NULL: there is none. What stands before it is
 * `plain` bytes from `*rest`, which moves behind the part. */
static const Part *next_part(const char **rest, size_t *plain) {
    *plain = strcspn(*rest, "{");
    const char *name = *rest + *plain;
    if (*name == '\0')
        return NULL;
    name++;
    const size_t length = strcspn(name, "}");
    *rest = name + length + 1;
    return find_part(name, length);
}

static bool refuse_part(const char *name, size_t length, char **reason) {
    g_autoptr(GString) names = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        g_string_append_printf(names, "%s{%s}", i > 0 ? " " : "", parts[i].name);
    return dl_refuse(reason,
                     "{%.*s} is not a part of a date; there are "
                     "%s",
                     (int)length, name, names->str);
}

bool dl_pattern_check(const char *pattern, char **reason) {
    *reason = NULL;
    if (strnlen(pattern, LONGEST_PATTERN + 1) > LONGEST_PATTERN)
        return dl_refuse(reason, "it is too long");
    const char *rest = pattern;
    int n_parts = 0;
    while (*(rest += strcspn(rest, "{}")) != '\0') {
        const size_t length = strcspn(rest + 1, "{}");
        if (*rest == '}' || rest[length + 1] != '}')
            return dl_refuse(reason, "a { and a } of it are no pair");
        if (find_part(rest + 1, length) == NULL)
            return refuse_part(rest + 1, length, reason);
        rest += length + 2;
        n_parts++;
    }
    return n_parts > 0 || dl_refuse(reason, "it has no part of a date, such as {year}");
}

char *dl_voice_pattern(const DlVoice *voice, const DlBound *bound) {
    const DlCivil civil = dl_civil_from_moment(bound->min);
    GString *text = g_string_new(NULL);
    const char *rest = voice->pattern;
    while (true) {
        const char *start = rest;
        size_t plain;
        const Part *part = next_part(&rest, &plain);
        g_string_append_len(text, start, (gssize)plain);
        if (part == NULL)
            return g_string_free(text, FALSE);
        g_autofree char *made = part->make(voice, bound, &civil);
        g_string_append(text, made);
    }
}

/* A zone is a part only where it is to be named. */
static bool has_parts(const DlVoice *voice, const DlBound *bound) {
    if (bound->unspecified || bound->estimated ||
        bound->precision == DL_PRECISION_SEASON)
        return false;
    const char *rest = voice->pattern;
    size_t plain;
    for (const Part *part; (part = next_part(&rest, &plain)) != NULL;)
        if (bound->precision > part->precision ||
            (part->make == make_zone && voice->zone == NULL))
            return false;
    return true;
}

static bool lacks_last_part(const DlVoice *voice, const DlBound *bound) {
    const char *name = strrchr(voice->pattern, '{') + 1;
    return bound->precision > find_part(name, strcspn(name, "}"))->precision;
}

typedef bool (*Test)(const DlVoice *voice, const DlBound *bound);

static bool all_are(const DlVoice *voice, const DlDate *date, Test test);

static bool bound_is(const DlVoice *voice, const DlBound *bound, Test test) {
    if (bound->kind != DL_BOUND_KNOWN)
        return true;
    if (bound->set == NULL)
        return test(voice, bound);
    g_autoptr(GArray) members = dl_set_members(bound);
    for (guint i = 0; i < members->len; i++)
        if (!all_are(voice, &g_array_index(members, DlDate, i), test))
            return false;
    return true;
}

/* Every date that is told. */
static bool all_are(const DlVoice *voice, const DlDate *date, Test test) {
    return bound_is(voice, &date->start, test) && bound_is(voice, &date->end, test);
}

/* The last part goes, with what stands before it; false: there is no other. */
static bool drop_last(char *pattern) {
    *strrchr(pattern, '{') = '\0';
    char *end = strrchr(pattern, '}');
    if (end != NULL)
        end[1] = '\0';
    return end != NULL;
}

char *dl_words_pattern(const DlDate *date, const char *pattern,
                       const DlLanguage *language, const DlZone *zone) {
    g_autofree char *shorter = g_strdup(pattern);
    const DlVoice voice = {language, DL_WORDS_FULL, zone, shorter};
    while (!all_are(&voice, date, has_parts))
        if (!all_are(&voice, date, lacks_last_part) || !drop_last(shorter))
            return dl_words_date(date, language, DL_WORDS_FULL, zone);
    return dl_voice_date(&voice, date);
}
