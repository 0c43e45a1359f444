#include "layout/extent.h"
#include "layout/hues.h"
#include "layout/places.h"
#include "layout/style.h"
#include "layout/ties.h"

/* Points beside a mark of the usual size; they grow with the marks. */
static const double SIGN_WIDTH = 11, DOUBT_WIDTH = 18, SIGN_GAP = 5;
static const double BAR_WIDTH = 20, BAR_GAP = 4, ENTRY_GAP = 13, USUAL_RADIUS = 3.3;
static const double ROW_GAP = 2;
static const double LINE_MIDDLE = 0.53; /* of its height: the small letters' */

typedef struct {
    const DlLayoutJob *job;
    DlPlacedPage *page;
    double x, y, row_height;
} Flow;

static double unit_of(const DlTheme *theme) {
    return theme->mark_radius / USUAL_RADIUS;
}

static DlBox bar_box(const DlTheme *theme, double width) {
    return (DlBox){0, 0, width * unit_of(theme), theme->bar_height};
}

/* `sign` is the room for what stands before the text. */
static void add_entry(Flow *flow, DlLegendEntry entry, const char *text, double sign) {
    const DlTheme *theme = flow->job->theme;
    const double unit = unit_of(theme), gap = SIGN_GAP * unit;
    double right = flow->job->width - theme->margin;
    sign *= unit;
    DlTextBlock *block =
        dl_style_shape(flow->job, DL_STYLE_LEGEND, text, right - theme->margin - sign);
    double width = sign + block->width;
    if (flow->x > theme->margin && flow->x + width > right) {
        flow->x = theme->margin;
        flow->y += flow->row_height;
        flow->row_height = 0;
    }
    flow->row_height = MAX(flow->row_height, block->height + ROW_GAP);
    double bar = entry.bar.width > 0 ? entry.bar.width + BAR_GAP * unit : 0;
    entry.text = (DlPlacedText){.at = {flow->x + sign, flow->y}, .block = block};
    entry.centre = (DlPoint){flow->x + (sign - gap - bar) / 2,
                             flow->y + LINE_MIDDLE * block->height / block->lines->len};
    entry.start = flow->x;
    entry.bar.x = flow->x + sign - gap - entry.bar.width;
    entry.bar.y = entry.centre.y - entry.bar.height / 2;
    flow->x += width + ENTRY_GAP * unit;
    g_array_append_val(flow->page->legend, entry);
}

/* Room for the sign, and behind it for a bar where bars differ by pattern. */
static void add_hues(Flow *flow, const DlHues *hues) {
    bool has_patterns = dl_hues_have_patterns(hues);
    for (guint i = 0; i < hues->hues->len; i++) {
        const DlHue *hue = &g_array_index(hues->hues, DlHue, i);
        double bar = has_patterns && hue->has_span ? BAR_WIDTH : 0;
        DlLegendEntry entry = {
            .kind = DL_LEGEND_HUE, .hue = i, .bar = bar_box(flow->job->theme, bar)};
        add_entry(flow, entry, hue->label, SIGN_WIDTH + (bar > 0 ? bar + BAR_GAP : 0));
    }
}

/* A bit for each status that occurs. */
static unsigned collect_statuses(const DlChart *chart) {
    unsigned statuses = 0;
    for (guint i = 0; i < chart->events->len; i++)
        statuses |= 1U << ((const DlEvent *)chart->events->pdata[i])->status;
    return statuses;
}

static void add_statuses(Flow *flow) {
    static const struct {
        DlStatus status;
        DlPhrase phrase;
    } rows[] = {
        {DL_STATUS_PLANNED, DL_PHRASE_PLANNED},
        {DL_STATUS_EXPECTED, DL_PHRASE_EXPECTED},
        {DL_STATUS_POSSIBLE, DL_PHRASE_POSSIBLE},
        {DL_STATUS_UNLIKELY, DL_PHRASE_UNLIKELY},
        {DL_STATUS_DISPUTED, DL_PHRASE_DISPUTED},
    };
    unsigned statuses = collect_statuses(flow->job->chart);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if ((statuses & 1U << rows[i].status) != 0)
            add_entry(
                flow,
                (DlLegendEntry){.kind = DL_LEGEND_STATUS, .status = rows[i].status},
                dl_phrase(flow->job->timeline->words, rows[i].phrase), SIGN_WIDTH);
}

/* On a scale of steps, and where marks hold numbers, only spans are drawn with doubt.
 */
