#include "model/timeline.h"

static void free_citation(void *data) {
    DlCitation *citation = data;
    g_free(citation->note);
    g_free(citation->text);
    g_free(citation);
}

DlEvent *dl_event_new(void) {
    DlEvent *event = g_new0(DlEvent, 1);
    event->date = dl_date_unknown();
    event->start = event->end = (DlRange){DL_MOMENT_MIN, DL_MOMENT_MAX};
    event->after = g_ptr_array_new();
    event->before = g_ptr_array_new();
    event->during = g_ptr_array_new();
    event->with = g_ptr_array_new();
    event->followed_by = g_ptr_array_new();
    event->joined_by = g_ptr_array_new();
    event->actors = g_ptr_array_new();
    event->tags = g_ptr_array_new_with_free_func(g_free);
    event->weight = 3;
    event->citations = g_ptr_array_new_with_free_func(free_citation);
    return event;
}

void dl_event_free(DlEvent *event) {
    if (event == NULL)
        return;
    g_free(event->id);
    g_free(event->title);
    g_free(event->text);
    g_free(event->link);
    dl_picture_free(event->image.picture);
    g_free(event->image.credit);
    g_free(event->image.alt);
    g_free(event->written);
    GPtrArray *const lists[] = {
        event->after,  event->before,      event->during,
        event->with,   event->followed_by, event->joined_by,
        event->actors, event->tags,        event->citations,
    };
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        g_ptr_array_unref(lists[i]);
    g_free(event);
}

static bool is_bounded(DlRange range) {
    return range.earliest != DL_MOMENT_MIN && range.latest != DL_MOMENT_MAX;
}

bool dl_event_is_dated(const DlEvent *event) {
    return is_bounded(event->start) || is_bounded(event->end);
}

/* An end and a length. */
static bool has_end_alone(const DlEvent *event) {
    return event->has_duration && event->date.interval &&
           event->date.start.kind == DL_BOUND_UNKNOWN;
}

char *dl_event_word_end(const DlEvent *event, const DlLanguage *language, char *words) {
    if (!has_end_alone(event) || event->date.end.kind != DL_BOUND_KNOWN)
        return words;
    char *until = dl_phrase_fill(language, DL_PHRASE_UNTIL, words);
    g_free(words);
    return until;
}

DlDate dl_event_said_date(const DlEvent *event) {
    const DlDate *date = &event->date;
    if (event->has_duration && date->interval) {
        if (has_end_alone(event))
            return (DlDate){.start = date->end, .end = date->end};
        if (date->end.kind == DL_BOUND_UNKNOWN)
            return (DlDate){.start = date->start, .end = date->start};
    }
    return *date;
}

const DlEvent *dl_event_tie(const DlEvent *event, DlPhrase *phrase) {
    const struct {
        const GPtrArray *others;
        DlPhrase phrase;
    } ties[] = {
        {event->during, DL_PHRASE_DURING},
        {event->with, DL_PHRASE_WITH},
        {event->after, DL_PHRASE_AFTER},
        {event->before, DL_PHRASE_BEFORE},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(ties); i++) {
        if (ties[i].others->len == 0)
            continue;
        *phrase = ties[i].phrase;
        return g_ptr_array_index(ties[i].others, 0);
    }
    return NULL;
}

bool dl_citation_differs(const DlCitation *citation, const DlEvent *event,
                         DlMoment *middle) {
    const DlBound *start = &citation->date.start, *end = &citation->date.end;
    if (!citation->has_date || !dl_bound_is_finite(start) || !dl_bound_is_finite(end))
        return false;
    *middle = start->min + (end->max - start->min) / 2;
    return start->min != event->date.start.min || end->max != event->date.end.max;
}

int dl_event_compare_ranks(gconstpointer a, gconstpointer b) {
    const DlEvent *first = *(const DlEvent *const *)a;
    const DlEvent *second = *(const DlEvent *const *)b;
    return first->rank - second->rank;
}
