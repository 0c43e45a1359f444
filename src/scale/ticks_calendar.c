#include <math.h>

#include "scale/tick_makers.h"

static const double LEAST_POINTS = 16; /* from one tick with words to the next */

typedef struct {
    const DlScale *scale;
    const DlScalePiece *piece;
    const DlTickText *text;
} Ruler;

static double step_points(const Ruler *ruler, DlStep step) {
    const DlScalePiece *piece = ruler->piece;
    double seconds = (double)(piece->time.to - piece->time.from);
    return (double)dl_step_length(step) * (piece->to - piece->from) / seconds;
}

/* Months stand under their years and clock times under their days, four of them at
 * least: fewer say no more than their year or day does. */
static bool has_coarse(DlStep step, DlStep *coarse) {
    if (step.unit == DL_TICK_MONTH && step.count <= 3) {
        *coarse = (DlStep){DL_TICK_YEAR, 1};
        return true;
    }
    *coarse = (DlStep){DL_TICK_DAY, 1};
    return step.unit < DL_TICK_DAY;
}

static bool is_useless(DlStep step) {
    bool half_day = step.unit == DL_TICK_HOUR && step.count > 6;
    return half_day || (step.unit == DL_TICK_MONTH && step.count > 3);
}

static char *step_words(const Ruler *ruler, DlMoment moment, DlStep step) {
    DlStep coarse;
    return has_coarse(step, &coarse)
               ? dl_tick_fine_words(ruler->text, moment, step.unit)
               : dl_tick_words(ruler->text, moment, step.unit);
}

/* A few labels of a step stand for all: its first ones on this piece. */
static double widest_label(const Ruler *ruler, DlStep step) {
    static const int SAMPLES = 12;
    double widest = 0;
    DlMoment at = dl_step_ceiling(step, ruler->piece->time.from);
    for (int i = 0; i < SAMPLES && at < ruler->piece->time.to; i++) {
        g_autofree char *label = step_words(ruler, at, step);
        widest = MAX(widest, dl_tick_width(ruler->text, label));
        at = dl_step_next(step, at);
    }
    return widest;
}

/* How simple a step is, from 1 down: ones and tens before fives before twos; of months
 * the quarter, of hours and minutes the quarter of what they divide, come next to one.
 */
static double simplicity(DlStep step) {
    static const struct {
        DlTickUnit unit;
        int64_t count;
        double value;
    } values[] = {
        {DL_TICK_MONTH, 3, 0.9},   {DL_TICK_MONTH, 2, 0.6},   {DL_TICK_DAY, 7, 0.9},
        {DL_TICK_HOUR, 6, 0.9},    {DL_TICK_HOUR, 3, 0.8},    {DL_TICK_HOUR, 2, 0.7},
        {DL_TICK_MINUTE, 15, 0.9}, {DL_TICK_MINUTE, 30, 0.9}, {DL_TICK_SECOND, 15, 0.9},
        {DL_TICK_SECOND, 30, 0.9},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(values); i++)
        if (values[i].unit == step.unit && values[i].count == step.count)
            return values[i].value;
    int64_t count = step.count;
    while (count % 10 == 0)
        count /= 10;
    return count == 1 ? 1 : count == 5 ? 0.8 : 0.6;
}

/* How far the outermost ticks are from the ends of the piece: 1 where they lie on them.
 */
static double coverage(const Ruler *ruler, DlStep step) {
    const DlStretch time = ruler->piece->time;
    double length = (double)(time.to - time.from), tenth = length / 10;
    double before = (double)(dl_step_ceiling(step, time.from) - time.from);
    double after = (double)(time.to - dl_step_floor(step, time.to));
    return 1 - 0.5 * (before * before + after * after) / (tenth * tenth);
}

/* How near the distance of the ticks is to what the eye wants. */
static double density(double points, double wanted) {
    return 2 - MAX(points / wanted, wanted / points);
}

static bool labels_fit(double points, double width) {
    static const double LABEL_AIR = 1.6; /* an axis is a ruler, not a list */
    static const double SHORTEST = 0.97; /* of a mean month or year: the shortest one */
    return points * SHORTEST >= width * LABEL_AIR + DL_TICK_LABEL_GAP;
}

/* Every step that is weighed is legible, so that legibility is the same for all. */
static double score_of(const Ruler *ruler, DlStep step, double points, double width) {
    static const double WANTED_POINTS = 58, WANTED_WIDTHS = 2.2;
    double wanted = MAX(WANTED_POINTS, WANTED_WIDTHS * width);
    return 0.25 * simplicity(step) + 0.2 * coverage(ruler, step) +
           0.5 * density(points, wanted) + 0.05;
}

/* The step that scores best, with the weights of Talbot, Lin and Hanrahan, "An
 * Extension of Wilkinson's Algorithm for Positioning Tick Labels on Axes" (InfoVis
 * 2010), section 3. On a piece too short for any label, the first that is longer than
 * the piece. */
static size_t choose_step(const Ruler *ruler) {
    size_t n, best = 0;
    const DlStep *ladder = dl_ladder(&n);
    double best_score = -INFINITY, length = ruler->piece->to - ruler->piece->from;
    for (size_t i = 0; i < n; i++) {
        double points = step_points(ruler, ladder[i]);
        if (points < LEAST_POINTS || is_useless(ladder[i]))
            continue;
        double width = widest_label(ruler, ladder[i]);
        double score = labels_fit(points, width)
                           ? score_of(ruler, ladder[i], points, width)
                           : -INFINITY;
        if (score > best_score || best_score == -INFINITY)
            best = i;
        best_score = MAX(best_score, score);
        if (points > length)
            break;
    }
    return best;
}

