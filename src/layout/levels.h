/* Intervals packed in levels so that those of one level are disjoint: interval
 * partitioning, first fit (Kleinberg and Tardos, "Algorithm Design", section 4.1). The
 * intervals of a level are kept sorted, so a question costs O(log n). */
#ifndef DL_LAYOUT_LEVELS_H
#define DL_LAYOUT_LEVELS_H

#include <glib.h>
#include <stdbool.h>

typedef struct DlLevels DlLevels;

DlLevels *dl_levels_new(void);
void dl_levels_free(DlLevels *levels);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlLevels, dl_levels_free)

/* Whether nothing of a level lies between two places. */
bool dl_levels_is_free(const DlLevels *levels, guint level, double from, double to);
/* Takes what lies between two places of a level. */
void dl_levels_take(DlLevels *levels, guint level, double from, double to);
/* How many levels are in use. */
guint dl_levels_count(const DlLevels *levels);

#endif
