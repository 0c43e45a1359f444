/* Reading: what a draft holds of a file. */
#include "tests.h"

#include "reading.h"

#define HEAD "timeline: {title: T}\n"

struct row {
    const char *name, *yaml, *expected;
};

static void append_words(GString *text, const char *name, const GPtrArray *words) {
    if (words->len == 0)
        return;
    g_string_append_printf(text, " %s:", name);
    for (unsigned i = 0; i < words->len; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? "," : "",
                               ((const DlWord *)words->pdata[i])->text);
}

static void append_references(GString *text, const char *name,
                              const GPtrArray *references) {
    for (unsigned i = 0; i < references->len; i++) {
        const DlDraftReference *reference = references->pdata[i];
        g_string_append_printf(text, "%s%s", i > 0 ? "," : "", i > 0 ? "" : " ");
        if (i == 0)
            g_string_append_printf(text, "%s:", name);
        g_string_append_printf(text, "%s@%d:%d", reference->event.text,
                               reference->event.place.line,
                               reference->event.place.column);
        if (reference->by.given)
            g_string_append_printf(text, "+%d", (int)reference->by.value.seconds);
    }
}

static void append_word(GString *text, const char *name, const DlWord *word) {
    if (word->text != NULL)
        g_string_append_printf(text, " %s:%s", name, word->text);
}

static void append_date(GString *text, const char *name, const DlDraftDate *date) {
    if (date->given || date->broken)
        g_string_append_printf(text, " %s:%s@%d:%d", name,
                               date->given ? "given" : "broken", date->place.line,
                               date->place.column);
}

static void append_citation(GString *text, const DlDraftCitation *citation) {
    g_string_append_printf(text, " source:%s", citation->source.text);
    append_word(text, "note", &citation->note);
    append_word(text, "says", &citation->text);
    append_date(text, "date", &citation->date);
    if (citation->duration.given)
        g_string_append_printf(text, " seconds:%d",
                               (int)citation->duration.value.seconds);
    if (citation->has_status)
        g_string_append_printf(text, " status:%s",
                               dl_name_of(&dl_status_names, (int)citation->status));
}

static char *describe_event(const DlDraftEvent *event) {
    GString *text = g_string_new(NULL);
    g_string_append_printf(text, "@%d:%d weight:%d status:%s", event->place.line,
                           event->place.column, event->weight,
                           dl_name_of(&dl_status_names, (int)event->status));
    append_word(text, "id", &event->id);
    append_word(text, "title", &event->title);
    append_word(text, "text", &event->text);
    append_word(text, "category", &event->category);
    append_word(text, "place", &event->location);
    append_word(text, "link", &event->link);
    append_date(text, "date", &event->date);
    append_date(text, "start", &event->start);
    append_date(text, "end", &event->end);
    append_references(text, "after", event->after);
    append_references(text, "before", event->before);
    append_references(text, "during", event->during);
    append_references(text, "with", event->with);
    append_words(text, "actors", event->actors);
    append_words(text, "tags", event->tags);
    for (unsigned i = 0; i < event->citations->len; i++)
        append_citation(text, event->citations->pdata[i]);
    return g_string_free(text, false);
}

static const struct row event_rows[] = {
    {"what is not said has its default", "{title: A}",
     "@2:10 weight:3 status:happened title:A"},
    {"words keep their text, without the space around it",
     "{id: a, title: ' A  b ', text: \"c\\n\", category: c, place: p, link: '#x'}",
     "@2:10 weight:3 status:happened id:a title:A  b text:c category:c place:p "
     "link:#x"},
    {"numbers and truths are text", "{id: 007, title: yes}",
     "@2:10 weight:3 status:happened id:007 title:yes"},
    {"a single word is a list of one", "{title: A, after: a, with: [b, c], actors: d}",
     "@2:10 weight:3 status:happened title:A after:a@2:28 with:b@2:38,c@2:41 actors:d"},
    {"another event may stand with a lag",
     "{title: A, before: {event: a, by: PT1H}, during: {event: b, by: PT2S~}}",
     "@2:10 weight:3 status:happened title:A before:a@2:37+3600 during:b@2:67+2"},
    {"in a list too", "{title: A, after: [{event: a, by: PT1H}, b, {event: c}]}",
     "@2:10 weight:3 status:happened title:A after:a@2:37+3600,b@2:51,c@2:62"},
    {"a date has its place, right or wrong", "{title: A, date: 2025, end: x}",
     "@2:10 weight:3 status:happened title:A date:given@2:27 end:broken@2:38"},
    {"weight and status", "{title: A, weight: 5, status: unlikely}",
     "@2:10 weight:5 status:unlikely title:A"},
    {"a source may say a date or a length",
     "{title: A, sources: [s, {id: t, says: 2025, note: n}, {id: u, says: PT20H~}]}",
     "@2:10 weight:3 status:happened title:A source:s source:t note:n date:given@2:48 "
     "source:u seconds:72000"},
    {"a source says one of two dates, another all of two",
     "{title: A, sources: [{id: s, says: [1960, 1961]}, {id: t, says: {1960, 1961}}]}",
     "@2:10 weight:3 status:happened title:A source:s date:given@2:45 source:t "
     "date:given@2:74"},
    {"a source may say a status and a text",
     "{title: A, sources: [{id: s, says: {status: possible, text: t, date: 2025}}]}",
     "@2:10 weight:3 status:happened title:A source:s says:t date:given@2:79 "
     "status:possible"},
};

