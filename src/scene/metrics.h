/* How good a laid out scene is, as numbers: what no chart may have, and what it costs
 * to read. Functions of the scene alone, so that every shape is judged alike. */
#ifndef DL_SCENE_METRICS_H
#define DL_SCENE_METRICS_H

#include "scene/scene.h"

typedef struct {
    unsigned events, labels, marks, leaders;
    /* Faults. All are 0 in a good chart. */
    unsigned overlaps;   /* pairs of labels that share room */
    unsigned crossings;  /* pairs of leaders that cross */
    unsigned pierced;    /* leaders that run through another event's label */
    unsigned covered;    /* marks that lie on another event's label */
    unsigned clipped;    /* labels that leave the page */
    unsigned coincident; /* pairs of marks on the same spot */
    /* Costs, points. */
    double leader_length; /* of all leaders together */
    double displacement;  /* mean distance from a mark to its label */
} DlMetrics;

/* Measures the first page of a scene. O(n^2) in its events. */
DlMetrics dl_scene_measure(const DlScene *scene);

/* The faults together. */
unsigned dl_metrics_faults(const DlMetrics *metrics);

#endif
