#include "layout/ties.h"

#include <math.h>

static const double ASIDE = 9.5; /* from a mark to the line of its relations */
enum { MOST_DRAWN = 12, MOST_TOLD = 8 };

void dl_ties_free(DlTies *ties) {
    if (ties == NULL)
        return;
    g_ptr_array_unref(ties->drawn);
    g_ptr_array_unref(ties->told);
    g_ptr_array_unref(ties->words);
    g_hash_table_unref(ties->ends);
    g_free(ties);
}

static void free_block(void *block) {
    if (block != NULL)
        dl_text_block_free(block);
}

static bool draws_lines(const DlLayoutJob *job) {
    const DlChart *chart = job->chart;
    return chart->shape == DL_SHAPE_HORIZONTAL && job->numbers == NULL &&
           chart->segments == DL_SEGMENTS_NONE &&
           (chart->pages == DL_PAGES_ONE || chart->page.height <= 0);
}

/* The events that a line can end at, of those that the chart shows: an inset with lanes
 * is not met from above. */
static GHashTable *find_met(const DlLayoutJob *job) {
    GHashTable *met = g_hash_table_new(NULL, NULL);
    const DlChart *chart = job->chart;
    for (guint i = 0; i < chart->events->len; i++) {
        const DlEvent *event = chart->events->pdata[i];
        if (dl_job_places(job, event) &&
            (job->kept == NULL || g_hash_table_contains(job->kept, event)))
            g_hash_table_add(met, (gpointer)event);
    }
    for (guint i = 0; i < chart->insets->len; i++) {
        const DlChart *inset = chart->insets->pdata[i];
        for (guint j = 0; inset->lanes != DL_LANES_NONE && j < inset->events->len; j++)
            g_hash_table_remove(met, inset->events->pdata[j]);
    }
    return met;
}

static void add_words(DlTies *ties, const DlLayoutJob *job,
                      const DlRelation *relation) {
    DlTextStyle style = {
        .size = job->theme->smallest_text + 0.5, .weight = 400, .italic = true};
    DlTextBlock *block =
        relation->label != NULL
            ? dl_job_shape(job, relation->label, style, (job->right - job->left) / 2)
            : NULL;
    g_ptr_array_add(ties->words, block);
    ties->depth += DL_TIE_ROW_AIR + (block != NULL ? block->height : 0);
}

static GHashTable *set_of(const GPtrArray *events) {
    GHashTable *set = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < events->len; i++)
        g_hash_table_add(set, events->pdata[i]);
    return set;
}

static void draw(DlTies *ties, const DlLayoutJob *job, const DlRelation *relation) {
    g_ptr_array_add(ties->drawn, (gpointer)relation);
    g_hash_table_add(ties->ends, (gpointer)relation->from);
    g_hash_table_add(ties->ends, (gpointer)relation->to);
    add_words(ties, job, relation);
}

/* Each is drawn, or told, or has nothing to do with the chart. */
static void deal(DlTies *ties, const DlLayoutJob *job, bool draws) {
    g_autoptr(GHashTable) shown = set_of(job->chart->events);
    g_autoptr(GHashTable) met = find_met(job);
    const GPtrArray *relations = job->timeline->relations;
    for (guint i = 0; i < relations->len; i++) {
        const DlRelation *relation = g_ptr_array_index(relations, i);
        if (draws && ties->drawn->len < MOST_DRAWN && relation->from != relation->to &&
            g_hash_table_contains(met, relation->from) &&
            g_hash_table_contains(met, relation->to))
            draw(ties, job, relation);
        else if (g_hash_table_contains(shown, relation->from) ||
                 g_hash_table_contains(shown, relation->to))
            g_ptr_array_add(ties->told, (gpointer)relation);
    }
}

DlTies *dl_ties_new(const DlLayoutJob *job, bool draws) {
    if ((job->chart->show & DL_SHOW_RELATIONS) == 0 ||
        job->timeline->relations->len == 0)
        return NULL;
    DlTies *ties = g_new0(DlTies, 1);
    ties->drawn = g_ptr_array_new();
    ties->told = g_ptr_array_new();
    ties->words = g_ptr_array_new_with_free_func(free_block);
    ties->ends = g_hash_table_new(NULL, NULL);
    deal(ties, job, draws && draws_lines(job));
    return ties;
}

double dl_ties_depth(const DlLayoutJob *job) {
    return job->ties != NULL ? job->ties->depth : 0;
}

bool dl_ties_end_at(const DlLayoutJob *job, const DlEvent *event) {
    return job->ties != NULL && g_hash_table_contains(job->ties->ends, event);
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

char *dl_ties_told(const DlLayoutJob *job) {
    if (job->ties == NULL || job->ties->told->len == 0)
        return NULL;
    const GPtrArray *told = job->ties->told;
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < MIN(told->len, MOST_TOLD); i++) {
        g_autofree char *words = tell(job, g_ptr_array_index(told, i));
        g_string_append_printf(text, "%s%s", i > 0 ? "; " : "", words);
    }
    if (told->len > MOST_TOLD)
        g_string_append(text, "; …");
    return g_string_free(g_steal_pointer(&text), false);
}

double dl_tie_along(const DlItem *item) {
    return item->along - ASIDE;
}

DlItem *dl_tie_wall_new(const DlItem *item, const DlLayoutJob *job) {
    DlItem *wall = g_new0(DlItem, 1);
    wall->event = item->event;
    wall->role = DL_ITEM_WALL;
    wall->goes_on = true;
    wall->is_before = job->is_inset;
    wall->along = dl_tie_along(item);
    wall->possible_from = wall->possible_to = wall->along;
    wall->certain_from = wall->certain_to = wall->along;
    return wall;
}

void dl_tie_walls_add(GPtrArray *items, const DlLayoutJob *job) {
    guint n = items->len;
    for (guint i = 0; i < n; i++) {
        const DlItem *item = g_ptr_array_index(items, i);
        if (item->inset == 0 && !item->repeats && item->counted == NULL &&
            item->role != DL_ITEM_WALL && dl_ties_end_at(job, item->event))
            g_ptr_array_add(items, dl_tie_wall_new(item, job));
    }
}
