#include "layout/chain.h"

#include <math.h>

/* A run of items that touch: they move as one. */
typedef struct {
    double weight, sum; /* of weights, of weight * wish */
    size_t end;
} Block;

enum { BLOCKS_ON_STACK = 64 };

static double block_mean(const Block *block) {
    return block->sum / block->weight;
}

/* Isotonic regression of the wishes in `at`, in place. */
static void pool_violators(DlChainItem *items, size_t n, Block *blocks) {
    size_t n_blocks = 0;
    for (size_t i = 0; i < n; i++) {
        blocks[n_blocks++] =
            (Block){items[i].weight, items[i].weight * items[i].at, i + 1};
        while (n_blocks > 1 &&
               block_mean(&blocks[n_blocks - 2]) >= block_mean(&blocks[n_blocks - 1])) {
            Block *merged = &blocks[n_blocks - 2], *last = &blocks[n_blocks - 1];
            merged->weight += last->weight;
            merged->sum += last->sum;
            merged->end = last->end;
            n_blocks--;
        }
    }
    for (size_t b = 0, i = 0; b < n_blocks; b++)
        for (double mean = block_mean(&blocks[b]); i < blocks[b].end; i++)
            items[i].at = mean;
}

/* Items that are all free, between two bounds for their boxes. */
static double place_free(DlChainItem *items, size_t n, double from, double to) {
    double taken = from;
    for (size_t i = 0; i < n; i++) {
        taken += items[i].before + (i > 0 ? items[i - 1].after : 0);
        items[i].at = items[i].wanted - taken;
    }
    double room = to - items[n - 1].after - taken;

    Block few[BLOCKS_ON_STACK];
    g_autofree Block *many = n > BLOCKS_ON_STACK ? g_new(Block, n) : NULL;
    pool_violators(items, n, many != NULL ? many : few);

    taken = from;
    for (size_t i = 0; i < n; i++) {
        taken += items[i].before + (i > 0 ? items[i - 1].after : 0);
        items[i].at = taken + MAX(0, MIN(items[i].at, room));
    }
    return MAX(0, -room);
}

/* How far fixed items stand in one another and out of the row. */
static double fixed_overlap(const DlChainItem *items, size_t n, double from,
                            double to) {
    double reach = from, overlap = 0;
    for (size_t i = 0; i < n; i++) {
        const DlChainItem *item = &items[i];
        if (!item->fixed)
            continue;
        overlap += MAX(0, reach - (item->wanted - item->before));
        overlap += MAX(0, item->wanted + item->after - to);
        reach = MAX(reach, item->wanted + item->after);
    }
    return overlap;
}

/* The nearest bound that fixed items from `i` on leave to what is before them. */
static double bound_after(const DlChainItem *items, size_t i, size_t n, double to) {
    double bound = to;
    for (size_t j = i; j < n && items[j].fixed; j++)
        bound = MIN(bound, items[j].wanted - items[j].before);
    return bound;
}

double dl_chain_place(DlChainItem *items, size_t n, double from, double to) {
    double lacking = fixed_overlap(items, n, from, to);
    double bound = from;
    size_t start = 0;
    for (size_t i = 0; i <= n; i++) {
        if (i < n && !items[i].fixed)
            continue;
        if (i > start)
            lacking += place_free(items + start, i - start, bound,
                                  bound_after(items, i, n, to));
        if (i < n) {
            items[i].at = items[i].wanted;
            bound = MAX(bound, items[i].wanted + items[i].after);
        }
        start = i + 1;
    }
    return lacking;
}
