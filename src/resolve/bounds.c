/* The earliest and latest moments that dates, lengths and order together allow. */
#include "resolve/chain.h"
#include "resolve/resolver.h"

/* Bounds spread to their ends in one sweep, but for those that go back by a longest
 * length: such a step takes another sweep. Bounds are true after any number of them,
 * and as tight as can be when a sweep changes nothing. */
static const int MOST_SWEEPS = 32;

typedef struct {
    DlResolver *resolver;
    DlOrder *order;
    DlMoment *low, *high; /* by node */
    int *reason;          /* by node: the edge that gave it its low; -1: its own date */
} Sweep;

static DlMoment later_by(const DlOrder *order, const DlEdge *edge, DlMoment moment) {
    const DlLength *length = &order->lengths[edge->from / 2];
    switch (edge->kind) {
    case DL_EDGE_SHORTEST:
        return dl_length_after(moment, &length->shortest);
    case DL_EDGE_LONGEST:
        return dl_length_earliest_before(moment, &length->longest);
    case DL_EDGE_STATED:
        break;
    }
    return moment == DL_MOMENT_MIN ? moment : moment + edge->at_least;
}

static DlMoment earlier_by(const DlOrder *order, const DlEdge *edge, DlMoment moment) {
    const DlLength *length = &order->lengths[edge->from / 2];
    switch (edge->kind) {
    case DL_EDGE_SHORTEST:
        return dl_length_latest_before(moment, &length->shortest);
    case DL_EDGE_LONGEST:
        return dl_length_after(moment, &length->longest);
    case DL_EDGE_STATED:
        break;
    }
    return moment == DL_MOMENT_MAX ? moment : moment - edge->at_least;
}

/* Where the chain ends, at a node whose own date it meets. */
static void add_limit(DlChain *chain, int node, const DlLimit *limit, bool is_first) {
    if (limit->by_length && is_first)
        dl_chain_add_length(chain, limit->event);
    dl_chain_add_group(chain, is_first ? 2 * limit->event : node,
                       is_first ? node : 2 * limit->event);
    if (limit->by_length && !is_first)
        dl_chain_add_length(chain, limit->event);
}

/* From the edge that fails, back along the reasons to the date that they rest on, which
 * is returned. */
static const DlLimit *trace(const Sweep *sweep, DlChain *chain, const DlEdge *edge) {
    const DlOrder *order = sweep->order;
    const DlLimit *high = &order->high[dl_order_node(order, edge->to)];
    add_limit(chain, edge->to, high, true);
    int node = dl_order_node(order, edge->from);
    for (int steps = 0; steps < order->n_nodes && sweep->reason[node] >= 0; steps++) {
        const DlEdge *before = dl_order_edge(order, sweep->reason[node]);
        dl_chain_add_edge(chain, edge);
        dl_chain_add_group(chain, edge->from, before->to);
        edge = before;
        node = dl_order_node(order, edge->from);
    }
    dl_chain_add_edge(chain, edge);
    add_limit(chain, edge->from, &order->low[node], false);
    return &order->low[node];
}

static char *dates_to_text(const DlLimit *low, const DlLimit *high) {
    g_autofree char *first = dl_bound_to_text(low->bound);
    g_autofree char *last = dl_bound_to_text(high->bound);
    if (g_str_equal(first, last))
        return g_strdup_printf("there is no room for that in %s", first);
    if (high->bound->max < low->bound->min)
        return g_strdup_printf("%s lies before %s", last, first);
    return g_strdup_printf("there is no room for that from %s to %s", first, last);
}

static void tell_contradiction(Sweep *sweep, const DlEdge *edge) {
    const DlLimit *high = &sweep->order->high[dl_order_node(sweep->order, edge->to)];
    DlChain chain;
    dl_chain_init(&chain, sweep->order);
    const DlLimit *low = trace(sweep, &chain, edge);
    const int first = dl_chain_first(&chain);
    if (first >= 0 && low->bound != NULL && high->bound != NULL) {
        const DlPlace place = dl_order_statement(sweep->order, first)->place;
        g_autofree char *links = dl_chain_to_text(&chain, place);
        g_autofree char *dates = dates_to_text(low, high);
        g_autofree char *message =
            g_strdup_printf("order contradiction: %s, but %s", links, dates);
        dl_tell(sweep->resolver, low->doubtful || high->doubtful || chain.doubtful,
                place, "order-and-dates", message);
    }
    dl_chain_clear(&chain);
}

