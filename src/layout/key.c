#include "layout/key.h"

#include <math.h>

#include "layout/style.h"

static const double LEAST_COLUMN = 18; /* ems of the labels */
enum { LEAST_ENTRIES = 4 }; /* in a column of which more follow on the next page */
static const double COLUMN_GAP = 14, ROW_GAP = 4, NUMBER_GAP = 5, TOP_GAP = 6;

GHashTable *dl_key_numbers(const DlLayoutJob *job) {
    GHashTable *numbers = g_hash_table_new(NULL, NULL);
    guint number = 0;
    for (guint i = 0; i < job->view->events->len; i++) {
        const DlEvent *event = g_ptr_array_index(job->view->events, i);
        if (dl_job_places(job, event))
            g_hash_table_insert(numbers, (gpointer)event, GUINT_TO_POINTER(++number));
    }
    return numbers;
}

DlTextBlock *dl_key_shape(const DlLayoutJob *job, guint number) {
    g_autofree char *text = g_strdup_printf("%u", number);
    return dl_style_shape(job, DL_STYLE_NUMBER, text, 0);
}

/* Columns of entries, read down one after the other. */
typedef struct {
    const DlLayoutJob *job;
    GPtrArray *entries; /* of DlPlacedEvent, owned until they are in a panel */
    guint n_columns;
    double column; /* from one to the next */
    double hang;   /* what the numbers take before the labels */
} Key;

static void free_entry(void *entry) {
    dl_placed_event_free(entry);
}

static DlPlacedEvent *new_entry(const Key *key, const DlEvent *event) {
    const DlLayoutJob *job = key->job;
    DlPlacedEvent *placed = dl_placed_event_new(event);
    DlLabelMaker maker = job->shelf->maker;
    maker.size = job->size;
    maker.numbers = NULL;
    double width = key->column - COLUMN_GAP - key->hang;
    placed->label = dl_label_new(&maker, (DlLabelWay){.event = event, .run_in = true},
                                 width / job->size);
    placed->has_mark = false;
    placed->repeats = true;
    placed->number.block =
        dl_key_shape(job, GPOINTER_TO_UINT(g_hash_table_lookup(job->numbers, event)));
    return placed;
}

static void make_entries(Key *key) {
    for (guint i = 0; i < key->job->view->events->len; i++) {
        const DlEvent *event = g_ptr_array_index(key->job->view->events, i);
        if (g_hash_table_contains(key->job->numbers, event))
            g_ptr_array_add(key->entries, new_entry(key, event));
    }
}

/* How many entries from one on fit columns so high. */
static guint count_fitting(const Key *key, guint from, double height) {
    guint i = from;
    for (guint column = 0; column < key->n_columns; column++) {
        double y = 0;
        for (; i < key->entries->len; i++) {
            const DlPlacedEvent *entry = g_ptr_array_index(key->entries, i);
            if (y + entry->label->height > height)
                break;
            y += entry->label->height + ROW_GAP;
        }
    }
    return i - from;
}

/* The least height that holds them all, up to a most; it holds them. */
static double least_height(const Key *key, guint from, double most) {
    double low = 0, high = most;
    while (high - low > 1) {
        double middle = (low + high) / 2;
        if (from + count_fitting(key, from, middle) == key->entries->len)
            high = middle;
        else
            low = middle;
    }
    return high;
}

static void place_entry(const Key *key, DlPlacedEvent *entry, DlPoint at) {
    DlTextBlock *number = entry->number.block;
    entry->label_at = (DlPoint){at.x + key->hang, at.y};
    entry->number.at =
        (DlPoint){at.x + key->hang - NUMBER_GAP - number->width,
                  at.y + entry->label->first_middle - number->height / 2};
}

/* Moves the next `n` entries into a panel of columns so high. */
static DlPanel *new_panel(Key *key, guint n, double height) {
    DlPanel *panel = dl_panel_new();
    panel->kind = DL_PANEL_KEY;
    double left = key->job->theme->margin, y = TOP_GAP, bottom = TOP_GAP;
    guint column = 0;
    for (guint i = 0; i < n; i++) {
        DlPlacedEvent *entry = g_ptr_array_index(key->entries, i);
        if (y > TOP_GAP && y - TOP_GAP + entry->label->height > height) {
            column++;
            y = TOP_GAP;
        }
        place_entry(key, entry, (DlPoint){left + column * key->column, y});
        y += entry->label->height + ROW_GAP;
        bottom = fmax(bottom, y - ROW_GAP);
        g_ptr_array_add(panel->events, entry);
    }
    g_ptr_array_set_free_func(key->entries, NULL);
    g_ptr_array_remove_range(key->entries, 0, n);
    g_ptr_array_set_free_func(key->entries, free_entry);
    panel->box = (DlBox){left, 0, key->job->width - 2 * left, bottom};
    return panel;
}

static bool add_rest(DlBook *book, Key *key) {
    while (key->entries->len > 0) {
        double room = dl_book_room(book) - TOP_GAP;
        room = isinf(room) ? 1e6 : room;
        guint n = count_fitting(key, 0, room);
        bool ends = n == key->entries->len;
        if (!ends && book->y > book->top && n < LEAST_ENTRIES * key->n_columns) {
            dl_book_turn(book);
            continue;
        }
        if (n == 0)
            return false;
        double height = ends ? least_height(key, 0, room) : room;
        if (!dl_book_add(book, new_panel(key, n, height), 0))
            return false;
    }
    return true;
}

static Key make_key(const DlLayoutJob *job) {
    double width = job->width - 2 * job->theme->margin + COLUMN_GAP;
    g_autoptr(DlTextBlock) widest = dl_key_shape(job, g_hash_table_size(job->numbers));
    guint n_columns = (guint)fmax(1, floor(width / (LEAST_COLUMN * job->size)));
    Key key = {job, g_ptr_array_new_with_free_func(free_entry), n_columns,
               width / n_columns, widest->width + NUMBER_GAP};
    make_entries(&key);
    return key;
}

bool dl_key_add(DlBook *book) {
    Key key = make_key(book->job);
    bool fits = add_rest(book, &key);
    g_ptr_array_unref(key.entries);
    return fits;
}

double dl_key_height(const DlLayoutJob *job, double most) {
    Key key = make_key(job);
    double room = most - TOP_GAP;
    bool fits = room > 0 && count_fitting(&key, 0, room) == key.entries->len;
    double height = fits ? TOP_GAP + least_height(&key, 0, room) : INFINITY;
    g_ptr_array_unref(key.entries);
    return height;
}
