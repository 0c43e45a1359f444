#include "read/guesses.h"

#include <string.h>

typedef struct {
    const char *word, *key;
} Synonym;

/* Of several rows with a word, the first whose key the table has. */
static const Synonym synonyms[] = {
    {"begin", "start"},     {"begin", "from"},       {"since", "start"},
    {"since", "from"},      {"from", "start"},       {"start", "from"},
    {"to", "end"},          {"until", "end"},        {"until", "to"},
    {"end", "to"},          {"finish", "end"},       {"when", "date"},
    {"day", "date"},        {"time", "date"},        {"year", "date"},
    {"length", "duration"}, {"lag", "by"},           {"name", "title"},
    {"name", "label"},      {"label", "title"},      {"label", "name"},
    {"title", "label"},     {"title", "name"},       {"heading", "title"},
    {"headline", "title"},  {"what", "title"},       {"description", "text"},
    {"note", "text"},       {"notes", "text"},       {"body", "text"},
    {"details", "text"},    {"summary", "text"},     {"importance", "weight"},
    {"priority", "weight"}, {"url", "link"},         {"href", "link"},
    {"web", "link"},        {"link", "url"},         {"href", "url"},
    {"location", "place"},  {"where", "place"},      {"people", "actors"},
    {"persons", "actors"},  {"who", "actors"},       {"who", "actor"},
    {"picture", "image"},   {"photo", "image"},      {"src", "file"},
    {"path", "file"},       {"caption", "credit"},   {"source", "credit"},
    {"type", "category"},   {"kind", "category"},    {"group", "category"},
    {"type", "kind"},       {"category", "kind"},    {"id", "event"},
    {"icon", "shape"},      {"marker", "shape"},     {"orientation", "shape"},
    {"direction", "shape"}, {"layout", "shape"},     {"size", "page"},
    {"format", "page"},     {"paper", "page"},       {"width", "page"},
    {"height", "page"},     {"filter", "select"},    {"where", "select"},
    {"include", "select"},  {"events", "select"},    {"legend", "show"},
    {"hide", "show"},       {"sources", "show"},     {"images", "show"},
    {"eras", "show"},       {"relations", "show"},   {"measures", "show"},
    {"groups", "lanes"},    {"rows", "lanes"},       {"group", "lanes"},
    {"font", "theme"},      {"fonts", "theme"},      {"style", "theme"},
    {"font", "typefaces"},  {"fonts", "typefaces"},  {"extends", "based"},
    {"base", "based"},      {"locations", "places"}, {"references", "sources"},
    {"periods", "eras"},    {"links", "relations"},  {"views", "charts"},
    {"zone", "timezone"},   {"lang", "language"},
};

typedef struct {
    const char *what, *word, *hint;
} Elsewhere;

#define WINDOW "the window of a chart is its own `from` and `to`, beside `select`"
#define OF_TIMELINE "it is a key of `timeline`, for all charts"
#define IN_TIMELINE "it stands under `timeline:`"
#define OF_CATEGORY                                                                    \
    "an event has the color and the shape of its category: give it a `category`, and " \
    "that a `color` or `shape` under `categories`"

static const Elsewhere elsewhere[] = {
    {"select", "from", WINDOW},
    {"select", "to", WINDOW},
    {"select", "start", WINDOW},
    {"select", "end", WINDOW},
    {"select", "date", WINDOW},
    {"a timeline file", "title", IN_TIMELINE},
    {"a timeline file", "subtitle", IN_TIMELINE},
    {"a timeline file", "description", IN_TIMELINE},
    {"a timeline file", "author", IN_TIMELINE},
    {"a timeline file", "language", IN_TIMELINE},
    {"a timeline file", "timezone", IN_TIMELINE},
    {"a timeline file", "asof", IN_TIMELINE},
    {"a chart", "window", "a window is written `from: …` and `to: …`"},
    {"a chart", "range", "a window is written `from: …` and `to: …`"},
    {"a chart", "language", OF_TIMELINE},
    {"a chart", "asof", OF_TIMELINE},
    {"a chart", "author", OF_TIMELINE},
    {"a chart", "timezone",
     "it is a key of `timeline`; a chart has `timezones`, a list for its axis"},
    {"an event", "color", OF_CATEGORY},
    {"an event", "colour", OF_CATEGORY},
    {"an event", "shape", OF_CATEGORY},
    {"an event", "icon", OF_CATEGORY},
    {"an event", "lane",
     "the lanes of a chart stand for categories, actors, places, tags or statuses"},
};

static const Synonym choices[] = {
    {"no", "none"},           {"false", "none"},      {"off", "none"},
    {"never", "none"},        {"logarithmic", "log"}, {"equal", "sequence"},
    {"ordinal", "sequence"},  {"order", "sequence"},  {"down", "vertical"},
    {"across", "horizontal"}, {"done", "happened"},   {"confirmed", "happened"},
};

static bool has_key(const DlFieldTable *table, const char *key) {
    for (size_t i = 0; i < table->n_fields; i++)
        if (strcmp(table->fields[i].name, key) == 0)
            return true;
    return false;
}

const char *dl_guess_key(const DlFieldTable *table, const char *word) {
    for (size_t i = 0; i < G_N_ELEMENTS(synonyms); i++)
        if (g_ascii_strcasecmp(synonyms[i].word, word) == 0 &&
            has_key(table, synonyms[i].key))
            return synonyms[i].key;
    return NULL;
}

const char *dl_guess_hint(const DlFieldTable *table, const char *word) {
    for (size_t i = 0; i < G_N_ELEMENTS(elsewhere); i++)
        if (strcmp(elsewhere[i].what, table->what) == 0 &&
            g_ascii_strcasecmp(elsewhere[i].word, word) == 0)
            return elsewhere[i].hint;
    return NULL;
}

const char *dl_guess_name(const DlNameTable *table, const char *word) {
    for (size_t i = 0; i < G_N_ELEMENTS(choices); i++)
        if (g_ascii_strcasecmp(choices[i].word, word) == 0 &&
            dl_name_find(table, choices[i].key) != NULL)
            return choices[i].key;
    return NULL;
}
