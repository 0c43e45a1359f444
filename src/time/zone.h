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

/* "+09:00", "-03:30", "+09" as seconds east of UTC, from -12:00 to +14:00. */
bool dl_offset_parse(const char *text, int *offset);

/* Seconds east of UTC at a moment of UTC. */
int dl_zone_offset_at(const DlZone *zone, DlMoment utc);
/* Short name at a moment of UTC: "KST", "UTC", "+05:30". The caller owns it. */
char *dl_zone_abbreviation(const DlZone *zone, DlMoment utc);
/* The date on this zone's clock. Only bounds with a clock time move: those with an
 * offset are brought over, those without are taken to be on this clock already (offset
 * is then filled in). */
DlDate dl_date_in_zone(const DlDate *date, const DlZone *zone);

#endif
