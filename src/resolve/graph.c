/* Statements and lengths as edges, and the nodes in an order that follows them. */
#include "resolve/order.h"

#include <string.h>

static void add_edge(GArray *edges, DlEdge edge) {
    g_array_append_val(edges, edge);
}

static DlEdge stated(int from, int to, int at_least, int statement) {
    return (DlEdge){from, to, DL_EDGE_STATED, at_least, statement, false};
}

static void add_statement(GArray *edges, const DlStatement *statement, int index) {
    const int start = 2 * statement->event, end = start + 1;
    const int other_start = 2 * statement->other, other_end = other_start + 1;
    switch (statement->kind) {
    case DL_ORDER_AFTER:
        add_edge(edges, stated(other_end, start, 1, index));
        break;
    case DL_ORDER_BEFORE:
        add_edge(edges, stated(end, other_start, 1, index));
        break;
    case DL_ORDER_DURING:
        add_edge(edges, stated(other_start, start, 0, index));
        add_edge(edges, stated(end, other_end, 0, index));
        break;
    case DL_ORDER_WITH:
        break; /* equal starts are one node */
    }
}

static GArray *collect_edges(const DlOrder *order) {
    GArray *edges = g_array_new(FALSE, FALSE, sizeof(DlEdge));
    for (int i = 0; i < order->n_events; i++) {
        add_edge(edges, (DlEdge){2 * i, 2 * i + 1, DL_EDGE_SHORTEST, 0, -1, false});
        if (order->has_length[i])
            add_edge(edges, (DlEdge){2 * i + 1, 2 * i, DL_EDGE_LONGEST, 0, -1, false});
    }
    for (guint i = 0; i < order->statements->len; i++) {
        const DlStatement *statement = dl_order_statement(order, (int)i);
        if (!statement->dropped)
            add_statement(edges, statement, (int)i);
    }
    return edges;
}

/* A counting sort by the node that an edge leaves: stable, and in time linear. */
static void sort_edges(DlOrder *order, const GArray *edges) {
    int *first = order->first_edge;
    memset(first, 0, ((size_t)order->n_nodes + 1) * sizeof(int));
    for (guint i = 0; i < edges->len; i++)
        first[dl_order_node(order, g_array_index(edges, DlEdge, i).from) + 1]++;
    for (int i = 0; i < order->n_nodes; i++)
        first[i + 1] += first[i];
    g_autofree int *next = g_memdup2(first, ((size_t)order->n_nodes + 1) * sizeof(int));
    g_array_set_size(order->edges, edges->len);
    for (guint i = 0; i < edges->len; i++) {
        const DlEdge *edge = &g_array_index(edges, DlEdge, i);
        const int at = next[dl_order_node(order, edge->from)]++;
        g_array_index(order->edges, DlEdge, at) = *edge;
    }
}

/* Tarjan's strong components ("Depth-First Search and Linear Graph Algorithms", 1972),
 * with a stack of its own in place of recursion: chains are as long as files allow. */
typedef struct {
    DlOrder *order;
    int *number;    /* by node: when it was met, from 1; 0: not yet */
    int *low;       /* by node: the earliest that it can reach */
    int *next_edge; /* by node */
    bool *is_open;  /* by node: its component is not complete */
    GArray *path;   /* of int: from the root of the search to the node at hand */
    GArray *open;   /* of int: nodes whose component is not complete */
    int n_met, n_components;
    bool has_cycle;
} Search;

static void push(GArray *stack, int node) {
    g_array_append_val(stack, node);
}

static int top(const GArray *stack) {
    return g_array_index(stack, int, stack->len - 1);
}

static int pop(GArray *stack) {
    const int node = top(stack);
    g_array_set_size(stack, stack->len - 1);
    return node;
}

static void enter(Search *search, int node) {
    search->number[node] = search->low[node] = ++search->n_met;
    search->next_edge[node] = search->order->first_edge[node];
    search->is_open[node] = true;
    push(search->open, node);
    push(search->path, node);
}

/* Goes along one edge of the node at hand; false when there is none left. */
static bool follow_edge(Search *search, int node) {
    const DlOrder *order = search->order;
    if (search->next_edge[node] == order->first_edge[node + 1])
        return false;
    const DlEdge *edge = dl_order_edge(order, search->next_edge[node]++);
    const int to = dl_order_node(order, edge->to);
    if (edge->kind == DL_EDGE_LONGEST)
        return true;
    if (search->number[to] == 0)
        enter(search, to);
    else if (search->is_open[to])
        search->low[node] = MIN(search->low[node], search->number[to]);
    return true;
}

/* Components come out last first. */
static void close_component(Search *search, int root) {
    DlOrder *order = search->order;
    const int component = search->n_components++;
    int node;
    do {
        node = pop(search->open);
        search->is_open[node] = false;
        order->component[node] = component;
        order->sequence[--order->n_sequence] = node;
        search->has_cycle |= node != root;
    } while (node != root);
}

static void leave(Search *search, int node) {
    pop(search->path);
    if (search->path->len > 0) {
        const int parent = top(search->path);
        search->low[parent] = MIN(search->low[parent], search->low[node]);
    }
    if (search->low[node] == search->number[node])
        close_component(search, node);
}

static void search_from(Search *search, int start) {
    enter(search, start);
    while (search->path->len > 0) {
        const int node = top(search->path);
        if (!follow_edge(search, node))
            leave(search, node);
    }
}

static int count_own_nodes(const DlOrder *order) {
    int n = 0;
    for (int i = 0; i < order->n_nodes; i++)
        n += dl_order_node(order, i) == i;
    return n;
}

bool dl_order_build(DlOrder *order) {
    g_autoptr(GArray) edges = collect_edges(order);
    sort_edges(order, edges);
    const gsize n_nodes = (gsize)order->n_nodes;
    g_autofree int *number = g_new0(int, n_nodes);
    g_autofree int *low = g_new0(int, n_nodes);
    g_autofree int *next_edge = g_new0(int, n_nodes);
    g_autofree bool *is_open = g_new0(bool, n_nodes);
    g_autoptr(GArray) path = g_array_new(FALSE, FALSE, sizeof(int));
    g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(int));
    Search search = {order, number, low, next_edge, is_open, path, open, 0, 0, false};
    const int n_own = count_own_nodes(order);
    order->n_sequence = n_own;
    for (int i = order->n_nodes - 1; i >= 0; i--)
        if (dl_order_node(order, i) == i && number[i] == 0)
            search_from(&search, i);
    g_assert(order->n_sequence == 0);
    order->n_sequence = n_own;
    return !search.has_cycle;
}
