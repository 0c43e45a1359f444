/* One stable order of all events, which follows both time and what the file says.
 *
 * Four kinds of nodes wait for one another. A gate for each moment at which events
 * start opens when all that lies before it is past; then the events that start there
 * stand in line; the end of each comes after it. And events pass milestones: so many of
 * them are past, in the order of their latest ends. An event waits for the milestone of
 * all that must end before it can start. */
#include "resolve/heap.h"
#include "base/sorted.h"
#include "resolve/resolver.h"

typedef struct {
    const DlOrder *order;
    int n_nodes;     /* gates and ends as in the order, then events, then milestones */
    int *first_next; /* by node, and one more: where its successors begin in `next` */
    int *next;       /* nodes that wait for it */
    int *n_waits;    /* by node: for how many it waits */
    DlMoment *key;   /* by node: where it stands in time */
} Ranking;

typedef struct {
    int first, second;
} Pair;

static int event_node(const DlOrder *order, int event) {
    return order->n_nodes + event;
}

/* False for what says nothing of the order. */
static bool find_pair(const DlOrder *order, const DlEdge *edge, Pair *pair) {
    if (edge->kind == DL_EDGE_WITH || edge->kind == DL_EDGE_LONGEST)
        return false;
    const bool is_together =
        dl_order_node(order, edge->from) == dl_order_node(order, edge->to);
    if (is_together && edge->kind != DL_EDGE_STATED)
        return false;
    pair->first = edge->from % 2 == 0 ? event_node(order, edge->from / 2) : edge->from;
    pair->second = dl_order_node(order, edge->to);
    if (is_together)
        pair->second = event_node(order, edge->to / 2);
    return true;
}

static void add_pair(GArray *pairs, int first, int second) {
    const Pair pair = {first, second};
    g_array_append_val(pairs, pair);
}

static GArray *collect_pairs(const DlOrder *order) {
    GArray *pairs = g_array_new(FALSE, FALSE, sizeof(Pair));
    for (int i = 0; i < order->n_events; i++)
        add_pair(pairs, dl_order_node(order, 2 * i), event_node(order, i));
    Pair pair;
    for (int i = 0; i < (int)order->edges->len; i++)
        if (find_pair(order, dl_order_edge(order, i), &pair))
            add_pair(pairs, pair.first, pair.second);
    return pairs;
}

typedef struct {
    DlMoment end;
    int event;
} LatestEnd;

static int compare_ends(gconstpointer a, gconstpointer b) {
    const LatestEnd *first = a, *second = b;
    if (first->end != second->end)
        return first->end < second->end ? -1 : 1;
    return first->event - second->event;
}

static GArray *sort_ends(const DlOrder *order) {
    GArray *ends = g_array_new(FALSE, FALSE, sizeof(LatestEnd));
    for (int i = 0; i < order->n_events; i++) {
        const DlEvent *event = order->events->pdata[i];
        const LatestEnd end = {event->end.latest, i};
        if (end.end != DL_MOMENT_MAX)
            g_array_append_val(ends, end);
    }
    g_array_sort(ends, compare_ends);
    return ends;
}

static int count_before(const GArray *ends, DlMoment moment) {
    return (int)dl_first_where(ends->len, i,
                               g_array_index(ends, LatestEnd, i).end >= moment);
}

static void add_milestones(const DlOrder *order, GArray *pairs) {
    const int first = event_node(order, order->n_events);
    g_autoptr(GArray) ends = sort_ends(order);
    for (int i = 0; i < (int)ends->len; i++) {
        add_pair(pairs, event_node(order, g_array_index(ends, LatestEnd, i).event),
                 first + i);
        if (i > 0)
            add_pair(pairs, first + i - 1, first + i);
    }
    for (int i = 0; i < order->n_events; i++) {
        const DlEvent *event = order->events->pdata[i];
        const int n_before = count_before(ends, event->start.earliest);
        if (n_before > 0)
            add_pair(pairs, first + n_before - 1, event_node(order, i));
    }
}

static void sort_pairs(Ranking *ranking, const GArray *pairs) {
    for (guint i = 0; i < pairs->len; i++) {
        const Pair *pair = &g_array_index(pairs, Pair, i);
        ranking->first_next[pair->first + 1]++;
        ranking->n_waits[pair->second]++;
    }
    for (int i = 0; i < ranking->n_nodes; i++)
        ranking->first_next[i + 1] += ranking->first_next[i];
    g_autofree int *at =
        g_memdup2(ranking->first_next, ((gsize)ranking->n_nodes + 1) * sizeof(int));
    for (guint i = 0; i < pairs->len; i++) {
        const Pair *pair = &g_array_index(pairs, Pair, i);
        ranking->next[at[pair->first]++] = pair->second;
    }
}

static DlEvent *event_at(const Ranking *ranking, int index) {
    return ranking->order->events->pdata[index];
}

/* Any order in which none comes before what it waits for; NULL where there is none. The
 * caller owns it. */
