/* From a timeline's chart to places on pages: where every mark, label and leader is.
 *
 * Layout asks a measurer and knows no fonts and no surfaces. A chart is a list of
 * pages, a page a list of panels; a panel is one axis with its window, scale and
 * labels, or a strip of events without dates. Shapes compute along and across the axis;
 * DlFrame maps that to the page as the last step. What is returned holds page
 * coordinates in points, y downwards, and is only read afterwards. */
#ifndef DL_LAYOUT_LAYOUT_H
#define DL_LAYOUT_LAYOUT_H

#include <glib.h>
#include <stdbool.h>

#include "base/geometry.h"
#include "layout/label.h"
#include "layout/theme.h"
#include "model/timeline.h"
#include "text/measure.h"

/* A block of text at its place. */
typedef struct {
    DlPoint at;         /* its top left corner */
    DlTextBlock *block; /* owned by the layout until drawn */
    const char *link;   /* borrowed from the timeline; NULL: none */
} DlPlacedText;

/* The left and the right end of something. */
typedef struct {
    bool start, end;
} DlEnds;

typedef struct {
    bool is_bar;
    DlPoint at;     /* where its first moment falls on its axis */
    DlPoint centre; /* of a point's mark; of a bar: the middle of its core */
    double radius;  /* of a point's mark */
    DlBox core;     /* of a bar: what is certain */
    DlBox range; /* all that is possible: shoulders where it is longer than the core */
    bool soft_start, soft_end; /* the range fades out: where it ends is in doubt … */
    DlEnds open;               /* … or nobody says it */
    DlEnds cut;                /* the axis ends before the bar or the range does */
    bool ongoing;              /* an arrow at the end of the bar */
    bool points_left;          /* time runs from right to left */
    bool vertical;             /* time runs down */
    bool shows_range;          /* a point whose range is long enough to be seen */
} DlPlacedMark;

/* Another date that a source gives for an event: a lighter twin of its mark. */
typedef struct {
    DlPoint centre;
    double radius;
    DlPlacedText number; /* of the source, or in it the event's own where marks hold
                            numbers; block NULL where sources are not shown */
} DlPlacedClaim;

typedef struct {
    const DlEvent *event;
    DlPlacedMark mark;
    GArray *claims; /* of DlPlacedClaim, owned */
    bool has_mark;
    DlPlacedText number; /* at its mark or before its entry of the key; block NULL: none
                          */
    bool number_beside;  /* it stands behind its bar, not in its mark */
    DlLabel *label;      /* owned; NULL: none */
    const char *unlabelled; /* why it has none: a word for programs */
    bool repeats;           /* not the first time that its event is on the page */
    DlPoint label_at;       /* its top left corner */
    bool label_inside;      /* in its bar */
    GArray *leader;         /* of DlPoint, owned; empty: no leader */
    bool is_tied;           /* relations end at its mark … */
    DlPoint tie;            /* … and leave it there, as seen from its axis */
    bool leans_back;        /* its label lies before its leader */
    bool shares_leader;     /* its leader is that of all marks of its moment */
} DlPlacedEvent;

typedef struct {
    bool has_line;
    DlPoint from, to;   /* the line */
    DlPlacedText label; /* block NULL: a minor tick */
} DlPlacedTick;

typedef struct {
    DlBox box;          /* where the band is broken */
    DlPlacedText label; /* the time left out */
    char *omitted;      /* the same as plain words, for programs; owned */
} DlPlacedBreak;

/* A strip of the events that share something, along the axis. */
typedef struct {
    DlBox box;
    DlPoint from, to; /* the line where it begins */
    DlPlacedText heading;
} DlPlacedLane;

/* What joins the marks of one event in two lanes. */
typedef struct {
    const DlEvent *event;
    DlPoint from, to;
} DlPlacedConnector;

typedef struct {
    DlBox box;
    guint count; /* of events */
} DlPlacedColumn;

/* Marks merged into columns. */
typedef struct {
    GArray *columns;        /* of DlPlacedColumn */
    GPtrArray *levels;      /* of DlPlacedTick, owned: the scale of the counts */
    DlDuration column_time; /* of each; its unit 0: they differ */
} DlPlacedDensity;

typedef struct {
    DlPoint from, to;
} DlPlacedLine;

/* A stretch of an era's band. */
typedef struct {
    DlBox box;
    double start, end; /* its strength at the left or upper end, and at the other */
} DlPlacedTint;

typedef struct {
    const DlEra *era;
    bool is_light; /* its neighbours are not */
    GArray *tints; /* of DlPlacedTint, owned */
    GArray *edges; /* of DlPlacedLine, owned: where it surely begins and ends */
    DlPlacedText name;
} DlPlacedEra;

/* A bracket between two moments. */
typedef struct {
    const DlMeasure *measure;
    GArray *lines;  /* of DlPlacedLine, owned: what is certain, its ends and breaks */
    GArray *dashes; /* of DlPlacedLine, owned: what is not certain */
    GArray *guides; /* of DlPlacedLine, owned: thin, to the marks */
    DlPlacedText words;
} DlPlacedMeasure;

