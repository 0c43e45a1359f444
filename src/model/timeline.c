#include "model/timeline.h"

#define TABLE(what, names)                                                             \
    { what, names, G_N_ELEMENTS(names) }

static const DlName statuses[] = {
    {"happened", DL_STATUS_HAPPENED, true}, {"planned", DL_STATUS_PLANNED, true},
    {"expected", DL_STATUS_EXPECTED, true}, {"possible", DL_STATUS_POSSIBLE, true},
    {"unlikely", DL_STATUS_UNLIKELY, true}, {"disputed", DL_STATUS_DISPUTED, true},
};
const DlNameTable dl_status_names = TABLE("a status", statuses);

static void free_actor(void *data) {
    DlActor *actor = data;
    g_free(actor->id);
    g_free(actor->name);
    g_free(actor->native);
    g_free(actor->role);
    g_free(actor);
}

static void free_location(void *data) {
    DlLocation *location = data;
    g_free(location->id);
    g_free(location->name);
    g_free(location);
}

static void free_category(void *data) {
    DlCategory *category = data;
    g_free(category->id);
    g_free(category->label);
    g_free(category);
}

static void free_source(void *data) {
    DlSource *source = data;
    g_free(source->id);
    g_free(source->title);
    g_free(source->author);
    g_free(source->publisher);
    g_free(source->url);
    g_free(source);
}

static void free_era(void *data) {
    DlEra *era = data;
    g_free(era->title);
    g_free(era);
}

static void free_relation(void *data) {
    DlRelation *relation = data;
    g_free(relation->kind);
    g_free(relation->label);
    g_free(relation);
}

static void free_measure(void *data) {
    DlMeasure *measure = data;
    g_free(measure->label);
    g_free(measure->length);
    g_free(measure);
}

static void free_event(void *data) {
    dl_event_free(data);
}

static void free_chart(void *data) {
    dl_chart_free(data);
}

DlTimeline *dl_timeline_new(void) {
    DlTimeline *timeline = g_new0(DlTimeline, 1);
    timeline->keywords = g_ptr_array_new_with_free_func(g_free);
    timeline->actors = g_ptr_array_new_with_free_func(free_actor);
    timeline->locations = g_ptr_array_new_with_free_func(free_location);
    timeline->categories = g_ptr_array_new_with_free_func(free_category);
    timeline->sources = g_ptr_array_new_with_free_func(free_source);
    timeline->eras = g_ptr_array_new_with_free_func(free_era);
    timeline->relations = g_ptr_array_new_with_free_func(free_relation);
    timeline->measures = g_ptr_array_new_with_free_func(free_measure);
    timeline->events = g_ptr_array_new_with_free_func(free_event);
    timeline->charts = g_ptr_array_new_with_free_func(free_chart);
    return timeline;
}

const char *dl_timeline_title(const DlTimeline *timeline, const DlChart *chart) {
    return chart->title != NULL ? chart->title : timeline->title;
}

void dl_timeline_free(DlTimeline *timeline) {
    if (timeline == NULL)
        return;
    g_free(timeline->title);
    g_free(timeline->subtitle);
    g_free(timeline->description);
    g_free(timeline->author);
    g_free(timeline->language);
    dl_zone_free(timeline->zone);
    GPtrArray *const lists[] = {
        timeline->keywords, timeline->actors, timeline->locations, timeline->categories,
        timeline->sources,  timeline->eras,   timeline->relations, timeline->measures,
        timeline->events,   timeline->charts,
    };
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        g_ptr_array_unref(lists[i]);
    g_free(timeline);
}

char *dl_measure_words(const DlMeasure *measure) {
    if (measure->length == NULL)
        return NULL;
    const char *label = measure->label != NULL ? measure->label : "{length}";
    g_auto(GStrv) pieces = g_strsplit(label, "{length}", -1);
    return g_strjoinv(measure->length, pieces);
}

const char *const dl_relation_kinds[] = {"cause", "follow", "echo", "anniversary",
                                         "reply"};

const char *dl_relation_words(const DlRelation *relation, const DlLanguage *language) {
    static const DlPhrase phrases[] = {
        DL_PHRASE_CAUSE,       DL_PHRASE_FOLLOW, DL_PHRASE_ECHO,
        DL_PHRASE_ANNIVERSARY, DL_PHRASE_REPLY,
    };
    for (size_t i = 0; relation->kind != NULL && i < G_N_ELEMENTS(phrases); i++)
        if (g_str_equal(relation->kind, dl_relation_kinds[i]))
            return dl_phrase(language, phrases[i]);
    return relation->kind;
}
