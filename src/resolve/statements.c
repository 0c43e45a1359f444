/* What the keys `after`, `before`, `during` and `with` say. */
#include "resolve/chain.h"
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

/* About no time after is still after. */
static DlLength lag_of(const DlDuration *by, DlOrderKind kind) {
    const bool is_loose = dl_duration_is_doubtful(by);
    DlLength lag = dl_length_of(by, is_loose);
    if (is_loose && (kind == DL_ORDER_AFTER || kind == DL_ORDER_BEFORE) &&
        dl_length_least_seconds(&lag.shortest) == 0)
        lag.shortest.seconds++;
    return lag;
}

/* With another by no time at all is with it. */
static DlStatement make_statement(int event, int other, DlOrderKind kind,
                                  const DlDraftReference *reference) {
    DlStatement statement = {
        .event = event, .other = other, .kind = kind, .place = reference->event.place};
    if (!reference->by.given)
        return statement;
    statement.by = reference->by.value;
    statement.lag = lag_of(&statement.by, kind);
    statement.has_lag = kind != DL_ORDER_WITH || !dl_length_is_zero(&statement.lag);
    return statement;
}

static void add_statements(DlResolver *resolver, DlOrder *order, int event,
                           DlOrderKind kind, const GPtrArray *references,
                           GPtrArray *pointers) {
    for (guint i = 0; i < references->len; i++) {
        const DlDraftReference *reference = references->pdata[i];
        const DlEvent *other =
            dl_registry_find(resolver->events, &reference->event, resolver->problems);
        if (other != NULL)
            add_statement(resolver, order,
                          make_statement(event, other->rank, kind, reference),
                          pointers);
    }
}

static void add_event(DlResolver *resolver, DlOrder *order, int index) {
    const DlDraftEvent *draft = resolver->draft->events->pdata[index];
    const DlEvent *event = order->events->pdata[index];
    const struct {
        DlOrderKind kind;
        const GPtrArray *references;
        GPtrArray *pointers;
    } keys[] = {
        {DL_ORDER_AFTER, draft->after, event->after},
        {DL_ORDER_BEFORE, draft->before, event->before},
        {DL_ORDER_DURING, draft->during, event->during},
        {DL_ORDER_WITH, draft->with, event->with},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        add_statements(resolver, order, index, keys[i].kind, keys[i].references,
                       keys[i].pointers);
}

DlOrder *dl_resolve_order(DlResolver *resolver) {
    DlOrder *order = dl_order_new(resolver->timeline->events);
    for (int i = 0; i < order->n_events; i++)
        add_event(resolver, order, i);
    dl_order_limit(order, resolver->draft->events);
    dl_order_build(order, false);
    return order;
}
