#include "base/problems.h"

#include <string.h>

/* What a file of nothing but mistakes is told of; the others are only counted. */
enum { MOST_TOLD = 10000, LONGEST_MESSAGE = 1000 };

static void free_problem(void *data) {
    DlProblem *problem = data;
    g_free(problem->message);
    g_free(problem->hint);
    g_free(problem);
}

static guint hash_problem(const void *data) {
    const DlProblem *problem = data;
    return g_str_hash(problem->message) ^ g_direct_hash(problem->place.file) ^
           (guint)problem->place.line * 31 ^ (guint)problem->place.column * 1009;
}

static gboolean is_same_problem(const void *a, const void *b) {
    const DlProblem *first = a, *second = b;
    return first->place.file == second->place.file &&
           dl_place_compare(first->place, second->place) == 0 &&
           first->severity == second->severity &&
           strcmp(first->message, second->message) == 0;
}

static void unref_bytes(void *bytes) {
    g_bytes_unref(bytes);
}

DlProblems *dl_problems_new(void) {
    DlProblems *problems = g_new0(DlProblems, 1);
    problems->list = g_ptr_array_new_with_free_func(free_problem);
    problems->told = g_hash_table_new(hash_problem, is_same_problem);
    problems->files = g_ptr_array_new();
    problems->texts = g_hash_table_new_full(NULL, NULL, NULL, unref_bytes);
    return problems;
}

void dl_problems_free(DlProblems *problems) {
    if (problems == NULL)
        return;
    g_hash_table_unref(problems->told);
    g_ptr_array_unref(problems->list);
    g_ptr_array_unref(problems->files);
    g_hash_table_unref(problems->texts);
    g_free(problems);
}

void dl_problems_add_file(DlProblems *problems, const char *file, GBytes *text) {
    const char *name = g_intern_string(file);
    if (!g_hash_table_contains(problems->texts, name))
        g_ptr_array_add(problems->files, (void *)name);
    g_hash_table_insert(problems->texts, (void *)name, g_bytes_ref(text));
}

/* A message may quote a word as long as the file. */
static char *shorten(char *message) {
    if (g_utf8_strlen(message, -1) <= LONGEST_MESSAGE)
        return message;
    *g_utf8_offset_to_pointer(message, LONGEST_MESSAGE) = '\0';
    char *shortened = g_strconcat(message, "…", NULL);
    g_free(message);
    return shortened;
}

static char *format_message(const char *format, va_list arguments) {
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    return shorten(g_utf8_make_valid(message, -1));
}

/* Takes the message. */
static void add(DlProblems *problems, DlSeverity severity, DlPlace place,
                const char *code, char *message) {
    DlProblem *problem = g_new0(DlProblem, 1);
    *problem = (DlProblem){place, severity, code, message, NULL};
    problem->place.file = g_intern_string(place.file);
    problems->last = NULL;
    if (g_hash_table_contains(problems->told, problem)) {
        free_problem(problem);
        return;
    }
    problems->counts[severity]++;
    if (problems->list->len == MOST_TOLD) {
        free_problem(problem);
        return;
    }
    g_hash_table_add(problems->told, problem);
    g_ptr_array_add(problems->list, problem);
    problems->last = problem;
}

bool dl_problems_add(DlProblems *problems, DlPlace place, const char *code,
                     const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    add(problems, DL_SEVERITY_ERROR, place, code, format_message(format, arguments));
    va_end(arguments);
    return false;
}

bool dl_problems_warn(DlProblems *problems, DlPlace place, const char *code,
                      const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    add(problems, DL_SEVERITY_WARNING, place, code, format_message(format, arguments));
    va_end(arguments);
    return false;
}

bool dl_problems_note(DlProblems *problems, DlPlace place, const char *code,
                      const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    add(problems, DL_SEVERITY_NOTE, place, code, format_message(format, arguments));
    va_end(arguments);
    return false;
}

void dl_problems_hint(DlProblems *problems, const char *format, ...) {
    if (problems->last == NULL)
        return;
    va_list arguments;
    va_start(arguments, format);
    g_free(problems->last->hint);
    problems->last->hint = format_message(format, arguments);
    va_end(arguments);
}

bool dl_problems_has_errors(const DlProblems *problems) {
    return dl_problems_count(problems, DL_SEVERITY_ERROR) > 0;
}

unsigned dl_problems_count(const DlProblems *problems, DlSeverity severity) {
    return problems->counts[severity];
}
