/* The insets of a chart: parts of its window with a panel of their own. */
#ifndef DL_RESOLVE_INSETS_H
#define DL_RESOLVE_INSETS_H

#include "resolve/resolver.h"

/* Resolves the insets of a chart that has its window and its events, and adds their
 * events to those of the chart. An inset shows the events that surely begin or end in
 * its window: of the chart's, or those that its own `select` lets in. */
void dl_resolve_insets(DlResolver *resolver, const DlDraftChart *draft, DlChart *chart);

/* From `from` and `to` of a draft; tells where it ends before it starts. */
void dl_resolve_window(DlResolver *resolver, const DlDraftChart *draft, DlChart *chart);

#endif
