#include <math.h>

#include "layout/tie_rows.h"
#include "layout/ties.h"

static const double FOOT = 4; /* across: from the axis' edge to where a list is met */
static const double TEXT_AIR = 4; /* along: beside the words of a line */

/* One end of a line. */
typedef struct {
    const DlPanel *panel;
    const DlPlacedEvent *placed;
    bool below; /* it is in an inset below the rows */
} End;

typedef struct {
    const DlLayoutJob *job;
    const DlPanel *axis;
    GArray *ends;         /* of End, two a line */
    GArray *spans;        /* of DlTieSpan */
    GPtrArray *relations; /* of const DlRelation: what has both ends */
    GPtrArray *words;
    const guint *rows;
    double *tops; /* of each row, and of what follows them */
} Rows;

static const End *end_at(const Rows *rows, guint line, int end) {
    return &g_array_index(rows->ends, End, 2 * line + (guint)end);
}

/* ---- Finding the ends ---- */

static const DlPlacedEvent *find_in(const DlPanel *panel, const DlEvent *event) {
    for (guint i = 0; i < panel->events->len; i++) {
        const DlPlacedEvent *placed = g_ptr_array_index(panel->events, i);
        if (placed->event == event && placed->is_tied)
            return placed;
    }
    return NULL;
}

static bool find_end(const DlPanel *axis, const GPtrArray *panels, const DlEvent *event,
                     End *end) {
    *end = (End){axis, find_in(axis, event), false};
    for (guint i = 0; panels != NULL && i < panels->len && end->placed == NULL; i++) {
        const DlPanel *panel = g_ptr_array_index(panels, i);
        *end = (End){panel, find_in(panel, event), true};
    }
    return end->placed != NULL;
}

static void find_lines(Rows *rows, const GPtrArray *panels) {
    const DlTies *ties = rows->job->ties;
    for (guint i = 0; i < ties->drawn->len; i++) {
        const DlRelation *relation = g_ptr_array_index(ties->drawn, i);
        End from, to;
        if (!find_end(rows->axis, panels, relation->from, &from) ||
            !find_end(rows->axis, panels, relation->to, &to))
            continue;
        DlTieSpan span = {{from.placed->tie.x, to.placed->tie.x},
                          {from.below, to.below}};
        g_array_append_val(rows->ends, from);
        g_array_append_val(rows->ends, to);
        g_array_append_val(rows->spans, span);
        g_ptr_array_add(rows->relations, (gpointer)relation);
        g_ptr_array_add(rows->words, g_ptr_array_index(ties->words, i));
    }
}

/* ---- Words ---- */

static bool is_clear(const Rows *rows, guint line, double from, double to) {
    for (guint i = 0; i < rows->spans->len; i++)
        if (i != line && dl_tie_passes(&g_array_index(rows->spans, DlTieSpan, i),
                                       rows->rows[i], rows->rows[line], from, to))
            return false;
    for (guint i = 0; i < rows->axis->stretches->len; i++) {
        const DlPlacedStretch *stretch =
            &g_array_index(rows->axis->stretches, DlPlacedStretch, i);
        if ((stretch->from.x > from && stretch->from.x < to) ||
            (stretch->to.x > from && stretch->to.x < to))
            return false;
    }
    return true;
}

/* Over the line and as near to its middle as no other line is in the way. */
static bool find_over(const Rows *rows, double from, double to, guint line,
                      double width, double *x) {
    static const double STEP = 6;
    double middle = (from + to - width) / 2, reach = (to - from - width) / 2 - TEXT_AIR;
    for (double off = 0; off <= reach; off += STEP)
        for (int side = -1; side <= 1; side += 2) {
            *x = middle + side * off;
            if (is_clear(rows, line, *x - TEXT_AIR, *x + width + TEXT_AIR))
                return true;
        }
    return false;
}

/* Over the line, or beside it where that is too short or crossed everywhere. */
static double words_x(const Rows *rows, guint line, double width) {
    const DlTieSpan *span = &g_array_index(rows->spans, DlTieSpan, line);
    const DlLayoutJob *job = rows->job;
    double from = fmin(span->at[0], span->at[1]), to = fmax(span->at[0], span->at[1]);
    double over, after = to + TEXT_AIR, before = from - TEXT_AIR - width;
    if (find_over(rows, from, to, line, width, &over))
        return over;
    bool has_after = after + width <= job->right, has_before = before >= job->left;
    if (has_after && is_clear(rows, line, after, after + width))
        return after;
    if (has_before && is_clear(rows, line, before, before + width))
        return before;
    return has_after || !has_before ? after : before;
}

