/* Statements that contradict each other whatever the dates and lengths: "a is after b,
 * b after a". */
#ifndef DL_RESOLVE_CYCLES_H
#define DL_RESOLVE_CYCLES_H

#include "resolve/resolver.h"

/* Tells one cycle of each component, a shortest, and drops all the statements within
 * it. */
void dl_cycles_tell(DlResolver *resolver, DlOrder *order);

#endif
