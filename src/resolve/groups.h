/* Events that start together by `with`. */
#ifndef DL_RESOLVE_GROUPS_H
#define DL_RESOLVE_GROUPS_H

#include "resolve/order.h"

/* Joins the starts of two events by the `with` of that index. False where their dates
 * forbid it: then `low` is the date that lies after `high`. */
bool dl_groups_join(DlOrder *order, int statement, const DlLimit **low,
                    const DlLimit **high);
/* Appends the statements (int) that make the starts of two events of one group equal,
 * from one to the other. */
void dl_groups_explain(const DlOrder *order, int from, int to, GArray *statements);

#endif
