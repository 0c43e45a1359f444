#include "resolve/walks.h"

#include <limits.h>
#include <string.h>

/* A file that is made to be hard gets a long chain in place of the shortest. */
static const int64_t MOST_TRIED = 50000000;
static const guint MOST_STEPS = 5000000;

static void sort_edges(DlWalks *walks) {
    const DlOrder *order = walks->order;
    const size_t size = ((size_t)order->n_nodes + 1) * sizeof(int);
    walks->first_edge = g_malloc0(size);
    for (guint i = 0; i < order->edges->len; i++)
        walks->first_edge[dl_order_edge(order, (int)i)->from + 1]++;
    for (int i = 0; i < order->n_nodes; i++)
        walks->first_edge[i + 1] += walks->first_edge[i];
    g_autofree int *next = g_memdup2(walks->first_edge, size);
    walks->edges = g_new(int, order->edges->len);
    for (int i = 0; i < (int)order->edges->len; i++)
        walks->edges[next[dl_order_edge(order, i)->from]++] = i;
}

DlWalks *dl_walks_new(const DlOrder *order, DlWalkKind kind) {
    DlWalks *walks = g_new0(DlWalks, 1);
    walks->order = order;
    walks->kind = kind;
    walks->steps = g_array_new(FALSE, FALSE, sizeof(DlStep));
    walks->latest = g_new(int, (gsize)order->n_nodes);
    for (int i = 0; i < order->n_nodes; i++)
        walks->latest[i] = -1;
    sort_edges(walks);
    return walks;
}

void dl_walks_free(DlWalks *walks) {
    if (walks == NULL)
        return;
    g_free(walks->first_edge);
    g_free(walks->edges);
    g_array_unref(walks->steps);
    g_free(walks->latest);
    g_free(walks);
}

static const DlStep *step_at(const DlWalks *walks, int index) {
    return &g_array_index(walks->steps, DlStep, index);
}

void dl_walks_clear(DlWalks *walks) {
    for (int i = 0; i < (int)walks->steps->len; i++)
        walks->latest[step_at(walks, i)->node] = -1;
    g_array_set_size(walks->steps, 0);
}

/* Lengths say nothing of the order alone. */
static bool is_implied(const DlWalks *walks, const DlEdge *edge) {
    return walks->kind == DL_WALK_ORDER ? edge->statement < 0
                                        : dl_edge_is_implied(walks->order, edge);
}

static bool is_open(const DlWalks *walks, const DlEdge *edge) {
    if (is_implied(walks, edge) ||
        (walks->kind == DL_WALK_ORDER && edge->kind == DL_EDGE_LONGEST) ||
        (walks->firm_only && dl_edge_is_doubtful(walks->order, edge)))
        return false;
    if (edge->statement >= 0 &&
        dl_order_statement(walks->order, edge->statement)->unheeded)
        return false;
    return walks->components == NULL ||
           dl_edge_is_within(walks->order, walks->components, edge, walks->component);
}

static DlMoment move(const DlWalks *walks, const DlEdge *edge, DlMoment moment) {
    const DlOrder *order = walks->order;
    switch (walks->kind) {
    case DL_WALK_ORDER:
        /* What `with` joins has no order. */
        return moment > 0 ||
               dl_order_node(order, edge->from) != dl_order_node(order, edge->to);
    case DL_WALK_LAGS:
        return moment + dl_edge_distance(order, edge);
    case DL_WALK_DATES:
        break;
    }
    return dl_edge_later(order, edge, moment);
}

/* A length is a link, but that an end comes no sooner than its start is known without a
 * word. */
static bool ends_unsaid(const DlWalks *walks, int node) {
    const DlEvent *event = walks->order->events->pdata[node / 2];
    return node % 2 == 0 &&
           (walks->kind == DL_WALK_ORDER || !walks->order->has_length[node / 2] ||
            (walks->firm_only && dl_duration_is_doubtful(&event->duration)));
}

