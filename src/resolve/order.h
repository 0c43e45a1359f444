/* The order of events as a graph of constraints.
 *
 * Each event has two nodes, its start (2 i) and its end (2 i + 1). An edge says that
 * its second node lies so much later than its first: at least 0 or 1 seconds by a
 * statement of the file, at least the shortest length from an event's start to its end,
 * and at most the longest (which is an edge back, by minus that length). This is a
 * simple temporal problem (Dechter, Meiri, Pearl, "Temporal Constraint Networks",
 * 1991). All edges but the ones back make a graph without cycles, so that bounds spread
 * over it in one sweep each way. `with` makes two starts equal: such starts are one
 * node. */
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
    bool dropped; /* it is part of a contradiction that has been told */
} DlStatement;

typedef enum { DL_EDGE_STATED, DL_EDGE_SHORTEST, DL_EDGE_LONGEST } DlEdgeKind;

typedef struct {
    int from, to; /* nodes, before `with` joins them */
    DlEdgeKind kind;
    int at_least;  /* stated: seconds */
    int statement; /* stated: its index; else -1 */
    bool dropped;
} DlEdge;

/* A bound of a node, and the date that it comes from. */
typedef struct {
    DlMoment moment;
    int event;
    const DlBound *bound; /* NULL: none */
    bool by_length;       /* it is the length of the event away from that date */
    bool doubtful;
} DlLimit;

typedef struct {
    int n_events, n_nodes;
    GPtrArray *events;   /* of DlEvent, borrowed, in the order of the file */
    GArray *statements;  /* of DlStatement */
    DlLength *lengths;   /* by event */
    bool *has_length;    /* by event */
    DlLimit *low, *high; /* by node: what the dates alone allow */
    int *group;          /* by event: the one whose start stands for its start */
    int *group_size;     /* by the event that stands for a group */
    int *proof;          /* by event: the next one towards its group's root; -1: none */
    int *proof_statement; /* by event: the `with` that makes them equal */
    GArray *edges;        /* of DlEdge, by the node that they leave */
    int *first_edge;      /* by node, and one more: where its edges begin */
    int *component;       /* by node: those of one cycle have the same */
    int *sequence;        /* nodes, each after all that it must lie after */
    int n_sequence;
} DlOrder;

DlOrder *dl_order_new(GPtrArray *events);
void dl_order_free(DlOrder *order);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlOrder, dl_order_free)

const char *dl_order_kind_name(DlOrderKind kind);
const DlStatement *dl_order_statement(const DlOrder *order, int index);
const DlEdge *dl_order_edge(const DlOrder *order, int index);
/* The node that stands for a node. */
int dl_order_node(const DlOrder *order, int node);
/* The one of two statements that comes first in the file. */
bool dl_statement_is_first(const DlOrder *order, int statement, int than);

/* What dates and durations alone allow: fills low, high, lengths. */
void dl_order_limit(DlOrder *order, const GPtrArray *drafts);
/* Fills edges, components and sequence; true when no statements make a cycle. */
bool dl_order_build(DlOrder *order);

#endif
