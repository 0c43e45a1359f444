#include "layout/ties.h"

#include <math.h>

#include "layout/kept.h"
#include "layout/style.h"
#include "layout/tie_rows.h"

static const double ROW_AIR[] = {[false] = 5, [true] = 10}; /* across: beside words */
static const double WIDEST_BESIDE = 7.5; /* ems: words beside an axis that runs down */
static const double MOST_BESIDE = 0.36;  /* of its width: their columns */

enum { MOST_TRIED = 24 };

void dl_ties_free(DlTies *ties) {
    if (ties == NULL)
        return;
    g_ptr_array_unref(ties->drawn);
    g_ptr_array_unref(ties->words);
    g_hash_table_unref(ties->ends);
    g_free(ties);
}

static void free_block(void *block) {
    if (block != NULL)
        dl_text_block_free(block);
}

/* ---- Which are drawn ---- */

/* The events of the view that a line can end at: an inset with lanes is not met from
 * its axis. */
static GHashTable *find_met(const DlLayoutJob *job) {
    GHashTable *met = g_hash_table_new(NULL, NULL);
    const GPtrArray *events = job->view->events, *insets = job->chart->insets;
    for (guint i = 0; i < events->len; i++) {
        const DlEvent *event = g_ptr_array_index(events, i);
        if (dl_job_places(job, event) && !dl_kept_drops(job, event))
            g_hash_table_add(met, (gpointer)event);
    }
    for (guint i = 0; job->inset_of != NULL && i < insets->len; i++) {
        const DlChart *inset = g_ptr_array_index(insets, i);
        for (guint j = 0; inset->lanes != DL_LANES_NONE && j < inset->events->len; j++)
            g_hash_table_remove(met, inset->events->pdata[j]);
    }
    return met;
}

static bool is_continued(const DlLayoutJob *job, const DlEvent *event) {
    return job->view->continued != NULL &&
           g_hash_table_contains(job->view->continued, event);
}

/* Between two of one inset, a line is in its panel; between two that go on from an
 * earlier page, there. */
static bool is_elsewhere(const DlLayoutJob *job, const DlRelation *relation) {
    guint inset = dl_job_inset_of(job, relation->from);
    return (is_continued(job, relation->from) && is_continued(job, relation->to)) ||
           (inset > 0 && inset == dl_job_inset_of(job, relation->to));
}

static bool is_drawn(const DlLayoutJob *job, GHashTable *met,
                     const DlRelation *relation) {
    bool may = job->untied == NULL || !g_hash_table_contains(job->untied, relation);
    return may && relation->from != relation->to &&
           g_hash_table_contains(met, relation->from) &&
           g_hash_table_contains(met, relation->to) && !is_elsewhere(job, relation);
}

static DlTextBlock *shape_words(const DlLayoutJob *job, const DlRelation *relation) {
    if (relation->label == NULL)
        return NULL;
    double size = dl_style(job, DL_STYLE_RELATION).size;
    double widest = job->vertical ? WIDEST_BESIDE * size : (job->right - job->left) / 2;
    return dl_style_shape(job, DL_STYLE_RELATION, relation->label, widest);
}

bool dl_ties_show_any(const DlLayoutJob *job) {
    return (job->chart->show & DL_SHOW_RELATIONS) != 0 &&
           job->timeline->relations->len > 0;
}

GPtrArray *dl_ties_possible(const DlLayoutJob *job) {
    GPtrArray *possible = g_ptr_array_new();
    if (job->most_ties == 0 || !dl_ties_show_any(job))
        return possible;
    g_autoptr(GHashTable) met = find_met(job);
    for (guint i = 0; i < job->timeline->relations->len; i++) {
        const DlRelation *relation = g_ptr_array_index(job->timeline->relations, i);
        if (is_drawn(job, met, relation))
            g_ptr_array_add(possible, (gpointer)relation);
    }
    return possible;
}

GHashTable *dl_ties_without_room(const DlLayoutJob *job, DlTiesFit fits,
                                 const void *data) {
    enum { MOST_BY_ONE = 6 };
    g_autoptr(GPtrArray) possible = dl_ties_possible(job);
    g_autoptr(GHashTable) untied = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < possible->len; i++)
        g_hash_table_add(untied, g_ptr_array_index(possible, i));
    DlLayoutJob part = *job;
    part.untied = untied;
    if (possible->len == 0 || !fits(&part, data))
        return NULL;
    for (guint i = 0; i < MIN(possible->len, MOST_BY_ONE); i++) {
        gpointer relation = g_ptr_array_index(possible, i);
        g_hash_table_remove(untied, relation);
        if (!fits(&part, data))
            g_hash_table_add(untied, relation);
    }
    return g_steal_pointer(&untied);
}

/* ---- Their rows ---- */

double dl_ties_row_depth(const DlLayoutJob *job, const DlTies *ties, guint line) {
    const DlTextBlock *block = g_ptr_array_index(ties->words, line);
    if (block == NULL)
        return ROW_AIR[job->vertical];
    return ROW_AIR[job->vertical] + (job->vertical ? block->width : block->height);
}

double dl_ties_words_length(const DlLayoutJob *job, const DlTies *ties, guint line) {
    const DlTextBlock *block = g_ptr_array_index(ties->words, line);
    if (block == NULL)
        return 0;
    return job->vertical ? block->height : block->width;
}

