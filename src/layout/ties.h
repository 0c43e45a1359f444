/* Relations as lines from mark to mark.
 *
 * A line leaves its mark beside the leader and runs straight away from the axis through
 * the rows of labels, which keep clear of it as of a leader, behind the band where that
 * is in the way, and then along a row behind all labels, where its words stand: below a
 * horizontal axis, right of one that runs down. A mark in an inset is met from the
 * other side, and so is one in a lane: there the rows lie between the axis and the
 * lanes, so that a line passes only the lanes before its own. Where an axis that runs
 * down has labels on its right alone, the rows lie left of it, and lines pass none.
 * Lines to one place have ways and ports of their own; to a mark that hangs on a list
 * they rise beside its leader; between two marks of one place a hook is enough, and a
 * straight line along the axis between two of one level that have nothing between them.
 * What both events of a relation stand in a chart for and no line can show without harm
 * is told at the foot: where an end has no mark, where marks are on two pages or
 * strips, where a line or its words would run through others, and where the chart has
 * no room for lines. Headings of insets make way for lines into them, or lines pass
 * behind. */
#ifndef DL_LAYOUT_TIES_H
#define DL_LAYOUT_TIES_H

#include "layout/items.h"

/* Across: from the labels of an axis to the rows behind them. */
#define DL_TIE_TAIL_GAP 5.0

struct DlTies {
    GPtrArray *drawn; /* of const DlRelation, borrowed */
    GPtrArray *words; /* of DlTextBlock, owned, NULL for none: of those drawn */
    GHashTable *ends; /* events, borrowed -> guint: how many lines end there */
    double depth;     /* across: of their rows */
};

/* The relations that may have lines in the job's view, were there room for all of them:
 * of const DlRelation, borrowed; the caller owns the array. */
GPtrArray *dl_ties_possible(const DlLayoutJob *job);

/* The relations of which lines are drawn in the job's view, as many as have room in
 * rows behind these items, in their places on the axis; NULL for items whose places are
 * not known, each line with a row of its own. Where labels have only the side of the
 * rows, and so much across, lines between which they had no room are left out;
 * INFINITY: they have both. The caller owns it; NULL: there are none. */
DlTies *dl_ties_new(const DlLayoutJob *job, const GPtrArray *items, double room);
void dl_ties_free(DlTies *ties);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlTies, dl_ties_free)

/* Where labels have no room beside the lines of all of them: those that shall have
 * none, so that they have, tried one by one; NULL where there are no relations, or
 * labels have no room without lines either. The caller owns it. */
typedef bool (*DlTiesFit)(const DlLayoutJob *job, const void *data);
GHashTable *dl_ties_without_room(const DlLayoutJob *job, DlTiesFit fits,
                                 const void *data);

/* Private: leaves out one of them, before their ends are counted; and those between
 * which labels have no room on the side of the rows. */
void dl_ties_remove(DlTies *ties, guint line);
void dl_ties_clear_way(DlTies *ties, const DlLayoutJob *job, const GPtrArray *items,
                       double room);

/* Across: what a row takes that holds the words of the line of this index. */
double dl_ties_row_depth(const DlLayoutJob *job, const DlTies *ties, guint line);
/* Along: what they take; 0: it has none. */
double dl_ties_words_length(const DlLayoutJob *job, const DlTies *ties, guint line);
/* What the rows of the job's relations take across. */
double dl_ties_depth(const DlLayoutJob *job);
/* Whether the rows lie between the axis and its lanes; else behind all of them. */
bool dl_ties_lie_before(const DlLayoutJob *job);
/* Whether lines end at the mark of an item. */
bool dl_ties_end_at(const DlLayoutJob *job, const DlItem *item);

/* How many relations have lines in a layout. */
guint dl_ties_count(const DlLayout *layout);

/* Why a relation between events that the chart shows has no line. */
typedef enum { DL_UNTIED_NO_ROOM, DL_UNTIED_APART } DlUntied;

/* Those that have none for this reason in the layout, in words: "No room for a line:
 * plate → armistice (echo)"; of a layout that is not made yet (NULL), those that can
 * have none. NULL: there are none. The caller owns it. */
char *dl_ties_told(const DlLayoutJob *job, const DlLayout *layout, DlUntied why);

/* Whether the chart is to show relations, and there are any. */
bool dl_ties_show_any(const DlLayoutJob *job);

/* Walls where the lines of one of the items run, if there are any. */
void dl_tie_walls_add(GPtrArray *walls, const GPtrArray *items, const DlItem *item,
                      const DlLayoutJob *job);
/* Whether lines end at an item that may lie on a list: they rise beside that to its
 * mark, wherever it hangs. */
bool dl_tie_climbs(const GPtrArray *items, const DlItem *item, const DlLayoutJob *job);
/* Along: how far from the middle of a point's mark its first line runs. */
double dl_tie_aside(double radius);
/* Where the first line of an item runs, along: one from outside of the view; and one of
 * the view's own, which has the other side of a mark where it is the only one and there
 * are some from outside, so that they can be told apart. */
double dl_tie_along(const DlItem *item, const DlLayoutJob *job);
double dl_tie_inner_along(const DlItem *item, const DlLayoutJob *job,
                          const DlTies *ties);
/* Whether a line from outside of the view ends at an event: before its mark. */
bool dl_tie_comes_from_outside(const DlLayoutJob *job, const DlEvent *event);
/* Whether one of the view's own has the other side of its event's mark, if that is a
 * point. */
bool dl_tie_is_behind(const DlLayoutJob *job, const DlTies *ties, const DlEvent *event);

/* Takes away relations of panels (of DlPanel) that are laid out together where a line
 * of one still runs through anything that is written there, its own words too, its
 * words stand on that, or either leaves a page so wide: they are told at the foot
 * instead. */
void dl_ties_guard(const GPtrArray *panels, double width);

/* The lines, into the axis' panel, in so much at the far side of its box, or where else
 * their rows lie; `panels` (of DlPanel) are its insets, already in their places; NULL:
 * there are none. Returns what the rows do not need of it, across. */
double dl_ties_place(const DlLayoutJob *job, DlPanel *axis, const GPtrArray *panels);

#endif
