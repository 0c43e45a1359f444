#include <math.h>

#include "layout/tie_course.h"
#include "layout/tie_lines.h"

static const double TEXT_TOP[] = {[false] = 2, [true] = 4}; /* across: before words */
static const double STEP = 6; /* from one place that is tried to the next */

/* The words of a line that look for a place, across where it is tried. */
typedef struct {
    const DlTieLines *lines;
    const DlPlacedRelation *placed;
    DlBox box;         /* along and across; wherever it is tried along or across */
    GArray *obstacles; /* of DlBox: of what is not a line, nor its words; owned */
    bool over_lines;   /* where lines pass, which end before them */
} Words;

static const DlTieSpan *span_at(const DlTieLines *lines, guint i) {
    return &g_array_index(lines->spans, DlTieSpan, i);
}

static const DlTextBlock *block_of(const DlTieLines *lines, guint line) {
    return g_ptr_array_index(lines->ties->words,
                             g_array_index(lines->numbers, guint, line));
}

static DlBox with_air(DlBox box) {
    return (DlBox){box.x - DL_TIE_TEXT_AIR, box.y, box.width + 2 * DL_TIE_TEXT_AIR,
                   box.height};
}

static bool is_free_of(const Words *words, const DlPlacedRelation *other, DlBox box) {
    if (other->label.block != NULL &&
        dl_box_meet(box, dl_placed_text_box(&other->label), 0))
        return false;
    DlTieCourse course = dl_tie_course(other->lines, box);
    return course == DL_TIE_BESIDE || (words->over_lines && course == DL_TIE_ACROSS);
}

/* Whether nothing is in the way where the words are tried. */
static bool are_free(const Words *words) {
    const DlTieLines *lines = words->lines;
    const DlBox box = dl_tie_page_box(lines, words->box);
    const DlBox aired = dl_tie_page_box(lines, with_air(words->box));
    for (guint i = 0; i < words->obstacles->len; i++)
        if (dl_box_meet(box, g_array_index(words->obstacles, DlBox, i), 0))
            return false;
    for (guint i = 0; i < lines->placed->len; i++) {
        const DlPlacedRelation *other = g_ptr_array_index(lines->placed, i);
        if (other != words->placed && !is_free_of(words, other, aired))
            return false;
    }
    return dl_tie_course(words->placed->lines, box) == DL_TIE_BESIDE;
}

static Words new_words(const DlTieLines *lines, const DlPlacedRelation *placed,
                       DlBox box, DlBox region) {
    return (Words){lines, placed, box,
                   dl_tie_obstacles(lines, dl_tie_page_box(lines, region)), false};
}

/* Where nothing else is; or else where lines pass. */
static bool find_any(Words *words, bool (*find)(Words *words, const void *data),
                     const void *data) {
    bool found = find(words, data);
    words->over_lines = true;
    found = found || find(words, data);
    g_array_unref(words->obstacles);
    return found;
}

static void put(const Words *words, const DlTextBlock *block,
                DlPlacedRelation *placed) {
    const DlBox box = dl_tie_page_box(words->lines, words->box);
    placed->label =
        (DlPlacedText){.at = {box.x, box.y}, .block = dl_text_block_copy(block, 1)};
}

/* ---- In a row ---- */

/* Along the line and as near to its middle as nothing is in the way. */
static bool find_over(Words *words, double from, double to) {
    double length = words->box.width, middle = (from + to - length) / 2;
    double reach = (to - from - length) / 2 - DL_TIE_TEXT_AIR;
    for (double off = 0; off <= reach; off += STEP)
        for (int side = -1; side <= 1; side += 2) {
            words->box.x = middle + side * off;
            if (are_free(words))
                return true;
        }
    return false;
}

/* Along the line, or before or behind it where that is too short or crossed everywhere.
 */
static bool find_in_row(Words *words, const void *data) {
    const DlTieSpan *span = data;
    const DlBox box = dl_tie_turn_box(words->lines, words->lines->axis->box);
    double from = fmin(span->at[0], span->at[1]), to = fmax(span->at[0], span->at[1]);
    if (find_over(words, from, to))
        return true;
    words->box.x = to + DL_TIE_TEXT_AIR;
    if (words->box.x + words->box.width <= box.x + box.width && are_free(words))
        return true;
    words->box.x = from - DL_TIE_TEXT_AIR - words->box.width;
    return words->box.x >= box.x && are_free(words);
}

bool dl_tie_words_place(const DlTieLines *lines, guint line, DlPlacedRelation *placed) {
    const DlTextBlock *block = block_of(lines, line);
    if (block == NULL)
        return true;
    guint number = g_array_index(lines->numbers, guint, line);
    const DlTieSpan *span = span_at(lines, line);
    bool vertical = lines->axis->vertical;
    double top = lines->tops[lines->rows[line] + 1] -
                 dl_ties_row_depth(lines->job, lines->ties, number) +
                 TEXT_TOP[vertical];
    double depth = vertical ? block->width : block->height;
    const DlBox box = {0, top, span->words, depth};
    DlBox region = dl_tie_turn_box(lines, lines->axis->box);
    region.y = top;
    region.height = depth;
    Words words = new_words(lines, placed, box, region);
    if (!find_any(&words, find_in_row, span))
        return false;
    put(&words, block, placed);
    return true;
}

/* ---- Beside a hook ---- */

static bool is_within(DlBox box, DlBox whole) {
    return box.x >= whole.x && box.y >= whole.y &&
           box.x + box.width <= whole.x + whole.width &&
           box.y + box.height <= whole.y + whole.height;
}

/* At the middle of the line, or as near to it as nothing is in the way. */
static bool find_beside(Words *words, const void *data) {
    const DlBox *hook = data;
    const DlBox whole = dl_tie_turn_box(words->lines, words->lines->axis->box);
    double middle = hook->y + hook->height / 2 - words->box.height / 2;
    for (double off = 0; off <= hook->height / 2; off += STEP)
        for (int side = -1; side <= 1; side += 2) {
            words->box.y = middle + side * off;
            if (is_within(words->box, whole) && are_free(words))
                return true;
        }
    return false;
}

bool dl_tie_hook_words_place(const DlTieLines *lines, guint line, double along,
                             DlPlacedRelation *hook) {
    const DlTextBlock *block = block_of(lines, line);
    if (block == NULL)
        return true;
    bool vertical = lines->axis->vertical;
    double length = vertical ? block->height : block->width;
    double depth = vertical ? block->width : block->height;
    double from = dl_tie_touch(lines, line, 0, along).y;
    double to = dl_tie_touch(lines, line, 1, along).y;
    const DlBox beside = {along - DL_TIE_TEXT_AIR - length, fmin(from, to), length,
                          fabs(from - to)};
    const DlBox box = {beside.x, 0, length, depth};
    const DlBox region = {beside.x, beside.y - depth, length,
                          beside.height + 2 * depth};
    Words words = new_words(lines, hook, box, region);
    if (!find_any(&words, find_beside, &beside))
        return false;
    put(&words, block, hook);
    return true;
}
