/* Which events come after which, on the events themselves. */
#include "resolve/resolver.h"

static void find_start_ranks(const DlOrder *order) {
    g_autofree int *least = g_new(int, (gsize)order->n_events);
    for (int i = 0; i < order->n_events; i++)
        least[i] = order->n_events;
    for (int i = 0; i < order->n_events; i++) {
        const DlEvent *event = order->events->pdata[i];
        int *rank = &least[dl_order_node(order, 2 * i) / 2];
        *rank = MIN(*rank, event->rank);
    }
    for (int i = 0; i < order->n_events; i++)
        ((DlEvent *)order->events->pdata[i])->start_rank =
            least[dl_order_node(order, 2 * i) / 2];
}

static void add_statement(const DlOrder *order, const DlStatement *statement) {
    DlEvent *event = order->events->pdata[statement->event];
    DlEvent *other = order->events->pdata[statement->other];
    switch (statement->kind) {
    case DL_ORDER_AFTER:
        g_ptr_array_add(other->followed_by, event);
        break;
    case DL_ORDER_BEFORE:
        g_ptr_array_add(event->followed_by, other);
        break;
    case DL_ORDER_WITH:
        if (!statement->has_lag)
            g_ptr_array_add(event->joined_by, other);
        g_ptr_array_add(other->joined_by, event);
        break;
    case DL_ORDER_DURING:
        g_ptr_array_add(other->joined_by, event);
        break;
    }
}

static int compare_start_ranks(gconstpointer a, gconstpointer b) {
    const DlEvent *const *first = a, *const *second = b;
    return (*first)->start_rank != (*second)->start_rank
               ? (*first)->start_rank - (*second)->start_rank
               : (*first)->rank - (*second)->rank;
}

void dl_resolve_followers(const DlOrder *order) {
    find_start_ranks(order);
    for (int i = 0; i < (int)order->statements->len; i++)
        if (!dl_order_statement(order, i)->dropped)
            add_statement(order, dl_order_statement(order, i));
    for (int i = 0; i < order->n_events; i++) {
        DlEvent *event = order->events->pdata[i];
        g_ptr_array_sort(event->followed_by, compare_start_ranks);
        g_ptr_array_sort(event->joined_by, compare_start_ranks);
    }
}
