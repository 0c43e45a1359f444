#include "layout/eras.h"

#include <math.h>

#include "layout/behind.h"
#include "layout/era_ends.h"
#include "layout/levels.h"
#include "layout/shape.h"

static const double PAD = 4;          /* along: from the band's start to its name */
static const double ROW_PAD = 2.5;    /* across: above and below a name */
static const double NAME_GAP = 6;     /* along: between names of a row */
static const double STRIP_GAP = 4;    /* across: between the names and the labels */
static const double FOOT = 5;         /* across */
static const double NAME_WIDTH = 6.5; /* ems, beside an axis that runs down … */
static const double NAME_SHARE = 0.15, LEAST_NAME = 4.5; /* … and of a narrow page */
static const double LEAST_SEEN = 0.5;  /* along: shorter ones are no band */
static const double LEAST_LETTERS = 2; /* ems: what every name takes, at least */
enum { MOST_ROWS = 16 };

typedef struct {
    const DlEra *era;
    DlEraEnds ends;
    GArray *pieces; /* of DlScalePiece: where it is seen, owned */
    guint row;
    bool is_light;     /* its neighbours are not */
    DlTextBlock *name; /* owned */
    double name_along;
} DlEraBand;

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
        if (piece.to - piece.from < LEAST_SEEN)
            continue;
        if (last != NULL && last->to >= piece.from)
            last->to = piece.to;
        else
            g_array_append_val(cut, piece);
    }
    return cut;
}

static int compare_bands(gconstpointer a, gconstpointer b) {
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
        if (!dl_era_ends(era, eras->scale, &ends))
            continue;
        /* The main axis says already what covers all of an inset. */
        if (eras->job->is_inset && !ends.begins && !ends.ends)
            continue;
        DlEraBand *band = g_new0(DlEraBand, 1);
        band->era = era;
        band->ends = ends;
        band->pieces = cut_pieces(eras->scale, &ends);
        if (band->pieces->len > 0)
            g_ptr_array_add(eras->bands, band);
        else
            era_band_free(band);
    }
    g_ptr_array_sort(eras->bands, compare_bands);
}

/* ---- Names ---- */

static double name_length(const DlEras *eras, const DlTextBlock *name) {
    return eras->job->vertical ? name->height : name->width;
}

static double name_depth(const DlEras *eras, const DlTextBlock *name) {
    return eras->job->vertical ? name->width : name->height;
}

