/* All parts of a chart on its pages, with labels of one size. */
#ifndef DL_LAYOUT_COMPOSE_H
#define DL_LAYOUT_COMPOSE_H

#include "layout/places.h"

/* One attempt; NULL where the labels do not fit. The caller owns the layout. */
DlLayout *dl_compose(const DlLayoutJob *job);

#endif
