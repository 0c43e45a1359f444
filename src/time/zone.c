#include "time/zone.h"

#include <string.h>

#include "time/words.h"

struct DlZone {
    GTimeZone *zone;
};

static const int SECONDS_AN_HOUR = 3600;

static bool read_two_digits(const char *text, int *number) {
    if (!g_ascii_isdigit(text[0]) || !g_ascii_isdigit(text[1]))
        return false;
    *number = (text[0] - '0') * 10 + (text[1] - '0');
    return true;
}

bool dl_offset_parse(const char *text, int *offset) {
    const bool east = text[0] == '+';
    int hours, minutes = 0;
    if ((!east && text[0] != '-') || !read_two_digits(text + 1, &hours))
        return false;
    if (text[3] != '\0' &&
        (text[3] != ':' || !read_two_digits(text + 4, &minutes) || text[6] != '\0'))
        return false;
    const int seconds = hours * SECONDS_AN_HOUR + minutes * 60;
    if (minutes > 59 || seconds > (east ? 14 : 12) * SECONDS_AN_HOUR)
        return false;
    if (!east && seconds == 0)
        return false;
    *offset = east ? seconds : -seconds;
    return true;
}

/* GLib reads any file and any POSIX rule ("Foo5"): every part of a name of the
 * database begins with a capital, and few names have digits. */
static bool is_zone_name(const char *name) {
    return strnlen(name, 65) <= 64 &&
           g_regex_match_simple("^(?:(?:Etc/)?GMT[+-]?0|Etc/GMT[+-][0-9]{1,2}"
                                "|EST5EDT|CST6CDT|MST7MDT|PST8PDT"
                                "|[A-Z][A-Za-z_+-]*(?:/[A-Z][A-Za-z_+-]*){0,2})\\z",
                                name, 0, 0);
}

static GTimeZone *open_zone(const char *name) {
    int offset;
    if (g_str_equal(name, "UTC") || g_str_equal(name, "Z"))
        return g_time_zone_new_utc();
    if (dl_offset_parse(name, &offset))
        return g_time_zone_new_offset(offset);
    return is_zone_name(name) ? g_time_zone_new_identifier(name) : NULL;
}

DlZone *dl_zone_new(const char *name) {
    GTimeZone *found = open_zone(name);
    if (found == NULL)
        return NULL;
    DlZone *zone = g_new(DlZone, 1);
    zone->zone = found;
    return zone;
}

void dl_zone_free(DlZone *zone) {
    if (zone == NULL)
        return;
    g_time_zone_unref(zone->zone);
    g_free(zone);
}

const DlZone *dl_zone_find(const char *name) {
    static GMutex lock;
    static GHashTable *zones; /* name -> DlZone, owned */
    if (!g_ascii_isupper(name[0]) || g_str_equal(name, "Z"))
        return NULL;
    g_mutex_lock(&lock);
    if (zones == NULL)
        zones = g_hash_table_new(g_str_hash, g_str_equal);
    DlZone *zone = g_hash_table_lookup(zones, name);
    if (zone == NULL)
        zone = dl_zone_new(name);
    if (zone != NULL)
        g_hash_table_insert(zones, (char *)g_intern_string(name), zone);
    g_mutex_unlock(&lock);
    return zone;
}

static int find_interval(const DlZone *zone, DlMoment utc) {
    return g_time_zone_find_interval(zone->zone, G_TIME_TYPE_UNIVERSAL, utc);
}

int dl_zone_offset_at(const DlZone *zone, DlMoment utc) {
    return g_time_zone_get_offset(zone->zone, find_interval(zone, utc));
}

static char *offset_to_text(int offset) {
    return g_strdup_printf("%c%02d:%02d", offset < 0 ? '-' : '+',
                           ABS(offset) / SECONDS_AN_HOUR, ABS(offset) / 60 % 60);
}

