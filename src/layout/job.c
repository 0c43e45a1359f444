#include "layout/job.h"

#include <math.h>

#include "layout/segments.h"

DlMarkSizes dl_mark_sizes(const DlTheme *theme) {
    return (DlMarkSizes){theme->mark_radius, theme->mark_pitch, theme->bar_height};
}

DlMarkSizes dl_mark_sizes_for_numbers(const DlTheme *theme, double widest) {
    static const double AIR = 1.4, BETWEEN = 1.2;
    double radius = fmax(widest / 2, theme->smallest_text * 0.55) + AIR;
    return (DlMarkSizes){radius, 2 * radius + BETWEEN, 2 * radius - BETWEEN};
}

double dl_job_label_scale(const DlLayoutJob *job) {
    return job->size / job->shelf->maker.size;
}

bool dl_job_marks_hold_numbers(const DlLayoutJob *job) {
    return job->numbers != NULL && !job->numbers_beside;
}

static bool has_dated(const GPtrArray *events) {
    for (guint i = 0; i < events->len; i++)
        if (dl_event_is_dated(g_ptr_array_index(events, i)))
            return true;
    return false;
}

DlView dl_view_of_chart(const DlChart *chart) {
    return (DlView){.events = chart->events,
                    .from = chart->from,
                    .to = chart->to,
                    .scale = chart->scale};
}

DlScaleKind dl_job_scale(const DlLayoutJob *job) {
    if (job->view->scale != DL_SCALE_AUTO)
        return job->view->scale;
    return has_dated(job->view->events) ? DL_SCALE_BROKEN : DL_SCALE_SEQUENCE;
}

bool dl_job_is_strip(const DlLayoutJob *job) {
    return job->chart->segments != DL_SEGMENTS_NONE;
}

bool dl_job_goes_by_order(const DlLayoutJob *job) {
    DlScaleKind scale = dl_job_scale(job);
    return scale == DL_SCALE_SEQUENCE || scale == DL_SCALE_INTERIM;
}

guint dl_job_inset_of(const DlLayoutJob *job, const DlEvent *event) {
    if (job->inset_of == NULL)
        return 0;
    return GPOINTER_TO_UINT(g_hash_table_lookup(job->inset_of, event));
}

bool dl_job_places(const DlLayoutJob *job, const DlEvent *event) {
    if (!dl_segments_place(job->chart->segments, event))
        return false;
    if (dl_event_is_dated(event))
        return true;
    bool is_ordered = event->after->len > 0 || event->before->len > 0 ||
                      event->during->len > 0 || event->with->len > 0;
    return is_ordered && dl_job_goes_by_order(job);
}

bool dl_job_has_lanes(const DlLayoutJob *job) {
    const GPtrArray *insets = job->chart->insets;
    for (guint i = 0; i < insets->len; i++)
        if (((const DlChart *)insets->pdata[i])->lanes != DL_LANES_NONE)
            return true;
    return job->lanes != NULL;
}

DlLanes *dl_job_new_lanes(const DlLayoutJob *job) {
    g_autoptr(GPtrArray) events = g_ptr_array_new();
    for (guint i = 0; i < job->view->events->len; i++) {
        gpointer event = g_ptr_array_index(job->view->events, i);
        if (dl_job_places(job, event))
            g_ptr_array_add(events, event);
    }
    return job->all_lanes != NULL ? dl_lanes_of(job->all_lanes, events)
                                  : dl_lanes_new(job->timeline, job->chart, events);
}
