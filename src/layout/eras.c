#include "layout/eras.h"

#include <math.h>

#include "layout/era_band.h"
#include "layout/levels.h"
#include "layout/shape.h"
#include "layout/style.h"

static const double PAD = 4;          /* along: from the band's start to its name */
static const double NAME_GAP = 6;     /* along: between names of a row */
static const double STRIP_GAP = 4;    /* across: between the names and the labels */
static const double FOOT = 5;         /* across */
static const double NAME_WIDTH = 6.5; /* ems, beside an axis that runs down … */
static const double NAME_SHARE = 0.15, LEAST_NAME = 4.5; /* … and of a narrow page … */
static const double MOST_SHARE = 0.3;  /* … where it would be too high … */
static const double WIDER = 1.5;       /* … in steps */
static const double TALL = 0.33;       /* of the axis: what is not too high */
static const double MOST_DEPTH = 0.35; /* of the room across, of all names */
static const double LEAST_LETTERS = 2; /* ems: what every name takes, at least */
enum { MOST_ROWS = 16 };

static void era_band_free(void *data) {
    DlEraBand *band = data;
    if (band->name != NULL)
        dl_text_block_free(band->name);
    g_array_unref(band->pieces);
    g_free(band);
}

void dl_eras_free(DlEras *eras) {
    if (eras == NULL)
        return;
    g_ptr_array_unref(eras->bands);
    g_array_unref(eras->tops);
    g_free(eras);
}

/* ---- Which, and where ---- */

/* Cut with the breaks of the axis. */
static GArray *cut_pieces(const DlScale *scale, const DlEraEnds *ends) {
    GArray *cut = g_array_new(false, false, sizeof(DlScalePiece));
    for (guint i = 0; i < scale->pieces->len; i++) {
        DlScalePiece piece = g_array_index(scale->pieces, DlScalePiece, i);
        DlScalePiece *last =
            cut->len > 0 ? &g_array_index(cut, DlScalePiece, cut->len - 1) : NULL;
        piece.from = fmax(piece.from, ends->possible_from);
        piece.to = fmin(piece.to, ends->possible_to);
        if (piece.to - piece.from < DL_ERA_LEAST_SEEN)
            continue;
        if (last != NULL && last->to >= piece.from)
            last->to = piece.to;
        else
            g_array_append_val(cut, piece);
    }
    return cut;
}

int dl_era_bands_compare(gconstpointer a, gconstpointer b) {
    const DlEraBand *first = *(const DlEraBand *const *)a;
    const DlEraBand *second = *(const DlEraBand *const *)b;
    const DlEraEnds *x = &first->ends, *y = &second->ends;
    if (x->possible_from != y->possible_from)
        return x->possible_from < y->possible_from ? -1 : 1;
    if (x->possible_to != y->possible_to)
        return x->possible_to > y->possible_to ? -1 : 1;
    return 0;
}

static void collect_bands(DlEras *eras) {
    const GPtrArray *all = eras->job->timeline->eras;
    for (guint i = 0; i < all->len; i++) {
        const DlEra *era = g_ptr_array_index(all, i);
        DlEraEnds ends;
        if (g_hash_table_contains(eras->job->told_eras, era) ||
            !dl_era_ends(era, eras->scale, &ends))
            continue;
        /* The main axis says already what covers all of an inset. */
        if (eras->job->is_inset && !ends.begins && !ends.ends)
            continue;
        DlEraBand *band = g_new0(DlEraBand, 1);
        band->era = era;
        band->ends = ends;
        band->pieces = cut_pieces(eras->scale, &ends);
        if (band->pieces->len == 0) {
            era_band_free(band);
            continue;
        }
        g_ptr_array_add(eras->bands, band);
        g_hash_table_add(eras->job->seen_eras, (gpointer)era);
    }
    g_ptr_array_sort(eras->bands, dl_era_bands_compare);
}

static bool has_band(const DlEras *eras, const DlEra *era) {
    for (guint i = 0; i < eras->bands->len; i++)
        if (((const DlEraBand *)g_ptr_array_index(eras->bands, i))->era == era)
            return true;
    return false;
}

/* Whether the strip before this one ends with the eras that are here, and they were
 * long enough in it to be seen: on steps, all along it. */
