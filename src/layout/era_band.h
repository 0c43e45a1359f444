/* One era behind its axis. Private to the files of eras. */
#ifndef DL_LAYOUT_ERA_BAND_H
#define DL_LAYOUT_ERA_BAND_H

#include "layout/era_ends.h"
#include "layout/eras.h"

#define DL_ERA_ROW_PAD 2.5    /* across: above and below a name */
#define DL_ERA_LEAST_SEEN 0.5 /* along: what is shorter is no band */

typedef struct {
    const DlEra *era; /* borrowed */
    DlEraEnds ends;
    GArray *pieces; /* of DlScalePiece: where it is seen, owned */
    guint row;
    bool is_light;     /* its neighbours are not */
    DlTextBlock *name; /* owned; NULL: the strip before it tells it */
    double name_along;
} DlEraBand;

/* By their start, the longer first. */
int dl_era_bands_compare(gconstpointer a, gconstpointer b);

#endif
