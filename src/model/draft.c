#include "model/draft.h"

static const int NOT_GIVEN = -1;

void dl_word_free(DlWord *word) {
    if (word == NULL)
        return;
    g_free(word->text);
    g_free(word);
}

static void free_word(void *data) {
    dl_word_free(data);
}

GPtrArray *dl_words_new(void) {
    return g_ptr_array_new_with_free_func(free_word);
}

/* The words of a record, its dates, and then its lists. */
static void clear_words(DlWord *const *words, size_t n_words) {
    for (size_t i = 0; i < n_words; i++)
        g_free(words[i]->text);
}
#define CLEAR_WORDS(...)                                                               \
    clear_words((DlWord *const[]){__VA_ARGS__},                                        \
                sizeof((DlWord *const[]){__VA_ARGS__}) / sizeof(DlWord *))

static void clear_dates(DlDraftDate *const *dates, size_t n_dates) {
    for (size_t i = 0; i < n_dates; i++)
        g_free(dates[i]->written);
}
#define CLEAR_DATES(...)                                                               \
    clear_dates((DlDraftDate *const[]){__VA_ARGS__},                                   \
                sizeof((DlDraftDate *const[]){__VA_ARGS__}) / sizeof(DlDraftDate *))

static void clear_lists(GPtrArray *const *lists, size_t n_lists) {
    for (size_t i = 0; i < n_lists; i++)
        g_ptr_array_unref(lists[i]);
}
#define CLEAR_LISTS(...)                                                               \
    clear_lists((GPtrArray *const[]){__VA_ARGS__},                                     \
                sizeof((GPtrArray *const[]){__VA_ARGS__}) / sizeof(GPtrArray *))

static void free_actor(void *data) {
    DlDraftActor *actor = data;
    CLEAR_WORDS(&actor->id, &actor->name, &actor->native, &actor->role);
    g_free(actor);
}

static void free_location(void *data) {
    DlDraftLocation *location = data;
    CLEAR_WORDS(&location->id, &location->name, &location->within);
    g_free(location);
}

static void free_category(void *data) {
    DlDraftCategory *category = data;
    CLEAR_WORDS(&category->id, &category->label);
    g_free(category);
}

static void free_source(void *data) {
    DlDraftSource *source = data;
    CLEAR_WORDS(&source->id, &source->title, &source->author, &source->publisher,
                &source->url);
    CLEAR_DATES(&source->date);
    g_free(source);
}

static void free_citation(void *data) {
    DlDraftCitation *citation = data;
    CLEAR_WORDS(&citation->source, &citation->note, &citation->text);
    CLEAR_DATES(&citation->date);
    g_free(citation);
}

static void free_reference(void *data) {
    DlDraftReference *reference = data;
    CLEAR_WORDS(&reference->event);
    g_free(reference);
}

static GPtrArray *new_references(void) {
    return g_ptr_array_new_with_free_func(free_reference);
}

DlDraftEvent *dl_draft_event_new(void) {
    DlDraftEvent *event = g_new0(DlDraftEvent, 1);
    event->after = new_references();
    event->before = new_references();
    event->during = new_references();
    event->with = new_references();
    event->actors = dl_words_new();
    event->tags = dl_words_new();
    event->citations = g_ptr_array_new_with_free_func(free_citation);
    event->weight = 3;
    event->status = DL_STATUS_HAPPENED;
    return event;
}

static void free_event(void *data) {
    DlDraftEvent *event = data;
    CLEAR_WORDS(&event->id, &event->title, &event->text, &event->category,
                &event->location, &event->link, &event->image.file,
                &event->image.credit, &event->image.alt);
    dl_picture_free(event->image.picture);
    CLEAR_DATES(&event->date, &event->start, &event->end);
    CLEAR_LISTS(event->after, event->before, event->during, event->with, event->actors,
                event->tags, event->citations);
    g_free(event);
}

static void free_era(void *data) {
    DlDraftEra *era = data;
    CLEAR_WORDS(&era->title);
    CLEAR_DATES(&era->start, &era->end);
    g_free(era);
}

static void free_relation(void *data) {
    DlDraftRelation *relation = data;
    CLEAR_WORDS(&relation->from, &relation->to, &relation->kind, &relation->label);
    g_free(relation);
}

static void free_measure(void *data) {
    DlDraftMeasure *measure = data;
    CLEAR_WORDS(&measure->from, &measure->to, &measure->label);
    g_free(measure);
}

static DlDraftSelect new_select(void) {
    return (DlDraftSelect){
        .categories = dl_words_new(),
        .tags = dl_words_new(),
        .actors = dl_words_new(),
        .locations = dl_words_new(),
        .statuses = g_array_new(FALSE, FALSE, sizeof(DlStatus)),
    };
}

static void clear_select(const DlDraftSelect *select) {
    CLEAR_LISTS(select->categories, select->tags, select->actors, select->locations);
    g_array_unref(select->statuses);
}

static void free_chart(void *data);

DlDraftChart *dl_draft_chart_new(void) {
    DlDraftChart *chart = g_new0(DlDraftChart, 1);
    chart->shape = chart->scale = chart->lanes = chart->segments = NOT_GIVEN;
    chart->color = chart->labels = chart->pages = NOT_GIVEN;
    chart->timezones = dl_words_new();
    chart->lane_ids = dl_words_new();
    chart->select = new_select();
    chart->exclude = new_select();
    chart->insets = g_ptr_array_new_with_free_func(free_chart);
    return chart;
}

static void free_chart(void *data) {
    DlDraftChart *chart = data;
    CLEAR_WORDS(&chart->id, &chart->title, &chart->subtitle, &chart->caption,
                &chart->origin, &chart->dates);
    CLEAR_DATES(&chart->from, &chart->to);
    g_ptr_array_unref(chart->timezones);
    g_ptr_array_unref(chart->lane_ids);
    clear_select(&chart->select);
    clear_select(&chart->exclude);
    g_ptr_array_unref(chart->insets);
    g_free(chart);
}

DlDraft *dl_draft_new(void) {
    DlDraft *draft = g_new0(DlDraft, 1);
    draft->keywords = dl_words_new();
    draft->actors = g_ptr_array_new_with_free_func(free_actor);
    draft->locations = g_ptr_array_new_with_free_func(free_location);
    draft->categories = g_ptr_array_new_with_free_func(free_category);
    draft->sources = g_ptr_array_new_with_free_func(free_source);
    draft->eras = g_ptr_array_new_with_free_func(free_era);
    draft->events = g_ptr_array_new_with_free_func(free_event);
    draft->relations = g_ptr_array_new_with_free_func(free_relation);
    draft->measures = g_ptr_array_new_with_free_func(free_measure);
    draft->charts = g_ptr_array_new_with_free_func(free_chart);
    return draft;
}

void dl_draft_free(DlDraft *draft) {
    if (draft == NULL)
        return;
    CLEAR_WORDS(&draft->title, &draft->subtitle, &draft->description, &draft->author,
                &draft->language, &draft->timezone);
    CLEAR_DATES(&draft->asof);
    CLEAR_LISTS(draft->keywords, draft->actors, draft->locations, draft->categories,
                draft->sources, draft->eras, draft->events, draft->relations,
                draft->measures, draft->charts);
    g_free(draft->name);
    g_free(draft);
}
