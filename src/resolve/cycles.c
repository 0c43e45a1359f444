#include "resolve/cycles.h"

#include "resolve/walks.h"

/* Whether it is a part of a cycle. */
static bool is_circular(const DlOrder *order, const DlComponents *components,
                        const DlEdge *edge) {
    const int from = dl_order_node(order, edge->from);
    const int to = dl_order_node(order, edge->to);
    return edge->statement >= 0 && edge->kind != DL_EDGE_LONGEST && from != to &&
           components->component[from] == components->component[to];
}

/* Where the edges of cycles end, in the order of the file. */
static void collect_nodes(const DlOrder *order, const DlComponents *components,
                          int component, GArray *nodes) {
    g_array_set_size(nodes, 0);
    for (int i = components->first[component]; i < components->first[component + 1];
         i++) {
        const int node = components->nodes[i];
        for (int j = order->first_edge[node]; j < order->first_edge[node + 1]; j++) {
            const DlEdge *edge = dl_order_edge(order, j);
            if (is_circular(order, components, edge))
                g_array_append_val(nodes, edge->to);
        }
    }
}

static void tell_cycle(DlResolver *resolver, DlChain *chain) {
    dl_chain_turn(chain);
    const DlPlace place =
        dl_order_statement(chain->order, dl_chain_first(chain))->place;
    g_autofree char *text = dl_chain_to_text(chain, place);
    dl_problems_add(resolver->problems, place, "order-cycle", "order contradiction: %s",
                    text);
}

static void tell_component(DlResolver *resolver, const DlOrder *order,
                           const GArray *nodes, DlWalks *walks) {
    g_autoptr(DlChain) chain = dl_walks_cycle(walks, nodes);
    if (chain != NULL) {
        tell_cycle(resolver, chain);
        return;
    }
    const DlEvent *event = order->events->pdata[g_array_index(nodes, int, 0) / 2];
    dl_problems_add(resolver->problems, event->place, "order-cycle",
                    "order contradiction: `%s` comes after itself by way of others",
                    event->id);
}

static void drop_cycles(DlOrder *order, const DlComponents *components) {
    for (int i = 0; i < (int)order->edges->len; i++) {
        const DlEdge *edge = dl_order_edge(order, i);
        if (is_circular(order, components, edge))
            g_array_index(order->statements, DlStatement, edge->statement).dropped =
                true;
    }
}

void dl_cycles_tell(DlResolver *resolver, DlOrder *order) {
    g_autoptr(DlComponents) components = dl_components_find(order, false);
    g_autoptr(GArray) nodes = g_array_new(FALSE, FALSE, sizeof(int));
    g_autoptr(DlWalks) walks = NULL;
    for (int i = 0; i < components->n_components; i++) {
        collect_nodes(order, components, i, nodes);
        if (nodes->len == 0)
            continue;
        if (walks == NULL)
            walks = dl_walks_new(order, DL_WALK_ORDER);
        walks->components = components;
        walks->component = i;
        tell_component(resolver, order, nodes, walks);
    }
    if (walks == NULL)
        return;
    drop_cycles(order, components);
    dl_order_build(order, false);
}
