/* What events and sources have to say of each other. */
#include "resolve/resolver.h"

/* With errors, a source may be cited under a name that is wrong. A bibliography may
 * hold more than is cited. */
static void warn_of_uncited(DlResolver *resolver) {
    const DlTimeline *timeline = resolver->timeline;
    g_autoptr(GHashTable) cited = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < timeline->events->len; i++) {
        const DlEvent *event = timeline->events->pdata[i];
        for (guint j = 0; j < event->citations->len; j++) {
            const DlCitation *citation = event->citations->pdata[j];
            g_hash_table_add(cited, (void *)citation->source);
        }
    }
    for (guint i = 0; i < resolver->draft->sources->len; i++) {
        const DlDraftSource *draft = resolver->draft->sources->pdata[i];
        if (!draft->is_listed &&
            !g_hash_table_contains(cited, timeline->sources->pdata[i]))
            dl_problems_warn(resolver->problems, draft->place, "uncited-source",
                             "no event cites the source `%s`", draft->id.text);
    }
}

static void warn_of_unsourced(DlResolver *resolver) {
    for (guint i = 0; i < resolver->timeline->events->len; i++) {
        const DlEvent *event = resolver->timeline->events->pdata[i];
        if (event->citations->len == 0)
            dl_problems_warn(resolver->problems, event->place, "no-source",
                             "`%s` has no source", event->id);
    }
}

/* Whether a date says when, without doubt. */
static bool is_firm(const DlDate *date) {
    return dl_bound_has_moments(&date->start) && dl_bound_has_moments(&date->end) &&
           !dl_bound_is_doubtful(&date->start) && !dl_bound_is_doubtful(&date->end);
}

static bool excludes(const DlDate *a, const DlDate *b) {
    return a->start.min > b->end.max || b->start.min > a->end.max;
}

static char *date_to_text(const DlDate *date) {
    char *start = dl_bound_to_text(&date->start);
    if (!date->interval)
        return start;
    g_autofree char *owned = start;
    g_autofree char *end = dl_bound_to_text(&date->end);
    return g_strdup_printf("%s to %s", owned, end);
}

static void tell_against_event(DlResolver *resolver, const DlCitation *citation,
                               const DlEvent *event) {
    g_autofree char *said = date_to_text(&citation->date);
    g_autofree char *date = date_to_text(&event->date);
    dl_problems_note(resolver->problems, citation->place, "sources-differ",
                     "`%s` says %s, where `%s` has the date %s", citation->source->id,
                     said, event->id, date);
}

static void tell_against_other(DlResolver *resolver, const DlCitation *citation,
                               const DlCitation *other) {
    g_autofree char *said = date_to_text(&citation->date);
    g_autofree char *date = date_to_text(&other->date);
    dl_problems_note(resolver->problems, citation->place, "sources-differ",
                     "`%s` says %s, where `%s` says %s", citation->source->id, said,
                     other->source->id, date);
}

/* Each source that contradicts the event's own date; of the others, the two that are
 * farthest apart: where these agree, all do. */
static void note_conflicts(DlResolver *resolver, const DlEvent *event) {
    const DlCitation *first = NULL, *last = NULL;
    for (guint i = 0; i < event->citations->len; i++) {
        const DlCitation *citation = event->citations->pdata[i];
        if (!citation->has_date || !is_firm(&citation->date))
            continue;
        if (is_firm(&event->date) && excludes(&citation->date, &event->date)) {
            tell_against_event(resolver, citation, event);
            continue;
        }
        if (first == NULL || citation->date.end.max < first->date.end.max)
            first = citation;
        if (last == NULL || citation->date.start.min > last->date.start.min)
            last = citation;
    }
    if (first != NULL && excludes(&first->date, &last->date))
        tell_against_other(resolver, last, first);
}

void dl_check_sources(DlResolver *resolver) {
    const DlResolveOptions *options = resolver->options;
    if (!dl_problems_has_errors(resolver->problems))
        warn_of_uncited(resolver);
    if (options != NULL && options->strict)
        warn_of_unsourced(resolver);
    for (guint i = 0;
         options != NULL && options->notes && i < resolver->timeline->events->len; i++)
        note_conflicts(resolver, resolver->timeline->events->pdata[i]);
}
