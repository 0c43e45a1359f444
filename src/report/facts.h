/* What all formats tell of an event, as texts; private to report/. */
#ifndef DL_REPORT_FACTS_H
#define DL_REPORT_FACTS_H

#include <glib.h>
#include <stdbool.h>

#include "model/timeline.h"

typedef struct {
    const DlTimeline *timeline;
    bool *by_clock; /* by rank: a clock time bears on the order of the event */
} DlFacts;

/* Of a timeline that lives longer; the caller owns them. */
DlFacts *dl_facts_new(const DlTimeline *timeline);
void dl_facts_free(DlFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlFacts, dl_facts_free)

/* One end of an event: each text is NULL where nothing is known. */
typedef struct {
    char *min, *max, *earliest, *latest;
} DlFactEnd;

DlFactEnd dl_fact_start(const DlFacts *facts, const DlEvent *event);
DlFactEnd dl_fact_end(const DlFacts *facts, const DlEvent *event);
void dl_fact_end_clear(DlFactEnd *end);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DlFactEnd, dl_fact_end_clear)

/* What lists hold: the ids of records, and tags as they are. */
typedef const char *(*DlFactName)(const void *record);
const char *dl_fact_event_id(const void *event);
const char *dl_fact_actor_id(const void *actor);
const char *dl_fact_source_id(const void *citation);
const char *dl_fact_tag(const void *tag);

/* A name that many events may repeat: what is longer than 200 characters is cut, so
 * that no file of some megabytes makes a list of gigabytes. */
char *dl_fact_name(const char *name);
bool dl_fact_is_ongoing(const DlEvent *event);
/* The words of the date alone: "27 July 1953", "date unknown". */
char *dl_fact_words(const DlFacts *facts, const DlEvent *event);
/* The same for people: with the duration, and with the order where there is no date:
 * "2 September 2025 · about 20 hours", "after: Parade". */
char *dl_fact_when(const DlFacts *facts, const DlEvent *event);
/* "PT2H30M", "PT20H~"; NULL: none is given. */
char *dl_fact_duration(const DlEvent *event);

#endif
