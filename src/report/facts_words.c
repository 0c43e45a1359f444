/* The names and the words of an event, for programs and for people. */
#include "report/facts.h"

enum { MINUTE = 60, HOUR = 3600, DAYS_A_WEEK = 7, MONTHS_A_YEAR = 12 };

const char *dl_fact_event_id(const void *event) {
    return ((const DlEvent *)event)->id;
}

const char *dl_fact_actor_id(const void *actor) {
    return ((const DlActor *)actor)->id;
}

const char *dl_fact_source_id(const void *citation) {
    return ((const DlCitation *)citation)->source->id;
}

const char *dl_fact_tag(const void *tag) {
    return tag;
}

char *dl_fact_words(const DlFacts *facts, const DlEvent *event) {
    const DlDate date = dl_event_said_date(event);
    const DlLanguage *language = facts->timeline->words;
    return dl_event_word_end(
        event, language,
        dl_words_date(&date, language, DL_WORDS_FULL, facts->timeline->zone));
}

char *dl_fact_name(const char *name) {
    static const int LONGEST_NAME = 200;
    const char *end = name;
    for (int i = 0; i < LONGEST_NAME && *end != '\0'; i++)
        end = g_utf8_next_char(end);
    return *end == '\0' ? g_strdup(name)
                        : g_strdup_printf("%.*s…", (int)(end - name), name);
}

/* The first of the events that it is tied to by order; NULL: none. */
static char *order_words(const DlFacts *facts, const DlEvent *event) {
    DlPhrase phrase;
    const DlEvent *other = dl_event_tie(event, &phrase);
    if (other == NULL)
        return NULL;
    g_autofree char *title = dl_fact_name(other->title);
    return dl_phrase_fill(facts->timeline->words, phrase, title);
}

char *dl_fact_when(const DlFacts *facts, const DlEvent *event) {
    g_autofree char *order =
        dl_date_is_unknown(&event->date) ? order_words(facts, event) : NULL;
    g_autofree char *words =
        order != NULL ? g_steal_pointer(&order) : dl_fact_words(facts, event);
    if (!event->has_duration)
        return g_steal_pointer(&words);
    g_autofree char *length =
        dl_words_duration(&event->duration, facts->timeline->words);
    return g_strconcat(words, " · ", length, NULL);
}

static void append_unit(GString *text, int64_t count, char letter) {
    if (count != 0)
        g_string_append_printf(text, "%" G_GINT64_FORMAT "%c", count, letter);
}

char *dl_fact_duration(const DlEvent *event) {
    if (!event->has_duration)
        return NULL;
    const DlDuration *duration = &event->duration;
    const bool in_weeks = duration->unit == DAYS_A_WEEK * DL_SECONDS_A_DAY;
    GString *text = g_string_new("P");
    append_unit(text, duration->months / MONTHS_A_YEAR, 'Y');
    append_unit(text, duration->months % MONTHS_A_YEAR, 'M');
    append_unit(text, in_weeks ? duration->days / DAYS_A_WEEK : 0, 'W');
    append_unit(text, in_weeks ? duration->days % DAYS_A_WEEK : duration->days, 'D');
    if (duration->seconds != 0 || text->len == 1)
        g_string_append_c(text, 'T');
    append_unit(text, duration->seconds / HOUR, 'H');
    append_unit(text, duration->seconds / MINUTE % MINUTE, 'M');
    append_unit(text, duration->seconds % MINUTE, 'S');
    if (g_str_has_suffix(text->str, "T"))
        g_string_append(text, "0S");
    if (duration->uncertain || duration->approximate)
        g_string_append_c(text, !duration->approximate ? '?'
                                : duration->uncertain  ? '%'
                                                       : '~');
    return g_string_free(text, FALSE);
}
