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
    GArray *links; /* of DlLink, no statement twice in a row */
    bool doubtful; /* it rests on a doubtful length */
} DlChain;

void dl_chain_init(DlChain *chain, const DlOrder *order);
void dl_chain_clear(DlChain *chain);
void dl_chain_add_edge(DlChain *chain, const DlEdge *edge);
/* Adds what makes two nodes the same, where they are the starts of two events. */
void dl_chain_add_group(DlChain *chain, int from, int to);
void dl_chain_add_statement(DlChain *chain, int statement);
/* Adds the length of an event. */
void dl_chain_add_length(DlChain *chain, int event);
/* The first of its statements in the file. */
int dl_chain_first(const DlChain *chain);
/* Of a cycle: lets it begin with its first statement. */
void dl_chain_turn(DlChain *chain);
/* "`a` is after `b` (line 10), `b` lasts 2 hours (line 7)"; lines of files other than
 * `place`'s are named with them. The caller owns it. */
char *dl_chain_to_text(const DlChain *chain, DlPlace place);

#endif
