/* An axis with its events: their labels on its sides, or in lanes beside it. The same
 * for an axis that runs to the right and for one that runs down. */
#ifndef DL_LAYOUT_PLOT_H
#define DL_LAYOUT_PLOT_H

#include "layout/eras.h"
#include "layout/inset_marks.h"
#include "layout/measures.h"
#include "layout/placing.h"
#include "layout/ties.h"
#include "layout/tracks.h"

#define DL_SHORTEST_AXIS 10.0 /* points */
#define DL_MOST_HEAD 0.5      /* of the room, beside an axis that runs down */

typedef struct {
    DlLayoutJob job;      /* a copy; without lanes where they are tracks */
    DlAxis *axis;         /* owned */
    DlEras *eras;         /* owned */
    DlMeasures *measures; /* owned */
    DlTies *ties;         /* owned; NULL: none, or those of the job */
    DlTracks *tracks;     /* owned; NULL: none */
    double head, foot; /* across, before and behind all else: for measures and eras */
    double tail; /* across: rows of relations, behind all of that, before its lanes, or
                    before its axis */
    double lead; /* along: before the axis, for names of rows and headings of lanes */
    bool has_high_headings; /* for which that is too little */
    double length;          /* along, from the axis' start: where labels may be */
    double room;            /* across, behind the head; INFINITY: as much as need be */
    double least;           /* across: what it takes in any case; of strips */
    double excess; /* after the search: across, what labels take more than there is; of
                      lanes: each */
    bool is_searched;    /* it was not clear before that they do not fit */
    GArray *stretches;   /* of DlAlong: what the insets show of the axis */
    GPtrArray *placings; /* of DlPlacing, owned: one around the axis, or one a lane */
} DlPlot;

/* The job's view on an axis: with `along` for all of it, of which labels may use
 * `overhang` after the axis' end, and `room` across. The caller owns it. */
DlPlot *dl_plot_new(const DlLayoutJob *job, double along, double overhang, double room);
void dl_plot_free(DlPlot *plot);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlPlot, dl_plot_free)

/* Whether labels may lie on both sides of the axis. */
bool dl_plot_has_two_sides(const DlPlot *plot);
/* Before the search: whether a label beside an axis that runs down is too wide however
 * long that is, and even if names of eras took no room. */
bool dl_plot_is_narrow(const DlPlot *plot);
/* Finds a place for all labels; false where they do not fit. */
bool dl_plot_search(DlPlot *plot);
/* After the search: what it takes across, and what its arrangement costs. */
double dl_plot_depth(const DlPlot *plot);
double dl_plot_cost(const DlPlot *plot);
/* Spends spare room across on air, within limits. */
void dl_plot_stretch(DlPlot *plot, double spare);
/* All of it as a panel whose top left corner is there; the caller owns it. */
DlPanel *dl_plot_place(DlPlot *plot, DlPoint corner);

/* How labels stand along an axis that runs to the right, and one that runs down: there
 * a page is as wide as it is, so that depth costs little. */
typedef struct {
    DlAttach attach;
    double stem, most_stem, row_gap, most_row_gap, ending, text_gap, label_gap;
    double depth_price;  /* on a page that is as high as it needs … */
    double filled_price; /* … and on one that is filled */
} DlPlotManner;

const DlPlotManner *dl_plot_manner(const DlPlot *plot);

/* After the search, across, from the axis' middle: where tracks begin, before the
 * labels.
 */
double dl_plot_tracks_start(const DlPlot *plot);
/* Takes labels at most so wide (points), and at least that share of it. */
void dl_plot_use_labels(DlPlot *plot, double width, double least);
/* Adds a placing of these items (taken): labels on both sides or on one, from `base`
 * on, in so much room. */
void dl_plot_add(DlPlot *plot, GPtrArray *items, bool both, double base, double room);

#endif
