#include "layout/places.h"

#include "layout/thing.h"

/* A kind of thing, and the rows of its table. */
#define PART(kind, type, field)                                                        \
    { DL_PART_##kind, offsetof(type, field), NULL }
#define PART_OF(kind, type, field, of)                                                 \
    { DL_PART_##kind, offsetof(type, field), of }
#define THING(name, type, turn, ...)                                                   \
    static const DlThing name = {sizeof(type), (const DlThingPart[]){__VA_ARGS__},     \
                                 G_N_ELEMENTS(((const DlThingPart[]){__VA_ARGS__})),   \
                                 turn}

THING(point_thing, DlPoint, NULL, {DL_PART_POINT, 0, NULL});

THING(box_thing, DlBox, NULL, {DL_PART_BOX, 0, NULL});

THING(text_thing, DlPlacedText, NULL, {DL_PART_TEXT, 0, NULL});

THING(line_thing, DlPlacedLine, NULL, PART(POINT, DlPlacedLine, from),
      PART(POINT, DlPlacedLine, to));

THING(tick_thing, DlPlacedTick, NULL, PART(POINT, DlPlacedTick, from),
      PART(POINT, DlPlacedTick, to), PART(TEXT, DlPlacedTick, label));

THING(break_thing, DlPlacedBreak, NULL, PART(BOX, DlPlacedBreak, box),
      PART(CENTRED, DlPlacedBreak, label), PART(WORDS, DlPlacedBreak, omitted));

static void swap(bool *a, bool *b) {
    bool kept = *a;
    *a = *b;
    *b = kept;
}

static void turn_range(void *thing, DlTurn turn) {
    DlPlacedRange *range = thing;
    if (!turn.vertical)
        swap(&range->cut.start, &range->cut.end);
}

THING(range_thing, DlPlacedRange, turn_range, PART(BOX, DlPlacedRange, box),
      PART(POINT, DlPlacedRange, centre));

THING(lane_thing, DlPlacedLane, NULL, PART(BOX, DlPlacedLane, box),
      PART(POINT, DlPlacedLane, from), PART(POINT, DlPlacedLane, to),
      PART(TEXT, DlPlacedLane, heading));

THING(connector_thing, DlPlacedConnector, NULL, PART(POINT, DlPlacedConnector, from),
      PART(POINT, DlPlacedConnector, to));

THING(column_thing, DlPlacedColumn, NULL, PART(BOX, DlPlacedColumn, box));

THING(density_thing, DlPlacedDensity, NULL,
      PART_OF(VALUES, DlPlacedDensity, columns, &column_thing),
      PART_OF(THINGS, DlPlacedDensity, levels, &tick_thing));

static void turn_tint(void *thing, DlTurn turn) {
    DlPlacedTint *tint = thing;
    if (turn.vertical)
        return;
    double start = tint->start;
    tint->start = tint->end;
    tint->end = start;
}

THING(tint_thing, DlPlacedTint, turn_tint, PART(BOX, DlPlacedTint, box));

THING(era_thing, DlPlacedEra, NULL, PART_OF(VALUES, DlPlacedEra, tints, &tint_thing),
      PART_OF(VALUES, DlPlacedEra, edges, &line_thing), PART(TEXT, DlPlacedEra, name));

THING(measure_thing, DlPlacedMeasure, NULL,
      PART_OF(VALUES, DlPlacedMeasure, lines, &line_thing),
      PART_OF(VALUES, DlPlacedMeasure, dashes, &line_thing),
      PART_OF(VALUES, DlPlacedMeasure, guides, &line_thing),
      PART(CENTRED, DlPlacedMeasure, words));

THING(count_thing, DlPlacedCount, NULL, PART(BOX, DlPlacedCount, box),
      PART(CENTRED, DlPlacedCount, number), PART(WORDS, DlPlacedCount, events));

THING(stretch_thing, DlPlacedStretch, NULL, PART(POINT, DlPlacedStretch, from),
      PART(POINT, DlPlacedStretch, to));

THING(relation_thing, DlPlacedRelation, NULL, PART(PATHS, DlPlacedRelation, lines),
      PART(POINT, DlPlacedRelation, head), PART(POINT, DlPlacedRelation, head_from),
      PART(TEXT, DlPlacedRelation, label));

THING(guides_thing, DlPlacedGuides, NULL,
      PART_OF(VALUES, DlPlacedGuides, straight, &line_thing),
      PART_OF(VALUES, DlPlacedGuides, lines[0], &point_thing),
      PART_OF(VALUES, DlPlacedGuides, lines[1], &point_thing));

static void turn_mark(void *thing, DlTurn turn) {
    (void)turn;
    DlPlacedMark *mark = thing;
    if (mark->vertical)
        return;
    swap(&mark->soft_start, &mark->soft_end);
    swap(&mark->cut.start, &mark->cut.end);
    swap(&mark->open.start, &mark->open.end);
    mark->points_left = true;
}

THING(mark_thing, DlPlacedMark, turn_mark, PART(POINT, DlPlacedMark, at),
      PART(POINT, DlPlacedMark, centre), PART(BOX, DlPlacedMark, core),
      PART(BOX, DlPlacedMark, range));

THING(claim_thing, DlPlacedClaim, NULL, PART(POINT, DlPlacedClaim, centre),
      PART(TEXT, DlPlacedClaim, number));

/* What hung on the left end of its lines hangs on their right end, and the other way;
 * the point was the label's left corner, and is its right one now. */
static void turn_label(void *thing, DlTurn turn) {
    (void)turn;
    DlPlacedEvent *placed = thing;
    if (placed->label == NULL)
        return;
    placed->label_at.x -= placed->label->width;
    if (placed->leans_back)
        dl_label_align_start(placed->label);
    else
        dl_label_align_end(placed->label);
}

THING(event_thing, DlPlacedEvent, turn_label,
      PART_OF(WITHIN, DlPlacedEvent, mark, &mark_thing),
      PART_OF(VALUES, DlPlacedEvent, claims, &claim_thing),
      PART(CENTRED, DlPlacedEvent, number), PART(POINT, DlPlacedEvent, label_at),
      PART(LABEL, DlPlacedEvent, label),
      PART_OF(VALUES, DlPlacedEvent, leader, &point_thing),
      PART(POINT, DlPlacedEvent, tie));

THING(panel_thing, DlPanel, NULL, PART(BOX, DlPanel, box),
      PART_OF(VALUES, DlPanel, bands, &box_thing),
      PART_OF(THINGS, DlPanel, ticks, &tick_thing),
      PART_OF(THINGS, DlPanel, breaks, &break_thing),
      PART_OF(VALUES, DlPanel, ranges, &range_thing),
      PART_OF(VALUES, DlPanel, lanes, &lane_thing),
      PART_OF(VALUES, DlPanel, connectors, &connector_thing),
      PART_OF(THINGS, DlPanel, densities, &density_thing),
      PART_OF(THINGS, DlPanel, measures, &measure_thing),
      PART_OF(THINGS, DlPanel, eras, &era_thing),
      PART_OF(THINGS, DlPanel, counts, &count_thing),
      PART_OF(THINGS, DlPanel, relations, &relation_thing),
      PART_OF(VALUES, DlPanel, stretches, &stretch_thing),
      PART_OF(THINGS, DlPanel, events, &event_thing),
      PART_OF(BESIDE, DlPanel, guides, &guides_thing), PART(TEXT, DlPanel, heading),
      PART(TEXT, DlPanel, note), PART(WORDS, DlPanel, left_out));

THING(entry_thing, DlLegendEntry, NULL, PART(POINT, DlLegendEntry, centre),
      PART(BOX, DlLegendEntry, bar), PART(TEXT, DlLegendEntry, text));

/* All but its panels: their axes may run otherwise. */
THING(page_thing, DlPlacedPage, NULL, PART(TEXT, DlPlacedPage, title),
      PART(TEXT, DlPlacedPage, subtitle),
      PART_OF(VALUES, DlPlacedPage, legend, &entry_thing),
      PART_OF(VALUES, DlPlacedPage, sources, &text_thing),
      PART_OF(VALUES, DlPlacedPage, remarks, &text_thing),
      PART(TEXT, DlPlacedPage, folio));

DlPlacedEvent *dl_placed_event_new(const DlEvent *event) {
    DlPlacedEvent *placed = dl_thing_new(&event_thing);
    placed->event = event;
    placed->has_mark = true;
    return placed;
}

void dl_placed_event_free(DlPlacedEvent *placed) {
    dl_thing_free(&event_thing, placed);
}

DlPlacedDensity *dl_placed_density_new(void) {
    return dl_thing_new(&density_thing);
}

DlPlacedEra *dl_placed_era_new(const DlEra *era) {
    DlPlacedEra *placed = dl_thing_new(&era_thing);
    placed->era = era;
    return placed;
}

DlPlacedRelation *dl_placed_relation_new(const DlRelation *relation) {
    DlPlacedRelation *placed = dl_thing_new(&relation_thing);
    placed->relation = relation;
    return placed;
}

void dl_placed_relation_free(DlPlacedRelation *relation) {
    dl_thing_free(&relation_thing, relation);
}

DlPlacedCount *dl_placed_count_new(void) {
    return dl_thing_new(&count_thing);
}

DlPlacedGuides *dl_placed_guides_new(void) {
    return dl_thing_new(&guides_thing);
}

DlPlacedMeasure *dl_placed_measure_new(const DlMeasure *measure) {
    DlPlacedMeasure *placed = dl_thing_new(&measure_thing);
    placed->measure = measure;
    return placed;
}

DlPanel *dl_panel_new(void) {
    DlPanel *panel = dl_thing_new(&panel_thing);
    panel->one_slope = true;
    return panel;
}

void dl_panel_free(DlPanel *panel) {
    dl_thing_free(&panel_thing, panel);
}

DlBox dl_placed_text_box(const DlPlacedText *text) {
    DlBox box = {text->at.x, text->at.y, text->block->width, text->block->height};
    for (guint i = 0; i < text->block->lines->len; i++) {
        const DlTextLine *line = g_ptr_array_index(text->block->lines, i);
        if (line->width > 0)
            box = dl_box_union(box, (DlBox){text->at.x + line->x,
                                            text->at.y + line->baseline - line->ascent,
                                            line->width, line->ascent + line->descent});
    }
    return box;
}

DlBox dl_placed_label_box(const DlPlacedEvent *placed) {
    return (DlBox){placed->label_at.x, placed->label_at.y, placed->label->width,
                   placed->label->height};
}

GArray *dl_panel_texts(const DlPanel *panel) {
    GArray *texts = g_array_new(false, false, sizeof(DlPanelText));
    g_autoptr(GPtrArray) placed = dl_thing_texts(&panel_thing, panel);
    for (guint i = 0; i < placed->len; i++) {
        const DlPlacedText *text = g_ptr_array_index(placed, i);
        const DlPanelText written = {text, dl_placed_text_box(text)};
        g_array_append_val(texts, written);
    }
    for (guint i = 0; i < panel->events->len; i++) {
        const DlPlacedEvent *event = g_ptr_array_index(panel->events, i);
        if (event->label == NULL)
            continue;
        const DlPanelText written = {NULL, dl_placed_label_box(event)};
        g_array_append_val(texts, written);
    }
    return texts;
}

void dl_panel_move(DlPanel *panel, double dy) {
    dl_thing_move(&panel_thing, panel, dy);
}

DlPlacedPage *dl_placed_page_new(void) {
    DlPlacedPage *page = dl_thing_new(&page_thing);
    page->panels = g_ptr_array_new_with_free_func((GDestroyNotify)dl_panel_free);
    return page;
}

void dl_placed_page_free(DlPlacedPage *page) {
    if (page == NULL)
        return;
    g_ptr_array_unref(page->panels);
    dl_thing_free(&page_thing, page);
}

void dl_page_mirror(DlPlacedPage *page, double width) {
    dl_thing_turn(&page_thing, page, (DlTurn){width, false});
    for (guint i = 0; i < page->panels->len; i++) {
        DlPanel *panel = g_ptr_array_index(page->panels, i);
        dl_thing_turn(&panel_thing, panel, (DlTurn){width, panel->vertical});
    }
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
