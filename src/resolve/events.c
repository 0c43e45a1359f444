/* Events, all but their order. */
#include "resolve/resolver.h"

char *dl_unique_id(const char *wanted, GHashTable *taken, GHashTable *numbers) {
    static const gsize LONGEST_STEM = 64 - sizeof("-2147483647") + 1;
    if (!g_hash_table_contains(taken, wanted))
        return g_strdup(wanted);
    char *stem = g_strndup(wanted, LONGEST_STEM);
    int number = GPOINTER_TO_INT(g_hash_table_lookup(numbers, stem));
    number = MAX(number, 1);
    char *id = NULL;
    do {
        g_free(id);
        id = g_strdup_printf("%s-%d", stem, ++number);
    } while (g_hash_table_contains(taken, id));
    g_hash_table_insert(numbers, stem, GINT_TO_POINTER(number));
    return id;
}

/* Given ids come first, so that an id made from a title never takes one of them. */
static void add_given_ids(DlResolver *resolver) {
    for (guint i = 0; i < resolver->draft->events->len; i++) {
        const DlDraftEvent *draft = resolver->draft->events->pdata[i];
        DlEvent *event = resolver->timeline->events->pdata[i];
        if (draft->id.text != NULL &&
            dl_registry_add(resolver->events, draft->id.text, draft->id.place, event,
                            resolver->problems))
            event->id = g_strdup(draft->id.text);
    }
}

static void add_made_ids(DlResolver *resolver) {
    g_autoptr(GHashTable) numbers =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < resolver->timeline->events->len; i++) {
        DlEvent *event = resolver->timeline->events->pdata[i];
        if (event->id != NULL)
            continue;
        g_autofree char *wanted = dl_id_from_title(event->title);
        event->id = dl_unique_id(wanted, resolver->events->rows, numbers);
        dl_registry_add(resolver->events, event->id, event->place, event,
                        resolver->problems);
    }
}

static void add_citation(DlResolver *resolver, const DlDraftCitation *draft,
                         DlEvent *event) {
    const DlSource *source =
        dl_registry_find(resolver->sources, &draft->source, resolver->problems);
    if (source == NULL && resolver->sources->ids->len == 0)
        dl_problems_hint(resolver->problems,
                         "give it under `sources:`, with its title, or in a "
                         "`bibliography`");
    if (source == NULL)
        return;
    DlCitation *citation = g_new0(DlCitation, 1);
    citation->source = source;
    citation->note = g_strdup(draft->note.text);
    citation->place = draft->date.place;
    citation->has_date = draft->date.given;
    citation->date = dl_resolve_date(resolver, &draft->date);
    citation->has_duration = draft->duration.given;
    citation->duration = draft->duration.value;
    citation->has_status = draft->has_status;
    citation->status = draft->status;
    citation->text = g_strdup(draft->text.text);
    g_ptr_array_add(event->citations, citation);
}

static void add_tag(DlResolver *resolver, const DlWord *word, DlEvent *event) {
    char *tag = g_strdup(word->text);
    g_ptr_array_add(event->tags, tag);
    if (dl_registry_row(resolver->tags, tag) < 0)
        dl_registry_add(resolver->tags, tag, word->place, tag, resolver->problems);
}

static void add_references(DlResolver *resolver, const DlDraftEvent *draft,
                           DlEvent *event) {
    DlProblems *problems = resolver->problems;
    event->category =
        dl_registry_find(resolver->categories, &draft->category, problems);
    event->location = dl_registry_find(resolver->locations, &draft->location, problems);
    for (guint i = 0; i < draft->actors->len; i++) {
        void *actor =
            dl_registry_find(resolver->actors, draft->actors->pdata[i], problems);
        if (actor != NULL)
            g_ptr_array_add(event->actors, actor);
    }
    for (guint i = 0; i < draft->citations->len; i++)
        add_citation(resolver, draft->citations->pdata[i], event);
    for (guint i = 0; i < draft->tags->len; i++)
        add_tag(resolver, draft->tags->pdata[i], event);
}

static void add_event(DlResolver *resolver, const DlDraftEvent *draft) {
    DlEvent *event = dl_event_new();
    event->rank = (int)resolver->timeline->events->len;
    g_ptr_array_add(resolver->timeline->events, event);
    event->place = draft->place;
    event->title = g_strdup(draft->title.text != NULL ? draft->title.text : "");
    event->text = g_strdup(draft->text.text);
    event->link = g_strdup(draft->link.text);
    event->image = (DlImage){
        .picture = dl_picture_copy(draft->image.picture),
        .credit = g_strdup(draft->image.credit.text),
        .alt = g_strdup(draft->image.alt.text),
    };
    event->weight = draft->weight;
    event->status = draft->status;
    add_references(resolver, draft, event);
    dl_resolve_event_date(resolver, draft, event);
}

void dl_resolve_events(DlResolver *resolver) {
    for (guint i = 0; i < resolver->draft->events->len; i++)
        add_event(resolver, resolver->draft->events->pdata[i]);
    add_given_ids(resolver);
    add_made_ids(resolver);
}
