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

/* ---- Nothing that a search goes by is left out ---- */

typedef void (*Change)(DlSlotRules *rules, DlSlot *slot);

#define CHANGE(name, what)                                                             \
    static void change_##name(DlSlotRules *rules, DlSlot *slot) {                      \
        (void)rules;                                                                   \
        (void)slot;                                                                    \
        what;                                                                          \
    }
CHANGE(attach, rules->attach = DL_ATTACH_END)
CHANGE(sides, rules->sides[DL_SIDE_BEFORE] = false)
CHANGE(from, rules->from += 1)
CHANGE(to, rules->to += 1)
CHANGE(room, rules->room += 1)
CHANGE(depth_price, rules->depth_price += 1)
CHANGE(stem, rules->stem += 1)
CHANGE(row_gap, rules->row_gap += 1)
CHANGE(ending, rules->ending += 1)
CHANGE(drop, rules->drop += 1)
CHANGE(text_gap, rules->text_gap += 1)
CHANGE(list_gap, rules->list_gap += 1)
CHANGE(label_gap, rules->label_gap += 1)
CHANGE(most_rows, rules->most_rows -= 1)
CHANGE(most_stacked, rules->most_stacked += 1)
CHANGE(turns, rules->turns = true)
CHANGE(hurries, rules->hurries = true)
CHANGE(keeps_sides, rules->keeps_sides = true)
CHANGE(rank, slot->rank += 1)
CHANGE(along, slot->along += 0.1)
CHANGE(n_widths, slot->n_widths -= 1)
CHANGE(lengths, slot->lengths[1] += 1)
CHANGE(depths, slot->depths[1] += 1)
CHANGE(anchors, slot->anchors[1] += 1)
CHANGE(mark_from, slot->mark_from -= 1)
CHANGE(mark_to, slot->mark_to += 1)
CHANGE(side_prices, slot->side_prices[DL_SIDE_AFTER] += 1)
CHANGE(weight, slot->weight += 1)
CHANGE(is_met, slot->is_met = true)

static const struct input_row {
    const char *name;
    Change change;
} input_rows[] = {
    {"the way labels are attached", change_attach},
    {"the sides that may be used", change_sides},
    {"where labels begin", change_from},
    {"where they end", change_to},
    {"how much room there is", change_room},
    {"the price of depth", change_depth_price},
    {"the first rows", change_stem},
    {"what is between rows", change_row_gap},
    {"what is before them", change_ending},
    {"how low a second label stands", change_drop},
    {"the way to a text", change_text_gap},
    {"the same on a list", change_list_gap},
    {"what is between labels", change_label_gap},
    {"how many rows there may be", change_most_rows},
    {"how many marks may be stacked", change_most_stacked},
    {"whether leaders turn", change_turns},
    {"whether it hurries", change_hurries},
    {"whether sides are kept", change_keeps_sides},
    {"a name", change_rank},
    {"a place", change_along},
    {"how many widths a label has", change_n_widths},
    {"a length", change_lengths},
    {"a depth", change_depths},
    {"an anchor", change_anchors},
    {"where a mark begins", change_mark_from},
    {"where it ends", change_mark_to},
    {"the price of a side", change_side_prices},
    {"a weight", change_weight},
    {"that a line comes to a mark", change_is_met},
};

static void test_inputs(void **state) {
    static const struct memory_row few = {NULL, DL_ATTACH_FLAG, 4, 600, false};
    const struct input_row *row = *state;
    g_autoptr(DlMemory) memory = dl_memory_new();
    for (int times = 0; times < 2; times++) {
        g_autoptr(DlSlots) slots = slots_to_remember(&few, 0);
        if (times > 0)
            row->change(&slots->rules, &g_array_index(slots->slots, DlSlot, 0));
        dl_memory_search(memory, slots);
    }
    assert_int_equal(g_hash_table_size(memory->found), 2);
}

int main(void) {
    return run_rows(test_memory, memory_rows) + run_rows(test_inputs, input_rows);
}
