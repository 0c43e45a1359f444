/* The rows of ticks that an axis has: the coarse one, the fine one, the clocks of other
 * zones. */
#ifndef DL_LAYOUT_AXIS_ROWS_H
#define DL_LAYOUT_AXIS_ROWS_H

#include "layout/places.h"
#include "scale/ticks.h"

typedef struct {
    char *name;       /* of its zone, owned; NULL: it needs none */
    GPtrArray *ticks; /* of DlTick, owned */
} DlAxisRow;

/* The rows, from top to bottom; the caller owns the array of DlAxisRow. */
GPtrArray *dl_axis_rows_new(const DlLayoutJob *job, const DlScale *scale);
/* Half the height of the band that so many rows need, points. */
double dl_axis_half(const DlTheme *theme, guint n_rows);

#endif
