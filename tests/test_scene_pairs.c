/* The grid that finds which boxes meet: against all pairs. */
#include "tests.h"

#include "scene/pairs.h"

static bool share_room(guint first, guint second, const void *data) {
    const GArray *const *lists = data;
    return dl_box_meet(g_array_index(lists[0], DlBox, first),
                       g_array_index(lists[1], DlBox, second), 0);
}

static GArray *random_boxes(GRand *random, guint n, double width, double height) {
    GArray *boxes = g_array_new(FALSE, FALSE, sizeof(DlBox));
    for (guint i = 0; i < n; i++) {
        const DlBox box = {g_rand_double_range(random, -500, 500),
                           g_rand_double_range(random, 0, 20),
                           g_rand_double_range(random, 0, width),
                           g_rand_double_range(random, 0, height)};
        g_array_append_val(boxes, box);
    }
    return boxes;
}

static const struct pairs_row {
    const char *name;
    guint n_first, n_second; /* n_second 0: the same list */
    double width, height;
} pairs_rows[] = {
    {"the grid finds the pairs that all pairs hold: small boxes", 400, 300, 20, 2},
    {"the grid finds the pairs that all pairs hold: one list", 400, 0, 20, 2},
    {"the grid finds the pairs that all pairs hold: wide boxes", 300, 300, 900, 1},
    {"the grid finds the pairs that all pairs hold: high boxes", 300, 0, 0.5, 900},
    {"the grid finds the pairs that all pairs hold: boxes over all", 60, 50, 9000, 900},
};

static void test_pairs(void **state) {
    const struct pairs_row *row = *state;
    g_autoptr(GRand) random = g_rand_new_with_seed(7);
    g_autoptr(GArray) a = random_boxes(random, row->n_first, row->width, row->height);
    g_autoptr(GArray) b = row->n_second == 0 ? g_array_ref(a)
                                             : random_boxes(random, row->n_second,
                                                            row->width, row->height);
    const GArray *const lists[] = {a, b};
    guint expected = 0;
    for (guint i = 0; i < a->len; i++)
        for (guint j = a == b ? i + 1 : 0; j < b->len; j++)
            expected += share_room(i, j, lists);
    g_autoptr(GArray) found = dl_pairs_find(a, b, 0, share_room, lists);
    assert_true(expected > 0);
    assert_int_equal(found->len, expected);
    for (guint i = 0; i < found->len; i++) {
        const DlPair *pair = &g_array_index(found, DlPair, i);
        assert_true(share_room(pair->first, pair->second, lists));
    }
}

int main(void) {
    return run_rows(test_pairs, pairs_rows);
}
