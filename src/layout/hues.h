/* What hue, shape and pattern stand for in a chart: its categories, actors or statuses,
 * as `color` says. The legend lists them, the marks have them. */
#ifndef DL_LAYOUT_HUES_H
#define DL_LAYOUT_HUES_H

#include <glib.h>

#include "layout/theme.h"
#include "model/timeline.h"

/* What is cut out of a mark: where shapes begin again, it tells the rounds apart. */
typedef enum { DL_INLAY_NONE, DL_INLAY_SLIT, DL_INLAY_CLEFT } DlInlay;

typedef struct {
    DlTone mark;
    DlTone text, on_mark; /* with the contrast that letters need, on paper or mark */
    DlMarkShape shape;
    DlInlay inlay;
    DlPattern pattern, lower; /* of bars; of their lower half */
} DlLook;

/* Whether bars have one even ground. */
bool dl_look_is_solid(const DlLook *look);

typedef struct {
    const char *label; /* borrowed from the timeline or its language */
    DlStatus status;   /* of its sign in the legend */
    bool has_span;     /* an event of it may be a bar */
    DlLook look;
} DlHue;

typedef struct {
    GArray *hues;         /* of DlHue: those that occur in the chart, in their order */
    GHashTable *indices;  /* what a hue stands for -> its index + 1 */
    DlLook none;          /* of events that have nothing to tell by hue */
    bool has_none;        /* there are such events */
    const DlChart *chart; /* borrowed */
} DlHues;

/* Categories come in the order of the file, statuses in that of the language, actors in
 * the order in which the events name them first; an event with several actors has the
 * hue of the first. O(n). */
DlHues *dl_hues_new(const DlTimeline *timeline, const DlChart *chart,
                    const DlTheme *theme);
void dl_hues_free(DlHues *hues);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlHues, dl_hues_free)

/* How an event of the chart looks; borrowed. */
/* The hue of an event; NULL: it has none. */
const DlHue *dl_hues_find(const DlHues *hues, const DlEvent *event);
const DlLook *dl_hues_look(const DlHues *hues, const DlEvent *event);
/* Whether bars of the chart differ by their patterns, which the legend then shows. */
bool dl_hues_have_patterns(const DlHues *hues);
/* Whether the hues tell anything: two of them, or one that not every event has. */
bool dl_hues_differ(const DlHues *hues);

#endif
