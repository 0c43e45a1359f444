/* Order without clocks: bounds, contradictions, ranks. */
#include "tests.h"

#include "resolving.h"

#define EVENTS "timeline: {title: T, asof: 2025-09-05}\nevents:\n"

static const struct problem_row {
    const char *name, *yaml, *expected;
} problem_rows[] = {
    {"a cycle names all of its lines, at its first key",
     EVENTS "- {id: a, title: A, after: b}\n- {id: b, title: B, after: c}\n"
            "- {id: c, title: C, after: a}\n",
     "3:28 order contradiction: `a` is after `b` (line 3), `b` is after `c` (line 4), "
     "`c` is after `a` (line 5)"},
    {"a cycle of different keys",
     EVENTS "- {id: a, title: A, during: b}\n- {id: c, title: C, after: b}\n"
            "- {id: b, title: B}\n- {id: d, title: D, before: a, after: c}\n",
     "3:29 order contradiction: `a` is during `b` (line 3), `d` is before `a` (line "
     "6), "
     "`d` is after `c` (line 6), `c` is after `b` (line 4)"},
    {"during each other",
     EVENTS "- {id: a, title: A, during: b}\n"
            "- {id: b, title: B, during: a}\n",
     "3:29 order contradiction: `a` is during `b` (line 3), `b` is during `a` (line "
     "4)"},
    {"a cycle by way of a common start",
     EVENTS "- {id: a, title: A, with: b}\n- {id: b, title: B, after: c}\n"
            "- {id: c, title: C, after: a}\n",
     "3:27 order contradiction: `a` is with `b` (line 3), `b` is after `c` (line 4), "
     "`c` is after `a` (line 5)"},
    {"with each other is said twice",
     EVENTS "- {id: a, title: A, with: b}\n"
            "- {id: b, title: B, with: a}\n",
     ""},
    {"two cycles are two problems",
     EVENTS "- {id: a, title: A, after: b}\n- {id: b, title: B, after: a}\n"
            "- {id: c, title: C, before: d}\n- {id: d, title: D, before: c}\n",
     "3:28 order contradiction: `a` is after `b` (line 3), `b` is after `a` (line 4)\n"
     "5:29 order contradiction: `c` is before `d` (line 5), `d` is before `c` (line "
     "6)"},
    {"nothing is after itself", EVENTS "- {id: a, title: A, after: [a]}\n",
     "3:29 `a` cannot be after itself"},
    {"a cycle does not hide what dates contradict",
     EVENTS "- {id: a, title: A, after: b}\n- {id: b, title: B, after: a, date: 2001}\n"
            "- {id: c, title: C, after: b, date: 2000}\n",
     "3:28 order contradiction: `a` is after `b` (line 3), `b` is after `a` (line 4)\n"
     "5:28 order contradiction: `c` is after `b` (line 5), but 2000 lies before 2001"},
    {"a date before what it comes after",
     EVENTS "- {id: parade, title: P, date: 2025-09-03}\n"
            "- {id: reception, title: R, date: 2025-09-02, after: parade}\n",
     "4:54 order contradiction: `reception` is after `parade` (line 4), but 2025-09-02 "
     "lies before 2025-09-03"},
    {"by way of an undated event",
     EVENTS "- {id: a, title: A, date: 2001-02}\n- {id: c, title: C, date: 2001-01, "
            "after: b}\n"
            "- {id: b, title: B, after: a}\n",
     "4:43 order contradiction: `c` is after `b` (line 4), `b` is after `a` (line 5), "
     "but "
     "2001-01 lies before 2001-02"},
    {"a chain that fails is told once",
     EVENTS
     "- {id: a, title: A, date: 2001}\n- {id: b, title: B, date: 2000, after: a}\n"
     "- {id: c, title: C, date: 2000, after: b}\n- {id: d, title: D, after: c}\n",
     "4:40 order contradiction: `b` is after `a` (line 4), but 2000 lies before 2001"},
    {"a doubtful date makes it a warning",
     EVENTS
     "- {id: a, title: A, date: 2001~}\n- {id: b, title: B, date: 2000, after: a}\n",
     "4:40 warning: order contradiction: `b` is after `a` (line 4), but 2000 lies "
     "before "
     "2001"},
    {"one day has room for many",
     EVENTS "- {id: a, title: A, date: 2001-05-05, after: b}\n"
            "- {id: b, title: B, date: 2001-05-05}\n",
     ""},
    {"one second has not",
     EVENTS "- {id: a, title: A, date: '2001-05-05T10:00:00Z', after: b}\n"
            "- {id: b, title: B, date: '2001-05-05T10:00:00Z'}\n",
     "3:58 order contradiction: `a` is after `b` (line 3), but there is no room for "
     "that "
     "in 2001-05-05 10:00:00"},
    {"a duration takes its time",
     EVENTS "- {id: a, title: A, date: '2001-05-05T10:00Z', duration: PT2H}\n"
            "- {id: b, title: B, date: '2001-05-05T11:30Z', after: a}\n",
     "4:55 order contradiction: `b` is after `a` (line 4), `a` lasts 2 hours (line 3), "
     "but there is no room for that from 2001-05-05 10:00 to 2001-05-05 11:30"},
    {"the duration of an undated event too",
     EVENTS "- {id: a, title: A, date: 2001-05-05}\n"
            "- {id: b, title: B, after: a, duration: P2D}\n"
            "- {id: c, title: C, date: 2001-05-06, after: b}\n",
     "4:28 order contradiction: `c` is after `b` (line 5), `b` lasts 2 days (line 4), "
     "`b` "
     "is after `a` (line 4), but there is no room for that from 2001-05-05 to "
     "2001-05-06"},
    {"about two days is a warning",
     EVENTS "- {id: a, title: A, date: 2001-05-05}\n"
            "- {id: b, title: B, after: a, duration: P4D~}\n"
            "- {id: c, title: C, date: 2001-05-06, after: b}\n",
     "4:28 warning: order contradiction: `c` is after `b` (line 5), `b` lasts about 4 "
     "days (line 4), `b` is after `a` (line 4), but there is no room for that from "
     "2001-05-05 to 2001-05-06"},
    {"during what is shorter",
     EVENTS "- {id: a, title: A, duration: P3D, during: b}\n"
            "- {id: b, title: B, duration: P1D}\n",
     "3:44 order contradiction: `a` is during `b` (line 3), `a` lasts 3 days (line 3), "
     "`b` lasts 1 day (line 4), which do not fit together"},
    {"with what starts elsewhere",
     EVENTS "- {id: a, title: A, date: 2001, with: b}\n- {id: b, title: B}\n"
            "- {id: c, title: C, date: 2002, with: b}\n",
     "3:39 order contradiction: `a` is with `b` (line 3), `c` is with `b` (line 5), "
     "but 2001 is not 2002"},
    {"after what is ongoing",
     EVENTS "- {id: a, title: A, start: 2001, end: ongoing}\n"
            "- {id: b, title: B, date: 2024, after: a}\n",
     "4:40 order contradiction: `b` is after `a` (line 4), but 2024 lies before "
     "2025-09-05"},
};

