/* How far apart the two nodes of an edge are. */
#include "resolve/order.h"

static const DlLength *length_of(const DlOrder *order, const DlEdge *edge) {
    if (edge->statement >= 0)
        return &dl_order_statement(order, edge->statement)->lag;
    return &order->lengths[edge->from / 2];
}

DlMoment dl_edge_later(const DlOrder *order, const DlEdge *edge, DlMoment moment) {
    const DlMoment latest = order->date_high[dl_order_node(order, edge->from)];
    switch (edge->kind) {
    case DL_EDGE_SHORTEST:
        return dl_length_least_after((DlRange){moment, latest},
                                     &length_of(order, edge)->shortest);
    case DL_EDGE_LONGEST:
        return dl_length_earliest_before(moment, &length_of(order, edge)->longest);
    case DL_EDGE_STATED:
    case DL_EDGE_WITH:
        break;
    }
    return moment == DL_MOMENT_MIN ? moment : moment + edge->at_least;
}

DlMoment dl_edge_earlier(const DlOrder *order, const DlEdge *edge, DlRange range) {
    const DlMoment moment = range.latest;
    switch (edge->kind) {
    case DL_EDGE_SHORTEST:
        return dl_length_latest_before(moment, &length_of(order, edge)->shortest);
    case DL_EDGE_LONGEST:
        return dl_length_most_after(range, &length_of(order, edge)->longest);
    case DL_EDGE_STATED:
    case DL_EDGE_WITH:
        break;
    }
    return moment == DL_MOMENT_MAX ? moment : moment - edge->at_least;
}

int64_t dl_edge_distance(const DlOrder *order, const DlEdge *edge) {
    switch (edge->kind) {
    case DL_EDGE_SHORTEST:
        return dl_length_least_seconds(&length_of(order, edge)->shortest);
    case DL_EDGE_LONGEST:
        return -dl_length_most_seconds(&length_of(order, edge)->longest);
    case DL_EDGE_STATED:
    case DL_EDGE_WITH:
        break;
    }
    return edge->at_least;
}

bool dl_edge_is_implied(const DlOrder *order, const DlEdge *edge) {
    return edge->statement < 0 && !order->has_length[edge->from / 2];
}

bool dl_edge_is_doubtful(const DlOrder *order, const DlEdge *edge) {
    if (edge->kind != DL_EDGE_SHORTEST && edge->kind != DL_EDGE_LONGEST)
        return false;
    if (edge->statement >= 0)
        return dl_duration_is_doubtful(&dl_order_statement(order, edge->statement)->by);
    const DlEvent *event = order->events->pdata[edge->from / 2];
    return order->has_length[edge->from / 2] &&
           dl_duration_is_doubtful(&event->duration);
}
