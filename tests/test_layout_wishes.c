/* Wishes for sides: neighbours lie on different sides, and one more event changes the
 * wishes of those near it alone. */
#include "tests.h"

#include "layout/wishes.h"

enum { MOST = 8 };

static const struct wish_row {
    const char *name;
    guint n;
    guint32 ranks[MOST];
    double along[MOST];
    const char *sides; /* a letter for each: before, after */
} wish_rows[] = {
    {"what is alone lies before the axis", 1, {7}, {50}, "b"},
    {"what has no neighbour does not mind the others",
     3,
     {1, 2, 3},
     {0, 200, 400},
     "bbb"},
    {"of two neighbours the later name lies behind it", 2, {9, 4}, {0, 50}, "ab"},
    {"neighbours take turns", 4, {1, 2, 3, 4}, {0, 50, 100, 150}, "baba"},
    {"… up to those that choose first",
     5,
     {2, 8, 7, 9, 1},
     {0, 9, 19, 29, 39},
     "babab"},
    {"where turns do not meet, those farthest apart lie on one side",
     6,
     {5, 1, 8, 9, 2, 6},
     {0, 20, 40, 70, 90, 110},
     "abaaba"},
    {"equal names go by the axis", 2, {5, 5}, {0, 50}, "ba"},
    {"no moments, no wishes", 0, {0}, {0}, ""},
};

static void test_sides(void **state) {
    const struct wish_row *row = *state;
    DlWish wishes[MOST] = {0};
    for (guint i = 0; i < row->n; i++)
        wishes[i] = (DlWish){row->ranks[i], row->along[i], DL_SIDE_BEFORE};
    dl_wishes_find(wishes, row->n, 100);
    char sides[MOST + 1] = {0};
    for (guint i = 0; i < row->n; i++)
        sides[i] = wishes[i].side == DL_SIDE_BEFORE ? 'b' : 'a';
    assert_string_equal(sides, row->sides);
}

enum { MANY = 200, APART = 30 };

/* All but the one that is added, whose index is `without`. */
static void find_many(DlWish *wishes, guint without) {
    guint n = 0;
    for (guint i = 0; i < MANY; i++) {
        g_autofree char *name = g_strdup_printf("event-%u", i);
        if (i != without)
            wishes[n++] = (DlWish){dl_wish_rank(name), APART * i, DL_SIDE_BEFORE};
    }
    dl_wishes_find(wishes, n, 80);
}

/* In a crowd without a gap, half as far away as the whole is long. */
static void test_locality(void **state) {
    (void)state;
    DlWish all[MANY], fewer[MANY];
    find_many(all, MANY);
    for (guint without = 0; without < MANY; without += 20) {
        find_many(fewer, without);
        for (guint i = 0; i < MANY; i++)
            if (ABS((int)i - (int)without) > MANY / 4)
                assert_int_equal(all[i].side, fewer[i - (i > without)].side);
    }
}

/* Half of the names come first, by their lowest bits too. */
static void test_ranks(void **state) {
    (void)state;
    guint n_odd = 0, n_high = 0;
    for (guint i = 0; i < 1000; i++) {
        g_autofree char *name = g_strdup_printf("e%u", i);
        n_odd += dl_wish_rank(name) & 1;
        n_high += dl_wish_rank(name) >> 31;
    }
    assert_in_range(n_odd, 450, 550);
    assert_in_range(n_high, 450, 550);
}

static const struct CMUnitTest others[] = {
    {"one more event changes no wish far away", test_locality, NULL, NULL, NULL},
    {"ranks of names that are alike have no pattern", test_ranks, NULL, NULL, NULL},
};

int main(void) {
    return run_rows(test_sides, wish_rows) + cmocka_run_group_tests(others, NULL, NULL);
}
