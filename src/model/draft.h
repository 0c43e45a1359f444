/* The timeline as the files say it: names are not yet pointers, dates not yet resolved.
 * Made by `read`, read by `resolve`. Every word keeps its place, so that resolve can
 * point at it. */
#ifndef DL_MODEL_DRAFT_H
#define DL_MODEL_DRAFT_H

#include <glib.h>
#include <stdbool.h>

#include "base/color.h"
#include "base/picture.h"
#include "base/place.h"
#include "model/timeline.h"
#include "time/date.h"
#include "time/duration.h"

typedef struct {
    char *text; /* NULL: the key is absent */
    DlPlace place;
} DlWord;

typedef struct {
    bool given;    /* the key is there and its date is right */
    bool broken;   /* the key is there, and its problem has been told */
    char *written; /* as the file has it; NULL: the key is absent or no text */
    DlDate value;
    DlPlace place;
} DlDraftDate;

typedef struct {
    bool given, broken;
    DlDuration value;
    DlPlace place;
} DlDraftDuration;

/* Another event, as `after`, `before`, `during` and `with` name it: `a`, or `{event: a,
 * by: PT1H}` for a known lag. */
typedef struct {
    DlWord event;
    DlDraftDuration by;
} DlDraftReference;

typedef struct {
    DlPlace place;
    DlWord id, name, native, role;
    bool has_color;
    DlColor color;
} DlDraftActor;

typedef struct {
    DlPlace place;
    DlWord id, name, within;
} DlDraftLocation;

typedef struct {
    DlPlace place;
    DlWord id, label;
    bool has_color, has_shape;
    DlColor color;
    DlMarkShape shape;
} DlDraftCategory;

typedef struct {
    DlPlace place;
    DlWord id, title, author, publisher, url;
    DlDraftDate date;
    bool is_listed; /* in a bibliography, which may hold more than is cited */
} DlDraftSource;

typedef struct {
    DlWord source, note, text;
    DlDraftDate date;
    DlDraftDuration duration;
    bool has_status;
    DlStatus status;
} DlDraftCitation;

typedef struct {
    DlWord file, credit, alt;
    DlPicture *picture; /* owned; NULL: it could not be read, which was told */
} DlDraftImage;

typedef struct {
    DlPlace place;
    DlWord id, title, text, category, location, link;
    DlDraftImage image;
    DlDraftDate date, start, end;
    DlDraftDuration duration;
    GPtrArray *after, *before, *during, *with; /* of DlDraftReference, owned */
    GPtrArray *actors, *tags;                  /* of DlWord, owned */
    GPtrArray *citations;                      /* of DlDraftCitation, owned */
    int weight;
    DlStatus status;
} DlDraftEvent;

typedef struct {
    DlPlace place;
    DlWord title;
    DlDraftDate start, end;
} DlDraftEra;

typedef struct {
    DlPlace place;
    DlWord from, to, kind, label;
} DlDraftRelation;

typedef struct {
    DlPlace place;
    DlWord from, to, label;
    DlDraftDuration claim;
} DlDraftMeasure;

/* What `select` lets in: values of one list are alternatives, lists add up. */
typedef struct {
    GPtrArray *categories, *tags, *actors, *locations; /* of DlWord, owned */
    GArray *statuses;                                  /* of DlStatus */
    int weight;                                        /* at least; 0: not given */
} DlDraftSelect;

typedef struct {
    DlPlace place;
    DlWord id, title, subtitle, caption, origin;
    DlWord dates; /* a right pattern of dates */
    int shape, scale, lanes, segments, color, labels,
        pages; /* enum values; -1: not given */
    DlPlace shape_place, scale_place, lanes_place, segments_place, labels_place,
        pages_place, insets_place;
    bool has_page, has_theme;
    DlPage page;
    DlTheme theme;
    DlDraftDate from, to;
    GPtrArray *timezones; /* of DlWord, owned */
    GPtrArray *lane_ids;  /* of DlWord, owned: lanes: {actor: [ids]} */
    bool has_select;
    DlDraftSelect select, exclude; /* select: {…, not: {…}} */
    bool has_show;
    unsigned show;
    GPtrArray *insets; /* of DlDraftChart, owned: of each, what an inset may say */
} DlDraftChart;

typedef struct {
    char *name; /* of the first file, without folder and extension: the id of the chart
                   of a file without charts */
    DlPlace place; /* of the `timeline:` key, or of the file */
    DlWord title, subtitle, description, author, language, timezone;
    GPtrArray *keywords; /* of DlWord, owned */
    DlDraftDate asof;
    GPtrArray *actors, *locations, *categories,
        *sources; /* of DlDraft…, owned, in file order */
    GPtrArray *eras, *events, *relations, *measures, *charts; /* the same */
} DlDraft;

DlDraft *dl_draft_new(void);
void dl_draft_free(DlDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlDraft, dl_draft_free)

/* Constructors of the records, for the arrays of the draft (which free them). */
DlDraftEvent *dl_draft_event_new(void);
DlDraftChart *dl_draft_chart_new(void);
void dl_word_free(DlWord *word);
/* A list for words, which owns them; the caller owns it. */
GPtrArray *dl_words_new(void);

#endif
