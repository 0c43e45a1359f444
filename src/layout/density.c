#include "layout/density.h"

#include <math.h>

#include "layout/style.h"

static const double BIN = 4, AIR = 0.6;  /* points: a column, and between two */
static const double DEPTH = 8, LANE = 4; /* of the ticks' letters: the strip's depth */
static const double TEXT_GAP = 3;
enum { MOST_PILED = 7 };

void dl_density_free(DlDensity *density) {
    if (density == NULL)
        return;
    g_array_unref(density->counts);
    g_free(density);
}

static guint bin_at(const GArray *counts, double bin, double along) {
    return (guint)fmax(0, fmin(counts->len - 1.0, floor(along / bin)));
}

/* How many items each bin has, by the sums of where they begin and end. */
static GArray *count_items(const GPtrArray *items, double length, double bin,
                           bool dropped_only) {
    guint n = (guint)fmax(1, floor(length / bin));
    GArray *counts = g_array_sized_new(false, true, sizeof(guint), n + 1);
    g_array_set_size(counts, n + 1);
    for (guint i = 0; i < items->len; i++) {
        const DlItem *item = g_ptr_array_index(items, i);
        if ((dropped_only && !item->dropped) || item->role == DL_ITEM_WALL)
            continue;
        double from = item->is_bar ? item->possible_from : item->along;
        double to = item->is_bar ? item->possible_to : item->along;
        g_array_set_size(counts, n);
        guint first = bin_at(counts, bin, from), last = bin_at(counts, bin, to);
        g_array_set_size(counts, n + 1);
        g_array_index(counts, guint, first)++;
        g_array_index(counts, guint, last + 1)--;
    }
    for (guint i = 1; i < n; i++)
        g_array_index(counts, guint, i) += g_array_index(counts, guint, i - 1);
    g_array_set_size(counts, n);
    return counts;
}

static guint highest(const GArray *counts) {
    guint most = 0;
    for (guint i = 0; i < counts->len; i++)
        most = MAX(most, g_array_index(counts, guint, i));
    return most;
}

/* The next of 2, 4, 6, 8, 10, 20, 40, 60 …: its half is whole. */
static guint round_up(guint count) {
    static const guint steps[] = {2, 4, 6, 8, 10};
    for (guint decade = 1; decade < G_MAXUINT / 20; decade *= 10)
        for (size_t i = 0; i < G_N_ELEMENTS(steps); i++)
            if (steps[i] * decade >= count)
                return steps[i] * decade;
    return count;
}

static void remove_dropped(GPtrArray *items) {
    g_autoptr(GPtrArray) kept = g_ptr_array_new();
    for (guint i = 0; i < items->len; i++) {
        DlItem *item = g_ptr_array_index(items, i);
        if (item->dropped)
            dl_item_free(item);
        else
            g_ptr_array_add(kept, item);
    }
    g_ptr_array_set_free_func(items, NULL);
    g_ptr_array_set_size(items, 0);
    g_ptr_array_set_free_func(items, dl_item_free);
    for (guint i = 0; i < kept->len; i++)
        g_ptr_array_add(items, g_ptr_array_index(kept, i));
}

DlDensity *dl_density_new(GPtrArray *items, const DlLayoutJob *job, double length,
                          int n_sides) {
    g_autoptr(GArray) piles = count_items(items, length, job->marks.pitch, true);
    if (dl_job_marks_hold_numbers(job) ||
        highest(piles) <= (guint)(MOST_PILED * n_sides))
        return NULL;
    DlDensity *density = g_new0(DlDensity, 1);
    density->bin = BIN;
    density->counts = count_items(items, length, BIN, false);
    density->top = round_up(highest(density->counts));
    density->depth = (n_sides > 1 ? DEPTH : LANE) * job->theme->tick_size;
    remove_dropped(items);
    return density;
}

static double across_of(const DlDensity *density, double base, guint count) {
    return base + density->depth * count / density->top;
}

static void place_columns(const DlDensity *density, DlFrame frame, double base,
                          DlPlacedDensity *placed) {
    for (guint i = 0; i < density->counts->len; i++) {
        guint count = g_array_index(density->counts, guint, i);
        if (count == 0)
            continue;
        double from = i * density->bin;
        DlPlacedColumn column = {
            .box = dl_frame_box(frame, from + AIR / 2, from + density->bin - AIR / 2,
                                base, across_of(density, base, count)),
            .count = count,
        };
        g_array_append_val(placed->columns, column);
    }
}

/* A line at a count, with its number before the axis. */
static void place_level(const DlDensity *density, const DlLayoutJob *job, DlFrame frame,
                        double base, guint count, DlPlacedDensity *placed) {
    g_autofree char *words = g_strdup_printf("%u", count);
    DlTextBlock *block = dl_style_shape(job, DL_STYLE_LEVEL, words, 0);
    double across = across_of(density, base, count);
    double half = (frame.vertical ? block->width : block->height) / 2;
    double before = -TEXT_GAP - (frame.vertical ? block->height : block->width);
    DlPlacedTick level = {
        .has_line = true,
        .from = dl_frame_point(frame, 0, across),
        .to = dl_frame_point(frame, density->counts->len * density->bin, across),
        .label = {.at = dl_frame_point(frame, before, across - half), .block = block},
    };
    g_ptr_array_add(placed->levels, g_memdup2(&level, sizeof level));
}

void dl_density_place(const DlDensity *density, const DlLayoutJob *job, DlFrame frame,
                      double base, DlPanel *panel) {
    DlPlacedDensity *placed = dl_placed_density_new();
    g_ptr_array_add(panel->densities, placed);
    place_columns(density, frame, base, placed);
    place_level(density, job, frame, base, density->top / 2, placed);
    place_level(density, job, frame, base, density->top, placed);
}
