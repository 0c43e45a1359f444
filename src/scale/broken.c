#include <math.h>

#include "scale/build.h"

static const double LONG = 1.0 / 3; /* of all the time: is cut, whatever else is … */
static const double VOID = 0.5;     /* … and so is what is so much of the rest, … */
static const double LEAST = 1.0 / 5; /* … and of all: few breaks that tell much */

typedef struct {
    DlStretch time;
    bool cut;
} Gap;

/* The empty stretches between what is occupied, inside the window. */
static GArray *find_gaps(const DlScaleRequest *request) {
    GArray *gaps = g_array_new(false, false, sizeof(Gap));
    DlMoment reached = request->window.from;
    for (guint i = 0; i <= request->occupied->len; i++) {
        DlStretch next = {request->window.to, request->window.to};
        if (i < request->occupied->len)
            next = g_array_index(request->occupied, DlStretch, i);
        if (next.from > reached) {
            Gap gap = {{reached, MIN(next.from, request->window.to)}, false};
            g_array_append_val(gaps, gap);
        }
        reached = MAX(reached, next.to);
    }
    return gaps;
}

static int compare_gap_lengths(gconstpointer a, gconstpointer b) {
    const Gap *first = *(const Gap *const *)a, *second = *(const Gap *const *)b;
    DlMoment one = first->time.to - first->time.from;
    DlMoment two = second->time.to - second->time.from;
    if (one != two)
        return one > two ? -1 : 1;
    return first->time.from < second->time.from ? -1 : 1;
}

/* Gaps are independent, so the best cuts are the longest. That one is cut hangs little
 * on the others: an event in one of them shall not close them all. Returns what is
 * kept. */
static DlMoment choose_cuts(GArray *gaps, DlMoment window, guint most) {
    const double all = (double)window;
    DlMoment shown = window;
    g_autoptr(GPtrArray) longest = g_ptr_array_new();
    for (guint i = 0; i < gaps->len; i++)
        g_ptr_array_add(longest, &g_array_index(gaps, Gap, i));
    g_ptr_array_sort(longest, compare_gap_lengths);
    for (guint i = 0; i < MIN(longest->len, most); i++) {
        Gap *gap = g_ptr_array_index(longest, i);
        DlMoment length = gap->time.to - gap->time.from;
        const double least = fmax(LEAST * all, VOID * (double)shown);
        if ((double)length <= fmin(LONG * all, least))
            break;
        gap->cut = true;
        shown -= length;
    }
    return shown;
}

/* Some air is kept on both sides of a cut, to a round date, unless that eats the gap.
 */
static DlStretch shrink_gap(DlStretch gap, DlMoment air) {
    return (DlStretch){
        dl_stretch_pad((DlStretch){gap.from, gap.from}, air, true, false).to,
        dl_stretch_pad((DlStretch){gap.to, gap.to}, air, false, true).from,
    };
}

static void add_piece(DlScale *scale, DlMoment from, DlMoment to) {
    if (to > from)
        dl_scale_add_piece(scale, (DlStretch){from, to}, 0, 0);
}

static void cut_window(DlScale *scale, const GArray *gaps, DlStretch window,
                       DlMoment air) {
    DlMoment reached = window.from;
    for (guint i = 0; i < gaps->len; i++) {
        const Gap *gap = &g_array_index(gaps, Gap, i);
        if (!gap->cut)
            continue;
        DlStretch cut = shrink_gap(gap->time, air);
        if (cut.to - cut.from < (gap->time.to - gap->time.from) / 2)
            continue;
        add_piece(scale, reached, cut.from);
        reached = cut.to;
    }
    add_piece(scale, reached, window.to);
    /* Events that only may reach into the window leave all of it empty. */
    if (scale->pieces->len == 0)
        add_piece(scale, window.from, window.to);
}

static double piece_seconds(const DlScalePiece *piece) {
    return (double)(piece->time.to - piece->time.from);
}

