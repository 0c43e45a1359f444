#include "resolve/insets.h"

#include "resolve/choices.h"
#include "resolve/lanes.h"
#include "resolve/select.h"

enum { MOST_INSETS = 12 };

static bool is_within(DlRange range, const DlChart *inset) {
    return range.earliest != DL_MOMENT_MIN && range.latest != DL_MOMENT_MAX &&
           range.earliest >= inset->from && range.latest <= inset->to;
}

/* What only may lie in the window, or lies around it, stays on the main axis. */
static void keep_own(DlChart *inset, const GPtrArray *events) {
    g_autoptr(GPtrArray) kept = g_ptr_array_new();
    for (guint i = 0; i < events->len; i++) {
        const DlEvent *event = events->pdata[i];
        if (is_within(event->start, inset) || is_within(event->end, inset))
            g_ptr_array_add(kept, (void *)event);
    }
    g_ptr_array_set_size(inset->events, 0);
    g_ptr_array_extend(inset->events, kept, NULL, NULL);
}

static bool select_events(DlResolver *resolver, const DlDraftChart *draft,
                          const DlChart *chart, DlChart *inset) {
    bool right = true;
    if (draft->has_select)
        right = dl_select_events(resolver, draft, inset);
    g_autoptr(GPtrArray) events =
        g_ptr_array_copy(draft->has_select ? inset->events : chart->events, NULL, NULL);
    keep_own(inset, events);
    return right;
}

/* What an inset does not say is as its chart has it. */
static DlChart *new_inset(DlResolver *resolver, const DlDraftChart *draft,
                          const DlChart *chart) {
    DlChart *inset = dl_chart_new();
    inset->place = draft->place;
    dl_choose(resolver, draft, inset);
    inset->shape = chart->shape;
    inset->color = chart->color;
    inset->labels = chart->labels;
    inset->page = chart->page;
    inset->theme = chart->theme;
    inset->show = chart->show;
    inset->origin = chart->origin;
    inset->dates = g_strdup(chart->dates);
    dl_resolve_lanes(resolver, draft, inset);
    dl_resolve_window(resolver, draft, inset);
    inset->from = draft->from.given ? inset->from : chart->from;
    inset->to = draft->to.given ? inset->to : chart->to;
    return inset;
}

/* The title, or the window in words. */
static char *title_of(DlResolver *resolver, const DlDraftChart *draft) {
    if (draft->title.text != NULL)
        return g_strdup(draft->title.text);
    DlDate window = {.start = dl_resolve_date(resolver, &draft->from).start,
                     .end = dl_resolve_date(resolver, &draft->to).end,
                     .interval = true};
    if (!draft->from.given)
        window.start.kind = DL_BOUND_OPEN;
    if (!draft->to.given)
        window.end.kind = DL_BOUND_OPEN;
    return dl_words_date(&window, resolver->timeline->words, DL_WORDS_FULL, NULL);
}

static char *window_to_text(const DlChart *chart) {
    g_autofree char *from = chart->from != DL_MOMENT_MIN ? dl_day_to_text(chart->from)
                                                         : g_strdup("its first event");
    g_autofree char *to = chart->to != DL_MOMENT_MAX ? dl_day_to_text(chart->to)
                                                     : g_strdup("its last event");
    return g_strdup_printf("%s to %s", from, to);
}

static bool check_window(DlResolver *resolver, const DlDraftChart *draft,
                         const DlChart *chart, const DlChart *inset) {
    if (draft->from.broken || draft->to.broken || inset->from > inset->to)
        return false;
    if (!draft->from.given && !draft->to.given)
        return dl_problems_add(resolver->problems, draft->place, "inset-window",
                               "an inset needs `from` or `to`: the part of the axis "
                               "that it shows");
    if (inset->from >= chart->from && inset->to <= chart->to)
        return true;
    g_autofree char *own = window_to_text(inset), *whole = window_to_text(chart);
    return dl_problems_add(resolver->problems, draft->place, "inset-window",
                           "the inset shows %s, which is not inside the chart: that "
                           "shows %s",
                           own, whole);
}

