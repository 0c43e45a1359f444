#include "resolve/lanes.h"

/* Where a kind of lanes finds its names; statuses have a table instead. */
static DlRegistry *registry_of(const DlResolver *resolver, DlLanesKind kind) {
    switch (kind) {
    case DL_LANES_CATEGORY:
        return resolver->categories;
    case DL_LANES_ACTOR:
        return resolver->actors;
    case DL_LANES_PLACE:
        return resolver->locations;
    case DL_LANES_TAG:
        return resolver->tags;
    case DL_LANES_NONE:
    case DL_LANES_STATUS:
        break;
    }
    return NULL;
}

static bool is_status(DlResolver *resolver, const DlWord *word) {
    if (dl_name_find(&dl_status_names, word->text) != NULL)
        return true;
    g_autofree char *known = dl_names_to_text(&dl_status_names);
    return dl_problems_add(resolver->problems, word->place, "unknown-name",
                           "`%s` is not a status; expected %s", word->text, known);
}

static bool is_known(DlResolver *resolver, DlLanesKind kind, const DlWord *word) {
    if (kind == DL_LANES_STATUS)
        return is_status(resolver, word);
    DlRegistry *registry = registry_of(resolver, kind);
    return registry == NULL ||
           dl_registry_find(registry, word, resolver->problems) != NULL;
}

void dl_resolve_lanes(DlResolver *resolver, const DlDraftChart *draft, DlChart *chart) {
    g_autoptr(GHashTable) given = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < draft->lane_ids->len; i++) {
        const DlWord *word = g_ptr_array_index(draft->lane_ids, i);
        if (!is_known(resolver, chart->lanes, word))
            continue;
        if (g_hash_table_add(given, word->text))
            g_ptr_array_add(chart->lane_ids, g_strdup(word->text));
        else
            dl_problems_add(resolver->problems, word->place, "given-twice",
                            "the lane `%s` is given twice", word->text);
    }
}