static void test_event(void **state) {
    const struct row *row = *state;
    g_autoptr(DlProblems) problems = dl_problems_new();
    g_autofree char *yaml = g_strdup_printf(HEAD "events: [%s]\n", row->yaml);
    g_autoptr(DlDraft) draft = read_yaml(yaml, problems);
    assert_int_equal(draft->events->len, 1);
    g_autofree char *text = describe_event(draft->events->pdata[0]);
    assert_string_equal(text, row->expected);
}

static char *describe_chart(const DlDraftChart *chart) {
    GString *text = g_string_new(NULL);
    const int choices[] = {chart->shape,  chart->scale, chart->lanes, chart->segments,
                           chart->labels, chart->pages, chart->color};
    for (size_t i = 0; i < G_N_ELEMENTS(choices); i++)
        if (choices[i] >= 0)
            g_string_append_printf(text, " %zu=%d", i, choices[i]);
    if (chart->has_theme)
        g_string_append_printf(text, " margin:%.1f", chart->theme.margin);
    if (chart->has_page)
        g_string_append_printf(text, " page:%.1fx%.1f", chart->page.width,
                               chart->page.height);
    if (chart->has_show)
        g_string_append_printf(text, " show:%u", chart->show);
    if (chart->insets->len > 0)
        g_string_append_printf(text, " insets:%u", chart->insets->len);
    append_date(text, "from", &chart->from);
    append_word(text, "dates", &chart->dates);
    append_words(text, "category", chart->select.categories);
    append_words(text, "not-tag", chart->exclude.tags);
    if (chart->select.weight + chart->exclude.weight > 0)
        g_string_append_printf(text, " weight:%d,%d", chart->select.weight,
                               chart->exclude.weight);
    if (chart->select.statuses->len > 0)
        g_string_append_printf(text, " statuses:%u", chart->select.statuses->len);
    return g_string_free(text, false);
}

static const struct row chart_rows[] = {
    {"what is not said is not given", "{id: a}", ""},
    {"choices are numbers of their tables",
     "{shape: vertical, scale: broken, labels: fit}", " 0=1 1=2 4=1"},
    {"a theme is a word", "{theme: contrast}", " margin:32.0"},
    {"or a map in one line", "{theme: {based: print, spacing: {margin: 40}}}",
     " margin:40.0"},
    {"paper stands upright", "{page: A4}", " page:595.3x841.9"},
    {"paper may lie", "{page: a4  landscape}", " page:841.9x595.3"},
    {"slides lie", "{page: 16:9}", " page:960.0x540.0"},
    {"slides may stand", "{page: 16:9 portrait}", " page:540.0x960.0"},
    {"American paper", "{page: letter}", " page:612.0x792.0"},
    {"a page with a height", "{page: {width: 10in, height: 25.4 cm}}",
     " page:720.0x720.0"},
    {"a page of its own height", "{page: {width: 960px, height: auto}}",
     " page:720.0x0.0"},
    {"a wrong page is not given", "{page: {width: 1}}", ""},
    {"what is shown is a set", "{show: [legend, text]}", " show:65"},
    {"nothing may be shown", "{show: []}", " show:0"},
    {"insets are counted", "{insets: [{from: 2025}, {to: 2026}]}", " insets:2"},
    {"the window", "{from: 1945}", " from:given@2:17"},
    {"a pattern of dates", "{dates: '{yyyy}-{mm}'}", " dates:{yyyy}-{mm}"},
    {"a wrong pattern is not given", "{dates: yyyy}", ""},
    {"a selection",
     "{select: {category: [a, b], weight: 3, status: [planned, possible], not: {tag: "
     "c, "
     "weight: 5}}}",
     " category:a,b not-tag:c weight:3,5 statuses:2"},
};

static void test_chart(void **state) {
    const struct row *row = *state;
    g_autoptr(DlProblems) problems = dl_problems_new();
    g_autofree char *yaml = g_strdup_printf(HEAD "charts: [%s]\n", row->yaml);
    g_autoptr(DlDraft) draft = read_yaml(yaml, problems);
    assert_int_equal(draft->charts->len, 1);
    g_autofree char *text = describe_chart(draft->charts->pdata[0]);
    assert_string_equal(text, row->expected);
}

int main(void) {
    return run_rows(test_event, event_rows) + run_rows(test_chart, chart_rows);
}
