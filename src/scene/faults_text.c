#include "scene/measures.h"
#include "scene/pairs.h"

static bool lines_overlap(const DlSceneText *a, const DlSceneText *b, double slack) {
    for (guint i = 0; i < a->block->lines->len; i++)
        for (guint j = 0; j < b->block->lines->len; j++)
            if (dl_box_meet(
                    dl_letters_box(dl_text_line_box(a, a->block->lines->pdata[i])),
                    dl_letters_box(dl_text_line_box(b, b->block->lines->pdata[j])),
                    slack))
                return true;
    return false;
}

/* As blocks, and line by line: the last line of a high block is less than its air. */
static bool texts_overlap(guint first, guint second, const void *data) {
    static const double SLACK = 0.75;
    const DlParts *parts = data;
    const DlWritten *a = &g_array_index(parts->texts, DlWritten, first);
    const DlWritten *b = &g_array_index(parts->texts, DlWritten, second);
    if (a->owner == b->owner || !dl_box_meet(a->box, b->box, SLACK))
        return false;
    return dl_box_meet(dl_letters_box(a->box), dl_letters_box(b->box), SLACK) ||
           lines_overlap(a->text, b->text, SLACK);
}

static bool leaves(const DlScenePage *page, DlBox box) {
    static const double SLACK = 0.5;
    return box.x < -SLACK || box.y < -SLACK ||
           box.x + box.width > page->width + SLACK ||
           box.y + box.height > page->height + SLACK;
}

/* The words of an era or a measure stand beside an upright axis, not above or below it.
 */
static bool leaves_axis(const DlParts *parts, const DlWritten *written) {
    static const double SLACK = 1;
    if (written->band == NULL || written->axis == G_MAXUINT)
        return false;
    const DlBox axis = g_array_index(parts->axes, DlBox, written->axis);
    const DlBox box = dl_letters_box(written->box);
    return axis.height > axis.width &&
           (box.y < axis.y - SLACK ||
            box.y + box.height > axis.y + axis.height + SLACK);
}

static unsigned count_clipped(const DlParts *parts) {
    unsigned count = 0;
    for (guint i = 0; i < parts->labels->len; i++)
        count += leaves(parts->page, g_array_index(parts->labels, DlPart, i).box);
    for (guint i = 0; i < parts->texts->len; i++) {
        const DlWritten *written = &g_array_index(parts->texts, DlWritten, i);
        count += !written->in_label &&
                 (leaves(parts->page, written->box) || leaves_axis(parts, written));
    }
    for (guint i = 0; i < parts->bands->len; i++) {
        const DlBox box = g_array_index(parts->bands, DlBox, i);
        count += !dl_box_is_empty(box) && leaves(parts->page, box);
    }
    return count;
}

static bool is_small(const DlSceneText *text) {
    static const double LEAST = 6.5, LEAST_NOTE = 5, SLACK = 0.05;
    for (guint i = 0; i < text->block->lines->len; i++) {
        const DlTextLine *line = text->block->lines->pdata[i];
        for (guint j = 0; j < line->runs->len; j++) {
            const DlGlyphRun *run = line->runs->pdata[j];
            const guint part = (guint)run->part;
            const bool is_note = part < text->parts->len &&
                                 g_array_index(text->parts, DlSceneTextPart, part).note;
            if (run->size < (is_note ? LEAST_NOTE : LEAST) - SLACK)
                return true;
        }
    }
    return false;
}

static unsigned count_small(const DlParts *parts) {
    unsigned count = 0;
    for (guint i = 0; i < parts->texts->len; i++)
        count += is_small(g_array_index(parts->texts, DlWritten, i).text);
    return count;
}

void dl_text_faults_count(const DlParts *parts, DlMetrics *metrics) {
    g_autoptr(GArray) boxes = dl_text_boxes(parts);
    g_autoptr(GArray) pairs = dl_pairs_find(boxes, boxes, 0, texts_overlap, parts);
    metrics->texts += pairs->len;
    metrics->clipped += count_clipped(parts);
    metrics->small += count_small(parts);
}
