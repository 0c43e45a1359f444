#include "layout/bracket.h"
#include "layout/items.h"

static void bracket_free(void *data) {
    DlBracket *bracket = data;
    if (bracket->words != NULL)
        dl_text_block_free(bracket->words);
    g_free(bracket);
}

static bool is_doubtful(const DlItem *item) {
    const DlBound *start = &item->event->date.start;
    return dl_bound_is_doubtful(start) || !dl_bound_has_clock(start);
}

/* A span is measured from its start; where it is cut off, there is none. */
static DlBracketEnd end_at(const DlItem *item) {
    DlBracketEnd end = {.along = item->along,
                        .earliest = item->possible_from,
                        .latest = item->possible_to,
                        .is_doubtful = is_doubtful(item)};
    if (!item->is_bar)
        return end;
    end.latest = item->certain_from;
    end.cut = item->starts_before || item->continued;
    end.along = item->extent.start_unknown
                    ? item->certain_from
                    : (item->possible_from + item->certain_from) / 2;
    end.is_doubtful = end.is_doubtful && !end.cut;
    return end;
}

/* Beyond the axis, on the side of its event. */
static DlBracketEnd end_beyond(const DlScale *scale, bool is_after) {
    double along = is_after ? dl_scale_length(scale) : 0;
    return (DlBracketEnd){along, along, along, .cut = true};
}

static GHashTable *index_items(const GPtrArray *items) {
    GHashTable *index = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < items->len; i++) {
        const DlItem *item = g_ptr_array_index(items, i);
        g_hash_table_insert(index, (gpointer)item->event, (gpointer)item);
    }
    return index;
}

static GHashTable *index_chart(const DlChart *chart) {
    GHashTable *index = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < chart->events->len; i++)
        g_hash_table_add(index, g_ptr_array_index(chart->events, i));
    return index;
}

static bool is_on_chart(const DlLayoutJob *job, GHashTable *events,
                        const DlEvent *event) {
    return g_hash_table_contains(events, event) && dl_job_places(job, event);
}

static void turn(DlBracket *bracket) {
    const DlBracketEnd end = bracket->from;
    const DlEvent *event = bracket->events[0];
    bracket->from = bracket->to;
    bracket->to = end;
    bracket->events[0] = bracket->events[1];
    bracket->events[1] = event;
}

static bool is_left_to_inset(const DlLayoutJob *job, const DlMeasure *measure) {
    guint inset = dl_job_inset_of(job, measure->from);
    return inset > 0 && inset == dl_job_inset_of(job, measure->to);
}

/* NULL: the axis has neither end of it, or the chart does not have both. */
static DlBracket *new_bracket(const DlMeasures *measures, const DlMeasure *measure,
                              GHashTable *items, GHashTable *events) {
    const DlItem *from = g_hash_table_lookup(items, measure->from);
    const DlItem *to = g_hash_table_lookup(items, measure->to);
    if (is_left_to_inset(measures->job, measure) || measure->length == NULL ||
        measure->from == measure->to || (from == NULL && to == NULL) ||
        !is_on_chart(measures->job, events, measure->from) ||
        !is_on_chart(measures->job, events, measure->to))
        return NULL;
    bool is_after = measure->to->rank > measure->from->rank;
    DlBracket *bracket = g_new0(DlBracket, 1);
    bracket->measure = measure;
    bracket->events[0] = measure->from;
    bracket->events[1] = measure->to;
    bracket->from =
        from != NULL ? end_at(from) : end_beyond(measures->scale, !is_after);
    bracket->to = to != NULL ? end_at(to) : end_beyond(measures->scale, is_after);
    if (bracket->from.along > bracket->to.along)
        turn(bracket);
    return bracket;
}

static int compare_brackets(gconstpointer a, gconstpointer b) {
    const DlBracket *first = *(const DlBracket *const *)a;
    const DlBracket *second = *(const DlBracket *const *)b;
    double x = first->to.along - first->from.along;
    double y = second->to.along - second->from.along;
    if (x != y)
        return x < y ? -1 : 1;
    return (first->from.along > second->from.along) -
           (first->from.along < second->from.along);
}

GPtrArray *dl_brackets_collect(const DlMeasures *measures, const GPtrArray *items) {
    GPtrArray *brackets = g_ptr_array_new_with_free_func(bracket_free);
    const GPtrArray *all = measures->job->timeline->measures;
    if ((measures->job->chart->show & DL_SHOW_MEASURES) == 0 || all->len == 0 ||
        measures->job->tells_measures)
        return brackets;
    g_autoptr(GHashTable) index = index_items(items);
    g_autoptr(GHashTable) events = index_chart(measures->job->chart);
    for (guint i = 0; i < all->len; i++) {
        DlBracket *bracket =
            new_bracket(measures, g_ptr_array_index(all, i), index, events);
        if (bracket != NULL)
            g_ptr_array_add(brackets, bracket);
    }
    g_ptr_array_sort(brackets, compare_brackets);
    return brackets;
}

/* ---- What has no bracket ---- */

static bool is_told(const DlLayoutJob *job, GHashTable *events,
                    const DlMeasure *measure) {
    bool has_from = g_hash_table_contains(events, measure->from);
    bool has_to = g_hash_table_contains(events, measure->to);
    bool is_drawn = !job->tells_measures && has_from && has_to &&
                    measure->length != NULL && dl_job_places(job, measure->from) &&
                    dl_job_places(job, measure->to);
    return (has_from || has_to) && measure->from != measure->to && !is_drawn;
}

static char *told_words(const DlMeasure *measure) {
    return measure->length != NULL
               ? dl_measure_words(measure)
               : g_strdup_printf("%s – %s", measure->from->title, measure->to->title);
}

char *dl_measures_left_out(const DlLayoutJob *job) {
    enum { MOST_NAMED = 4 };
    const GPtrArray *all = job->timeline->measures;
    if ((job->chart->show & DL_SHOW_MEASURES) == 0 || all->len == 0)
        return NULL;
    g_autoptr(GHashTable) events = index_chart(job->chart);
    g_autoptr(GString) text = g_string_new(NULL);
    const char *comma = dl_phrase(job->timeline->words, DL_PHRASE_COMMA);
    guint count = 0;
    for (guint i = 0; i < all->len; i++) {
        const DlMeasure *measure = g_ptr_array_index(all, i);
        if (!is_told(job, events, measure) || ++count > MOST_NAMED)
            continue;
        g_autofree char *words = told_words(measure);
        g_autofree char *quoted = dl_phrase_quote(job->timeline->words, words);
        g_string_append_printf(text, "%s%s", count > 1 ? comma : "", quoted);
    }
    if (count > MOST_NAMED)
        g_string_append_printf(text, " + %u", count - MOST_NAMED);
    return count > 0
               ? dl_phrase_fill(job->timeline->words, DL_PHRASE_NOT_MEASURED, text->str)
               : NULL;
}
