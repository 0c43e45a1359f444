/* The earliest and latest moments that dates, lengths and order together allow: they
 * spread over the components in their order, and within each as Dijkstra's shortest
 * paths, for which the moments that fit all of its lags are the potentials (Johnson,
 * "Efficient Algorithms for Shortest Paths in Sparse Networks", 1977). */
#include "resolve/conflicts.h"
#include "resolve/heap.h"
#include "resolve/lags.h"
#include "resolve/resolver.h"

/* Months differ in length, so that by way of them a node may move more than once.
 * Bounds are true after any number of moves, if not as tight as can be. */
enum { MOST_MOVES = 1000, MOST_MOVES_OF_MANY = 1000000 };
/* Each tells all contradictions but those that others hide. */
enum { MOST_ROUNDS = 20 };

typedef struct {
    const DlOrder *order;
    const DlComponents *components;
    const int64_t *fitting; /* by node */
    DlMoment *low, *high;   /* by node */
    GArray *heap;           /* of DlHeapItem */
} Spread;

static void start_from_dates(Spread *spread) {
    const DlOrder *order = spread->order;
    for (int i = 0; i < order->n_nodes; i++) {
        spread->low[i] = DL_MOMENT_MIN;
        spread->high[i] = order->date_high[i];
    }
    for (int i = 0; i < order->n_nodes; i++) {
        const int node = dl_order_node(order, i);
        spread->low[node] = MAX(spread->low[node], order->low[i].moment);
    }
}

static void push_low(Spread *spread, int node) {
    if (spread->low[node] != DL_MOMENT_MIN)
        dl_heap_push(spread->heap,
                     (DlHeapItem){spread->fitting[node] - spread->low[node], node});
}

static void push_high(Spread *spread, int node) {
    if (spread->high[node] != DL_MOMENT_MAX)
        dl_heap_push(spread->heap,
                     (DlHeapItem){spread->high[node] - spread->fitting[node], node});
}

static void raise_from(Spread *spread, int node) {
    const DlOrder *order = spread->order;
    const int *component = spread->components->component;
    for (int i = order->first_edge[node]; i < order->first_edge[node + 1]; i++) {
        const DlEdge *edge = dl_order_edge(order, i);
        const int to = dl_order_node(order, edge->to);
        const DlMoment low = dl_edge_later(order, edge, spread->low[node]);
        if (to == node || low <= spread->low[to])
            continue;
        spread->low[to] = low;
        if (component[to] == component[node])
            push_low(spread, to);
    }
}

static void lower_from(Spread *spread, int node) {
    const DlOrder *order = spread->order;
    const int *component = spread->components->component;
    const DlRange range = {spread->low[node], spread->high[node]};
    for (int i = order->first_in[node]; i < order->first_in[node + 1]; i++) {
        const DlEdge *edge = dl_order_edge(order, order->edges_in[i]);
        const int from = dl_order_node(order, edge->from);
        const DlMoment high = dl_edge_earlier(order, edge, range);
        if (from == node || high >= spread->high[from])
            continue;
        spread->high[from] = high;
        if (component[from] == component[node])
            push_high(spread, from);
    }
}

static int most_moves(int n_nodes) {
    return n_nodes < MOST_MOVES_OF_MANY / MOST_MOVES
               ? n_nodes * MOST_MOVES
               : MAX(2 * n_nodes, MOST_MOVES_OF_MANY);
}

static bool is_late(const Spread *spread, int node) {
    return spread->low[node] > spread->order->date_high[node];
}

/* Not any further where a date has been passed: it would go on for long. */
static void raise_component(Spread *spread, int component) {
    const int first = spread->components->first[component];
    const int n_nodes = spread->components->first[component + 1] - first;
    for (int i = 0; i < n_nodes; i++)
        push_low(spread, spread->components->nodes[first + i]);
    for (int i = most_moves(n_nodes); i > 0 && spread->heap->len > 0;) {
        const DlHeapItem item = dl_heap_pop(spread->heap);
        if (item.key != spread->fitting[item.node] - spread->low[item.node])
            continue;
        if (is_late(spread, item.node))
            break;
        raise_from(spread, item.node);
        i--;
    }
    g_array_set_size(spread->heap, 0);
}

static void lower_component(Spread *spread, int component) {
    const int first = spread->components->first[component];
    const int n_nodes = spread->components->first[component + 1] - first;
    for (int i = 0; i < n_nodes; i++)
        push_high(spread, spread->components->nodes[first + i]);
    for (int i = most_moves(n_nodes); i > 0 && spread->heap->len > 0;) {
        const DlHeapItem item = dl_heap_pop(spread->heap);
        if (item.key != spread->high[item.node] - spread->fitting[item.node])
            continue;
        lower_from(spread, item.node);
        i--;
    }
    g_array_set_size(spread->heap, 0);
}

static DlRange range_of(const Spread *spread, int own_node) {
    const DlOrder *order = spread->order;
    const int node = dl_order_node(order, own_node);
    if (spread->low[node] <= spread->high[node])
        return (DlRange){spread->low[node], spread->high[node]};
    return (DlRange){order->low[own_node].moment, order->high[own_node].moment};
}

static void set_ranges(const Spread *spread) {
    for (int i = 0; i < spread->order->n_events; i++) {
        DlEvent *event = spread->order->events->pdata[i];
        event->start = range_of(spread, 2 * i);
        event->end = range_of(spread, 2 * i + 1);
    }
}

/* The first event that starts or ends after its date; NULL: there is none. */
static const DlEvent *find_late(const Spread *spread) {
    for (int i = 0; i < spread->order->n_nodes; i++)
        if (is_late(spread, dl_order_node(spread->order, i)))
            return spread->order->events->pdata[i / 2];
    return NULL;
}

/* Gives an event that order and dates leave no room for; NULL: there is none. */
static const DlEvent *spread_bounds(DlResolver *resolver, DlOrder *order) {
    const gsize n_nodes = (gsize)order->n_nodes;
    g_autoptr(DlComponents) components = NULL;
    g_autofree int64_t *fitting = dl_lags_fit(resolver, order, &components);
    g_autofree DlMoment *low = g_new(DlMoment, n_nodes);
    g_autofree DlMoment *high = g_new(DlMoment, n_nodes);
    g_autoptr(GArray) heap = g_array_new(FALSE, FALSE, sizeof(DlHeapItem));
    Spread spread = {order, components, fitting, low, high, heap};
    start_from_dates(&spread);
    for (int i = 0; i < components->n_components; i++)
        raise_component(&spread, i);
    const DlEvent *late = find_late(&spread);
    for (int i = components->n_components - 1; i >= 0 && late == NULL; i--)
        lower_component(&spread, i);
    set_ranges(&spread);
    return late;
}

void dl_resolve_bounds(DlResolver *resolver, DlOrder *order) {
    const DlEvent *late = spread_bounds(resolver, order);
    int64_t n_tried = 0;
    for (int i = 0; late != NULL && i < MOST_ROUNDS; i++) {
        if (!dl_conflicts_tell(resolver, order, &n_tried))
            break;
        dl_order_build(order, false);
        late = spread_bounds(resolver, order);
    }
    if (late != NULL)
        dl_tell_no_date(resolver, false, late);
}
