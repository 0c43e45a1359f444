#include "resolve/select.h"

/* A selection with its names resolved: sets of records, NULL for a key that is not
 * given. */
typedef struct {
    GHashTable *categories, *tags, *actors, *locations;
    const GArray *statuses;
    int weight;
} Filter;

static GHashTable *find_all(DlResolver *resolver, DlRegistry *registry,
                            const GPtrArray *words, bool *right) {
    if (words->len == 0)
        return NULL;
    GHashTable *set = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < words->len; i++) {
        void *record = dl_registry_find(registry, words->pdata[i], resolver->problems);
        *right &= record != NULL;
        g_hash_table_add(set, record);
    }
    return set;
}

/* What happens in a place happens in those that it is within. Each place is walked over
 * once, as it is then known to be inside or outside. */
static void add_inner_places(GHashTable *inside, const GPtrArray *locations) {
    g_autoptr(GHashTable) outside = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) path = g_ptr_array_new();
    for (guint i = 0; i < locations->len; i++) {
        const DlLocation *each = locations->pdata[i];
        g_ptr_array_set_size(path, 0);
        while (each != NULL && !g_hash_table_contains(inside, each) &&
               !g_hash_table_contains(outside, each)) {
            g_ptr_array_add(path, (void *)each);
            each = each->within;
        }
        const bool is_inside = each != NULL && g_hash_table_contains(inside, each);
        for (guint j = 0; j < path->len; j++)
            g_hash_table_add(is_inside ? inside : outside, path->pdata[j]);
    }
}

static Filter make_filter(DlResolver *resolver, const DlDraftSelect *draft,
                          bool *right) {
    Filter filter = {
        .categories =
            find_all(resolver, resolver->categories, draft->categories, right),
        .tags = find_all(resolver, resolver->tags, draft->tags, right),
        .actors = find_all(resolver, resolver->actors, draft->actors, right),
        .locations = find_all(resolver, resolver->locations, draft->locations, right),
        .statuses = draft->statuses,
        .weight = draft->weight,
    };
    if (filter.locations != NULL)
        add_inner_places(filter.locations, resolver->timeline->locations);
    return filter;
}

static void clear_filter(Filter *filter) {
    g_clear_pointer(&filter->categories, g_hash_table_unref);
    g_clear_pointer(&filter->tags, g_hash_table_unref);
    g_clear_pointer(&filter->actors, g_hash_table_unref);
    g_clear_pointer(&filter->locations, g_hash_table_unref);
}

static bool is_empty(const Filter *filter) {
    return filter->categories == NULL && filter->tags == NULL &&
           filter->actors == NULL && filter->locations == NULL &&
           filter->statuses->len == 0 && filter->weight == 0;
}

static bool has_tag(DlResolver *resolver, const Filter *filter, const DlEvent *event) {
    for (guint i = 0; i < event->tags->len; i++) {
        const int row = dl_registry_row(resolver->tags, event->tags->pdata[i]);
        if (g_hash_table_contains(filter->tags, resolver->tags->records->pdata[row]))
            return true;
    }
    return false;
}

static bool has_actor(const Filter *filter, const DlEvent *event) {
    for (guint i = 0; i < event->actors->len; i++)
        if (g_hash_table_contains(filter->actors, event->actors->pdata[i]))
            return true;
    return false;
}

static bool has_status(const Filter *filter, DlStatus status) {
    for (guint i = 0; i < filter->statuses->len; i++)
        if (g_array_index(filter->statuses, DlStatus, i) == status)
            return true;
    return false;
}

static bool lets_in(DlResolver *resolver, const Filter *filter, const DlEvent *event) {
    return event->weight >= filter->weight &&
           (filter->categories == NULL ||
            g_hash_table_contains(filter->categories, event->category)) &&
           (filter->tags == NULL || has_tag(resolver, filter, event)) &&
           (filter->actors == NULL || has_actor(filter, event)) &&
           (filter->locations == NULL ||
            g_hash_table_contains(filter->locations, event->location)) &&
           (filter->statuses->len == 0 || has_status(filter, event->status));
}

static bool is_in_window(const DlChart *chart, const DlEvent *event) {
    return event->start.earliest <= chart->to && event->end.latest >= chart->from;
}

bool dl_select_events(DlResolver *resolver, const DlDraftChart *draft, DlChart *chart) {
    bool right = true;
    Filter select = make_filter(resolver, &draft->select, &right);
    Filter exclude = make_filter(resolver, &draft->exclude, &right);
    const bool excludes = !is_empty(&exclude);
    for (guint i = 0; i < resolver->timeline->events->len; i++) {
        DlEvent *event = resolver->timeline->events->pdata[i];
        if (!is_in_window(chart, event))
            continue;
        if (lets_in(resolver, &select, event) &&
            !(excludes && lets_in(resolver, &exclude, event)))
            g_ptr_array_add(chart->events, event);
        else
            chart->n_left_out++;
    }
    clear_filter(&select);
    clear_filter(&exclude);
    return right;
}
