#include "layout/eras.h"
#include "time/words.h"

static char *tell(const DlEra *era, const DlLanguage *language) {
    g_autofree char *title = dl_phrase_quote(language, era->title);
    g_autofree char *when = dl_words_date(&era->date, language, DL_WORDS_FULL, NULL);
    return g_strdup_printf("%s (%s)", title, when);
}

char *dl_eras_told(const DlLayoutJob *job) {
    const DlLanguage *language = job->timeline->words;
    const GPtrArray *all = job->timeline->eras;
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < all->len; i++) {
        const DlEra *era = g_ptr_array_index(all, i);
        if (!g_hash_table_contains(job->told_eras, era))
            continue;
        g_autofree char *words = tell(era, language);
        if (text->len > 0)
            g_string_append(text, dl_phrase(language, DL_PHRASE_COMMA));
        g_string_append(text, words);
    }
    return text->len > 0 ? dl_phrase_fill(language, DL_PHRASE_NOT_MEASURED, text->str)
                         : NULL;
}
