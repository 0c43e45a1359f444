/* What one axis of a chart is laid out with, and what the parts of a layout are called
 * by; private to this folder. */
#ifndef DL_LAYOUT_JOB_H
#define DL_LAYOUT_JOB_H

#include "layout/label_cache.h"
#include "layout/lanes.h"
#include "layout/layout.h"
#include "layout/memory.h"
#include "scale/scale.h"

typedef struct DlTies DlTies;

/* Points: of an axis that runs down as far as it likes. */
#define DL_SHORTEST_DOWN 110.0

/* What one axis shows: events in a stretch of time. */
typedef struct {
    const GPtrArray *events; /* of const DlEvent, borrowed, by rank */
    GHashTable *continued;   /* those that go on from before it; NULL: none */
    DlMoment from, to;       /* as of a chart: fixed ends, inclusive */
    DlScaleKind scale;
    const DlStretch *above; /* the time of the strip before it on its page, borrowed;
                               NULL: there is none */
    double share; /* of the length that an axis has, which this one takes; 0: all */
} DlView;

/* How large marks are on an axis, points; `pitch`: from one level to the next. */
typedef struct {
    double radius, pitch, bar;
} DlMarkSizes;

/* What the parts of a chart are laid out with. */
typedef struct {
    const DlTimeline *timeline;
    const DlChart *chart;
    const DlView *view;
    const DlTheme *theme;
    DlMeasurer *measurer;
    const DlNotes *notes;
    double width;            /* of the page */
    double left, right;      /* of the page: where panels may be */
    double size;             /* of the labels' titles */
    DlLabelCache *labels;    /* of a size of their own */
    DlLabelShelf *shelf;     /* the same, in other widths */
    DlMemory *memory;        /* of labels that were searched before */
    GHashTable *tick_widths; /* label -> double: what is known of the axis' letters */
    bool by_events;          /* a broken axis gives its pieces room by their events */
    double piled;            /* across: what marks are stacked beyond what is usual */
    bool turns;              /* leaders may turn, where the axis runs down */
    double longest;      /* a page as high as need be is of no use if it is higher */
    bool is_tight;       /* labels stand closer than they like to */
    bool keeps_sides;    /* labels lie on the sides that they would rather have */
    bool hurries;        /* room for the labels would be nice, and no more */
    bool vertical;       /* the axis runs down … */
    bool is_column;      /* … at the left edge, and others beside it */
    bool ties_lie_ahead; /* rows of relations, on the side that has no labels */
    DlMarkSizes marks;
    GHashTable *kept;         /* the events that have labels; NULL: all */
    GHashTable *numbers;      /* of events: for the key; NULL: none */
    bool numbers_beside;      /* they are labels, not in marks */
    const DlLanes *lanes;     /* of the view; NULL: none */
    const DlLanes *all_lanes; /* of all strips or pages, which have them in its order;
                                 NULL: the view is all */
    bool in_tracks;           /* they are narrow tracks before the labels */
    const GPtrArray *insets;  /* of DlChart: the view leaves their labels to them */
    const DlTies *ties;       /* relations in rows behind the view's axis; NULL: none */
    const DlTies *outer_ties; /* of an inset: those in rows of the axis it belongs to */
    guint most_ties;          /* lines of relations on an axis; the others are told */
    GHashTable *untied;       /* relations that shall have none; NULL: all may */
    bool tells_measures;      /* no brackets: the foot says their lengths */
    GHashTable *told_eras;    /* of eras: the foot tells them */
    GHashTable *seen_eras;    /* of eras that an axis had where a layout was tried */
    GHashTable *cramped_eras; /* of eras that had no room where a layout was tried */
    bool is_inset;            /* the view is that of an inset */
    GHashTable *inset_of;     /* event -> number of its inset, from 1; NULL: none */
} DlLayoutJob;

/* From the size that the job's labels are kept in to the size of this attempt. */
double dl_job_label_scale(const DlLayoutJob *job);

