/* What was found for labels that were searched before: equal labels under equal rules
 * come again, on pages and axes that other parts of a chart make try again. */
#ifndef DL_LAYOUT_MEMORY_H
#define DL_LAYOUT_MEMORY_H

#include "layout/slots.h"

typedef struct {
    GHashTable *found; /* the digest of what was given -> what was found, owned */
} DlMemory;

DlMemory *dl_memory_new(void);
void dl_memory_free(DlMemory *memory);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlMemory, dl_memory_free)

/* The same as dl_slots_search, which is only done for what is new. */
void dl_memory_search(DlMemory *memory, DlSlots *slots);

#endif