/* The possible range of several marks that share it, drawn once at the axis. */
typedef struct {
    DlBox box;
    DlPoint centre;
    DlEnds cut; /* the axis ends before the range does */
} DlPlacedRange;

/* Marks of events that an inset shows, as one with their number. */
typedef struct {
    DlBox box;
    DlPlacedText number;
    guint count;
    guint inset;  /* its number */
    char *events; /* their ids, owned */
} DlPlacedCount;

/* The ends of what an inset shows, at the edge of the main axis that it lies on. */
typedef struct {
    DlPoint from, to;
} DlPlacedStretch;

/* A relation between two marks. */
typedef struct {
    const DlRelation *relation;
    GPtrArray *lines;        /* of GArray of DlPoint, owned: its parts */
    DlPoint head, head_from; /* where it ends, and the direction from which it comes */
    DlPlacedText label;      /* block NULL: none */
} DlPlacedRelation;

/* What joins an inset to its stretch: two lines, one from each end of it. */
typedef struct {
    GArray *straight; /* of DlPlacedLine, owned: through the labels of the axis, behind
                         its words */
    GArray
        *lines[2]; /* of DlPoint, owned: from there; as many in one as in the other */
} DlPlacedGuides;

typedef enum {
    DL_PANEL_AXIS,
    DL_PANEL_SEGMENT, /* an axis that is a strip of a folded one */
    DL_PANEL_UNDATED,
    DL_PANEL_KEY,
    DL_PANEL_INSET, /* a stretch of another panel's axis, larger */
} DlPanelKind;

typedef struct {
    DlPanelKind kind;
    bool vertical;  /* the axis runs down */
    bool one_slope; /* all pieces of the axis have the same scale */
    DlBox box;
    GArray *bands;          /* of DlBox: the axis' pieces */
    GPtrArray *ticks;       /* of DlPlacedTick, owned */
    GPtrArray *breaks;      /* of DlPlacedBreak, owned */
    GArray *ranges;         /* of DlPlacedRange */
    GArray *lanes;          /* of DlPlacedLane */
    GArray *connectors;     /* of DlPlacedConnector */
    GPtrArray *densities;   /* of DlPlacedDensity, owned */
    GPtrArray *measures;    /* of DlPlacedMeasure, owned */
    GPtrArray *eras;        /* of DlPlacedEra, owned: behind all of it */
    GPtrArray *counts;      /* of DlPlacedCount, owned */
    GPtrArray *relations;   /* of DlPlacedRelation, owned */
    GArray *stretches;      /* of DlPlacedStretch, one an inset of the chart */
    DlPlacedGuides *guides; /* of an inset, owned; else NULL */
    DlPlacedText heading;   /* block NULL: none */
    DlPlacedText note;      /* beside the heading; block NULL: none */
    char *left_out;         /* the time left out before a segment; NULL: none; owned */
    guint n_hidden;         /* spans that go on from earlier pages and are not shown */
    GPtrArray *events;      /* of DlPlacedEvent, owned, by moment, then by rank */
} DlPanel;

typedef enum {
    DL_LEGEND_HUE,
    DL_LEGEND_STATUS,
    DL_LEGEND_DOUBT,
    DL_LEGEND_CLAIM,
    DL_LEGEND_RELATION,
} DlLegendKind;

typedef struct {
    DlLegendKind kind;
    guint hue; /* of the chart's DlHues */
    DlStatus status;
    const char *relation; /* the kind, borrowed; NULL: none is given */
    double start;         /* x, with its sign */
    DlPoint centre;       /* of its sign */
    DlBox bar; /* of a doubt, and of a hue whose bars look their own; width 0: none */
    DlPlacedText text;
} DlLegendEntry;

typedef struct {
    DlPlacedText title, subtitle; /* block NULL: none */
    GArray *legend;               /* of DlLegendEntry */
    GPtrArray *panels;            /* of DlPanel, owned */
    GArray *sources;              /* of DlPlacedText */
    double sources_rule;          /* y of the line over the foot; 0: none */
    GArray *remarks;              /* of DlPlacedText: what was left out, as of when */
    DlPlacedText folio;           /* its number; block NULL: none */
} DlPlacedPage;

typedef struct {
    double width, height;
    DlTheme theme;    /* as large as the page needs it */
    GPtrArray *pages; /* of DlPlacedPage, owned */
    guint n_labels;   /* of `labels: fit`: events with a label … */
    guint n_dropped;  /* … and those that gave way */
    char *reasons;    /* what was chosen and why, as words for the author; owned */
} DlLayout;

/* Lays out a chart. NULL and `error` (DL_LAYOUT_ERROR) when it does not fit its page;
 * the message says what would. The caller owns the layout. */
DlLayout *dl_layout_new(const DlTimeline *timeline, const DlChart *chart,
                        DlMeasurer *measurer, const DlTheme *theme, GError **error);
void dl_layout_free(DlLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlLayout, dl_layout_free)

#define DL_LAYOUT_ERROR (dl_layout_error_quark())
typedef enum { DL_LAYOUT_ERROR_ROOM } DlLayoutErrorCode;
GQuark dl_layout_error_quark(void);

#endif
