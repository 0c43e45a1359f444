#include "layout/places.h"

static void move_event(DlPlacedEvent *placed, double dy) {
    placed->mark.at.y += dy;
    placed->mark.centre.y += dy;
    placed->mark.core.y += dy;
    placed->mark.range.y += dy;
    placed->label_at.y += dy;
    placed->tie.y += dy;
    placed->number.at.y += dy;
    for (guint i = 0; i < placed->claims->len; i++) {
        DlPlacedClaim *claim = &g_array_index(placed->claims, DlPlacedClaim, i);
        claim->centre.y += dy;
        claim->number.at.y += dy;
    }
    for (guint i = 0; i < placed->leader->len; i++)
        g_array_index(placed->leader, DlPoint, i).y += dy;
}

static void move_tick(DlPlacedTick *tick, double dy) {
    tick->from.y += dy;
    tick->to.y += dy;
    tick->label.at.y += dy;
}

static void move_densities(DlPanel *panel, double dy) {
    for (guint i = 0; i < panel->densities->len; i++) {
        DlPlacedDensity *density = g_ptr_array_index(panel->densities, i);
        for (guint j = 0; j < density->columns->len; j++)
            g_array_index(density->columns, DlPlacedColumn, j).box.y += dy;
        for (guint j = 0; j < density->levels->len; j++)
            move_tick(g_ptr_array_index(density->levels, j), dy);
    }
}

static void move_axis(DlPanel *panel, double dy) {
    for (guint i = 0; i < panel->bands->len; i++)
        g_array_index(panel->bands, DlBox, i).y += dy;
    for (guint i = 0; i < panel->ticks->len; i++)
        move_tick(g_ptr_array_index(panel->ticks, i), dy);
    for (guint i = 0; i < panel->breaks->len; i++) {
        DlPlacedBreak *placed = g_ptr_array_index(panel->breaks, i);
        placed->box.y += dy;
        placed->label.at.y += dy;
    }
    for (guint i = 0; i < panel->ranges->len; i++) {
        DlPlacedRange *range = &g_array_index(panel->ranges, DlPlacedRange, i);
        range->box.y += dy;
        range->centre.y += dy;
    }
}

static void move_lanes(DlPanel *panel, double dy) {
    for (guint i = 0; i < panel->lanes->len; i++) {
        DlPlacedLane *lane = &g_array_index(panel->lanes, DlPlacedLane, i);
        lane->box.y += dy;
        lane->from.y += dy;
        lane->to.y += dy;
        lane->heading.at.y += dy;
    }
    for (guint i = 0; i < panel->connectors->len; i++) {
        DlPlacedConnector *connector =
            &g_array_index(panel->connectors, DlPlacedConnector, i);
        connector->from.y += dy;
        connector->to.y += dy;
    }
}

static void move_line(DlPlacedLine *line, double dy) {
    line->from.y += dy;
    line->to.y += dy;
}

static void move_lines(GArray *lines, double dy) {
    for (guint i = 0; i < lines->len; i++)
        move_line(&g_array_index(lines, DlPlacedLine, i), dy);
}

static void move_eras(DlPanel *panel, double dy) {
    for (guint i = 0; i < panel->eras->len; i++) {
        DlPlacedEra *placed = g_ptr_array_index(panel->eras, i);
        for (guint j = 0; j < placed->tints->len; j++)
            g_array_index(placed->tints, DlPlacedTint, j).box.y += dy;
        move_lines(placed->edges, dy);
        placed->name.at.y += dy;
    }
}

static void move_relation(DlPlacedRelation *relation, double dy) {
    for (guint i = 0; i < relation->lines->len; i++) {
        GArray *line = g_ptr_array_index(relation->lines, i);
        for (guint j = 0; j < line->len; j++)
            g_array_index(line, DlPoint, j).y += dy;
    }
    relation->head.y += dy;
    relation->head_from.y += dy;
    relation->label.at.y += dy;
}

static void move_inset(DlPanel *panel, double dy) {
    for (guint i = 0; i < panel->counts->len; i++) {
        DlPlacedCount *count = g_ptr_array_index(panel->counts, i);
        count->box.y += dy;
        count->number.at.y += dy;
    }
    for (guint i = 0; i < panel->stretches->len; i++) {
        DlPlacedStretch *stretch = &g_array_index(panel->stretches, DlPlacedStretch, i);
        stretch->from.y += dy;
        stretch->to.y += dy;
    }
    if (panel->guides == NULL)
        return;
    move_lines(panel->guides->straight, dy);
    for (int i = 0; i < 2; i++)
        for (guint j = 0; j < panel->guides->lines[i]->len; j++)
            g_array_index(panel->guides->lines[i], DlPoint, j).y += dy;
}

static void move_measures(DlPanel *panel, double dy) {
    for (guint i = 0; i < panel->measures->len; i++) {
        DlPlacedMeasure *placed = g_ptr_array_index(panel->measures, i);
        move_lines(placed->lines, dy);
        move_lines(placed->dashes, dy);
        move_lines(placed->guides, dy);
        placed->words.at.y += dy;
    }
}

void dl_panel_move(DlPanel *panel, double dy) {
    panel->box.y += dy;
    panel->heading.at.y += dy;
    panel->note.at.y += dy;
    move_axis(panel, dy);
    move_lanes(panel, dy);
    move_densities(panel, dy);
    move_eras(panel, dy);
    move_inset(panel, dy);
    move_measures(panel, dy);
    for (guint i = 0; i < panel->relations->len; i++)
        move_relation(g_ptr_array_index(panel->relations, i), dy);
    for (guint i = 0; i < panel->events->len; i++)
        move_event(g_ptr_array_index(panel->events, i), dy);
}
