#include "resolve/registry.h"

#include "base/names.h"

/* Looking for the id that was meant takes time in proportion to their number: a file
 * with as many typing errors as ids gets its errors, and not all of the hints. */
static const guint MOST_COMPARED = 1000000;

DlRegistry *dl_registry_new(const char *what) {
    DlRegistry *registry = g_new0(DlRegistry, 1);
    registry->what = what;
    registry->ids = g_ptr_array_new();
    registry->rows = g_hash_table_new(g_str_hash, g_str_equal);
    registry->records = g_ptr_array_new();
    registry->places = g_array_new(FALSE, FALSE, sizeof(DlPlace));
    return registry;
}

void dl_registry_free(DlRegistry *registry) {
    if (registry == NULL)
        return;
    g_ptr_array_unref(registry->ids);
    g_hash_table_unref(registry->rows);
    g_ptr_array_unref(registry->records);
    g_array_unref(registry->places);
    g_free(registry);
}

int dl_registry_row(const DlRegistry *registry, const char *id) {
    return GPOINTER_TO_INT(g_hash_table_lookup(registry->rows, id)) - 1;
}

bool dl_registry_add(DlRegistry *registry, const char *id, DlPlace place, void *record,
                     DlProblems *problems) {
    const int row = dl_registry_row(registry, id);
    if (row >= 0) {
        const DlPlace first = g_array_index(registry->places, DlPlace, row);
        return dl_problems_add(problems, place, "duplicate-id",
                               "the %s `%s` is already given at %s:%d", registry->what,
                               id, first.file, first.line);
    }
    g_ptr_array_add(registry->ids, (void *)id);
    g_ptr_array_add(registry->records, record);
    g_array_append_val(registry->places, place);
    g_hash_table_insert(registry->rows, (void *)id,
                        GINT_TO_POINTER((int)registry->ids->len));
    return true;
}

static const char *find_meant(DlRegistry *registry, const char *id) {
    if (registry->compared > MOST_COMPARED)
        return NULL;
    registry->compared += registry->ids->len;
    return dl_nearest(id, (const char *const *)registry->ids->pdata,
                      registry->ids->len);
}

static int find_row(DlRegistry *registry, const DlWord *word, DlProblems *problems) {
    const int row = dl_registry_row(registry, word->text);
    if (row >= 0)
        return row;
    dl_problems_add(problems, word->place, "unknown-reference", "unknown %s `%s`",
                    registry->what, word->text);
    const char *meant = find_meant(registry, word->text);
    if (meant != NULL)
        dl_problems_hint(problems, "did you mean `%s`?", meant);
    return row;
}

void *dl_registry_find(DlRegistry *registry, const DlWord *word, DlProblems *problems) {
    if (word->text == NULL)
        return NULL;
    const int row = find_row(registry, word, problems);
    return row < 0 ? NULL : registry->records->pdata[row];
}
