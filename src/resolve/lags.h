/* Lengths and lags that contradict each other whatever the dates: "a lasts 3 days, is
 * during b, and b lasts 1 day". */
#ifndef DL_RESOLVE_LAGS_H
#define DL_RESOLVE_LAGS_H

#include "resolve/resolver.h"

/* When each node could be if there were no dates: within each component, moments that
 * fit all lengths and lags. What fits none is told, a shortest cycle of each component
 * at a time, and is unheeded from then on. `components` are of all edges; the caller
 * owns both. */
int64_t *dl_lags_fit(DlResolver *resolver, DlOrder *order, DlComponents **components);

#endif
