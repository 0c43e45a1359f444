#include "layout/plot_lanes.h"

static void place_flat(DlPlot *plot, DlPoint corner, DlPanel *panel) {
    DlPlacing *placing = g_ptr_array_index(plot->placings, 0);
    DlFrame frame = {corner, plot->job.vertical};
    double rows = plot->job.ties_lie_ahead ? plot->tail : 0;
    frame.origin = dl_frame_point(frame, plot->lead,
                                  rows + dl_placing_reach(placing, DL_SIDE_BEFORE));
    placing->frame = frame;
    dl_axis_place(plot->axis, &plot->job, frame, panel);
    dl_inset_stretches_place(plot->stretches, frame, plot->axis->half, panel);
    dl_placing_events(placing, panel);
    if (plot->tracks == NULL)
        return;
    frame.origin = dl_frame_point(frame, 0, dl_plot_tracks_start(plot));
    dl_tracks_place(plot->tracks, frame, plot->length, 0, panel);
}

static void place_in_lanes(DlPlot *plot, DlPoint corner, DlPanel *panel) {
    DlFrame frame = {corner, plot->job.vertical};
    double rows = dl_ties_lie_before(&plot->job) ? plot->tail : 0;
    DlPoint first_lane = dl_frame_point(frame, plot->lead, 2 * plot->axis->half + rows);
    frame.origin = dl_frame_point(frame, plot->lead, plot->axis->half);
    dl_axis_place(plot->axis, &plot->job, frame, panel);
    dl_inset_stretches_place(plot->stretches, frame, plot->axis->half, panel);
    dl_plot_lanes_place(plot, first_lane, panel);
}

/* What rows of relations do not need is not left blank at an edge. */
static DlBox without_spare(const DlPlot *plot, DlBox box, double spare) {
    if (dl_ties_lie_before(&plot->job) || (plot->job.ties_lie_ahead && plot->head > 0))
        return box;
    if (plot->job.ties_lie_ahead)
        box.x += spare;
    if (plot->job.vertical)
        box.width -= spare;
    else
        box.height -= spare;
    return box;
}

DlPanel *dl_plot_place(DlPlot *plot, DlPoint corner) {
    const DlLayoutJob *job = &plot->job;
    DlPanel *panel = dl_panel_new();
    panel->vertical = job->vertical;
    panel->one_slope = plot->axis->scale->one_slope;
    DlFrame frame = {corner, job->vertical};
    double depth = dl_plot_depth(plot);
    DlPoint inner = dl_frame_point(frame, 0, plot->head);
    if (job->lanes != NULL)
        place_in_lanes(plot, inner, panel);
    else
        place_flat(plot, inner, panel);
    panel->box = dl_frame_box(frame, 0, plot->lead + plot->length, 0, depth);
    if (plot->ties != NULL)
        panel->box = without_spare(plot, panel->box, dl_ties_place(job, panel, NULL));
    frame.origin = dl_frame_point(frame, plot->lead, 0);
    DlFrame behind = frame;
    behind.origin = dl_frame_point(frame, 0, plot->measures->depth);
    double rows = dl_ties_lie_before(job) || job->ties_lie_ahead ? 0 : plot->tail;
    dl_eras_place(plot->eras, behind, depth - plot->measures->depth - rows, panel);
    dl_measures_place(plot->measures, frame, panel);
    return panel;
}
