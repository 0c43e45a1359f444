#include "layout/measures.h"

#include <math.h>

#include "layout/bracket.h"
#include "layout/levels.h"
#include "layout/shape.h"
#include "layout/style.h"

static const double STUB = 5;           /* along: of the line at both ends of words */
static const double ROW_PAD = 3;        /* across: above and below words */
static const double STRIP_GAP = 5;      /* across: between the rows and the plot */
static const double WIDEST = 30;        /* ems, along an axis that runs to the right */
static const double WIDEST_ASIDE = 6.5; /* ems, beside an axis that runs down */
static const double LEAST_LETTERS = 2;  /* ems: what all words take, at least */
static const double LEAST_BESIDE = 6;   /* ems */
enum { MOST_ROWS = 16, MOST_LINES = 2 };

void dl_measures_free(DlMeasures *measures) {
    if (measures == NULL)
        return;
    g_ptr_array_unref(measures->brackets);
    g_array_unref(measures->middles);
    g_free(measures);
}

double dl_bracket_length(const DlMeasures *measures, const DlTextBlock *words) {
    return measures->job->vertical ? words->height : words->width;
}

double dl_bracket_depth(const DlMeasures *measures, const DlTextBlock *words) {
    return measures->job->vertical ? words->width : words->height;
}

/* ---- Words ---- */

static double letter_size(const DlMeasures *measures) {
    return dl_style(measures->job, DL_STYLE_MEASURE).size;
}

static DlTextBlock *shape_words(const DlMeasures *measures, const DlBracket *bracket,
                                double room) {
    const DlLayoutJob *job = measures->job;
    double size = letter_size(measures);
    double widest = job->vertical ? WIDEST_ASIDE * size : fmin(WIDEST * size, room);
    g_autofree char *words = dl_measure_words(bracket->measure);
    DlTextPart part = {words, dl_style(job, DL_STYLE_MEASURE), job->timeline->language};
    return dl_shape_balanced(job->measurer, &part, 1, fmax(1, widest),
                             job->theme->line_height, DL_ALIGN_CENTRE, NULL);
}

/* In the middle of the bracket; off it where a break of the axis would be there, and it
 * can be passed. */
static double inside_from(const DlMeasures *measures, const DlBracket *bracket,
                          double length) {
    double least = bracket->from.along + DL_BRACKET_GAP + STUB;
    double most = bracket->to.along - DL_BRACKET_GAP - STUB - length;
    double middle = (least + most) / 2, best = middle, nearest = INFINITY;
    const GArray *pieces = measures->scale->pieces;
    for (guint i = 0; i < pieces->len; i++) {
        const DlScalePiece *piece = &g_array_index(pieces, DlScalePiece, i);
        double from = fmax(least, piece->from + DL_BRACKET_GAP + STUB);
        double to = fmin(most, piece->to - DL_BRACKET_GAP - STUB - length);
        double place = fmin(fmax(middle, from), to);
        if (from <= to && fabs(place - middle) < nearest) {
            nearest = fabs(place - middle);
            best = place;
        }
    }
    return best;
}

/* In the bracket where they have room there in a line or two, or have none beside it.
 */
static bool place_inside(const DlMeasures *measures, DlBracket *bracket,
                         double beside) {
    double room = bracket->to.along - bracket->from.along - 2 * (DL_BRACKET_GAP + STUB);
    if (room < LEAST_LETTERS * letter_size(measures))
        return false;
    DlTextBlock *words = shape_words(measures, bracket, room);
    double length = dl_bracket_length(measures, words);
    bool is_low = measures->job->vertical || words->lines->len <= MOST_LINES;
    if (length > room || (!is_low && beside >= LEAST_BESIDE * letter_size(measures))) {
        dl_text_block_free(words);
        return false;
    }
    bracket->words = words;
    bracket->is_around = true;
    bracket->words_from = inside_from(measures, bracket, length);
    return true;
}

