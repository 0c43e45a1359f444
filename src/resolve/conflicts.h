/* Dates that contradict the order of events. */
#ifndef DL_RESOLVE_CONFLICTS_H
#define DL_RESOLVE_CONFLICTS_H

#include "resolve/resolver.h"

/* Tells each date that cannot be, with a shortest chain of links to another date that
 * forbids it, and lets the link that reaches it be unheeded. False where none is found.
 * `n_tried` sums up the work, which has an end. */
bool dl_conflicts_tell(DlResolver *resolver, DlOrder *order, int64_t *n_tried);
/* In a few words, without a chain. */
void dl_tell_no_date(DlResolver *resolver, bool doubtful, const DlEvent *event);

#endif
