#include <string.h>

#include "draw/brush.h"

enum { LEAST_WEIGHT = 1, MOST_WEIGHT = 5 };

/* What is listened to has to end: of more events the weightiest are told. */
enum { MOST_TOLD = 60 };

/* Those of at least `weight` are told, but of that weight itself only so many. */
typedef struct {
    int weight;
    guint n_of_it;
} Choice;

static void end_sentence(GString *text) {
    if (text->len > 0 && strchr(".!?", text->str[text->len - 1]) == NULL)
        g_string_append_c(text, '.');
}

static void start_sentence(GString *text) {
    end_sentence(text);
    if (text->len > 0)
        g_string_append_c(text, ' ');
}

static void append_sentence(GString *text, const char *sentence) {
    if (sentence == NULL)
        return;
    start_sentence(text);
    g_string_append(text, sentence);
    end_sentence(text);
}

static Choice choose(const GPtrArray *events) {
    guint counts[MOST_WEIGHT + 1] = {0};
    for (guint i = 0; i < events->len; i++)
        counts[((const DlEvent *)events->pdata[i])->weight]++;
    guint room = MOST_TOLD;
    for (int weight = MOST_WEIGHT; weight >= LEAST_WEIGHT; weight--) {
        if (counts[weight] > room)
            return (Choice){weight, room};
        room -= counts[weight];
    }
    return (Choice){LEAST_WEIGHT, counts[LEAST_WEIGHT]};
}

static bool take(Choice *choice, const DlEvent *event) {
    if (event->weight != choice->weight)
        return event->weight > choice->weight;
    if (choice->n_of_it == 0)
        return false;
    choice->n_of_it--;
    return true;
}

/* A date is said once for all events that have it. */
static void append_event(GString *text, const DlEvent *event, const char *when,
                         const char *when_before) {
    g_autofree char *name = dl_brush_event_name(event);
    if (when != NULL && g_strcmp0(when, when_before) == 0) {
        g_string_append(text, "; ");
    } else {
        start_sentence(text);
        if (when != NULL)
            g_string_append_printf(text, "%s: ", when);
    }
    g_string_append(text, name);
}

static void append_left_out(GString *text, const DlLanguage *language, guint n) {
    if (n == 0)
        return;
    g_autofree char *count = g_strdup_printf("%u", n);
    g_autofree char *words = dl_phrase_fill(
        language, n == 1 ? DL_PHRASE_ONE_MORE : DL_PHRASE_SOME_MORE, count);
    append_sentence(text, words);
}

static void append_events(GString *text, const DlTimeline *timeline,
                          const DlChart *chart) {
    Choice choice = choose(chart->events);
    g_autofree char *when_before = NULL;
    guint n_left_out = 0;
    for (guint i = 0; i < chart->events->len; i++) {
        const DlEvent *event = chart->events->pdata[i];
        if (!take(&choice, event)) {
            n_left_out++;
            continue;
        }
        char *when = dl_label_when(timeline, chart, event);
        append_event(text, event, when, when_before);
        g_free(when_before);
        when_before = when;
    }
    end_sentence(text);
    append_left_out(text, timeline->words, n_left_out);
}

char *dl_describe(const DlTimeline *timeline, const DlChart *chart) {
    if (timeline->description != NULL && chart->title == NULL)
        return g_strdup(timeline->description);
    g_autoptr(GString) text = g_string_new(NULL);
    append_sentence(text, chart->subtitle);
    append_sentence(text, chart->caption);
    return g_string_free(g_steal_pointer(&text), false);
}

char *dl_tell_story(const DlTimeline *timeline, const DlChart *chart) {
    g_autofree char *description = dl_describe(timeline, chart);
    g_autoptr(GString) text = g_string_new(description);
    append_events(text, timeline, chart);
    return g_string_free(g_steal_pointer(&text), false);
}