static DlTextBlock *shape_name(const DlEras *eras, const DlEra *era, double length) {
    const DlLayoutJob *job = eras->job;
    DlTextStyle style = {.size = job->theme->tick_size, .weight = 700};
    DlTextPart part = {era->title, style, job->timeline->language};
    double widest =
        job->vertical
            ? fmax(LEAST_NAME * style.size,
                   fmin(NAME_WIDTH * style.size, (job->right - job->left) * NAME_SHARE))
            : length;
    return dl_shape_balanced(job->measurer, &part, 1, widest, job->theme->line_height,
                             DL_ALIGN_START);
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

static double end_of(const DlEraBand *band) {
    return g_array_index(band->pieces, DlScalePiece, band->pieces->len - 1).to;
}

/* A name is shaped only where there is a row for the least that it takes. */
static void place_in_row(DlEras *eras, DlEraBand *band, double length,
                         DlLevels *levels) {
    double least = LEAST_LETTERS * eras->job->theme->tick_size;
    double from = g_array_index(band->pieces, DlScalePiece, 0).from;
    double to = end_of(band);
    from = fmax(0, fmin(from, length - least));
    eras->fits = free_row(levels, from, fmax(to, from + least)) < MOST_ROWS;
    if (!eras->fits)
        return;
    band->name = shape_name(eras, band->era, length);
    band->name_along = name_along(eras, band, length);
    from = fmin(from, band->name_along);
    to = fmax(to, band->name_along + name_length(eras, band->name) + NAME_GAP);
    band->row = free_row(levels, from, to);
    eras->fits = band->row < MOST_ROWS;
    if (eras->fits)
        dl_levels_take(levels, band->row, from, to);
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

static void place_rows(DlEras *eras, double length) {
    g_autoptr(DlLevels) levels = dl_levels_new();
    double depths[MOST_ROWS] = {0};
    LastBands last = {{NULL}};
    for (guint i = 0; i < eras->bands->len && eras->fits; i++) {
        DlEraBand *band = g_ptr_array_index(eras->bands, i);
        place_in_row(eras, band, length, levels);
        if (!eras->fits)
            return;
        band->is_light = is_light(&last, band);
        last.of[band->row] = band;
        double depth = name_depth(eras, band->name) + 2 * ROW_PAD;
        depths[band->row] = fmax(depths[band->row], depth);
    }
    double top = 0;
    for (guint row = 0; row < dl_levels_count(levels); row++) {
        g_array_append_val(eras->tops, top);
        top += depths[row];
    }
    if (eras->bands->len == 0)
        return;
    eras->depth = top + STRIP_GAP;
    eras->foot = FOOT;
}

DlEras *dl_eras_new(const DlLayoutJob *job, const DlScale *scale, double length) {
    DlEras *eras = g_new0(DlEras, 1);
    eras->job = job;
    eras->scale = scale;
    eras->fits = true;
    eras->bands = g_ptr_array_new_with_free_func(era_band_free);
    eras->tops = g_array_new(false, false, sizeof(double));
    if ((job->chart->show & DL_SHOW_ERAS) != 0)
        collect_bands(eras);
    place_rows(eras, length);
    return eras;
}

/* ---- Places ---- */

/* How strong the tint is at a place along. */
static double strength_at(const DlEraEnds *ends, double along) {
    if (along < ends->certain_from)
        return (along - ends->possible_from) /
               (ends->certain_from - ends->possible_from);
    if (along > ends->certain_to)
        return (ends->possible_to - along) / (ends->possible_to - ends->certain_to);
    return 1;
}

/* Where a piece goes from a fade to what is certain, and back. */
static void place_tints(const DlEraEnds *ends, const DlScalePiece *piece, DlFrame frame,
                        double top, double depth, DlPlacedEra *placed) {
    const double stops[] = {piece->from, ends->certain_from, ends->certain_to,
                            piece->to};
    double from = piece->from;
    for (size_t i = 1; i < G_N_ELEMENTS(stops); i++) {
        double to = fmax(from, fmin(stops[i], piece->to));
        if (to - from < LEAST_SEEN / 10)
            continue;
        DlPlacedTint tint = {
            .box = dl_frame_box(frame, from, to, top, depth),
            .start = strength_at(ends, from),
            .end = strength_at(ends, to),
        };
        g_array_append_val(placed->tints, tint);
        from = to;
    }
}

static void place_edge(DlFrame frame, double along, double top, double depth,
                       const GArray *words, DlPlacedEra *placed) {
    DlPlacedLine edge = {dl_frame_point(frame, along, top),
                         dl_frame_point(frame, along, depth)};
    dl_line_behind(edge, words, placed->edges);
}

/* What begins or ends in a break has no edge: it does not do so where the axis goes on.
 */
static bool is_on_axis(const DlScale *scale, double along) {
    for (guint i = 0; i < scale->pieces->len; i++) {
        const DlScalePiece *piece = &g_array_index(scale->pieces, DlScalePiece, i);
        if (along > piece->from && along < piece->to)
            return true;
    }
    return false;
}

static void place_edges(const DlEras *eras, const DlEraBand *band, DlFrame frame,
                        double depth, const GArray *words, DlPlacedEra *placed) {
    const DlEraEnds *ends = &band->ends;
    double top = g_array_index(eras->tops, double, band->row);
    if (ends->begins && ends->certain_from == ends->possible_from &&
        is_on_axis(eras->scale, ends->possible_from))
        place_edge(frame, ends->possible_from, top, depth, words, placed);
    if (ends->ends && ends->certain_to == ends->possible_to &&
        is_on_axis(eras->scale, ends->possible_to))
        place_edge(frame, ends->possible_to, top, depth, words, placed);
}

static void place_era(const DlEras *eras, const DlEraBand *band, DlFrame frame,
                      double depth, DlPanel *panel) {
    const DlEraEnds *ends = &band->ends;
    double top = g_array_index(eras->tops, double, band->row);
    DlPlacedEra *placed = dl_placed_era_new(band->era);
    placed->is_light = band->is_light;
    for (guint i = 0; i < band->pieces->len; i++)
        place_tints(ends, &g_array_index(band->pieces, DlScalePiece, i), frame, top,
                    depth, placed);
    placed->name = (DlPlacedText){
        .block = dl_text_block_copy(band->name, 1),
        .at = dl_frame_point(frame, band->name_along, top + ROW_PAD),
    };
    g_ptr_array_add(panel->eras, placed);
}

static int compare_rows(gconstpointer a, gconstpointer b) {
    const DlEraBand *first = *(const DlEraBand *const *)a;
    const DlEraBand *second = *(const DlEraBand *const *)b;
    if (first->row != second->row)
        return first->row < second->row ? -1 : 1;
    return compare_bands(a, b);
}

/* Row by row, so that no band hides the name of another. */
void dl_eras_place(const DlEras *eras, DlFrame frame, double depth, DlPanel *panel) {
    g_autoptr(GPtrArray) sorted = g_ptr_array_copy(eras->bands, NULL, NULL);
    g_ptr_array_set_free_func(sorted, NULL);
    g_ptr_array_sort(sorted, compare_rows);
    for (guint i = 0; i < sorted->len; i++)
        place_era(eras, g_ptr_array_index(sorted, i), frame, depth, panel);
    g_autoptr(GArray) words = dl_panel_words(panel);
    for (guint i = 0; i < sorted->len; i++)
        place_edges(eras, g_ptr_array_index(sorted, i), frame, depth, words,
                    g_ptr_array_index(panel->eras, i));
}