static bool goes_on_from(const DlEras *eras, const DlStretch *above) {
    static const DlMoment SHARE = 20; /* of the strip, that can be seen */
    const GPtrArray *all = eras->job->timeline->eras;
    DlMoment length = above->to - above->from;
    DlMoment seen = eras->scale->steps != NULL ? length : length / SHARE;
    for (guint i = 0; i < all->len; i++) {
        const DlEra *era = g_ptr_array_index(all, i);
        if (g_hash_table_contains(eras->job->told_eras, era))
            continue;
        bool is_here = has_band(eras, era);
        if (is_here != dl_era_is_at(era, above->to - 1) ||
            (is_here && !dl_era_is_at(era, above->to - seen)))
            return false;
    }
    return true;
}

/* Whether all goes on as it was, so that names need not be said again. */
static bool goes_on(const DlEras *eras, double length) {
    const DlStretch *above = eras->job->view->above;
    for (guint i = 0; i < eras->bands->len; i++) {
        const DlEraEnds *ends =
            &((const DlEraBand *)g_ptr_array_index(eras->bands, i))->ends;
        if (ends->certain_from > 0 || ends->certain_to < length)
            return false;
    }
    return above != NULL && goes_on_from(eras, above);
}

/* ---- Names ---- */

static double name_length(const DlEras *eras, const DlTextBlock *name) {
    if (name == NULL)
        return 0;
    return eras->job->vertical ? name->height : name->width;
}

static double name_depth(const DlEras *eras, const DlTextBlock *name) {
    if (name == NULL)
        return 0;
    return eras->job->vertical ? name->width : name->height;
}

static DlTextBlock *shape_at(const DlEras *eras, const DlEra *era, double widest) {
    const DlLayoutJob *job = eras->job;
    DlTextPart part = {era->title, dl_style(job, DL_STYLE_ERA),
                       job->timeline->language};
    return dl_shape_balanced(job->measurer, &part, 1, widest, job->theme->line_height,
                             DL_ALIGN_START, NULL);
}

static double end_of(const DlEraBand *band) {
    return g_array_index(band->pieces, DlScalePiece, band->pieces->len - 1).to;
}

/* Beside an axis that runs down, as wide as it must be to be no higher than its band or
 * a part of the axis. */
static DlTextBlock *shape_name(const DlEras *eras, const DlEraBand *band,
                               double length) {
    const DlLayoutJob *job = eras->job;
    if (!job->vertical)
        return shape_at(eras, band->era, length);
    double size = job->theme->tick_size, width = job->right - job->left;
    double widest =
        fmax(LEAST_NAME * size, fmin(NAME_WIDTH * size, NAME_SHARE * width));
    double from = g_array_index(band->pieces, DlScalePiece, 0).from;
    double highest = fmax(TALL * length, fmin(length, end_of(band) - from - 2 * PAD));
    DlTextBlock *name = shape_at(eras, band->era, widest);
    while (name->height > highest && widest * WIDER <= MOST_SHARE * width) {
        dl_text_block_free(name);
        widest *= WIDER;
        name = shape_at(eras, band->era, widest);
    }
    return name;
}

/* At the start of the first piece that holds it, else of the first, but not beyond the
 * end of the plot. */
static double name_along(const DlEras *eras, const DlEraBand *band, double length) {
    double taken = name_length(eras, band->name);
    const DlScalePiece *first = &g_array_index(band->pieces, DlScalePiece, 0);
    for (guint i = 0; i < band->pieces->len; i++) {
        const DlScalePiece *piece = &g_array_index(band->pieces, DlScalePiece, i);
        if (piece->to - piece->from >= taken + 2 * PAD)
            return piece->from + PAD;
    }
    return fmax(0, fmin(first->from + PAD, length - taken));
}

/* ---- Rows ---- */

/* The first row where nothing lies in the way; MOST_ROWS: there is none. */
static guint free_row(const DlLevels *levels, double from, double to) {
    guint row = 0;
    while (row < MOST_ROWS && !dl_levels_is_free(levels, row, from, to))
        row++;
    return row;
}

/* False: there is none. A name is shaped only where there is a row for the least that
 * it takes. */
