/* What the steps of resolve share, and the steps in the order in which they run.
 *
 * Each step fills its part of the timeline from the draft and goes on after a problem,
 * so that one run tells all of them. Until dl_resolve_ranks, the timeline's events are
 * in the order of the file, and an event's rank is its index there: the same index
 * finds an event in draft and timeline. */
#ifndef DL_RESOLVE_RESOLVER_H
#define DL_RESOLVE_RESOLVER_H

#include "resolve/order.h"
#include "resolve/registry.h"
#include "resolve/resolve.h"

typedef struct {
    const DlDraft *draft;
    const DlResolveOptions *options;
    DlProblems *problems;
    DlTimeline *timeline; /* what is being made */
    DlRegistry *actors, *locations, *categories, *sources, *events;
    DlRegistry *tags;      /* those that events have; the record is the tag */
    DlMoment asof;         /* its last second, where the timeline has one */
    bool told_asof_needed; /* once is enough */
    int n_explained;       /* contradictions told with all of their chain */
} DlResolver;

/* Title, language, zone, asof. */
void dl_resolve_head(DlResolver *resolver);
/* Actors, places, categories, sources. */
void dl_resolve_registries(DlResolver *resolver);
/* Events, all but their order: ids, references, dates. */
void dl_resolve_events(DlResolver *resolver);
/* Eras, relations, measures; the claims are checked later. */
void dl_resolve_links(DlResolver *resolver);
/* What `after`, `before`, `during` and `with` say. The caller owns it. */
DlOrder *dl_resolve_order(DlResolver *resolver);
/* The earliest and latest start and end of each event. */
void dl_resolve_bounds(DlResolver *resolver, DlOrder *order);
/* Ranks the events, and sorts them. */
void dl_resolve_ranks(DlResolver *resolver, DlOrder *order);
/* Which of them come after which; they are ranked, and still in the order of the file.
 */
void dl_resolve_followers(const DlOrder *order);
/* Whether measures are as long as they claim. */
void dl_check_claims(DlResolver *resolver);
/* How long they are, in words. */
void dl_resolve_lengths(DlResolver *resolver);
void dl_resolve_charts(DlResolver *resolver);
/* Sources that are not cited, that contradict each other, or that are missing. */
void dl_check_sources(DlResolver *resolver);
/* Warns of what no chart shows. */
void dl_check_drawn(DlResolver *resolver);

/* A date on the timeline's clock, "ongoing" brought to the asof day; unknown where none
 * is given. */
DlDate dl_resolve_date(DlResolver *resolver, const DlDraftDate *given);
/* The date and duration of an event. */
void dl_resolve_event_date(DlResolver *resolver, const DlDraftEvent *draft,
                           DlEvent *event);
/* Tells where an interval ends before it starts; false where it does. */
bool dl_check_interval(DlResolver *resolver, const DlDate *date, DlPlace place);
/* A bound as messages say it: "2025-09-02", "1959", "2025-09-03 10:00". The caller owns
 * it. */
char *dl_bound_to_text(const DlBound *bound);

/* The first of `wanted`, `wanted-2`, `wanted-3` … that `taken` (a table of ids) does
 * not hold; the caller owns it. `numbers` (of owned stems, empty at first) remembers
 * how far it came. */
char *dl_unique_id(const char *wanted, GHashTable *taken, GHashTable *numbers);

/* Adds an error, or a warning where what is wrong rests on a doubtful date. */
void dl_tell(DlResolver *resolver, bool doubtful, DlPlace place, const char *code,
             const char *message);

/* The zone that a word names; NULL, with a problem, where there is none. The caller
 * owns it. */
DlZone *dl_resolve_zone_word(DlResolver *resolver, const DlWord *word);

#endif
