#include <math.h>

#include "layout/axis_text.h"
#include "layout/items.h"
#include "layout/shape.h"
#include "layout/style.h"
#include "time/words.h"

static const double LEAST_LENGTH = 44; /* of a break */
static const double LEAST_WIDTH = 44;  /* of the words, on a vertical axis … */
static const double AIR = 1.5;         /* … and beside them */
static const double END_AIR = 3;       /* before and behind them on another */
static const double SLANT = 2;         /* of the lines that end the pieces */
static const double LEADING = 0.25;    /* of a line: what its letters leave */

/* The longest word of what every break says; kept like the letters of ticks. */
static double longest_word(const DlLayoutJob *job) {
    const char *phrase = dl_phrase(job->timeline->words, DL_PHRASE_LEFT_OUT);
    const double *known = g_hash_table_lookup(job->tick_widths, phrase);
    if (known != NULL)
        return *known;
    g_auto(GStrv) words = g_strsplit(phrase, " ", -1);
    double *longest = g_new0(double, 1);
    for (int i = 0; words[i] != NULL; i++) {
        g_autoptr(DlTextBlock) block = dl_style_shape(job, DL_STYLE_NOTE, words[i], 0);
        *longest = fmax(*longest, block->width);
    }
    g_hash_table_insert(job->tick_widths, g_strdup(phrase), longest);
    return *longest;
}

double dl_axis_break_length(const DlLayoutJob *job) {
    double words = job->vertical ? 0 : longest_word(job) + 2 * (END_AIR + SLANT);
    return fmax(LEAST_LENGTH, words);
}

/* The words between two pieces of an axis, whose band is so high. */
static DlTextBlock *shape_words(const DlLayoutJob *job, const DlScalePiece *before,
                                const char *omitted, double band) {
    double length = before[1].from - before->to;
    double width = job->vertical ? fmax(band, fmax(LEAST_WIDTH, longest_word(job)))
                                 : length - 2 * END_AIR;
    g_autofree char *words =
        dl_phrase_fill(job->timeline->words, DL_PHRASE_LEFT_OUT, omitted);
    DlTextPart part = {words, dl_style(job, DL_STYLE_NOTE), job->timeline->language};
    return dl_shape_balanced(job->measurer, &part, 1, width, job->theme->line_height,
                             DL_ALIGN_CENTRE, NULL);
}

static char *omitted_words(const DlLayoutJob *job, const DlScalePiece *before) {
    return dl_words_between(before->time.to, before[1].time.from, job->timeline->words);
}

static bool is_break(const DlScalePiece *before) {
    return before[1].from > before->to;
}

/* An end that nobody gives fades over a length of paper, whatever time that is. */
static bool passes(const DlExtent *extent, const DlScalePiece *before) {
    bool begins_before =
        extent->start_unknown || extent->possible.from < before[1].time.from;
    bool ends_after = extent->end_unknown || extent->possible.to > before->time.to;
    return begins_before && ends_after;
}

static bool is_passed(const DlScalePiece *before, const GPtrArray *items) {
    for (guint i = 0; i < items->len; i++)
        if (passes(&((const DlItem *)g_ptr_array_index(items, i))->extent, before))
            return true;
    return false;
}

static double depth_of(const DlLayoutJob *job, const DlTextBlock *words) {
    double leading = LEADING * words->height / words->lines->len;
    return job->vertical ? words->width + 2 * AIR : words->height - leading;
}

double dl_axis_breaks_depth(const DlLayoutJob *job, const DlScale *scale,
                            const GPtrArray *items) {
    double depth = 0;
    for (guint i = 0; i + 1 < scale->pieces->len; i++) {
        const DlScalePiece *before = &g_array_index(scale->pieces, DlScalePiece, i);
        if (!is_break(before) || (job->vertical && !is_passed(before, items)))
            continue;
        g_autofree char *omitted = omitted_words(job, before);
        g_autoptr(DlTextBlock) words = shape_words(job, before, omitted, 0);
        depth = fmax(depth, depth_of(job, words));
    }
    return depth;
}

static void place_break(const DlAxis *axis, const DlLayoutJob *job,
                        const DlScalePiece *before, DlFrame frame, DlPanel *panel) {
    DlPlacedBreak *placed = g_new0(DlPlacedBreak, 1);
    placed->omitted = omitted_words(job, before);
    DlTextBlock *block = shape_words(job, before, placed->omitted, 2 * axis->half);
    placed->label.block = block;
    placed->box =
        dl_frame_box(frame, before->to, before[1].from, -axis->half, axis->half);
    placed->label.at =
        (DlPoint){placed->box.x + (placed->box.width - block->width) / 2,
                  placed->box.y + (placed->box.height - block->height) / 2};
    g_ptr_array_add(panel->breaks, placed);
}

void dl_axis_place_breaks(const DlAxis *axis, const DlLayoutJob *job, DlFrame frame,
                          DlPanel *panel) {
    const GArray *pieces = axis->scale->pieces;
    for (guint i = 0; i + 1 < pieces->len; i++) {
        const DlScalePiece *before = &g_array_index(pieces, DlScalePiece, i);
        if (is_break(before))
            place_break(axis, job, before, frame, panel);
    }
}
