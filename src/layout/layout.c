#include "layout/layout.h"

#include <math.h>

#include "layout/places.h"

static const double PART_GAP = 11; /* between heading, panels and foot */
static const double SIZE_STEP = 0.5;
static const double LEAST_LABEL_AREA = 1100; /* square points that one label takes */
static const double SLACK = 1.2;             /* labels may take less */
static const double HIGHEST_AUTO = 1700;     /* points: all rows with small labels */
static const double LEAST_WIDTH = 48;        /* points between the margins */
static const double AUTO_SIZE = 8.5;
static const double READABLE = 8; /* below it, an axis of several scales is better */

G_DEFINE_QUARK(dl - layout - error - quark, dl_layout_error)

static const DlShapeLayout shapes[] = {
    [DL_SHAPE_HORIZONTAL] = dl_layout_horizontal,
    [DL_SHAPE_VERTICAL] = dl_layout_vertical,
};

static bool needs_axis(const DlLayoutJob *job) {
    for (guint i = 0; i < job->view->events->len; i++)
        if (dl_job_places(job, g_ptr_array_index(job->view->events, i)))
            return true;
    return false;
}

static double foot_height(const DlLayoutJob *job) {
    DlPlacedPage *scratch = dl_placed_page_new();
    double height = dl_layout_foot(job, scratch, 0, false);
    dl_placed_page_free(scratch);
    return height;
}

static void add_panel(DlPlacedPage *page, DlPanel *panel, double *y, double spare) {
    if (panel == NULL)
        return;
    dl_panel_move(panel, *y + spare / 2);
    *y += panel->box.height + spare + PART_GAP;
    g_ptr_array_add(page->panels, panel);
}

/* One attempt with one size of labels; NULL where they do not fit. A page of height 0
 * becomes as high as its contents. */
static DlLayout *try_size(const DlLayoutJob *job, double page_height) {
    const DlTheme *theme = job->theme;
    g_autoptr(DlLayout) layout = dl_layout_empty(theme);
    DlPlacedPage *page = dl_placed_page_new();
    g_ptr_array_add(layout->pages, page);
    double y = dl_layout_heading(job, page) + PART_GAP;
    double foot = foot_height(job);
    DlPanel *strip = dl_layout_undated(job);
    double below = theme->margin + foot + PART_GAP +
                   (strip != NULL ? strip->box.height + PART_GAP : 0);
    bool fits = true;
    if (needs_axis(job)) {
        double room = page_height > 0 ? page_height - y - below : 0;
        DlPanel *axis = page_height > 0 && room <= theme->band_height
                            ? NULL
                            : shapes[job->chart->shape](job, room);
        fits = axis != NULL;
        double spare = fits && page_height > 0 ? room - axis->box.height : 0;
        add_panel(page, axis, &y, spare);
    }
    add_panel(page, strip, &y, 0);
    if (page_height > 0)
        y = fmax(y, page_height - theme->margin - foot);
    bool one_slope =
        page->panels->len == 0 || ((DlPanel *)page->panels->pdata[0])->one_slope;
    y = dl_layout_foot(job, page, y, one_slope) + theme->margin;
    if (dl_language_runs_left(job->timeline->language))
        dl_page_mirror(page, job->width);
    layout->width = job->width;
    layout->height = page_height > 0 ? page_height : y;
    if (!fits || y > layout->height + 0.5)
        return NULL;
    return g_steal_pointer(&layout);
}

static DlLayout *refuse(const DlChart *chart, GError **error) {
    static const double MM = 72 / 25.4;
    g_autofree char *height =
        chart->page.height > 0
            ? g_strdup_printf("%.0f mm give; take a larger page, `height: auto`,",
                              chart->page.height / MM)
            : g_strdup("any height give; take a wider page");
    g_set_error(error, DL_LAYOUT_ERROR, DL_LAYOUT_ERROR_ROOM,
                "chart `%s` does not fit its page: the labels of %u events need more "
                "room than %.0f mm × %s or fewer events (`select`, `from`, `to`)",
                chart->id, chart->events->len, chart->page.width / MM, height);
    return NULL;
}