static void place_words(const Rows *rows, guint line, DlPlacedRelation *placed) {
    const DlTextBlock *block = g_ptr_array_index(rows->words, line);
    if (block == NULL)
        return;
    placed->label = (DlPlacedText){
        .at = {words_x(rows, line, block->width), rows->tops[rows->rows[line]] + 2},
        .block = dl_text_block_copy(block, 1),
    };
}

/* ---- Lines ---- */

static void add_point(GArray *line, double x, double y) {
    DlPoint point = {x, y};
    g_array_append_val(line, point);
}

static double sign_of(const End *end) {
    return end->below ? -1 : 1;
}

/* The edge of the axis on the side of the rows (0), or the far one (1). */
static double band_edge(const End *end, bool far) {
    const DlBox *band = &g_array_index(end->panel->bands, DlBox, 0);
    return end->below == far ? band->y + band->height : band->y;
}

/* Where a line touches its mark, from the side, and the corner from which it runs
 * straight. On a list that is at the foot of the list's leader. */
static void leave_mark(const End *end, DlPoint *touch, DlPoint *corner) {
    const DlPlacedMark *mark = &end->placed->mark;
    double x = end->placed->tie.x, sign = sign_of(end);
    bool far = sign * (mark->centre.y - band_edge(end, true)) < 0;
    if (mark->is_bar) {
        double half = mark->core.height / 2;
        *touch = (DlPoint){x, mark->centre.y + sign * half};
        *corner = (DlPoint){x, touch->y + sign * FOOT};
        if (far && sign * (corner->y - band_edge(end, true)) > 0)
            corner->y = band_edge(end, true);
        return;
    }
    double y = mark->centre.y, aside = mark->radius + 1;
    if (end->placed->shares_leader) {
        y = band_edge(end, far) + (far ? -sign : sign) * FOOT;
        aside = 1;
    }
    *touch = (DlPoint){mark->centre.x - aside, y};
    *corner = (DlPoint){x, y};
}

static GArray *add_line(DlPlacedRelation *placed) {
    GArray *line = g_array_new(false, false, sizeof(DlPoint));
    g_ptr_array_add(placed->lines, line);
    return line;
}

/* From the row to the mark; behind the band. */
static void add_drop(const End *end, double row, GArray *line,
                     DlPlacedRelation *placed) {
    DlPoint touch, corner;
    leave_mark(end, &touch, &corner);
    double sign = sign_of(end), near = band_edge(end, false);
    add_point(line, corner.x, row);
    if (sign * (corner.y - band_edge(end, true)) <= 0) {
        add_point(line, corner.x, near);
        line = add_line(placed);
        add_point(line, corner.x, band_edge(end, true));
    }
    if (fabs(corner.y - g_array_index(line, DlPoint, line->len - 1).y) > 0.01)
        add_point(line, corner.x, corner.y);
    add_point(line, touch.x, touch.y);
}

static DlPlacedRelation *place_line(const Rows *rows, guint line) {
    DlPlacedRelation *placed =
        dl_placed_relation_new(g_ptr_array_index(rows->relations, line));
    guint own = rows->rows[line];
    double y = rows->tops[own + 1] - 1.5;
    for (int end = 0; end < 2; end++) {
        GArray *half = add_line(placed);
        const DlTieSpan *span = &g_array_index(rows->spans, DlTieSpan, line);
        if (end == 1)
            add_point(half, span->at[0], y);
        add_drop(end_at(rows, line, end), y, half, placed);
    }
    const GArray *last = g_ptr_array_index(placed->lines, placed->lines->len - 1);
    placed->head = g_array_index(last, DlPoint, last->len - 1);
    placed->head_from = g_array_index(last, DlPoint, last->len - 2);
    place_words(rows, line, placed);
    return placed;
}

/* ---- Lines pass behind words ---- */

static bool is_through(DlPoint from, DlPoint to, DlBox box) {
    return from.x == to.x && from.x > box.x && from.x < box.x + box.width &&
           fmin(from.y, to.y) < box.y + box.height && fmax(from.y, to.y) > box.y;
}