/* Points for each second, when pieces that would be too short get `least` each. */
static double common_slope(const DlScale *scale, double room, double least) {
    double seconds = 0;
    for (guint i = 0; i < scale->pieces->len; i++)
        seconds += piece_seconds(&g_array_index(scale->pieces, DlScalePiece, i));
    double slope = room / seconds;
    for (guint round = 0; round < scale->pieces->len; round++) {
        double left = room, long_seconds = 0;
        for (guint i = 0; i < scale->pieces->len; i++) {
            double length =
                piece_seconds(&g_array_index(scale->pieces, DlScalePiece, i));
            if (length * slope < least)
                left -= least;
            else
                long_seconds += length;
        }
        if (long_seconds <= 0)
            return 0;
        slope = fmax(0, left) / long_seconds;
    }
    return slope;
}

static double piece_end(DlScalePiece *piece, double at, double length, double least) {
    piece->from = at;
    piece->to = at + fmax(length, least);
    return piece->to;
}

static void place_evenly(DlScale *scale, const DlScaleRequest *request, double room) {
    double least = fmin(request->least_piece, room / scale->pieces->len);
    double slope = common_slope(scale, room, least);
    double at = 0;
    for (guint i = 0; i < scale->pieces->len; i++) {
        DlScalePiece *piece = &g_array_index(scale->pieces, DlScalePiece, i);
        double length = piece_seconds(piece) * slope;
        if (length < least && scale->pieces->len > 1)
            scale->one_slope = false;
        at = piece_end(piece, at, length, least) + request->break_length;
    }
}

static guint count_events(const DlScalePiece *piece, const GArray *occupied) {
    guint count = 0;
    for (guint i = 0; i < occupied->len; i++) {
        DlMoment from = g_array_index(occupied, DlStretch, i).from;
        count += from >= piece->time.from && from < piece->time.to;
    }
    return count;
}

static void place_by_events(DlScale *scale, const DlScaleRequest *request,
                            double room) {
    double seconds = 0, at = 0;
    for (guint i = 0; i < scale->pieces->len; i++)
        seconds += piece_seconds(&g_array_index(scale->pieces, DlScalePiece, i));
    for (guint i = 0; i < scale->pieces->len; i++) {
        DlScalePiece *piece = &g_array_index(scale->pieces, DlScalePiece, i);
        double of_time = piece_seconds(piece) / seconds;
        double of_events = (double)count_events(piece, request->occupied) /
                           fmax(1, request->occupied->len);
        double length = room * (of_time + of_events) / 2;
        at = piece_end(piece, at, length, 0) + request->break_length;
    }
    g_array_index(scale->pieces, DlScalePiece, scale->pieces->len - 1).to =
        request->length;
    scale->one_slope = false;
}

static void place_pieces(DlScale *scale, const DlScaleRequest *request) {
    double room = request->length - request->break_length * (scale->pieces->len - 1);
    if (request->by_events && scale->pieces->len > 1)
        place_by_events(scale, request, room);
    else
        place_evenly(scale, request, room);
}

/* Breaks may take a share of the axis, but not the axis; and what is left between them
 * shall hold two events on average, not one each. */
static guint most_cuts(const DlScaleRequest *request) {
    static const double SHARE = 0.4;
    guint by_room = (guint)(SHARE * request->length / request->break_length);
    guint by_events = MAX(1, request->occupied->len / 2);
    return MIN(by_room, by_events);
}

DlScale *dl_scale_new_broken(const DlScaleRequest *request) {
    g_autoptr(GArray) gaps = find_gaps(request);
    DlMoment shown = choose_cuts(gaps, request->window.to - request->window.from,
                                 most_cuts(request));
    DlMoment air = shown / 20;
    DlStretch window =
        dl_stretch_pad(request->window, air, request->fixed_from, request->fixed_to);
    DlScale *scale = dl_scale_new();
    cut_window(scale, gaps, window, air);
    place_pieces(scale, request);
    return scale;
}