static void reach(DlWalks *walks, DlStep step, DlWalkVisit visit, void *data) {
    const int latest = walks->latest[step.node];
    if ((latest >= 0 && step_at(walks, latest)->moment >= step.moment) ||
        (visit != NULL && !visit(walks, &step, data)))
        return;
    const int index = (int)walks->steps->len;
    walks->latest[step.node] = index;
    g_array_append_val(walks->steps, step);
    if (ends_unsaid(walks, step.node))
        reach(walks, (DlStep){step.node + 1, -1, index, step.moment}, visit, data);
}

void dl_walks_begin(DlWalks *walks, int node, DlMoment moment) {
    reach(walks, (DlStep){node, -1, -1, moment}, NULL, NULL);
}

static void leave(DlWalks *walks, int index, DlWalkVisit visit, void *data) {
    const DlStep step = *step_at(walks, index);
    for (int i = walks->first_edge[step.node]; i < walks->first_edge[step.node + 1];
         i++) {
        const DlEdge *edge = dl_order_edge(walks->order, walks->edges[i]);
        walks->n_tried++;
        if (is_open(walks, edge))
            reach(walks,
                  (DlStep){edge->to, walks->edges[i], index,
                           move(walks, edge, step.moment)},
                  visit, data);
    }
}

static bool is_too_much(const DlWalks *walks) {
    return walks->n_tried > MOST_TRIED || walks->steps->len > MOST_STEPS;
}

bool dl_walks_run(DlWalks *walks, int most_links, DlWalkVisit visit, void *data) {
    int begin = 0;
    for (int i = 0; begin < (int)walks->steps->len; i++) {
        if (i == most_links)
            return false;
        const int end = (int)walks->steps->len;
        for (int j = begin; j < end; j++) {
            const int latest = walks->latest[step_at(walks, j)->node];
            if (latest == j || latest >= end)
                leave(walks, j, visit, data);
            if (is_too_much(walks))
                return false;
        }
        begin = end;
    }
    return true;
}

int dl_walks_trace(const DlWalks *walks, const DlStep *step, DlChain *chain) {
    for (;; step = step_at(walks, step->previous)) {
        if (step->edge >= 0)
            dl_chain_add_edge(chain, dl_order_edge(walks->order, step->edge));
        if (step->previous < 0)
            return step->node;
    }
}

typedef struct {
    int source;
    int n_links;    /* of the best so far; INT_MAX: none */
    DlChain *chain; /* the best so far */
} CycleSearch;

static int count_links(const DlWalks *walks, const DlStep *step) {
    int n = step->edge >= 0;
    while (step->previous >= 0) {
        step = step_at(walks, step->previous);
        n += step->edge >= 0;
    }
    return n;
}

static bool look_for_source(DlWalks *walks, const DlStep *step, void *data) {
    CycleSearch *search = data;
    if (step->node != search->source || step->moment <= 0)
        return true;
    const int n_links = count_links(walks, step);
    if (n_links < search->n_links) {
        dl_chain_free(search->chain);
        search->chain = dl_chain_new(walks->order);
        search->n_links = n_links;
        dl_walks_trace(walks, step, search->chain);
    }
    return false;
}

/* False where it could have gone on. */
static bool look_from(DlWalks *walks, CycleSearch *search, int source, int most_links) {
    search->source = source;
    dl_walks_clear(walks);
    dl_walks_begin(walks, source, 0);
    return dl_walks_run(walks, MIN(most_links, search->n_links - 1), look_for_source,
                        search);
}

/* With twice as many links each time, as long walks take long. */
DlChain *dl_walks_cycle(DlWalks *walks, const GArray *nodes) {
    CycleSearch search = {.n_links = INT_MAX};
    bool is_done = false;
    for (int most = 2; search.chain == NULL && !is_done && !is_too_much(walks);
         most *= 2) {
        is_done = true;
        for (guint i = 0; i < nodes->len && !is_too_much(walks); i++)
            is_done &= look_from(walks, &search, g_array_index(nodes, int, i), most);
    }
    if (search.chain == NULL && is_too_much(walks) && nodes->len > 0) {
        walks->n_tried = 0;
        look_from(walks, &search, g_array_index(nodes, int, 0), walks->order->n_nodes);
        walks->n_tried += MOST_TRIED;
    }
    return search.chain;
}
