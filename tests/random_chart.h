/* A random timeline drawn and measured. */
#ifndef DL_TESTS_RANDOM_CHART_H
#define DL_TESTS_RANDOM_CHART_H

#include "random_timeline.h"
#include "scene/metrics.h"
#include "text/measure.h"

typedef enum {
    RANDOM_DRAWN,
    RANDOM_REFUSED, /* it does not fit its page, and the message says what to do; or
                       one of its insets has no event */
    RANDOM_WRONG /* an error that it must not have; a refusal that names no way out */
} RandomOutcome;

typedef struct {
    RandomOutcome outcome;
    DlMetrics metrics;   /* of what was drawn */
    gint64 microseconds; /* that layout took */
    char *message;       /* of what was not; owned */
    DlScene *scene;      /* NULL: not drawn */
} RandomChart;

RandomChart *random_chart_new(const char *yaml, DlMeasurer *measurer);
void random_chart_free(RandomChart *chart);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RandomChart, random_chart_free)

/* Writes the text into a file of a folder of its own, which the caller removes with
 * random_file_remove. */
char *random_file_new(const char *yaml);
void random_file_remove(char *path);

#endif