char *dl_zone_abbreviation(const DlZone *zone, DlMoment utc) {
    const int interval = find_interval(zone, utc);
    const char *name = g_time_zone_get_abbreviation(zone->zone, interval);
    if (name != NULL && g_ascii_isalpha(name[0]))
        return g_strdup(name);
    /* The database has "+0530" for clocks without a name of their own. */
    return offset_to_text(dl_zone_offset_at(zone, utc));
}

/* The offset of a clock that shows `local`. In the hour that a clock repeats it is the
 * one before the change. */
static int offset_of_clock(const DlZone *zone, DlMoment local) {
    const int before = dl_zone_offset_at(zone, local - DL_SECONDS_A_DAY);
    return dl_zone_offset_at(zone, local - before);
}

/* "02:30 on 30 March 2025" */
static char *local_to_text(DlMoment local) {
    const DlCivil civil = dl_civil_from_moment(local);
    const DlBound day = {.kind = DL_BOUND_KNOWN,
                         .min = local,
                         .max = local,
                         .precision = DL_PRECISION_DAY};
    const DlDate date = {.start = day, .end = day};
    g_autofree char *words =
        dl_words_date(&date, dl_language_english(), DL_WORDS_FULL, NULL);
    return g_strdup_printf("%02d:%02d on %s", civil.hour, civil.minute, words);
}

static bool refuse_gap(const DlZone *zone, DlMoment local, char **reason) {
    g_autofree char *time = local_to_text(local);
    *reason = g_strdup_printf("%s does not exist in %s: the clocks go forward", time,
                              g_time_zone_get_identifier(zone->zone));
    return false;
}

static bool refuse_repeat(const DlZone *zone, DlMoment local, int first, int second,
                          char **reason) {
    g_autofree char *time = local_to_text(local);
    g_autofree char *earlier = offset_to_text(first);
    g_autofree char *later = offset_to_text(second);
    *reason =
        g_strdup_printf("%s comes twice in %s, where the clocks go back: write "
                        "its distance from UTC, %s for the first or %s for the "
                        "second",
                        time, g_time_zone_get_identifier(zone->zone), earlier, later);
    return false;
}

bool dl_zone_offset_of_clock(const DlZone *zone, DlMoment local, int *offset,
                             char **reason) {
    const int before = dl_zone_offset_at(zone, local - DL_SECONDS_A_DAY);
    const int after = dl_zone_offset_at(zone, local + DL_SECONDS_A_DAY);
    const bool is_before = dl_zone_offset_at(zone, local - before) == before;
    const bool is_after = dl_zone_offset_at(zone, local - after) == after;
    *offset = is_before ? before : after;
    if (!is_before && !is_after)
        return refuse_gap(zone, local, reason);
    if (is_before && is_after && before != after)
        return refuse_repeat(zone, local, before, after, reason);
    return true;
}

static DlBound bring_over(DlBound bound, const DlZone *zone) {
    if (!dl_bound_has_clock(&bound))
        return bound;
    if (!bound.zoned) {
        bound.offset = offset_of_clock(zone, bound.min);
        return bound;
    }
    const int offset = dl_zone_offset_at(zone, bound.min - bound.offset);
    bound.min += offset - bound.offset;
    bound.max += offset - bound.offset;
    bound.offset = offset;
    return bound;
}

DlDate dl_date_in_zone(const DlDate *date, const DlZone *zone) {
    return (DlDate){
        .start = bring_over(date->start, zone),
        .end = bring_over(date->end, zone),
        .interval = date->interval,
    };
}

static bool check_bound(const DlBound *bound, const DlZone *zone, char **reason) {
    int offset;
    return !dl_bound_has_clock(bound) || bound->zoned ||
           dl_zone_offset_of_clock(zone, bound->min, &offset, reason);
}

bool dl_date_check_zone(const DlDate *date, const DlZone *zone, char **reason) {
    *reason = NULL;
    return check_bound(&date->start, zone, reason) &&
           check_bound(&date->end, zone, reason);
}
