/* Where labels go: what is found holds what the rules ask. */
#include "tests.h"

#include <math.h>

#include "layout/starts.h"
#include "slots.h"

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

static bool share_leader(const DlSlot *a, const DlSlot *b) {
    return a->on_list && b->on_list && a->side == b->side && a->along == b->along;
}

/* Where a list's column begins. */
static const DlRow *first_row(const DlSlots *slots, const DlSlot *slot) {
    int first = slot->row;
    for (guint i = 0; i < slots->slots->len; i++) {
        const DlSlot *other = &g_array_index(slots->slots, DlSlot, i);
        if (share_leader(slot, other) && slot->port == other->port)
            first = MIN(first, other->row);
    }
    return &slots->rows[slot->side][first];
}

/* Over to the column before its first row, if it is not the leader's own. */
static Line line_of_list(const DlSlots *slots, const DlSlot *slot, double end) {
    const DlRow *first = first_row(slots, slot);
    double fan = slots->fans[slot->side], across = first->offset - first->branch;
    return (Line){slot,
                  {{slot->along, 0},
                   {slot->riser, fan},
                   {slot->riser, across},
                   {slot->port, across},
                   {slot->port, end}},
                  5};
}

static Line line_of(const DlSlots *slots, const DlSlot *slot) {
    double depth = slots->depths[slot->side], fan = slots->fans[slot->side];
    if (slot->is_wall)
        return (Line){slot, {{slot->along, 0}, {slot->along, depth}}, 2};
    const DlRow *row = &slots->rows[slot->side][slot->row];
    double end = row->offset;
    if (slots->rules.attach == DL_ATTACH_FLAG)
        end += slot->drop + slot->depths[slot->width];
    if (slot->on_list && slots->rules.attach == DL_ATTACH_FLAG)
        return line_of_list(slots, slot, end);
    /* Along a vertical axis a list's leader runs on along its labels. */
    bool is_end = slots->rules.attach == DL_ATTACH_END;
    double foot = is_end ? slot->port : slot->entry;
    if (slot->turn > 0)
        return (Line){slot,
                      {{slot->along, 0},
                       {slot->riser, fan},
                       {slot->riser, row->offset - slot->turn * DL_TRACK},
                       {slot->entry, row->offset - slot->turn * DL_TRACK},
                       {foot, end}},
                      5};
    double bent = row->offset - row->branch;
    return (Line){slot,
                  {{slot->along, 0},
                   {slot->riser, fan},
                   {slot->riser, bent - row->bend},
                   {slot->entry, bent},
                   {foot, end}},
                  5};
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
    if (a->side != b->side || (a->is_wall && b->is_wall))
        return;
    Line first = line_of(slots, a), second = line_of(slots, b);
    if (!share_leader(a, b))
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
    bool lists, walls;
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
    {"flags keep clear of walls",
     DL_ATTACH_FLAG,
     3,
     20,
     900,
     true,
     true,
     {true, true},
     1},
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
    {"such labels keep clear of walls",
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

static struct slots_kind kind_of(const struct rules_row *row) {
    return (struct slots_kind){.attach = row->attach,
                               .n_moments = row->n,
                               .n_widths = 3,
                               .length = row->length,
                               .lists = row->lists,
                               .walls = row->walls};
}

static void test_rules(void **state) {
    enum { ROUNDS = 20 };
    const struct rules_row *row = *state;
    g_autoptr(GRand) random = g_rand_new_with_seed(row->seed);
    int lacking = 0;
    for (int round = 0; round < ROUNDS; round++) {
        g_autoptr(DlSlots) slots = random_slots(random, kind_of(row));
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

/* ---- Leaders that turn ---- */

static int count_turned(const DlSlots *slots) {
    int count = 0;
    for (guint i = 0; i < slots->slots->len; i++)
        count += g_array_index(slots->slots, DlSlot, i).turn > 0;
    return count;
}

static const struct turns_row {
    const char *name;
    double length, room;
} turns_rows[] = {
    {"leaders turn where a column is full, and keep clear of one another", 2400, 130},
    {"they turn in one that is fuller still", 2000, 130},
};

static void test_turns(void **state) {
    enum { ROUNDS = 10 };
    const struct turns_row *row = *state;
    const struct slots_kind kind = {.attach = DL_ATTACH_END,
                                    .n_moments = 18,
                                    .n_widths = 3,
                                    .length = row->length / 6};
    g_autoptr(GRand) random = g_rand_new_with_seed(9);
    int turned = 0;
    for (int round = 0; round < ROUNDS; round++) {
        g_autoptr(DlSlots) slots = random_slots(random, kind);
        slots->rules.to = row->length;
        slots->rules.room = row->room;
        slots->rules.sides[DL_SIDE_BEFORE] = false;
        slots->rules.turns = true;
        dl_slots_search(slots);
        assert_true(slots->lacking < 1e-6);
        check_slots(slots);
        turned += count_turned(slots);
    }
    assert_true(turned > 0);
}

/* ---- Trials ---- */

static void test_trials(void **state) {
    const struct rules_row *row = *state;
    g_autoptr(GRand) random = g_rand_new_with_seed(row->seed);
    g_autoptr(DlSlots) slots = random_slots(random, kind_of(row));
    g_autoptr(DlSearch) search = dl_search_new(slots);
    dl_start_rows(search, DL_DEAL_EVENLY);
    for (int pass = 0; pass < 4; pass++) {
        double told = dl_search_improve(search, 1);
        assert_near(told, dl_search_cost(search), 1e-6);
    }
    for (guint round = 0; round < 4; round++) {
        double told = dl_search_shake(search, round, round + 1);
        assert_near(told, dl_search_cost(search), 1e-6);
    }
}

static const struct rules_row trial_rows[] = {
    {"flags find what they were promised",
     DL_ATTACH_FLAG,
     21,
     30,
     600,
     true,
     true,
     {true, true},
     0},
    {"labels at the end of their leaders find it, too",
     DL_ATTACH_END,
     22,
     30,
     600,
     true,
     true,
     {true, true},
     0},
};

int main(void) {
    return run_rows(test_rules, rules_rows) + run_rows(test_turns, turns_rows) +
           run_rows(test_trials, trial_rows);
}