static bool place_in_row(const DlEras *eras, DlEraBand *band, double length,
                         DlLevels *levels) {
    double least = LEAST_LETTERS * eras->job->theme->tick_size;
    double from = g_array_index(band->pieces, DlScalePiece, 0).from;
    double to = end_of(band);
    from = fmax(0, fmin(from, length - least));
    if (free_row(levels, from, fmax(to, from + least)) == MOST_ROWS)
        return false;
    band->name = eras->goes_on ? NULL : shape_name(eras, band, length);
    double taken = name_length(eras, band->name);
    band->name_along = name_along(eras, band, length);
    from = fmin(from, band->name_along);
    to = fmax(to, band->name_along + taken + NAME_GAP);
    band->row = free_row(levels, from, to);
    if (taken > length || band->row == MOST_ROWS)
        return false;
    dl_levels_take(levels, band->row, from, to);
    return true;
}

/* The last band of each row so far. */
typedef struct {
    const DlEraBand *of[MOST_ROWS];
} LastBands;

/* A tint that is not that of the band under it, or of its neighbour. */
static bool is_light(const LastBands *last, const DlEraBand *band) {
    for (guint row = band->row; row-- > 0;)
        if (last->of[row] != NULL && end_of(last->of[row]) > band->ends.possible_from)
            return !last->of[row]->is_light;
    return last->of[band->row] != NULL && !last->of[band->row]->is_light;
}

/* The rows one behind the other. */
static void add_rows(DlEras *eras, const double *depths, guint n) {
    double top = 0;
    for (guint row = 0; row < n; row++) {
        g_array_append_val(eras->tops, top);
        top += depths[row];
    }
    if (eras->bands->len == 0)
        return;
    eras->depth = top + STRIP_GAP;
    eras->foot = FOOT;
}

/* The main axis names what an inset has no room for. */
static void leave_out(DlEras *eras, guint *index) {
    const DlEraBand *band = g_ptr_array_index(eras->bands, *index);
    if (eras->job->is_inset) {
        g_ptr_array_remove_index(eras->bands, (*index)--);
        return;
    }
    eras->fits = false;
    g_hash_table_add(eras->job->cramped_eras, (gpointer)band->era);
}

/* The eras of the deepest rows, as many as make the strip too deep. */
static void find_deep(const DlEras *eras, double *depths, guint n, double room) {
    double all = eras->depth;
    for (guint i = 0; i < n && all > MOST_DEPTH * room; i++) {
        guint deepest = 0;
        for (guint row = 1; row < n; row++)
            deepest = depths[row] >= depths[deepest] ? row : deepest;
        all -= depths[deepest];
        depths[deepest] = 0;
        for (guint j = 0; j < eras->bands->len; j++) {
            const DlEraBand *band = g_ptr_array_index(eras->bands, j);
            if (band->row == deepest)
                g_hash_table_add(eras->job->cramped_eras, (gpointer)band->era);
        }
    }
}

static void place_rows(DlEras *eras, double length, double room) {
    g_autoptr(DlLevels) levels = dl_levels_new();
    double depths[MOST_ROWS] = {0};
    LastBands last = {{NULL}};
    for (guint i = 0; i < eras->bands->len; i++) {
        DlEraBand *band = g_ptr_array_index(eras->bands, i);
        if (!place_in_row(eras, band, length, levels)) {
            leave_out(eras, &i);
            continue;
        }
        band->is_light = is_light(&last, band);
        last.of[band->row] = band;
        double depth = name_depth(eras, band->name);
        depth += depth > 0 ? 2 * DL_ERA_ROW_PAD : 0;
        depths[band->row] = fmax(depths[band->row], depth);
    }
    add_rows(eras, depths, dl_levels_count(levels));
    if (eras->fits)
        find_deep(eras, depths, dl_levels_count(levels), room);
}

DlEras *dl_eras_new(const DlLayoutJob *job, const DlScale *scale, double length,
                    double room) {
    DlEras *eras = g_new0(DlEras, 1);
    eras->job = job;
    eras->scale = scale;
    eras->fits = true;
    eras->bands = g_ptr_array_new_with_free_func(era_band_free);
    eras->tops = g_array_new(false, false, sizeof(double));
    if ((job->chart->show & DL_SHOW_ERAS) != 0)
        collect_bands(eras);
    eras->goes_on = goes_on(eras, dl_scale_length(scale));
    place_rows(eras, length, room);
    return eras;
}
