/* How each scale marks its axis; private to this folder. */
#ifndef DL_SCALE_TICK_MAKERS_H
#define DL_SCALE_TICK_MAKERS_H

#include "scale/ladder.h"
#include "scale/ticks.h"

/* Labels stand beside their ticks, this far from them and from the next tick. */
#define DL_TICK_LABEL_GAP 9.0
/* Nearer minor ticks are not drawn. */
#define DL_TICK_LEAST_MINOR 4.0

/* A list that owns its ticks, without any; the caller owns it. */
GPtrArray *dl_ticks_empty(void);
/* Takes the label. */
void dl_ticks_add(GPtrArray *ticks, double along, char *label);
/* What a boundary of the calendar says: by itself, and under the coarser one that it
 * belongs to ("Sept" under 2025, "12:00" under its day). The caller owns both. */
char *dl_tick_fine_words(const DlTickText *text, DlMoment moment, DlTickUnit unit);
char *dl_tick_words(const DlTickText *text, DlMoment moment, DlTickUnit unit);
/* Points. */
double dl_tick_width(const DlTickText *text, const char *label);

/* Every piece by the finest step of the ladder whose labels have room. */
GPtrArray *dl_ticks_of_calendar(const DlScale *scale, const DlTickText *text);
/* Coarse steps first, finer ones where the scale gives them room. */
GPtrArray *dl_ticks_of_warped(const DlScale *scale, const DlTickText *text);
/* Equal lengths of time before and after the origin: "−20 h", "+2 days". */
GPtrArray *dl_ticks_of_elapsed(const DlScale *scale, const DlTickText *text);
/* Lengths that grow with the distance from the origin. */
GPtrArray *dl_ticks_of_log(const DlScale *scale, const DlTickText *text);
GPtrArray *dl_ticks_of_steps(const DlScale *scale, const DlTickText *text);
GPtrArray *dl_ticks_of_interims(const DlScale *scale, const DlTickText *text);

#endif
