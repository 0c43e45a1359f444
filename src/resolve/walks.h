/* Walks through the order of events, with ever more links: so the first that makes a
 * contradiction is a shortest one. This is the algorithm of Bellman and Ford, layer by
 * layer ("On a Routing Problem", 1958), over the nodes as the file has them, before
 * `with` joins them. It is only run where something is known to be wrong. */
#ifndef DL_RESOLVE_WALKS_H
#define DL_RESOLVE_WALKS_H

#include "resolve/chain.h"
#include "resolve/order.h"

typedef enum {
    DL_WALK_ORDER, /* each step forward in the order is one */
    DL_WALK_LAGS,  /* by seconds */
    DL_WALK_DATES  /* by the calendar */
} DlWalkKind;

typedef struct {
    int node, edge; /* edge -1: it begins here, or its start lies no later */
    int previous;   /* the step before; -1: none */
    DlMoment moment;
} DlStep;

typedef struct DlWalks DlWalks;
/* Called for what reaches a node later than all that reached it with fewer links. False
 * where it must not go on from there. */
typedef bool (*DlWalkVisit)(DlWalks *walks, const DlStep *step, void *data);

struct DlWalks {
    const DlOrder *order;
    DlWalkKind kind;
    bool firm_only;                 /* without what is doubtful */
    const DlComponents *components; /* NULL: everywhere */
    int component;
    int *first_edge, *edges; /* as of the order, by nodes before `with` joins them */
    GArray *steps;           /* of DlStep, layer by layer */
    int *latest;             /* by node: its latest step; -1: none */
    int64_t n_tried;         /* edges, over all runs */
};

/* Of an order that lives longer; the caller owns them. */
DlWalks *dl_walks_new(const DlOrder *order, DlWalkKind kind);
void dl_walks_free(DlWalks *walks);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlWalks, dl_walks_free)

/* Forgets all steps. */
void dl_walks_clear(DlWalks *walks);
/* Begins at a node. */
void dl_walks_begin(DlWalks *walks, int node, DlMoment moment);
/* Goes on, with at most so many links. False where it could have gone further. */
bool dl_walks_run(DlWalks *walks, int most_links, DlWalkVisit visit, void *data);

/* The links of a step backwards to where it began, which is returned. */
int dl_walks_trace(const DlWalks *walks, const DlStep *step, DlChain *chain);

/* A cycle of fewest links that comes back later than it began, from any of the nodes;
 * NULL: none was found. Where that is too much work, it is some cycle by the first
 * node. The caller owns it. */
DlChain *dl_walks_cycle(DlWalks *walks, const GArray *nodes);

#endif
