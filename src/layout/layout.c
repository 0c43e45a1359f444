#include "layout/layout.h"

#include "layout/modes.h"
#include "layout/places.h"
#include "layout/yield.h"

static const double SLACK = 1.2;      /* labels may take less than they do mostly */
static const double LEAST_WIDTH = 48; /* points between the margins */

G_DEFINE_QUARK(dl - layout - error - quark, dl_layout_error)

/* What the chart does not have already. */
static char *list_remedies(const DlChart *chart) {
    static const char *const fewer_labels[] = {
        [DL_LABELS_ALL] = ", `labels: fit` or `numbered`",
        [DL_LABELS_FIT] = ", `labels: numbered` or `none`",
        [DL_LABELS_NUMBERED] = ", `labels: fit`",
        [DL_LABELS_NONE] = "",
    };
    bool has_height = chart->page.height > 0, is_one = chart->pages == DL_PAGES_ONE;
    const char *page = has_height ? "a larger page, `height: auto`"
                                  : "a wider page, one with a height";
    const char *more = has_height ? ", `pages: many`" : " and `pages: many`";
    return g_strdup_printf("%s%s%s", page, is_one ? more : "",
                           fewer_labels[chart->labels]);
}

static DlLayout *refuse(const DlChart *chart, GError **error) {
    static const double MM = 72 / 25.4;
    g_autofree char *height =
        chart->page.height > 0 ? g_strdup_printf("%.0f mm", chart->page.height / MM)
                               : g_strdup_printf("up to %.0f mm", DL_HIGHEST_PAGE / MM);
    g_autofree char *remedies = list_remedies(chart);
    const char *what = chart->labels == DL_LABELS_ALL ? "the labels of " : "";
    g_set_error(error, DL_LAYOUT_ERROR, DL_LAYOUT_ERROR_ROOM,
                "chart `%s` does not fit its page: %.0f mm × %s has no room for %s%u "
                "event%s; take %s, less beside the events (`show`), or fewer events "
                "(`select`, `from`, `to`)",
                chart->id, chart->page.width / MM, height, what, chart->events->len,
                chart->events->len == 1 ? "" : "s", remedies);
    return NULL;
}

static bool is_on_one_page(const DlChart *chart) {
    return chart->pages == DL_PAGES_ONE || chart->page.height <= 0;
}

/* Whether it is worth a try: no arrangement is looked for that a page cannot hold. */
static bool may_fit(const DlChart *chart, const DlTheme *theme) {
    double width = chart->page.width - 2 * theme->margin;
    double height = chart->page.height > 0 ? chart->page.height : DL_HIGHEST_AUTO;
    bool needs_room = chart->labels == DL_LABELS_ALL && is_on_one_page(chart) &&
                      chart->shape == DL_SHAPE_HORIZONTAL &&
                      chart->segments == DL_SEGMENTS_NONE;
    return width >= LEAST_WIDTH &&
           (!needs_room ||
            chart->events->len * DL_LABEL_AREA < chart->page.width * height * SLACK);
}

static guint count_breaks(const DlLayout *layout) {
    guint count = 0;
    for (guint i = 0; i < layout->pages->len; i++) {
        const DlPlacedPage *page = g_ptr_array_index(layout->pages, i);
        for (guint j = 0; j < page->panels->len; j++)
            count += ((const DlPanel *)g_ptr_array_index(page->panels, j))->breaks->len;
    }
    return count;
}

static char *tell_reasons(const DlLayoutJob *job, const DlLayout *layout) {
    if (job->chart->scale != DL_SCALE_AUTO)
        return g_strdup_printf("scale %s, as the chart asks",
                               dl_name_of(&dl_scale_names, (int)job->chart->scale));
    if (dl_job_scale(job) == DL_SCALE_SEQUENCE)
        return g_strdup("scale sequence, since no event has a date");
    guint breaks = count_breaks(layout);
    if (breaks == 0)
        return g_strdup(
            "scale linear, since no empty stretch takes a third of the axis");
    return g_strdup_printf(
        "scale broken, since %u empty stretch%s more than a third of the axis", breaks,
        breaks == 1 ? " took" : "es took");
}

DlLayout *dl_layout_new(const DlTimeline *timeline, const DlChart *chart,
                        DlMeasurer *measurer, const DlTheme *theme, GError **error) {
    const DlTheme page_theme = dl_theme_for_page(theme, chart->page.width);
    if (!may_fit(chart, &page_theme))
        return refuse(chart, error);
    g_autoptr(DlNotes) notes =
        (chart->show & DL_SHOW_SOURCES) != 0 ? dl_notes_new(chart) : NULL;
    const DlLabelMaker maker = {
        timeline, chart, &page_theme, measurer, notes, theme->largest_label, NULL};
    g_autoptr(DlLabelShelf) shelf = dl_label_shelf_new(maker);
    g_autoptr(DlMemory) memory = dl_memory_new();
    g_autoptr(GHashTable) tick_widths =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    const DlView view = dl_view_of_chart(chart);
    DlLayoutJob job = {
        .view = &view,
        .vertical = chart->shape == DL_SHAPE_VERTICAL,
        .tick_widths = tick_widths,
        .memory = memory,
        .timeline = timeline,
        .chart = chart,
        .theme = &page_theme,
        .marks = dl_mark_sizes(&page_theme),
        .measurer = measurer,
        .notes = notes,
        .width = chart->page.width,
        .left = page_theme.margin,
        .right = chart->page.width - page_theme.margin,
        .longest = chart->page.height > 0 ? chart->page.height : DL_HIGHEST_PAGE,
        .labels = dl_label_shelf_get(shelf, dl_label_widths),
        .shelf = shelf,
    };
    g_autoptr(DlLanes) lanes = dl_job_new_lanes(&job);
    bool is_split = dl_job_is_strip(&job) || chart->pages == DL_PAGES_MANY;
    g_autoptr(DlLanes) all =
        is_split ? dl_lanes_new(timeline, chart, view.events) : NULL;
    job.lanes = lanes;
    job.all_lanes = all;
    DlLayout *layout = dl_layout_yielding(&job, dl_label_mode(chart->labels));
    dl_measurer_forget(measurer);
    if (layout == NULL)
        return refuse(chart, error);
    layout->reasons = tell_reasons(&job, layout);
    return layout;
}
