#include "layout/slots.h"

#include <math.h>
#include <string.h>

#include "layout/starts.h"

/* The work that a search may do, so that the time of a crowded page stays bounded. */
enum {
    MOST_PASSES = 8,
    MOST_MOVES = 2400,
    MOST_MOVES_DOWN = 500,
    MOST_ROUNDS = 32,
    MOST_SHAKES = 200
};

DlSlots *dl_slots_new(DlSlotRules rules, GArray *slots, GArray *groups) {
    DlSlots *made = g_new0(DlSlots, 1);
    made->rules = rules;
    made->slots = slots;
    made->groups = groups;
    made->seatings = g_array_sized_new(false, true, sizeof(DlSeating), groups->len + 1);
    g_array_set_size(made->seatings, groups->len);
    for (int side = 0; side < DL_N_SIDES; side++)
        made->sheets[side] = dl_sheet_new(&made->rules, (DlSide)side, slots->len);
    return made;
}

void dl_slots_free(DlSlots *slots) {
    if (slots == NULL)
        return;
    g_array_unref(slots->slots);
    g_array_unref(slots->groups);
    g_array_unref(slots->seatings);
    for (int side = 0; side < DL_N_SIDES; side++)
        dl_sheet_free(slots->sheets[side]);
    g_free(slots);
}

double dl_slots_least_depth(const DlSlots *slots) {
    double widest = 0;
    for (guint i = 0; i < slots->slots->len; i++) {
        const DlSlot *slot = &g_array_index(slots->slots, DlSlot, i);
        double narrowest = slot->n_widths > 0 ? INFINITY : 0;
        for (int w = 0; w < slot->n_widths; w++)
            narrowest = fmin(narrowest, slot->depths[w]);
        widest = fmax(widest, narrowest);
    }
    return widest > 0 ? widest + slots->rules.stem + slots->rules.ending : 0;
}

/* Lists have the least choice, so they choose first. */
static void seat_greedily(DlSearch *search, bool backwards) {
    const DlSlots *slots = search->slots;
    guint n = slots->groups->len;
    memset(slots->seatings->data, 0, n * sizeof(DlSeating));
    for (int lists = 1; lists >= 0; lists--)
        for (guint i = 0; i < n; i++) {
            guint moment = backwards ? n - 1 - i : i;
            guint length = g_array_index(slots->groups, DlSlotGroup, moment).n;
            if ((length > 1) == (lists == 1))
                dl_search_seat(search, moment);
        }
}

static void start_evenly(DlSearch *search) {
    dl_start_rows(search, DL_DEAL_EVENLY);
}

static void start_forwards(DlSearch *search) {
    seat_greedily(search, false);
}

static void start_backwards(DlSearch *search) {
    seat_greedily(search, true);
}

static void start_lists_before(DlSearch *search) {
    dl_start_rows(search, DL_DEAL_LISTS_BEFORE);
}

static void start_lists_after(DlSearch *search) {
    dl_start_rows(search, DL_DEAL_LISTS_AFTER);
}

static void start_all_after(DlSearch *search) {
    dl_start_rows(search, DL_DEAL_ALL_AFTER);
}

/* Arrangements to start from, and for how many labels they are worth their time where
 * another has room already. */
typedef struct {
    void (*start)(DlSearch *search);
    guint most;
} Start;

enum { N_STARTS = 6 };

static const Start starts[][N_STARTS] = {
    [DL_ATTACH_FLAG] = {{start_evenly, G_MAXUINT},
                        {start_forwards, DL_CROWDED},
                        {start_backwards, DL_CROWDED},
                        {start_lists_before, 0},
                        {start_lists_after, 0},
                        {start_all_after, 0}},
    [DL_ATTACH_END] = {{dl_start_columns, G_MAXUINT},
                       {start_evenly, DL_CROWDED},
                       {start_forwards, DL_CROWDED}},
};

static bool has_room(const DlSlots *slots, DlSideSum sum) {
    return sum.lacking <= 1e-6 && sum.depth <= slots->rules.room;
}

/* How far from room is too far for any other arrangement to have it. */
typedef struct {
    double too_deep;     /* of the room */
    double lacking_each; /* points, of each label */
} Hopeless;