static void test_problems(void **state) {
    const struct problem_row *row = *state;
    g_auto(Resolved) resolved = resolve_yaml(row->yaml);
    g_autofree char *problems = list_problems(&resolved);
    assert_string_equal(problems, row->expected);
}

static void append_moment(GString *text, DlMoment moment) {
    if (moment == DL_MOMENT_MIN || moment == DL_MOMENT_MAX) {
        g_string_append(text, "-");
        return;
    }
    g_autofree char *clock = dl_clock_to_text(moment, 0);
    g_string_append_len(text, clock, (gssize)strlen("2001-05-05T10:00:00"));
}

static char *range_to_text(const DlEvent *event) {
    GString *text = g_string_new(NULL);
    append_moment(text, event->start.earliest);
    g_string_append(text, " ");
    append_moment(text, event->start.latest);
    g_string_append(text, " ");
    append_moment(text, event->end.earliest);
    g_string_append(text, " ");
    append_moment(text, event->end.latest);
    return g_string_free(text, FALSE);
}

/* Of each row the bounds of event `x`: earliest and latest start and end. */
static const struct bounds_row {
    const char *name, *events, *expected;
} bounds_rows[] = {
    {"a day is bounded by itself", "- {id: x, title: X, date: 2001-05-05}\n",
     "2001-05-05T00:00:00 2001-05-05T23:59:59 2001-05-05T00:00:00 2001-05-05T23:59:59"},
    {"nothing is known of the undated", "- {id: x, title: X}\n", "- - - -"},
    {"an open end", "- {id: x, title: X, date: 2001/..}\n",
     "2001-01-01T00:00:00 2001-12-31T23:59:59 2001-01-01T00:00:00 -"},
    {"an end alone", "- {id: x, title: X, end: 2001}\n",
     "- 2001-12-31T23:59:59 2001-01-01T00:00:00 2001-12-31T23:59:59"},
    {"ongoing ends with the asof day",
     "- {id: x, title: X, start: 2001, end: ongoing}\n",
     "2001-01-01T00:00:00 2001-12-31T23:59:59 2025-09-05T23:59:59 2025-09-05T23:59:59"},
    {"between two others",
     "- {id: x, title: X, after: a, before: b}\n- {id: a, title: A, date: 2001-05-05}\n"
     "- {id: b, title: B, date: 2001-05-07}\n",
     "2001-05-05T00:00:01 2001-05-07T23:59:58 2001-05-05T00:00:01 2001-05-07T23:59:58"},
    {"during another",
     "- {id: x, title: X, during: a}\n- {id: a, title: A, date: 2001}\n",
     "2001-01-01T00:00:00 2001-12-31T23:59:59 2001-01-01T00:00:00 2001-12-31T23:59:59"},
    {"with another: the start is the same, the end is its own",
     "- {id: x, title: X, with: a}\n- {id: a, title: A, date: 2001}\n",
     "2001-01-01T00:00:00 2001-12-31T23:59:59 2001-01-01T00:00:00 -"},
    {"a start and a duration",
     "- {id: x, title: X, start: 2001-05-05, duration: P2D}\n",
     "2001-05-05T00:00:00 2001-05-05T23:59:59 2001-05-07T00:00:00 2001-05-07T23:59:59"},
    {"an end and a duration", "- {id: x, title: X, end: 2001-05-05, duration: P2D}\n",
     "2001-05-03T00:00:00 2001-05-03T23:59:59 2001-05-05T00:00:00 2001-05-05T23:59:59"},
    {"a date and a duration that fits into it",
     "- {id: x, title: X, date: 2001-05-05, duration: PT2H}\n",
     "2001-05-05T00:00:00 2001-05-05T21:59:59 2001-05-05T02:00:00 2001-05-05T23:59:59"},
    {"a date and a duration that does not",
     "- {id: x, title: X, date: 2001-05-05, duration: P1M}\n",
     "2001-05-05T00:00:00 2001-05-05T23:59:59 2001-06-05T00:00:00 2001-06-05T23:59:59"},
    {"about so long",
     "- {id: x, title: X, date: '2001-05-05T10:00:00Z', duration: PT20H~}\n",
     "2001-05-05T10:00:00 2001-05-05T10:00:00 2001-05-06T05:00:00 2001-05-06T07:00:00"},
    {"months end where their days do",
     "- {id: x, title: X, start: 2001-01-31, duration: P1M, before: a}\n"
     "- {id: a, title: A, date: 2001-02-28}\n",
     "2001-01-31T00:00:00 2001-01-31T23:59:58 2001-02-28T00:00:00 2001-02-28T23:59:58"},
    {"a duration pushes what comes after",
     "- {id: x, title: X, date: 2001-05-05, after: a}\n"
     "- {id: a, title: A, date: 2001-05-05, duration: PT2H30M}\n",
     "2001-05-05T02:30:01 2001-05-05T23:59:59 2001-05-05T02:30:01 2001-05-05T23:59:59"},
    {"an end pulls its start along",
     "- {id: x, title: X, duration: PT1H, before: b}\n"
     "- {id: a, title: A, date: '2001-05-05T10:00:00Z', during: x}\n"
     "- {id: b, title: B, date: '2001-05-05T12:00:00Z'}\n",
     "2001-05-05T09:00:00 2001-05-05T10:00:00 2001-05-05T10:00:00 2001-05-05T11:00:00"},
    {"and what comes after that start",
     "- {id: x, title: X, after: y, duration: PT1H}\n"
     "- {id: y, title: Y, duration: PT1H, before: b}\n"
     "- {id: a, title: A, date: '2001-05-05T10:00:00Z', during: y}\n"
     "- {id: b, title: B, date: '2001-05-05T12:00:00Z', after: x}\n",
     "2001-05-05T10:00:01 2001-05-05T10:59:59 2001-05-05T11:00:01 2001-05-05T11:59:59"},
    {"a warned contradiction leaves the date as it is",
     "- {id: a, title: A, date: 2001~}\n- {id: x, title: X, date: 2000, after: a}\n",
     "2000-01-01T00:00:00 2000-12-31T23:59:59 2000-01-01T00:00:00 2000-12-31T23:59:59"},
};

