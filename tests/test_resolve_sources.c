/* What is told of sources: those that are not cited, that contradict each other, or
 * that are missing. */
#include "tests.h"

#include "resolving.h"

#define HEAD                                                                           \
    "timeline: {title: T}\nsources: {a: {title: A}, b: {title: B}, c: {title: C}}\n"   \
    "events:\n"
#define CITED "- {title: D, sources: [a, b, c]}\n"

static const struct row {
    const char *name, *yaml;
    bool strict;
    const char *expected;
} rows[] = {
    {"a source that no event cites", HEAD "- {title: D, sources: [c, a]}\n", false,
     "2:26 warning: no event cites the source `b`"},
    {"which may only be a slip where there are errors",
     HEAD "- {title: D, sources: [c, a, bb]}\n", false,
     "4:30 unknown source `bb`"},
    {"events need no source", HEAD CITED "- {title: E}\n", false, ""},
    {"but for a strict reader", HEAD CITED "- {title: E}\n", true,
     "5:3 warning: `e` has no source"},
    {"another date than the event's",
     HEAD CITED
     "- {title: E, date: 2025-09-03, sources: [{id: b, says: 2025-09-05}]}\n",
     false, "5:56 note: `b` says 2025-09-05, where `e` has the date 2025-09-03"},
    {"a month that holds the day is no other date",
     HEAD CITED "- {title: E, date: 2025-09-03, sources: [{id: b, says: 2025-09}]}\n",
     false, ""},
    {"two sources of an event without a date",
     HEAD CITED "- title: E\n  sources: [{id: a, says: 2025-09-07}, {id: b, says: "
                "2025-09-01/2025-09-03}, {id: c, says: 2025-09}]\n",
     false, "6:27 note: `a` says 2025-09-07, where `b` says 2025-09-01 to 2025-09-03"},
    {"sources that agree",
     HEAD CITED "- title: E\n  sources: [{id: a, says: 2025-09-02}, {id: b, says: "
                "2025-09-01/2025-09-03}, {id: c, says: 2025-09}]\n",
     false, ""},
    {"about a year is no contradiction",
     HEAD CITED "- {title: E, date: 1984, sources: [{id: b, says: 1985~}]}\n", false,
     ""},
};

static void test_told(void **state) {
    const struct row *row = *state;
    const DlResolveOptions options = {.notes = true, .strict = row->strict};
    g_auto(Resolved) resolved = resolve_yaml_with(row->yaml, &options);
    g_autofree char *problems = list_problems(&resolved);
    assert_string_equal(problems, row->expected);
}

static void test_notes_are_asked_for(void **state) {
    const struct row *row = *state;
    g_auto(Resolved) resolved = resolve_yaml_with(row->yaml, NULL);
    for (guint i = 0; i < resolved.problems->list->len; i++) {
        const DlProblem *problem = resolved.problems->list->pdata[i];
        assert_int_not_equal(problem->severity, DL_SEVERITY_NOTE);
    }
}

int main(void) {
    return run_rows(test_told, rows) + run_rows(test_notes_are_asked_for, rows);
}
