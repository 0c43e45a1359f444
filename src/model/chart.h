/* A chart: one figure, a view of the timeline's events. Plain data, all defaults filled
 * in. */
#ifndef DL_MODEL_CHART_H
#define DL_MODEL_CHART_H

#include <glib.h>
#include <stdbool.h>

#include "base/names.h"
#include "base/place.h"
#include "model/theme.h"
#include "time/calendar.h"
#include "time/zone.h"

typedef enum {
    DL_SHAPE_HORIZONTAL,
    DL_SHAPE_VERTICAL,
    DL_SHAPE_RADIAL,
    DL_SHAPE_SPIRAL,
    DL_SHAPE_CALENDAR,
    DL_SHAPE_GRID,
    DL_SHAPE_CURVE,
    DL_SHAPE_STORYLINE
} DlShapeKind;
typedef enum {
    DL_SCALE_AUTO,
    DL_SCALE_LINEAR,
    DL_SCALE_BROKEN,
    DL_SCALE_DENSITY,
    DL_SCALE_LOG,
    DL_SCALE_RELATIVE,
    DL_SCALE_SEQUENCE,
    DL_SCALE_INTERIM
} DlScaleKind;
typedef enum {
    DL_LANES_NONE,
    DL_LANES_CATEGORY,
    DL_LANES_ACTOR,
    DL_LANES_PLACE,
    DL_LANES_TAG,
    DL_LANES_STATUS
} DlLanesKind;
typedef enum {
    DL_SEGMENTS_NONE,
    DL_SEGMENTS_DAY,
    DL_SEGMENTS_WEEK,
    DL_SEGMENTS_MONTH,
    DL_SEGMENTS_YEAR,
    DL_SEGMENTS_DECADE,
    DL_SEGMENTS_CENTURY
} DlSegmentsKind;
typedef enum {
    DL_COLOR_BY_CATEGORY,
    DL_COLOR_BY_ACTOR,
    DL_COLOR_BY_STATUS,
    DL_COLOR_BY_NONE
} DlColorBy;
typedef enum {
    DL_LABELS_ALL,
    DL_LABELS_FIT,
    DL_LABELS_NUMBERED,
    DL_LABELS_NONE
} DlLabelsKind;
typedef enum { DL_PAGES_ONE, DL_PAGES_MANY } DlPagesKind;

/* What is shown beside events: a set. */
typedef enum {
    DL_SHOW_LEGEND = 1 << 0,
    DL_SHOW_SOURCES = 1 << 1,
    DL_SHOW_ERAS = 1 << 2,
    DL_SHOW_RELATIONS = 1 << 3,
    DL_SHOW_MEASURES = 1 << 4,
    DL_SHOW_DATES = 1 << 5,
    DL_SHOW_TEXT = 1 << 6, /* the sentences under the titles */
    DL_SHOW_IMAGES = 1 << 7,
} DlShow;

/* The words of each key, with which of them are drawn. `ready` is the one place that
 * says so. */
extern const DlNameTable dl_shape_names, dl_scale_names, dl_lanes_names,
    dl_segments_names, dl_color_by_names, dl_labels_names, dl_pages_names,
    dl_show_names;

typedef struct {
    double width, height; /* points; height 0: auto, as low as the labels allow */
} DlPage;

typedef struct {
    DlPlace place;
    char *id;
    char *title; /* NULL: the timeline's */
    char
        *subtitle; /* NULL: none, or the timeline's where the title is the timeline's */
    char *caption; /* NULL: none */
    GPtrArray *zones; /* of DlZone, owned: the clocks that the axis shows */
    char *dates;      /* the pattern of dl_words_pattern; NULL: the usual words */
    DlShapeKind shape;
    DlScaleKind scale;
    DlPage page;
    DlMoment from, to; /* the window, inclusive; DL_MOMENT_MIN, DL_MOMENT_MAX: as far as
                          the events go */
    DlLanesKind lanes;
    GPtrArray *lane_ids; /* of char, owned: which lanes, in this order; empty: all */
    DlSegmentsKind segments;
    DlColorBy color;
    DlLabelsKind labels;
    DlPagesKind pages;
    DlTheme theme;
    const struct DlEvent *origin; /* what relative and log count from; NULL: none, and
                                     the present for log */
    unsigned show;                /* of DlShow */
    GPtrArray *events; /* of const DlEvent, borrowed from the timeline, by rank: what
                          select and the window let in */
    int n_left_out;    /* events of the window that `select` left out */
    GPtrArray *insets; /* of DlChart, owned, by time: parts of the window that have a
                          panel of their own; their events are the chart's too */
} DlChart;

/* With no events and no window. */
DlChart *dl_chart_new(void);
void dl_chart_free(DlChart *chart);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlChart, dl_chart_free)

#endif
