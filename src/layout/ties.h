/* Relations as lines from mark to mark.
 *
 * Along an axis that runs to the right, a line leaves its mark beside the leader and
 * runs straight through the rows of labels, which keep clear of it as of a leader,
 * behind the band where that is in the way, and then along a row of its own below all
 * labels, where its words stand. A mark in an inset is met from above. What is not
 * drawn is told at the foot: relations with an end that the chart does not show on its
 * axis, those of folded, numbered and upright axes, and all of them where the chart has
 * no room for their lines. */
#ifndef DL_LAYOUT_TIES_H
#define DL_LAYOUT_TIES_H

#include "layout/items.h"

/* In a row, beside the height of its words, points. */
#define DL_TIE_ROW_AIR 5.0

struct DlTies {
    GPtrArray *drawn, *told; /* of const DlRelation, borrowed */
    GHashTable *ends;        /* of events, borrowed: where lines end */
    GPtrArray *words;        /* of DlTextBlock, owned, NULL for none: of those drawn */
    double depth;            /* of their rows, points */
};

/* The relations of the job's chart; `draws`: lines may be drawn. NULL where the chart
 * shows none. The caller owns it. */
DlTies *dl_ties_new(const DlLayoutJob *job, bool draws);
void dl_ties_free(DlTies *ties);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlTies, dl_ties_free)

/* What the rows of the job's relations take below an axis. */
double dl_ties_depth(const DlLayoutJob *job);
/* Whether lines end at an event. */
bool dl_ties_end_at(const DlLayoutJob *job, const DlEvent *event);
/* Those told, in words: "echo: plate → armistice"; NULL: none. The caller owns it. */
char *dl_ties_told(const DlLayoutJob *job);

/* A wall where the line of an item's relations runs; the caller owns it. */
DlItem *dl_tie_wall_new(const DlItem *item, const DlLayoutJob *job);
/* Adds the walls of all items. */
void dl_tie_walls_add(GPtrArray *items, const DlLayoutJob *job);
/* Where the line of an item runs, along. */
double dl_tie_along(const DlItem *item);

/* The lines, into the axis' panel, whose box grows by the depth of the rows; `panels`
 * (of DlPanel) are its insets, already in their places. */
void dl_ties_place(const DlLayoutJob *job, DlPanel *axis, const GPtrArray *panels);

#endif
