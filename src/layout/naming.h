/* Bars that carry their own words: inside where they fit, beside otherwise. */
#ifndef DL_LAYOUT_NAMING_H
#define DL_LAYOUT_NAMING_H

#include "layout/items.h"

/* Makes items named (DL_ITEM_NAMED) whose words stand on a line in their bar, or, where
 * a good part of the items (of DlItem, placed) are bars, beside it on an axis so long.
 * Along an axis that runs down, words stand at the end of leaders as all labels do. */
void dl_items_name_bars(GPtrArray *items, const DlLayoutJob *job, double length);

/* The words of a named bar; borrowed from the job. */
const DlLabel *dl_item_name(const DlItem *item, const DlLayoutJob *job);

#endif
