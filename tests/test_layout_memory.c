/* What was searched before is found again as it was. */
#include "tests.h"

#include "layout/memory.h"
#include "slots.h"

static const struct memory_row {
    const char *name;
    DlAttach attach;
    guint n;
    double length;
    bool walls;
} memory_rows[] = {
    {"flags are found again as they were", DL_ATTACH_FLAG, 12, 600, true},
    {"so are labels that had no room on the sides that they would rather have",
     DL_ATTACH_END, 20, 300, false},
};

/* `narrower`: how many of the labels are. */
static DlSlots *slots_to_remember(const struct memory_row *row, guint narrower) {
    const struct slots_kind kind = {.attach = row->attach,
                                    .n_moments = row->n,
                                    .n_widths = 3,
                                    .length = row->length,
                                    .lists = true,
                                    .walls = row->walls};
    g_autoptr(GRand) random = g_rand_new_with_seed(23);
    DlSlots *slots = random_slots(random, kind);
    for (guint i = 0; i < slots->slots->len; i++) {
        DlSlot *slot = &g_array_index(slots->slots, DlSlot, i);
        slot->side_prices[i % DL_N_SIDES] = 5;
        slot->lengths[0] -= i < narrower && slot->n_widths > 0 ? 20 : 0;
    }
    slots->rules.room = 500;
    return slots;
}

static void assert_same(const DlSlots *found, const DlSlots *expected) {
    assert_near(found->cost, expected->cost, 1e-9);
    for (guint i = 0; i < expected->slots->len; i++) {
        const DlSlot *one = &g_array_index(found->slots, DlSlot, i);
        const DlSlot *other = &g_array_index(expected->slots, DlSlot, i);
        assert_int_equal(one->row, other->row);
        assert_int_equal(one->side, other->side);
        assert_near(one->port, other->port, 1e-9);
    }
}

static void test_memory(void **state) {
    const struct memory_row *row = *state;
    g_autoptr(DlMemory) memory = dl_memory_new();
    for (guint narrower = 0; narrower < 3; narrower++) {
        g_autoptr(DlSlots) searched = slots_to_remember(row, narrower);
        dl_slots_search(searched);
        for (int times = 0; times < 2; times++) {
            g_autoptr(DlSlots) found = slots_to_remember(row, narrower);
            dl_memory_search(memory, found);
            assert_same(found, searched);
        }
        assert_int_equal(g_hash_table_size(memory->found), narrower + 1);
    }
}

int main(void) {
    return run_rows(test_memory, memory_rows);
}
