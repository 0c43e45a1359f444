#include "layout/kept.h"

typedef struct {
    const DlEvent *event;
    guint turn; /* among equals: the bits of its place in time, in reverse */
} Candidate;

/* The van der Corput sequence: the first of any number of turns are spread evenly. */
static guint reverse_bits(guint number) {
    guint reversed = 0;
    for (int bit = 0; bit < 32; bit++)
        reversed |= (number >> bit & 1) << (31 - bit);
    return reversed;
}

static int compare_candidates(gconstpointer a, gconstpointer b) {
    const Candidate *first = a, *second = b;
    if (first->event->weight != second->event->weight)
        return second->event->weight - first->event->weight;
    if (first->turn != second->turn)
        return first->turn < second->turn ? -1 : 1;
    return first->event->rank - second->event->rank;
}

GPtrArray *dl_kept_order(const DlLayoutJob *job) {
    g_autoptr(GArray) candidates = g_array_new(false, false, sizeof(Candidate));
    for (guint i = 0; i < job->view->events->len; i++) {
        const DlEvent *event = g_ptr_array_index(job->view->events, i);
        Candidate candidate = {event, reverse_bits(candidates->len)};
        g_array_append_val(candidates, candidate);
    }
    g_array_sort(candidates, compare_candidates);
    GPtrArray *order = g_ptr_array_new();
    for (guint i = 0; i < candidates->len; i++)
        g_ptr_array_add(order, (gpointer)g_array_index(candidates, Candidate, i).event);
    return order;
}

bool dl_kept_drops(const DlLayoutJob *job, const DlEvent *event) {
    return job->chart->labels == DL_LABELS_FIT && job->kept != NULL &&
           !g_hash_table_contains(job->kept, event);
}

GHashTable *dl_kept_first(const GPtrArray *order, guint n) {
    GHashTable *kept = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < MIN(n, order->len); i++)
        g_hash_table_add(kept, g_ptr_array_index(order, i));
    return kept;
}
