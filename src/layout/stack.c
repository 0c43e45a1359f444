#include <math.h>

#include "layout/inset_marks.h"
#include "layout/levels.h"

static const double MARK_AIR = 0.8, NAME_AIR = 3;

/* What a mark takes of the axis. */
typedef struct {
    double from, to;
} Taken;

/* A leader runs outwards from its mark's level. */
typedef struct {
    double along;
    guint level;
} Rise;

/* The marks of one side while they are stacked. */
typedef struct {
    DlLevels *marks;
    GArray *rises; /* of Rise */
    int named;     /* levels that named bars reach */
} Stack;

typedef struct {
    const DlItems *items;
    const DlSlots *slots;
    const DlTheme *theme;
    const DlMarkSizes *marks;
    Stack sides[DL_N_SIDES];
} Stacking;

static Taken taken_by_bar(const DlItem *item) {
    double arrow = dl_item_arrow(item);
    if (item->role == DL_ITEM_NAMED)
        return (Taken){fmin(item->name_from, item->possible_from) - NAME_AIR,
                       fmax(item->name_to, item->possible_to) + NAME_AIR + arrow};
    bool beside = item->is_bar && item->number_width > 0 && !dl_item_holds_number(item);
    double number = beside ? item->number_width + 2 * MARK_AIR : 0;
    return (Taken){item->possible_from - MARK_AIR,
                   item->possible_to + MARK_AIR + arrow + number};
}

static Taken taken_by(const DlItem *item, const DlSlot *slot, double radius) {
    if (item->role == DL_ITEM_COUNT) {
        double half = dl_inset_count_half(item) + MARK_AIR;
        return (Taken){item->along - half, item->along + half};
    }
    if (item->role == DL_ITEM_NAMED || item->is_bar ||
        (item->shows_range && !slot->on_list))
        return taken_by_bar(item);
    double half = slot->on_list && !item->shows_range ? 1 : radius;
    Taken taken = {item->along - half - MARK_AIR, item->along + half + MARK_AIR};
    if (item->shows_range) {
        taken.from = fmin(taken.from, item->possible_from);
        taken.to = fmax(taken.to, item->possible_to);
    }
    return taken;
}

/* The mark, and the twins beside it with the numbers behind them. */
static GArray *all_taken(const Stacking *stacking, const DlItem *item,
                         const DlSlot *slot) {
    double radius = stacking->marks->radius;
    GArray *all = g_array_new(false, false, sizeof(Taken));
    Taken mark = taken_by(item, slot, stacking->marks->radius);
    g_array_append_val(all, mark);
    g_autoptr(GArray) alongs = dl_claims_along(item, stacking->items->axis->scale);
    for (guint i = 0; i < alongs->len; i++) {
        double along = g_array_index(alongs, double, i);
        Taken taken = {along - radius - MARK_AIR,
                       along + radius + stacking->theme->smallest_text};
        g_array_append_val(all, taken);
    }
    return all;
}

static bool is_free(const Stack *stack, const GArray *all, guint level) {
    for (guint i = 0; i < all->len; i++) {
        const Taken *taken = &g_array_index(all, Taken, i);
        if (!dl_levels_is_free(stack->marks, level, taken->from, taken->to))
            return false;
    }
    return true;
}

/* Whether no leader from a level nearer to the axis runs through it. */
static bool is_clear_of_rises(const Stack *stack, const GArray *all, guint level) {
    for (guint r = 0; r < stack->rises->len; r++) {
        const Rise *rise = &g_array_index(stack->rises, Rise, r);
        for (guint i = 0; rise->level < level && i < all->len; i++) {
            const Taken *taken = &g_array_index(all, Taken, i);
            if (rise->along > taken->from && rise->along < taken->to)
                return false;
        }
    }
    return true;
}

/* Whether its own leader meets no mark farther out. */
static bool may_rise(const Stack *stack, double along, guint level) {
    for (guint above = level + 1; above < dl_levels_count(stack->marks); above++)
        if (!dl_levels_is_free(stack->marks, above, along - MARK_AIR, along + MARK_AIR))
            return false;
    return true;
}

/* The nearest level where no leader runs behind a mark; where there is none, the
 * nearest with room where none runs through the words of named bars. */
static guint find_level(const Stack *stack, const GArray *all, double along,
                        bool rises) {
    guint n = dl_levels_count(stack->marks), first = n;
    for (guint level = 0; level <= n; level++) {
        if (!is_free(stack, all, level))
            continue;
        if (!rises || level >= (guint)stack->named)
            first = MIN(first, level);
        if (is_clear_of_rises(stack, all, level) &&
            (!rises || may_rise(stack, along, level)))
            return level;
    }
    return first;
}

static void take(Stack *stack, const GArray *all, guint level) {
    for (guint i = 0; i < all->len; i++) {
        const Taken *taken = &g_array_index(all, Taken, i);
        dl_levels_take(stack->marks, level, taken->from, taken->to);
    }
}

static bool continues_list(const Stacking *stacking, guint i) {
    if (i == 0)
        return false;
    const DlSlot *slot = &g_array_index(stacking->slots->slots, DlSlot, i);
    return slot->on_list && slot[-1].on_list && slot[-1].side == slot->side &&
           slot[-1].along == slot->along;
}