/* In front of the box and behind it, as seen from where the piece begins. */
static void cut_piece(DlPoint from, DlPoint to, DlBox box, DlPoint *before,
                      DlPoint *after) {
    bool down = to.y > from.y;
    *before = (DlPoint){from.x, down ? box.y : box.y + box.height};
    *after = (DlPoint){from.x, down ? box.y + box.height : box.y};
}

/* Ends the line before the box at the first piece that runs through it; what comes
 * behind it is a line of its own. */
static void cut_line(DlPlacedRelation *placed, GArray *line, DlBox box) {
    for (guint i = 1; i < line->len; i++) {
        DlPoint from = g_array_index(line, DlPoint, i - 1);
        DlPoint to = g_array_index(line, DlPoint, i), before, after;
        if (!is_through(from, to, box))
            continue;
        cut_piece(from, to, box, &before, &after);
        GArray *rest = add_line(placed);
        g_array_append_val(rest, after);
        g_array_append_vals(rest, &g_array_index(line, DlPoint, i), line->len - i);
        g_array_set_size(line, i);
        g_array_append_val(line, before);
        return;
    }
}

static void cut_lines(const GPtrArray *relations) {
    static const double AIR = 1;
    for (guint i = 0; i < relations->len; i++) {
        const DlPlacedText *words =
            &((const DlPlacedRelation *)g_ptr_array_index(relations, i))->label;
        if (words->block == NULL)
            continue;
        const DlBox box =
            dl_box_grow((DlBox){words->at.x, words->at.y, words->block->width,
                                words->block->height},
                        AIR);
        for (guint j = 0; j < relations->len; j++) {
            DlPlacedRelation *placed = g_ptr_array_index(relations, j);
            for (guint k = 0; j != i && k < placed->lines->len; k++)
                cut_line(placed, g_ptr_array_index(placed->lines, k), box);
        }
    }
}

static void find_tops(Rows *rows, double top) {
    guint n = rows->spans->len;
    rows->tops = g_new(double, n + 1);
    for (guint row = 0; row < n; row++)
        for (guint line = 0; line < n; line++)
            if (rows->rows[line] == row) {
                const DlTextBlock *block = g_ptr_array_index(rows->words, line);
                rows->tops[row] = top;
                top += DL_TIE_ROW_AIR + (block != NULL ? block->height : 0);
            }
    rows->tops[n] = top;
}

/* Headings of insets make way for the lines that come down to their marks. */
static void move_aside(const DlPanel *panel, DlPlacedText *text) {
    if (text->block == NULL)
        return;
    for (guint i = 0; i < panel->events->len; i++) {
        const DlPlacedEvent *placed = g_ptr_array_index(panel->events, i);
        if (placed->is_tied && placed->tie.x > text->at.x - TEXT_AIR &&
            placed->tie.x < text->at.x + text->block->width + TEXT_AIR)
            text->at.x = placed->tie.x + TEXT_AIR;
    }
}

static void clear_headings(const GPtrArray *panels) {
    for (guint i = 0; panels != NULL && i < panels->len; i++) {
        DlPanel *panel = g_ptr_array_index(panels, i);
        double before = panel->heading.at.x;
        move_aside(panel, &panel->heading);
        panel->note.at.x += panel->heading.at.x - before;
        move_aside(panel, &panel->note);
        if (panel->note.block == NULL || panel->note.at.x + panel->note.block->width <=
                                             panel->box.x + panel->box.width)
            continue;
        dl_text_block_free(panel->note.block);
        panel->note.block = NULL;
    }
}

void dl_ties_place(const DlLayoutJob *job, DlPanel *axis, const GPtrArray *panels) {
    if (dl_ties_depth(job) <= 0)
        return;
    g_autoptr(GArray) ends = g_array_new(false, false, sizeof(End));
    g_autoptr(GArray) spans = g_array_new(false, false, sizeof(DlTieSpan));
    g_autoptr(GPtrArray) relations = g_ptr_array_new();
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    Rows rows = {job, axis, ends, spans, relations, words, NULL, NULL};
    find_lines(&rows, panels);
    g_autofree guint *order = dl_tie_rows(spans);
    rows.rows = order;
    find_tops(&rows, axis->box.y + axis->box.height);
    for (guint i = 0; i < spans->len; i++)
        g_ptr_array_add(axis->relations, place_line(&rows, i));
    cut_lines(axis->relations);
    axis->box.height += dl_ties_depth(job);
    clear_headings(panels);
    g_free(rows.tops);
}