static void place_words(const DlMeasures *measures, DlBracket *bracket, double length) {
    double before = bracket->from.along - DL_BRACKET_GAP;
    double behind = length - bracket->to.along - DL_BRACKET_GAP;
    double beside = fmax(before, behind);
    if (!place_inside(measures, bracket, beside))
        bracket->words = shape_words(measures, bracket, beside);
}

/* ---- Rows ---- */

static bool takes(DlLevels *levels, DlBracket *bracket, guint row, double from,
                  double to) {
    if (!dl_levels_is_free(levels, row, from, to))
        return false;
    bracket->row = row;
    dl_levels_take(levels, row, from, to);
    return true;
}

/* Behind the bracket, else before it, else as far behind as can be. */
static bool takes_beside(const DlMeasures *measures, DlLevels *levels,
                         DlBracket *bracket, guint row, double length) {
    double from = bracket->from.along, to = bracket->to.along;
    double taken = dl_bracket_length(measures, bracket->words) + DL_BRACKET_GAP;
    bool fits_behind = to + taken <= length, fits_before = from - taken >= 0;
    bracket->words_from =
        fits_behind || !fits_before
            ? fmax(0, fmin(to + taken, length) - taken) + DL_BRACKET_GAP
            : from - taken;
    if (fits_behind && takes(levels, bracket, row, from, to + taken + DL_BRACKET_GAP))
        return true;
    bracket->words_from = fits_before ? from - taken : bracket->words_from;
    if (fits_before && takes(levels, bracket, row, from - taken - DL_BRACKET_GAP, to))
        return true;
    return !fits_behind && !fits_before && takes(levels, bracket, row, 0, length);
}

static bool takes_row(const DlMeasures *measures, DlLevels *levels, DlBracket *bracket,
                      guint row, double length) {
    if (bracket->is_around)
        return takes(levels, bracket, row, bracket->from.along, bracket->to.along);
    return takes_beside(measures, levels, bracket, row, length);
}

/* Whether any row has room for the least that it takes. */
static bool may_fit(const DlLevels *levels, const DlBracket *bracket) {
    for (guint row = 0; row < MOST_ROWS; row++)
        if (dl_levels_is_free(levels, row, bracket->from.along, bracket->to.along))
            return true;
    return false;
}

static bool place_in_row(const DlMeasures *measures, DlLevels *levels,
                         DlBracket *bracket, double length) {
    if (!may_fit(levels, bracket))
        return false;
    place_words(measures, bracket, length);
    for (guint row = 0; row < MOST_ROWS; row++)
        if (takes_row(measures, levels, bracket, row, length))
            return true;
    return false;
}

static void place_rows(DlMeasures *measures, double length) {
    g_autoptr(DlLevels) levels = dl_levels_new();
    double depths[MOST_ROWS] = {0};
    for (guint i = 0; i < measures->brackets->len && measures->fits; i++) {
        DlBracket *bracket = g_ptr_array_index(measures->brackets, i);
        measures->fits = place_in_row(measures, levels, bracket, length);
        if (measures->fits)
            depths[bracket->row] =
                fmax(depths[bracket->row],
                     dl_bracket_depth(measures, bracket->words) + 2 * ROW_PAD);
    }
    guint n = dl_levels_count(levels);
    for (guint row = 0; row < n; row++)
        measures->depth += depths[row];
    double top = measures->depth;
    for (guint row = 0; row < n; row++) {
        top -= depths[row];
        double middle = top + depths[row] / 2;
        g_array_append_val(measures->middles, middle);
    }
    measures->depth += n > 0 ? STRIP_GAP : 0;
}

DlMeasures *dl_measures_new(const DlLayoutJob *job, const DlScale *scale,
                            const GPtrArray *items, double length) {
    DlMeasures *measures = g_new0(DlMeasures, 1);
    measures->job = job;
    measures->scale = scale;
    measures->fits = true;
    measures->middles = g_array_new(false, false, sizeof(double));
    measures->brackets = dl_brackets_collect(measures, items);
    place_rows(measures, length);
    return measures;
}
