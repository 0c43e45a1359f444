/* Dates, lengths and fixed phrases in the chart's language, made from tables of data.
 *
 * A translator adds a table (`src/time/languages/`); code knows no language. A language
 * that has none gets English, and `dl_language_find` says so. */
#ifndef DL_TIME_WORDS_H
#define DL_TIME_WORDS_H

#include <glib.h>
#include <stdbool.h>

#include "time/date.h"
#include "time/duration.h"
#include "time/zone.h"

typedef struct DlLanguage DlLanguage;

/* The table for a BCP 47 tag ("en-GB" finds "en"); NULL: there is none. */
const DlLanguage *dl_language_find(const char *tag);
const DlLanguage *dl_language_english(void);
/* The tags of all tables, "ar, de, en …"; the caller owns it. */
char *dl_language_tags(void);
/* Whether a BCP 47 tag is of a language that is written from right to left. */
bool dl_language_runs_left(const char *tag);

typedef enum {
    DL_WORDS_FULL,  /* "27 July 1953", "3 September 2025, 20:13 KST" */
    DL_WORDS_SHORT, /* "27 July 1953", "3 Sept 2025, 20:13 KST" */
    DL_WORDS_TIME, /* where the day is told elsewhere: "20:13 KST", "02:50–03:26 EET";
                      dates without a clock time are as if short */
} DlWordsLength;

/* "27 July 1953", "1959", "late 2011" (2011-1X), "c. 1984", "1984 (uncertain)",
 * "1950s", "after 1500" (1500/..), "480 BC", "2–3 September 2025", "since 28 August
 * 2024" (…/ongoing), "date unknown". `zone` names the clock of clock times; NULL: no
 * zone is named. */
char *dl_words_date(const DlDate *date, const DlLanguage *language,
                    DlWordsLength length, const DlZone *zone);

/* The date by a pattern of a chart (`dates:`) instead. A pattern is text with parts in
 * braces: "{day} {month} {year}", "{yyyy}-{mm}-{dd}", "{hh}:{min}". The parts:
 *
 *     {year}     2025; 480 BC, AD 79 where the number alone would mislead
 *     {yyyy}     2025, -0479: as the file writes it
 *     {month}    September; {mon} Sept; {m} 9; {mm} 09
 *     {day}      3 (French 1er); {d} 3; {dd} 03
 *     {weekday}  Wed
 *     {hh} {min} {ss}  20 13 55
 *     {zone}     KST
 *
 * A part that the date does not have is never made up: a year has no {day}, and what is
 * open (X, seasons, decades) has none of them. What is last in the pattern is then left
 * out, with what stands before it: {hh}:{min}:{ss} says 20:13 of a minute. Else such a
 * date has its usual words, as has an interval or a set of which one date has a part
 * that another has not. Doubt, ranges and open ends are said around the pattern: "c.
 * 2025-09-03", "2025-09-02 – 2025-09-03". */
char *dl_words_pattern(const DlDate *date, const char *pattern,
                       const DlLanguage *language, const DlZone *zone);
/* Whether it is a pattern; `reason` (owned by the caller) says why not. */
bool dl_pattern_check(const char *pattern, char **reason);

/* A duration as written: "2 h 30 min", "about 20 hours", "66 years". */
char *dl_words_duration(const DlDuration *duration, const DlLanguage *language);
/* The time between two moments, both bounded, in its one or two largest units, rounded:
 * "51 years", "3 months", "2 days", "9 h 46 min". */
char *dl_words_between(DlMoment from, DlMoment to, const DlLanguage *language);
/* The same of two pairs of moments, the shorter first: "65–66 years", "3 months – 1
 * year"; years count when they are over. */
char *dl_words_between_any(const DlMoment from[2], const DlMoment to[2],
                           const DlLanguage *language);
/* "about 66 years" */
char *dl_words_about(const char *length, const DlLanguage *language);

/* What is said beside something else: "3 Sept 2025 · planned"; no line begins with the
 * dot. */
char *dl_words_beside(const char *first, const char *second);

/* What a tick on an axis says, by the unit of the ticks: "1955", "Sept 2025", "Wed 3
 * Sept", "20:00". */
typedef enum {
    DL_TICK_SECOND,
    DL_TICK_MINUTE,
    DL_TICK_HOUR,
    DL_TICK_DAY,
    DL_TICK_MONTH,
    DL_TICK_YEAR,
} DlTickUnit;
char *dl_words_tick(DlMoment moment, DlTickUnit unit, const DlLanguage *language);

/* Fixed phrases; some hold one %s (checked by a test to be the same in every language).
 */
