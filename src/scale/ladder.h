/* The ladder of calendar steps that axes are divided by: seconds to billions of years.
 */
#ifndef DL_SCALE_LADDER_H
#define DL_SCALE_LADDER_H

#include <glib.h>

#include "time/calendar.h"
#include "time/words.h"

typedef struct {
    DlTickUnit unit;
    int64_t count; /* of the unit */
} DlStep;

/* All steps from one second to 10 billion years, rising. The array is static. */
const DlStep *dl_ladder(size_t *n_steps);
/* About how long a step is, seconds. */
DlMoment dl_step_length(DlStep step);
/* The longest step that is not longer than this; one second at least. */
DlStep dl_step_at_most(DlMoment length);

/* The last boundary of a step not after the moment, the first not before it, and the
 * next one after a boundary. Years count from the year 1 both ways, so that BC years
 * are round too and no year 0 is marked. */
DlMoment dl_step_floor(DlStep step, DlMoment moment);
DlMoment dl_step_ceiling(DlStep step, DlMoment moment);
DlMoment dl_step_next(DlStep step, DlMoment boundary);

#endif
