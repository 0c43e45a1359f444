/* Where labels go: found arrangements hold what the rules ask, and cost about as little
 * as the best of all arrangements. */
#include "tests.h"

#include <math.h>

#include "layout/search.h"
#include "slots.h"

/* ---- The best of all ---- */

enum { MOST_MOMENTS = 6, MOST_ROWS = 3, N_BINS = 4 };

/* One side while all seats of its moments are tried. `best` has a cost for every way to
 * split the moments. */
typedef struct {
    DlSlots *slots;
    DlSide side;
    bool leans;
    double best;
} Trying;

static double side_cost(const Trying *trying) {
    DlSheet *sheet = trying->slots->sheets[trying->side];
    dl_sheet_collect(sheet, trying->slots);
    return dl_sides_cost(&trying->slots->rules, dl_sheet_place(sheet), (DlSideSum){0});
}

static void try_moment(Trying *trying, guint moment) {
    if (moment == trying->slots->groups->len) {
        trying->best = fmin(trying->best, side_cost(trying));
        return;
    }
    const DlSlotGroup *group =
        &g_array_index(trying->slots->groups, DlSlotGroup, moment);
    DlSeating *seating = &g_array_index(trying->slots->seatings, DlSeating, moment);
    guint n = dl_seats_count(group, trying->side, seating->split);
    if (n == 0) {
        try_moment(trying, moment + 1);
        return;
    }
    bool is_flag = trying->slots->rules.attach == DL_ATTACH_FLAG;
    int n_hangs = !is_flag || !trying->leans ? 1 : n > 1 ? 3 : 2;
    for (int choice = 0; choice < MOST_ROWS * 2 * n_hangs; choice++) {
        int hang = choice / (MOST_ROWS * 2);
        seating->seats[trying->side] = (DlSeat){.base = choice % MOST_ROWS,
                                                .width = choice / MOST_ROWS % 2,
                                                .leans_back = hang == DL_HANG_BACK,
                                                .alternates = hang == DL_HANG_BOTH};
        try_moment(trying, moment + 1);
    }
}

/* Splits the moments as the digits of `code` say; false where there is no such code. */
static bool split_moments(const DlSlots *slots, guint code) {
    for (guint i = 0; i < slots->groups->len; i++) {
        guint n = g_array_index(slots->groups, DlSlotGroup, i).n;
        DlSeating *seating = &g_array_index(slots->seatings, DlSeating, i);
        *seating = (DlSeating){.split = code % (n + 1), .is_seated = {true, true}};
        code /= n + 1;
    }
    return code == 0;
}

static double brute_force(DlSlots *slots, bool leans) {
    double best = INFINITY;
    for (guint code = 0; split_moments(slots, code); code++) {
        double cost = 0;
        for (int side = 0; side < DL_N_SIDES; side++) {
            Trying trying = {slots, (DlSide)side, leans, INFINITY};
            try_moment(&trying, 0);
            cost += trying.best;
        }
        best = fmin(best, cost);
    }
    return best;
}

static const struct optimum_row {
    const char *name;
    DlAttach attach;
    guint32 seed;
    int rounds;
    guint least, most; /* moments */
    bool leans, lists;
} optimum_rows[] = {
    {"flags cost at most a twentieth more than the best of all", DL_ATTACH_FLAG, 1, 40,
     2, 4, true, false},
    {"many flags that hang forward do, too", DL_ATTACH_FLAG, 2, 30, 5, 6, false, false},
    {"lists of flags do, too", DL_ATTACH_FLAG, 3, 20, 2, 3, true, true},
    {"labels at the end of their leaders do, too", DL_ATTACH_END, 4, 30, 3, 6, false,
     false},
    {"lists of such labels do, too", DL_ATTACH_END, 5, 40, 2, 4, false, true},
};