static bool is_doubtful(const DlLayoutJob *job, const DlEvent *event) {
    if (!dl_event_is_dated(event))
        return false;
    DlExtent extent = dl_extent_of(event);
    if (dl_job_goes_by_order(job) || dl_job_marks_hold_numbers(job))
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

/* Whether an event stands in a lane of its hue; one of several actors has the hue of
 * the first, for whom the chart may have no lane. */
static bool lane_tells_hue(const DlLayoutJob *job, const DlEvent *event) {
    GPtrArray *given = job->chart->lane_ids;
    if (!dl_job_places(job, event))
        return false;
    if (job->chart->color != DL_COLOR_BY_ACTOR || given->len == 0 ||
        event->actors->len == 0)
        return true;
    const DlActor *first = g_ptr_array_index(event->actors, 0);
    return g_ptr_array_find_with_equal_func(given, first->id, g_str_equal, NULL);
}

/* Whether the headings of the lanes say what hues stand for, of every event. */
static bool lanes_tell_hues(const DlLayoutJob *job) {
    static const struct {
        DlLanesKind lanes;
        DlColorBy color;
    } same[] = {
        {DL_LANES_CATEGORY, DL_COLOR_BY_CATEGORY},
        {DL_LANES_STATUS, DL_COLOR_BY_STATUS},
        {DL_LANES_ACTOR, DL_COLOR_BY_ACTOR},
    };
    bool tell = false;
    for (size_t i = 0; i < G_N_ELEMENTS(same); i++)
        tell |=
            job->chart->lanes == same[i].lanes && job->chart->color == same[i].color;
    for (guint i = 0; i < job->chart->events->len && tell; i++)
        tell = lane_tells_hue(job, g_ptr_array_index(job->chart->events, i));
    return tell;
}

/* What hues stand for, and statuses where no hue does. */
static void add_kinds(Flow *flow) {
    const DlLayoutJob *job = flow->job;
    g_autoptr(DlHues) hues = dl_hues_new(job->timeline, job->chart, job->theme);
    bool by_status = job->chart->color == DL_COLOR_BY_STATUS;
    bool in_lanes = lanes_tell_hues(job), differ = dl_hues_differ(hues);
    if (differ && !in_lanes)
        add_hues(flow, hues);
    if (!by_status || (!differ && !in_lanes))
        add_statuses(flow);
}

/* The kinds of lines that have a name, in the order in which they occur. */
static void add_relations(Flow *flow) {
    static const double LINE_WIDTH = 20;
    const DlLayoutJob *job = flow->job;
    g_autoptr(GHashTable) told = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) possible = dl_ties_possible(job);
    for (guint i = 0; i < possible->len; i++) {
        const DlRelation *relation = g_ptr_array_index(possible, i);
        if (relation->kind == NULL || !g_hash_table_add(told, relation->kind))
            continue;
        DlLegendEntry entry = {.kind = DL_LEGEND_RELATION,
                               .relation = relation->kind,
                               .bar = bar_box(job->theme, LINE_WIDTH)};
        add_entry(flow, entry, dl_relation_words(relation, job->timeline->words),
                  LINE_WIDTH + SIGN_GAP);
    }
}

double dl_layout_legend(const DlLayoutJob *job, DlPlacedPage *page, double top) {
    if ((job->chart->show & DL_SHOW_LEGEND) == 0)
        return top;
    Flow flow = {job, page, job->theme->margin, top, 0};
    add_kinds(&flow);
    if (has_claims(job))
        add_entry(&flow, (DlLegendEntry){.kind = DL_LEGEND_CLAIM},
                  dl_phrase(job->timeline->words, DL_PHRASE_OTHER_DATE), SIGN_WIDTH);
    add_relations(&flow);
    if (has_doubt(job))
        add_entry(&flow,
                  (DlLegendEntry){.kind = DL_LEGEND_DOUBT,
                                  .bar = bar_box(job->theme, DOUBT_WIDTH)},
                  dl_phrase(job->timeline->words, DL_PHRASE_DATE_NOT_CERTAIN),
                  DOUBT_WIDTH + SIGN_GAP);
    return flow.y + flow.row_height;
}

static bool shows_doubt(const DlPlacedMark *mark) {
    static const double SEEN = 1; /* points of a fade */
    if (!mark->is_bar)
        return mark->shows_range;
    bool fades =
        (mark->soft_start && !mark->cut.start) || (mark->soft_end && !mark->cut.end);
    return fades || mark->range.width > mark->core.width + SEEN ||
           mark->range.height > mark->core.height + SEEN;
}

static bool panel_shows_doubt(const DlPanel *panel) {
    for (guint i = 0; i < panel->events->len; i++) {
        const DlPlacedEvent *placed = panel->events->pdata[i];
        if (shows_doubt(&placed->mark))
            return true;
    }
    return panel->ranges->len > 0;
}

static bool panel_shows_relation(const DlPanel *panel, const char *kind) {
    for (guint i = 0; i < panel->relations->len; i++) {
        const DlPlacedRelation *placed = g_ptr_array_index(panel->relations, i);
        if (g_strcmp0(placed->relation->kind, kind) == 0)
            return true;
    }
    return false;
}

