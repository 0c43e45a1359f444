#include "model/timeline.h"

/* A search through the order as it is written, from one event away. Backwards in time
 * it goes by `after`, forwards by `before`. What it meets is strong where all of it
 * lies beyond, and weak where only its far side does: during an event is not after it,
 * but it is after all that the event is after. */
typedef struct {
    bool forwards;
    int last_rank; /* what is farther away leads to nothing that is between the two */
    GHashTable *weak, *strong; /* of const DlEvent, as sets */
    GQueue open;               /* of const DlEvent, each followed by its strength */
} Search;

static void meet(Search *search, const DlEvent *event, bool strong) {
    if (!g_hash_table_add(strong ? search->strong : search->weak, (void *)event))
        return;
    if (search->forwards ? event->rank > search->last_rank
                         : event->rank < search->last_rank)
        return;
    g_queue_push_tail(&search->open, (void *)event);
    g_queue_push_tail(&search->open, GINT_TO_POINTER(strong));
}

static void meet_all(Search *search, const GPtrArray *events, bool strong) {
    for (guint i = 0; i < events->len; i++)
        meet(search, events->pdata[i], strong);
}

static void run(Search *search, const DlEvent *start) {
    meet(search, start, false);
    while (!g_queue_is_empty(&search->open)) {
        const DlEvent *event = g_queue_pop_head(&search->open);
        const bool strong = GPOINTER_TO_INT(g_queue_pop_head(&search->open));
        meet_all(search, search->forwards ? event->before : event->after, true);
        meet_all(search, event->during, false);
        meet_all(search, event->with, strong);
    }
}

static bool search_meets(const Search *back, const Search *forth) {
    GHashTableIter iter;
    gpointer event;
    g_hash_table_iter_init(&iter, forth->strong);
    while (g_hash_table_iter_next(&iter, &event, NULL))
        if (g_hash_table_contains(back->weak, event) ||
            g_hash_table_contains(back->strong, event))
            return true;
    g_hash_table_iter_init(&iter, forth->weak);
    while (g_hash_table_iter_next(&iter, &event, NULL))
        if (g_hash_table_contains(back->strong, event))
            return true;
    return false;
}

bool dl_event_follows(const DlEvent *event, const DlEvent *other) {
    if (event->rank <= other->rank)
        return false;
    g_autoptr(GHashTable) back_weak = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) back_strong = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) forth_weak = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) forth_strong = g_hash_table_new(NULL, NULL);
    Search back = {false, other->rank, back_weak, back_strong, G_QUEUE_INIT};
    Search forth = {true, event->rank, forth_weak, forth_strong, G_QUEUE_INIT};
    run(&back, event);
    run(&forth, other);
    return search_meets(&back, &forth);
}