static void test_optimum(void **state) {
    const struct optimum_row *row = *state;
    static const double bounds[N_BINS] = {1e-6, 0.01, 0.05, INFINITY};
    int counts[N_BINS] = {0};
    g_autoptr(GRand) random = g_rand_new_with_seed(row->seed);
    for (int round = 0; round < row->rounds; round++) {
        guint n =
            (guint)g_rand_int_range(random, (gint32)row->least, (gint32)row->most + 1);
        g_autoptr(DlSlots) slots =
            random_slots(random, (struct slots_kind){.attach = row->attach,
                                                     .n_moments = n,
                                                     .n_widths = 2,
                                                     .length = 300,
                                                     .lists = row->lists});
        dl_slots_search(slots);
        double found = slots->cost;
        double excess = found / brute_force(slots, row->leans) - 1;
        int bin = 0;
        while (excess > bounds[bin])
            bin++;
        counts[bin]++;
        if (bin == N_BINS - 1)
            print_message("round %d of %u moments: %.1f, %.0f%% above the best\n",
                          round, n, found, 100 * excess);
    }
    print_message("of %d: %d are best, %d within 1%%, %d within 5%%, %d beyond\n",
                  row->rounds, counts[0], counts[1], counts[2], counts[3]);
    assert_int_equal(counts[N_BINS - 1], 0);
}

/* ---- What every arrangement holds ---- */

typedef struct {
    double along, across;
} Spot;

enum { MOST_SPOTS = 6 };

/* A leader as it is drawn. */
typedef struct {
    const DlSlot *slot;
    Spot spots[MOST_SPOTS];
    int n;
} Line;

static double distance_to_segment(Spot spot, Spot from, Spot to) {
    double x = to.along - from.along, y = to.across - from.across;
    double length = x * x + y * y;
    double t =
        length > 0
            ? ((spot.along - from.along) * x + (spot.across - from.across) * y) / length
            : 0;
    t = fmax(0, fmin(1, t));
    return hypot(spot.along - from.along - t * x, spot.across - from.across - t * y);
}

static double turn(Spot a, Spot b, Spot c) {
    return (b.along - a.along) * (c.across - a.across) -
           (b.across - a.across) * (c.along - a.along);
}

static double distance_of_segments(Spot a, Spot b, Spot c, Spot d) {
    if (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0)
        return 0;
    return fmin(fmin(distance_to_segment(a, c, d), distance_to_segment(b, c, d)),
                fmin(distance_to_segment(c, a, b), distance_to_segment(d, a, b)));
}

static Line line_of(const DlSlots *slots, const DlSlot *slot) {
    double depth = slots->depths[slot->side], fan = slots->fans[slot->side];
    if (slot->is_wall)
        return (Line){slot, {{slot->along, 0}, {slot->along, depth}}, 2};
    const DlRow *row = &slots->rows[slot->side][slot->row];
    double end = row->offset;
    if (slots->rules.attach == DL_ATTACH_FLAG)
        end += slot->drop + slot->depths[slot->width];
    if (slot->through)
        end = fmax(end, depth);
    return (Line){slot,
                  {{slot->along, 0},
                   {slot->riser, fan},
                   {slot->riser, row->offset - row->bend},
                   {slot->entry, row->offset},
                   {slot->entry, end}},
                  5};
}

static bool share_leader(const DlSlot *a, const DlSlot *b) {
    return a->on_list && b->on_list && a->side == b->side && a->along == b->along;
}

/* Where marks are near, leaders begin as near as they. */
static double least_distance(const Line *a, const Line *b) {
    double marks = fabs(a->slot->along - b->slot->along);
    double least = INFINITY;
    for (int i = 1; i < a->n; i++)
        for (int j = 1; j < b->n; j++) {
            if (i == 1 && j == 1 && marks < 4)
                continue;
            least = fmin(least, distance_of_segments(a->spots[i - 1], a->spots[i],
                                                     b->spots[j - 1], b->spots[j]));
        }
    return least;
}

typedef struct {
    double from, to, near, far;
} Area;

static Area area_of(const DlSlots *slots, const DlSlot *slot) {
    const DlSlotRules *rules = &slots->rules;
    double length = slot->lengths[slot->width];
    double gap = slot->on_list ? rules->list_gap : rules->text_gap;
    double from = slot->leans_back ? slot->port - gap - length : slot->port + gap;
    if (rules->attach == DL_ATTACH_END)
        from = slot->port - slot->anchors[slot->width];
    double near = slots->rows[slot->side][slot->row].offset + slot->drop;
    return (Area){from, from + length, near, near + slot->depths[slot->width]};
}

static bool overlap(Area a, Area b) {
    return a.from < b.to && b.from < a.to && a.near < b.far && b.near < a.far;
}

