#include "model/timeline.h"

#include "base/sorted.h"

/* A search forwards from the end of one event to the start of another. All that it
 * meets starts between the two. */
typedef struct {
    const DlEvent *from, *to;
    GHashTable *started, *ended; /* of const DlEvent, as sets: what it has met */
    GQueue open; /* of const DlEvent: those whose start it goes on from */
} Search;

/* The first of a list that starts after the search begins. */
static guint find_first(const Search *search, const GPtrArray *events) {
    return dl_first_where(events->len, i,
                          ((const DlEvent *)events->pdata[i])->start_rank >
                              search->from->rank);
}

static void meet_starts(Search *search, const GPtrArray *events) {
    for (guint i = find_first(search, events); i < events->len; i++) {
        DlEvent *event = events->pdata[i];
        if (event->start_rank > search->to->start_rank)
            return;
        if (g_hash_table_add(search->started, event))
            g_queue_push_tail(&search->open, event);
    }
}

/* When an event ends, what follows it may start; and what it is a part of may end. */
static void meet_end(Search *search, const DlEvent *event) {
    g_autoptr(GPtrArray) ends = g_ptr_array_new();
    g_ptr_array_add(ends, (void *)event);
    for (guint i = 0; i < ends->len; i++) {
        const DlEvent *end = ends->pdata[i];
        if (!g_hash_table_add(search->ended, (void *)end))
            continue;
        meet_starts(search, end->followed_by);
        g_ptr_array_extend(ends, end->during, NULL, NULL);
    }
}

static bool reaches(Search *search) {
    meet_end(search, search->from);
    while (!g_queue_is_empty(&search->open)) {
        const DlEvent *event = g_queue_pop_head(&search->open);
        if (event == search->to)
            return true;
        meet_starts(search, event->joined_by);
        meet_end(search, event);
    }
    return false;
}

bool dl_event_follows(const DlEvent *event, const DlEvent *other) {
    if (event->start_rank <= other->rank)
        return false;
    g_autoptr(GHashTable) started = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) ended = g_hash_table_new(NULL, NULL);
    Search search = {other, event, started, ended, G_QUEUE_INIT};
    const bool follows = reaches(&search);
    g_queue_clear(&search.open);
    return follows;
}
