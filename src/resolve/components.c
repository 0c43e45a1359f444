/* Tarjan's strong components ("Depth-First Search and Linear Graph Algorithms", 1972),
 * with a stack of its own in place of recursion: chains are as long as files allow. */
#include "resolve/order.h"

typedef struct {
    const DlOrder *order;
    bool with_edges_back;
    DlComponents *components;
    int *number;    /* by node: when it was met, from 1; 0: not yet */
    int *low;       /* by node: the earliest that it can reach */
    int *next_edge; /* by node */
    bool *is_open;  /* by node: its component is not complete */
    GArray *path;   /* of int: from the root of the search to the node at hand */
    GArray *open;   /* of int: nodes whose component is not complete */
    int n_met, n_left;
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
    if (edge->kind == DL_EDGE_LONGEST && !search->with_edges_back)
        return true;
    if (search->number[to] == 0)
        enter(search, to);
    else if (search->is_open[to])
        search->low[node] = MIN(search->low[node], search->number[to]);
    return true;
}

/* Components come out last first, and so are filled in from the end. */
static void close_component(Search *search, int root) {
    DlComponents *components = search->components;
    const int component = components->n_components++;
    int node;
    do {
        node = pop(search->open);
        search->is_open[node] = false;
        components->component[node] = component;
        components->nodes[--search->n_left] = node;
    } while (node != root);
    components->first[component] = search->n_left;
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

/* From last first to first first. */
static void turn(DlComponents *components, int n_nodes, int n_own) {
    const int n = components->n_components;
    for (int i = 0; i < n_nodes; i++)
        components->component[i] = n - 1 - components->component[i];
    for (int i = 0; i < n / 2; i++) {
        const int first = components->first[i];
        components->first[i] = components->first[n - 1 - i];
        components->first[n - 1 - i] = first;
    }
    components->first[n] = n_own;
}

static int count_own_nodes(const DlOrder *order) {
    int n = 0;
    for (int i = 0; i < order->n_nodes; i++)
        n += dl_order_node(order, i) == i;
    return n;
}

DlComponents *dl_components_find(const DlOrder *order, bool with_edges_back) {
    const gsize n_nodes = (gsize)order->n_nodes;
    const int n_own = count_own_nodes(order);
    DlComponents *components = g_new0(DlComponents, 1);
    components->component = g_new0(int, n_nodes);
    components->nodes = g_new(int, n_nodes);
    components->first = g_new(int, n_nodes + 1);
    g_autofree int *number = g_new0(int, n_nodes);
    g_autofree int *low = g_new0(int, n_nodes);
    g_autofree int *next_edge = g_new0(int, n_nodes);
    g_autofree bool *is_open = g_new0(bool, n_nodes);
    g_autoptr(GArray) path = g_array_new(FALSE, FALSE, sizeof(int));
    g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(int));
    Search search = {order,     with_edges_back, components, number, low,
                     next_edge, is_open,         path,       open,   0,
                     n_own};
    for (int i = order->n_nodes - 1; i >= 0; i--)
        if (dl_order_node(order, i) == i && number[i] == 0)
            search_from(&search, i);
    g_assert(search.n_left == 0);
    turn(components, order->n_nodes, n_own);
    return components;
}

void dl_components_free(DlComponents *components) {
    if (components == NULL)
        return;
    g_free(components->component);
    g_free(components->nodes);
    g_free(components->first);
    g_free(components);
}

bool dl_edge_is_within(const DlOrder *order, const DlComponents *components,
                       const DlEdge *edge, int component) {
    return components->component[dl_order_node(order, edge->from)] == component &&
           components->component[dl_order_node(order, edge->to)] == component;
}
