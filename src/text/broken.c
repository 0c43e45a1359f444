#include "text/broken.h"

#include <math.h>

typedef struct {
    double least, most; /* widths at which it is this block */
    DlTextBlock *block;
} Known;

static void known_free(void *data) {
    GArray *all = data;
    for (guint i = 0; i < all->len; i++)
        dl_text_block_free(g_array_index(all, Known, i).block);
    g_array_unref(all);
}

GHashTable *dl_broken_new(void) {
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, known_free);
}

/* All that its letters depend on; no text has control characters but what ends a line.
 */
static char *name_of(const DlShapeTask *task) {
    GString *name = g_string_new(NULL);
    for (size_t i = 0; i < task->n_parts; i++) {
        const DlTextPart *part = &task->parts[i];
        const DlTextStyle *style = &part->style;
        g_string_append_printf(name, "\x01%s\x02%s\x02%a %a %a %d %d %d %d %d %d",
                               part->text, part->language, style->size, style->rise,
                               style->spacing, (int)style->face, style->weight,
                               style->italic, style->tabular, style->is_date,
                               style->keeps_end);
    }
    return g_string_free(name, FALSE);
}

static double width_of(const DlTextBlock *block) {
    double width = 0;
    for (guint i = 0; i < block->lines->len; i++)
        width = fmax(width, ((const DlTextLine *)block->lines->pdata[i])->width);
    return width;
}

static const DlTextBlock *find(const GArray *all, double width) {
    for (guint i = 0; i < all->len; i++) {
        const Known *known = &g_array_index(all, Known, i);
        if (known->least <= width && width <= known->most)
            return known->block;
    }
    return NULL;
}

static GArray *known_of(GHashTable *broken, const DlShapeTask *task) {
    g_autofree char *name = name_of(task);
    GArray *all = g_hash_table_lookup(broken, name);
    if (all == NULL) {
        all = g_array_new(FALSE, FALSE, sizeof(Known));
        g_hash_table_insert(broken, g_steal_pointer(&name), all);
    }
    return all;
}

DlTextBlock *dl_broken_lines(GHashTable *broken, DlMeasurer *measurer,
                             const DlShapeTask *task) {
    const double width = task->width > 0 ? task->width : INFINITY;
    GArray *all = known_of(broken, task);
    const DlTextBlock *known = find(all, width);
    if (known != NULL)
        return dl_text_block_copy(known, 1);
    DlTextBlock *block = dl_text_block_new();
    measurer->break_lines(measurer, task, block);
    const double least = block->broke_word ? width : fmin(width_of(block), width);
    const Known new = {least, width, dl_text_block_copy(block, 1)};
    g_array_append_val(all, new);
    return block;
}