static void test_bounds(void **state) {
    const struct bounds_row *row = *state;
    g_autofree char *yaml = g_strconcat(EVENTS, row->events, NULL);
    g_auto(Resolved) resolved = resolve_yaml(yaml);
    assert_false(dl_problems_has_errors(resolved.problems));
    g_autofree char *range = range_to_text(find_event(&resolved, "x"));
    assert_string_equal(range, row->expected);
}

static const struct rank_row {
    const char *name, *events, *expected;
} rank_rows[] = {
    {"by date", "- {id: b, title: B, date: 2002}\n- {id: a, title: A, date: 2001}\n",
     "a b"},
    {"the more precise first, then as in the file",
     "- {id: y, title: Y, date: 2001}\n- {id: e, title: E, date: 2001-01-01}\n"
     "- {id: d, title: D, date: 2001-01-01}\n",
     "e d y"},
    {"one day by its order",
     "- {id: c, title: C, date: 2001-01-01, after: b}\n"
     "- {id: b, title: B, date: 2001-01-01, after: a}\n"
     "- {id: a, title: A, date: 2001-01-01}\n",
     "a b c"},
    {"the undated follow what they come after",
     "- {id: u, title: U, after: a}\n- {id: a, title: A, date: 2001-01-01}\n"
     "- {id: b, title: B, date: 2001-01-02}\n",
     "a u b"},
    {"or go before what they come before",
     "- {id: b, title: B, date: 2001-01-02}\n- {id: a, title: A, date: 2001-01-01}\n"
     "- {id: u, title: U, before: b}\n- {id: v, title: V, before: u}\n",
     "a v u b"},
    {"or come last, in the order of the file",
     "- {id: u, title: U}\n- {id: v, title: V}\n- {id: a, title: A, date: 2001}\n"
     "- {id: w, title: W, before: v}\n",
     "a u w v"},
    {"what is during another comes after its start",
     "- {id: i, title: I, during: o}\n- {id: o, title: O, date: 2001}\n", "o i"},
    {"what starts together stands together",
     "- {id: w, title: W, with: b}\n- {id: c, title: C, date: 2003}\n"
     "- {id: b, title: B, date: 2002}\n- {id: a, title: A, date: 2001}\n",
     "a w b c"},
    {"stated order outranks a doubtful date",
     "- {id: a, title: A, date: 2001~}\n- {id: b, title: B, date: 2000, after: a}\n",
     "a b"},
};

