#include <math.h>

#include "layout/items.h"
#include "layout/key.h"
#include "layout/style.h"

static const double NUMBER_GAP = 1.5;

/* Where a source puts the event, if that is elsewhere than the event's own date and on
 * the axis. */
static bool find_claim(const DlItem *item, const DlScale *scale,
                       const DlCitation *citation, double *along) {
    DlMoment middle;
    if (!dl_citation_differs(citation, item->event, &middle))
        return false;
    DlStretch window = dl_scale_window(scale);
    *along = dl_scale_position(scale, middle);
    return middle >= window.from && middle < window.to;
}

GArray *dl_claims_along(const DlItem *item, const DlScale *scale) {
    GArray *alongs = g_array_new(false, false, sizeof(double));
    for (guint i = 0; scale->steps == NULL && i < item->event->citations->len; i++) {
        double along;
        if (find_claim(item, scale, g_ptr_array_index(item->event->citations, i),
                       &along))
            g_array_append_val(alongs, along);
    }
    return alongs;
}

/* Where marks hold numbers, so do their twins. */
static DlPlacedText place_event_number(const DlLayoutJob *job, const DlEvent *event,
                                       DlPoint centre) {
    DlTextBlock *block =
        dl_key_shape(job, GPOINTER_TO_UINT(g_hash_table_lookup(job->numbers, event)));
    return (DlPlacedText){
        .at = {centre.x - block->width / 2, centre.y - block->height / 2},
        .block = block,
    };
}

static DlPlacedText place_number(const DlLayoutJob *job, const DlSource *source,
                                 DlPoint centre) {
    if (job->notes == NULL)
        return (DlPlacedText){.block = NULL};
    g_autofree char *number =
        g_strdup_printf("%u", dl_notes_number(job->notes, source));
    DlTextBlock *block = dl_style_shape(job, DL_STYLE_BESIDE, number, 0);
    return (DlPlacedText){
        .at = {centre.x + job->marks.radius + NUMBER_GAP, centre.y - block->height / 2},
        .block = block,
    };
}

/* Sources that agree have one twin, with the number of the first. */
static bool is_taken(const DlPlacedEvent *placed, DlPoint centre, double radius) {
    for (guint i = 0; i < placed->claims->len; i++) {
        const DlPlacedClaim *claim = &g_array_index(placed->claims, DlPlacedClaim, i);
        if (fabs(claim->centre.x - centre.x) < 2 * radius)
            return true;
    }
    return false;
}

/* Half behind its own mark, which holds the same number, a twin needs none. */
static bool is_behind_mark(const DlItem *item, const DlLayoutJob *job, double along) {
    static const double BEHIND = 2.5; /* signs reach farther than circles */
    return dl_job_marks_hold_numbers(job) && !item->is_bar &&
           fabs(along - item->along) < BEHIND * job->marks.radius;
}

void dl_claims_place(const DlItem *item, const DlLayoutJob *job, const DlScale *scale,
                     DlFrame frame, double across, DlPlacedEvent *placed) {
    if (scale->steps != NULL)
        return;
    for (guint i = 0; i < item->event->citations->len; i++) {
        const DlCitation *citation = g_ptr_array_index(item->event->citations, i);
        double along;
        if (!find_claim(item, scale, citation, &along))
            continue;
        DlPoint centre = dl_frame_point(frame, along, across);
        if (is_taken(placed, centre, job->marks.radius))
            continue;
        DlPlacedClaim claim = {.centre = centre, .radius = job->marks.radius};
        if (!dl_job_marks_hold_numbers(job))
            claim.number = place_number(job, citation->source, centre);
        else if (!is_behind_mark(item, job, along))
            claim.number = place_event_number(job, item->event, centre);
        g_array_append_val(placed->claims, claim);
    }
}
