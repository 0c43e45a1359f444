/* The words of a chart: shape, scale, theme … */
#ifndef DL_RESOLVE_CHOICES_H
#define DL_RESOLVE_CHOICES_H

#include "resolve/resolver.h"

/* Fills in what the draft gives, and the defaults; tells what cannot be drawn yet. */
void dl_choose(DlResolver *resolver, const DlDraftChart *draft, DlChart *chart);

#endif
