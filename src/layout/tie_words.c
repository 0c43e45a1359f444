#include <math.h>

#include "layout/tie_lines.h"

static const double TEXT_TOP[] = {[false] = 2, [true] = 4}; /* across: before words */

static const DlTieSpan *span_at(const DlTieLines *lines, guint i) {
    return &g_array_index(lines->spans, DlTieSpan, i);
}

/* Where words may be, along. */
typedef struct {
    const DlTieLines *lines;
    guint line;
    double length;
    bool over_lines; /* where lines pass, which end before them */
} Words;

/* No other line and no guide of an inset is in the way. */
static bool is_clear(const Words *words, double from) {
    const DlTieLines *lines = words->lines;
    double to = from + words->length + DL_TIE_TEXT_AIR, other_from, other_to;
    guint row = lines->rows[words->line];
    from -= DL_TIE_TEXT_AIR;
    for (guint i = 0; i < lines->spans->len; i++) {
        if (i == words->line || span_at(lines, i)->is_hook)
            continue;
        dl_tie_extent(span_at(lines, i), &other_from, &other_to);
        if (lines->rows[i] == row && other_from < to && from < other_to)
            return false;
        if (!words->over_lines &&
            dl_tie_passes(span_at(lines, i), lines->rows[i], row, from, to))
            return false;
    }
    for (guint i = 0; i < lines->axis->stretches->len; i++) {
        const DlPlacedStretch *stretch =
            &g_array_index(lines->axis->stretches, DlPlacedStretch, i);
        const double ends[] = {dl_tie_turn(lines, stretch->from).x,
                               dl_tie_turn(lines, stretch->to).x};
        if ((ends[0] > from && ends[0] < to) || (ends[1] > from && ends[1] < to))
            return false;
    }
    return true;
}

/* Along the line and as near to its middle as nothing is in the way. */
static bool find_over(const Words *words, double from, double to, double *at) {
    static const double STEP = 6;
    double middle = (from + to - words->length) / 2;
    double reach = (to - from - words->length) / 2 - DL_TIE_TEXT_AIR;
    for (double off = 0; off <= reach; off += STEP)
        for (int side = -1; side <= 1; side += 2) {
            *at = middle + side * off;
            if (is_clear(words, *at))
                return true;
        }
    return false;
}

/* Along the line, or before or behind it where that is too short or crossed everywhere.
 */
static bool find_place(const Words *words, double *at) {
    const DlTieLines *lines = words->lines;
    const DlTieSpan *span = span_at(lines, words->line);
    const DlBox box = dl_tie_turn_box(lines, lines->axis->box);
    double from = fmin(span->at[0], span->at[1]), to = fmax(span->at[0], span->at[1]);
    if (find_over(words, from, to, at))
        return true;
    *at = to + DL_TIE_TEXT_AIR;
    if (*at + words->length <= box.x + box.width && is_clear(words, *at))
        return true;
    *at = from - DL_TIE_TEXT_AIR - words->length;
    return *at >= box.x && is_clear(words, *at);
}

bool dl_tie_words_place(const DlTieLines *lines, guint line, DlPlacedRelation *placed) {
    guint number = g_array_index(lines->numbers, guint, line);
    const DlTextBlock *block = g_ptr_array_index(lines->ties->words, number);
    if (block == NULL)
        return true;
    Words words = {lines, line, span_at(lines, line)->words, false};
    double along, top = lines->tops[lines->rows[line] + 1] -
                        dl_ties_row_depth(lines->job, lines->ties, number);
    if (!find_place(&words, &along)) {
        words.over_lines = true;
        if (!find_place(&words, &along))
            return false;
    }
    placed->label = (DlPlacedText){
        .at =
            dl_tie_turn(lines, (DlPoint){along, top + TEXT_TOP[lines->axis->vertical]}),
        .block = dl_text_block_copy(block, 1),
    };
    return true;
}

/* ---- Lines pass behind words ---- */

