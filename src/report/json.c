#include "report/formats.h"

#include "base/escape.h"

static void append_key(GString *out, const char *key) {
    g_string_append(out, ", \"");
    g_string_append(out, key);
    g_string_append(out, "\": ");
}

static void append_text(GString *out, const char *key, const char *text) {
    append_key(out, key);
    dl_append_json(out, text);
}

static void append_integer(GString *out, const char *key, int number) {
    append_key(out, key);
    g_string_append_printf(out, "%d", number);
}

static void append_list(GString *out, const char *key, const GPtrArray *records,
                        DlFactName text_of) {
    append_key(out, key);
    g_string_append_c(out, '[');
    for (guint i = 0; i < records->len; i++) {
        g_string_append(out, i == 0 ? "" : ", ");
        dl_append_json(out, text_of(records->pdata[i]));
    }
    g_string_append_c(out, ']');
}

static void append_end(GString *out, const char *key, const DlFactEnd *end) {
    append_key(out, key);
    g_string_append(out, "{\"min\": ");
    dl_append_json(out, end->min);
    append_text(out, "max", end->max);
    append_text(out, "earliest", end->earliest);
    append_text(out, "latest", end->latest);
    g_string_append_c(out, '}');
}

static void append_when(const DlFacts *facts, const DlEvent *event, GString *out) {
    g_autofree char *words = dl_fact_words(facts, event);
    g_autofree char *duration = dl_fact_duration(event);
    g_auto(DlFactEnd) start = dl_fact_start(facts, event);
    g_auto(DlFactEnd) end = dl_fact_end(facts, event);
    append_text(out, "date", event->written);
    append_text(out, "words", words);
    append_end(out, "start", &start);
    append_end(out, "end", &end);
    append_text(out, "earliest", start.earliest);
    append_text(out, "latest", end.latest);
    append_key(out, "ongoing");
    g_string_append(out, dl_fact_is_ongoing(event) ? "true" : "false");
    append_text(out, "duration", duration);
}

static void append_order(const DlEvent *event, GString *out) {
    append_integer(out, "rank", event->rank);
    append_list(out, "after", event->after, dl_fact_event_id);
    append_list(out, "before", event->before, dl_fact_event_id);
    append_list(out, "during", event->during, dl_fact_event_id);
    append_list(out, "with", event->with, dl_fact_event_id);
}

static void append_rest(const DlEvent *event, GString *out) {
    append_text(out, "status", dl_name_of(&dl_status_names, (int)event->status));
    append_text(out, "category", event->category == NULL ? NULL : event->category->id);
    append_list(out, "actors", event->actors, dl_fact_actor_id);
    append_text(out, "place", event->location == NULL ? NULL : event->location->id);
    append_list(out, "tags", event->tags, dl_fact_tag);
    append_integer(out, "weight", event->weight);
    append_list(out, "sources", event->citations, dl_fact_source_id);
    append_text(out, "text", event->text);
    append_text(out, "link", event->link);
}

void dl_report_json(const DlFacts *facts, const DlReportOptions *options,
                    GString *out) {
    (void)options;
    const GPtrArray *events = facts->timeline->events;
    g_string_append(out, "{\"events\": [");
    for (guint i = 0; i < events->len; i++) {
        const DlEvent *event = events->pdata[i];
        g_string_append(out, i == 0 ? "\n  {\"id\": " : ",\n  {\"id\": ");
        dl_append_json(out, event->id);
        append_text(out, "title", event->title);
        append_when(facts, event, out);
        append_order(event, out);
        append_rest(event, out);
        g_string_append_c(out, '}');
    }
    g_string_append(out, "\n]}\n");
}
