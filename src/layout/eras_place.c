#include <math.h>

#include "layout/behind.h"
#include "layout/era_band.h"

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
        if (to - from < DL_ERA_LEAST_SEEN / 10)
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
    if (band->name != NULL)
        placed->name = (DlPlacedText){
            .block = dl_text_block_copy(band->name, 1),
            .at = dl_frame_point(frame, band->name_along, top + DL_ERA_ROW_PAD),
        };
    g_ptr_array_add(panel->eras, placed);
}

static int compare_rows(gconstpointer a, gconstpointer b) {
    const DlEraBand *first = *(const DlEraBand *const *)a;
    const DlEraBand *second = *(const DlEraBand *const *)b;
    if (first->row != second->row)
        return first->row < second->row ? -1 : 1;
    return dl_era_bands_compare(a, b);
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
