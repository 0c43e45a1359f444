/* A queue of nodes, the one with the least key first: a binary heap. */
#ifndef DL_RESOLVE_HEAP_H
#define DL_RESOLVE_HEAP_H

#include <glib.h>
#include <stdint.h>

typedef struct {
    int64_t key;
    int node;
} DlHeapItem;

/* `heap` is an array of DlHeapItem, empty at first. */
void dl_heap_push(GArray *heap, DlHeapItem item);
DlHeapItem dl_heap_pop(GArray *heap);

#endif
