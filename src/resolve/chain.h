/* A chain of statements and lengths, as messages tell it. */
#ifndef DL_RESOLVE_CHAIN_H
#define DL_RESOLVE_CHAIN_H

#include "resolve/order.h"

/* One link: a statement, or the length of an event. */
typedef struct {
    int statement; /* -1: none */
    int event;     /* whose length; -1: none */
} DlLink;

typedef struct {
    const DlOrder *order;
    GArray *links;   /* of DlLink, none twice */
    GHashTable *has; /* the same, as numbers */
    bool doubtful;   /* it rests on a doubtful length */
    bool measured;   /* it rests on how much is the most, or on a lag */
} DlChain;

/* Without links; the caller owns it. */
DlChain *dl_chain_new(const DlOrder *order);
void dl_chain_free(DlChain *chain);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlChain, dl_chain_free)

const char *dl_order_kind_name(DlOrderKind kind);
/* Adds the link that an edge of the order rests on. */
void dl_chain_add_edge(DlChain *chain, const DlEdge *edge);
/* The first of its statements in the file; -1: it has none. */
int dl_chain_first(const DlChain *chain);
/* Whether all of its links are `with`. */
bool dl_chain_is_at_once(const DlChain *chain);
/* Of a cycle: lets it begin with its first statement. */
void dl_chain_turn(DlChain *chain);
/* "`a` is after `b` (line 10), `b` lasts 2 hours (line 7)"; lines of files other than
 * `place`'s are named with them. The caller owns it. */
char *dl_chain_to_text(const DlChain *chain, DlPlace place);

#endif
