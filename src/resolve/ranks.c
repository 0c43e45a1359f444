/* One stable order of all events, which follows both time and what the file says. */
#include "resolve/resolver.h"

typedef struct {
    const DlOrder *order;
    DlMoment *key; /* by event: where it stands in time */
    int *
        first_later; /* by event, and one more: where its successors begin in `later` */
    int *later;      /* events that come after it */
    int *n_waits;    /* by event: how many events it comes after */
} Ranking;

/* False for what says nothing of the order. */
static bool find_pair(const DlStatement *statement, int *first, int *second) {
    if (statement->dropped || statement->kind == DL_ORDER_WITH)
        return false;
    const bool is_before = statement->kind == DL_ORDER_BEFORE;
    *first = is_before ? statement->event : statement->other;
    *second = is_before ? statement->other : statement->event;
    return true;
}

static void count_pairs(Ranking *ranking) {
    const DlOrder *order = ranking->order;
    int first, second;
    for (int i = 0; i < (int)order->statements->len; i++)
        if (find_pair(dl_order_statement(order, i), &first, &second)) {
            ranking->first_later[first + 1]++;
            ranking->n_waits[second]++;
        }
    for (int i = 0; i < order->n_events; i++)
        ranking->first_later[i + 1] += ranking->first_later[i];
}

static void fill_pairs(Ranking *ranking) {
    const DlOrder *order = ranking->order;
    g_autofree int *next =
        g_memdup2(ranking->first_later, ((gsize)order->n_events + 1) * sizeof(int));
    int first, second;
    for (int i = 0; i < (int)order->statements->len; i++)
        if (find_pair(dl_order_statement(order, i), &first, &second))
            ranking->later[next[first]++] = second;
}

static const DlEvent *event_at(const Ranking *ranking, int index) {
    return ranking->order->events->pdata[index];
}

/* Any order that follows the statements. */
static int *sort_by_statements(const Ranking *ranking) {
    const int n_events = ranking->order->n_events;
    int *sorted = g_new(int, (gsize)n_events);
    g_autofree int *n_waits =
        g_memdup2(ranking->n_waits, (gsize)n_events * sizeof(int));
    int n_sorted = 0;
    for (int i = 0; i < n_events; i++)
        if (n_waits[i] == 0)
            sorted[n_sorted++] = i;
    for (int i = 0; i < n_sorted; i++) {
        const int event = sorted[i];
        for (int j = ranking->first_later[event]; j < ranking->first_later[event + 1];
             j++)
            if (--n_waits[ranking->later[j]] == 0)
                sorted[n_sorted++] = ranking->later[j];
    }
    g_assert(n_sorted == n_events);
    return sorted;
}

/* When it can start by its own date; by the order of events where it has none. Order
 * would move the events of one day apart by seconds, and the file's own order of those
 * that it leaves open would be lost. */
static DlRange own_start(const DlEvent *event) {
    const DlBound *start = &event->date.start;
    if (start->kind == DL_BOUND_KNOWN)
        return (DlRange){start->min, start->max};
    return event->start;
}

/* An event stands at its earliest start. One that may lie any time back stands at its
 * latest, but no later than what comes after it. One that nothing binds stands last. */
static void find_keys(Ranking *ranking) {
    g_autofree int *sorted = sort_by_statements(ranking);
    for (int i = ranking->order->n_events - 1; i >= 0; i--) {
        const int event = sorted[i];
        const DlRange start = own_start(event_at(ranking, event));
        DlMoment *key = &ranking->key[event];
        *key = start.earliest;
        if (start.earliest != DL_MOMENT_MIN)
            continue;
        *key = start.latest;
        for (int j = ranking->first_later[event]; j < ranking->first_later[event + 1];
             j++)
            *key = MIN(*key, ranking->key[ranking->later[j]]);
    }
}

static int compare_moments(DlMoment a, DlMoment b) {
    return (a > b) - (a < b);
}

static int compare_events(gconstpointer a, gconstpointer b, gpointer data) {
    const Ranking *ranking = data;
    const int first = GPOINTER_TO_INT(a), second = GPOINTER_TO_INT(b);
    int compared = compare_moments(ranking->key[first], ranking->key[second]);
    if (compared == 0)
        compared = compare_moments(own_start(event_at(ranking, first)).latest,
                                   own_start(event_at(ranking, second)).latest);
    return compared != 0 ? compared : first - second;
}

static void let_in(Ranking *ranking, GSequence *ready, int event) {
    g_sequence_insert_sorted(ready, GINT_TO_POINTER(event), compare_events, ranking);
}

/* Always the first in time of those that wait for nothing. */
static void rank_events(Ranking *ranking) {
    const DlOrder *order = ranking->order;
    GSequence *ready = g_sequence_new(NULL);
    for (int i = 0; i < order->n_events; i++)
        if (ranking->n_waits[i] == 0)
            let_in(ranking, ready, i);
    for (int rank = 0; rank < order->n_events; rank++) {
        GSequenceIter *first = g_sequence_get_begin_iter(ready);
        const int index = GPOINTER_TO_INT(g_sequence_get(first));
        g_sequence_remove(first);
        ((DlEvent *)order->events->pdata[index])->rank = rank;
        for (int j = ranking->first_later[index]; j < ranking->first_later[index + 1];
             j++)
            if (--ranking->n_waits[ranking->later[j]] == 0)
                let_in(ranking, ready, ranking->later[j]);
    }
    g_sequence_free(ready);
}

static int compare_ranks(gconstpointer a, gconstpointer b) {
    const DlEvent *const *first = a, *const *second = b;
    return (*first)->rank - (*second)->rank;
}

void dl_resolve_ranks(DlResolver *resolver, const DlOrder *order) {
    const gsize n_events = (gsize)order->n_events;
    g_autofree DlMoment *key = g_new(DlMoment, n_events);
    g_autofree int *first_later = g_new0(int, n_events + 1);
    g_autofree int *later = g_new(int, order->statements->len);
    g_autofree int *n_waits = g_new0(int, n_events);
    Ranking ranking = {order, key, first_later, later, n_waits};
    count_pairs(&ranking);
    fill_pairs(&ranking);
    find_keys(&ranking);
    rank_events(&ranking);
    g_ptr_array_sort(resolver->timeline->events, compare_ranks);
}
