#include "resolve/conflicts.h"

#include <limits.h>

#include "resolve/walks.h"

/* A chain may be as long as the file, so not all are told in full. */
static const int MOST_EXPLAINED = 1000;

typedef struct {
    DlResolver *resolver;
    DlOrder *order;
    bool found;
} Conflicts;

void dl_tell_no_date(DlResolver *resolver, bool doubtful, const DlEvent *event) {
    g_autofree char *message =
        g_strdup_printf("order contradiction: no date is left for `%s`", event->id);
    dl_tell(resolver, doubtful, event->place, "order-and-dates", message);
}

static char *dates_to_text(const DlLimit *low, const DlLimit *high,
                           const DlChain *chain) {
    g_autofree char *first = dl_bound_to_text(low->bound);
    g_autofree char *last = dl_bound_to_text(high->bound);
    if (g_str_equal(first, last))
        return g_strdup_printf("there is no room for that in %s", first);
    if (dl_chain_is_at_once(chain))
        return g_strdup_printf("%s is not %s", last, first);
    if (high->bound->max < low->bound->min)
        return g_strdup_printf(chain->measured ? "that does not fit %s and %s"
                                               : "%s lies before %s",
                               last, first);
    return g_strdup_printf("there is no room for that from %s to %s", first, last);
}

static void explain(Conflicts *conflicts, const DlChain *chain, const DlLimit *low,
                    const DlLimit *high) {
    const DlPlace place =
        dl_order_statement(conflicts->order, dl_chain_first(chain))->place;
    g_autofree char *links = dl_chain_to_text(chain, place);
    g_autofree char *dates = dates_to_text(low, high, chain);
    g_autofree char *message =
        g_strdup_printf("order contradiction: %s, but %s", links, dates);
    dl_tell(conflicts->resolver, low->doubtful || high->doubtful || chain->doubtful,
            place, "order-and-dates", message);
}

/* The last statement of a walk; -1 where it has none, or one that has been told. */
static int find_statement(const DlWalks *walks, const DlStep *step) {
    int last = -1;
    for (;; step = &g_array_index(walks->steps, DlStep, step->previous)) {
        const int statement =
            step->edge < 0 ? -1 : dl_order_edge(walks->order, step->edge)->statement;
        if (statement >= 0 && dl_order_statement(walks->order, statement)->unheeded)
            return -1;
        if (last < 0)
            last = statement;
        if (step->previous < 0)
            return last;
    }
}

static void tell(Conflicts *conflicts, const DlWalks *walks, const DlStep *step) {
    DlOrder *order = conflicts->order;
    const DlEvent *event = order->events->pdata[step->node / 2];
    if (++conflicts->resolver->n_explained > MOST_EXPLAINED) {
        dl_tell_no_date(conflicts->resolver, !walks->firm_only, event);
        return;
    }
    g_autoptr(DlChain) chain = dl_chain_new(order);
    const int first = dl_walks_trace(walks, step, chain);
    explain(conflicts, chain, &order->low[first], &order->high[step->node]);
}

static bool visit(DlWalks *walks, const DlStep *step, void *data) {
    Conflicts *conflicts = data;
    const DlLimit *high = &conflicts->order->high[step->node];
    if (step->moment <= high->moment || (walks->firm_only && high->doubtful))
        return true;
    const int statement = find_statement(walks, step);
    if (statement < 0)
        return false;
    tell(conflicts, walks, step);
    g_array_index(conflicts->order->statements, DlStatement, statement).unheeded = true;
    conflicts->found = true;
    return false;
}

static void begin(DlWalks *walks, bool firm_only) {
    const DlOrder *order = walks->order;
    walks->firm_only = firm_only;
    dl_walks_clear(walks);
    for (int i = 0; i < order->n_nodes; i++)
        if (order->low[i].moment != DL_MOMENT_MIN &&
            !(firm_only && order->low[i].doubtful))
            dl_walks_begin(walks, i, order->low[i].moment);
}

/* What is doubtful only counts where the rest is possible. */
bool dl_conflicts_tell(DlResolver *resolver, DlOrder *order, int64_t *n_tried) {
    Conflicts conflicts = {resolver, order, false};
    g_autoptr(DlWalks) walks = dl_walks_new(order, DL_WALK_DATES);
    walks->n_tried = *n_tried;
    for (int round = 0; round < 2 && !conflicts.found; round++) {
        begin(walks, round == 0);
        dl_walks_run(walks, INT_MAX, visit, &conflicts);
    }
    *n_tried = walks->n_tried;
    return conflicts.found;
}
