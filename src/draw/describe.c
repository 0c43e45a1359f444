#include <string.h>

#include "draw/brush.h"

static void start_sentence(GString *text) {
    if (text->len > 0)
        g_string_append_c(text, ' ');
}

static void end_sentence(GString *text) {
    if (text->len > 0 && strchr(".!?", text->str[text->len - 1]) == NULL)
        g_string_append_c(text, '.');
}

static void append_event(GString *text, const DlTimeline *timeline,
                         const DlChart *chart, const DlEvent *event) {
    g_autofree char *when = dl_label_when(timeline, chart, event);
    start_sentence(text);
    if (when != NULL)
        g_string_append_printf(text, "%s: ", when);
    g_string_append(text, event->title);
    end_sentence(text);
}

static void append_sentence(GString *text, const char *sentence) {
    if (sentence == NULL)
        return;
    start_sentence(text);
    g_string_append(text, sentence);
    end_sentence(text);
}

char *dl_describe(const DlTimeline *timeline, const DlChart *chart) {
    if (timeline->description != NULL && chart->title == NULL)
        return g_strdup(timeline->description);
    g_autoptr(GString) text = g_string_new(NULL);
    append_sentence(text, chart->subtitle);
    append_sentence(text, chart->caption);
    for (guint i = 0; i < chart->events->len; i++)
        append_event(text, timeline, chart, g_ptr_array_index(chart->events, i));
    return g_string_free(g_steal_pointer(&text), false);
}
