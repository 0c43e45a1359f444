/* The words of one end of a date. */
#ifndef DL_TIME_WORDS_BOUND_H
#define DL_TIME_WORDS_BOUND_H

#include "time/language.h"

/* How the words of one date are to sound. */
typedef struct {
    const DlLanguage *language;
    DlWordsLength length;
    const DlZone *zone;  /* NULL: no zone is named */
    const char *pattern; /* of dl_words_pattern; NULL: the usual wording */
} DlVoice;

/* A known bound: "late 2011", "c. 1984", "3 September 2025, 20:13 KST". */
char *dl_voice_bound(const DlVoice *voice, const DlBound *bound);
/* A bound that is a set: "1667, 1668 or 1670–1672". */
char *dl_voice_set(const DlVoice *voice, const DlBound *bound);
/* A date with both its ends: "2–3 September 2025". */
char *dl_voice_date(const DlVoice *voice, const DlDate *date);
/* The pattern of the voice filled from a bound that has all its parts. */
char *dl_voice_pattern(const DlVoice *voice, const DlBound *bound);

/* A pattern filled from the days at both ends of a range of one year. */
char *dl_voice_days(const DlVoice *voice, const char *pattern, const DlCivil *first,
                    const DlCivil *last);
/* "20:13" or "20:13:55" */
char *dl_voice_time(const DlCivil *civil, bool with_seconds);
char *dl_voice_bound_time(const DlBound *bound);
/* A pattern of a day and its times; the times alone where the voice tells these. */
const char *dl_voice_clock(const DlVoice *voice, const char *pattern);
/* The name of the zone at a bound; NULL: none is to be named. */
char *dl_voice_zone(const DlVoice *voice, const DlBound *bound);
/* The text with that name. */
char *dl_voice_add_zone(const DlVoice *voice, const DlBound *bound, const char *text);

#endif
