#include "layout/ties.h"

#include <math.h>

#include "layout/kept.h"

enum { MOST_TOLD = 8 }; /* for each reason */

/* ---- Which are drawn ---- */

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

guint dl_ties_count(const DlLayout *layout) {
    g_autoptr(GHashTable) drawn = g_hash_table_new(NULL, NULL);
    find_lines(layout, drawn);
    return g_hash_table_size(drawn);
}

static GHashTable *find_shown(const DlLayoutJob *job) {
    GHashTable *shown = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < job->chart->events->len; i++) {
        const DlEvent *event = g_ptr_array_index(job->chart->events, i);
        if (!dl_kept_drops(job, event))
            g_hash_table_add(shown, (gpointer)event);
    }
    return shown;
}

/* ---- Why the others are not ---- */

static void add_events(GHashTable *events, const DlPanel *panel) {
    for (guint i = 0; i < panel->events->len; i++) {
        const DlPlacedEvent *placed = g_ptr_array_index(panel->events, i);
        g_hash_table_add(events, (gpointer)placed->event);
    }
}

/* The events of each axis with its insets: of GHashTable, owned by the caller. */
static GPtrArray *find_axes(const DlLayoutJob *job, const DlLayout *layout) {
    bool is_one_axis = job->chart->segments == DL_SEGMENTS_NONE;
    GPtrArray *axes =
        g_ptr_array_new_with_free_func((GDestroyNotify)g_hash_table_unref);
    for (guint i = 0; layout != NULL && i < layout->pages->len; i++) {
        const DlPlacedPage *page = g_ptr_array_index(layout->pages, i);
        const guint before = axes->len;
        for (guint j = 0; j < page->panels->len; j++) {
            const DlPanel *panel = g_ptr_array_index(page->panels, j);
            if (panel->bands->len == 0)
                continue;
            if (axes->len == before || !is_one_axis)
                g_ptr_array_add(axes, g_hash_table_new(NULL, NULL));
            add_events(g_ptr_array_index(axes, axes->len - 1), panel);
        }
    }
    return axes;
}

static DlUntied find_reason(const GPtrArray *axes, const DlRelation *relation) {
    for (guint i = 0; i < axes->len; i++) {
        GHashTable *events = g_ptr_array_index(axes, i);
        if (g_hash_table_contains(events, relation->from) &&
            g_hash_table_contains(events, relation->to))
            return DL_UNTIED_NO_ROOM;
    }
    return DL_UNTIED_APART;
}

static GPtrArray *find_told(const DlLayoutJob *job, const DlLayout *layout,
                            DlUntied why) {
    GPtrArray *told = g_ptr_array_new();
    g_autoptr(GHashTable) shown = find_shown(job);
    g_autoptr(GHashTable) drawn = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) axes = find_axes(job, layout);
    if (layout != NULL)
        find_lines(layout, drawn);
    else
        find_expected(job, drawn);
    for (guint i = 0; i < job->timeline->relations->len && told->len <= MOST_TOLD;
         i++) {
        const DlRelation *relation = g_ptr_array_index(job->timeline->relations, i);
        if (!g_hash_table_contains(drawn, relation) &&
            g_hash_table_contains(shown, relation->from) &&
            g_hash_table_contains(shown, relation->to) &&
            find_reason(axes, relation) == why)
            g_ptr_array_add(told, (gpointer)relation);
    }
    return told;
}

/* ---- In words ---- */

static char *tell(const DlLayoutJob *job, const DlRelation *relation) {
    const DlLanguage *language = job->timeline->words;
    g_autofree char *from = dl_phrase_part(language, relation->from->title);
    g_autofree char *to = dl_phrase_part(language, relation->to->title);
    g_autofree char *ends =
        g_strconcat(from, dl_phrase(language, DL_PHRASE_TO), to, NULL);
    g_autofree char *label =
        relation->label != NULL ? dl_phrase_quote(language, relation->label) : NULL;
    const char *kind = label != NULL ? label : dl_relation_words(relation, language);
    return kind != NULL ? g_strdup_printf("%s (%s)", ends, kind)
                        : g_steal_pointer(&ends);
}

char *dl_ties_told(const DlLayoutJob *job, const DlLayout *layout, DlUntied why) {
    static const DlPhrase phrases[] = {
        [DL_UNTIED_NO_ROOM] = DL_PHRASE_NO_LINE_ROOM,
        [DL_UNTIED_APART] = DL_PHRASE_NO_LINE_APART,
    };
    if (!dl_ties_show_any(job))
        return NULL;
    g_autoptr(GPtrArray) told = find_told(job, layout, why);
    if (told->len == 0)
        return NULL;
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < MIN(told->len, MOST_TOLD); i++) {
        g_autofree char *words = tell(job, g_ptr_array_index(told, i));
        g_string_append_printf(text, "%s%s", i > 0 ? "; " : "", words);
    }
    if (told->len > MOST_TOLD)
        g_string_append(text, "; …");
    return dl_phrase_fill(job->timeline->words, phrases[why], text->str);
}
