#include "layout/extent.h"

/* What one end can be: the date's own range, else what the order of events leaves. The
 * date's own comes first: order moves equal days apart by seconds, which no mark shows.
 */
static DlRange bound_range(const DlBound *bound, DlRange solved) {
    if (!dl_bound_has_moments(bound))
        return solved;
    return (DlRange){
        bound->min != DL_MOMENT_MIN ? bound->min : solved.earliest,
        bound->max != DL_MOMENT_MAX ? bound->max : solved.latest,
    };
}

static DlExtent point_extent(DlRange start, DlRange end) {
    return (DlExtent){.possible = {start.earliest, end.latest + 1}};
}

static DlExtent span_extent(const DlEvent *event, DlRange start, DlRange end) {
    DlExtent extent = {.is_span = true};
    extent.start_unknown = start.earliest == DL_MOMENT_MIN;
    extent.end_unknown = end.latest == DL_MOMENT_MAX;
    extent.ongoing = event->date.end.kind == DL_BOUND_ONGOING;
    extent.possible.from = extent.start_unknown ? end.earliest : start.earliest;
    extent.possible.to = extent.end_unknown ? start.latest + 1 : end.latest + 1;
    extent.certain = extent.possible;
    if (!extent.start_unknown)
        extent.certain.from = start.latest;
    if (!extent.end_unknown)
        extent.certain.to = end.earliest;
    return extent;
}

DlExtent dl_extent_of(const DlEvent *event) {
    const DlDate *date = &event->date;
    if (event->has_duration && !date->interval) {
        DlExtent extent = span_extent(event, event->start, event->end);
        if (extent.certain.to > extent.certain.from)
            return extent;
    }
    DlRange start = bound_range(&date->start, event->start);
    DlRange end = bound_range(&date->end, event->end);
    if (!date->interval &&
        (start.earliest == DL_MOMENT_MIN || end.latest == DL_MOMENT_MAX))
        return span_extent(event, start, end);
    return date->interval ? span_extent(event, start, end) : point_extent(start, end);
}

DlMoment dl_extent_middle(const DlExtent *extent) {
    return dl_stretch_middle(extent->possible);
}