/* Whether marks hold the numbers of the key. */
bool dl_job_marks_hold_numbers(const DlLayoutJob *job);

/* All of the chart on one axis. */
DlView dl_view_of_chart(const DlChart *chart);

/* The usual sizes of marks, and those of marks that hold numbers, the widest so wide.
 */
DlMarkSizes dl_mark_sizes(const DlTheme *theme);
DlMarkSizes dl_mark_sizes_for_numbers(const DlTheme *theme, double widest);

/* The scale of the view; `auto` is the broken one, which breaks nothing where no
 * stretch is empty enough, and the sequence where no event has a date. */
DlScaleKind dl_job_scale(const DlLayoutJob *job);
/* Whether the view is a segment of a folded axis. */
bool dl_job_is_strip(const DlLayoutJob *job);
/* Whether the scale is one of equal steps. */
bool dl_job_goes_by_order(const DlLayoutJob *job);
/* Whether an event has a place on the view's axis: by its date, or by its order where
 * the scale goes by that. */
bool dl_job_places(const DlLayoutJob *job, const DlEvent *event);
/* Whether the chart has lanes, on its axis or on that of an inset. */
bool dl_job_has_lanes(const DlLayoutJob *job);
/* The lanes of those that have one; NULL: the chart has no lanes. The caller owns it.
 */
DlLanes *dl_job_new_lanes(const DlLayoutJob *job);

/* The number of the inset that names an event of the view; 0: none does. */
guint dl_job_inset_of(const DlLayoutJob *job, const DlEvent *event);

/* The shapes: each lays out the dated events of the chart as a panel whose top is at 0,
 * in at most `room` points of height (0: as high as need be). NULL where they do not
 * fit. */
typedef DlPanel *(*DlShapeLayout)(const DlLayoutJob *job, double room);
DlPanel *dl_layout_horizontal(const DlLayoutJob *job, double room);
DlPanel *dl_layout_vertical(const DlLayoutJob *job, double room);

/* The strip of the events without dates, top at 0; NULL if there are none. */
DlPanel *dl_layout_undated(const DlLayoutJob *job);

/* Title, subtitle and legend from the top margin on; returns the y below them. */
double dl_layout_heading(const DlLayoutJob *job, DlPlacedPage *page);
/* The title again, on a further page; returns the y below it. */
double dl_layout_running_head(const DlLayoutJob *job, DlPlacedPage *page);
/* How many spans go on unseen, at the end of the page's running head. */
void dl_layout_hidden(const DlLayoutJob *job, DlPlacedPage *page, guint n_hidden);
/* "Page 2/5", in the bottom margin of a page so high. */
void dl_layout_folio(const DlLayoutJob *job, DlPlacedPage *page, guint number, guint n,
                     double height);
/* The legend's entries from `top` on; returns the y below them, `top` if there are
 * none. */
double dl_layout_legend(const DlLayoutJob *job, DlPlacedPage *page, double top);
/* Takes out of the legend again what nothing placed shows: the word for doubt where no
 * mark is long enough for it, kinds of relations that have no line. Returns by how much
 * it is lower then. */
double dl_layout_trim_legend(const DlLayoutJob *job, const DlLayout *layout);
/* What the foot has to tell of the panels; of a layout that is not made yet, as much as
 * there may be. */
typedef struct {
    bool one_slope;         /* all axes have one scale */
    const DlLayout *layout; /* NULL: not made yet */
} DlFootFacts;

/* The sources, with their numbers or not, from `top` on; returns the y below them. In
 * columns that are read down one after the other, as low as they can be. */
double dl_layout_sources(const DlLayoutJob *job, DlPlacedPage *page, double top,
                         bool are_numbered);
/* Sources and remarks, from `top` on; returns the y below them. Sources have no numbers
 * where nothing names them. */
double dl_layout_foot(const DlLayoutJob *job, DlPlacedPage *page, double top,
                      const DlFootFacts *facts);

#endif
