#include "layout/places.h"

/* A placed text keeps its box, and its lines end where the others of the page begin. */
static void mirror_text(DlPlacedText *text, double width) {
    if (text->block == NULL)
        return;
    text->at.x = width - text->at.x - text->block->width;
    for (guint i = 0; i < text->block->lines->len; i++) {
        DlTextLine *line = g_ptr_array_index(text->block->lines, i);
        line->x = text->block->width - line->width;
    }
}

/* The words of a break stay in its middle. */
static void mirror_centred(DlPlacedText *text, double width) {
    if (text->block == NULL)
        return;
    text->at.x = width - text->at.x - text->block->width;
}

static void mirror_box(DlBox *box, double width) {
    box->x = width - box->x - box->width;
}

static void mirror_point(DlPoint *point, double width) {
    point->x = width - point->x;
}

static void swap(bool *a, bool *b) {
    bool kept = *a;
    *a = *b;
    *b = kept;
}

static void mirror_mark(DlPlacedMark *mark, double width) {
    mirror_point(&mark->at, width);
    mirror_point(&mark->centre, width);
    mirror_box(&mark->core, width);
    mirror_box(&mark->range, width);
    if (mark->vertical)
        return;
    swap(&mark->soft_start, &mark->soft_end);
    swap(&mark->cut.start, &mark->cut.end);
    mark->points_left = true;
}

/* What hung on the left end of its lines hangs on their right end, and the other way.
 */
static void mirror_label(DlPlacedEvent *placed, double width) {
    if (placed->label == NULL)
        return;
    placed->label_at.x = width - placed->label_at.x - placed->label->width;
    if (placed->leans_back)
        dl_label_align_start(placed->label);
    else
        dl_label_align_end(placed->label);
}

static void mirror_event(DlPlacedEvent *placed, double width) {
    mirror_mark(&placed->mark, width);
    mirror_point(&placed->tie, width);
    mirror_label(placed, width);
    mirror_centred(&placed->number, width);
    for (guint i = 0; i < placed->claims->len; i++) {
        DlPlacedClaim *claim = &g_array_index(placed->claims, DlPlacedClaim, i);
        mirror_point(&claim->centre, width);
        mirror_text(&claim->number, width);
    }
    for (guint i = 0; i < placed->leader->len; i++)
        mirror_point(&g_array_index(placed->leader, DlPoint, i), width);
}

static void mirror_tick(DlPlacedTick *tick, double width) {
    mirror_point(&tick->from, width);
    mirror_point(&tick->to, width);
    mirror_text(&tick->label, width);
}

static void mirror_densities(DlPanel *panel, double width) {
    for (guint i = 0; i < panel->densities->len; i++) {
        DlPlacedDensity *density = g_ptr_array_index(panel->densities, i);
        for (guint j = 0; j < density->columns->len; j++)
            mirror_box(&g_array_index(density->columns, DlPlacedColumn, j).box, width);
        for (guint j = 0; j < density->levels->len; j++)
            mirror_tick(g_ptr_array_index(density->levels, j), width);
    }
}

static void mirror_axis(DlPanel *panel, double width) {
    for (guint i = 0; i < panel->bands->len; i++)
        mirror_box(&g_array_index(panel->bands, DlBox, i), width);
    for (guint i = 0; i < panel->ticks->len; i++)
        mirror_tick(g_ptr_array_index(panel->ticks, i), width);
    for (guint i = 0; i < panel->breaks->len; i++) {
        DlPlacedBreak *placed = g_ptr_array_index(panel->breaks, i);
        mirror_box(&placed->box, width);
        mirror_centred(&placed->label, width);
    }
    for (guint i = 0; i < panel->ranges->len; i++) {
        DlPlacedRange *range = &g_array_index(panel->ranges, DlPlacedRange, i);
        mirror_box(&range->box, width);
        mirror_point(&range->centre, width);
        if (!panel->vertical)
            swap(&range->cut.start, &range->cut.end);
    }
}

static void mirror_lanes(DlPanel *panel, double width) {
    for (guint i = 0; i < panel->lanes->len; i++) {
        DlPlacedLane *lane = &g_array_index(panel->lanes, DlPlacedLane, i);
        mirror_box(&lane->box, width);
        mirror_point(&lane->from, width);
        mirror_point(&lane->to, width);
        mirror_text(&lane->heading, width);
    }
    for (guint i = 0; i < panel->connectors->len; i++) {
        DlPlacedConnector *connector =
            &g_array_index(panel->connectors, DlPlacedConnector, i);
        mirror_point(&connector->from, width);
        mirror_point(&connector->to, width);
    }
}

