#include <math.h>
#include <string.h>

#include "scene/measures.h"
#include "scene/pairs.h"
#include "scene/pieces.h"

static const double LABEL_SLACK = 0.5, MARK_SLACK = 1, PIERCE_SLACK = 0.75;
static const double SAME_SPOT = 0.4, NEAR = 2, NEAR_SLACK = 0.01;

static bool labels_overlap(guint first, guint second, const void *data) {
    const DlParts *parts = data;
    const DlPart *a = dl_part_at(parts->labels, first),
                 *b = dl_part_at(parts->labels, second);
    return a->drawing != b->drawing && dl_box_meet(a->box, b->box, LABEL_SLACK);
}

static bool mark_covers(guint first, guint second, const void *data) {
    const DlParts *parts = data;
    const DlPart *mark = dl_part_at(parts->marks, first);
    const DlPart *label = dl_part_at(parts->labels, second);
    return mark->drawing != label->drawing &&
           dl_box_meet(mark->box, label->box, MARK_SLACK);
}

/* Words of the page: of a break, an era, an axis. */
static bool mark_covers_words(guint first, guint second, const void *data) {
    const DlParts *parts = data;
    const DlBox mark = dl_part_at(parts->marks, first)->box;
    const DlWritten *words = &g_array_index(parts->texts, DlWritten, second);
    const GPtrArray *lines = words->text->block->lines;
    for (guint i = 0; i < lines->len && !words->in_event; i++) {
        DlBox line = dl_text_line_box(words->text, lines->pdata[i]);
        if (dl_box_meet(mark, dl_letters_box(line), MARK_SLACK))
            return true;
    }
    return false;
}

static bool marks_coincide(guint first, guint second, const void *data) {
    const DlParts *parts = data;
    const DlPart *a = dl_part_at(parts->marks, first),
                 *b = dl_part_at(parts->marks, second);
    return fabs(a->box.x - b->box.x) < SAME_SPOT &&
           fabs(a->box.y - b->box.y) < SAME_SPOT &&
           fabs(a->box.width - b->box.width) < SAME_SPOT &&
           fabs(a->box.height - b->box.height) < SAME_SPOT &&
           strcmp(a->event, b->event) != 0;
}

static const DlPiece *piece_at(const DlParts *parts, guint i) {
    return &g_array_index(parts->pieces, DlPiece, i);
}

static bool leaders_cross(guint first, guint second, const void *data) {
    const DlParts *parts = data;
    const DlPiece *a = piece_at(parts, first), *b = piece_at(parts, second);
    return dl_part_at(parts->leaders, a->owner)->drawing !=
               dl_part_at(parts->leaders, b->owner)->drawing &&
           dl_pieces_cross(a, b);
}

static DlPoint leader_start(const DlParts *parts, guint piece) {
    const guint owner = piece_at(parts, piece)->owner;
    while (piece > 0 && piece_at(parts, piece - 1)->owner == owner)
        piece--;
    return piece_at(parts, piece)->from;
}

/* One leader begins on another: a branch of it, or both begin at one mark. */
static bool begins_on(const DlParts *parts, guint piece, guint other) {
    const DlPoint start = leader_start(parts, piece);
    const DlPiece point = {start, start, 0};
    const guint owner = piece_at(parts, other)->owner;
    while (other > 0 && piece_at(parts, other - 1)->owner == owner)
        other--;
    for (; other < parts->pieces->len && piece_at(parts, other)->owner == owner;
         other++)
        if (dl_pieces_distance(&point, piece_at(parts, other)) < SAME_SPOT)
            return true;
    return false;
}

static bool leaders_are_near(guint first, guint second, const void *data) {
    const DlParts *parts = data;
    const DlPiece *a = piece_at(parts, first), *b = piece_at(parts, second);
    return strcmp(dl_part_at(parts->leaders, a->owner)->event,
                  dl_part_at(parts->leaders, b->owner)->event) != 0 &&
           dl_pieces_distance(a, b) < NEAR - NEAR_SLACK &&
           !begins_on(parts, first, second) && !begins_on(parts, second, first);
}