static bool panel_shows(const DlPanel *panel, const DlLegendEntry *entry) {
    return entry->kind == DL_LEGEND_DOUBT
               ? panel_shows_doubt(panel)
               : panel_shows_relation(panel, entry->relation);
}

static bool layout_shows(const DlLayout *layout, const DlLegendEntry *entry) {
    if (entry->kind != DL_LEGEND_DOUBT && entry->kind != DL_LEGEND_RELATION)
        return true;
    for (guint i = 0; i < layout->pages->len; i++) {
        const DlPlacedPage *page = g_ptr_array_index(layout->pages, i);
        for (guint j = 0; j < page->panels->len; j++)
            if (panel_shows(g_ptr_array_index(page->panels, j), entry))
                return true;
    }
    return false;
}

static double width_of(const DlLegendEntry *entry) {
    return entry->text.at.x + entry->text.block->width - entry->start;
}

/* Where the row ends that an entry stands in. */
static double row_end(const DlLegendEntry *entry) {
    return entry->text.at.y + entry->text.block->height + ROW_GAP;
}

static double bottom_of(const GArray *legend) {
    double bottom = 0;
    for (guint i = 0; i < legend->len; i++)
        bottom = MAX(bottom, row_end(&g_array_index(legend, DlLegendEntry, i)));
    return bottom;
}

static void move_entry(DlLegendEntry *entry, double x, double y) {
    const double dx = x - entry->start, dy = y - entry->text.at.y;
    entry->start += dx;
    entry->centre.x += dx;
    entry->centre.y += dy;
    entry->bar.x += dx;
    entry->bar.y += dy;
    entry->text.at.x += dx;
    entry->text.at.y += dy;
}

/* What is left, one behind the other as at first. */
static void close_up(const DlLayoutJob *job, GArray *legend, double top) {
    const double left = job->theme->margin, right = job->width - left;
    double x = left, y = top, bottom = top;
    for (guint i = 0; i < legend->len; i++) {
        DlLegendEntry *entry = &g_array_index(legend, DlLegendEntry, i);
        if (x > left && x + width_of(entry) > right) {
            x = left;
            y = bottom;
        }
        move_entry(entry, x, y);
        x += width_of(entry) + ENTRY_GAP * unit_of(job->theme);
        bottom = MAX(bottom, row_end(entry));
    }
}

/* Which hues have a bar: of bool, by their index. */
static GArray *find_bars(const DlLayout *layout, const DlHues *hues) {
    GArray *found = g_array_new(false, true, sizeof(bool));
    g_array_set_size(found, hues->hues->len);
    for (guint i = 0; i < layout->pages->len; i++) {
        const DlPlacedPage *page = g_ptr_array_index(layout->pages, i);
        for (guint j = 0; j < page->panels->len; j++) {
            const DlPanel *panel = g_ptr_array_index(page->panels, j);
            for (guint k = 0; k < panel->events->len; k++) {
                const DlPlacedEvent *placed = panel->events->pdata[k];
                const DlHue *hue = dl_hues_find(hues, placed->event);
                if (hue != NULL && placed->has_mark && placed->mark.is_bar)
                    g_array_index(found, bool,
                                  hue - (const DlHue *)(void *)hues->hues->data) = true;
            }
        }
    }
    return found;
}

/* A sample of a bar that is nowhere in the chart says nothing. */
static void remove_bars(const DlLayoutJob *job, const DlLayout *layout,
                        GArray *legend) {
    g_autoptr(DlHues) hues = dl_hues_new(job->timeline, job->chart, job->theme);
    g_autoptr(GArray) found = find_bars(layout, hues);
    for (guint i = 0; i < legend->len; i++) {
        DlLegendEntry *entry = &g_array_index(legend, DlLegendEntry, i);
        if (entry->kind != DL_LEGEND_HUE || entry->bar.width == 0 ||
            g_array_index(found, bool, entry->hue))
            continue;
        entry->text.at.x -= entry->bar.width + BAR_GAP * unit_of(job->theme);
        entry->bar.width = 0;
    }
}

double dl_layout_trim_legend(const DlLayoutJob *job, const DlLayout *layout) {
    GArray *legend = ((DlPlacedPage *)g_ptr_array_index(layout->pages, 0))->legend;
    if (legend->len == 0)
        return 0;
    const double top = g_array_index(legend, DlLegendEntry, 0).text.at.y;
    const double before = bottom_of(legend);
    remove_bars(job, layout, legend);
    for (guint i = legend->len; i-- > 0;) {
        DlLegendEntry *entry = &g_array_index(legend, DlLegendEntry, i);
        if (layout_shows(layout, entry))
            continue;
        dl_text_block_free(entry->text.block);
        g_array_remove_index(legend, i);
    }
    close_up(job, legend, top);
    return before - MAX(top, bottom_of(legend));
}
