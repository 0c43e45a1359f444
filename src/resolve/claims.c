/* Measures claim a length: is it one that the dates allow? */
#include "resolve/length.h"
#include "resolve/resolver.h"

static const DlBound *start_bound(const DlEvent *event) {
    return dl_bound_has_moments(&event->date.start) ? &event->date.start : NULL;
}

static bool is_doubtful(const DlEvent *from, const DlEvent *to,
                        const DlDuration *claim) {
    const DlBound *first = start_bound(from), *last = start_bound(to);
    return dl_duration_is_doubtful(claim) ||
           (first != NULL && dl_bound_is_doubtful(first)) ||
           (last != NULL && dl_bound_is_doubtful(last));
}

/* "65–66 years", the shortest and the longest that it can be, as charts say it. */
static char *possible_length(DlRange from, DlRange to) {
    const DlLanguage *english = dl_language_english();
    const bool has_shortest =
        from.latest != DL_MOMENT_MAX && to.earliest != DL_MOMENT_MIN;
    const bool has_longest =
        from.earliest != DL_MOMENT_MIN && to.latest != DL_MOMENT_MAX;
    if (has_shortest && has_longest && from.latest < to.earliest)
        return dl_words_between_any((DlMoment[]){from.latest, from.earliest},
                                    (DlMoment[]){to.earliest, to.latest}, english);
    g_autofree char *length = has_longest
                                  ? dl_words_between(from.earliest, to.latest, english)
                                  : dl_words_between(from.latest, to.earliest, english);
    return g_strdup_printf(has_longest ? "at most %s" : "at least %s", length);
}

static void check_claim(DlResolver *resolver, const DlDraftMeasure *draft,
                        const DlEvent *from, const DlEvent *to) {
    const DlDuration *claim = &draft->claim.value;
    if (dl_length_is_possible(from->start, to->start, claim))
        return;
    g_autofree char *claimed = dl_words_duration(claim, dl_language_english());
    g_autofree char *possible = possible_length(from->start, to->start);
    g_autofree char *message = g_strdup_printf("from `%s` to `%s` it is %s, not %s",
                                               from->id, to->id, possible, claimed);
    dl_tell(resolver, is_doubtful(from, to, claim), draft->claim.place, "false-claim",
            message);
}

/* Unknown events have been told. */
static const DlEvent *find_event(const DlResolver *resolver, const DlWord *word) {
    if (word->text == NULL)
        return NULL;
    const int row = dl_registry_row(resolver->events, word->text);
    return row < 0 ? NULL : resolver->events->records->pdata[row];
}

void dl_check_claims(DlResolver *resolver) {
    for (guint i = 0; i < resolver->draft->measures->len; i++) {
        const DlDraftMeasure *draft = resolver->draft->measures->pdata[i];
        const DlEvent *from = find_event(resolver, &draft->from);
        const DlEvent *to = find_event(resolver, &draft->to);
        if (draft->claim.given && from != NULL && to != NULL)
            check_claim(resolver, draft, from, to);
    }
}