/* Whether it is worth a try: no arrangement is looked for that a page cannot hold. */
static bool may_fit(const DlChart *chart, const DlTheme *theme) {
    double width = chart->page.width - 2 * theme->margin;
    double height = chart->page.height > 0 ? chart->page.height : HIGHEST_AUTO;
    return width >= LEAST_WIDTH &&
           chart->events->len * LEAST_LABEL_AREA < chart->page.width * height * SLACK;
}

/* The size of the labels, `steps` steps below the largest. */
static double size_of(const DlLayoutJob *job, int steps) {
    double largest = job->theme->largest_label;
    return (job->chart->page.height > 0 ? largest : AUTO_SIZE) - steps * SIZE_STEP;
}

/* How many sizes there are down to one. */
static int count_sizes(const DlLayoutJob *job, double smallest) {
    return (int)floor((size_of(job, 0) - smallest) / SIZE_STEP) + 1;
}

/* The largest size between two at which the labels fit, found by halving. */
static DlLayout *try_sizes(DlLayoutJob *job, int largest, int smallest) {
    DlLayout *best = NULL;
    while (largest <= smallest) {
        int middle = (largest + smallest) / 2;
        job->size = size_of(job, middle);
        DlLayout *layout = try_size(job, job->chart->page.height);
        if (layout == NULL) {
            largest = middle + 1;
            continue;
        }
        dl_layout_free(best);
        best = layout;
        smallest = middle - 1;
    }
    return best;
}

/* One scale for the whole axis and readable labels, if that can be; else an axis with
 * more room where the events are; else small labels. */
static DlLayout *try_all(DlLayoutJob *job) {
    int readable = count_sizes(job, READABLE);
    int all = count_sizes(job, job->theme->smallest_label);
    const struct {
        int largest, smallest;
        bool by_events;
    } attempts[] = {
        {0, readable - 1, false},
        {0, readable - 1, true},
        {readable, all - 1, false},
        {readable, all - 1, true},
    };
    DlLayout *layout = NULL;
    bool may_break = dl_job_scale(job) == DL_SCALE_BROKEN;
    for (size_t i = 0; i < G_N_ELEMENTS(attempts) && layout == NULL; i++) {
        if (attempts[i].by_events && !may_break)
            continue;
        job->by_events = attempts[i].by_events;
        layout = try_sizes(job, attempts[i].largest, attempts[i].smallest);
    }
    return layout;
}

static guint count_breaks(const DlLayout *layout) {
    guint count = 0;
    const DlPlacedPage *page = g_ptr_array_index(layout->pages, 0);
    for (guint i = 0; i < page->panels->len; i++)
        count += ((const DlPanel *)g_ptr_array_index(page->panels, i))->breaks->len;
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
    g_autoptr(DlLabelCache) labels =
        dl_label_cache_new((DlLabelMaker){timeline, chart, &page_theme, measurer, notes,
                                          theme->largest_label},
                           dl_label_widths);
    g_autoptr(GHashTable) tick_widths =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    const DlView view = dl_view_of_chart(chart);
    g_autoptr(DlLanes) lanes = dl_lanes_new(timeline, chart, view.events);
    DlLayoutJob job = {
        .view = &view,
        .lanes = lanes,
        .vertical = chart->shape == DL_SHAPE_VERTICAL,
        .tick_widths = tick_widths,
        .timeline = timeline,
        .chart = chart,
        .theme = &page_theme,
        .measurer = measurer,
        .notes = notes,
        .width = chart->page.width,
        .labels = labels,
    };
    DlLayout *layout = try_all(&job);
    if (layout == NULL)
        return refuse(chart, error);
    layout->reasons = tell_reasons(&job, layout);
    return layout;
}
