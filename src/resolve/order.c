#include "resolve/order.h"

DlOrder *dl_order_new(GPtrArray *events) {
    DlOrder *order = g_new0(DlOrder, 1);
    order->n_events = (int)events->len;
    order->n_nodes = 2 * order->n_events;
    order->events = events;
    const gsize n_events = events->len, n_nodes = 2 * n_events;
    order->statements = g_array_new(FALSE, FALSE, sizeof(DlStatement));
    order->lengths = g_new0(DlLength, n_events);
    order->has_length = g_new0(bool, n_events);
    order->low = g_new0(DlLimit, n_nodes);
    order->high = g_new0(DlLimit, n_nodes);
    order->date_high = g_new0(DlMoment, n_nodes);
    order->group = g_new0(int, n_events);
    order->group_size = g_new0(int, n_events);
    order->edges = g_array_new(FALSE, FALSE, sizeof(DlEdge));
    order->first_edge = g_new0(int, n_nodes + 1);
    order->first_in = g_new0(int, n_nodes + 1);
    return order;
}

void dl_order_free(DlOrder *order) {
    if (order == NULL)
        return;
    g_array_unref(order->statements);
    g_free(order->lengths);
    g_free(order->has_length);
    g_free(order->low);
    g_free(order->high);
    g_free(order->date_high);
    g_free(order->group);
    g_free(order->group_size);
    g_array_unref(order->edges);
    g_free(order->first_edge);
    g_free(order->edges_in);
    g_free(order->first_in);
    g_free(order);
}

const DlStatement *dl_order_statement(const DlOrder *order, int index) {
    return &g_array_index(order->statements, DlStatement, index);
}

const DlEdge *dl_order_edge(const DlOrder *order, int index) {
    return &g_array_index(order->edges, DlEdge, index);
}

/* Halves the path on its way; as groups are joined small into large, it is short. */
static int find_group(const DlOrder *order, int event) {
    int *group = order->group;
    while (group[event] != event) {
        group[event] = group[group[event]];
        event = group[event];
    }
    return event;
}

int dl_order_node(const DlOrder *order, int node) {
    return node % 2 == 0 ? 2 * find_group(order, node / 2) : node;
}

bool dl_statement_is_first(const DlOrder *order, int statement, int than) {
    const DlPlace a = dl_order_statement(order, statement)->place;
    const DlPlace b = dl_order_statement(order, than)->place;
    const int compared = a.file == b.file ? dl_place_compare(a, b) : 0;
    return compared != 0 ? compared < 0 : statement < than;
}
