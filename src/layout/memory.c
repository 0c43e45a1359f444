#include "layout/memory.h"

#include <math.h>
#include <string.h>

#include "layout/seats.h"

typedef struct {
    GBytes *slots, *seatings;
} Found;

static void found_free(void *data) {
    Found *found = data;
    g_bytes_unref(found->slots);
    g_bytes_unref(found->seatings);
    g_free(found);
}

DlMemory *dl_memory_new(void) {
    DlMemory *memory = g_new0(DlMemory, 1);
    memory->found = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, found_free);
    return memory;
}

void dl_memory_free(DlMemory *memory) {
    if (memory == NULL)
        return;
    g_hash_table_unref(memory->found);
    g_free(memory);
}

/* Numbers alone: between the fields of a struct anything may lie. */
static void add_numbers(GChecksum *digest, const double *numbers, size_t n) {
    g_checksum_update(digest, (const guchar *)numbers, (gssize)(n * sizeof *numbers));
}

static void add_rules(GChecksum *digest, const DlSlotRules *rules) {
    const double numbers[] = {
        rules->attach,       rules->sides[0],  rules->sides[1],   rules->from,
        rules->to,           rules->room,      rules->stem,       rules->depth_price,
        rules->row_gap,      rules->ending,    rules->drop,       rules->text_gap,
        rules->list_gap,     rules->label_gap, rules->most_rows,  rules->turns,
        rules->most_stacked, rules->hurries,   rules->keeps_sides};
    add_numbers(digest, numbers, G_N_ELEMENTS(numbers));
}

static void add_slot(GChecksum *digest, const DlSlot *slot) {
    const double numbers[] = {
        slot->along,          slot->n_widths,       slot->mark_from, slot->mark_to,
        slot->side_prices[0], slot->side_prices[1], slot->weight,    slot->is_wall,
        slot->is_met,         slot->side,           slot->rank};
    add_numbers(digest, numbers, G_N_ELEMENTS(numbers));
    add_numbers(digest, slot->lengths, DL_N_WIDTHS);
    add_numbers(digest, slot->depths, DL_N_WIDTHS);
    add_numbers(digest, slot->anchors, DL_N_WIDTHS);
}

/* The caller owns it. */
static char *digest_of(const DlSlots *slots) {
    g_autoptr(GChecksum) digest = g_checksum_new(G_CHECKSUM_SHA1);
    add_rules(digest, &slots->rules);
    for (guint i = 0; i < slots->slots->len; i++)
        add_slot(digest, &g_array_index(slots->slots, DlSlot, i));
    for (guint i = 0; i < slots->groups->len; i++) {
        const DlSlotGroup *group = &g_array_index(slots->groups, DlSlotGroup, i);
        add_numbers(digest, (const double[]){group->first, group->n}, 2);
    }
    return g_strdup(g_checksum_get_string(digest));
}

static GBytes *copy_of(const GArray *array, gsize size) {
    return g_bytes_new(array->data, array->len * size);
}

static void take_back(GBytes *copy, GArray *array) {
    gsize size;
    const void *data = g_bytes_get_data(copy, &size);
    if (size > 0)
        memcpy(array->data, data, size);
}

static void recall(const Found *found, DlSlots *slots) {
    take_back(found->slots, slots->slots);
    take_back(found->seatings, slots->seatings);
    dl_slots_place(slots);
}

static Found *found_new(const DlSlots *slots) {
    Found *found = g_new0(Found, 1);
    found->slots = copy_of(slots->slots, sizeof(DlSlot));
    found->seatings = copy_of(slots->seatings, sizeof(DlSeating));
    return found;
}

void dl_memory_search(DlMemory *memory, DlSlots *slots) {
    g_autofree char *digest = digest_of(slots);
    const Found *found = g_hash_table_lookup(memory->found, digest);
    if (found != NULL) {
        recall(found, slots);
        return;
    }
    dl_slots_search(slots);
    if (!isinf(slots->cost))
        g_hash_table_insert(memory->found, g_steal_pointer(&digest), found_new(slots));
}
