#include "draw/brush.h"

static void append_event(GString *text, const DlTimeline *timeline,
                         const DlEvent *event) {
    g_autofree char *when = dl_label_when(timeline, event);
    if (text->len > 0)
        g_string_append_c(text, ' ');
    if (when != NULL)
        g_string_append_printf(text, "%s: ", when);
    g_string_append(text, event->title);
    g_string_append_c(text, '.');
}

char *dl_describe(const DlTimeline *timeline, const DlChart *chart) {
    if (timeline->description != NULL)
        return g_strdup(timeline->description);
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < chart->events->len; i++)
        append_event(text, timeline, g_ptr_array_index(chart->events, i));
    return g_string_free(g_steal_pointer(&text), false);
}