/* The stretch of a straight piece that lies in a box: from one share of it to another;
 * false: none of it does. */
static bool find_inside(DlPoint from, DlPoint to, DlBox box, double *enters,
                        double *leaves) {
    bool upright = from.x == to.x;
    double place = upright ? from.x - box.x : from.y - box.y;
    double start = upright ? from.y : from.x, length = (upright ? to.y : to.x) - start;
    double near = upright ? box.y : box.x;
    double far = near + (upright ? box.height : box.width);
    if (place <= 0 || place >= (upright ? box.width : box.height) || length == 0)
        return false;
    *enters = fmin((near - start) / length, (far - start) / length);
    *leaves = fmax((near - start) / length, (far - start) / length);
    return *enters < 1 && *leaves > 0;
}

static DlPoint between(DlPoint from, DlPoint to, double share) {
    share = fmax(0, fmin(1, share));
    return (DlPoint){from.x + share * (to.x - from.x),
                     from.y + share * (to.y - from.y)};
}

/* Ends the line before the box at the first piece that runs into it; what comes behind
 * it is a line of its own. */
static void cut_line(DlPlacedRelation *placed, GArray *line, DlBox box) {
    for (guint i = 1; i < line->len; i++) {
        DlPoint from = g_array_index(line, DlPoint, i - 1);
        DlPoint to = g_array_index(line, DlPoint, i);
        double enters, leaves;
        if (!find_inside(from, to, box, &enters, &leaves))
            continue;
        DlPoint before = between(from, to, enters), after = between(from, to, leaves);
        GArray *rest = g_array_new(false, false, sizeof(DlPoint));
        g_array_append_val(rest, after);
        g_array_append_vals(rest, &g_array_index(line, DlPoint, i), line->len - i);
        g_array_set_size(line, i);
        g_array_append_val(line, before);
        g_ptr_array_add(placed->lines, rest);
        return;
    }
}

/* All lines but one. */
static void cut_others(const GPtrArray *relations, const DlPlacedRelation *own,
                       DlBox box) {
    for (guint i = 0; i < relations->len; i++) {
        DlPlacedRelation *placed = g_ptr_array_index(relations, i);
        for (guint j = 0; placed != own && j < placed->lines->len; j++)
            cut_line(placed, g_ptr_array_index(placed->lines, j), box);
    }
}

static void cut_at_bars(const GPtrArray *relations, const DlPanel *panel) {
    for (guint i = 0; i < panel->events->len; i++) {
        const DlPlacedEvent *placed = g_ptr_array_index(panel->events, i);
        if (placed->label_inside)
            cut_others(relations, NULL, placed->mark.core);
    }
}

static void cut_at_text(const GPtrArray *relations, const DlPlacedRelation *own,
                        const DlPlacedText *text) {
    static const double AIR = 1;
    if (text->block == NULL)
        return;
    DlBox box = {text->at.x, text->at.y, text->block->width, text->block->height};
    cut_others(relations, own, dl_box_grow(box, AIR));
}

static void cut_at_measures(const GPtrArray *relations, const DlPanel *panel) {
    for (guint i = 0; i < panel->measures->len; i++) {
        const DlPlacedMeasure *placed = g_ptr_array_index(panel->measures, i);
        cut_at_text(relations, NULL, &placed->words);
    }
}

void dl_tie_cut(const DlTieLines *lines, const GPtrArray *panels) {
    const GPtrArray *relations = lines->placed;
    for (guint i = 0; i < relations->len; i++) {
        const DlPlacedRelation *placed = g_ptr_array_index(relations, i);
        cut_at_text(relations, placed, &placed->label);
    }
    cut_at_bars(relations, lines->axis);
    for (guint i = 0; panels != NULL && i < panels->len; i++) {
        const DlPanel *panel = g_ptr_array_index(panels, i);
        cut_at_bars(relations, panel);
        cut_at_text(relations, NULL, &panel->heading);
        cut_at_text(relations, NULL, &panel->note);
        cut_at_measures(relations, panel);
    }
}