static bool pierces(const Line *line, Area area) {
    static const double AIR = 1;
    for (int i = 1; i < line->n; i++) {
        Spot a = line->spots[i - 1], b = line->spots[i];
        for (int k = 0; k <= 20; k++) {
            double along = a.along + (b.along - a.along) * k / 20;
            double across = a.across + (b.across - a.across) * k / 20;
            if (along > area.from - AIR && along < area.to + AIR &&
                across > area.near + 0.01 && across < area.far - 0.01)
                return true;
        }
    }
    return false;
}

static void check_pair(const DlSlots *slots, const DlSlot *a, const DlSlot *b) {
    if (a->side != b->side || share_leader(a, b) || (a->is_wall && b->is_wall))
        return;
    Line first = line_of(slots, a), second = line_of(slots, b);
    assert_true(least_distance(&first, &second) >= DL_LEADER_APART - 1e-6);
    if (!a->is_wall)
        assert_false(pierces(&second, area_of(slots, a)));
    if (!b->is_wall)
        assert_false(pierces(&first, area_of(slots, b)));
}

static void check_label(const DlSlots *slots, const DlSlot *slot) {
    const DlSlotRules *rules = &slots->rules;
    assert_true(rules->sides[slot->side]);
    Area area = area_of(slots, slot);
    assert_true(area.from >= rules->from - rules->label_gap);
    assert_true(area.to <= rules->to + rules->label_gap);
    if (slot->upright || slot->through) {
        assert_true(slot->riser == slot->along);
        assert_true(slot->entry == slot->along);
    }
}

static void check_slots(const DlSlots *slots) {
    for (guint i = 0; i < slots->slots->len; i++) {
        const DlSlot *a = &g_array_index(slots->slots, DlSlot, i);
        if (!a->is_wall)
            check_label(slots, a);
        for (guint j = i + 1; j < slots->slots->len; j++) {
            const DlSlot *b = &g_array_index(slots->slots, DlSlot, j);
            check_pair(slots, a, b);
            if (!a->is_wall && !b->is_wall && a->side == b->side)
                assert_false(overlap(area_of(slots, a), area_of(slots, b)));
        }
    }
}

static const struct rules_row {
    const char *name;
    DlAttach attach;
    guint32 seed;
    guint n;
    double length;
    bool lists, connected;
    bool sides[DL_N_SIDES];
    int most_lacking; /* of ROUNDS */
} rules_rows[] = {
    {"flags keep clear of one another and of leaders",
     DL_ATTACH_FLAG,
     1,
     25,
     600,
     true,
     false,
     {true, true},
     0},
    {"crowded flags do, too", DL_ATTACH_FLAG, 2, 40, 400, true, false, {true, true}, 0},
    {"flags that are connected rise where they must",
     DL_ATTACH_FLAG,
     3,
     20,
     900,
     true,
     true,
     {true, true},
     0},
    {"flags of one side are on it",
     DL_ATTACH_FLAG,
     4,
     12,
     700,
     true,
     false,
     {true, false},
     0},
    {"labels at the end of their leaders keep clear of one another",
     DL_ATTACH_END,
     5,
     25,
     500,
     true,
     false,
     {true, true},
     0},
    {"crowded labels do, too", DL_ATTACH_END, 6, 50, 500, true, false, {true, true}, 0},
    {"connected labels stand where they must",
     DL_ATTACH_END,
     7,
     20,
     700,
     true,
     true,
     {true, true},
     0},
    {"labels of one side are on it",
     DL_ATTACH_END,
     8,
     12,
     500,
     true,
     false,
     {false, true},
     0},
};

static void test_rules(void **state) {
    enum { ROUNDS = 20 };
    const struct rules_row *row = *state;
    g_autoptr(GRand) random = g_rand_new_with_seed(row->seed);
    int lacking = 0;
    for (int round = 0; round < ROUNDS; round++) {
        g_autoptr(DlSlots) slots =
            random_slots(random, (struct slots_kind){.attach = row->attach,
                                                     .n_moments = row->n,
                                                     .n_widths = 3,
                                                     .length = row->length,
                                                     .lists = row->lists,
                                                     .connected = row->connected});
        for (int side = 0; side < DL_N_SIDES; side++)
            slots->rules.sides[side] = row->sides[side];
        dl_slots_search(slots);
        if (slots->lacking > 1e-6)
            lacking++;
        else
            check_slots(slots);
    }
    print_message("%d of %d lack room\n", lacking, ROUNDS);
    assert_true(lacking <= row->most_lacking);
}

int main(void) {
    return run_rows(test_optimum, optimum_rows) + run_rows(test_rules, rules_rows);
}
