#include <math.h>

#include "scene/measures.h"
#include "scene/pieces.h"

double dl_leader_length(const DlParts *parts) {
    double length = 0;
    for (guint i = 0; i < parts->pieces->len; i++)
        length += dl_piece_length(&g_array_index(parts->pieces, DlPiece, i));
    return length;
}

static double box_distance(DlBox a, DlBox b) {
    const double dx = fmax(0, fmax(a.x - b.x - b.width, b.x - a.x - a.width));
    const double dy = fmax(0, fmax(a.y - b.y - b.height, b.y - a.y - a.height));
    return hypot(dx, dy);
}

double dl_displacement(const DlParts *parts, unsigned *count) {
    const GArray *marks = parts->marks, *labels = parts->labels;
    double sum = 0;
    for (guint i = 0, j = 0; i < labels->len; i++) {
        const DlPart *label = dl_part_at(labels, i);
        while (j < marks->len && dl_part_at(marks, j)->drawing < label->drawing)
            j++;
        if (j == marks->len || dl_part_at(marks, j)->drawing != label->drawing)
            continue;
        sum += box_distance(dl_part_at(marks, j)->box, label->box);
        (*count)++;
    }
    return sum;
}

static bool is_upright(const DlParts *parts) {
    if (parts->axes->len == 0)
        return false;
    const DlBox axis = g_array_index(parts->axes, DlBox, 0);
    return axis.height > axis.width;
}

/* What a label takes across the axis. */
typedef struct {
    double from, to;
} Stretch;

static int compare_ends(const void *a, const void *b) {
    const double first = ((const Stretch *)a)->to, second = ((const Stretch *)b)->to;
    return (first > second) - (first < second);
}

/* The least set of points that meets all intervals: the end of the first to end, and so
 * on with those that it misses. */
unsigned dl_count_rows(const DlParts *parts) {
    const bool upright = is_upright(parts);
    g_autoptr(GArray) stretches = g_array_new(FALSE, FALSE, sizeof(Stretch));
    for (guint i = 0; i < parts->labels->len; i++) {
        const DlBox box = dl_part_at(parts->labels, i)->box;
        const Stretch stretch = upright ? (Stretch){box.x, box.x + box.width}
                                        : (Stretch){box.y, box.y + box.height};
        g_array_append_val(stretches, stretch);
    }
    g_array_sort(stretches, compare_ends);
    unsigned count = 0;
    double line = -INFINITY;
    for (guint i = 0; i < stretches->len; i++) {
        const Stretch stretch = g_array_index(stretches, Stretch, i);
        if (stretch.from <= line)
            continue;
        line = stretch.to;
        count++;
    }
    return count;
}

static double text_area(const DlSceneText *text) {
    double area = 0;
    for (guint i = 0; i < text->block->lines->len; i++) {
        const DlBox box = dl_text_line_box(text, text->block->lines->pdata[i]);
        area += box.width * box.height;
    }
    return area;
}

static void add_to_side(const DlParts *parts, DlInk *ink, const DlPart *part,
                        double area) {
    if (part->axis == G_MAXUINT)
        return;
    const DlBox axis = g_array_index(parts->axes, DlBox, part->axis);
    const DlBox box = part->box;
    const bool before = axis.height > axis.width
                            ? box.x + box.width / 2 < axis.x + axis.width / 2
                            : box.y + box.height / 2 < axis.y + axis.height / 2;
    *(before ? &ink->before : &ink->after) += area;
}

static void add_boxes(const DlParts *parts, DlInk *ink, const GArray *boxes,
                      bool on_page) {
    for (guint i = 0; i < boxes->len; i++) {
        const DlPart *part = dl_part_at(boxes, i);
        const double area = part->box.width * part->box.height;
        add_to_side(parts, ink, part, area);
        ink->all += on_page ? area : 0;
    }
}

static void add_leaders(const DlParts *parts, DlInk *ink) {
    for (guint i = 0; i < parts->pieces->len; i++) {
        const DlPiece *piece = &g_array_index(parts->pieces, DlPiece, i);
        const double area = dl_piece_length(piece) *
                            g_array_index(parts->leader_widths, double, piece->owner);
        add_to_side(parts, ink, dl_part_at(parts->leaders, piece->owner), area);
        ink->all += area;
    }
}

/* A label's side is judged by its box; what is on the page by its lines. */
DlInk dl_ink(const DlParts *parts) {
    DlInk ink = {0};
    add_boxes(parts, &ink, parts->marks, true);
    add_boxes(parts, &ink, parts->labels, false);
    add_leaders(parts, &ink);
    for (guint i = 0; i < parts->texts->len; i++)
        ink.all += text_area(g_array_index(parts->texts, DlWritten, i).text);
    return ink;
}
