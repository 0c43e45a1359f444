#include "layout/ties.h"

#include <math.h>

enum { MOST_TOLD = 8 };

/* A chart of one axis: what its view can draw. */
static void find_expected(const DlLayoutJob *job, GHashTable *drawn) {
    bool is_one = job->chart->segments == DL_SEGMENTS_NONE &&
                  (job->chart->pages == DL_PAGES_ONE || job->chart->page.height <= 0);
    g_autoptr(DlTies) ties = is_one ? dl_ties_new(job, NULL, INFINITY) : NULL;
    for (guint i = 0; ties != NULL && i < ties->drawn->len; i++)
        g_hash_table_add(drawn, g_ptr_array_index(ties->drawn, i));
}

static void find_lines(const DlLayout *layout, GHashTable *drawn) {
    for (guint i = 0; i < layout->pages->len; i++) {
        const DlPlacedPage *page = g_ptr_array_index(layout->pages, i);
        for (guint j = 0; j < page->panels->len; j++) {
            const DlPanel *panel = g_ptr_array_index(page->panels, j);
            for (guint k = 0; k < panel->relations->len; k++) {
                const DlPlacedRelation *placed = g_ptr_array_index(panel->relations, k);
                g_hash_table_add(drawn, (gpointer)placed->relation);
            }
        }
    }
}

static GHashTable *find_shown(const DlLayoutJob *job) {
    GHashTable *shown = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < job->chart->events->len; i++) {
        const DlEvent *event = g_ptr_array_index(job->chart->events, i);
        if (!dl_ties_drop(job, event))
            g_hash_table_add(shown, (gpointer)event);
    }
    return shown;
}

static GPtrArray *find_told(const DlLayoutJob *job, const DlLayout *layout) {
    GPtrArray *told = g_ptr_array_new();
    g_autoptr(GHashTable) shown = find_shown(job);
    g_autoptr(GHashTable) drawn = g_hash_table_new(NULL, NULL);
    if (layout != NULL)
        find_lines(layout, drawn);
    else
        find_expected(job, drawn);
    for (guint i = 0; i < job->timeline->relations->len; i++) {
        const DlRelation *relation = g_ptr_array_index(job->timeline->relations, i);
        if (!g_hash_table_contains(drawn, relation) &&
            g_hash_table_contains(shown, relation->from) &&
            g_hash_table_contains(shown, relation->to))
            g_ptr_array_add(told, (gpointer)relation);
    }
    return told;
}

static char *tell(const DlLayoutJob *job, const DlRelation *relation) {
    const char *kind = relation->label != NULL
                           ? relation->label
                           : dl_relation_words(relation, job->timeline->words);
    return kind != NULL
               ? g_strdup_printf("%s: %s → %s", kind, relation->from->title,
                                 relation->to->title)
               : g_strdup_printf("%s → %s", relation->from->title, relation->to->title);
}

char *dl_ties_told(const DlLayoutJob *job, const DlLayout *layout) {
    if (!dl_ties_show_any(job))
        return NULL;
    g_autoptr(GPtrArray) told = find_told(job, layout);
    if (told->len == 0)
        return NULL;
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < MIN(told->len, MOST_TOLD); i++) {
        g_autofree char *words = tell(job, g_ptr_array_index(told, i));
        g_string_append_printf(text, "%s%s", i > 0 ? "; " : "", words);
    }
    if (told->len > MOST_TOLD)
        g_string_append(text, "; …");
    return g_string_free(g_steal_pointer(&text), false);
}
