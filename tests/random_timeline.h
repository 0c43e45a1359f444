/* Random timelines as YAML: the same for the same seed, on every machine.
 *
 * They are shaped like what people bring: seventy years and then two dense days, dates
 * spread evenly, all on one day, spans alone, dates of every precision and doubt, an
 * order without a clock. What the program cannot draw yet (the tables of choices say
 * so) is left at its default, so the events of a seed stay when a choice becomes ready.
 */
#ifndef DL_TESTS_RANDOM_TIMELINE_H
#define DL_TESTS_RANDOM_TIMELINE_H

#include <glib.h>
#include <stdbool.h>

#include "model/chart.h"

typedef enum {
    RANDOM_CLUSTERED,
    RANDOM_UNIFORM,
    RANDOM_ONE_DAY,
    RANDOM_SPANS,
    RANDOM_MIXED,
    RANDOM_ORDER
} RandomKind;
enum { RANDOM_N_KINDS = RANDOM_ORDER + 1 };
extern const char *const random_kind_names[RANDOM_N_KINDS];

/* What a timeline and its one chart are like. */
typedef struct {
    guint32 seed;
    RandomKind kind;
    int n_events;
    DlShapeKind shape;
    DlScaleKind scale;
    DlLanesKind lanes;
    DlSegmentsKind segments;
    DlLabelsKind labels;
    DlPagesKind pages;
    int width, height; /* mm; height 0: auto */
    bool has_text;     /* a sentence under some of the titles */
    bool has_sources;
    int n_eras, n_measures, n_insets;
    int n_relations;
    const char *language; /* NULL: English; in Arabic time runs to the left */
} RandomChoice;

/* 5 to `most_events` events, in equal shares of each doubling. */
RandomChoice random_choose(guint32 seed, int most_events);
/* Event i depends on the seed, the kind and i alone (and on n_events where the kind is
 * an order), so one more event changes no other. The caller owns the text. */
char *random_timeline_yaml(const RandomChoice *choice);

#endif
