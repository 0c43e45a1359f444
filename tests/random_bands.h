/* The eras, measures and insets of a random timeline, as YAML. They have random numbers
 * of their own: the events of a seed are the same with them and without. */
#ifndef DL_TESTS_RANDOM_BANDS_H
#define DL_TESTS_RANDOM_BANDS_H

#include "random_timeline.h"

/* Chooses how many there are. */
void random_choose_bands(RandomChoice *choice);
/* The lists `eras` and `measures`, if there are any. */
void random_append_bands(GString *yaml, const RandomChoice *choice);
/* The key `insets` of a chart, with the window of the chart, if there are any. */
void random_append_insets(GString *yaml, const RandomChoice *choice);

#endif
