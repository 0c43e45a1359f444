#include "layout/tracks.h"

#include <math.h>

/* points: between two dots, and the same where many tracks leave little to the labels
 * … */
static const double AIR = 3, LEAST_AIR = 0.5;
static const double LEAST_DOT = 2.2; /* … with dots of this radius, at least */
static const double CORNER = 1.25;   /* of its radius: how far a dot's shape reaches */
static const double WIDEST_PITCH = 18; /* points */
static const double SHARE = 0.3;       /* of the room, if that is enough */
/* ems of the labels: the column of these, which headings may reach over, and what
 * stands before the tracks */
static const double LEAST_COLUMN = 7, WIDEST_COLUMN = 18, LEAST_BEFORE = 9, BEFORE = 16;
static const double HEADING_GAP = 5; /* along: before the axis */

/* What dots like to have, or what the axis and narrow labels leave them. */
static double find_pitch(const DlLayoutJob *job, double room) {
    guint n = job->lanes->lanes->len;
    double usual = 2 * job->marks.radius + AIR;
    double least = 2 * CORNER * LEAST_DOT + LEAST_AIR;
    double left = room - (LEAST_BEFORE + LEAST_COLUMN) * job->size - job->piled;
    if (SHARE * room >= usual * n)
        return fmin(SHARE * room / n, WIDEST_PITCH);
    return CLAMP(left / n, least, usual);
}

DlTracks *dl_tracks_new(const DlLayoutJob *job, double room) {
    DlTracks *tracks = g_new0(DlTracks, 1);
    tracks->job = job;
    tracks->lanes = job->lanes;
    tracks->pitch = find_pitch(job, room);
    tracks->radius = fmin(job->marks.radius, (tracks->pitch - LEAST_AIR) / 2 / CORNER);
    double column = room - dl_tracks_depth(tracks) - BEFORE * job->size - job->piled;
    column = CLAMP(column, LEAST_COLUMN * job->size, WIDEST_COLUMN * job->size);
    tracks->stairs =
        dl_stairs_new(job, job->lanes, tracks->pitch, dl_tracks_depth(tracks) + column);
    return tracks;
}

void dl_tracks_free(DlTracks *tracks) {
    if (tracks == NULL)
        return;
    dl_stairs_free(tracks->stairs);
    g_free(tracks);
}

double dl_tracks_lead(const DlTracks *tracks) {
    return tracks->stairs->height + HEADING_GAP;
}

double dl_tracks_depth(const DlTracks *tracks) {
    return tracks->pitch * tracks->lanes->lanes->len;
}

double dl_tracks_reach(const DlTracks *tracks) {
    return fmax(dl_tracks_depth(tracks), tracks->stairs->reach);
}

/* ---- Places ---- */

/* Its line begins beside its heading. */
static void place_track(const DlTracks *tracks, DlFrame frame, double length,
                        guint lane, DlPanel *panel) {
    DlPoint foot = dl_frame_point(frame, -HEADING_GAP, 0);
    DlPlacedLane placed = {
        .box = dl_frame_box(frame, -dl_tracks_lead(tracks), length,
                            lane * tracks->pitch, (lane + 1) * tracks->pitch),
        .to = dl_frame_point(frame, length, (lane + 0.5) * tracks->pitch),
        .heading = dl_stairs_place(tracks->stairs, lane, foot),
    };
    placed.from = (DlPoint){placed.to.x, placed.heading.at.y};
    g_array_append_val(panel->lanes, placed);
}

/* Where the leader of an event crosses a track. */
static DlPoint dot_of(const DlTracks *tracks, DlFrame frame, guint lane,
                      const DlPlacedEvent *labelled) {
    DlPoint dot = dl_frame_point(frame, 0, (lane + 0.5) * tracks->pitch);
    dot.y = labelled->label_at.y + labelled->label->first_middle;
    return dot;
}

static void place_dot(const DlTracks *tracks, DlPoint at, const DlEvent *event,
                      DlPanel *panel) {
    DlPlacedEvent *dot = dl_placed_event_new(event);
    dot->repeats = true;
    dot->unlabelled = "lane";
    dot->mark = (DlPlacedMark){
        .at = at, .centre = at, .radius = tracks->radius, .vertical = true};
    g_ptr_array_add(panel->events, dot);
}

/* A bead becomes the first of its dots. */
static void place_dots(const DlTracks *tracks, DlFrame frame, DlPlacedEvent *labelled,
                       DlPanel *panel) {
    const GArray *lanes = dl_lanes_span(tracks->lanes, labelled->event)->lanes;
    guint last = lanes->len - 1;
    g_autofree DlPoint *dots = g_new(DlPoint, lanes->len);
    for (guint i = 0; i <= last; i++)
        dots[i] = dot_of(tracks, frame, g_array_index(lanes, guint, i), labelled);
    const DlPlacedConnector connector = {labelled->event, dots[0], dots[last]};
    if (last > 0)
        g_array_append_val(panel->connectors, connector);
    bool is_bead = labelled->shares_leader && labelled->mark.centre.y == dots[0].y;
    if (is_bead) {
        labelled->mark.centre = labelled->mark.at = dots[0];
        labelled->mark.radius = tracks->radius;
    }
    for (guint i = is_bead ? 1 : 0; i <= last; i++)
        place_dot(tracks, dots[i], labelled->event, panel);
}

void dl_tracks_place(const DlTracks *tracks, DlFrame frame, double length,
                     guint first_event, DlPanel *panel) {
    for (guint i = 0; i < tracks->lanes->lanes->len; i++)
        place_track(tracks, frame, length, i, panel);
    for (guint i = first_event, n = panel->events->len; i < n; i++) {
        DlPlacedEvent *placed = g_ptr_array_index(panel->events, i);
        if (placed->label != NULL)
            place_dots(tracks, frame, placed, panel);
    }
}
