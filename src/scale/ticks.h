/* The marks along an axis and what they say. */
#ifndef DL_SCALE_TICKS_H
#define DL_SCALE_TICKS_H

#include <glib.h>

#include "scale/scale.h"
#include "time/words.h"

typedef struct {
    double along; /* points */
    char *label;  /* NULL: a minor tick */
    bool coarse;  /* stands in a row of its own, above: the year of months, the day of
                     hours */
    bool between; /* a label about `along`, with no mark: time that passed */
} DlTick;

void dl_tick_free(DlTick *tick);

/* How labels are written and measured: `width` gives points. */
typedef struct DlTickText {
    const DlLanguage *language;
    double (*width)(const char *label, void *data);
    void *data;
} DlTickText;

/* The ticks of a scale, by time. No two labels overlap, on any scale, and none runs
 * over the end of its piece. The caller owns the array of DlTick. */
GPtrArray *dl_ticks_new(const DlScale *scale, const DlTickText *text);

#endif
