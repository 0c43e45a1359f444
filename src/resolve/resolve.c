#include "resolve/resolve.h"

#include "resolve/cycles.h"
#include "resolve/resolver.h"

static void open_registries(DlResolver *resolver) {
    resolver->actors = dl_registry_new("actor");
    resolver->locations = dl_registry_new("place");
    resolver->categories = dl_registry_new("category");
    resolver->sources = dl_registry_new("source");
    resolver->events = dl_registry_new("event");
    resolver->tags = dl_registry_new("tag");
}

static void close_registries(DlResolver *resolver) {
    dl_registry_free(resolver->actors);
    dl_registry_free(resolver->locations);
    dl_registry_free(resolver->categories);
    dl_registry_free(resolver->sources);
    dl_registry_free(resolver->events);
    dl_registry_free(resolver->tags);
}

static void order_events(DlResolver *resolver) {
    g_autoptr(DlOrder) order = dl_resolve_order(resolver);
    dl_cycles_tell(resolver, order);
    dl_resolve_bounds(resolver, order);
    dl_resolve_ranks(resolver, order);
}

/* What the reader could not make out may have been the events. */
static void check_events(DlResolver *resolver) {
    if (resolver->draft->events->len == 0 &&
        !dl_problems_has_errors(resolver->problems))
        dl_problems_add(resolver->problems, resolver->draft->place, "no-events",
                        "a timeline needs events, and this one has none");
}

DlTimeline *dl_resolve(const DlDraft *draft, const DlResolveOptions *options,
                       DlProblems *problems) {
    DlResolver resolver = {
        .draft = draft,
        .options = options,
        .problems = problems,
        .timeline = dl_timeline_new(),
    };
    open_registries(&resolver);
    check_events(&resolver);
    dl_resolve_head(&resolver);
    dl_resolve_registries(&resolver);
    dl_resolve_events(&resolver);
    dl_resolve_links(&resolver);
    order_events(&resolver);
    dl_check_claims(&resolver);
    dl_resolve_lengths(&resolver);
    dl_resolve_charts(&resolver);
    dl_check_sources(&resolver);
    dl_check_drawn(&resolver);
    close_registries(&resolver);
    return resolver.timeline;
}
