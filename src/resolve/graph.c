/* Statements and lengths as edges. */
#include "resolve/order.h"

#include <string.h>

static void add_edge(GArray *edges, DlEdge edge) {
    g_array_append_val(edges, edge);
}

static void add_order(GArray *edges, int from, int to, int at_least, int statement) {
    add_edge(edges, (DlEdge){from, to, DL_EDGE_STATED, at_least, statement});
}

/* `by` a lag: neither sooner nor later. */
static void add_distance(GArray *edges, int from, int to, int statement) {
    add_edge(edges, (DlEdge){from, to, DL_EDGE_SHORTEST, 0, statement});
    add_edge(edges, (DlEdge){to, from, DL_EDGE_LONGEST, 0, statement});
}

static void add_with(GArray *edges, const DlStatement *statement, int index) {
    const int start = 2 * statement->event, other_start = 2 * statement->other;
    if (statement->has_lag) {
        add_distance(edges, other_start, start, index);
        return;
    }
    add_edge(edges, (DlEdge){start, other_start, DL_EDGE_WITH, 0, index});
    add_edge(edges, (DlEdge){other_start, start, DL_EDGE_WITH, 0, index});
}

static void add_during(GArray *edges, const DlStatement *statement, int index) {
    const int start = 2 * statement->event, other_start = 2 * statement->other;
    if (statement->has_lag)
        add_distance(edges, other_start, start, index);
    else
        add_order(edges, other_start, start, 0, index);
    add_order(edges, start + 1, other_start + 1, 0, index);
}

/* One after the other. */
static void add_sequence(GArray *edges, const DlStatement *statement, int index) {
    const bool is_after = statement->kind == DL_ORDER_AFTER;
    const int first_end = 2 * (is_after ? statement->other : statement->event) + 1;
    const int second = 2 * (is_after ? statement->event : statement->other);
    if (statement->has_lag)
        add_distance(edges, first_end, second, index);
    else
        add_order(edges, first_end, second, 1, index);
}

static void add_statement(GArray *edges, const DlStatement *statement, int index) {
    switch (statement->kind) {
    case DL_ORDER_AFTER:
    case DL_ORDER_BEFORE:
        add_sequence(edges, statement, index);
        break;
    case DL_ORDER_DURING:
        add_during(edges, statement, index);
        break;
    case DL_ORDER_WITH:
        add_with(edges, statement, index);
        break;
    }
}

static bool counts(const DlStatement *statement, bool all) {
    return !statement->dropped && (all || !statement->unheeded);
}

static GArray *collect_edges(const DlOrder *order, bool all) {
    GArray *edges = g_array_new(FALSE, FALSE, sizeof(DlEdge));
    for (int i = 0; i < order->n_events; i++) {
        add_edge(edges, (DlEdge){2 * i, 2 * i + 1, DL_EDGE_SHORTEST, 0, -1});
        if (order->has_length[i])
            add_edge(edges, (DlEdge){2 * i + 1, 2 * i, DL_EDGE_LONGEST, 0, -1});
    }
    for (int i = 0; i < (int)order->statements->len; i++)
        if (counts(dl_order_statement(order, i), all))
            add_statement(edges, dl_order_statement(order, i), i);
    return edges;
}

static void join(DlOrder *order, const DlStatement *statement) {
    int into = dl_order_node(order, 2 * statement->event) / 2;
    int from = dl_order_node(order, 2 * statement->other) / 2;
    if (into == from)
        return;
    if (order->group_size[from] > order->group_size[into]) {
        const int larger = from;
        from = into;
        into = larger;
    }
    order->group[from] = into;
    order->group_size[into] += order->group_size[from];
}

static void join_groups(DlOrder *order, bool all) {
    for (int i = 0; i < order->n_events; i++) {
        order->group[i] = i;
        order->group_size[i] = 1;
    }
    for (int i = 0; i < (int)order->statements->len; i++) {
        const DlStatement *statement = dl_order_statement(order, i);
        if (statement->kind == DL_ORDER_WITH && !statement->has_lag &&
            counts(statement, all))
            join(order, statement);
    }
}

static void join_dates(DlOrder *order) {
    for (int i = 0; i < order->n_nodes; i++)
        order->date_high[i] = DL_MOMENT_MAX;
    for (int i = 0; i < order->n_nodes; i++) {
        DlMoment *high = &order->date_high[dl_order_node(order, i)];
        *high = MIN(*high, order->high[i].moment);
    }
}

/* The nodes at one end of the edges become the beginnings of their edges: a counting
 * sort, which is stable. The caller owns where the next edge of each node goes. */
static int *count_edges(const DlOrder *order, const GArray *edges, bool incoming,
                        int *first) {
    const size_t size = ((size_t)order->n_nodes + 1) * sizeof(int);
    memset(first, 0, size);
    for (guint i = 0; i < edges->len; i++) {
        const DlEdge *edge = &g_array_index(edges, DlEdge, i);
        first[dl_order_node(order, incoming ? edge->to : edge->from) + 1]++;
    }
    for (int i = 0; i < order->n_nodes; i++)
        first[i + 1] += first[i];
    return g_memdup2(first, size);
}

static void sort_outgoing(DlOrder *order, const GArray *edges) {
    g_autofree int *next = count_edges(order, edges, false, order->first_edge);
    g_array_set_size(order->edges, edges->len);
    for (guint i = 0; i < edges->len; i++) {
        const DlEdge *edge = &g_array_index(edges, DlEdge, i);
        const int at = next[dl_order_node(order, edge->from)]++;
        g_array_index(order->edges, DlEdge, at) = *edge;
    }
}

static void sort_incoming(DlOrder *order) {
    g_autofree int *next = count_edges(order, order->edges, true, order->first_in);
    g_free(order->edges_in);
    order->edges_in = g_new(int, order->edges->len);
    for (int i = 0; i < (int)order->edges->len; i++)
        order->edges_in[next[dl_order_node(order, dl_order_edge(order, i)->to)]++] = i;
}

void dl_order_build(DlOrder *order, bool all) {
    join_groups(order, all);
    join_dates(order);
    g_autoptr(GArray) edges = collect_edges(order, all);
    sort_outgoing(order, edges);
    sort_incoming(order);
}