/* What random charts that found room have been seen to lack, twice over. */
static const Hopeless at_start = {4, 30}, when_improved = {1.5, 3};

static bool is_hopeless(const DlSlots *slots, DlSideSum sum, Hopeless than) {
    return sum.depth > than.too_deep * slots->rules.room ||
           sum.lacking > than.lacking_each * slots->slots->len;
}

/* What a moment would do if only some moments on both sides of it were there, unless it
 * would be cut in two. */
static void find_usual(DlSearch *search, guint moment, guint near) {
    enum { PASSES = 3 };
    const DlSlots *slots = search->slots;
    guint from = moment - MIN(moment, near);
    guint to = MIN(slots->groups->len, moment + near + 1);
    memset(slots->seatings->data, 0, slots->seatings->len * sizeof(DlSeating));
    for (guint i = from; i < to; i++)
        dl_search_seat(search, i);
    for (guint i = 0; near > 0 && i < PASSES * (to - from); i++)
        dl_search_move(search, from + i % (to - from));
}

static void tell_usual(const DlSlots *slots, guint moment, DlSlot *first) {
    const DlSlotGroup *group = &g_array_index(slots->groups, DlSlotGroup, moment);
    const DlSeating *seating = &g_array_index(slots->seatings, DlSeating, moment);
    DlSide side = seating->split > 0 ? DL_SIDE_BEFORE : DL_SIDE_AFTER;
    first->has_usual = seating->split == 0 || seating->split == group->n;
    first->usual_hang = (int)seating->seats[side].hang;
    first->usual_width = seating->seats[side].width;
}

/* Those of one label are found when it is known how lists hang, and none of them yet
 * counts for another. */
static void find_all_usual(DlSlots *slots) {
    enum { NEAR = 2 };
    if (slots->rules.attach != DL_ATTACH_FLAG || slots->groups->len == 0)
        return;
    g_autoptr(DlSearch) search = dl_search_new(slots);
    for (int is_list = 1; is_list >= 0; is_list--) {
        g_autoptr(GArray) told = g_array_copy(slots->slots);
        for (guint i = 0; i < slots->groups->len; i++) {
            DlSlotGroup group = g_array_index(slots->groups, DlSlotGroup, i);
            if ((group.n > 1) != is_list)
                continue;
            find_usual(search, i, is_list ? 0 : NEAR);
            tell_usual(slots, i, &g_array_index(told, DlSlot, group.first));
        }
        memcpy(slots->slots->data, told->data, told->len * sizeof(DlSlot));
    }
}

/* The best of what improving the starts leads to; false where it is hopeless. */
static bool search_from_starts(DlSearch *search) {
    const DlSlots *slots = search->slots;
    guint n = slots->slots->len;
    bool is_crowded = n > DL_CROWDED && slots->rules.turns;
    guint moves = is_crowded ? MOST_MOVES_DOWN : MOST_MOVES;
    guint passes = MAX(1, MIN(MOST_PASSES, moves / (n + 1)));
    gsize size = slots->seatings->len * sizeof(DlSeating);
    g_autofree DlSeating *best = g_malloc0(size + 1);
    double least = INFINITY;
    bool fits = false;
    const Start *all = starts[slots->rules.attach];
    for (size_t i = 0; i < N_STARTS && all[i].start != NULL; i++) {
        /* Where leaders may turn, crowded columns are as good as anything. */
        if ((fits || is_crowded) && i > 0 && n > all[i].most)
            continue;
        all[i].start(search);
        if (i == 0 && is_hopeless(slots, dl_search_sum(search), at_start))
            return false;
        double cost = dl_search_improve(search, passes);
        DlSideSum sum = dl_search_sum(search);
        if (i == 0 && is_hopeless(slots, sum, when_improved))
            return false;
        fits = fits || has_room(slots, sum);
        if (cost < least)
            memcpy(best, slots->seatings->data, size);
        least = fmin(least, cost);
    }
    memcpy(slots->seatings->data, best, size);
    return true;
}

/* Longer where it may be just what is missing: depth along an axis that runs down is
 * seldom found by chance. */
