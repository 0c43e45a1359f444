/* How good a laid out scene is, as numbers: what no chart may have, and what it costs
 * to read. Functions of the scene alone, so that every shape is judged alike, over all
 * of its pages.
 *
 * An event may be drawn more than once (in lanes, in insets): what belongs to one
 * drawing may touch, and marks of one event may lie on one another. */
#ifndef DL_SCENE_METRICS_H
#define DL_SCENE_METRICS_H

#include "scene/scene.h"

typedef struct {
    unsigned events; /* different ones */
    unsigned labels, marks, leaders;

    /* Faults. All are 0 in a good chart. */
    unsigned overlaps;  /* pairs of labels that share room */
    unsigned crossings; /* pairs of leaders that cross */
    unsigned pierced;   /* leaders that run through another event's label */
    unsigned struck;    /* lines of guides, relations, eras, measures through text */
    unsigned covered;   /* marks that lie on another event's label, or on words of the
                            page */
    unsigned clipped; /* labels, texts, eras and measures that leave the page, words of
                         eras and measures that leave their upright axis */
    unsigned coincident; /* pairs of marks of two events on the same spot */
    unsigned too_near;   /* pairs of leaders of two events that come closer than 2 pt,
                            but for one that begins on the other: a moment's share one */
    unsigned texts;      /* pairs of texts, whatever they belong to, on one another */
    unsigned small;      /* texts below 6.5 pt, note numbers below 5 pt */
    unsigned bare;       /* events without a label that do not say why (data-label) */
    unsigned empty;      /* groups (legend, inset …) with nothing in them */
    unsigned ids;        /* groups that have the id of another on their page */

    /* Costs. Lengths in points, shares from 0 to 1. */
    double leader_length; /* of all leaders together */
    double displacement;  /* mean distance from a mark to its label */
    unsigned rows;  /* of labels (columns beside an upright axis): as many lines along
                       the axis as it takes to touch every label; of the fullest page */
    double ink;     /* share of the pages under marks, leaders and text; what lies on
                       other ink counts twice */
    double balance; /* ink of the events on the lighter side of their axes in that of
                       the heavier side; 1: even, or no axis */
    double white;   /* share of the page of its largest empty rectangle; mean of pages.
                       Lines and marks and texts and axes are what fills a page. */
} DlMetrics;

/* Measures all pages of a scene: O(n log n) in what they hold, if few of it overlaps.
 * No kind of fault is counted beyond 100,000 a page. */
DlMetrics dl_scene_measure(const DlScene *scene);

typedef struct {
    const char *name;  /* as in DlMetrics */
    const char *words; /* what is wrong: "labels that overlap" */
    unsigned count;
} DlFault;

/* Every kind of fault with its count, in the order of DlMetrics; of DlFault, owned by
 * the caller. */
GArray *dl_metrics_list_faults(const DlMetrics *metrics);
/* The faults together. */
unsigned dl_metrics_faults(const DlMetrics *metrics);
/* All in words for a reader, in one line; owned by the caller. */
char *dl_metrics_to_text(const DlMetrics *metrics);

#endif
