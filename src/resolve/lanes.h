/* The lanes that a chart gives by name. */
#ifndef DL_RESOLVE_LANES_H
#define DL_RESOLVE_LANES_H

#include "resolve/resolver.h"

/* Checks the names and keeps the right ones in their order. */
void dl_resolve_lanes(DlResolver *resolver, const DlDraftChart *draft, DlChart *chart);

#endif
