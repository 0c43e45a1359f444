#include "layout/items.h"
#include "layout/shape.h"
#include "scale/ticks.h"
#include "time/words.h"

static const double TICK_TEXT_GAP = 3;

typedef struct {
    const DlLayoutJob *job;
    DlTextStyle style;
} TickText;

static double tick_width(const char *label, void *data) {
    const TickText *text = data;
    g_autoptr(DlTextBlock) block = dl_job_shape(text->job, label, text->style, 0);
    return block->width;
}

/* Pieces that touch are one band. */
static void place_bands(const DlItems *items, DlFrame frame, double half,
                        DlPanel *panel) {
    const GArray *pieces = items->scale->pieces;
    for (guint i = 0; i < pieces->len;) {
        double from = g_array_index(pieces, DlScalePiece, i).from, to = from;
        for (; i < pieces->len && g_array_index(pieces, DlScalePiece, i).from <= to;
             i++)
            to = g_array_index(pieces, DlScalePiece, i).to;
        DlBox band = dl_frame_box(frame, from, to, -half, half);
        g_array_append_val(panel->bands, band);
    }
}

/* Time that passed stands between the marks, with no line of its own. */
static void place_between(const DlTick *tick, const TickText *text, DlFrame frame,
                          DlPlacedTick *placed) {
    DlTextStyle style = text->style;
    style.italic = true;
    DlTextBlock *block = dl_job_shape(text->job, tick->label, style, 0);
    placed->label.block = block;
    placed->label.at =
        dl_frame_point(frame, tick->along - block->width / 2, -block->height / 2);
    placed->from = placed->to = placed->label.at;
}

static void place_tick(const DlTick *tick, const TickText *text, DlFrame frame,
                       double half, DlPanel *panel) {
    DlPlacedTick *placed = g_new0(DlPlacedTick, 1);
    g_ptr_array_add(panel->ticks, placed);
    if (tick->between) {
        place_between(tick, text, frame, placed);
        return;
    }
    double from = tick->label != NULL ? -half : half - 4;
    placed->from = dl_frame_point(frame, tick->along, from);
    placed->to = dl_frame_point(frame, tick->along, half);
    if (tick->label != NULL) {
        DlTextBlock *block = dl_job_shape(text->job, tick->label, text->style, 0);
        placed->label.block = block;
        placed->label.at =
            dl_frame_point(frame, tick->along + TICK_TEXT_GAP, -block->height / 2);
    }
}

static void place_break(const DlLayoutJob *job, const DlScalePiece *before,
                        const DlScalePiece *after, DlFrame frame, double half,
                        DlPanel *panel) {
    DlPlacedBreak *placed = g_new0(DlPlacedBreak, 1);
    const DlLanguage *language = job->timeline->words;
    placed->omitted = dl_words_between(before->time.to, after->time.from, language);
    g_auto(GStrv) halves = g_strsplit(dl_phrase(language, DL_PHRASE_LEFT_OUT), "%s", 2);
    g_autofree char *words = g_strjoinv(placed->omitted, halves);
    DlTextStyle style = {
        .size = job->theme->smallest_text, .weight = 400, .italic = true};
    double length = after->from - before->to;
    DlTextPart part = {words, style, job->timeline->language};
    DlTextBlock *block = dl_shape_balanced(job->measurer, &part, 1, 0, length - 6,
                                           job->theme->line_height, DL_ALIGN_CENTRE);
    placed->label.block = block;
    placed->box = dl_frame_box(frame, before->to, after->from, -half, half);
    placed->label.at = dl_frame_point(frame, before->to + (length - block->width) / 2,
                                      -block->height / 2);
    g_ptr_array_add(panel->breaks, placed);
}

void dl_axis_place(const DlItems *items, const DlLayoutJob *job, DlFrame frame,
                   DlPanel *panel) {
    double half = job->theme->band_height / 2;
    TickText text = {job,
                     {.size = job->theme->tick_size, .weight = 400, .tabular = true}};
    place_bands(items, frame, half, panel);
    const DlTickText tick_text = {job->timeline->words, tick_width, &text};
    g_autoptr(GPtrArray) ticks = dl_ticks_new(items->scale, &tick_text);
    for (guint i = 0; i < ticks->len; i++)
        place_tick(g_ptr_array_index(ticks, i), &text, frame, half, panel);
    const GArray *pieces = items->scale->pieces;
    for (guint i = 0; i + 1 < pieces->len; i++) {
        const DlScalePiece *before = &g_array_index(pieces, DlScalePiece, i);
        if (before[1].from > before->to)
            place_break(job, before, before + 1, frame, half, panel);
    }
    panel->has_axis = true;
    panel->one_slope = items->scale->one_slope;
}
