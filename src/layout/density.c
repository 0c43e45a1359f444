#include "layout/density.h"

#include <math.h>
#include <string.h>

#include "layout/style.h"
#include "time/language.h"

static const double BIN = 4, AIR = 0.6;  /* points: the least column, between two */
static const double DEPTH = 8, LANE = 4; /* of the ticks' letters: the strip's depth */
static const double TEXT_GAP = 3;
enum { MOST_PILED = 7 };

void dl_density_free(DlDensity *density) {
    if (density == NULL)
        return;
    g_array_unref(density->counts);
    g_free(density);
}

/* ---- Columns ---- */

/* What a column may stand for: the first that is wide enough does. */
static const DlDuration times[] = {
    {.seconds = 1},        {.seconds = 5},
    {.seconds = 15},       {.seconds = 60},
    {.seconds = 300},      {.seconds = 900},
    {.seconds = 3600},     {.seconds = 3 * 3600},
    {.seconds = 6 * 3600}, {.seconds = 12 * 3600},
    {.days = 1},           {.days = 2},
    {.days = 7},           {.months = 1},
    {.months = 2},         {.months = 3},
    {.months = 6},         {.months = 12},
    {.months = 24},        {.months = 60},
    {.months = 120},       {.months = 300},
    {.months = 600},       {.months = 1200},
    {.months = 6000},      {.months = 12000},
};

/* Where the calendar begins such a time, at a moment or before. */
static DlMoment calendar_start(DlMoment moment, const DlDuration *time) {
    const int64_t length = dl_duration_seconds(time);
    if (time->months == 0)
        return dl_divide_down(moment, length) * length;
    const int64_t years = MAX(1, time->months / 12);
    const int64_t year = dl_civil_from_moment(moment).year;
    return dl_moment_from_civil(
        (DlCivil){dl_divide_down(year, years) * years, 1, 1, 0, 0, 0});
}

static DlBins bins_of(const DlScalePiece *piece, const DlDuration *time) {
    const double slope =
        (piece->to - piece->from) / (double)(piece->time.to - piece->time.from);
    const double before =
        (double)(piece->time.from - calendar_start(piece->time.from, time)) * slope;
    DlBins bins = {.width = (double)dl_duration_seconds(time) * slope, .time = *time};
    bins.start = piece->from - fmod(before, bins.width);
    bins.n = (guint)fmax(1, ceil((piece->to - bins.start) / bins.width - AIR));
    bins.time.unit = dl_duration_seconds(time);
    return bins;
}

static DlBins find_bins(const DlScale *scale, double length) {
    const DlScalePiece *piece = &g_array_index(scale->pieces, DlScalePiece, 0);
    const bool is_even = scale->one_slope && scale->pieces->len == 1 &&
                         scale->steps == NULL && piece->time.to > piece->time.from;
    for (size_t i = 0; is_even && i < G_N_ELEMENTS(times); i++) {
        const DlBins bins = bins_of(piece, &times[i]);
        if (bins.width >= BIN)
            return bins;
    }
    return (DlBins){.width = BIN, .n = (guint)fmax(1, floor(length / BIN))};
}

static guint bin_at(const DlBins *bins, double along) {
    return (guint)fmax(0,
                       fmin(bins->n - 1.0, floor((along - bins->start) / bins->width)));
}

/* How many items each bin has, by the sums of where they begin and end. */
static GArray *count_items(const GPtrArray *items, const DlBins *bins,
                           bool dropped_only) {
    GArray *counts = g_array_sized_new(false, true, sizeof(guint), bins->n + 1);
    g_array_set_size(counts, bins->n + 1);
    for (guint i = 0; i < items->len; i++) {
        const DlItem *item = g_ptr_array_index(items, i);
        if ((dropped_only && !item->dropped) || item->role == DL_ITEM_WALL)
            continue;
        double from = item->is_bar ? item->possible_from : item->along;
        double to = item->is_bar ? item->possible_to : item->along;
        g_array_index(counts, guint, bin_at(bins, from))++;
        g_array_index(counts, guint, bin_at(bins, to) + 1)--;
    }
    for (guint i = 1; i < bins->n; i++)
        g_array_index(counts, guint, i) += g_array_index(counts, guint, i - 1);
    g_array_set_size(counts, bins->n);
    return counts;
}

/* ---- Levels ---- */

