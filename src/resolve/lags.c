#include "resolve/lags.h"

#include "resolve/walks.h"

/* Sums that go farther say nothing more: longer than any time that can be written. */
static const int64_t FARTHEST = INT64_C(4000000000000000000);
/* A file that is made to be hard is not searched to its end: it has bounds that are
 * true, and some contradiction may remain untold. */
static const int64_t MOST_TRIED = 200000000;
/* Contradictions told of one component. */
enum { MOST_ROUNDS = 20 };

typedef struct {
    const DlOrder *order;
    const DlComponents *components;
    int64_t *moment; /* by node */
    int *parent;     /* by node: the one that it must be later than; -1: none */
    bool *is_met;    /* by node */
    GQueue open;     /* of nodes */
    int64_t n_tried;
    int n_moved;
} Fit;

static const DlEdge *edge_in(const DlOrder *order, int index) {
    return dl_order_edge(order, order->edges_in[index]);
}

static void meet(Fit *fit, int node, int64_t moment) {
    if (fit->is_met[node])
        return;
    fit->is_met[node] = true;
    fit->moment[node] = CLAMP(moment, -FARTHEST, FARTHEST);
    g_queue_push_tail(&fit->open, GINT_TO_POINTER(node));
}

/* A first guess that fits all edges of a spanning tree: it is right for all that lags
 * make rigid. */
static void guess(Fit *fit, int component) {
    const DlOrder *order = fit->order;
    meet(fit, fit->components->nodes[fit->components->first[component]], 0);
    while (!g_queue_is_empty(&fit->open)) {
        const int node = GPOINTER_TO_INT(g_queue_pop_head(&fit->open));
        for (int i = order->first_edge[node]; i < order->first_edge[node + 1]; i++) {
            const DlEdge *edge = dl_order_edge(order, i);
            if (dl_edge_is_within(order, fit->components, edge, component))
                meet(fit, dl_order_node(order, edge->to),
                     fit->moment[node] + dl_edge_distance(order, edge));
        }
        for (int i = order->first_in[node]; i < order->first_in[node + 1]; i++) {
            const DlEdge *edge = edge_in(order, i);
            if (dl_edge_is_within(order, fit->components, edge, component))
                meet(fit, dl_order_node(order, edge->from),
                     fit->moment[node] - dl_edge_distance(order, edge));
        }
    }
}

/* From one node back through those that moved it. In a cycle of them, some node must be
 * later than itself. */
static int find_cycle(const Fit *fit, int component) {
    const DlComponents *components = fit->components;
    g_autoptr(GHashTable) walk_of = g_hash_table_new(NULL, NULL);
    for (int i = components->first[component]; i < components->first[component + 1];
         i++) {
        int node = components->nodes[i];
        while (node >= 0 &&
               !g_hash_table_contains(walk_of, GINT_TO_POINTER(node + 1))) {
            g_hash_table_insert(walk_of, GINT_TO_POINTER(node + 1), GINT_TO_POINTER(i));
            node = fit->parent[node];
        }
        if (node >= 0 && GPOINTER_TO_INT(g_hash_table_lookup(
                             walk_of, GINT_TO_POINTER(node + 1))) == i)
            return node;
    }
    return -1;
}

static void push_later(Fit *fit, const DlEdge *edge) {
    const int from = dl_order_node(fit->order, edge->from);
    const int to = dl_order_node(fit->order, edge->to);
    const int64_t moment = fit->moment[from] + dl_edge_distance(fit->order, edge);
    if (moment <= fit->moment[to] || moment > FARTHEST)
        return;
    fit->moment[to] = moment;
    fit->parent[to] = from;
    fit->n_moved++;
    if (!fit->is_met[to])
        g_queue_push_tail(&fit->open, GINT_TO_POINTER(to));
    fit->is_met[to] = true;
}

static int size_of(const Fit *fit, int component) {
    return fit->components->first[component + 1] - fit->components->first[component];
}

static const int *nodes_of(const Fit *fit, int component) {
    return fit->components->nodes + fit->components->first[component];
}

/* Moves nodes until all edges fit. The algorithm of Bellman and Ford with a queue, and
 * a look for a cycle whenever as many have moved as there are nodes (Cherkassky,
 * Goldberg, "Negative-Cycle Detection Algorithms", 1999). Gives a node of a cycle; -1:
 * all fit. */
static int correct(Fit *fit, int component) {
    const DlOrder *order = fit->order;
    for (int i = 0; i < size_of(fit, component); i++)
        g_queue_push_tail(&fit->open, GINT_TO_POINTER(nodes_of(fit, component)[i]));
    fit->n_moved = 0;
    while (!g_queue_is_empty(&fit->open) && fit->n_tried < MOST_TRIED) {
        const int node = GPOINTER_TO_INT(g_queue_pop_head(&fit->open));
        fit->is_met[node] = false;
        for (int i = order->first_edge[node]; i < order->first_edge[node + 1]; i++) {
            fit->n_tried++;
            if (dl_edge_is_within(order, fit->components, dl_order_edge(order, i),
                                  component))
                push_later(fit, dl_order_edge(order, i));
        }
        if (fit->n_moved <= size_of(fit, component))
            continue;
        fit->n_moved = 0;
        const int found = find_cycle(fit, component);
        if (found >= 0)
            return found;
    }
    return -1;
}

