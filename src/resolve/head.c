/* What a file says about the whole: title, language, zone, and the day it is true of.
 */
#include "resolve/resolver.h"

static void resolve_language(DlResolver *resolver) {
    const DlWord *word = &resolver->draft->language;
    DlTimeline *timeline = resolver->timeline;
    timeline->language = g_strdup(word->text != NULL ? word->text : "en");
    timeline->words = dl_language_find(timeline->language);
    if (timeline->words != NULL)
        return;
    timeline->words = dl_language_english();
    if (!g_regex_match_simple("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", word->text, 0, 0))
        dl_problems_add(resolver->problems, word->place, "bad-language",
                        "`%s` is not a language tag such as en, ko or pt-BR",
                        word->text);
    else
        dl_problems_warn(resolver->problems, word->place, "no-words",
                         "dates cannot be worded in `%s` yet, and will be in English",
                         word->text);
    g_autofree char *tags = dl_language_tags();
    dl_problems_hint(resolver->problems, "there are words for %s", tags);
}

DlZone *dl_resolve_zone_word(DlResolver *resolver, const DlWord *word) {
    DlZone *zone = dl_zone_new(word->text);
    if (zone != NULL)
        return zone;
    dl_problems_add(resolver->problems, word->place, "unknown-zone",
                    "unknown time zone `%s`", word->text);
    dl_problems_hint(resolver->problems,
                     "write an IANA name such as Asia/Seoul, or +09:00");
    return NULL;
}

static void resolve_zone(DlResolver *resolver) {
    const DlWord *word = &resolver->draft->timezone;
    DlTimeline *timeline = resolver->timeline;
    if (word->text != NULL)
        timeline->zone = dl_resolve_zone_word(resolver, word);
    timeline->has_zone = timeline->zone != NULL;
    if (!timeline->has_zone)
        timeline->zone = dl_zone_new("UTC");
}

/* The asof day ends with its last second, whatever clock time it was given with. */
static DlMoment end_of_day(DlMoment moment) {
    DlCivil civil = dl_civil_from_moment(moment);
    civil.hour = 23;
    civil.minute = civil.second = 59;
    return dl_moment_from_civil(civil);
}

static void resolve_asof(DlResolver *resolver) {
    const DlDraftDate *given = &resolver->draft->asof;
    const bool overridden =
        resolver->options != NULL && resolver->options->asof != NULL;
    if (!overridden && !given->given)
        return;
    const DlDate asof = dl_date_in_zone(
        overridden ? resolver->options->asof : &given->value, resolver->timeline->zone);
    if (asof.interval || asof.end.kind != DL_BOUND_KNOWN || asof.end.set != NULL) {
        dl_problems_add(resolver->problems,
                        overridden ? resolver->draft->place : given->place, "bad-asof",
                        "`asof` is one known day, such as 2025-09-05");
        return;
    }
    resolver->timeline->has_asof = true;
    resolver->timeline->asof = asof;
    resolver->asof = end_of_day(asof.end.max);
}

void dl_resolve_head(DlResolver *resolver) {
    const DlDraft *draft = resolver->draft;
    DlTimeline *timeline = resolver->timeline;
    timeline->title = g_strdup(draft->title.text != NULL ? draft->title.text : "");
    timeline->subtitle = g_strdup(draft->subtitle.text);
    timeline->description = g_strdup(draft->description.text);
    timeline->author = g_strdup(draft->author.text);
    for (guint i = 0; i < draft->keywords->len; i++) {
        const DlWord *keyword = draft->keywords->pdata[i];
        g_ptr_array_add(timeline->keywords, g_strdup(keyword->text));
    }
    resolve_language(resolver);
    resolve_zone(resolver);
    resolve_asof(resolver);
}
