/* Events that start together are groups: a union-find, with a forest beside it that
 * remembers which `with` joined what (a "proof forest": Nieuwenhuis, Oliveras,
 * "Proof-Producing Congruence Closure", 2005), so that a contradiction can name them.
 */
#include "resolve/groups.h"

/* Turns the path from an event to its root around, so that the event is the root. */
static void make_root(DlOrder *order, int event) {
    int next = order->proof[event], statement = order->proof_statement[event];
    order->proof[event] = -1;
    while (next >= 0) {
        const int after = order->proof[next];
        const int after_statement = order->proof_statement[next];
        order->proof[next] = event;
        order->proof_statement[next] = statement;
        event = next;
        next = after;
        statement = after_statement;
    }
}

static void merge_limits(DlOrder *order, int into, int from) {
    if (order->low[2 * from].moment > order->low[2 * into].moment)
        order->low[2 * into] = order->low[2 * from];
    if (order->high[2 * from].moment < order->high[2 * into].moment)
        order->high[2 * into] = order->high[2 * from];
}

bool dl_groups_join(DlOrder *order, int index, const DlLimit **low,
                    const DlLimit **high) {
    const DlStatement *statement = dl_order_statement(order, index);
    int from = statement->event, to = statement->other;
    int from_group = dl_order_node(order, 2 * from) / 2;
    int to_group = dl_order_node(order, 2 * to) / 2;
    if (from_group == to_group)
        return true;
    for (int i = 0; i < 2; i++) {
        *low = &order->low[2 * (i == 0 ? from_group : to_group)];
        *high = &order->high[2 * (i == 0 ? to_group : from_group)];
        if ((*low)->moment > (*high)->moment)
            return false;
    }
    if (order->group_size[from_group] > order->group_size[to_group]) {
        from = statement->other;
        to = statement->event;
        const int group = from_group;
        from_group = to_group;
        to_group = group;
    }
    make_root(order, from);
    order->proof[from] = to;
    order->proof_statement[from] = index;
    order->group[from_group] = to_group;
    order->group_size[to_group] += order->group_size[from_group];
    merge_limits(order, to_group, from_group);
    return true;
}

static int count_steps(const DlOrder *order, int event) {
    int n = 0;
    for (; order->proof[event] >= 0; event = order->proof[event])
        n++;
    return n;
}

void dl_groups_explain(const DlOrder *order, int from, int to, GArray *statements) {
    g_autoptr(GArray) last = g_array_new(FALSE, FALSE, sizeof(int));
    int from_steps = count_steps(order, from), to_steps = count_steps(order, to);
    while (from != to) {
        if (from_steps >= to_steps) {
            g_array_append_val(statements, order->proof_statement[from]);
            from = order->proof[from];
            from_steps--;
        } else {
            g_array_append_val(last, order->proof_statement[to]);
            to = order->proof[to];
            to_steps--;
        }
    }
    for (guint i = last->len; i > 0; i--)
        g_array_append_val(statements, g_array_index(last, int, i - 1));
}
