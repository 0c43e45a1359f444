/* Registries of the file to registries of the timeline. */
#include "resolve/resolver.h"

static char *name_or_id(const DlWord *name, const char *id) {
    return g_strdup(name->text != NULL ? name->text : id);
}

static void add_actor(DlResolver *resolver, const DlDraftActor *draft) {
    DlActor *actor = g_new0(DlActor, 1);
    actor->id = g_strdup(draft->id.text);
    actor->name = name_or_id(&draft->name, actor->id);
    actor->native = g_strdup(draft->native.text);
    actor->role = g_strdup(draft->role.text);
    actor->has_color = draft->has_color;
    actor->color = draft->color;
    g_ptr_array_add(resolver->timeline->actors, actor);
    dl_registry_add(resolver->actors, actor->id, draft->id.place, actor,
                    resolver->problems);
}

static void add_location(DlResolver *resolver, const DlDraftLocation *draft) {
    DlLocation *location = g_new0(DlLocation, 1);
    location->id = g_strdup(draft->id.text);
    location->name = name_or_id(&draft->name, location->id);
    g_ptr_array_add(resolver->timeline->locations, location);
    dl_registry_add(resolver->locations, location->id, draft->id.place, location,
                    resolver->problems);
}

/* "parade" is labelled "Parade". */
static char *label_from_id(const char *id) {
    GString *label = g_string_new(NULL);
    g_string_append_unichar(label, g_unichar_toupper(g_utf8_get_char(id)));
    g_string_append(label, g_utf8_next_char(id));
    return g_string_free(label, FALSE);
}

static void add_category(DlResolver *resolver, const DlDraftCategory *draft) {
    DlCategory *category = g_new0(DlCategory, 1);
    category->id = g_strdup(draft->id.text);
    category->label = draft->label.text != NULL ? g_strdup(draft->label.text)
                                                : label_from_id(category->id);
    category->has_color = draft->has_color;
    category->color = draft->color;
    category->has_shape = draft->has_shape;
    category->shape = draft->shape;
    category->index = (int)resolver->timeline->categories->len;
    g_ptr_array_add(resolver->timeline->categories, category);
    dl_registry_add(resolver->categories, category->id, draft->id.place, category,
                    resolver->problems);
}

static void add_source(DlResolver *resolver, const DlDraftSource *draft) {
    DlSource *source = g_new0(DlSource, 1);
    source->id = g_strdup(draft->id.text);
    source->title = name_or_id(&draft->title, source->id);
    source->author = g_strdup(draft->author.text);
    source->publisher = g_strdup(draft->publisher.text);
    source->url = g_strdup(draft->url.text);
    source->has_date = draft->date.given;
    source->date = dl_resolve_date(resolver, &draft->date);
    g_ptr_array_add(resolver->timeline->sources, source);
    dl_registry_add(resolver->sources, source->id, draft->id.place, source,
                    resolver->problems);
}

/* Names that events use where the file has no such registry: a word is enough to begin
 * with. */
static bool is_new(const DlRegistry *registry, const DlWord *word) {
    return word->text != NULL && dl_registry_row(registry, word->text) < 0;
}

static void add_used_actors(DlResolver *resolver) {
    for (guint i = 0; i < resolver->draft->events->len; i++) {
        const DlDraftEvent *event = resolver->draft->events->pdata[i];
        for (guint j = 0; j < event->actors->len; j++) {
            const DlWord *word = event->actors->pdata[j];
            if (is_new(resolver->actors, word))
                add_actor(resolver, &(DlDraftActor){.id = *word});
        }
    }
}

static void add_used_locations(DlResolver *resolver) {
    for (guint i = 0; i < resolver->draft->events->len; i++) {
        const DlDraftEvent *event = resolver->draft->events->pdata[i];
        if (is_new(resolver->locations, &event->location))
            add_location(resolver, &(DlDraftLocation){.id = event->location});
    }
}

static void add_used_categories(DlResolver *resolver) {
    for (guint i = 0; i < resolver->draft->events->len; i++) {
        const DlDraftEvent *event = resolver->draft->events->pdata[i];
        if (is_new(resolver->categories, &event->category))
            add_category(resolver, &(DlDraftCategory){.id = event->category});
    }
}

static void resolve_within(DlResolver *resolver) {
    for (guint i = 0; i < resolver->draft->locations->len; i++) {
        const DlDraftLocation *draft = resolver->draft->locations->pdata[i];
        DlLocation *location = resolver->timeline->locations->pdata[i];
        location->within =
            dl_registry_find(resolver->locations, &draft->within, resolver->problems);
    }
}

static void tell_cycle(DlResolver *resolver, guint index) {
    static const int MOST_NAMED = 20;
    const DlLocation *location = resolver->timeline->locations->pdata[index];
    const DlDraftLocation *draft = resolver->draft->locations->pdata[index];
    g_autoptr(GString) chain = g_string_new(NULL);
    const DlLocation *each = location;
    for (int named = 0; named < MOST_NAMED && (named == 0 || each != location);
         named++) {
        g_string_append_printf(chain, "`%s` is within ", each->id);
        each = each->within;
    }
    g_string_append_printf(chain, each == location ? "`%s`" : "`%s` …", each->id);
    dl_problems_add(resolver->problems, draft->within.place, "place-cycle",
                    "a place cannot be within itself: %s", chain->str);
}

/* Walks up from each place until it meets one that was walked before: in an earlier
 * walk (then all is well), or in this one (then it is a cycle, which is cut). */
static void cut_cycles(DlResolver *resolver) {
    const GPtrArray *locations = resolver->timeline->locations;
    g_autoptr(GHashTable) indexes = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < locations->len; i++)
        g_hash_table_insert(indexes, locations->pdata[i], GUINT_TO_POINTER(i));
    g_autofree guint *walks = g_new0(guint, locations->len);
    for (guint i = 0; i < locations->len; i++) {
        DlLocation *each = locations->pdata[i];
        guint at = i;
        while (walks[at] == 0 && each->within != NULL) {
            walks[at] = i + 1;
            each = (DlLocation *)each->within;
            at = GPOINTER_TO_UINT(g_hash_table_lookup(indexes, each));
        }
        if (walks[at] != i + 1)
            continue;
        tell_cycle(resolver, at);
        each->within = NULL;
    }
}

void dl_resolve_registries(DlResolver *resolver) {
    const DlDraft *draft = resolver->draft;
    for (guint i = 0; i < draft->actors->len; i++)
        add_actor(resolver, draft->actors->pdata[i]);
    for (guint i = 0; i < draft->locations->len; i++)
        add_location(resolver, draft->locations->pdata[i]);
    for (guint i = 0; i < draft->categories->len; i++)
        add_category(resolver, draft->categories->pdata[i]);
    for (guint i = 0; i < draft->sources->len; i++)
        add_source(resolver, draft->sources->pdata[i]);
    resolve_within(resolver);
    cut_cycles(resolver);
    if (draft->actors->len == 0)
        add_used_actors(resolver);
    if (draft->locations->len == 0)
        add_used_locations(resolver);
    if (draft->categories->len == 0)
        add_used_categories(resolver);
}
