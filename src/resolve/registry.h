/* A registry: ids, what they stand for, and where they were given first. */
#ifndef DL_RESOLVE_REGISTRY_H
#define DL_RESOLVE_REGISTRY_H

#include <glib.h>
#include <stdbool.h>

#include "base/problems.h"
#include "model/draft.h"

typedef struct {
    const char *what;   /* "actor", for messages */
    GPtrArray *ids;     /* of const char, borrowed from the records, as added */
    GHashTable *rows;   /* id -> row, from 1 */
    GPtrArray *records; /* borrowed, by row */
    GArray *places;     /* of DlPlace, by row */
    guint compared;     /* ids compared so far to find the one that was meant */
} DlRegistry;

/* An empty one; the caller owns it. */
DlRegistry *dl_registry_new(const char *what);
void dl_registry_free(DlRegistry *registry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlRegistry, dl_registry_free)

/* Adds a record; false (and a problem) where the id is taken: the first one stays.
 * Borrows `id` and `record`. */
bool dl_registry_add(DlRegistry *registry, const char *id, DlPlace place, void *record,
                     DlProblems *problems);
/* The row of an id, from 0; -1: there is none. */
int dl_registry_row(const DlRegistry *registry, const char *id);
/* The record that a word names; NULL where it is absent, and (with a problem) where it
 * names none. */
void *dl_registry_find(DlRegistry *registry, const DlWord *word, DlProblems *problems);

#endif
