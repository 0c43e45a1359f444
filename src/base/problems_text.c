#include "base/problems.h"

#include <string.h>

#include "base/escape.h"

/* Far along a line, it is shown from some characters before the place on. */
enum { FAR_ALONG = 80, SHOWN_BEFORE = 60, SHOWN_WIDTH = 110 };

static const gunichar REPLACEMENT = 0xFFFD;

/* Where the echo has got to in a file. Problems come sorted, so it only moves on, and
 * any number of them costs one pass over the text. */
typedef struct {
    const char *at, *end;
    int line, column; /* of `at` */
} Cursor;

typedef struct {
    const DlProblem *problem;
    guint file; /* its place in the order of files */
    guint found;
} Entry;

static const char *severity_name(DlSeverity severity) {
    static const char *const names[] = {
        [DL_SEVERITY_ERROR] = "error",
        [DL_SEVERITY_WARNING] = "warning",
        [DL_SEVERITY_NOTE] = "note",
    };
    return names[severity];
}

static int compare_entries(const void *a, const void *b) {
    const Entry *first = a, *second = b;
    if (first->file != second->file)
        return first->file < second->file ? -1 : 1;
    const int places = dl_place_compare(first->problem->place, second->problem->place);
    if (places != 0)
        return places;
    return (first->found > second->found) - (first->found < second->found);
}

/* Those of files that are not known come first: they are about the call as a whole. */
static GHashTable *number_files(const DlProblems *problems) {
    GHashTable *numbers = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < problems->files->len; i++)
        g_hash_table_insert(numbers, problems->files->pdata[i],
                            GUINT_TO_POINTER(i + 1));
    return numbers;
}

/* Of Entry, in the order in which problems are told. */
static GArray *sort_problems(const DlProblems *problems) {
    g_autoptr(GHashTable) numbers = number_files(problems);
    GArray *entries = g_array_new(FALSE, FALSE, sizeof(Entry));
    for (guint i = 0; i < problems->list->len; i++) {
        const DlProblem *problem = problems->list->pdata[i];
        const guint file =
            GPOINTER_TO_UINT(g_hash_table_lookup(numbers, problem->place.file));
        const Entry entry = {problem, file, i};
        g_array_append_val(entries, entry);
    }
    g_array_sort(entries, compare_entries);
    return entries;
}

/* What may reach a terminal: no control characters, and none that change direction. */
static gunichar make_visible(gunichar character) {
    switch (g_unichar_type(character)) {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
        return ' ';
    default:
        return character;
    }
}

static bool is_at_line_end(const Cursor *cursor) {
    return cursor->at == cursor->end || *cursor->at == '\n' || *cursor->at == '\r';
}

/* The character at the cursor, which moves on; a byte that is not UTF-8 is one too. */
static gunichar take_character(Cursor *cursor) {
    const gssize left = cursor->end - cursor->at;
    const gunichar character = g_utf8_get_char_validated(cursor->at, left);
    /* U+0000 is reported as wrong on some versions of GLib. */
    const bool wrong = character == (gunichar)-1 || character == (gunichar)-2;
    cursor->at = wrong ? cursor->at + 1 : g_utf8_next_char(cursor->at);
    cursor->column++;
    return wrong ? REPLACEMENT : character;
}

static void skip_line_end(Cursor *cursor) {
    const bool is_pair =
        *cursor->at == '\r' && cursor->at + 1 < cursor->end && cursor->at[1] == '\n';
    cursor->at += is_pair ? 2 : 1;
    cursor->line++;
    cursor->column = 1;
}

static void move_to_line(Cursor *cursor, int line) {
    while (cursor->line < line && cursor->at < cursor->end) {
        if (is_at_line_end(cursor))
            skip_line_end(cursor);
        else
            take_character(cursor);
    }
}

static void move_to_column(Cursor *cursor, int column) {
    while (cursor->column < column && !is_at_line_end(cursor))
        take_character(cursor);
}

/* Characters may have no width, so they are counted too. */
static bool has_room(const Cursor *cursor, int first_column, int width) {
    return width < SHOWN_WIDTH && cursor->column - first_column < SHOWN_WIDTH;
}

/* Appends the rest of the line to `column`, and on as far as there is room. Gives the
 * width of what stands before `column`. */
