#include "layout/label_cache.h"

#include <string.h>

static const double LINE = 200; /* ems: wider than any line of words that is drawn */

const double dl_label_widths[DL_N_WIDTHS] = {8.5, 13, 22};

typedef struct {
    DlLabelWay way;
    int width;
} Key;

static guint hash_key(gconstpointer data) {
    const Key *key = data;
    return g_direct_hash(key->way.event) * 31 + g_direct_hash(key->way.previous) * 7 +
           (guint)key->width * 2 + key->way.continued;
}

static gboolean equal_keys(gconstpointer a, gconstpointer b) {
    const Key *first = a, *second = b;
    return first->way.event == second->way.event &&
           first->way.previous == second->way.previous &&
           first->way.continued == second->way.continued &&
           first->way.run_in == second->way.run_in && first->width == second->width;
}

/* What is shaped of a way. */
typedef struct {
    double widest; /* ems: what was asked for */
    DlLabel *label;
} Shaped;

static void shaped_free(void *data) {
    GArray *all = data;
    for (guint i = 0; i < all->len; i++)
        dl_label_free(g_array_index(all, Shaped, i).label);
    g_array_unref(all);
}

static DlLabelCache *cache_new(DlLabelShelf *shelf, const double *widths) {
    DlLabelCache *cache = g_new0(DlLabelCache, 1);
    cache->shelf = shelf;
    memcpy(cache->widths, widths, sizeof cache->widths);
    cache->labels = g_hash_table_new_full(hash_key, equal_keys, g_free, NULL);
    return cache;
}

static void cache_free(void *data) {
    DlLabelCache *cache = data;
    g_hash_table_unref(cache->labels);
    g_free(cache);
}

static GArray *shaped_of(DlLabelShelf *shelf, DlLabelWay way) {
    const Key key = {way, 0};
    GArray *all = g_hash_table_lookup(shelf->shaped, &key);
    if (all == NULL) {
        all = g_array_new(false, false, sizeof(Shaped));
        g_hash_table_insert(shelf->shaped, g_memdup2(&key, sizeof key), all);
    }
    return all;
}

static const DlLabel *find_label(DlLabelShelf *shelf, DlLabelWay way, double widest) {
    GArray *all = shaped_of(shelf, way);
    for (guint i = 0; i < all->len; i++) {
        const Shaped *shaped = &g_array_index(all, Shaped, i);
        if (shaped->label->least <= widest && widest <= shaped->widest)
            return shaped->label;
    }
    const Shaped shaped = {widest, dl_label_new(&shelf->maker, way, widest)};
    g_array_append_val(all, shaped);
    return shaped.label;
}

const DlLabel *dl_label_cache_get(DlLabelCache *cache, DlLabelWay way, int width) {
    const Key key = {way, width};
    const DlLabel *label = g_hash_table_lookup(cache->labels, &key);
    if (label == NULL) {
        double widest = way.run_in ? LINE : cache->widths[width];
        label = find_label(cache->shelf, way, widest);
        g_hash_table_insert(cache->labels, g_memdup2(&key, sizeof key),
                            (gpointer)label);
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

int dl_label_cache_count(DlLabelCache *cache, DlLabelWay way) {
    int width = 0;
    while (width + 1 < DL_N_WIDTHS && cache->widths[width + 1] > cache->widths[width] &&
           !has_one_line_each(dl_label_cache_get(cache, way, width)))
        width++;
    return width + 1;
}

DlLabelShelf *dl_label_shelf_new(DlLabelMaker maker) {
    DlLabelShelf *shelf = g_new0(DlLabelShelf, 1);
    shelf->maker = maker;
    shelf->caches = g_ptr_array_new_with_free_func(cache_free);
    shelf->shaped = g_hash_table_new_full(hash_key, equal_keys, g_free, shaped_free);
    return shelf;
}

void dl_label_shelf_free(DlLabelShelf *shelf) {
    if (shelf == NULL)
        return;
    g_ptr_array_unref(shelf->caches);
    g_hash_table_unref(shelf->shaped);
    g_free(shelf);
}

DlLabelCache *dl_label_shelf_get(DlLabelShelf *shelf, const double *widths) {
    for (guint i = 0; i < shelf->caches->len; i++) {
        DlLabelCache *cache = g_ptr_array_index(shelf->caches, i);
        if (memcmp(cache->widths, widths, sizeof cache->widths) == 0)
            return cache;
    }
    DlLabelCache *cache = cache_new(shelf, widths);
    g_ptr_array_add(shelf->caches, cache);
    return cache;
}