typedef enum {
    DL_PHRASE_LEFT_OUT,  /* "%s left out" */
    DL_PHRASE_UNDATED,   /* "No date given" */
    DL_PHRASE_AS_OF,     /* "As of %s" */
    DL_PHRASE_THEN,      /* "then" */
    DL_PHRASE_DURING_IT, /* "during it" */
    DL_PHRASE_SAME_DAY,  /* "the same day" */
    DL_PHRASE_AFTER,     /* "after: %s" */
    DL_PHRASE_BEFORE,    /* "before: %s" */
    DL_PHRASE_DURING,    /* "during: %s" */
    DL_PHRASE_WITH,      /* "with: %s" */
    DL_PHRASE_ONGOING,   /* "ongoing" */
    DL_PHRASE_PLANNED,
    DL_PHRASE_EXPECTED,
    DL_PHRASE_POSSIBLE,
    DL_PHRASE_UNLIKELY,
    DL_PHRASE_DISPUTED,
    DL_PHRASE_DATE_NOT_CERTAIN, /* "exact time not known": the legend's word for a faded
                                   mark */
    DL_PHRASE_NOT_SHOWN_ONE,    /* "1 event not shown" */
    DL_PHRASE_NOT_SHOWN_MANY,   /* "%s events not shown" */
    DL_PHRASE_AGO,              /* "%s ago": a length before the present */
    DL_PHRASE_COUNTED_FROM,     /* "Time counts from: %s": an event or a day */
    DL_PHRASE_OTHER_DATE,       /* "another source's date": of a twin of a mark */
    DL_PHRASE_SEE,              /* "see %s": other charts */
    DL_PHRASE_SOURCES,          /* "Sources" */
    DL_PHRASE_HAPPENED,         /* "happened" */
    DL_PHRASE_OTHERS,           /* "Others": a lane of what is in no other */
    DL_PHRASE_NOTHING_OF,       /* "Nothing here of: %s": lanes left out */
    DL_PHRASE_MORE_ONE,         /* "1 more event, without a label" */
    DL_PHRASE_MORE_MANY,        /* "%s more events, without labels" */
    DL_PHRASE_COLUMN,           /* "Each column stands for %s": a length of time */
    DL_PHRASE_CONTINUED,        /* "continued" */
    DL_PHRASE_GO_ON,            /* "%s more from before": spans that are not shown */
    DL_PHRASE_PAGE,             /* "Page %s" */
    DL_PHRASE_EQUAL_STEPS,      /* "in order, in equal steps": of an axis */
    DL_PHRASE_COUNTED,          /* "events": behind the number of several */
    DL_PHRASE_CAUSE,            /* kinds of relations: "cause" … */
    DL_PHRASE_FOLLOW,
    DL_PHRASE_ECHO,
    DL_PHRASE_ANNIVERSARY,
    DL_PHRASE_REPLY,         /* … "reply" */
    DL_PHRASE_SCALES_DIFFER, /* "The parts of the axis have different scales" */
    DL_PHRASE_EVENTS,        /* "Events": the title of a table; its heads: */
    DL_PHRASE_DATE,
    DL_PHRASE_EVENT,
    DL_PHRASE_PLACE,
    DL_PHRASE_AT_LEAST,      /* "at least %s": a length */
    DL_PHRASE_AT_MOST,       /* "at most %s" */
    DL_PHRASE_NOT_MEASURED,  /* "Not drawn: %s": lengths */
    DL_PHRASE_NO_LINE_ROOM,  /* "No room for a line: %s": relations */
    DL_PHRASE_NO_LINE_APART, /* "Related, but not on one axis: %s" */
    DL_PHRASE_TO,            /* " → ": from one end of a relation to the other */
    DL_PHRASE_ONE_MORE,      /* "1 more event": that is not told of */
    DL_PHRASE_SOME_MORE,     /* "%s more events" */
    DL_PHRASE_UNTIL,         /* "until %s": where only the end and a length are given */
    DL_PHRASE_COMMA,         /* ", ": between the parts of a list */
    DL_PHRASE_QUOTED,        /* "“%s”": a title; and what is quoted in it: */
    DL_PHRASE_QUOTED_WITHIN, /* "‘%s’" */
} DlPhrase;
const char *dl_phrase(const DlLanguage *language, DlPhrase phrase);
/* A phrase with its %s filled; the caller owns it. */
char *dl_phrase_fill(const DlLanguage *language, DlPhrase phrase, const char *word);
/* A text as a part of a sentence: a bidi isolate where it runs the other way than the
 * language. The caller owns it. */
char *dl_phrase_part(const DlLanguage *language, const char *text);
/* A title in the quotation marks of the language; those in it become the inner ones;
 * where it runs the other way it is a bidi isolate. The caller owns it. */
char *dl_phrase_quote(const DlLanguage *language, const char *title);

#endif
