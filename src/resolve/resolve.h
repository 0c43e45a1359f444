/* From a draft to a timeline: names to pointers, order to times, defaults, selection,
 * checks. */
#ifndef DL_RESOLVE_RESOLVE_H
#define DL_RESOLVE_RESOLVE_H

#include "base/problems.h"
#include "model/draft.h"
#include "model/timeline.h"

typedef struct {
    const DlDate *asof; /* overrides the timeline's; NULL: it stands */
    bool notes;         /* tell of sources that contradict each other */
    bool strict;        /* warn of events without a source */
} DlResolveOptions;

/* The timeline; complete only where `problems` has no errors afterwards. The caller
 * owns it. */
DlTimeline *dl_resolve(const DlDraft *draft, const DlResolveOptions *options,
                       DlProblems *problems);

#endif
