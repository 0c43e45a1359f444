/* Time zones: numeric offsets, Z, and IANA names through GLib. */
#ifndef DL_TIME_ZONE_H
#define DL_TIME_ZONE_H

#include <glib.h>

#include "time/date.h"

typedef struct DlZone DlZone;

/* "Asia/Seoul", "UTC", "Z", "+09:00"; NULL where there is no such zone. A name is
 * checked against the pattern of zone names before GLib sees it (GLib would open any
 * file). */
DlZone *dl_zone_new(const char *name);
void dl_zone_free(DlZone *zone);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlZone, dl_zone_free)

/* The zone of an IANA name, as it stands behind a clock time; NULL where there is none.
 * Borrowed: a zone that was once found is kept. May be called by several threads. */
const DlZone *dl_zone_find(const char *name);

/* "+09:00", "-03:30", "+09" as seconds east of UTC, from -12:00 to +14:00. */
bool dl_offset_parse(const char *text, int *offset);

/* Seconds east of UTC at a moment of UTC. */
int dl_zone_offset_at(const DlZone *zone, DlMoment utc);
/* The offset of a clock that shows `local`. False, and a reason owned by the caller,
 * where the clock never shows that time or shows it twice: "02:30 on 30 March 2025 does
 * not exist in Europe/Paris: the clocks go forward". */
bool dl_zone_offset_of_clock(const DlZone *zone, DlMoment local, int *offset,
                             char **reason);
/* Short name at a moment of UTC: "KST", "UTC", "+05:30". The caller owns it. */
char *dl_zone_abbreviation(const DlZone *zone, DlMoment utc);
/* The date on this zone's clock. Only bounds with a clock time move: those with an
 * offset are brought over, those without are taken to be on this clock already (offset
 * is then filled in; of an hour that the clock repeats it is the first one's). */
DlDate dl_date_in_zone(const DlDate *date, const DlZone *zone);
/* Whether this clock shows the clock times that have no offset of their own, once each;
 * where it does not, `reason` (owned by the caller) says why. */
bool dl_date_check_zone(const DlDate *date, const DlZone *zone, char **reason);

#endif