static void mirror_lines(GArray *lines, double width) {
    for (guint i = 0; i < lines->len; i++) {
        DlPlacedLine *line = &g_array_index(lines, DlPlacedLine, i);
        mirror_point(&line->from, width);
        mirror_point(&line->to, width);
    }
}

static void mirror_tint(DlPlacedTint *tint, bool vertical, double width) {
    double start = tint->start;
    mirror_box(&tint->box, width);
    tint->start = vertical ? start : tint->end;
    tint->end = vertical ? tint->end : start;
}

static void mirror_eras(DlPanel *panel, double width) {
    for (guint i = 0; i < panel->eras->len; i++) {
        DlPlacedEra *placed = g_ptr_array_index(panel->eras, i);
        for (guint j = 0; j < placed->tints->len; j++)
            mirror_tint(&g_array_index(placed->tints, DlPlacedTint, j), panel->vertical,
                        width);
        mirror_lines(placed->edges, width);
        mirror_text(&placed->name, width);
    }
}

static void mirror_relation(DlPlacedRelation *relation, double width) {
    for (guint i = 0; i < relation->lines->len; i++) {
        GArray *line = g_ptr_array_index(relation->lines, i);
        for (guint j = 0; j < line->len; j++)
            mirror_point(&g_array_index(line, DlPoint, j), width);
    }
    mirror_point(&relation->head, width);
    mirror_point(&relation->head_from, width);
    mirror_text(&relation->label, width);
}

static void mirror_inset(DlPanel *panel, double width) {
    for (guint i = 0; i < panel->counts->len; i++) {
        DlPlacedCount *count = g_ptr_array_index(panel->counts, i);
        mirror_box(&count->box, width);
        mirror_centred(&count->number, width);
    }
    for (guint i = 0; i < panel->stretches->len; i++) {
        DlPlacedStretch *stretch = &g_array_index(panel->stretches, DlPlacedStretch, i);
        mirror_point(&stretch->from, width);
        mirror_point(&stretch->to, width);
    }
    if (panel->guides == NULL)
        return;
    mirror_lines(panel->guides->straight, width);
    for (int i = 0; i < 2; i++)
        for (guint j = 0; j < panel->guides->lines[i]->len; j++)
            mirror_point(&g_array_index(panel->guides->lines[i], DlPoint, j), width);
}

static void mirror_measures(DlPanel *panel, double width) {
    for (guint i = 0; i < panel->measures->len; i++) {
        DlPlacedMeasure *placed = g_ptr_array_index(panel->measures, i);
        mirror_lines(placed->lines, width);
        mirror_lines(placed->dashes, width);
        mirror_lines(placed->guides, width);
        mirror_centred(&placed->words, width);
    }
}

static void mirror_texts(GArray *texts, double width) {
    for (guint i = 0; i < texts->len; i++)
        mirror_text(&g_array_index(texts, DlPlacedText, i), width);
}

void dl_page_mirror(DlPlacedPage *page, double width) {
    mirror_text(&page->title, width);
    mirror_text(&page->subtitle, width);
    for (guint i = 0; i < page->legend->len; i++) {
        DlLegendEntry *entry = &g_array_index(page->legend, DlLegendEntry, i);
        mirror_point(&entry->centre, width);
        mirror_box(&entry->bar, width);
        mirror_text(&entry->text, width);
    }
    for (guint i = 0; i < page->panels->len; i++) {
        DlPanel *panel = g_ptr_array_index(page->panels, i);
        mirror_box(&panel->box, width);
        mirror_text(&panel->heading, width);
        mirror_text(&panel->note, width);
        mirror_axis(panel, width);
        mirror_lanes(panel, width);
        mirror_densities(panel, width);
        mirror_eras(panel, width);
        mirror_inset(panel, width);
        mirror_measures(panel, width);
        for (guint j = 0; j < panel->relations->len; j++)
            mirror_relation(g_ptr_array_index(panel->relations, j), width);
        for (guint j = 0; j < panel->events->len; j++)
            mirror_event(g_ptr_array_index(panel->events, j), width);
    }
    mirror_texts(page->sources, width);
    mirror_texts(page->remarks, width);
    mirror_text(&page->folio, width);
}