static GHashTable *items_by_event(const GPtrArray *items) {
    GHashTable *by_event = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < items->len; i++) {
        const DlItem *item = g_ptr_array_index(items, i);
        g_hash_table_insert(by_event, (gpointer)item->event, (gpointer)item);
    }
    return by_event;
}

/* What lines reach first is, of a list that they come to from below, the last. */
static double reach_of(const DlLayoutJob *job, const DlEvent *event) {
    return dl_ties_lie_before(job) ? event->rank : -event->rank;
}

static GArray *spans_of(const DlTies *ties, const DlLayoutJob *job,
                        const GPtrArray *items) {
    GArray *spans = g_array_new(false, false, sizeof(DlTieSpan));
    g_autoptr(GHashTable) by_event = items_by_event(items);
    for (guint i = 0; i < ties->drawn->len; i++) {
        const DlRelation *relation = g_ptr_array_index(ties->drawn, i);
        const DlItem *from = g_hash_table_lookup(by_event, relation->from);
        const DlItem *to = g_hash_table_lookup(by_event, relation->to);
        DlTieSpan span = {
            .at = {dl_tie_inner_along(from, job, ties),
                   dl_tie_inner_along(to, job, ties)},
            .below = {dl_ties_lie_before(job), dl_ties_lie_before(job)},
            .of = {relation->from, relation->to},
            .reach = {reach_of(job, relation->from), reach_of(job, relation->to)},
            .words = dl_ties_words_length(job, ties, i),
        };
        g_array_append_val(spans, span);
    }
    dl_tie_spread(spans);
    return spans;
}

static double depth_of_all(const DlTies *ties, const DlLayoutJob *job) {
    double depth = 0;
    for (guint i = 0; i < ties->drawn->len; i++)
        depth += dl_ties_row_depth(job, ties, i);
    return depth > 0 ? depth + DL_TIE_TAIL_GAP : 0;
}

static double depth_of(const DlTies *ties, const DlLayoutJob *job,
                       const GPtrArray *items) {
    if (items == NULL)
        return depth_of_all(ties, job);
    g_autoptr(GArray) spans = spans_of(ties, job, items);
    g_autofree guint *rows = dl_tie_rows(spans);
    g_autofree double *depths = g_new0(double, spans->len + 1);
    double depth = 0;
    for (guint i = 0; i < spans->len; i++)
        if (!g_array_index(spans, DlTieSpan, i).is_hook)
            depths[rows[i]] = fmax(depths[rows[i]], dl_ties_row_depth(job, ties, i));
    for (guint row = 0; row < spans->len; row++)
        depth += depths[row];
    return depth > 0 ? depth + DL_TIE_TAIL_GAP : 0;
}

/* Beside an axis that runs down, columns leave most of the width to labels. */
static double most_depth(const DlLayoutJob *job) {
    return job->vertical ? MOST_BESIDE * (job->right - job->left) : INFINITY;
}

void dl_ties_remove(DlTies *ties, guint line) {
    g_ptr_array_remove_index(ties->drawn, line);
    g_ptr_array_remove_index(ties->words, line);
}

static guint ends_at(const DlTies *ties, const DlEvent *event) {
    return GPOINTER_TO_UINT(g_hash_table_lookup(ties->ends, event));
}

static void add_end(DlTies *ties, const DlEvent *event) {
    g_hash_table_insert(ties->ends, (gpointer)event,
                        GUINT_TO_POINTER(ends_at(ties, event) + 1));
}

static void add_ends_of(DlTies *ties, const DlRelation *relation) {
    add_end(ties, relation->from);
    add_end(ties, relation->to);
}

/* More than so many could not be told apart at one mark. */
static void limit_ends(DlTies *ties) {
    for (guint i = 0; i < ties->drawn->len;) {
        const DlRelation *relation = g_ptr_array_index(ties->drawn, i);
        if (ends_at(ties, relation->from) == DL_MOST_TIES_APART ||
            ends_at(ties, relation->to) == DL_MOST_TIES_APART) {
            dl_ties_remove(ties, i);
            continue;
        }
        add_ends_of(ties, relation);
        i++;
    }
    g_hash_table_remove_all(ties->ends);
}

DlTies *dl_ties_new(const DlLayoutJob *job, const GPtrArray *items, double room) {
    g_autoptr(DlTies) ties = g_new0(DlTies, 1);
    ties->drawn = dl_ties_possible(job);
    ties->words = g_ptr_array_new_with_free_func(free_block);
    ties->ends = g_hash_table_new(NULL, NULL);
    g_ptr_array_set_size(ties->drawn, (int)MIN(ties->drawn->len, MOST_TRIED));
    for (guint i = 0; i < ties->drawn->len; i++)
        g_ptr_array_add(ties->words,
                        shape_words(job, g_ptr_array_index(ties->drawn, i)));
    limit_ends(ties);
    if (items != NULL && isfinite(room))
        dl_ties_clear_way(ties, job, items, room);
    while (ties->drawn->len > job->most_ties ||
           (ties->depth = depth_of(ties, job, items)) > most_depth(job))
        dl_ties_remove(ties, ties->drawn->len - 1);
    for (guint i = 0; i < ties->drawn->len; i++)
        add_ends_of(ties, g_ptr_array_index(ties->drawn, i));
    return ties->drawn->len > 0 ? g_steal_pointer(&ties) : NULL;
}

double dl_ties_depth(const DlLayoutJob *job) {
    return job->ties != NULL ? job->ties->depth : 0;
}
