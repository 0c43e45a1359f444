/* Eras, relations and measures. */
#include "base/names.h"
#include "resolve/resolver.h"

static void add_era(DlResolver *resolver, const DlDraftEra *draft) {
    DlEra *era = g_new0(DlEra, 1);
    era->place = draft->place;
    era->title = g_strdup(draft->title.text != NULL ? draft->title.text : "");
    era->date = (DlDate){
        .start = dl_resolve_date(resolver, &draft->start).start,
        .end = dl_resolve_date(resolver, &draft->end).end,
        .interval = true,
    };
    dl_check_interval(resolver, &era->date, draft->end.place);
    g_ptr_array_add(resolver->timeline->eras, era);
}

/* A word of the author's own is right, unless it looks like a slip of another. */
static void check_kind(DlResolver *resolver, const DlWord *kind) {
    if (kind->text == NULL)
        return;
    const char *meant =
        dl_nearest(kind->text, dl_relation_kinds, G_N_ELEMENTS(dl_relation_kinds));
    if (meant == NULL || g_str_equal(meant, kind->text))
        return;
    dl_problems_add(resolver->problems, kind->place, "bad-value",
                    "`%s` is not a kind of relation: expected cause, follow, echo, "
                    "anniversary or reply, or a word of your own",
                    kind->text);
    dl_problems_hint(resolver->problems, "did you mean `%s`?", meant);
}

static void add_relation(DlResolver *resolver, const DlDraftRelation *draft) {
    const DlEvent *from =
        dl_registry_find(resolver->events, &draft->from, resolver->problems);
    const DlEvent *to =
        dl_registry_find(resolver->events, &draft->to, resolver->problems);
    check_kind(resolver, &draft->kind);
    if (from == NULL || to == NULL)
        return;
    DlRelation *relation = g_new0(DlRelation, 1);
    relation->place = draft->place;
    relation->from = from;
    relation->to = to;
    relation->kind = g_strdup(draft->kind.text);
    relation->label = g_strdup(draft->label.text);
    g_ptr_array_add(resolver->timeline->relations, relation);
}

static void add_measure(DlResolver *resolver, const DlDraftMeasure *draft) {
    const DlEvent *from =
        dl_registry_find(resolver->events, &draft->from, resolver->problems);
    const DlEvent *to =
        dl_registry_find(resolver->events, &draft->to, resolver->problems);
    if (from == NULL || to == NULL)
        return;
    DlMeasure *measure = g_new0(DlMeasure, 1);
    measure->place = draft->place;
    measure->from = from;
    measure->to = to;
    measure->label = g_strdup(draft->label.text);
    measure->has_claim = draft->claim.given;
    measure->claim = draft->claim.value;
    g_ptr_array_add(resolver->timeline->measures, measure);
}

void dl_resolve_links(DlResolver *resolver) {
    const DlDraft *draft = resolver->draft;
    for (guint i = 0; i < draft->eras->len; i++)
        add_era(resolver, draft->eras->pdata[i]);
    for (guint i = 0; i < draft->relations->len; i++)
        add_relation(resolver, draft->relations->pdata[i]);
    for (guint i = 0; i < draft->measures->len; i++)
        add_measure(resolver, draft->measures->pdata[i]);
}
