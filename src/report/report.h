/* The resolved events as text: what the program understood, event by event.
 *
 * A format is one file and one row in the table of report.c. `min` and `max` are what
 * the date alone says; `earliest` and `latest` are what is left of it when durations
 * and the order of events are counted in. Days are YYYY-MM-DD on the timeline's clock,
 * clock times YYYY-MM-DDThh:mm:ssZ. */
#ifndef DL_REPORT_REPORT_H
#define DL_REPORT_REPORT_H

#include <glib.h>

#include "base/names.h"
#include "model/timeline.h"

typedef enum {
    DL_REPORT_TABLE,
    DL_REPORT_MARKDOWN,
    DL_REPORT_CSV,
    DL_REPORT_JSON,
    DL_REPORT_ICS,
    DL_REPORT_HTML
} DlReportFormat;

/* Here `ready` means that the format can be written. */
extern const DlNameTable dl_report_format_names;

typedef struct {
    int width; /* of the table, in columns of a terminal */
} DlReportOptions;

/* All events, by rank, in a format that is ready; UTF-8. The caller owns it. */
GBytes *dl_report(const DlTimeline *timeline, DlReportFormat format,
                  const DlReportOptions *options);

#endif
