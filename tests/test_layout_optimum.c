/* Where labels go: what is found costs about as little as the best of all arrangements.
 */
#include "tests.h"

#include <math.h>

#include "layout/search.h"
#include "slots.h"

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
    int n_hangs = trying->leans ? DL_N_HANGS : 1;
    for (int choice = 0; choice < MOST_ROWS * 2 * n_hangs; choice++) {
        DlHang hang = (DlHang)(choice / (MOST_ROWS * 2));
        if (!dl_can_hang(trying->slots->rules.attach, n, hang))
            continue;
        seating->seats[trying->side] =
            (DlSeat){choice % MOST_ROWS, choice / MOST_ROWS % 2, hang};
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
    {"many flags that hang forward do, too", DL_ATTACH_FLAG, 2, 20, 5, 6, false, false},
    {"lists of flags do, too", DL_ATTACH_FLAG, 3, 20, 2, 3, true, true},
    {"labels at the end of their leaders do, too", DL_ATTACH_END, 4, 20, 3, 6, false,
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

int main(void) {
    return run_rows(test_optimum, optimum_rows);
}