static bool check_scale(DlResolver *resolver, const DlDraftChart *draft,
                        const DlChart *inset) {
    if (inset->scale != DL_SCALE_RELATIVE || inset->origin != NULL)
        return true;
    return dl_problems_add(resolver->problems, draft->scale_place, "no-origin",
                           "scale `relative` counts from an event; add `origin:` with "
                           "its id to the chart");
}

static bool check_overlap(DlResolver *resolver, const DlChart *chart,
                          const DlChart *inset) {
    for (guint i = 0; i < chart->insets->len; i++) {
        const DlChart *other = chart->insets->pdata[i];
        if (inset->from > other->to || inset->to < other->from)
            continue;
        g_autofree char *own = window_to_text(inset), *its = window_to_text(other);
        return dl_problems_add(resolver->problems, inset->place, "inset-window",
                               "the inset shows %s, which overlaps another inset of "
                               "the chart: that shows %s",
                               own, its);
    }
    return true;
}

static void add_inset(DlResolver *resolver, const DlDraftChart *draft, DlChart *chart) {
    g_autoptr(DlChart) inset = new_inset(resolver, draft, chart);
    inset->title = title_of(resolver, draft);
    if (!check_window(resolver, draft, chart, inset) ||
        !check_overlap(resolver, chart, inset) ||
        !check_scale(resolver, draft, inset) ||
        !select_events(resolver, draft, chart, inset))
        return;
    if (inset->events->len > 0)
        g_ptr_array_add(chart->insets, g_steal_pointer(&inset));
    else if (!dl_problems_has_errors(resolver->problems))
        dl_problems_add(resolver->problems, draft->place, "empty-chart",
                        "no event is in this inset: none that the %s lets in surely "
                        "begins or ends in its window",
                        draft->has_select ? "inset" : "chart");
}

static int compare_insets(gconstpointer a, gconstpointer b) {
    const DlChart *first = *(const DlChart *const *)a;
    const DlChart *second = *(const DlChart *const *)b;
    return (first->from > second->from) - (first->from < second->from);
}

/* What only an inset lets in is not left out of the chart any more. */
static void add_events(DlChart *chart) {
    g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < chart->events->len; i++)
        g_hash_table_add(known, chart->events->pdata[i]);
    for (guint i = 0; i < chart->insets->len; i++) {
        const DlChart *inset = chart->insets->pdata[i];
        for (guint j = 0; j < inset->events->len; j++) {
            if (!g_hash_table_add(known, inset->events->pdata[j]))
                continue;
            g_ptr_array_add(chart->events, inset->events->pdata[j]);
            chart->n_left_out--;
        }
    }
    g_ptr_array_sort(chart->events, dl_event_compare_ranks);
}

/* Other panels of an axis that is folded or goes on on other pages have no place for
 * the guides of an inset. */
static bool check_axis(DlResolver *resolver, const DlDraftChart *draft,
                       const DlChart *chart) {
    const char *other = chart->segments != DL_SEGMENTS_NONE ? "segments"
                        : chart->pages == DL_PAGES_MANY     ? "pages: many"
                                                            : NULL;
    if (other == NULL)
        return true;
    return dl_problems_add(resolver->problems, draft->insets_place, "insets",
                           "insets belong to an axis that is in one piece; a chart "
                           "with `%s` has none",
                           other);
}

void dl_resolve_insets(DlResolver *resolver, const DlDraftChart *draft,
                       DlChart *chart) {
    if (draft->insets->len == 0 || chart->from > chart->to ||
        !check_axis(resolver, draft, chart))
        return;
    if (draft->insets->len > MOST_INSETS) {
        dl_problems_add(resolver->problems, draft->insets_place, "insets",
                        "a chart has room for %d insets at most, not %u", MOST_INSETS,
                        draft->insets->len);
        return;
    }
    for (guint i = 0; i < draft->insets->len; i++)
        add_inset(resolver, draft->insets->pdata[i], chart);
    g_ptr_array_sort(chart->insets, compare_insets);
    add_events(chart);
}
