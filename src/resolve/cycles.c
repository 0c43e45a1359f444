#include "resolve/cycles.h"

#include "resolve/chain.h"

static bool is_within_component(const DlOrder *order, const DlEdge *edge) {
    const int from = dl_order_node(order, edge->from);
    const int to = dl_order_node(order, edge->to);
    return from != to && order->component[from] == order->component[to];
}

/* For each node -1. */
static int *no_edges(const DlOrder *order) {
    int *edges = g_new(int, (gsize)order->n_nodes);
    for (int i = 0; i < order->n_nodes; i++)
        edges[i] = -1;
    return edges;
}

/* By component: the edge of its first statement in the file; -1 where it has none. */
static int *find_first_edges(const DlOrder *order) {
    int *first = no_edges(order);
    for (int i = 0; i < (int)order->edges->len; i++) {
        const DlEdge *edge = dl_order_edge(order, i);
        if (edge->kind != DL_EDGE_STATED || !is_within_component(order, edge))
            continue;
        int *best = &first[order->component[dl_order_node(order, edge->from)]];
        if (*best < 0 || dl_statement_is_first(order, edge->statement,
                                               dl_order_edge(order, *best)->statement))
            *best = i;
    }
    return first;
}

/* The edges that lead to each node of a component on the shortest ways from a node:
 * filled in `arrival` until `goal` is reached. */
static void search_widely(const DlOrder *order, int from, int goal, int *arrival) {
    g_autoptr(GArray) queue = g_array_new(FALSE, FALSE, sizeof(int));
    g_array_append_val(queue, from);
    for (guint i = 0; i < queue->len; i++) {
        const int node = g_array_index(queue, int, i);
        if (node == goal)
            return;
        for (int j = order->first_edge[node]; j < order->first_edge[node + 1]; j++) {
            const DlEdge *edge = dl_order_edge(order, j);
            const int to = dl_order_node(order, edge->to);
            if (edge->kind == DL_EDGE_LONGEST || !is_within_component(order, edge) ||
                to == from || arrival[to] >= 0)
                continue;
            arrival[to] = j;
            g_array_append_val(queue, to);
        }
    }
}

/* A cycle backwards: from the edge that closes it to the one after it. */
static void collect_cycle(DlChain *chain, int first_edge, int *arrival) {
    const DlOrder *order = chain->order;
    const DlEdge *closing = dl_order_edge(order, first_edge);
    const int start = dl_order_node(order, closing->to);
    const DlEdge *edge = closing;
    search_widely(order, start, dl_order_node(order, closing->from), arrival);
    do {
        dl_chain_add_edge(chain, edge);
        const int node = dl_order_node(order, edge->from);
        const DlEdge *before =
            node == start ? closing : dl_order_edge(order, arrival[node]);
        dl_chain_add_group(chain, edge->from, before->to);
        edge = before;
    } while (edge != closing);
}

static void tell_cycle(DlResolver *resolver, const DlOrder *order, int first_edge,
                       int *arrival) {
    DlChain chain;
    dl_chain_init(&chain, order);
    collect_cycle(&chain, first_edge, arrival);
    dl_chain_turn(&chain);
    const DlPlace place = dl_order_statement(order, dl_chain_first(&chain))->place;
    g_autofree char *text = dl_chain_to_text(&chain, place);
    dl_problems_add(resolver->problems, place, "order-cycle", "order contradiction: %s",
                    text);
    dl_chain_clear(&chain);
}

void dl_cycles_tell(DlResolver *resolver, DlOrder *order) {
    g_autofree int *first = find_first_edges(order);
    g_autofree int *arrival = no_edges(order);
    for (int i = 0; i < order->n_nodes; i++)
        if (first[i] >= 0)
            tell_cycle(resolver, order, first[i], arrival);
    for (guint i = 0; i < order->edges->len; i++) {
        const DlEdge *edge = dl_order_edge(order, (int)i);
        if (edge->kind == DL_EDGE_STATED && is_within_component(order, edge))
            g_array_index(order->statements, DlStatement, edge->statement).dropped =
                true;
    }
}
