#include "layout/notes.h"

#include "base/direction.h"
#include "base/sorted.h"
#include "time/words.h"

static void add_source(DlNotes *notes, const DlSource *source) {
    if (g_hash_table_contains(notes->numbers, source))
        return;
    g_ptr_array_add(notes->sources, (gpointer)source);
    g_hash_table_insert(notes->numbers, (gpointer)source,
                        GUINT_TO_POINTER(notes->sources->len));
}

DlNotes *dl_notes_new(const DlChart *chart) {
    DlNotes *notes = g_new0(DlNotes, 1);
    notes->sources = g_ptr_array_new();
    notes->numbers = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < chart->events->len; i++) {
        const DlEvent *event = g_ptr_array_index(chart->events, i);
        for (guint j = 0; j < event->citations->len; j++) {
            const DlCitation *citation = g_ptr_array_index(event->citations, j);
            add_source(notes, citation->source);
        }
    }
    return notes;
}

void dl_notes_free(DlNotes *notes) {
    if (notes == NULL)
        return;
    g_ptr_array_unref(notes->sources);
    g_hash_table_unref(notes->numbers);
    g_free(notes);
}

guint dl_notes_number(const DlNotes *notes, const DlSource *source) {
    return GPOINTER_TO_UINT(g_hash_table_lookup(notes->numbers, source));
}

char *dl_notes_of_event(const DlNotes *notes, const DlEvent *event) {
    g_autoptr(GArray) numbers = g_array_new(false, false, sizeof(guint));
    for (guint i = 0; i < event->citations->len; i++) {
        const DlCitation *citation = g_ptr_array_index(event->citations, i);
        guint number = dl_notes_number(notes, citation->source);
        g_array_append_val(numbers, number);
    }
    if (numbers->len == 0)
        return NULL;
    g_array_sort(numbers, dl_compare_guints);
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0, last = 0; i < numbers->len; i++) {
        guint number = g_array_index(numbers, guint, i);
        if (number != last)
            g_string_append_printf(text, "%s%u", last == 0 ? "" : ",", number);
        last = number;
    }
    return g_string_free(g_steal_pointer(&text), false);
}

/* A list of sources gives days, whatever the clock said. */
static DlDate whole_days(const DlDate *date) {
    DlDate days = *date;
    days.start.precision = MAX(days.start.precision, DL_PRECISION_DAY);
    days.end.precision = MAX(days.end.precision, DL_PRECISION_DAY);
    return days;
}

/* Parts that run different ways stay in their order as isolates. */
static char *join_parts(const char *const *parts, size_t n,
                        const DlLanguage *language) {
    bool mixed = false;
    for (size_t i = 0; i < n; i++)
        mixed |= parts[i] != NULL && dl_text_has_leftward(parts[i]);
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < n; i++) {
        if (parts[i] == NULL || *parts[i] == '\0')
            continue;
        g_autofree char *part = mixed ? dl_text_isolate(parts[i]) : g_strdup(parts[i]);
        g_string_append_printf(
            text, "%s%s", text->len > 0 ? dl_phrase(language, DL_PHRASE_COMMA) : "",
            part);
    }
    return g_string_free(text, FALSE);
}

char *dl_notes_source_text(const DlSource *source, const DlLanguage *language) {
    g_autofree char *title = dl_phrase_quote(language, source->title);
    g_autofree char *date = NULL;
    if (source->has_date) {
        const DlDate day = whole_days(&source->date);
        date = dl_words_date(&day, language, DL_WORDS_SHORT, NULL);
    }
    const char *const parts[] = {source->author, title, source->publisher, date};
    return join_parts(parts, G_N_ELEMENTS(parts), language);
}