static int *sort_nodes(const Ranking *ranking) {
    const gsize size = ((gsize)ranking->n_nodes + 1) * sizeof(int);
    g_autofree int *sorted = g_malloc(size);
    g_autofree int *n_waits = g_memdup2(ranking->n_waits, size);
    int n_sorted = 0;
    for (int i = 0; i < ranking->n_nodes; i++)
        if (n_waits[i] == 0)
            sorted[n_sorted++] = i;
    for (int i = 0; i < n_sorted; i++)
        for (int j = ranking->first_next[sorted[i]];
             j < ranking->first_next[sorted[i] + 1]; j++)
            if (--n_waits[ranking->next[j]] == 0)
                sorted[n_sorted++] = ranking->next[j];
    return n_sorted == ranking->n_nodes ? g_steal_pointer(&sorted) : NULL;
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
static void find_keys(Ranking *ranking, const int *sorted) {
    for (int i = ranking->n_nodes - 1; i >= 0; i--) {
        const int node = sorted[i], event = node - ranking->order->n_nodes;
        DlMoment *key = &ranking->key[node];
        *key = DL_MOMENT_MAX;
        if (event >= 0 && event < ranking->order->n_events) {
            const DlRange start = own_start(event_at(ranking, event));
            *key = start.earliest;
            if (start.earliest != DL_MOMENT_MIN)
                continue;
            *key = start.latest;
        }
        for (int j = ranking->first_next[node]; j < ranking->first_next[node + 1]; j++)
            *key = MIN(*key, ranking->key[ranking->next[j]]);
    }
}

static int compare_moments(DlMoment a, DlMoment b) {
    return (a > b) - (a < b);
}

static int compare_events(gconstpointer a, gconstpointer b, gpointer data) {
    const Ranking *ranking = data;
    const int first = *(const int *)a, second = *(const int *)b;
    int compared = compare_moments(ranking->key[event_node(ranking->order, first)],
                                   ranking->key[event_node(ranking->order, second)]);
    if (compared == 0)
        compared = compare_moments(own_start(event_at(ranking, first)).latest,
                                   own_start(event_at(ranking, second)).latest);
    return compared != 0 ? compared : first - second;
}

/* By event: where it stands in the order of time. The caller owns it. */
static int *find_turns(Ranking *ranking) {
    const int n_events = ranking->order->n_events;
    g_autofree int *sorted = g_new(int, (gsize)n_events);
    int *turn = g_new(int, (gsize)n_events);
    for (int i = 0; i < n_events; i++)
        sorted[i] = i;
    g_qsort_with_data(sorted, n_events, sizeof(int), compare_events, ranking);
    for (int i = 0; i < n_events; i++)
        turn[sorted[i]] = i;
    return turn;
}

typedef struct {
    Ranking *ranking;
    const int *turn; /* by event */
    GArray *ready;   /* heap of the turns of events that wait for nothing */
    GArray *open;    /* of int: gates and ends that wait for nothing */
} Line;

static void let_in(Line *line, int node) {
    const int event = node - line->ranking->order->n_nodes;
    if (event >= 0 && event < line->ranking->order->n_events)
        dl_heap_push(line->ready, (DlHeapItem){line->turn[event], event});
    else
        g_array_append_val(line->open, node);
}

static void let_go(Line *line, int node) {
    const Ranking *ranking = line->ranking;
    for (int i = ranking->first_next[node]; i < ranking->first_next[node + 1]; i++)
        if (--ranking->n_waits[ranking->next[i]] == 0)
            let_in(line, ranking->next[i]);
}

static void open_gates(Line *line) {
    while (line->open->len > 0) {
        const int node = g_array_index(line->open, int, line->open->len - 1);
        g_array_set_size(line->open, line->open->len - 1);
        let_go(line, node);
    }
}

/* Always the first in time of those that wait for nothing. */
static void rank_events(Ranking *ranking) {
    const DlOrder *order = ranking->order;
    g_autofree int *turn = find_turns(ranking);
    g_autoptr(GArray) ready = g_array_new(FALSE, FALSE, sizeof(DlHeapItem));
    g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(int));
    Line line = {ranking, turn, ready, open};
    for (int i = 0; i < ranking->n_nodes; i++)
        if (ranking->n_waits[i] == 0)
            let_in(&line, i);
    open_gates(&line);
    for (int rank = 0; rank < order->n_events; rank++) {
        const int event = dl_heap_pop(ready).node;
        event_at(ranking, event)->rank = rank;
        let_go(&line, event_node(order, event));
        open_gates(&line);
    }
}

/* False where they wait for one another. */
static bool rank_by(const DlOrder *order, const GArray *pairs) {
    const int n_nodes = order->n_nodes + 2 * order->n_events;
    g_autofree int *first_next = g_new0(int, (gsize)n_nodes + 1);
    g_autofree int *next = g_new(int, pairs->len);
    g_autofree int *n_waits = g_new0(int, (gsize)n_nodes + 1);
    g_autofree DlMoment *key = g_new(DlMoment, (gsize)n_nodes);
    Ranking ranking = {order, n_nodes, first_next, next, n_waits, key};
    sort_pairs(&ranking, pairs);
    g_autofree int *sorted = sort_nodes(&ranking);
    if (sorted == NULL)
        return false;
    find_keys(&ranking, sorted);
    rank_events(&ranking);
    return true;
}

/* Dates that contradict the order, which has been told, go without milestones. */
void dl_resolve_ranks(DlResolver *resolver, DlOrder *order) {
    dl_order_build(order, true);
    g_autoptr(GArray) pairs = collect_pairs(order);
    const guint n_stated = pairs->len;
    add_milestones(order, pairs);
    if (!rank_by(order, pairs)) {
        g_array_set_size(pairs, n_stated);
        const bool is_ranked = rank_by(order, pairs);
        g_assert(is_ranked);
    }
    dl_resolve_followers(order);
    g_ptr_array_sort(resolver->timeline->events, dl_event_compare_ranks);
}
