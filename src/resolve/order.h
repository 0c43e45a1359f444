/* The order of events as a graph of constraints.
 *
 * Each event has two nodes, its start (2 i) and its end (2 i + 1). An edge says how
 * much later its second node lies than its first: at least 0 or 1 seconds by a
 * statement of the file, at least the shortest that a length or a lag can be, and at
 * most the longest (which is an edge back, by minus that length). This is a simple
 * temporal problem (Dechter, Meiri, Pearl, "Temporal Constraint Networks", 1991).
 * `with` makes two starts equal: such starts are one node.
 *
 * A lag: `after: {event: a, by: PT1H}` starts one hour after the end of `a`; `before`
 * ends so much before the start of the other; `during` and `with` start so much after
 * its start. An approximate lag, PT1H~, may be one of its smallest unit shorter or
 * longer: none to two hours, but `after` and `before` stay strict. Months are what the
 * calendar makes of them.
 *
 * It is solved in steps. Cycles of order come first, over all edges but those back: a
 * distance network alone would call a cycle of zero lags consistent (cycles.h). Then
 * cycles of distances, in the strong components of all edges: lengths and lags that do
 * not fit together whatever the dates (lags.h). What is left has bounds, which spread
 * over the components one after the other (bounds.c). Where dates contradict them, the
 * shortest chain of links from one date to another is told (dates.h). */
#ifndef DL_RESOLVE_ORDER_H
#define DL_RESOLVE_ORDER_H

#include <glib.h>
#include <stdbool.h>

#include "base/problems.h"
#include "model/timeline.h"
#include "resolve/length.h"

typedef enum {
    DL_ORDER_AFTER,
    DL_ORDER_BEFORE,
    DL_ORDER_DURING,
    DL_ORDER_WITH
} DlOrderKind;

/* "`reception` is after `parade`". */
typedef struct {
    int event, other; /* indexes in the file */
    DlOrderKind kind;
    DlPlace place;
    bool has_lag;
    DlDuration by;
    DlLength lag;
    bool dropped;  /* it is part of a cycle that has been told */
    bool unheeded; /* lengths or dates contradict it, which has been told: it counts
                      for ranks, not for bounds */
} DlStatement;

typedef enum {
    DL_EDGE_STATED,
    DL_EDGE_WITH, /* at the same moment */
    DL_EDGE_SHORTEST,
    DL_EDGE_LONGEST
} DlEdgeKind;

typedef struct {
    int from, to; /* nodes, before `with` joins them */
    DlEdgeKind kind;
    int at_least;  /* stated: seconds */
    int statement; /* -1: it is the length of an event */
} DlEdge;

/* What the date of an event says of a node. */
typedef struct {
    DlMoment moment;
    const DlBound *bound; /* NULL: nothing */
    bool doubtful;
} DlLimit;

typedef struct {
    int n_events, n_nodes;
    GPtrArray *events;   /* of DlEvent, borrowed, in the order of the file */
    GArray *statements;  /* of DlStatement */
    DlLength *lengths;   /* by event */
    bool *has_length;    /* by event */
    DlLimit *low, *high; /* by node, before `with` joins them: what dates say */
    DlMoment *date_high; /* by node: the least high of all that it stands for */
    int *group;          /* by event: the one whose start stands for its start */
    int *group_size;     /* by the event that stands for a group */
    GArray *edges;       /* of DlEdge, by the node that they leave */
    int *first_edge;     /* by node, and one more: where its edges begin */
    int *edges_in;       /* indexes of edges, by the node that they reach */
    int *first_in; /* by node, and one more: where its edges begin in `edges_in` */
} DlOrder;

/* The nodes in components: those of a cycle are one. Each comes after all from which
 * edges lead to it. */
typedef struct {
    int n_components;
    int *component; /* by node */
    int *nodes;     /* by component */
    int *first;     /* by component, and one more: where its nodes begin */
} DlComponents;

DlOrder *dl_order_new(GPtrArray *events);
void dl_order_free(DlOrder *order);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlOrder, dl_order_free)

const DlStatement *dl_order_statement(const DlOrder *order, int index);
const DlEdge *dl_order_edge(const DlOrder *order, int index);
/* The node that stands for a node. */
int dl_order_node(const DlOrder *order, int node);
/* The one of two statements that comes first in the file. */
bool dl_statement_is_first(const DlOrder *order, int statement, int than);

/* What the dates say, and how long events last: fills low, high, lengths. */
void dl_order_limit(DlOrder *order, const GPtrArray *drafts);
/* Fills groups and edges from the statements, without those that are unheeded unless
 * `all`. */
void dl_order_build(DlOrder *order, bool all);

/* Over all edges, or but those back. */
DlComponents *dl_components_find(const DlOrder *order, bool with_edges_back);
void dl_components_free(DlComponents *components);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlComponents, dl_components_free)
/* Whether an edge begins and ends in the component. */
bool dl_edge_is_within(const DlOrder *order, const DlComponents *components,
                       const DlEdge *edge, int component);

/* The earliest that `to` can be where `from` is no earlier than `moment`, and the
 * latest that `from` can be where `to` lies in the range; no bound stays none. */
DlMoment dl_edge_later(const DlOrder *order, const DlEdge *edge, DlMoment moment);
DlMoment dl_edge_earlier(const DlOrder *order, const DlEdge *edge, DlRange range);
/* The least number of seconds from `from` to `to`, whenever that is. */
int64_t dl_edge_distance(const DlOrder *order, const DlEdge *edge);
/* Whether it says what no statement and no length of the file says: an end comes no
 * sooner than its start. */
bool dl_edge_is_implied(const DlOrder *order, const DlEdge *edge);
/* Whether it rests on a doubtful length. */
bool dl_edge_is_doubtful(const DlOrder *order, const DlEdge *edge);

#endif
