/* The scale: where along the axis a moment falls.
 *
 * A scale is a list of pieces with breaks between them, and its own way to place a
 * moment and to mark its axis. Making one is a row of a table by kind (layout/items.c);
 * after that every kind is read the same way. Positions are points along the axis from
 * the start of the panel, strictly monotone in time; a moment inside a break falls on
 * the break. */
#ifndef DL_SCALE_SCALE_H
#define DL_SCALE_SCALE_H

#include <glib.h>
#include <stdbool.h>

#include "time/calendar.h"

/* A stretch of time, `to` not included. */
typedef struct {
    DlMoment from, to;
} DlStretch;

DlMoment dl_stretch_middle(DlStretch stretch);

typedef struct {
    DlStretch time;
    double from, to; /* points along the axis */
} DlScalePiece;

typedef struct DlScale DlScale;
struct DlTickText;

struct DlScale {
    GArray *pieces; /* of DlScalePiece, in time order; breaks lie between them */
    bool one_slope; /* all pieces have the same points a second */
    double (*place)(const DlScale *scale, DlMoment moment);
    GPtrArray *(*mark)(const DlScale *scale, const struct DlTickText *text);
    DlMoment origin;   /* relative and log: what time is counted from */
    bool from_present; /* log: the origin is the present, not an event */
    DlMoment unit;     /* log: up to this many seconds from the origin it is linear */
    GArray *steps;     /* sequence and interim: of DlStretch, in order; else NULL */
};

/* What a scale is made for. */
typedef struct {
    DlStretch window;
    bool fixed_from, fixed_to; /* the user set this end: it is not padded */
    const GArray *occupied; /* of DlStretch, sorted by `from`: where the events lie */
    double length;          /* of the axis, points */
    double break_length;    /* what a break takes of it, points */
    double least_piece;     /* no piece is shorter, points */
    bool by_events;         /* broken: pieces get room by their events, too */
    DlMoment origin;        /* relative, log */
    bool from_present;      /* log: no event is the origin, but the present */
    DlMoment finest;        /* log: the finest precision of a date, seconds */
    const GArray *steps; /* sequence, interim: of DlStretch, in the order of events */
} DlScaleRequest;

void dl_scale_free(DlScale *scale);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlScale, dl_scale_free)

/* One piece from end to end. */
DlScale *dl_scale_new_linear(const DlScaleRequest *request);
/* Empty stretches are cut out, the longest first: those of more than a third of the
 * time, and those of more than a fifth that would take half of what is shown still. So
 * there are four cuts at most, and one for two events. What is kept has one slope
 * unless a piece would be shorter than `least_piece`, or `by_events` asks for the mean
 * of a piece's share of the time and its share of the events. */
DlScale *dl_scale_new_broken(const DlScaleRequest *request);

/* Room follows the events: between the middles of neighbouring events the axis gives a
 * third of its room by time and two thirds by count, so that crowds open and voids
 * close (after Wong and Elmqvist, "EventLines", arXiv 2507.17320). Monotone and
 * unbroken; the ticks show the local scale. */
DlScale *dl_scale_new_density(const DlScaleRequest *request);
/* Time from the origin, both ways: linear up to the finest precision, logarithmic
 * beyond, with one slope where they meet. */
DlScale *dl_scale_new_log(const DlScaleRequest *request);
/* Linear, with ticks that count from the origin. */
DlScale *dl_scale_new_relative(const DlScaleRequest *request);
/* Order alone: equal steps. Ticks where a new day, month or year begins. */
DlScale *dl_scale_new_sequence(const DlScaleRequest *request);
/* The same with the time that passed between one step and the next. */
DlScale *dl_scale_new_interim(const DlScaleRequest *request);

double dl_scale_position(const DlScale *scale, DlMoment moment);
/* The same axis on a clock that shows `by` seconds more, marked by its calendar; the
 * caller owns it. */
DlScale *dl_scale_new_shifted(const DlScale *scale, DlMoment by);
/* The middle of a step of a sequence. */
double dl_scale_step(const DlScale *scale, guint step);
/* Both ends of the axis, points. */
double dl_scale_length(const DlScale *scale);
/* The time that is shown. */
DlStretch dl_scale_window(const DlScale *scale);

#endif
