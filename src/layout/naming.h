/* Bars that carry their own words: inside where they fit, beside otherwise. */
#ifndef DL_LAYOUT_NAMING_H
#define DL_LAYOUT_NAMING_H

#include "layout/items.h"

/* Makes items named (DL_ITEM_NAMED) whose words stand on a line in their bar, or, where
 * a good part of the items (of DlItem, placed) are bars, beside it on an axis of which
 * labels may use so much. Along an axis that runs down, words stand at the end of
 * leaders as all labels do. */
void dl_items_name_bars(GPtrArray *items, const DlAxis *axis, const DlLayoutJob *job,
                        double length);

/* A break of the axis breaks a bar too: along, the first stretch between breaks of its
 * certain part that is as long as needed; false: none is. */
bool dl_item_find_stretch(const DlItem *item, const DlScale *scale, double needed,
                          double *from, double *to);

/* The words of a named bar; borrowed from the job. */
const DlLabel *dl_item_name(const DlItem *item, const DlLayoutJob *job);

#endif
