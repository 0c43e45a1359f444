/* Which events a chart lets in. */
#ifndef DL_RESOLVE_SELECT_H
#define DL_RESOLVE_SELECT_H

#include "resolve/resolver.h"

/* Fills the chart's events and n_left_out from its window and from what `draft`
 * selects. False where the selection names what is not there, which is told. */
bool dl_select_events(DlResolver *resolver, const DlDraftChart *draft, DlChart *chart);

#endif
