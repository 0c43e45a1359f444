/* Charts with every default filled in. */
#include "resolve/choices.h"
#include "resolve/insets.h"
#include "resolve/lanes.h"
#include "resolve/select.h"

static const DlPage a4_landscape = {841.89, 595.28};
static const unsigned SHOW_ALL = DL_SHOW_LEGEND | DL_SHOW_SOURCES | DL_SHOW_ERAS |
                                 DL_SHOW_RELATIONS | DL_SHOW_MEASURES | DL_SHOW_DATES |
                                 DL_SHOW_TEXT | DL_SHOW_IMAGES;

void dl_resolve_window(DlResolver *resolver, const DlDraftChart *draft,
                       DlChart *chart) {
    const DlDate from = dl_resolve_date(resolver, &draft->from);
    const DlDate to = dl_resolve_date(resolver, &draft->to);
    if (dl_bound_has_moments(&from.start))
        chart->from = from.start.min;
    if (dl_bound_has_moments(&to.end))
        chart->to = to.end.max;
    if (chart->from <= chart->to)
        return;
    g_autofree char *first = dl_bound_to_text(&from.start);
    g_autofree char *last = dl_bound_to_text(&to.end);
    dl_problems_add(resolver->problems, draft->to.place, "end-before-start",
                    "the window ends with %s, before it starts with %s", last, first);
}

static void resolve_zones(DlResolver *resolver, const DlDraftChart *draft,
                          DlChart *chart) {
    for (guint i = 0; i < draft->timezones->len; i++) {
        const DlWord *word = draft->timezones->pdata[i];
        DlZone *zone = dl_resolve_zone_word(resolver, word);
        if (zone != NULL)
            g_ptr_array_add(chart->zones, zone);
    }
}

/* What the scale counts from; it must lie somewhere in time. */
static void resolve_origin(DlResolver *resolver, const DlDraftChart *draft,
                           DlChart *chart) {
    chart->origin =
        dl_registry_find(resolver->events, &draft->origin, resolver->problems);
    if (chart->origin != NULL && !dl_event_is_dated(chart->origin))
        dl_problems_add(resolver->problems, draft->origin.place, "undated-origin",
                        "`%s` has no date, so nothing can be counted from it",
                        draft->origin.text);
    if (chart->scale == DL_SCALE_RELATIVE && draft->origin.text == NULL)
        dl_problems_add(resolver->problems, draft->scale_place, "no-origin",
                        "scale `relative` counts from an event; add `origin:` with its "
                        "id");
}

static void add_chart(DlResolver *resolver, const DlDraftChart *draft) {
    DlChart *chart = dl_chart_new();
    g_ptr_array_add(resolver->timeline->charts, chart);
    chart->place = draft->place;
    chart->title = g_strdup(draft->title.text);
    chart->subtitle = g_strdup(draft->subtitle.text);
    chart->caption = g_strdup(draft->caption.text);
    chart->dates = g_strdup(draft->dates.text);
    chart->page = draft->has_page ? draft->page : a4_landscape;
    chart->show = draft->has_show ? draft->show : SHOW_ALL;
    dl_choose(resolver, draft, chart);
    resolve_origin(resolver, draft, chart);
    dl_resolve_lanes(resolver, draft, chart);
    resolve_zones(resolver, draft, chart);
    dl_resolve_window(resolver, draft, chart);
    const bool right = dl_select_events(resolver, draft, chart);
    if (right && chart->from <= chart->to && chart->events->len == 0 &&
        resolver->timeline->events->len > 0)
        dl_problems_add(resolver->problems, draft->place, "empty-chart",
                        "no event is in this chart: its window or its `select` leaves "
                        "all of them out");
    dl_resolve_insets(resolver, draft, chart);
}

static const char *wanted_id(const DlDraft *draft, const DlDraftChart *chart) {
    return chart->title.text != NULL ? chart->title.text : draft->name;
}

/* As with events, given ids come first. */
static void name_charts(DlResolver *resolver, const GPtrArray *drafts) {
    const GPtrArray *charts = resolver->timeline->charts;
    g_autoptr(DlRegistry) ids = dl_registry_new("chart");
    g_autoptr(GHashTable) numbers =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < charts->len; i++) {
        const DlDraftChart *draft = drafts->pdata[i];
        DlChart *chart = charts->pdata[i];
        if (draft->id.text != NULL &&
            dl_registry_add(ids, draft->id.text, draft->id.place, chart,
                            resolver->problems))
            chart->id = g_strdup(draft->id.text);
    }
    for (guint i = 0; i < charts->len; i++) {
        DlChart *chart = charts->pdata[i];
        if (chart->id != NULL)
            continue;
        const char *wanted = wanted_id(resolver->draft, drafts->pdata[i]);
        g_autofree char *slug =
            dl_id_is_valid(wanted) ? g_strdup(wanted) : dl_id_from_title(wanted);
        chart->id = dl_unique_id(slug, ids->rows, numbers);
        dl_registry_add(ids, chart->id, chart->place, chart, resolver->problems);
    }
}

/* Each chart lists its events: a hostile file must not fill the memory with them. */
static bool has_room(DlResolver *resolver, const DlDraftChart *draft) {
    static const guint MOST_LISTED = 20000000;
    const DlTimeline *timeline = resolver->timeline;
    if (timeline->charts->len < MOST_LISTED / MAX(timeline->events->len, 1))
        return true;
    return dl_problems_add(resolver->problems, draft->place, "too-many-charts",
                           "more charts than %u of so many events cannot be drawn at "
                           "once",
                           timeline->charts->len);
}

void dl_resolve_charts(DlResolver *resolver) {
    g_autoptr(DlDraft) defaults = dl_draft_new();
    const GPtrArray *drafts = resolver->draft->charts;
    if (drafts->len == 0) {
        DlDraftChart *chart = dl_draft_chart_new();
        chart->place = resolver->draft->place;
        g_ptr_array_add(defaults->charts, chart);
        drafts = defaults->charts;
    }
    for (guint i = 0; i < drafts->len && has_room(resolver, drafts->pdata[i]); i++)
        add_chart(resolver, drafts->pdata[i]);
    name_charts(resolver, drafts);
}