static void test_ranks(void **state) {
    const struct rank_row *row = *state;
    g_autofree char *yaml = g_strconcat(EVENTS, row->events, NULL);
    g_auto(Resolved) resolved = resolve_yaml(yaml);
    assert_false(dl_problems_has_errors(resolved.problems));
    g_autofree char *events = list_events(resolved.timeline->events);
    assert_string_equal(events, row->expected);
}

/* 100,000 events each, as deep as it goes: a chain forwards and one backwards, a cycle,
 * one inside the other, and all together. */
static const struct size_row {
    const char *name, *key;
    int step; /* event i names event i + step */
    bool is_cycle, is_right;
} size_rows[] = {
    {"a long chain after", "after", 1, false, true},
    {"a long chain before", "before", 1, false, true},
    {"a long chain in file order", "after", -1, false, true},
    {"a deep nest", "during", 1, false, true},
    {"a great crowd", "with", 1, true, true},
    {"a long cycle", "after", 1, true, false},
};

static void test_size(void **state) {
    static const int N_EVENTS = 100000;
    const struct size_row *row = *state;
    g_autoptr(GString) yaml = g_string_new(EVENTS);
    for (int i = 0; i < N_EVENTS; i++) {
        const int other = i + row->step;
        g_string_append_printf(yaml, "- {title: E, id: e%d", i);
        if (row->is_cycle || (other >= 0 && other < N_EVENTS))
            g_string_append_printf(yaml, ", %s: e%d", row->key, other % N_EVENTS);
        else
            g_string_append(yaml, ", date: 2001");
        g_string_append(yaml, "}\n");
    }
    g_auto(Resolved) resolved = resolve_yaml(yaml->str);
    assert_int_equal(resolved.timeline->events->len, N_EVENTS);
    assert_int_equal(!dl_problems_has_errors(resolved.problems), row->is_right);
}

/* All are told, though not all with their chain. */
static void test_many_contradictions(void **state) {
    (void)state;
    g_autoptr(GString) yaml = g_string_new(EVENTS "- {title: H, id: h, date: 2020}\n");
    for (int i = 0; i < 1001; i++)
        g_string_append_printf(yaml, "- {title: E, id: e%d, date: 2000, after: h}\n",
                               i);
    g_auto(Resolved) resolved = resolve_yaml(yaml->str);
    assert_int_equal(dl_problems_count(resolved.problems, DL_SEVERITY_ERROR), 1001);
    const DlProblem *last = resolved.problems->list->pdata[1000];
    assert_string_equal(last->message,
                        "order contradiction: no date is left for `e1000`");
}

static const struct CMUnitTest others[] = {
    cmocka_unit_test(test_many_contradictions),
};

int main(void) {
    return run_rows(test_problems, problem_rows) + run_rows(test_bounds, bounds_rows) +
           run_rows(test_ranks, rank_rows) + run_rows(test_size, size_rows) +
           cmocka_run_group_tests(others, NULL, NULL);
}
