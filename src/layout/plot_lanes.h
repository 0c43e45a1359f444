/* Lanes beside an axis: each is a row of placings of its own, with walls where the
 * connectors of other lanes' events pass, as long as there is room for both. */
#ifndef DL_LAYOUT_PLOT_LANES_H
#define DL_LAYOUT_PLOT_LANES_H

#include "layout/plot.h"

/* Along: what the headings of the lanes take before the axis begins; 0: no lanes. */
double dl_plot_lanes_lead(const DlLayoutJob *job, double room);
/* Across: what a label has of its lane. */
double dl_plot_lanes_text_room(const DlPlot *plot);
/* A placing for each lane of the job, with copies of the placed items (of DlItem) that
 * it shows. */
void dl_plot_lanes_add(DlPlot *plot, const GPtrArray *items);
/* Before the search, beside an axis that runs down: what all lanes take across at
 * least. */
double dl_plot_lanes_least(const DlPlot *plot);
/* Lets the labels of a lane lie over the connectors that pass, which are left out
 * there; false where none passes. */
bool dl_plot_lanes_yield(DlPlot *plot, guint lane);
/* After the search: whether the labels stay in their lanes. */
double dl_plot_lanes_excess(const DlPlot *plot);
/* What all lanes take across together. */
double dl_plot_lanes_depth(const DlPlot *plot);
/* Lanes, their events and the connectors between them, into the panel; `origin` is
 * where the axis begins, on the side of the lanes. */
void dl_plot_lanes_place(DlPlot *plot, DlPoint origin, DlPanel *panel);

#endif
