#include "report/formats.h"

#include <string.h>

static const char COLUMNS[] =
    "id,title,date,start_min,start_max,end_min,end_max,earliest,latest,rank,status,"
    "category,place,actors,tags,sources,text\r\n";

/* A cell; the first of a line has nothing before it. */
static void append_cell(GString *out, const char *before, const char *text) {
    g_string_append(out, before);
    if (text == NULL)
        return;
    if (strpbrk(text, ",\"\r\n") == NULL) {
        g_string_append(out, text);
        return;
    }
    g_string_append_c(out, '"');
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '"')
            g_string_append_c(out, '"');
        g_string_append_c(out, *at);
    }
    g_string_append_c(out, '"');
}

/* Full-width signs begin a formula too, in East Asian spreadsheets. */
static bool looks_like_formula(const char *text) {
    static const char *const signs[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        if (g_str_has_prefix(text, signs[i]))
            return true;
    return false;
}

static void append_words(GString *out, const char *text) {
    g_autofree char *guarded =
        text != NULL && looks_like_formula(text) ? g_strconcat("'", text, NULL) : NULL;
    append_cell(out, ",", guarded != NULL ? guarded : text);
}

static void append_list(GString *out, const GPtrArray *records, DlFactName text_of) {
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < records->len; i++) {
        g_string_append(text, i == 0 ? "" : "; ");
        g_string_append(text, text_of(records->pdata[i]));
    }
    append_words(out, text->str);
}

static void append_dates(const DlFacts *facts, const DlEvent *event, GString *out) {
    g_auto(DlFactEnd) start = dl_fact_start(facts, event);
    g_auto(DlFactEnd) end = dl_fact_end(facts, event);
    const char *const cells[] = {
        event->written, start.min,      start.max,  end.min,
        end.max,        start.earliest, end.latest,
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
        append_cell(out, ",", cells[i]);
}

static void append_event(const DlFacts *facts, const DlEvent *event, GString *out) {
    append_cell(out, "", event->id);
    append_words(out, event->title);
    append_dates(facts, event, out);
    g_string_append_printf(out, ",%d", event->rank);
    append_cell(out, ",", dl_name_of(&dl_status_names, (int)event->status));
    append_words(out, event->category == NULL ? NULL : event->category->id);
    append_words(out, event->location == NULL ? NULL : event->location->id);
    append_list(out, event->actors, dl_fact_actor_id);
    append_list(out, event->tags, dl_fact_tag);
    append_list(out, event->citations, dl_fact_source_id);
    append_words(out, event->text);
    g_string_append(out, "\r\n");
}

void dl_report_csv(const DlFacts *facts, const DlReportOptions *options, GString *out) {
    (void)options;
    const GPtrArray *events = facts->timeline->events;
    g_string_append(out, COLUMNS);
    for (guint i = 0; i < events->len; i++)
        append_event(facts, events->pdata[i], out);
}
