#include "layout/places.h"

#include <math.h>

#include "layout/segments.h"

static void free_block(DlTextBlock *block) {
    if (block != NULL)
        dl_text_block_free(block);
}

static void free_texts(GArray *texts) {
    for (guint i = 0; i < texts->len; i++)
        free_block(g_array_index(texts, DlPlacedText, i).block);
    g_array_unref(texts);
}

static void tick_free(DlPlacedTick *tick) {
    free_block(tick->label.block);
    g_free(tick);
}

static void break_free(DlPlacedBreak *placed) {
    free_block(placed->label.block);
    g_free(placed->omitted);
    g_free(placed);
}

void dl_placed_event_free(DlPlacedEvent *placed) {
    dl_label_free(placed->label);
    free_block(placed->number.block);
    for (guint i = 0; i < placed->claims->len; i++)
        free_block(g_array_index(placed->claims, DlPlacedClaim, i).number.block);
    g_array_unref(placed->claims);
    g_array_unref(placed->leader);
    g_free(placed);
}

DlPlacedEvent *dl_placed_event_new(const DlEvent *event) {
    DlPlacedEvent *placed = g_new0(DlPlacedEvent, 1);
    placed->event = event;
    placed->has_mark = true;
    placed->claims = g_array_new(false, false, sizeof(DlPlacedClaim));
    placed->leader = g_array_new(false, false, sizeof(DlPoint));
    return placed;
}

static void density_free(DlPlacedDensity *density) {
    g_array_unref(density->columns);
    g_ptr_array_unref(density->levels);
    g_free(density);
}

DlPlacedDensity *dl_placed_density_new(void) {
    DlPlacedDensity *density = g_new(DlPlacedDensity, 1);
    density->columns = g_array_new(false, false, sizeof(DlPlacedColumn));
    density->levels = g_ptr_array_new_with_free_func((GDestroyNotify)tick_free);
    return density;
}

static void era_free(DlPlacedEra *placed) {
    g_array_unref(placed->tints);
    g_array_unref(placed->edges);
    free_block(placed->name.block);
    g_free(placed);
}

DlPlacedEra *dl_placed_era_new(const DlEra *era) {
    DlPlacedEra *placed = g_new0(DlPlacedEra, 1);
    placed->era = era;
    placed->tints = g_array_new(false, false, sizeof(DlPlacedTint));
    placed->edges = g_array_new(false, false, sizeof(DlPlacedLine));
    return placed;
}

static void count_free(DlPlacedCount *count) {
    free_block(count->number.block);
    g_free(count->events);
    g_free(count);
}

DlPlacedCount *dl_placed_count_new(void) {
    return g_new0(DlPlacedCount, 1);
}

void dl_placed_relation_free(DlPlacedRelation *relation) {
    g_ptr_array_unref(relation->lines);
    free_block(relation->label.block);
    g_free(relation);
}

DlPlacedRelation *dl_placed_relation_new(const DlRelation *relation) {
    DlPlacedRelation *placed = g_new0(DlPlacedRelation, 1);
    placed->relation = relation;
    placed->lines = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    return placed;
}

static void guides_free(DlPlacedGuides *guides) {
    if (guides == NULL)
        return;
    for (int i = 0; i < 2; i++)
        g_array_unref(guides->lines[i]);
    g_array_unref(guides->straight);
    g_free(guides);
}

DlPlacedGuides *dl_placed_guides_new(void) {
    DlPlacedGuides *guides = g_new0(DlPlacedGuides, 1);
    guides->straight = g_array_new(false, false, sizeof(DlPlacedLine));
    for (int i = 0; i < 2; i++)
        guides->lines[i] = g_array_new(false, false, sizeof(DlPoint));
    return guides;
}

static void measure_free(DlPlacedMeasure *placed) {
    g_array_unref(placed->lines);
    g_array_unref(placed->dashes);
    g_array_unref(placed->guides);
    free_block(placed->words.block);
    g_free(placed);
}

DlPlacedMeasure *dl_placed_measure_new(const DlMeasure *measure) {
    DlPlacedMeasure *placed = g_new0(DlPlacedMeasure, 1);
    placed->measure = measure;
    placed->lines = g_array_new(false, false, sizeof(DlPlacedLine));
    placed->dashes = g_array_new(false, false, sizeof(DlPlacedLine));
    placed->guides = g_array_new(false, false, sizeof(DlPlacedLine));
    return placed;
}

DlPanel *dl_panel_new(void) {
    DlPanel *panel = g_new0(DlPanel, 1);
    panel->one_slope = true;
    panel->bands = g_array_new(false, false, sizeof(DlBox));
    panel->ticks = g_ptr_array_new_with_free_func((GDestroyNotify)tick_free);
    panel->breaks = g_ptr_array_new_with_free_func((GDestroyNotify)break_free);
    panel->ranges = g_array_new(false, false, sizeof(DlPlacedRange));
    panel->densities = g_ptr_array_new_with_free_func((GDestroyNotify)density_free);
    panel->measures = g_ptr_array_new_with_free_func((GDestroyNotify)measure_free);
    panel->eras = g_ptr_array_new_with_free_func((GDestroyNotify)era_free);
    panel->lanes = g_array_new(false, false, sizeof(DlPlacedLane));
    panel->connectors = g_array_new(false, false, sizeof(DlPlacedConnector));
    panel->counts = g_ptr_array_new_with_free_func((GDestroyNotify)count_free);
    panel->relations =
        g_ptr_array_new_with_free_func((GDestroyNotify)dl_placed_relation_free);
    panel->stretches = g_array_new(false, false, sizeof(DlPlacedStretch));
    panel->events =
        g_ptr_array_new_with_free_func((GDestroyNotify)dl_placed_event_free);
    return panel;
}

