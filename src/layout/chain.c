#include "layout/chain.h"

#include <math.h>

/* A run of items that touch: they move as one, to where it costs least. That is looked
 * for only as far as it matters which of two runs lies farther on. */
typedef struct {
    double weight, sum; /* of weights, of weight * wish */
    size_t first, end;
    bool has_slack;
    double low, high; /* between which it costs least; equal: there */
} Block;

enum { BLOCKS_ON_STACK = 64 };

/* What a point within the slack costs, of a point beyond. */
static const double WITHIN = 0.01;

typedef struct {
    double value, rise;
} Slope;

/* Half of it, for a block at a place. */
static Slope slope_at(const DlChainItem *items, const Block *block, double at) {
    Slope slope = {0};
    for (size_t i = block->first; i < block->end; i++) {
        const DlChainItem *item = &items[i];
        double off = at - item->at;
        double beyond = MAX(0, fabs(off) - item->slack);
        slope.value += item->weight * (copysign(beyond, off) + WITHIN * off);
        slope.rise += item->weight * ((beyond > 0 ? 1 : 0) + WITHIN);
    }
    return slope;
}

static double find_least(const DlChainItem *items, const Block *block) {
    enum { MOST_STEPS = 60 };
    static const double EXACT = 1e-9;
    double low = block->low, high = block->high;
    double at = CLAMP(block->sum / block->weight, low, high);
    for (int step = 0; step < MOST_STEPS && high - low > EXACT; step++) {
        Slope slope = slope_at(items, block, at);
        low = slope.value <= 0 ? at : low;
        high = slope.value >= 0 ? at : high;
        double next = at - slope.value / slope.rise;
        if (fabs(next - at) < EXACT)
            return next;
        at = next > low && next < high ? next : (low + high) / 2;
    }
    return at;
}

/* The wishes in `at` are those that the blocks were made of. */
static double settle(const DlChainItem *items, Block *block) {
    if (block->low < block->high)
        block->low = block->high = find_least(items, block);
    return block->low;
}

static bool is_settled(const Block *block) {
    return block->low == block->high;
}

/* Whether a block costs least at a place or farther on; narrows its bounds. */
static bool lies_from(const DlChainItem *items, Block *block, double at) {
    if (block->low >= at || block->high < at)
        return block->low >= at;
    bool lies_from = slope_at(items, block, at).value <= 0;
    *(lies_from ? &block->low : &block->high) = at;
    return lies_from;
}

/* The same, or nearer. */
static bool lies_to(const DlChainItem *items, Block *block, double at) {
    if (block->high <= at || block->low > at)
        return block->high <= at;
    bool lies_to = slope_at(items, block, at).value >= 0;
    *(lies_to ? &block->high : &block->low) = at;
    return lies_to;
}

/* The longer of two is only asked on which side of the other it lies, once that is
 * settled: it tells as much, for much less. */
static bool meet(const DlChainItem *items, Block *a, Block *b) {
    if (a->low >= b->high)
        return true;
    if (a->high < b->low)
        return false;
    bool is_a_longer = a->end - a->first > b->end - b->first;
    if (is_settled(b) || (!is_settled(a) && is_a_longer))
        return lies_from(items, a, settle(items, b));
    return lies_to(items, b, settle(items, a));
}

/* The second of two that meet becomes part of the first. */
static void join(Block *a, const Block *b) {
    a->weight += b->weight;
    a->sum += b->sum;
    a->end = b->end;
    a->has_slack = a->has_slack || b->has_slack;
    a->low = a->has_slack ? b->low : a->sum / a->weight;
    a->high = a->has_slack ? a->high : a->low;
}

/* Isotonic regression of the wishes in `at`, in place. */
static void pool_violators(DlChainItem *items, size_t n, Block *blocks) {
    size_t n_blocks = 0;
    for (size_t i = 0; i < n; i++) {
        const DlChainItem *item = &items[i];
        Block *last = &blocks[n_blocks++];
        *last = (Block){item->weight, item->weight * item->at, i,
                        i + 1,        item->slack > 0,         item->at,
                        item->at};
        for (; n_blocks > 1 && meet(items, last - 1, last); n_blocks--, last--)
            join(last - 1, last);
    }
    for (size_t b = 0; b < n_blocks; b++)
        settle(items, &blocks[b]);
    for (size_t b = 0; b < n_blocks; b++)
        for (size_t i = blocks[b].first; i < blocks[b].end; i++)
            items[i].at = blocks[b].low;
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

/* The same as all below, for what is alone: it is where it wants to be, if it can. */
static double place_one(DlChainItem *item, double from, double to) {
    double first = from + item->before, room = to - item->after - first;
    item->at =
        item->fixed ? item->wanted : first + MAX(0, MIN(item->wanted - first, room));
    return item->fixed ? fixed_overlap(item, 1, from, to) : MAX(0, -room);
}

double dl_chain_place(DlChainItem *items, size_t n, double from, double to) {
    if (n == 1)
        return place_one(items, from, to);
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