/* Where its words would run over the end of the piece, or begin before `room`, it has
 * none: no step may be long enough for them. Returns where they end, or `room`. */
static double add_major(GPtrArray *ticks, const Ruler *ruler, DlMoment moment,
                        DlStep step, double room) {
    double along = dl_scale_position(ruler->scale, moment);
    g_autofree char *label = step_words(ruler, moment, step);
    double end = along + DL_TICK_LABEL_GAP / 2 + dl_tick_width(ruler->text, label);
    bool fits = along >= room && end <= ruler->piece->to;
    dl_ticks_add(ticks, along, fits ? g_steal_pointer(&label) : NULL);
    return fits ? end : room;
}

/* Whether every boundary of one step is a boundary of the finer one too. */
static bool divides(DlStep finer, DlStep step) {
    if (finer.unit == step.unit)
        return step.count % finer.count == 0;
    if (step.unit <= DL_TICK_DAY)
        return dl_step_length(step) % dl_step_length(finer) == 0;
    bool months_of_year = step.unit == DL_TICK_YEAR && finer.unit == DL_TICK_MONTH;
    return months_of_year ? 12 % finer.count == 0 : finer.count == 1;
}

/* The coarsest finer step whose marks are still apart and fall on the major ones too.
 */
static bool find_minor(const Ruler *ruler, size_t major, DlStep *minor) {
    size_t n;
    const DlStep *ladder = dl_ladder(&n);
    DlStep step = ladder[major];
    for (size_t i = major; i-- > 0;) {
        if (divides(ladder[i], step) &&
            step_points(ruler, ladder[i]) >= DL_TICK_LEAST_MINOR) {
            *minor = ladder[i];
            return true;
        }
    }
    return false;
}

/* A year or a day that has begun before the piece stands at its beginning. */
static void add_coarse_ticks(GPtrArray *ticks, const Ruler *ruler, DlStep coarse) {
    const DlScalePiece *piece = ruler->piece;
    for (DlMoment at = dl_step_floor(coarse, piece->time.from); at < piece->time.to;) {
        DlMoment next = dl_step_next(coarse, at), shown = MAX(at, piece->time.from);
        double from = dl_scale_position(ruler->scale, shown);
        double to = dl_scale_position(ruler->scale, MIN(next, piece->time.to));
        g_autofree char *label = dl_tick_words(ruler->text, at, coarse.unit);
        bool fits =
            from + dl_tick_width(ruler->text, label) + DL_TICK_LABEL_GAP / 2 <= to;
        dl_ticks_add(ticks, from, fits ? g_steal_pointer(&label) : NULL);
        ((DlTick *)g_ptr_array_index(ticks, ticks->len - 1))->coarse = true;
        at = next;
    }
}

static bool has_words(const GPtrArray *ticks, guint first) {
    for (guint i = first; i < ticks->len; i++)
        if (((const DlTick *)g_ptr_array_index(ticks, i))->label != NULL)
            return true;
    return false;
}

/* The finest of these units that has room for its words tells at least where a piece is
 * that is too short for ticks with any. */
static void add_whereabouts(GPtrArray *ticks, const Ruler *ruler) {
    static const DlStep units[] = {
        {DL_TICK_DAY, 1}, {DL_TICK_MONTH, 1}, {DL_TICK_YEAR, 1}};
    guint first = ticks->len;
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
        if (step_points(ruler, units[i]) < LEAST_POINTS)
            continue;
        add_coarse_ticks(ticks, ruler, units[i]);
        if (has_words(ticks, first))
            return;
        g_ptr_array_set_size(ticks, (gint)first);
    }
}

static void add_piece_ticks(GPtrArray *ticks, const Ruler *ruler) {
    const guint first = ticks->len;
    size_t n;
    size_t major = choose_step(ruler);
    DlStep step = dl_ladder(&n)[major], minor = step;
    find_minor(ruler, major, &minor);
    DlStep coarse;
    if (has_coarse(step, &coarse))
        add_coarse_ticks(ticks, ruler, coarse);
    DlMoment end = ruler->piece->time.to;
    DlMoment next = dl_step_ceiling(step, ruler->piece->time.from);
    double room = 0;
    for (DlMoment at = dl_step_ceiling(minor, ruler->piece->time.from); at < end;
         at = dl_step_next(minor, at)) {
        if (at < next) {
            dl_ticks_add(ticks, dl_scale_position(ruler->scale, at), NULL);
            continue;
        }
        room = add_major(ticks, ruler, next, step, room);
        next = dl_step_next(step, next);
    }
    if (!has_words(ticks, first))
        add_whereabouts(ticks, ruler);
}

GPtrArray *dl_ticks_of_calendar(const DlScale *scale, const DlTickText *text) {
    GPtrArray *ticks = dl_ticks_empty();
    for (guint i = 0; i < scale->pieces->len; i++) {
        Ruler ruler = {scale, &g_array_index(scale->pieces, DlScalePiece, i), text};
        add_piece_ticks(ticks, &ruler);
    }
    return ticks;
}