static void stack_labelled(Stacking *stacking, guint i) {
    DlItem *item = g_ptr_array_index(stacking->items->items, i);
    const DlSlot *slot = &g_array_index(stacking->slots->slots, DlSlot, i);
    Stack *stack = &stacking->sides[slot->side];
    bool continues = continues_list(stacking, i);
    /* They take one level, that of the leader's foot. */
    if (continues && slot->is_bead) {
        item->level =
            ((const DlItem *)g_ptr_array_index(stacking->items->items, i - 1))->level;
        return;
    }
    /* The leader of a list begins at its outermost mark. */
    if (continues)
        g_array_set_size(stack->rises, stack->rises->len - 1);
    g_autoptr(GArray) all = all_taken(stacking, item, slot);
    guint level = find_level(stack, all, slot->along, true);
    item->level = (int)level;
    take(stack, all, level);
    Rise rise = {slot->along, level};
    g_array_append_val(stack->rises, rise);
}

/* On the side where it is nearer to the axis. */
static void stack_unlabelled(Stacking *stacking, guint i) {
    DlItem *item = g_ptr_array_index(stacking->items->items, i);
    DlSlot *slot = &g_array_index(stacking->slots->slots, DlSlot, i);
    g_autoptr(GArray) all = all_taken(stacking, item, slot);
    guint best = G_MAXUINT;
    for (int side = DL_N_SIDES - 1; side >= 0; side--) {
        if (!stacking->slots->rules.sides[side])
            continue;
        guint level = find_level(&stacking->sides[side], all, item->along, false);
        if (level < best) {
            best = level;
            slot->side = (DlSide)side;
        }
    }
    item->level = (int)best;
    Stack *stack = &stacking->sides[slot->side];
    take(stack, all, best);
    if (item->role == DL_ITEM_NAMED)
        stack->named = (int)best + 1 > stack->named ? (int)best + 1 : stack->named;
}

/* On the side of the insets. */
static void stack_counts(Stacking *stacking) {
    Stack *stack = &stacking->sides[DL_SIDE_AFTER];
    for (guint i = 0; i < stacking->items->items->len; i++) {
        DlItem *item = g_ptr_array_index(stacking->items->items, i);
        DlSlot *slot = &g_array_index(stacking->slots->slots, DlSlot, i);
        if (item->role != DL_ITEM_COUNT)
            continue;
        g_autoptr(GArray) all = all_taken(stacking, item, slot);
        slot->side = DL_SIDE_AFTER;
        item->level = (int)find_level(stack, all, item->along, false);
        take(stack, all, (guint)item->level);
    }
}

/* What is stacked together: one mark, or those of a list. */
typedef struct {
    guint first, n;
    double length; /* along, of the longest */
} Unit;

/* A leader that begins nearer to the axis runs through what is long. */
static int compare_units(gconstpointer a, gconstpointer b) {
    const Unit *first = a, *second = b;
    if (first->length != second->length)
        return first->length > second->length ? -1 : 1;
    return first->first < second->first ? -1 : first->first > second->first;
}

static GArray *find_units(const Stacking *stacking, DlItemRole role, bool bars) {
    GArray *units = g_array_new(false, false, sizeof(Unit));
    for (guint i = 0; i < stacking->items->items->len; i++) {
        const DlItem *item = g_ptr_array_index(stacking->items->items, i);
        if (item->is_bar != bars || item->role != role)
            continue;
        const DlSlot *slot = &g_array_index(stacking->slots->slots, DlSlot, i);
        Taken taken = taken_by(item, slot, stacking->marks->radius);
        Unit *last =
            units->len > 0 ? &g_array_index(units, Unit, units->len - 1) : NULL;
        if (last != NULL && role == DL_ITEM_LABELLED && continues_list(stacking, i)) {
            last->n++;
            last->length = fmax(last->length, taken.to - taken.from);
            continue;
        }
        const Unit unit = {i, 1, taken.to - taken.from};
        g_array_append_val(units, unit);
    }
    if (role == DL_ITEM_LABELLED)
        g_array_sort(units, compare_units);
    return units;
}

static void stack_kind(Stacking *stacking, DlItemRole role, bool bars) {
    g_autoptr(GArray) units = find_units(stacking, role, bars);
    for (guint u = 0; u < units->len; u++) {
        const Unit *unit = &g_array_index(units, Unit, u);
        for (guint i = unit->first; i < unit->first + unit->n; i++)
            if (role == DL_ITEM_LABELLED)
                stack_labelled(stacking, i);
            else
                stack_unlabelled(stacking, i);
    }
}

DlLevelCounts dl_items_stack_marks(const DlItems *items, const DlSlots *slots,
                                   const DlLayoutJob *job) {
    Stacking stacking = {items, slots, job->theme, &job->marks, {{0}}};
    for (int side = 0; side < DL_N_SIDES; side++)
        stacking.sides[side] =
            (Stack){dl_levels_new(), g_array_new(false, false, sizeof(Rise)), 0};
    stack_counts(&stacking);
    stack_kind(&stacking, DL_ITEM_NAMED, true);
    stack_kind(&stacking, DL_ITEM_LABELLED, true);
    stack_kind(&stacking, DL_ITEM_LABELLED, false);
    stack_kind(&stacking, DL_ITEM_MARK, true);
    stack_kind(&stacking, DL_ITEM_MARK, false);
    DlLevelCounts counts;
    for (int side = 0; side < DL_N_SIDES; side++) {
        counts.of[side] = (int)dl_levels_count(stacking.sides[side].marks);
        counts.named[side] = stacking.sides[side].named;
        dl_levels_free(stacking.sides[side].marks);
        g_array_unref(stacking.sides[side].rises);
    }
    return counts;
}