/* Of a lag between two starts that are the same; -1: there is none. */
static int find_loop(const DlOrder *order, int node) {
    for (int i = order->first_edge[node]; i < order->first_edge[node + 1]; i++) {
        const DlEdge *edge = dl_order_edge(order, i);
        if (dl_order_node(order, edge->to) == node && dl_edge_distance(order, edge) > 0)
            return node;
    }
    return -1;
}

/* A node of a cycle that does not fit; -1: there is none. */
static int fit_component(Fit *fit, int component) {
    const int *nodes = nodes_of(fit, component);
    for (int i = 0; i < size_of(fit, component); i++) {
        fit->parent[nodes[i]] = -1;
        if (find_loop(fit->order, nodes[i]) >= 0)
            return nodes[i];
    }
    if (size_of(fit, component) == 1)
        return -1;
    guess(fit, component);
    const int found = correct(fit, component);
    g_queue_clear(&fit->open);
    return found;
}

/* The found one first, then all that something must come so soon after. */
static void collect_nodes(const Fit *fit, int component, int found, GArray *nodes) {
    const DlOrder *order = fit->order;
    if (found % 2 != 0)
        g_array_append_val(nodes, found);
    for (int i = order->first_edge[found]; i < order->first_edge[found + 1]; i++)
        if (found % 2 == 0)
            g_array_append_val(nodes, dl_order_edge(order, i)->from);
    for (int i = 0; i < size_of(fit, component); i++) {
        const int node = nodes_of(fit, component)[i];
        for (int j = order->first_edge[node]; j < order->first_edge[node + 1]; j++) {
            const DlEdge *edge = dl_order_edge(order, j);
            if (edge->kind == DL_EDGE_LONGEST &&
                dl_edge_is_within(order, fit->components, edge, component))
                g_array_append_val(nodes, edge->to);
        }
    }
}

static void unheed(DlOrder *order, int statement) {
    if (statement >= 0)
        g_array_index(order->statements, DlStatement, statement).unheeded = true;
}

static void unheed_component(DlOrder *order, const Fit *fit, int component) {
    for (int i = 0; i < size_of(fit, component); i++) {
        const int node = nodes_of(fit, component)[i];
        for (int j = order->first_edge[node]; j < order->first_edge[node + 1]; j++)
            if (dl_edge_is_within(order, fit->components, dl_order_edge(order, j),
                                  component))
                unheed(order, dl_order_edge(order, j)->statement);
    }
}

static void unheed_chain(DlOrder *order, const DlChain *chain) {
    for (guint i = 0; i < chain->links->len; i++)
        unheed(order, g_array_index(chain->links, DlLink, i).statement);
}

static void tell_chain(DlResolver *resolver, DlChain *chain) {
    dl_chain_turn(chain);
    const DlPlace place =
        dl_order_statement(chain->order, dl_chain_first(chain))->place;
    g_autofree char *links = dl_chain_to_text(chain, place);
    g_autofree char *message =
        g_strdup_printf("order contradiction: %s, which do not fit together", links);
    dl_tell(resolver, chain->doubtful, place, "order-and-lengths", message);
}

/* What is doubtful only counts where the rest fits. */
static DlChain *find_chain(DlWalks *walks, const GArray *nodes) {
    walks->firm_only = true;
    DlChain *chain = dl_walks_cycle(walks, nodes);
    if (chain != NULL)
        return chain;
    walks->firm_only = false;
    return dl_walks_cycle(walks, nodes);
}

static void tell_component(DlResolver *resolver, DlOrder *order, const Fit *fit,
                           int component, int found, DlWalks *walks, bool is_last) {
    g_autoptr(GArray) nodes = g_array_new(FALSE, FALSE, sizeof(int));
    collect_nodes(fit, component, found, nodes);
    walks->components = fit->components;
    walks->component = component;
    g_autoptr(DlChain) chain = find_chain(walks, nodes);
    if (chain == NULL || is_last)
        unheed_component(order, fit, component);
    if (chain != NULL) {
        unheed_chain(order, chain);
        tell_chain(resolver, chain);
        return;
    }
    const DlEvent *event = order->events->pdata[found / 2];
    dl_problems_add(resolver->problems, event->place, "order-and-lengths",
                    "order contradiction: what is said of lengths and lags around `%s` "
                    "does not fit together",
                    event->id);
}

/* False where something did not. */
static bool fit_all(DlResolver *resolver, DlOrder *order, Fit *fit, bool is_last) {
    g_autoptr(DlWalks) walks = NULL;
    for (int i = 0; i < fit->components->n_components; i++) {
        const int found = fit_component(fit, i);
        if (found < 0)
            continue;
        if (walks == NULL)
            walks = dl_walks_new(order, DL_WALK_LAGS);
        tell_component(resolver, order, fit, i, found, walks, is_last);
    }
    return walks == NULL;
}

int64_t *dl_lags_fit(DlResolver *resolver, DlOrder *order, DlComponents **components) {
    const gsize n_nodes = (gsize)order->n_nodes;
    for (int i = 1;; i++) {
        g_autoptr(DlComponents) found = dl_components_find(order, true);
        g_autofree int64_t *moment = g_new0(int64_t, n_nodes);
        g_autofree int *parent = g_new(int, n_nodes);
        g_autofree bool *is_met = g_new0(bool, n_nodes);
        Fit fit = {order, found, moment, parent, is_met, G_QUEUE_INIT, 0, 0};
        if (fit_all(resolver, order, &fit, i >= MOST_ROUNDS)) {
            *components = g_steal_pointer(&found);
            return g_steal_pointer(&moment);
        }
        dl_order_build(order, false);
    }
}