static void shake(DlSearch *search) {
    const DlSlotRules *rules = &search->slots->rules;
    const guint times = rules->attach == DL_ATTACH_FLAG && !rules->hurries ? 4 : 1;
    guint n = search->slots->slots->len;
    guint rounds = CLAMP(MOST_SHAKES / (n + 1), 1, MOST_ROUNDS);
    for (guint i = 0; i < times; i++) {
        dl_search_shake(search, i * rounds, (i + 1) * rounds);
        if (has_room(search->slots, dl_search_sum(search)))
            return;
    }
}

static bool has_rows_for_all(const DlSlots *slots) {
    guint n_sides = slots->rules.sides[0] + slots->rules.sides[1];
    if (n_sides == 0)
        return slots->groups->len == 0;
    if (slots->rules.attach == DL_ATTACH_END)
        return true;
    for (guint i = 0; i < slots->groups->len; i++)
        if (g_array_index(slots->groups, DlSlotGroup, i).n > n_sides * DL_LONGEST_LIST)
            return false;
    return true;
}

static DlSideSum tell_side(DlSlots *slots, DlSide side) {
    DlSheet *sheet = slots->sheets[side];
    DlStack rows = {0};
    dl_sheet_collect(sheet, slots);
    dl_sheet_place_risers(sheet);
    for (guint i = 0; i < sheet->n; i++)
        dl_leader_tell(&sheet->leaders[i], &slots->rules, side);
    memset(slots->rows[side], 0, sizeof slots->rows[side]);
    int n_rows = slots->n_rows[side] = dl_sheet_count_rows(sheet);
    for (int row = 0; row < n_rows; row++) {
        DlRowSum sum = dl_sheet_place_row(sheet, row, true);
        double offset = sheet->risers.stem + rows.extent + sum.bend + sum.branch +
                        slots->rules.ending;
        slots->rows[side][row] = (DlRow){offset, sum.bend, sum.branch, sum.height};
        rows = dl_stack_add(rows, dl_stack_row(&slots->rules, sum));
    }
    DlSideSum sum = dl_side_sum(&slots->rules, sheet->risers, rows);
    sum.cost += dl_sheet_marks_cost(sheet);
    slots->fans[side] = sheet->risers.fan;
    slots->depths[side] = sum.depth;
    return sum;
}

void dl_slots_place(DlSlots *slots) {
    DlSideSum before = tell_side(slots, DL_SIDE_BEFORE);
    DlSideSum after = tell_side(slots, DL_SIDE_AFTER);
    slots->lacking = fmax(0, before.lacking + after.lacking);
    slots->cost = dl_sides_cost(&slots->rules, before, after);
}

/* Whether it finds room, or whether there is no hope of any. */
static bool search_once(DlSlots *slots) {
    g_autoptr(DlSearch) search = dl_search_new(slots);
    if (!search_from_starts(search))
        return true;
    shake(search);
    return has_room(slots, dl_search_sum(search));
}

static bool has_wishes(const DlSlots *slots) {
    for (guint i = 0; i < slots->slots->len; i++)
        for (int side = 0; side < DL_N_SIDES; side++)
            if (g_array_index(slots->slots, DlSlot, i).side_prices[side] > 0)
                return true;
    return false;
}

static void forget_wishes(DlSlots *slots) {
    for (guint i = 0; i < slots->slots->len; i++)
        for (int side = 0; side < DL_N_SIDES; side++)
            g_array_index(slots->slots, DlSlot, i).side_prices[side] = 0;
}

void dl_slots_search(DlSlots *slots) {
    if (!has_rows_for_all(slots)) {
        slots->lacking = slots->cost = INFINITY;
        return;
    }
    find_all_usual(slots);
    const DlSlotRules *rules = &slots->rules;
    bool may_repeat =
        slots->slots->len <= DL_CROWDED && !rules->hurries && !rules->keeps_sides;
    bool has_room = search_once(slots);
    if (!has_room && may_repeat && has_wishes(slots)) {
        forget_wishes(slots);
        search_once(slots);
    }
    dl_slots_place(slots);
}
