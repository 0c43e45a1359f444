#include "scale/tick_makers.h"

typedef struct {
    const DlScale *scale;
    const DlTickText *text;
    GPtrArray *ticks;
} Ruler;

enum { MOST_BOUNDARIES = 400 }; /* the days of a year, and no more */

/* Whether they are more, however the months and years of the stretch vary. */
static bool are_too_many(DlStep step, DlStretch stretch) {
    static const double LONGEST = 1.02; /* of a mean month or year: the longest one */
    double length = (double)(stretch.to - stretch.from);
    return length > (MOST_BOUNDARIES + 2) * LONGEST * (double)dl_step_length(step);
}

/* The boundaries of a step strictly inside a stretch; -1 where they are too many to
 * fit. */
static int find_boundaries(DlStep step, DlStretch stretch, DlMoment *boundaries) {
    int n = 0;
    if (are_too_many(step, stretch))
        return -1;
    for (DlMoment at = dl_step_ceiling(step, stretch.from + 1); at < stretch.to;
         at = dl_step_next(step, at)) {
        if (n == MOST_BOUNDARIES)
            return -1;
        boundaries[n++] = at;
    }
    return n;
}

/* An hour alone tells its day only where the label before it names that day. */
static bool says_its_day(DlStep step, DlStretch stretch, DlMoment boundary) {
    static const DlStep DAY = {DL_TICK_DAY, 1};
    if (step.unit >= DL_TICK_DAY || boundary % DL_SECONDS_A_DAY == 0)
        return true;
    return dl_step_floor(DAY, boundary) == dl_step_floor(DAY, stretch.from);
}

/* Keeps the boundaries whose labels have room between what is there already and the
 * next that is kept; where the scale is dense, some of a step have none. Returns how
 * many. */
static int keep_fitting(const Ruler *ruler, DlStep step, DlStretch stretch, double room,
                        DlMoment *boundaries, int n, double end) {
    int kept = 0;
    for (int i = 0; i < n; i++) {
        double at = dl_scale_position(ruler->scale, boundaries[i]);
        if (at < room || at + DL_TICK_LABEL_GAP > end ||
            !says_its_day(step, stretch, boundaries[i]))
            continue;
        g_autofree char *label = dl_tick_words(ruler->text, boundaries[i], step.unit);
        double taken = at + dl_tick_width(ruler->text, label) + DL_TICK_LABEL_GAP;
        if (taken > end)
            continue;
        boundaries[kept++] = boundaries[i];
        room = taken;
    }
    return kept;
}

static void add_minor(const Ruler *ruler, DlStretch stretch, size_t finer) {
    size_t n_steps;
    const DlStep *ladder = dl_ladder(&n_steps);
    DlMoment boundaries[MOST_BOUNDARIES];
    for (size_t i = finer; i-- > 0;) {
        int n = find_boundaries(ladder[i], stretch, boundaries);
        if (n == 0)
            continue;
        double from = dl_scale_position(ruler->scale, stretch.from);
        double to = dl_scale_position(ruler->scale, stretch.to);
        if (n > 0 && (to - from) / (n + 1) >= DL_TICK_LEAST_MINOR)
            for (int b = 0; b < n; b++)
                dl_ticks_add(ruler->ticks,
                             dl_scale_position(ruler->scale, boundaries[b]), NULL);
        return;
    }
}

/* Fills a stretch with the coarsest step below `finer` of which all labels fit, and
 * what lies between them in the same way. `room_for_first` is where the label before
 * ends. */
static void divide(const Ruler *ruler, DlStretch stretch, size_t finer,
                   double room_for_first) {
    size_t n_steps;
    const DlStep *ladder = dl_ladder(&n_steps);
    DlMoment boundaries[MOST_BOUNDARIES + 1];
    double end = dl_scale_position(ruler->scale, stretch.to);
    bool has_room = room_for_first + DL_TICK_LABEL_GAP <= end;
    for (size_t i = finer; has_room && i-- > 0;) {
        int n = find_boundaries(ladder[i], stretch, boundaries);
        if (n < 0)
            break;
        n = keep_fitting(ruler, ladder[i], stretch, room_for_first, boundaries, n, end);
        if (n == 0)
            continue;
        divide(ruler, (DlStretch){stretch.from, boundaries[0]}, i, room_for_first);
        boundaries[n] = stretch.to;
        for (int b = 0; b < n; b++) {
            char *label = dl_tick_words(ruler->text, boundaries[b], ladder[i].unit);
            double at = dl_scale_position(ruler->scale, boundaries[b]);
            double taken = at + dl_tick_width(ruler->text, label) + DL_TICK_LABEL_GAP;
            dl_ticks_add(ruler->ticks, at, label);
            divide(ruler, (DlStretch){boundaries[b], boundaries[b + 1]}, i, taken);
        }
        return;
    }
    add_minor(ruler, stretch, finer);
}

GPtrArray *dl_ticks_of_warped(const DlScale *scale, const DlTickText *text) {
    size_t n_steps;
    dl_ladder(&n_steps);
    Ruler ruler = {scale, text, dl_ticks_empty()};
    divide(&ruler, dl_scale_window(scale), n_steps, 0);
    return ruler.ticks;
}
