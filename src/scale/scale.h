/* The scale: where along the axis a moment falls.
 *
 * A scale is a list of affine pieces with breaks between them. Building one is a row of
 * a table by kind; after that every kind is read the same way. Positions are points
 * along the axis from the start of the panel. They are strictly monotone inside a
 * piece, and a moment inside a break falls on the break. */
#ifndef DL_SCALE_SCALE_H
#define DL_SCALE_SCALE_H

#include <glib.h>
#include <stdbool.h>

#include "time/calendar.h"

/* A stretch of time, `to` not included. */
typedef struct {
    DlMoment from, to;
} DlStretch;

typedef struct {
    DlStretch time;
    double from, to; /* points along the axis */
} DlScalePiece;

typedef struct {
    GArray *pieces; /* of DlScalePiece, in time order; breaks lie between them */
    bool one_slope; /* all pieces have the same points a second */
} DlScale;

/* What a scale is made for. */
typedef struct {
    DlStretch window;
    bool fixed_from, fixed_to; /* the user set this end: it is not padded */
    const GArray *occupied; /* of DlStretch, sorted by `from`: where the events lie */
    double length;          /* of the axis, points */
    double break_length;    /* what a break takes of it, points */
    double least_piece;     /* no piece is shorter, points */
    bool by_events;         /* broken: pieces get room by their events, too */
} DlScaleRequest;

void dl_scale_free(DlScale *scale);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlScale, dl_scale_free)

/* One piece from end to end. */
DlScale *dl_scale_new_linear(const DlScaleRequest *request);
/* Empty stretches are cut out: while one takes more than a third of what the axis still
 * shows, the longest is cut, up to six. What is kept has one slope unless a piece would
 * be shorter than `least_piece`, or `by_events` asks for the mean of a piece's share of
 * the time and its share of the events. */
DlScale *dl_scale_new_broken(const DlScaleRequest *request);

double dl_scale_position(const DlScale *scale, DlMoment moment);
/* Both ends of the axis, points. */
double dl_scale_length(const DlScale *scale);
/* The time that is shown. */
DlStretch dl_scale_window(const DlScale *scale);

#endif
