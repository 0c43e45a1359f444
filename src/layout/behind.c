#include "layout/behind.h"

#include <math.h>

static const double CLEAR = 2; /* from words, points */
static const double LEAST = 5; /* a shorter piece is none */

static int compare_parts(gconstpointer a, gconstpointer b) {
    const DlPart *first = a, *second = b;
    return (first->from > second->from) - (first->from < second->from);
}

GArray *dl_part_without(DlPart whole, GArray *others) {
    GArray *left = g_array_new(false, false, sizeof(DlPart));
    g_array_sort(others, compare_parts);
    for (guint i = 0; i < others->len; i++) {
        DlPart other = g_array_index(others, DlPart, i);
        DlPart part = {whole.from, fmin(whole.to, other.from)};
        if (part.to > part.from)
            g_array_append_val(left, part);
        whole.from = fmax(whole.from, other.to);
    }
    if (whole.to > whole.from)
        g_array_append_val(left, whole);
    return left;
}

static void add_text(GArray *boxes, const DlPlacedText *text) {
    if (text->block == NULL)
        return;
    DlBox box = {text->at.x, text->at.y, text->block->width, text->block->height};
    g_array_append_val(boxes, box);
}

static void add_event(GArray *boxes, const DlPlacedEvent *placed) {
    add_text(boxes, &placed->number);
    for (guint i = 0; i < placed->claims->len; i++)
        add_text(boxes, &g_array_index(placed->claims, DlPlacedClaim, i).number);
    if (placed->label == NULL)
        return;
    DlBox box = {placed->label_at.x, placed->label_at.y, placed->label->width,
                 placed->label->height};
    g_array_append_val(boxes, box);
}

GArray *dl_panel_words(const DlPanel *panel) {
    GArray *boxes = g_array_new(false, false, sizeof(DlBox));
    for (guint i = 0; i < panel->events->len; i++)
        add_event(boxes, g_ptr_array_index(panel->events, i));
    for (guint i = 0; i < panel->counts->len; i++)
        g_array_append_val(boxes,
                           ((DlPlacedCount *)g_ptr_array_index(panel->counts, i))->box);
    g_array_append_vals(boxes, panel->bands->data, panel->bands->len);
    for (guint i = 0; i < panel->lanes->len; i++)
        add_text(boxes, &g_array_index(panel->lanes, DlPlacedLane, i).heading);
    for (guint i = 0; i < panel->eras->len; i++)
        add_text(boxes, &((DlPlacedEra *)g_ptr_array_index(panel->eras, i))->name);
    for (guint i = 0; i < panel->measures->len; i++)
        add_text(boxes,
                 &((DlPlacedMeasure *)g_ptr_array_index(panel->measures, i))->words);
    for (guint i = 0; i < panel->relations->len; i++)
        add_text(boxes,
                 &((DlPlacedRelation *)g_ptr_array_index(panel->relations, i))->label);
    return boxes;
}

/* Where a box lies on the line; false: it does not. */
static bool covers(DlBox box, DlPlacedLine line, bool upright, DlPart *part) {
    double place = upright ? line.from.x : line.from.y;
    double near = upright ? box.x : box.y;
    double far = near + (upright ? box.width : box.height);
    double from = upright ? box.y : box.x;
    double length = upright ? box.height : box.width;
    *part = (DlPart){from - CLEAR, from + length + CLEAR};
    return place >= near - CLEAR && place <= far + CLEAR;
}

void dl_line_behind(DlPlacedLine line, const GArray *words, GArray *lines) {
    bool upright = line.from.x == line.to.x;
    DlPart whole = {upright ? line.from.y : line.from.x,
                    upright ? line.to.y : line.to.x};
    g_autoptr(GArray) gaps = g_array_new(false, false, sizeof(DlPart));
    for (guint i = 0; i < words->len; i++) {
        DlPart gap;
        if (covers(g_array_index(words, DlBox, i), line, upright, &gap))
            g_array_append_val(gaps, gap);
    }
    g_autoptr(GArray) parts = dl_part_without(whole, gaps);
    for (guint i = 0; i < parts->len; i++) {
        DlPart part = g_array_index(parts, DlPart, i);
        DlPlacedLine piece = {
            upright ? (DlPoint){line.from.x, part.from}
                    : (DlPoint){part.from, line.from.y},
            upright ? (DlPoint){line.from.x, part.to} : (DlPoint){part.to, line.from.y},
        };
        if (part.to - part.from >= LEAST)
            g_array_append_val(lines, piece);
    }
}
