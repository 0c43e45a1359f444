/* The timeline after resolve: no name, no relative date, no default is open. Plain
 * data, read only. Pointers between records are borrowed from the registries of the
 * same timeline. Optional strings are NULL. */
#ifndef DL_MODEL_TIMELINE_H
#define DL_MODEL_TIMELINE_H

#include <glib.h>
#include <stdbool.h>

#include "base/color.h"
#include "base/names.h"
#include "base/picture.h"
#include "base/place.h"
#include "model/chart.h"
#include "time/date.h"
#include "time/duration.h"
#include "time/words.h"
#include "time/zone.h"

typedef struct {
    char *id, *name, *native, *role;
    bool has_color;
    DlColor color;
} DlActor;

typedef struct DlLocation DlLocation;
struct DlLocation {
    char *id, *name;
    const DlLocation *within;
};

typedef struct {
    char *id, *label;
    bool has_color;
    DlColor color;
    bool has_shape;
    DlMarkShape shape;
    int index; /* order of first appearance in the file, from 0 */
} DlCategory;

typedef struct {
    char *id, *title, *author, *publisher, *url;
    bool has_date;
    DlDate date;
} DlSource;

typedef enum {
    DL_STATUS_HAPPENED,
    DL_STATUS_PLANNED,
    DL_STATUS_EXPECTED,
    DL_STATUS_POSSIBLE,
    DL_STATUS_UNLIKELY,
    DL_STATUS_DISPUTED
} DlStatus;
extern const DlNameTable dl_status_names;

/* One source of one event, and what it claims where it differs. */
typedef struct {
    DlPlace place; /* of the date that it says */
    const DlSource *source;
    char *note;
    bool has_date;
    DlDate date; /* says: 2025-09-03 */
    bool has_duration;
    DlDuration duration; /* says: {duration: PT20H~} */
    bool has_status;
    DlStatus status; /* says: {status: unlikely} */
    char *text;      /* says: {text: …} */
} DlCitation;

/* A range of moments, inclusive; DL_MOMENT_MIN or DL_MOMENT_MAX where nothing bounds
 * it. */
typedef struct {
    DlMoment earliest, latest;
} DlRange;

typedef struct {
    DlPicture *picture; /* NULL: the event has none */
    char *credit, *alt; /* alt: what it shows, in words */
} DlImage;

typedef struct DlEvent DlEvent;
struct DlEvent {
    DlPlace place;
    char *id, *title, *text, *link;
    DlImage image;
    DlDate date;   /* what the file says, on the timeline's clock; unknown where it says
                      nothing */
    char *written; /* the date in the file's own letters, `start` and `end` as an
                      interval; NULL: it is unknown */
    bool has_duration;
    DlDuration duration;
    DlRange start, end; /* what date, duration and order together allow */
    int rank;           /* from 0: the stable order of all events */
    int start_rank;     /* the least rank of those that start together with it */
    GPtrArray *after, *before, *during,
        *with;                  /* of const DlEvent, borrowed, as written */
    GPtrArray *followed_by;     /* of const DlEvent, borrowed, by start_rank: those that
                                   come after it, whichever of the two says so */
    GPtrArray *joined_by;       /* the same of those that start no earlier: they are
                                   during it, with it or a lag after its start */
    const DlCategory *category; /* NULL: none */
    GPtrArray *actors;          /* of const DlActor, borrowed */
    const DlLocation *location; /* NULL: none */
    GPtrArray *tags;            /* of char, owned */
    int weight;                 /* 1 to 5; 3 where not given */
    DlStatus status;
    GPtrArray *citations; /* of DlCitation, owned */
};

typedef struct {
    DlPlace place;
    char *title;
    DlDate date; /* an interval */
} DlEra;

typedef struct {
    DlPlace place;
    const DlEvent *from, *to;
    char *kind, *label;
} DlRelation;

typedef struct {
    DlPlace place;
    const DlEvent *from, *to;
    char *label;  /* with {length} for the length; NULL: the length alone */
    char *length; /* from start to start, in words; NULL: the dates do not say */
    bool has_claim;
    DlDuration claim;
} DlMeasure;

/* The label with its length filled in; NULL where that is not known. The caller owns
 * it. */
char *dl_measure_words(const DlMeasure *measure);

typedef struct {
    char *title, *subtitle, *description, *author;
    GPtrArray *keywords;     /* of char, owned */
    char *language;          /* BCP 47, "en" where not given */
    const DlLanguage *words; /* the tables of that language */
    DlZone *zone;            /* UTC where not given */
    bool has_zone;           /* the file gives one */
    bool has_asof;
    DlDate asof;
    GPtrArray *actors, *locations, *categories, *sources; /* owned */
    GPtrArray *eras, *relations, *measures;               /* owned */
    GPtrArray *events; /* of DlEvent, owned, by rank */
    GPtrArray *charts; /* of DlChart, owned, in file order */
} DlTimeline;

DlTimeline *dl_timeline_new(void);
void dl_timeline_free(DlTimeline *timeline);
/* The title of a chart, or else that of the timeline; borrowed. */
const char *dl_timeline_title(const DlTimeline *timeline, const DlChart *chart);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlTimeline, dl_timeline_free)

/* The kind of a relation in words: of the timeline's language, or the author's own;
 * NULL: none is given. Borrowed. */
const char *dl_relation_words(const DlRelation *relation, const DlLanguage *language);
extern const char *const dl_relation_kinds[5];

/* Constructors of records with their arrays made, and destroyers. */
DlEvent *dl_event_new(void);
void dl_event_free(DlEvent *event);

/* Whether an event of an array of const DlEvent comes before another, by rank: for
 * sorting.
 */
int dl_event_compare_ranks(gconstpointer a, gconstpointer b);

/* The date to put into words: where a length stands for one end of it, the other end is
 * all that the date says. */
DlDate dl_event_said_date(const DlEvent *event);
/* That date in words, which are taken; where it is the end, they say so: "until 5
 * March". The caller owns them. */
char *dl_event_word_end(const DlEvent *event, const DlLanguage *language, char *words);
/* Whether a source puts an event at another date than the event's own; then `middle` is
 * the middle of what the source says. Open and unknown dates are nowhere. */
bool dl_citation_differs(const DlCitation *citation, const DlEvent *event,
                         DlMoment *middle);
/* The first of the events that it is tied to by order, and how; NULL: none. */
const DlEvent *dl_event_tie(const DlEvent *event, DlPhrase *phrase);
/* Whether `event` is known by the order of the file to start after `other` has ended,
 * directly or through others. */
bool dl_event_follows(const DlEvent *event, const DlEvent *other);
/* Whether it has a place on an axis: one of its ends, at least, is bounded. */
bool dl_event_is_dated(const DlEvent *event);

#endif
