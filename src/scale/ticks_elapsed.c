#include <math.h>

#include "scale/tick_makers.h"

/* A step as a length that can be added and put into words, `times` over. */
static DlDuration step_duration(DlStep step, int64_t times) {
    int64_t count = step.count * times;
    switch (step.unit) {
    case DL_TICK_YEAR:
        return (DlDuration){.months = 12 * count};
    case DL_TICK_MONTH:
        return (DlDuration){.months = count};
    case DL_TICK_DAY:
        return (DlDuration){.days = count};
    case DL_TICK_HOUR:
    case DL_TICK_MINUTE:
    case DL_TICK_SECOND:
        break;
    }
    return (DlDuration){.seconds = count * dl_step_length((DlStep){step.unit, 1})};
}

static DlMoment moment_at(DlMoment origin, DlStep step, int64_t times) {
    DlDuration length = step_duration(step, times);
    return dl_moment_add(origin, &length);
}

/* "+2 days", "−20 hours", "20 hours ago", "0" at the origin. */
static char *elapsed_words(const DlScale *scale, const DlTickText *text, DlStep step,
                           int64_t times) {
    if (times == 0)
        return g_strdup("0");
    DlDuration length = step_duration(step, times < 0 ? -times : times);
    g_autofree char *words = dl_words_duration(&length, text->language);
    if (scale->from_present && times < 0)
        return dl_phrase_fill(text->language, DL_PHRASE_AGO, words);
    return g_strconcat(times < 0 ? "−" : "+", words, NULL);
}

static int64_t times_before(const DlScale *scale, DlStep step, DlMoment moment) {
    return (int64_t)floor(((double)moment - (double)scale->origin) /
                          (double)dl_step_length(step)) -
           1;
}

static bool step_fits(const DlScale *scale, const DlTickText *text, DlStep step) {
    static const double AIR = 1.5;
    DlStretch window = dl_scale_window(scale);
    double points = (double)dl_step_length(step) * dl_scale_length(scale) /
                    (double)(window.to - window.from);
    int64_t first = times_before(scale, step, window.from) + 1;
    int64_t last = times_before(scale, step, window.to) + 1;
    const int64_t samples[] = {first, last};
    for (size_t i = 0; i < G_N_ELEMENTS(samples); i++) {
        g_autofree char *label = elapsed_words(scale, text, step, samples[i]);
        if (points < AIR * dl_tick_width(text, label) + DL_TICK_LABEL_GAP)
            return false;
    }
    return true;
}

/* Returns where the label ends, `room` for none: lengths of several units can be longer
 * than the samples. */
static double add_elapsed(GPtrArray *ticks, const DlScale *scale,
                          const DlTickText *text, DlStep step, int64_t times,
                          double room) {
    double along = dl_scale_position(scale, moment_at(scale->origin, step, times));
    g_autofree char *label = elapsed_words(scale, text, step, times);
    double end = along + dl_tick_width(text, label) + DL_TICK_LABEL_GAP / 2;
    bool fits = along >= room && end <= dl_scale_length(scale);
    dl_ticks_add(ticks, along, fits ? g_steal_pointer(&label) : NULL);
    return fits ? end : room;
}

GPtrArray *dl_ticks_of_elapsed(const DlScale *scale, const DlTickText *text) {
    GPtrArray *ticks = dl_ticks_empty();
    DlStretch window = dl_scale_window(scale);
    size_t n_steps;
    const DlStep *ladder = dl_ladder(&n_steps);
    size_t chosen = 0;
    while (chosen + 1 < n_steps && !step_fits(scale, text, ladder[chosen]))
        chosen++;
    DlStep step = ladder[chosen];
    double room = 0;
    for (int64_t times = times_before(scale, step, window.from);; times++) {
        DlMoment moment = moment_at(scale->origin, step, times);
        if (moment >= window.to)
            break;
        if (moment >= window.from)
            room = add_elapsed(ticks, scale, text, step, times, room);
    }
    return ticks;
}

/* Ones of each unit and tens of years before the twos and fives between them. */
static bool is_round(DlStep step) {
    int64_t count = step.count;
    while (step.unit == DL_TICK_YEAR && count % 10 == 0)
        count /= 10;
    return count == 1;
}

typedef struct {
    double along, end;
} Taken;

static bool is_free(const GArray *taken, double along, double end) {
    for (guint i = 0; i < taken->len; i++) {
        const Taken *other = &g_array_index(taken, Taken, i);
        if (along < other->end && other->along < end)
            return false;
    }
    return true;
}

static void try_log_tick(GPtrArray *ticks, GArray *taken, const DlScale *scale,
                         const DlTickText *text, DlStep step, int64_t times) {
    DlStretch window = dl_scale_window(scale);
    DlMoment moment = moment_at(scale->origin, step, times);
    if (moment < window.from || moment >= window.to)
        return;
    double along = dl_scale_position(scale, moment);
    g_autofree char *label = elapsed_words(scale, text, step, times);
    Taken wanted = {along, along + dl_tick_width(text, label) + DL_TICK_LABEL_GAP};
    if (wanted.end <= dl_scale_length(scale) + DL_TICK_LABEL_GAP / 2 &&
        is_free(taken, wanted.along, wanted.end)) {
        g_array_append_val(taken, wanted);
        dl_ticks_add(ticks, along, g_steal_pointer(&label));
    } else if (is_free(taken, along - DL_TICK_LEAST_MINOR, along)) {
        dl_ticks_add(ticks, along, NULL);
    }
}

static int compare_ticks(gconstpointer a, gconstpointer b) {
    double first = (*(const DlTick *const *)a)->along;
    double second = (*(const DlTick *const *)b)->along;
    return (first > second) - (first < second);
}

GPtrArray *dl_ticks_of_log(const DlScale *scale, const DlTickText *text) {
    GPtrArray *ticks = dl_ticks_empty();
    g_autoptr(GArray) taken = g_array_new(false, false, sizeof(Taken));
    size_t n_steps;
    const DlStep *ladder = dl_ladder(&n_steps);
    try_log_tick(ticks, taken, scale, text, ladder[0], 0);
    for (int round = 1; round >= 0; round--)
        for (size_t i = 0; i < n_steps; i++)
            if (is_round(ladder[i]) == (round == 1))
                for (int sign = -1; sign <= 1; sign += 2)
                    try_log_tick(ticks, taken, scale, text, ladder[i], sign);
    g_ptr_array_sort(ticks, compare_ticks);
    return ticks;
}
