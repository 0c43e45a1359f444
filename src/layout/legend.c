#include "layout/extent.h"
#include "layout/places.h"

static const double SIGN_WIDTH = 11, DOUBT_WIDTH = 24, SIGN_GAP = 5;
static const double ENTRY_GAP = 13, ROW_GAP = 2;
static const double LINE_MIDDLE = 0.53; /* of its height: the small letters' */

typedef struct {
    const DlLayoutJob *job;
    DlPlacedPage *page;
    double x, y, row_height;
} Flow;

static void add_entry(Flow *flow, DlLegendEntry entry, const char *text, double sign) {
    const DlTheme *theme = flow->job->theme;
    DlTextStyle style = {.size = theme->legend_size, .weight = 400};
    double right = flow->job->width - theme->margin;
    DlTextBlock *block =
        dl_job_shape(flow->job, text, style, right - theme->margin - sign);
    double width = sign + block->width;
    if (flow->x > theme->margin && flow->x + width > right) {
        flow->x = theme->margin;
        flow->y += flow->row_height;
        flow->row_height = 0;
    }
    flow->row_height = MAX(flow->row_height, block->height + ROW_GAP);
    entry.text = (DlPlacedText){.at = {flow->x + sign, flow->y}, .block = block};
    entry.centre = (DlPoint){flow->x + (sign - SIGN_GAP) / 2,
                             flow->y + LINE_MIDDLE * block->height / block->lines->len};
    flow->x += width + ENTRY_GAP;
    g_array_append_val(flow->page->legend, entry);
}

static bool has_category(const DlChart *chart, const DlCategory *category) {
    for (guint i = 0; i < chart->events->len; i++)
        if (((const DlEvent *)g_ptr_array_index(chart->events, i))->category ==
            category)
            return true;
    return false;
}

static void add_categories(Flow *flow) {
    const GPtrArray *categories = flow->job->timeline->categories;
    for (guint i = 0; i < categories->len; i++) {
        const DlCategory *category = g_ptr_array_index(categories, i);
        if (has_category(flow->job->chart, category))
            add_entry(flow,
                      (DlLegendEntry){.kind = DL_LEGEND_CATEGORY, .category = category},
                      category->label, SIGN_WIDTH);
    }
}

static bool has_status(const DlChart *chart, DlStatus status) {
    for (guint i = 0; i < chart->events->len; i++)
        if (((const DlEvent *)g_ptr_array_index(chart->events, i))->status == status)
            return true;
    return false;
}

static void add_statuses(Flow *flow) {
    static const struct {
        DlStatus status;
        DlPhrase phrase;
    } statuses[] = {
        {DL_STATUS_PLANNED, DL_PHRASE_PLANNED},
        {DL_STATUS_EXPECTED, DL_PHRASE_EXPECTED},
        {DL_STATUS_POSSIBLE, DL_PHRASE_POSSIBLE},
        {DL_STATUS_UNLIKELY, DL_PHRASE_UNLIKELY},
        {DL_STATUS_DISPUTED, DL_PHRASE_DISPUTED},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(statuses); i++)
        if (has_status(flow->job->chart, statuses[i].status))
            add_entry(
                flow,
                (DlLegendEntry){.kind = DL_LEGEND_STATUS, .status = statuses[i].status},
                dl_phrase(flow->job->timeline->words, statuses[i].phrase), SIGN_WIDTH);
}

/* On a scale of steps, and where marks hold numbers, only spans are drawn with doubt.
 */
static bool is_doubtful(const DlLayoutJob *job, const DlEvent *event) {
    if (!dl_event_is_dated(event))
        return false;
    DlExtent extent = dl_extent_of(event);
    if (dl_job_goes_by_order(job) || job->numbers != NULL)
        return extent.is_span && (extent.start_unknown || extent.end_unknown ||
                                  dl_bound_is_doubtful(&event->date.start));
    return extent.certain.to < extent.possible.to ||
           dl_bound_is_doubtful(&event->date.start);
}

static bool has_doubt(const DlLayoutJob *job) {
    for (guint i = 0; i < job->chart->events->len; i++)
        if (is_doubtful(job, g_ptr_array_index(job->chart->events, i)))
            return true;
    return false;
}

/* Whether a source of the event gives another date, in the window of the chart. */
static bool has_claim(const DlChart *chart, const DlEvent *event) {
    for (guint i = 0; i < event->citations->len; i++) {
        DlMoment middle;
        if (dl_citation_differs(g_ptr_array_index(event->citations, i), event,
                                &middle) &&
            middle >= chart->from && middle <= chart->to)
            return true;
    }
    return false;
}

static bool has_claims(const DlLayoutJob *job) {
    for (guint i = 0; i < job->chart->events->len; i++) {
        const DlEvent *event = g_ptr_array_index(job->chart->events, i);
        if (dl_event_is_dated(event) && has_claim(job->chart, event))
            return !dl_job_goes_by_order(job);
    }
    return false;
}

double dl_layout_legend(const DlLayoutJob *job, DlPlacedPage *page, double top) {
    if ((job->chart->show & DL_SHOW_LEGEND) == 0)
        return top;
    Flow flow = {job, page, job->theme->margin, top, 0};
    if (job->chart->color == DL_COLOR_BY_CATEGORY)
        add_categories(&flow);
    add_statuses(&flow);
    if (has_doubt(job))
        add_entry(&flow, (DlLegendEntry){.kind = DL_LEGEND_DOUBT},
                  dl_phrase(job->timeline->words, DL_PHRASE_DATE_NOT_CERTAIN),
                  DOUBT_WIDTH);
    if (has_claims(job))
        add_entry(&flow, (DlLegendEntry){.kind = DL_LEGEND_CLAIM},
                  dl_phrase(job->timeline->words, DL_PHRASE_OTHER_DATE), SIGN_WIDTH);
    return flow.y + flow.row_height;
}
