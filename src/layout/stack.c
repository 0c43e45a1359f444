#include <math.h>

#include "layout/items.h"

static const double MARK_AIR = 0.8;

/* What a mark takes of the axis. */
typedef struct {
    double from, to;
    int level;
} Taken;

static Taken taken_by(const DlItem *item, const DlSlot *slot, const DlTheme *theme) {
    if (item->is_bar || (item->shows_range && !slot->on_list))
        return (Taken){item->possible_from - MARK_AIR, item->possible_to + MARK_AIR, 0};
    double half = slot->on_list && !item->shows_range ? 1 : theme->mark_radius;
    Taken taken = {item->along - half - MARK_AIR, item->along + half + MARK_AIR, 0};
    if (item->shows_range) {
        taken.from = fmin(taken.from, item->possible_from);
        taken.to = fmax(taken.to, item->possible_to);
    }
    return taken;
}

static bool meets_level(const GArray *all, const Taken *taken, int level) {
    for (guint i = 0; i < all->len; i++) {
        const Taken *other = &g_array_index(all, Taken, i);
        if (other->level == level && other->from < taken->to && taken->from < other->to)
            return true;
    }
    return false;
}

/* What the twins of a mark take beside it, with the numbers behind them. */
static GArray *taken_by_claims(const DlItem *item, const DlScale *scale,
                               const DlTheme *theme) {
    GArray *all = g_array_new(false, false, sizeof(Taken));
    g_autoptr(GArray) alongs = dl_claims_along(item, scale);
    for (guint i = 0; i < alongs->len; i++) {
        double along = g_array_index(alongs, double, i);
        Taken taken = {along - theme->mark_radius - MARK_AIR,
                       along + theme->mark_radius + theme->smallest_text, 0};
        g_array_append_val(all, taken);
    }
    return all;
}

static bool all_free(const GArray *all, const Taken *mark, const GArray *claims,
                     int level) {
    if (meets_level(all, mark, level))
        return false;
    for (guint i = 0; i < claims->len; i++)
        if (meets_level(all, &g_array_index(claims, Taken, i), level))
            return false;
    return true;
}

static void take(GArray *all, Taken taken, int level) {
    taken.level = level;
    g_array_append_val(all, taken);
}

static int stack_kind(DlItems *items, const DlSlots *slots, DlSide side,
                      const DlTheme *theme, bool bars, GArray *all) {
    int n_levels = 0;
    double list_along = NAN;
    int list_level = 0;
    for (guint i = 0; i < items->items->len; i++) {
        DlItem *item = g_ptr_array_index(items->items, i);
        const DlSlot *slot = &g_array_index(slots->slots, DlSlot, i);
        if (slot->side != side || item->is_bar != bars)
            continue;
        if (slot->on_list && slot->along == list_along) {
            item->level = list_level;
            continue;
        }
        Taken taken = taken_by(item, slot, theme);
        g_autoptr(GArray) claims = taken_by_claims(item, items->axis->scale, theme);
        while (!all_free(all, &taken, claims, taken.level))
            taken.level++;
        item->level = taken.level;
        if (slot->on_list) {
            list_along = slot->along;
            list_level = taken.level;
        }
        take(all, taken, taken.level);
        for (guint c = 0; c < claims->len; c++)
            take(all, g_array_index(claims, Taken, c), taken.level);
        n_levels = MAX(n_levels, taken.level + 1);
    }
    return n_levels;
}

int dl_items_stack_marks(DlItems *items, const DlSlots *slots, DlSide side,
                         const DlTheme *theme) {
    g_autoptr(GArray) all = g_array_new(false, false, sizeof(Taken));
    int bars = stack_kind(items, slots, side, theme, true, all);
    int points = stack_kind(items, slots, side, theme, false, all);
    return MAX(bars, points);
}
