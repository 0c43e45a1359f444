#include "layout/behind.h"

#include <math.h>

#include "layout/places.h"

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

static void add_box(GArray *words, DlBox box, DlWordsManner manner) {
    const DlWords added = {box, manner};
    g_array_append_val(words, added);
}

static void add_text(GArray *words, const DlPlacedText *text, DlWordsManner manner) {
    if (text->block != NULL)
        add_box(words, dl_placed_text_box(text), manner);
}

static void add_event(GArray *words, const DlPlacedEvent *placed) {
    add_text(words, &placed->number, DL_WORDS_APART);
    for (guint i = 0; i < placed->claims->len; i++)
        add_text(words, &g_array_index(placed->claims, DlPlacedClaim, i).number,
                 DL_WORDS_APART);
    if (placed->label != NULL)
        add_box(words, dl_placed_label_box(placed),
                placed->label_inside ? DL_WORDS_IN_BAR : DL_WORDS_APART);
}

/* Its bands, and what is written beside and between them. */
static void add_axis(GArray *words, const DlPanel *panel) {
    for (guint i = 0; i < panel->bands->len; i++)
        add_box(words, g_array_index(panel->bands, DlBox, i), DL_WORDS_APART);
    for (guint i = 0; i < panel->ticks->len; i++)
        add_text(words, &((DlPlacedTick *)g_ptr_array_index(panel->ticks, i))->label,
                 DL_WORDS_APART);
    for (guint i = 0; i < panel->breaks->len; i++)
        add_text(words, &((DlPlacedBreak *)g_ptr_array_index(panel->breaks, i))->label,
                 DL_WORDS_APART);
}

static void add_heading(GArray *words, const DlPanel *panel) {
    DlWordsManner manner = panel->vertical ? DL_WORDS_APART : DL_WORDS_AMONG;
    add_text(words, &panel->heading, manner);
    add_text(words, &panel->note, manner);
}

GArray *dl_panel_words(const DlPanel *panel) {
    GArray *words = g_array_new(false, false, sizeof(DlWords));
    for (guint i = 0; i < panel->events->len; i++)
        add_event(words, g_ptr_array_index(panel->events, i));
    for (guint i = 0; i < panel->counts->len; i++)
        add_box(words, ((DlPlacedCount *)g_ptr_array_index(panel->counts, i))->box,
                DL_WORDS_APART);
    add_axis(words, panel);
    add_heading(words, panel);
    for (guint i = 0; i < panel->lanes->len; i++)
        add_text(words, &g_array_index(panel->lanes, DlPlacedLane, i).heading,
                 DL_WORDS_APART);
    for (guint i = 0; i < panel->eras->len; i++)
        add_text(words, &((DlPlacedEra *)g_ptr_array_index(panel->eras, i))->name,
                 DL_WORDS_APART);
    for (guint i = 0; i < panel->measures->len; i++)
        add_text(words,
                 &((DlPlacedMeasure *)g_ptr_array_index(panel->measures, i))->words,
                 DL_WORDS_AMONG);
    for (guint i = 0; i < panel->relations->len; i++)
        add_text(words,
                 &((DlPlacedRelation *)g_ptr_array_index(panel->relations, i))->label,
                 DL_WORDS_APART);
    return words;
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
        if (covers(g_array_index(words, DlWords, i).box, line, upright, &gap))
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
