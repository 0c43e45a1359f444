#include "layout/axis.h"

#include "layout/axis_text.h"
#include "layout/style.h"

static const double TICK_TEXT_GAP = 3, MINOR_TICK = 4;

/* A row of the band, from its middle across. */
typedef struct {
    const DlLayoutJob *job;
    DlFrame frame;
    double top, bottom;
} Row;

/* Half of what words take along the axis. */
static double half_length(const Row *row, const DlTextBlock *block) {
    return (row->frame.vertical ? block->height : block->width) / 2;
}

/* The corner of words that begin at `along`, in the middle of the row. */
static DlPoint centred(const Row *row, const DlTextBlock *block, double along) {
    double across = row->frame.vertical ? block->width : block->height;
    return dl_frame_point(row->frame, along, (row->top + row->bottom - across) / 2);
}

/* Pieces that touch are one band. */
static void place_bands(const DlAxis *axis, DlFrame frame, DlPanel *panel) {
    const GArray *pieces = axis->scale->pieces;
    for (guint i = 0; i < pieces->len;) {
        double from = g_array_index(pieces, DlScalePiece, i).from, to = from;
        for (; i < pieces->len && g_array_index(pieces, DlScalePiece, i).from <= to;
             i++)
            to = g_array_index(pieces, DlScalePiece, i).to;
        DlBox band = dl_frame_box(frame, from, to, -axis->half, axis->half);
        g_array_append_val(panel->bands, band);
    }
}

/* Time that passed stands between the marks, with no line of its own. */
static void place_between(const Row *row, const DlTick *tick, DlPlacedTick *placed) {
    DlTextBlock *block = dl_style_shape(row->job, DL_STYLE_BETWEEN, tick->label, 0);
    placed->label.block = block;
    placed->label.at = centred(row, block, tick->along - half_length(row, block));
}

static void place_tick(const Row *row, const DlTick *tick, DlPanel *panel) {
    DlPlacedTick *placed = g_new0(DlPlacedTick, 1);
    g_ptr_array_add(panel->ticks, placed);
    if (tick->between) {
        place_between(row, tick, placed);
        return;
    }
    bool is_major = tick->label != NULL || tick->coarse;
    double from = is_major ? row->top : row->bottom - MINOR_TICK;
    placed->has_line = true;
    placed->from = dl_frame_point(row->frame, tick->along, from);
    placed->to = dl_frame_point(row->frame, tick->along, row->bottom);
    if (tick->label == NULL)
        return;
    DlTextBlock *block = dl_style_shape(row->job, DL_STYLE_TICK, tick->label, 0);
    placed->label.block = block;
    double gap = row->frame.vertical ? TICK_TEXT_GAP / 2 : TICK_TEXT_GAP;
    placed->label.at = centred(row, block, tick->along + gap);
}

/* The zone of a row hangs before it. */
static void place_name(const Row *row, const char *name, DlPanel *panel) {
    DlPlacedTick *placed = g_new0(DlPlacedTick, 1);
    g_ptr_array_add(panel->ticks, placed);
    DlTextBlock *block = dl_axis_shape_name(row->job, name);
    placed->label.block = block;
    placed->label.at =
        centred(row, block, -DL_AXIS_NAME_GAP - 2 * half_length(row, block));
}

static void place_rows(const DlAxis *axis, const DlLayoutJob *job, DlFrame frame,
                       DlPanel *panel) {
    for (guint i = 0; i < axis->rows->len; i++) {
        const DlAxisRow *row = g_ptr_array_index(axis->rows, i);
        Row place = {job, frame, row->from, row->to};
        for (guint j = 0; j < row->ticks->len; j++)
            place_tick(&place, g_ptr_array_index(row->ticks, j), panel);
        if (row->name != NULL)
            place_name(&place, row->name, panel);
    }
}

void dl_axis_place(const DlAxis *axis, const DlLayoutJob *job, DlFrame frame,
                   DlPanel *panel) {
    place_bands(axis, frame, panel);
    place_rows(axis, job, frame, panel);
    dl_axis_place_breaks(axis, job, frame, panel);
    panel->one_slope = axis->scale->one_slope;
}
