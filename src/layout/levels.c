#include "layout/levels.h"

#include "base/sorted.h"

typedef struct {
    double from, to;
} Taken;

struct DlLevels {
    GPtrArray *levels; /* of GArray of Taken, sorted, disjoint */
};

static void free_level(void *level) {
    g_array_unref(level);
}

DlLevels *dl_levels_new(void) {
    DlLevels *levels = g_new(DlLevels, 1);
    levels->levels = g_ptr_array_new_with_free_func(free_level);
    return levels;
}

void dl_levels_free(DlLevels *levels) {
    if (levels == NULL)
        return;
    g_ptr_array_unref(levels->levels);
    g_free(levels);
}

/* The first that ends after a place. */
static guint find_after(const GArray *level, double from) {
    return dl_first_where(level->len, i, g_array_index(level, Taken, i).to > from);
}

bool dl_levels_is_free(const DlLevels *levels, guint level, double from, double to) {
    if (level >= levels->levels->len)
        return true;
    const GArray *all = g_ptr_array_index(levels->levels, level);
    guint next = find_after(all, from);
    return next == all->len || g_array_index(all, Taken, next).from >= to;
}

void dl_levels_take(DlLevels *levels, guint level, double from, double to) {
    while (levels->levels->len <= level)
        g_ptr_array_add(levels->levels, g_array_new(false, false, sizeof(Taken)));
    GArray *all = g_ptr_array_index(levels->levels, level);
    Taken taken = {from, to};
    guint at = find_after(all, from);
    while (at < all->len && g_array_index(all, Taken, at).from < to) {
        taken.from = MIN(taken.from, g_array_index(all, Taken, at).from);
        taken.to = MAX(taken.to, g_array_index(all, Taken, at).to);
        g_array_remove_index(all, at);
    }
    g_array_insert_val(all, at, taken);
}

guint dl_levels_count(const DlLevels *levels) {
    return levels->levels->len;
}
