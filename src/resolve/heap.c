#include "resolve/heap.h"

#include <stdbool.h>

static DlHeapItem *item_at(GArray *heap, guint index) {
    return &g_array_index(heap, DlHeapItem, index);
}

static bool is_less(const DlHeapItem *a, const DlHeapItem *b) {
    return a->key < b->key || (a->key == b->key && a->node < b->node);
}

void dl_heap_push(GArray *heap, DlHeapItem item) {
    g_array_append_val(heap, item);
    guint at = heap->len - 1;
    while (at > 0 && is_less(&item, item_at(heap, (at - 1) / 2))) {
        *item_at(heap, at) = *item_at(heap, (at - 1) / 2);
        at = (at - 1) / 2;
    }
    *item_at(heap, at) = item;
}

DlHeapItem dl_heap_pop(GArray *heap) {
    const DlHeapItem first = *item_at(heap, 0), last = *item_at(heap, heap->len - 1);
    g_array_set_size(heap, heap->len - 1);
    guint at = 0;
    for (guint child = 1; child < heap->len; child = 2 * at + 1) {
        if (child + 1 < heap->len &&
            is_less(item_at(heap, child + 1), item_at(heap, child)))
            child++;
        if (!is_less(item_at(heap, child), &last))
            break;
        *item_at(heap, at) = *item_at(heap, child);
        at = child;
    }
    if (heap->len > 0)
        *item_at(heap, at) = last;
    return first;
}