static guint highest(const GArray *counts) {
    guint most = 0;
    for (guint i = 0; i < counts->len; i++)
        most = MAX(most, g_array_index(counts, guint, i));
    return most;
}

/* Points across, from one level to the next: what its count takes. */
static double least_gap(const DlLayoutJob *job, guint count) {
    static const double LINE = 1.8, FIGURE = 0.75; /* of the letters' size */
    g_autofree char *words = dl_language_number(job->timeline->words, count, 0);
    const double size = dl_style(job, DL_STYLE_LEVEL).size;
    return size * (job->vertical ? FIGURE * ((double)strlen(words) + 1) : LINE);
}

/* The least of 1, 2, 5, 10, 20, 25, 50, 100 … of which no more than so many reach a
 * count. */
static guint round_step(guint count, guint most) {
    static const guint tenths[] = {10, 20, 25, 50};
    for (guint decade = 1; decade < G_MAXUINT / 100; decade *= 10)
        for (size_t i = 0; i < G_N_ELEMENTS(tenths); i++) {
            const guint step = tenths[i] * decade / 10;
            if (step * 10 == tenths[i] * decade && (count - 1) / step + 1 <= most)
                return step;
        }
    return count;
}

/* Two levels at least. */
static void set_levels(DlDensity *density, const DlLayoutJob *job) {
    const guint count = highest(density->counts);
    const guint most = (guint)fmax(2, density->depth / least_gap(job, count));
    density->step = round_step(count, most);
    density->top = density->step * ((count - 1) / density->step + 1);
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

/* The most marks of those dropped that would stand at one place. */
static guint highest_pile(const GPtrArray *items, const DlLayoutJob *job,
                          double length) {
    const double pitch = job->marks.pitch;
    const DlBins piles = {.width = pitch, .n = (guint)fmax(1, floor(length / pitch))};
    g_autoptr(GArray) counts = count_items(items, &piles, true);
    return highest(counts);
}

DlDensity *dl_density_new(GPtrArray *items, const DlLayoutJob *job,
                          const DlScale *scale, int n_sides) {
    const double length = dl_scale_length(scale);
    if (dl_job_marks_hold_numbers(job) ||
        highest_pile(items, job, length) <= (guint)(MOST_PILED * n_sides))
        return NULL;
    DlDensity *density = g_new0(DlDensity, 1);
    density->bins = find_bins(scale, length);
    density->length = length;
    density->counts = count_items(items, &density->bins, false);
    density->depth = (n_sides > 1 ? DEPTH : LANE) * job->theme->tick_size;
    set_levels(density, job);
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
        const DlBins *bins = &density->bins;
        double from = fmax(0, bins->start + i * bins->width);
        double to = fmin(density->length, bins->start + (i + 1) * bins->width);
        DlPlacedColumn column = {
            .box = dl_frame_box(frame, from + AIR / 2, fmax(from, to) - AIR / 2, base,
                                across_of(density, base, count)),
            .count = count,
        };
        g_array_append_val(placed->columns, column);
    }
}

/* A line at a count, with its number before the axis. */
static void place_level(const DlDensity *density, const DlLayoutJob *job, DlFrame frame,
                        double base, guint count, DlPlacedDensity *placed) {
    g_autofree char *words = dl_language_number(job->timeline->words, count, 0);
    DlTextBlock *block = dl_style_shape(job, DL_STYLE_LEVEL, words, 0);
    double across = across_of(density, base, count);
    double half = (frame.vertical ? block->width : block->height) / 2;
    double before = -TEXT_GAP - (frame.vertical ? block->height : block->width);
    DlPlacedTick level = {
        .has_line = true,
        .from = dl_frame_point(frame, 0, across),
        .to = dl_frame_point(frame, density->length, across),
        .label = {.at = dl_frame_point(frame, before, across - half), .block = block},
    };
    g_ptr_array_add(placed->levels, g_memdup2(&level, sizeof level));
}

void dl_density_place(const DlDensity *density, const DlLayoutJob *job, DlFrame frame,
                      double base, DlPanel *panel) {
    DlPlacedDensity *placed = dl_placed_density_new();
    placed->column_time = density->bins.time;
    g_ptr_array_add(panel->densities, placed);
    place_columns(density, frame, base, placed);
    for (guint count = density->step; count <= density->top; count += density->step)
        place_level(density, job, frame, base, count, placed);
}