static bool leader_pierces(guint first, guint second, const void *data) {
    const DlParts *parts = data;
    const DlPiece *piece = piece_at(parts, first);
    const DlPart *label = dl_part_at(parts->labels, second);
    return dl_part_at(parts->leaders, piece->owner)->drawing != label->drawing &&
           dl_piece_enters(piece, dl_box_grow(label->box, -PIERCE_SLACK));
}

static bool line_strikes(guint first, guint second, const void *data) {
    const DlParts *parts = data;
    const DlPiece *piece = &g_array_index(parts->lines, DlPiece, first);
    const DlWritten *text = &g_array_index(parts->texts, DlWritten, second);
    return g_ptr_array_index(parts->line_owners, piece->owner) != text->owner &&
           dl_piece_enters(piece, dl_box_grow(text->box, -PIERCE_SLACK));
}

static unsigned count_pairs(const GArray *first, const GArray *second, DlPairTest test,
                            const DlParts *parts) {
    g_autoptr(GArray) pairs = dl_pairs_find(first, second, 0, test, parts);
    return pairs->len;
}

static int compare_pairs(const void *a, const void *b) {
    const DlPair *first = a, *second = b;
    const guint x = first->first != second->first ? first->first : first->second;
    const guint y = first->first != second->first ? second->first : second->second;
    return (x > y) - (x < y);
}

static unsigned count_different(GArray *pairs) {
    unsigned count = 0;
    g_array_sort(pairs, compare_pairs);
    for (guint i = 0; i < pairs->len; i++)
        count += i == 0 || compare_pairs(&g_array_index(pairs, DlPair, i - 1),
                                         &g_array_index(pairs, DlPair, i)) != 0;
    return count;
}

/* Of leaders, not of their pieces: two that cross twice are one pair. `others` is NULL
 * for the pieces themselves. */
static unsigned count_leaders(const DlParts *parts, const GArray *pieces,
                              const GArray *others, double reach, DlPairTest test) {
    g_autoptr(GArray) pairs =
        dl_pairs_find(pieces, others == NULL ? pieces : others, reach, test, parts);
    for (guint i = 0; i < pairs->len; i++) {
        DlPair *pair = &g_array_index(pairs, DlPair, i);
        pair->first = piece_at(parts, pair->first)->owner;
        if (others == NULL) {
            const guint second = piece_at(parts, pair->second)->owner;
            *pair = (DlPair){MIN(pair->first, second), MAX(pair->first, second)};
        }
    }
    return count_different(pairs);
}

static GArray *piece_boxes(const GArray *pieces) {
    GArray *boxes = g_array_new(FALSE, FALSE, sizeof(DlBox));
    for (guint i = 0; i < pieces->len; i++) {
        const DlBox box = dl_piece_box(&g_array_index(pieces, DlPiece, i));
        g_array_append_val(boxes, box);
    }
    return boxes;
}

void dl_faults_count(const DlParts *parts, DlMetrics *metrics) {
    g_autoptr(GArray) labels = dl_parts_boxes(parts->labels);
    g_autoptr(GArray) marks = dl_parts_boxes(parts->marks);
    g_autoptr(GArray) pieces = piece_boxes(parts->pieces);
    g_autoptr(GArray) lines = piece_boxes(parts->lines);
    g_autoptr(GArray) texts = dl_text_boxes(parts);
    metrics->overlaps += count_pairs(labels, labels, labels_overlap, parts);
    metrics->crossings += count_leaders(parts, pieces, NULL, 0, leaders_cross);
    metrics->pierced += count_leaders(parts, pieces, labels, 0, leader_pierces);
    metrics->struck += count_pairs(lines, texts, line_strikes, parts);
    metrics->covered += count_pairs(marks, labels, mark_covers, parts) +
                        count_pairs(marks, texts, mark_covers_words, parts);
    metrics->coincident += count_pairs(marks, marks, marks_coincide, parts);
    metrics->too_near += count_leaders(parts, pieces, NULL, NEAR / 2, leaders_are_near);
    metrics->bare += parts->n_bare;
    metrics->empty += parts->n_empty;
    metrics->ids += parts->n_taken_ids;
}
