/* How the lines of paragraphs break. */
#ifndef DL_LAYOUT_SHAPE_H
#define DL_LAYOUT_SHAPE_H

#include "text/measure.h"

/* Shapes at the least width, `widest` points at most, that keeps the number of lines
 * that `widest` gives; a word that would be left alone has company where that makes the
 * lines more even. With any width from `least` (NULL: not asked for) to `widest` the
 * block is the same. The caller owns it. */
DlTextBlock *dl_shape_balanced(DlMeasurer *measurer, const DlTextPart *parts,
                               size_t n_parts, double widest, double line_height,
                               DlAlign align, double *least);
/* Lines as long as they can be, as in a list; but no short last line is left alone
 * where another break is as good. The caller owns the block. */
DlTextBlock *dl_shape_running(DlMeasurer *measurer, const DlTextPart *parts,
                              size_t n_parts, double widest, double line_height,
                              DlAlign align);

#endif
