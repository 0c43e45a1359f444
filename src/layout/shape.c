#include "layout/shape.h"

#include <math.h>
#include <string.h>

enum { WIDTH_STEPS = 3 };

/* Whether lines so narrow have no room for all letters, wherever they end. */
static bool are_too_narrow(const DlTextBlock *block, double width) {
    static const double OTHER_SPACES = 0.97; /* ends of lines are of other widths */
    double all = 0;
    for (guint i = 0; i < block->lines->len; i++)
        all += ((const DlTextLine *)block->lines->pdata[i])->width;
    return block->lines->len * width < OTHER_SPACES * all;
}

/* Whether the last of several lines is one word, or next to nothing. */
static bool has_widow(const DlTextBlock *block) {
    static const double LEAST = 0.2;
    if (block->lines->len < 2)
        return false;
    const DlTextLine *last = block->lines->pdata[block->lines->len - 1];
    return strchr(last->text, ' ') == NULL || last->width < LEAST * block->width;
}

/* Among blocks of the same words on as many lines the least has lines of one length. */
static double unevenness(const DlTextBlock *block) {
    double sum = 0;
    for (guint i = 0; i < block->lines->len; i++) {
        const double width = ((const DlTextLine *)block->lines->pdata[i])->width;
        sum += width * width;
    }
    return sum;
}

/* The block, or a new one that has company for its last word, if that is more even. */
static DlTextBlock *with_company(DlTextBlock *block, DlMeasurer *measurer,
                                 const DlTextPart *parts, size_t n_parts,
                                 double line_height, DlAlign align) {
    g_autofree DlTextPart *kept = g_memdup2(parts, n_parts * sizeof *parts);
    size_t last = n_parts - 1;
    while (last > 0 && kept[last].style.rise > 0)
        last--;
    kept[last].style.keeps_end = true;
    DlTextBlock *tried =
        dl_measurer_shape(measurer, kept, n_parts, block->width, line_height, align);
    const bool is_better = tried->lines->len == block->lines->len &&
                           !tried->broke_word && unevenness(tried) < unevenness(block);
    dl_text_block_free(is_better ? block : tried);
    return is_better ? tried : block;
}

DlTextBlock *dl_shape_balanced(DlMeasurer *measurer, const DlTextPart *parts,
                               size_t n_parts, double widest, double line_height,
                               DlAlign align, double *least) {
    DlTextBlock *best =
        dl_measurer_shape(measurer, parts, n_parts, widest, line_height, align);
    if (least != NULL)
        *least = best->broke_word ? widest : fmin(best->width, widest);
    guint n_lines = best->lines->len;
    double low = best->width / n_lines, high = best->width;
    for (int step = 0; n_lines > 1 && step < WIDTH_STEPS && high - low > 1; step++) {
        double middle = (low + high) / 2;
        if (are_too_narrow(best, middle)) {
            low = middle;
            continue;
        }
        DlTextBlock *tried =
            dl_measurer_shape(measurer, parts, n_parts, middle, line_height, align);
        bool fits = tried->lines->len <= n_lines && !tried->broke_word;
        if (fits)
            high = fmin(middle, tried->width);
        else
            low = middle;
        dl_text_block_free(fits ? best : tried);
        best = fits ? tried : best;
    }
    return has_widow(best)
               ? with_company(best, measurer, parts, n_parts, line_height, align)
               : best;
}

DlTextBlock *dl_shape_running(DlMeasurer *measurer, const DlTextPart *parts,
                              size_t n_parts, double widest, double line_height,
                              DlAlign align) {
    enum { STEPS = 5 };
    static const double STEP = 0.07;
    DlTextBlock *best =
        dl_measurer_shape(measurer, parts, n_parts, widest, line_height, align);
    for (int step = 1; step <= STEPS && has_widow(best); step++) {
        DlTextBlock *tried = dl_measurer_shape(
            measurer, parts, n_parts, widest * (1 - step * STEP), line_height, align);
        bool is_as_good = tried->lines->len == best->lines->len && !tried->broke_word &&
                          !has_widow(tried);
        dl_text_block_free(is_as_good ? best : tried);
        best = is_as_good ? tried : best;
    }
    return best;
}
