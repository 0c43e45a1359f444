#include "scale/tick_makers.h"

/* Days where all lies within two months, months within three years, else years; but
 * never finer than the dates themselves, so that no day of a year is made up. */
static DlTickUnit choose_unit(const GArray *steps) {
    static const DlMoment DAYS = 62 * DL_SECONDS_A_DAY,
                          MONTHS = 1100 * DL_SECONDS_A_DAY;
    DlMoment first = g_array_index(steps, DlStretch, 0).from;
    DlMoment last = g_array_index(steps, DlStretch, steps->len - 1).from;
    DlMoment longest = 0;
    for (guint i = 0; i < steps->len; i++) {
        DlStretch step = g_array_index(steps, DlStretch, i);
        longest = MAX(longest, step.to - step.from);
    }
    if (last - first <= DAYS && longest <= 2 * DL_SECONDS_A_DAY)
        return DL_TICK_DAY;
    return last - first <= MONTHS && longest <= DAYS ? DL_TICK_MONTH : DL_TICK_YEAR;
}

/* A tick where a step begins a new day, month or year; the label of one that follows
 * too soon is left out. */
GPtrArray *dl_ticks_of_steps(const DlScale *scale, const DlTickText *text) {
    GPtrArray *ticks = dl_ticks_empty();
    DlStep step = {choose_unit(scale->steps), 1};
    double length = dl_scale_length(scale), width = length / scale->steps->len;
    double room = 0;
    DlMoment last = DL_MOMENT_MIN;
    for (guint i = 0; i < scale->steps->len; i++) {
        DlMoment from = g_array_index(scale->steps, DlStretch, i).from;
        DlMoment start = dl_step_floor(step, from);
        if (start == last)
            continue;
        last = start;
        g_autofree char *label = dl_tick_words(text, start, step.unit);
        double along = width * i;
        double end = along + dl_tick_width(text, label) + DL_TICK_LABEL_GAP;
        bool fits = along >= room && end <= length + DL_TICK_LABEL_GAP / 2;
        if (fits)
            room = end;
        dl_ticks_add(ticks, along, fits ? g_steal_pointer(&label) : NULL);
    }
    return ticks;
}

/* From 1945 to 1953 there are eight years, whatever the days. */
static DlMoment middle_of(const DlScale *scale, guint step) {
    return dl_stretch_middle(g_array_index(scale->steps, DlStretch, step));
}

GPtrArray *dl_ticks_of_interims(const DlScale *scale, const DlTickText *text) {
    GPtrArray *ticks = dl_ticks_empty();
    double width = dl_scale_length(scale) / scale->steps->len;
    for (guint i = 0; i + 1 < scale->steps->len; i++) {
        DlMoment from = middle_of(scale, i), to = middle_of(scale, i + 1);
        if (to <= from)
            continue;
        g_autofree char *label = dl_words_between(from, to, text->language);
        if (dl_tick_width(text, label) + DL_TICK_LABEL_GAP > width)
            continue;
        dl_ticks_add(ticks, width * (i + 1), g_steal_pointer(&label));
        ((DlTick *)g_ptr_array_index(ticks, ticks->len - 1))->between = true;
    }
    return ticks;
}