/* Whether the low of a node changed. An edge that would raise it over what the node's
 * own date allows is told, and counts no more. */
static bool raise_low(Sweep *sweep, int index) {
    DlOrder *order = sweep->order;
    DlEdge *edge = &g_array_index(order->edges, DlEdge, index);
    const int to = dl_order_node(order, edge->to);
    const DlMoment low =
        later_by(order, edge, sweep->low[dl_order_node(order, edge->from)]);
    if (edge->dropped || low <= sweep->low[to])
        return false;
    if (low > order->high[to].moment) {
        if (dl_may_explain(sweep->resolver, order->events->pdata[edge->to / 2]))
            tell_contradiction(sweep, edge);
        edge->dropped = true;
        return false;
    }
    sweep->low[to] = low;
    sweep->reason[to] = index;
    return true;
}

static bool lower_high(Sweep *sweep, int index) {
    const DlOrder *order = sweep->order;
    const DlEdge *edge = dl_order_edge(order, index);
    const int from = dl_order_node(order, edge->from);
    const DlMoment high =
        earlier_by(order, edge, sweep->high[dl_order_node(order, edge->to)]);
    if (edge->dropped || high >= sweep->high[from])
        return false;
    sweep->high[from] = high;
    return true;
}

static bool sweep_forwards(Sweep *sweep) {
    const DlOrder *order = sweep->order;
    bool changed = false;
    for (int i = 0; i < order->n_sequence; i++) {
        const int node = order->sequence[i];
        for (int j = order->first_edge[node]; j < order->first_edge[node + 1]; j++)
            changed |= raise_low(sweep, j);
    }
    return changed;
}

static bool sweep_backwards(Sweep *sweep) {
    const DlOrder *order = sweep->order;
    bool changed = false;
    for (int i = order->n_sequence - 1; i >= 0; i--) {
        const int node = order->sequence[i];
        for (int j = order->first_edge[node]; j < order->first_edge[node + 1]; j++)
            changed |= lower_high(sweep, j);
    }
    return changed;
}

static void start_from_dates(Sweep *sweep) {
    for (int i = 0; i < sweep->order->n_nodes; i++) {
        sweep->low[i] = sweep->order->low[i].moment;
        sweep->high[i] = sweep->order->high[i].moment;
        sweep->reason[i] = -1;
    }
}

static DlRange range_of(const Sweep *sweep, int own_node) {
    const DlOrder *order = sweep->order;
    const int node = dl_order_node(order, own_node);
    if (sweep->low[node] <= sweep->high[node])
        return (DlRange){sweep->low[node], sweep->high[node]};
    return (DlRange){order->low[own_node].moment, order->high[own_node].moment};
}

void dl_resolve_bounds(DlResolver *resolver, DlOrder *order) {
    const gsize n_nodes = (gsize)order->n_nodes;
    g_autofree DlMoment *low = g_new(DlMoment, n_nodes);
    g_autofree DlMoment *high = g_new(DlMoment, n_nodes);
    g_autofree int *reason = g_new(int, n_nodes);
    Sweep sweep = {resolver, order, low, high, reason};
    start_from_dates(&sweep);
    for (int i = 0; i < MOST_SWEEPS && sweep_forwards(&sweep); i++)
        ;
    for (int i = 0; i < MOST_SWEEPS && sweep_backwards(&sweep); i++)
        ;
    for (int i = 0; i < order->n_events; i++) {
        DlEvent *event = order->events->pdata[i];
        event->start = range_of(&sweep, 2 * i);
        event->end = range_of(&sweep, 2 * i + 1);
    }
}
