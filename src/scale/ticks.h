/* The marks along an axis and what they say. */
#ifndef DL_SCALE_TICKS_H
#define DL_SCALE_TICKS_H

#include <glib.h>

#include "scale/scale.h"
#include "time/words.h"

typedef struct {
    DlMoment moment;
    double along; /* points */
    char *label;  /* NULL: a minor tick */
} DlTick;

void dl_tick_free(DlTick *tick);

/* How wide a tick's label is, points. */
typedef double (*DlTickWidth)(const char *label, void *data);

/* The ticks of every piece, by time: each piece by the finest step of the ladder at
 * which the widest of its labels, written beside its tick and before the next one, has
 * room. A label that would run over the end of its piece is left out. The caller owns
 * the array of DlTick. */
GPtrArray *dl_ticks_new(const DlScale *scale, const DlLanguage *language,
                        DlTickWidth width, void *data);

#endif
