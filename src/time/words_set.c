#include "time/edtf_set.h"
#include "time/words_bound.h"

/* A member is a date, a range of dates, or all that is earlier or later than one. */
static char *word_member(const DlVoice *voice, const DlDate *member, bool all_of) {
    const DlLanguage *language = voice->language;
    if (member->start.kind == DL_BOUND_OPEN) {
        g_autofree char *date = dl_voice_bound(voice, &member->end);
        return dl_fill(all_of ? language->and_earlier : language->or_earlier, "date",
                       date, NULL);
    }
    if (member->end.kind == DL_BOUND_OPEN) {
        g_autofree char *date = dl_voice_bound(voice, &member->start);
        return dl_fill(all_of ? language->and_later : language->or_later, "date", date,
                       NULL);
    }
    return dl_voice_date(voice, member);
}

static const char *pattern_before(const DlLanguage *language, bool is_last,
                                  bool all_of) {
    if (!is_last)
        return language->comma;
    return all_of ? language->and_join : language->or_join;
}

char *dl_voice_set(const DlVoice *voice, const DlBound *bound) {
    g_autoptr(GArray) members = dl_set_members(bound);
    char *text = NULL;
    for (guint i = 0; i < members->len; i++) {
        g_autofree char *before = text;
        g_autofree char *word =
            word_member(voice, &g_array_index(members, DlDate, i), bound->all_of);
        const char *pattern =
            pattern_before(voice->language, i == members->len - 1, bound->all_of);
        text = before == NULL ? g_steal_pointer(&word)
                              : dl_fill(pattern, "date", before, "end", word, NULL);
    }
    return text;
}
