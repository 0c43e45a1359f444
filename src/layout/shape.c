#include "layout/shape.h"

#include <math.h>

enum { WIDTH_STEPS = 3 };

DlTextBlock *dl_shape_balanced(DlMeasurer *measurer, const DlTextPart *parts,
                               size_t n_parts, double widest, double line_height,
                               DlAlign align) {
    DlTextBlock *best =
        dl_measurer_shape(measurer, parts, n_parts, widest, line_height, align);
    guint n_lines = best->lines->len;
    double low = best->width / n_lines, high = best->width;
    for (int step = 0; n_lines > 1 && step < WIDTH_STEPS && high - low > 1; step++) {
        double middle = (low + high) / 2;
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
    return best;
}
