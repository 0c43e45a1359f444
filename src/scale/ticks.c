#include "scale/ticks.h"

#include "scale/tick_makers.h"

void dl_tick_free(DlTick *tick) {
    if (tick == NULL)
        return;
    g_free(tick->label);
    g_free(tick);
}

GPtrArray *dl_ticks_empty(void) {
    return g_ptr_array_new_with_free_func((GDestroyNotify)dl_tick_free);
}

void dl_ticks_add(GPtrArray *ticks, double along, char *label) {
    DlTick *tick = g_new0(DlTick, 1);
    tick->along = along;
    tick->label = label;
    g_ptr_array_add(ticks, tick);
}

/* Midnight is the day that begins with it: hours alone would not tell which day it is.
 */
char *dl_tick_words(const DlTickText *text, DlMoment moment, DlTickUnit unit) {
    bool is_midnight = moment % DL_SECONDS_A_DAY == 0;
    bool is_clock =
        unit == DL_TICK_HOUR || unit == DL_TICK_MINUTE || unit == DL_TICK_SECOND;
    return dl_words_tick(moment, is_clock && is_midnight ? DL_TICK_DAY : unit,
                         text->language);
}

char *dl_tick_fine_words(const DlTickText *text, DlMoment moment, DlTickUnit unit) {
    if (unit != DL_TICK_MONTH)
        return dl_words_tick(moment, unit, text->language);
    DlBound month = {.min = moment,
                     .max = dl_moment_add_months(moment, 1) - 1,
                     .precision = DL_PRECISION_MONTH};
    DlDate date = {.start = month, .end = month};
    return dl_words_pattern(&date, "{mon}", text->language, NULL);
}

double dl_tick_width(const DlTickText *text, const char *label) {
    return text->width(label, text->data);
}

GPtrArray *dl_ticks_new(const DlScale *scale, const DlTickText *text) {
    return scale->mark(scale, text);
}
