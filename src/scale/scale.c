#include "scale/scale.h"

#include "base/sorted.h"
#include "scale/build.h"
#include "scale/tick_makers.h"

DlMoment dl_stretch_middle(DlStretch stretch) {
    return stretch.from + (stretch.to - stretch.from) / 2;
}

void dl_scale_free(DlScale *scale) {
    if (scale == NULL)
        return;
    g_array_unref(scale->pieces);
    g_clear_pointer(&scale->steps, g_array_unref);
    g_free(scale);
}

static const DlScalePiece *piece_at(const DlScale *scale, guint i) {
    return &g_array_index(scale->pieces, DlScalePiece, i);
}

/* The last piece that does not begin after the moment. */
static const DlScalePiece *find_piece(const DlScale *scale, DlMoment moment) {
    guint next =
        dl_first_where(scale->pieces->len, i, piece_at(scale, i)->time.from > moment);
    return piece_at(scale, next > 0 ? next - 1 : 0);
}

/* Affine in each piece. */
static double place_in_pieces(const DlScale *scale, DlMoment moment) {
    const DlScalePiece *piece = find_piece(scale, moment);
    if (moment <= piece->time.from)
        return piece->from;
    if (moment >= piece->time.to)
        return piece->to;
    double share = (double)(moment - piece->time.from) /
                   (double)(piece->time.to - piece->time.from);
    return piece->from + share * (piece->to - piece->from);
}

DlScale *dl_scale_new(void) {
    DlScale *scale = g_new0(DlScale, 1);
    scale->pieces = g_array_new(false, false, sizeof(DlScalePiece));
    scale->one_slope = true;
    scale->place = place_in_pieces;
    scale->mark = dl_ticks_of_calendar;
    return scale;
}

double dl_scale_position(const DlScale *scale, DlMoment moment) {
    return scale->place(scale, moment);
}

void dl_scale_add_piece(DlScale *scale, DlStretch time, double from, double to) {
    DlScalePiece piece = {time, from, to};
    g_array_append_val(scale->pieces, piece);
}

double dl_scale_length(const DlScale *scale) {
    return piece_at(scale, scale->pieces->len - 1)->to;
}

DlStretch dl_scale_window(const DlScale *scale) {
    return (DlStretch){piece_at(scale, 0)->time.from,
                       piece_at(scale, scale->pieces->len - 1)->time.to};
}

DlScale *dl_scale_new_shifted(const DlScale *scale, DlMoment by) {
    DlScale *shifted = dl_scale_new();
    for (guint i = 0; i < scale->pieces->len; i++) {
        const DlScalePiece *piece = piece_at(scale, i);
        DlStretch time = {piece->time.from + by, piece->time.to + by};
        dl_scale_add_piece(shifted, time, piece->from, piece->to);
    }
    return shifted;
}
