#include "report/formats.h"

#include <string.h>

#include "base/escape.h"
#include "report/cell.h"

/* The footnotes of the table, numbered as the sources first occur. */
typedef struct {
    GPtrArray *sources;  /* of const DlSource, borrowed */
    GHashTable *numbers; /* source -> its number, from 1 */
} Footnotes;

/* All that Markdown or GitHub could read as markup within a line. */
static bool is_markup(gunichar character) {
    return character < 0x80 && strchr("\\`*_[]<>|~&$", (int)character) != NULL;
}

/* The text on one line, each run of white space as one space. */
static void append_escaped(GString *out, const char *text) {
    bool parted = false;
    const gsize start = out->len;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        const gunichar character = dl_cell_visible(g_utf8_get_char(at));
        if (character == ' ') {
            parted = true;
            continue;
        }
        if (parted && out->len > start)
            g_string_append_c(out, ' ');
        parted = false;
        if (is_markup(character))
            g_string_append_c(out, '\\');
        g_string_append_unichar(out, character);
    }
}

/* The same at the beginning of a block, where "1. ", "- " and "# " are markup too. */
static void append_escaped_block(GString *out, const char *text) {
    const size_t n_digits = strspn(text, "0123456789");
    const char *marks = n_digits > 0 ? ".)" : "#+-=:";
    g_string_append_len(out, text, (gssize)n_digits);
    text += n_digits;
    if (*text != '\0' && strchr(marks, *text) != NULL)
        g_string_append_c(out, '\\');
    append_escaped(out, text);
}

/* In a link, & could begin an entity; all else that is not plain is encoded. */
static void append_link(GString *out, const char *text, const char *link) {
    g_autofree char *encoded = dl_link_encode(link);
    g_auto(GStrv) parts = g_strsplit(encoded, "&", -1);
    g_autofree char *address = g_strjoinv("&amp;", parts);
    g_string_append_c(out, '[');
    append_escaped(out, text);
    g_string_append_printf(out, "](<%s>)", address);
}

static void append_title(GString *out, const DlEvent *event) {
    g_string_append(out, "**");
    if (event->link != NULL)
        append_link(out, event->title, event->link);
    else
        append_escaped(out, event->title);
    g_string_append(out, "**");
    if (event->status != DL_STATUS_HAPPENED)
        g_string_append_printf(out, " (%s)",
                               dl_name_of(&dl_status_names, (int)event->status));
    if (event->text != NULL) {
        g_string_append(out, "<br>");
        append_escaped(out, event->text);
    }
}

static void append_name(GString *out, const char *name) {
    g_autofree char *short_name = dl_fact_name(name);
    append_escaped(out, short_name);
}

static void append_people(GString *out, const GPtrArray *actors) {
    for (guint i = 0; i < actors->len; i++) {
        g_string_append(out, i == 0 ? "" : ", ");
        append_name(out, ((const DlActor *)actors->pdata[i])->name);
    }
}

static guint number_of(Footnotes *notes, const DlSource *source) {
    const guint known = GPOINTER_TO_UINT(g_hash_table_lookup(notes->numbers, source));
    if (known != 0)
        return known;
    g_ptr_array_add(notes->sources, (gpointer)source);
    g_hash_table_insert(notes->numbers, (gpointer)source,
                        GUINT_TO_POINTER(notes->sources->len));
    return notes->sources->len;
}

static void append_notes(GString *out, const GPtrArray *citations, Footnotes *notes) {
    for (guint i = 0; i < citations->len; i++) {
        const DlCitation *citation = citations->pdata[i];
        g_string_append_printf(out, "%s[^%u]", i == 0 ? "" : " ",
                               number_of(notes, citation->source));
    }
}

static void append_event(const DlFacts *facts, const DlEvent *event, Footnotes *notes,
                         GString *out) {
    g_autofree char *when = dl_fact_when(facts, event);
    g_string_append(out, "| ");
    append_escaped(out, when);
    g_string_append(out, " | ");
    append_title(out, event);
    g_string_append(out, " | ");
    if (event->location != NULL)
        append_name(out, event->location->name);
    g_string_append(out, " | ");
    append_people(out, event->actors);
    g_string_append(out, " | ");
    append_notes(out, event->citations, notes);
    g_string_append(out, " |\n");
}

static void append_source_title(GString *out, const DlSource *source) {
    g_autofree char *quoted = g_strconcat("“", source->title, "”", NULL);
    if (source->url != NULL)
        append_link(out, quoted, source->url);
    else
        append_escaped(out, quoted);
}

static void append_source(const DlFacts *facts, const DlSource *source, guint number,
                          GString *out) {
    g_string_append_printf(out, "[^%u]: ", number);
    if (source->author != NULL) {
        append_escaped_block(out, source->author);
        g_string_append(out, ", ");
    }
    append_source_title(out, source);
    if (source->publisher != NULL) {
        g_string_append(out, ", ");
        append_escaped(out, source->publisher);
    }
    if (source->has_date) {
        g_autofree char *date = dl_words_date(&source->date, facts->timeline->words,
                                              DL_WORDS_FULL, facts->timeline->zone);
        g_string_append(out, ", ");
        append_escaped(out, date);
    }
    g_string_append_c(out, '\n');
}

void dl_report_markdown(const DlFacts *facts, const DlReportOptions *options,
                        GString *out) {
    (void)options;
    g_autoptr(GPtrArray) sources = g_ptr_array_new();
    g_autoptr(GHashTable) numbers = g_hash_table_new(NULL, NULL);
    Footnotes notes = {sources, numbers};
    const GPtrArray *events = facts->timeline->events;
    g_string_append(out, "| Date | Event | Place | People | Sources |\n"
                         "|---|---|---|---|---|\n");
    for (guint i = 0; i < events->len; i++)
        append_event(facts, events->pdata[i], &notes, out);
    g_string_append(out, sources->len > 0 ? "\n" : "");
    for (guint i = 0; i < sources->len; i++)
        append_source(facts, sources->pdata[i], i + 1, out);
}
