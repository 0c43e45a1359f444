/* What the keys `after`, `before`, `during` and `with` say. */
#include "resolve/chain.h"
#include "resolve/cycles.h"
#include "resolve/groups.h"
#include "resolve/resolver.h"

static void add_statement(DlResolver *resolver, DlOrder *order, DlStatement statement,
                          GPtrArray *pointers) {
    const DlEvent *other = order->events->pdata[statement.other];
    if (statement.event == statement.other) {
        dl_problems_add(resolver->problems, statement.place, "order-cycle",
                        "`%s` cannot be %s itself", other->id,
                        dl_order_kind_name(statement.kind));
        return;
    }
    g_ptr_array_add(pointers, (void *)other);
    g_array_append_val(order->statements, statement);
}

static void add_statements(DlResolver *resolver, DlOrder *order, int event,
                           DlOrderKind kind, const GPtrArray *words,
                           GPtrArray *pointers) {
    for (guint i = 0; i < words->len; i++) {
        const DlWord *word = words->pdata[i];
        const DlEvent *other =
            dl_registry_find(resolver->events, word, resolver->problems);
        if (other != NULL)
            add_statement(resolver, order,
                          (DlStatement){event, other->rank, kind, word->place, false},
                          pointers);
    }
}

static void add_event(DlResolver *resolver, DlOrder *order, int index) {
    const DlDraftEvent *draft = resolver->draft->events->pdata[index];
    const DlEvent *event = order->events->pdata[index];
    const struct {
        DlOrderKind kind;
        const GPtrArray *words;
        GPtrArray *pointers;
    } keys[] = {
        {DL_ORDER_AFTER, draft->after, event->after},
        {DL_ORDER_BEFORE, draft->before, event->before},
        {DL_ORDER_DURING, draft->during, event->during},
        {DL_ORDER_WITH, draft->with, event->with},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        add_statements(resolver, order, index, keys[i].kind, keys[i].words,
                       keys[i].pointers);
}

bool dl_may_explain(DlResolver *resolver, const DlEvent *event) {
    static const int MOST_EXPLAINED = 1000;
    if (++resolver->n_explained <= MOST_EXPLAINED)
        return true;
    return dl_problems_add(resolver->problems, event->place, "order-and-dates",
                           "order contradiction: no date is left for `%s`", event->id);
}

/* From the event with the one date, through the `with` that fails, to the other. */
static void tell_apart(DlResolver *resolver, const DlOrder *order, int index,
                       const DlLimit *low, const DlLimit *high) {
    const DlStatement *statement = dl_order_statement(order, index);
    const int event = 2 * statement->event, other = 2 * statement->other;
    const bool low_is_here =
        dl_order_node(order, 2 * low->event) == dl_order_node(order, event);
    const DlLimit *here = low_is_here ? low : high, *there = low_is_here ? high : low;
    DlChain chain;
    dl_chain_init(&chain, order);
    dl_chain_add_group(&chain, 2 * here->event, event);
    dl_chain_add_statement(&chain, index);
    dl_chain_add_group(&chain, other, 2 * there->event);
    const DlPlace place = dl_order_statement(order, dl_chain_first(&chain))->place;
    g_autofree char *links = dl_chain_to_text(&chain, place);
    g_autofree char *first = dl_bound_to_text(here->bound);
    g_autofree char *last = dl_bound_to_text(there->bound);
    g_autofree char *message = g_strdup_printf(
        "order contradiction: %s, but %s is not %s", links, first, last);
    dl_tell(resolver, low->doubtful || high->doubtful, place, "order-and-dates",
            message);
    dl_chain_clear(&chain);
}

static void join_groups(DlResolver *resolver, DlOrder *order) {
    for (int i = 0; i < (int)order->statements->len; i++) {
        const DlStatement *statement = dl_order_statement(order, i);
        const DlLimit *low, *high;
        if (statement->kind == DL_ORDER_WITH &&
            !dl_groups_join(order, i, &low, &high) &&
            dl_may_explain(resolver, order->events->pdata[statement->event]))
            tell_apart(resolver, order, i, low, high);
    }
}

/* What no date decides: during a shorter event. */
static void tell_too_long(DlResolver *resolver, const DlStatement *statement,
                          const DlEvent *event, const DlEvent *other) {
    g_autofree char *length =
        dl_words_duration(&event->duration, dl_language_english());
    g_autofree char *other_length =
        dl_words_duration(&other->duration, dl_language_english());
    g_autofree char *message = g_strdup_printf(
        "order contradiction: `%s` is during `%s`, but lasts %s, and that %s",
        event->id, other->id, length, other_length);
    const bool doubtful = dl_duration_is_doubtful(&event->duration) ||
                          dl_duration_is_doubtful(&other->duration);
    dl_tell(resolver, doubtful, statement->place, "order-and-dates", message);
}

static bool is_too_long(const DlOrder *order, const DlStatement *statement) {
    const int inner = statement->event, outer = statement->other;
    return statement->kind == DL_ORDER_DURING && order->has_length[inner] &&
           order->has_length[outer] &&
           dl_duration_seconds(&order->lengths[inner].shortest) >
               dl_duration_seconds(&order->lengths[outer].longest);
}

static void check_lengths(DlResolver *resolver, DlOrder *order) {
    for (guint i = 0; i < order->statements->len; i++) {
        DlStatement *statement = &g_array_index(order->statements, DlStatement, i);
        if (!is_too_long(order, statement))
            continue;
        tell_too_long(resolver, statement, order->events->pdata[statement->event],
                      order->events->pdata[statement->other]);
        statement->dropped = true;
    }
}

DlOrder *dl_resolve_order(DlResolver *resolver) {
    DlOrder *order = dl_order_new(resolver->timeline->events);
    for (int i = 0; i < order->n_events; i++)
        add_event(resolver, order, i);
    dl_order_limit(order, resolver->draft->events);
    check_lengths(resolver, order);
    join_groups(resolver, order);
    if (dl_order_build(order))
        return order;
    dl_cycles_tell(resolver, order);
    const bool is_acyclic = dl_order_build(order);
    g_assert(is_acyclic);
    return order;
}