void dl_panel_free(DlPanel *panel) {
    if (panel == NULL)
        return;
    free_block(panel->heading.block);
    free_block(panel->note.block);
    g_free(panel->left_out);
    g_array_unref(panel->bands);
    g_ptr_array_unref(panel->ticks);
    g_ptr_array_unref(panel->breaks);
    g_array_unref(panel->ranges);
    for (guint i = 0; i < panel->lanes->len; i++)
        free_block(g_array_index(panel->lanes, DlPlacedLane, i).heading.block);
    g_array_unref(panel->lanes);
    g_array_unref(panel->connectors);
    g_ptr_array_unref(panel->densities);
    g_ptr_array_unref(panel->eras);
    g_ptr_array_unref(panel->counts);
    g_ptr_array_unref(panel->relations);
    g_array_unref(panel->stretches);
    guides_free(panel->guides);
    g_ptr_array_unref(panel->measures);
    g_ptr_array_unref(panel->events);
    g_free(panel);
}

DlPlacedPage *dl_placed_page_new(void) {
    DlPlacedPage *page = g_new0(DlPlacedPage, 1);
    page->legend = g_array_new(false, true, sizeof(DlLegendEntry));
    page->panels = g_ptr_array_new_with_free_func((GDestroyNotify)dl_panel_free);
    page->sources = g_array_new(false, true, sizeof(DlPlacedText));
    page->remarks = g_array_new(false, true, sizeof(DlPlacedText));
    return page;
}

void dl_placed_page_free(DlPlacedPage *page) {
    if (page == NULL)
        return;
    free_block(page->title.block);
    free_block(page->subtitle.block);
    for (guint i = 0; i < page->legend->len; i++)
        free_block(g_array_index(page->legend, DlLegendEntry, i).text.block);
    g_array_unref(page->legend);
    g_ptr_array_unref(page->panels);
    free_texts(page->sources);
    free_texts(page->remarks);
    free_block(page->folio.block);
    g_free(page);
}

DlLayout *dl_layout_empty(const DlTheme *theme) {
    DlLayout *layout = g_new0(DlLayout, 1);
    layout->theme = *theme;
    layout->pages = g_ptr_array_new_with_free_func((GDestroyNotify)dl_placed_page_free);
    return layout;
}

void dl_layout_free(DlLayout *layout) {
    if (layout == NULL)
        return;
    g_ptr_array_unref(layout->pages);
    g_free(layout->reasons);
    g_free(layout);
}

DlTextBlock *dl_job_shape(const DlLayoutJob *job, const char *text, DlTextStyle style,
                          double width) {
    DlTextPart part = {text, style, job->timeline->language};
    return dl_measurer_shape(job->measurer, &part, 1, width, job->theme->line_height,
                             DL_ALIGN_START);
}

DlMarkSizes dl_mark_sizes(const DlTheme *theme) {
    return (DlMarkSizes){theme->mark_radius, theme->mark_pitch, theme->bar_height};
}

DlMarkSizes dl_mark_sizes_for_numbers(const DlTheme *theme, double widest) {
    static const double AIR = 1.4, BETWEEN = 1.2;
    double radius = fmax(widest / 2, theme->smallest_text * 0.55) + AIR;
    return (DlMarkSizes){radius, 2 * radius + BETWEEN, 2 * radius - BETWEEN};
}

double dl_job_label_scale(const DlLayoutJob *job) {
    return job->size / job->labels->maker.size;
}

static bool has_dated(const GPtrArray *events) {
    for (guint i = 0; i < events->len; i++)
        if (dl_event_is_dated(g_ptr_array_index(events, i)))
            return true;
    return false;
}

DlView dl_view_of_chart(const DlChart *chart) {
    return (DlView){.events = chart->events,
                    .from = chart->from,
                    .to = chart->to,
                    .scale = chart->scale};
}

DlScaleKind dl_job_scale(const DlLayoutJob *job) {
    if (job->view->scale != DL_SCALE_AUTO)
        return job->view->scale;
    return has_dated(job->view->events) ? DL_SCALE_BROKEN : DL_SCALE_SEQUENCE;
}

bool dl_job_goes_by_order(const DlLayoutJob *job) {
    DlScaleKind scale = dl_job_scale(job);
    return scale == DL_SCALE_SEQUENCE || scale == DL_SCALE_INTERIM;
}

guint dl_job_inset_of(const DlLayoutJob *job, const DlEvent *event) {
    if (job->inset_of == NULL)
        return 0;
    return GPOINTER_TO_UINT(g_hash_table_lookup(job->inset_of, event));
}

bool dl_job_places(const DlLayoutJob *job, const DlEvent *event) {
    if (!dl_segments_place(job->chart->segments, event))
        return false;
    if (dl_event_is_dated(event))
        return true;
    bool is_ordered = event->after->len > 0 || event->before->len > 0 ||
                      event->during->len > 0 || event->with->len > 0;
    return is_ordered && dl_job_goes_by_order(job);
}
