#include "layout/label_cache.h"

typedef struct {
    const DlEvent *event, *previous;
    int width;
} Key;

static guint hash_key(gconstpointer data) {
    const Key *key = data;
    return g_direct_hash(key->event) * 31 + g_direct_hash(key->previous) * 7 +
           (guint)key->width;
}

static gboolean equal_keys(gconstpointer a, gconstpointer b) {
    const Key *first = a, *second = b;
    return first->event == second->event && first->previous == second->previous &&
           first->width == second->width;
}

DlLabelCache *dl_label_cache_new(DlLabelMaker maker) {
    DlLabelCache *cache = g_new0(DlLabelCache, 1);
    cache->maker = maker;
    cache->labels = g_hash_table_new_full(hash_key, equal_keys, g_free,
                                          (GDestroyNotify)dl_label_free);
    return cache;
}

void dl_label_cache_free(DlLabelCache *cache) {
    if (cache == NULL)
        return;
    g_hash_table_unref(cache->labels);
    g_free(cache);
}

const DlLabel *dl_label_cache_get(DlLabelCache *cache, const DlEvent *event,
                                  const DlEvent *previous, int width) {
    static const double WIDEST[DL_N_WIDTHS] = {11.5, 17, 26}; /* ems */
    Key key = {event, previous, width};
    DlLabel *label = g_hash_table_lookup(cache->labels, &key);
    if (label == NULL) {
        label = dl_label_new(&cache->maker, event, previous, WIDEST[width]);
        g_hash_table_insert(cache->labels, g_memdup2(&key, sizeof key), label);
    }
    return label;
}

static bool has_one_line_each(const DlLabel *label) {
    for (guint i = 0; i < label->parts->len; i++) {
        const DlLabelPart *part = g_ptr_array_index(label->parts, i);
        if (part->block->lines->len > 1)
            return false;
    }
    return true;
}

int dl_label_cache_count(DlLabelCache *cache, const DlEvent *event,
                         const DlEvent *previous) {
    for (int width = 0; width < DL_N_WIDTHS; width++)
        if (has_one_line_each(dl_label_cache_get(cache, event, previous, width)))
            return width + 1;
    return DL_N_WIDTHS;
}