static int append_line(GString *text, Cursor cursor, int column) {
    const int first_column = cursor.column;
    int before = 0, width = 0;
    while (!is_at_line_end(&cursor) &&
           (cursor.column <= column || has_room(&cursor, first_column, width))) {
        const bool is_before = cursor.column < column;
        const gunichar character = make_visible(take_character(&cursor));
        g_string_append_unichar(text, character);
        width += dl_character_columns(character);
        if (is_before)
            before = width;
    }
    if (!is_at_line_end(&cursor))
        g_string_append(text, "…");
    return before;
}

static void append_echo(GString *text, Cursor *cursor, DlPlace place) {
    move_to_line(cursor, place.line);
    if (cursor->line != place.line || (cursor->column == 1 && is_at_line_end(cursor)))
        return;
    if (place.column > FAR_ALONG)
        move_to_column(cursor, place.column - SHOWN_BEFORE);
    g_string_append(text, cursor->column > 1 ? "    …" : "    ");
    const int before = append_line(text, *cursor, place.column);
    g_string_append_printf(text, "\n%*s^\n", before + (cursor->column > 1 ? 5 : 4), "");
}

static void append_visible(GString *text, const char *words) {
    Cursor cursor = {words, words + strlen(words), 1, 1};
    while (cursor.at < cursor.end)
        g_string_append_unichar(text, make_visible(take_character(&cursor)));
}

static void append_place(GString *text, DlPlace place) {
    if (place.file == NULL)
        return;
    append_visible(text, place.file);
    if (place.line > 0)
        g_string_append_printf(text, ":%d:%d", place.line, place.column);
    g_string_append(text, ": ");
}

static void append_problem(GString *text, const DlProblem *problem) {
    append_place(text, problem->place);
    g_string_append_printf(text, "%s: ", severity_name(problem->severity));
    append_visible(text, problem->message);
    if (problem->hint != NULL) {
        g_string_append(text, "; ");
        append_visible(text, problem->hint);
    }
    g_string_append_c(text, '\n');
}

static Cursor open_file(const DlProblems *problems, const char *file) {
    GBytes *bytes = g_hash_table_lookup(problems->texts, file);
    gsize size = 0;
    const char *start = bytes == NULL ? "" : g_bytes_get_data(bytes, &size);
    return (Cursor){start, start + size, 1, 1};
}

static unsigned count_untold(const DlProblems *problems) {
    return dl_problems_count(problems, DL_SEVERITY_ERROR) +
           dl_problems_count(problems, DL_SEVERITY_WARNING) +
           dl_problems_count(problems, DL_SEVERITY_NOTE) - problems->list->len;
}

char *dl_problems_to_text(const DlProblems *problems) {
    GString *text = g_string_new(NULL);
    g_autoptr(GArray) entries = sort_problems(problems);
    const char *file = NULL;
    Cursor cursor = open_file(problems, file);
    for (guint i = 0; i < entries->len; i++) {
        const DlProblem *problem = g_array_index(entries, Entry, i).problem;
        if (problem->place.file != file) {
            file = problem->place.file;
            cursor = open_file(problems, file);
        }
        append_problem(text, problem);
        if (problem->place.line > 0)
            append_echo(text, &cursor, problem->place);
    }
    if (count_untold(problems) > 0)
        g_string_append_printf(text, "and %u more problems\n", count_untold(problems));
    return g_string_free(text, FALSE);
}

static void append_json_field(GString *json, const char *name, const char *value) {
    g_string_append_printf(json, ", \"%s\": ", name);
    dl_append_json(json, value);
}

static void append_json_problem(GString *json, const DlProblem *problem) {
    g_string_append(json, "{\"file\": ");
    dl_append_json(json, problem->place.file);
    if (problem->place.line > 0)
        g_string_append_printf(json, ", \"line\": %d, \"column\": %d",
                               problem->place.line, problem->place.column);
    else
        g_string_append(json, ", \"line\": null, \"column\": null");
    append_json_field(json, "severity", severity_name(problem->severity));
    append_json_field(json, "code", problem->code);
    append_json_field(json, "message", problem->message);
    append_json_field(json, "hint", problem->hint);
    g_string_append_c(json, '}');
}

char *dl_problems_to_json(const DlProblems *problems) {
    GString *json = g_string_new("{\"problems\": [");
    g_autoptr(GArray) entries = sort_problems(problems);
    for (guint i = 0; i < entries->len; i++) {
        g_string_append(json, i > 0 ? ",\n  " : "\n  ");
        append_json_problem(json, g_array_index(entries, Entry, i).problem);
    }
    g_string_append(json, entries->len > 0 ? "\n]}\n" : "]}\n");
    return g_string_free(json, FALSE);
}
