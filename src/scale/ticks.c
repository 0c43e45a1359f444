#include "scale/ticks.h"

#include "scale/ladder.h"

static const double LABEL_GAP = 9;
static const double LABEL_AIR = 1.6; /* an axis is a ruler, not a list */
static const double LEAST_MINOR = 4;

void dl_tick_free(DlTick *tick) {
    if (tick == NULL)
        return;
    g_free(tick->label);
    g_free(tick);
}

typedef struct {
    const DlScale *scale;
    const DlScalePiece *piece;
    const DlLanguage *language;
    DlTickWidth width;
    void *data;
} Ruler;

static double step_points(const Ruler *ruler, DlStep step) {
    const DlScalePiece *piece = ruler->piece;
    double seconds = (double)(piece->time.to - piece->time.from);
    return (double)dl_step_length(step) * (piece->to - piece->from) / seconds;
}

/* Midnight is the day that begins with it: hours alone would not tell which day it is.
 */
static char *tick_words(const Ruler *ruler, DlMoment moment, DlTickUnit unit) {
    bool is_midnight = moment % DL_SECONDS_A_DAY == 0;
    bool is_clock =
        unit == DL_TICK_HOUR || unit == DL_TICK_MINUTE || unit == DL_TICK_SECOND;
    return dl_words_tick(moment, is_clock && is_midnight ? DL_TICK_DAY : unit,
                         ruler->language);
}

/* A few labels of a step stand for all: its first ones on this piece. */
static double widest_label(const Ruler *ruler, DlStep step) {
    static const int SAMPLES = 12;
    double widest = 0;
    DlMoment at = dl_step_ceiling(step, ruler->piece->time.from);
    for (int i = 0; i < SAMPLES && at < ruler->piece->time.to; i++) {
        g_autofree char *label = tick_words(ruler, at, step.unit);
        widest = MAX(widest, ruler->width(label, ruler->data));
        at = dl_step_next(step, at);
    }
    return widest;
}

static size_t choose_step(const Ruler *ruler) {
    static const double LEAST_POINTS = 16;
    size_t n;
    const DlStep *ladder = dl_ladder(&n);
    for (size_t i = 0; i < n; i++) {
        double points = step_points(ruler, ladder[i]);
        if (points >= LEAST_POINTS &&
            points * 0.97 >= widest_label(ruler, ladder[i]) * LABEL_AIR + LABEL_GAP)
            return i;
    }
    return n - 1;
}

static void add_tick(GPtrArray *ticks, const Ruler *ruler, DlMoment moment,
                     char *label) {
    DlTick *tick = g_new0(DlTick, 1);
    tick->moment = moment;
    tick->along = dl_scale_position(ruler->scale, moment);
    tick->label = label;
    g_ptr_array_add(ticks, tick);
}

static char *label_of(const Ruler *ruler, DlMoment moment, DlTickUnit unit) {
    g_autofree char *label = tick_words(ruler, moment, unit);
    double end = dl_scale_position(ruler->scale, moment) + LABEL_GAP / 2 +
                 ruler->width(label, ruler->data);
    return end <= ruler->piece->to ? g_steal_pointer(&label) : NULL;
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
        if (divides(ladder[i], step) && step_points(ruler, ladder[i]) >= LEAST_MINOR) {
            *minor = ladder[i];
            return true;
        }
    }
    return false;
}

static void add_piece_ticks(GPtrArray *ticks, const Ruler *ruler) {
    size_t n;
    size_t major = choose_step(ruler);
    DlStep step = dl_ladder(&n)[major], minor = step;
    find_minor(ruler, major, &minor);
    DlMoment end = ruler->piece->time.to;
    DlMoment next = dl_step_ceiling(step, ruler->piece->time.from);
    for (DlMoment at = dl_step_ceiling(minor, ruler->piece->time.from); at < end;
         at = dl_step_next(minor, at)) {
        if (at < next) {
            add_tick(ticks, ruler, at, NULL);
            continue;
        }
        add_tick(ticks, ruler, next, label_of(ruler, next, step.unit));
        next = dl_step_next(step, next);
    }
}

GPtrArray *dl_ticks_new(const DlScale *scale, const DlLanguage *language,
                        DlTickWidth width, void *data) {
    GPtrArray *ticks = g_ptr_array_new_with_free_func((GDestroyNotify)dl_tick_free);
    for (guint i = 0; i < scale->pieces->len; i++) {
        Ruler ruler = {scale, &g_array_index(scale->pieces, DlScalePiece, i), language,
                       width, data};
        add_piece_ticks(ticks, &ruler);
    }
    return ticks;
}
