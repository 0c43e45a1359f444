/* A text read and resolved, for the tests of resolve. */
#ifndef DL_TESTS_RESOLVING_H
#define DL_TESTS_RESOLVING_H

#include <string.h>

#include "reading.h"
#include "resolve/resolve.h"

typedef struct {
    DlProblems *problems;
    DlDraft *draft;
    DlTimeline *timeline;
} Resolved;

static inline Resolved resolve_draft(DlDraft *draft, DlProblems *problems) {
    return (Resolved){problems, draft, dl_resolve(draft, NULL, problems)};
}

static inline Resolved resolve_yaml_with(const char *yaml,
                                         const DlResolveOptions *options) {
    DlProblems *problems = dl_problems_new();
    DlDraft *draft = read_yaml(yaml, problems);
    return (Resolved){problems, draft, dl_resolve(draft, options, problems)};
}

static inline Resolved resolve_yaml(const char *yaml) {
    DlProblems *problems = dl_problems_new();
    return resolve_draft(read_yaml(yaml, problems), problems);
}

static inline void resolved_clear(Resolved *resolved) {
    dl_timeline_free(resolved->timeline);
    dl_draft_free(resolved->draft);
    dl_problems_free(resolved->problems);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Resolved, resolved_clear)

static inline int compare_problems(gconstpointer a, gconstpointer b) {
    const DlProblem *const *first = a, *const *second = b;
    return dl_place_compare((*first)->place, (*second)->place);
}

/* "4:5 unknown actor `kmi`; did you mean `kim`?", a line each, in the order of the
 * file.
 */
static inline char *list_problems(const Resolved *resolved) {
    GString *text = g_string_new(NULL);
    g_autoptr(GPtrArray) list = g_ptr_array_copy(resolved->problems->list, NULL, NULL);
    g_ptr_array_set_free_func(list, NULL);
    g_ptr_array_sort(list, compare_problems);
    for (guint i = 0; i < list->len; i++) {
        const DlProblem *problem = list->pdata[i];
        static const char *const severities[] = {"", "warning: ", "note: "};
        g_string_append_printf(text, "%s%d:%d %s%s%s%s", i > 0 ? "\n" : "",
                               problem->place.line, problem->place.column,
                               severities[problem->severity], problem->message,
                               problem->hint != NULL ? "; " : "",
                               problem->hint != NULL ? problem->hint : "");
    }
    return g_string_free(text, FALSE);
}

static inline const DlEvent *find_event(const Resolved *resolved, const char *id) {
    for (guint i = 0; i < resolved->timeline->events->len; i++) {
        const DlEvent *event = resolved->timeline->events->pdata[i];
        if (strcmp(event->id, id) == 0)
            return event;
    }
    fail_msg("no event `%s`", id);
    return NULL;
}

/* "a b c" */
static inline char *list_events(const GPtrArray *events) {
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < events->len; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? " " : "",
                               ((const DlEvent *)events->pdata[i])->id);
    return g_string_free(text, FALSE);
}

#endif
