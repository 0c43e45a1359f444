/* Resolving: names, ids, dates, defaults, selection, and what is wrong with them. */
#include "tests.h"

#include "resolving.h"

#define HEAD "timeline: {title: T}\n"
#define ASOF "timeline: {title: T, asof: 2025-09-05}\n"
#define EVENTS HEAD "events:\n"
/* 2001 and 2002, in a chart that ends with 2002. */
#define INSETS(list)                                                                   \
    HEAD "events: [{id: a, title: A, date: 2001}, {id: b, title: B, date: 2002}]\n"    \
         "charts:\n- {to: 2002, insets: [" list "]}\n"
#define A "events: [{id: a, title: A, date: 2001}]\n"

static const struct problem_row {
    const char *name, *yaml, *expected;
} problem_rows[] = {
    {"ten lines need no registries",
     EVENTS "- {title: A, date: 2001, category: war, actors: [kim], place: paris}\n",
     ""},
    {"a timeline without events is none", HEAD,
     "1:1 a timeline needs events, and this one has none"},
    {"an unknown actor is told with the one that was meant",
     HEAD "actors: {kim: {name: Kim}}\n"
          "events: [{title: A, actors: [kmi]}]\n",
     "3:30 unknown actor `kmi`; did you mean `kim`?"},
    {"an unknown place",
     HEAD "places: {paris: {name: Paris}}\n"
          "events: [{title: A, place: rome}]\n",
     "3:28 unknown place `rome`"},
    {"an unknown category",
     HEAD "categories: {war: {label: War}}\n"
          "events: [{title: A, category: wat}]\n",
     "3:31 unknown category `wat`; did you mean `war`?"},
    {"a source needs a registry", EVENTS "- {title: A, sources: [yonhap]}\n",
     "3:24 unknown source `yonhap`; give it under `sources:`, with its title, or in a "
     "`bibliography`"},
    {"an unknown event in an order",
     EVENTS "- {id: a, title: A}\n- {title: B, after: x}\n", "4:21 unknown event `x`"},
    {"an unknown event in a relation",
     HEAD A "relations: [{from: a, to: b, kind: eco}]\n",
     "3:27 unknown event `b`\n"
     "3:36 `eco` is not a kind of relation: expected cause, follow, echo, anniversary "
     "or reply, or a word of your own; did you mean `echo`?"},
    {"an unknown event in a measure", HEAD A "measures: [{from: c, to: a}]\n",
     "3:19 unknown event `c`"},
    {"an id given twice", EVENTS "- {id: a, title: A}\n- {id: a, title: B}\n",
     "4:8 the event `a` is already given at timeline.yaml:3"},
    {"a chart's id given twice", HEAD A "charts: [{id: x}, {id: x}]\n",
     "3:24 the chart `x` is already given at timeline.yaml:3"},
    {"a place within itself",
     HEAD "places:\n  a: {name: A, within: b}\n  b: {name: B, within: c}\n"
          "  c: {name: C, within: b}\n  d: {name: D, within: d}\n"
          "events: [{title: A}]\n",
     "4:24 a place cannot be within itself: `b` is within `c` is within `b`\n"
     "6:24 a place cannot be within itself: `d` is within `d`"},
    {"an unknown zone",
     "timeline: {title: T, timezone: Asia/Soul}\nevents: [{title: A}]\n",
     "1:32 unknown time zone `Asia/Soul`; write an IANA name such as Asia/Seoul, or "
     "+09:00"},
    {"a language without words is a warning",
     "timeline: {title: T, language: nn}\nevents: [{title: A}]\n",
     "1:32 warning: dates cannot be worded in `nn` yet, and will be in English; "
     "there are words for ar, de, en, fr, ko, zh"},
    {"what is no language tag",
     "timeline: {title: T, language: plain english}\nevents: [{title: A}]\n",
     "1:32 `plain english` is not a language tag such as en, ko or pt-BR; there are "
     "words for ar, de, en, fr, ko, zh"},
    {"ongoing needs asof, which is told once",
     EVENTS
     "- {title: A, start: 2001, end: ongoing}\n- {title: B, date: 2002/ongoing}\n",
     "3:32 `ongoing` runs to the day that the chart is true of, which is not given; "
     "add "
     "`asof:` with that day to `timeline:`, or give --asof"},
    {"a start cannot be ongoing", ASOF "events: [{title: A, start: ongoing}]\n",
     "2:28 an `end` can be ongoing, a `start` cannot"},
    {"ongoing before its start",
     ASOF "events: [{title: A, start: 2026, end: ongoing}]\n",
     "2:39 what is ongoing on 2025-09-05 (`asof`) cannot start later, on 2026"},
    {"the end before the start",
     EVENTS "- {title: A, start: 2001-05, end: 2001-04-30}\n",
     "3:35 the end, 2001-04-30, lies before the start, 2001-05"},
    {"the end may be in the year of the start",
     EVENTS "- {title: A, start: 2001-05, end: 2001}\n", ""},
    {"the end before the start is a warning where it is doubtful",
     EVENTS "- {title: A, start: 2001~, end: 2000}\n",
     "3:33 warning: the end, 2000, lies before the start, 2001"},
    {"a date beside an end", EVENTS "- {title: A, date: 2001, end: 2002}\n",
     "3:31 `end` beside `date`: an event has a `date`, or a `start` and an `end`"},
    {"start, end and duration may agree",
     EVENTS "- {title: A, start: 2001, end: 2004, duration: P3Y}\n", ""},
    {"start, end and duration may disagree",
     EVENTS "- {title: A, start: 2001-01-01, end: 2001-01-03, duration: P5D}\n",
     "3:60 from 2001-01-01 to 2001-01-03 is not 5 days"},
    {"a duration so far",
     ASOF "events: [{title: A, start: 2001, end: ongoing, duration: P9Y}]\n",
     "2:58 from 2001 to 2025-09-05 is not 9 years"},
    {"an era that ends before it starts",
     HEAD A "eras: [{title: E, start: 1991, end: 1947}]\n",
     "3:37 the end, 1947, lies before the start, 1991"},
    {"a claim within what the dates allow",
     EVENTS
     "- {id: a, title: A, date: 1959}\n- {id: b, title: B, date: 2025-09-03}\n"
     "measures: [{from: a, to: b, claim: P66Y}, {from: a, to: b, claim: P65Y}]\n",
     ""},
    {"a claim a year away holds, two years away does not",
     EVENTS
     "- {id: a, title: A, date: 1953-07-27}\n- {id: b, title: B, date: 2025-09-03}\n"
     "measures: [{from: a, to: b, claim: P73Y}, {from: a, to: b, claim: P74Y}]\n",
     "5:67 from `a` to `b` it is 72 years, not 74 years"},
    {"a claim on a doubtful date is a warning",
     EVENTS "- {id: a, title: A, date: 1950?}\n- {id: b, title: B, date: 2025-09-03}\n"
            "measures: [{from: a, to: b, claim: P10Y}]\n"
            "charts: [{show: [legend]}]\n",
     "5:36 warning: from `a` to `b` it is 74–75 years, not 10 years"},
    {"a claim between what has no date holds",
     EVENTS "- {id: a, title: A}\n- {id: b, title: B}\n"
            "measures: [{from: a, to: b, claim: P10Y}]\n"
            "charts: [{show: [legend]}]\n",
     ""},
    {"a relative scale needs something to count from",
     HEAD A "charts: [{scale: relative}]\n",
     "3:18 scale `relative` counts from an event; add `origin:` with its id"},
    {"a shape that cannot be drawn", HEAD A "charts: [{shape: spiral}]\n",
     "3:18 shape `spiral` cannot be drawn yet: expected horizontal or vertical"},
    {"what no chart is to show needs no warning",
     HEAD A "eras: [{title: E, start: 1947, end: 1991}]\ncharts: [{show: [dates]}]\n",
     ""},
    {"an unknown tag in a selection",
     EVENTS "- {title: A, tags: [symbol]}\ncharts: [{select: {tag: symbl}}]\n",
     "4:25 unknown tag `symbl`; did you mean `symbol`?"},
    {"an inset that is all of the chart", INSETS("{title: All}"),
     "4:23 an inset needs `from` or `to`: the part of the axis that it shows"},
    {"an inset outside the chart", INSETS("{from: 2001, to: 2003}"),
     "4:23 the inset shows 2001-01-01 to 2003-12-31, which is not inside the chart: "
     "that "
     "shows its first event to 2002-12-31"},
    {"insets that overlap", INSETS("{to: 2001}, {from: 2001-12, to: 2002}"),
     "4:35 the inset shows 2001-12-01 to 2002-12-31, which overlaps another inset of "
     "the "
     "chart: that shows its first event to 2001-12-31"},
    {"an inset without events", INSETS("{from: 1990, to: 1999}"),
     "4:23 no event is in this inset: none that the chart lets in surely begins or "
     "ends "
     "in its window"},
    {"an inset that counts from nothing", INSETS("{from: 2001, scale: relative}"),
     "4:43 scale `relative` counts from an event; add `origin:` with its id to the "
     "chart"},
    {"insets of a folded axis",
     HEAD A "charts: [{segments: year, insets: [{from: 2001}]}]\n",
     "3:27 insets belong to an axis that is in one piece; a chart with `segments` has "
     "none"},
    {"insets of an axis on many pages",
     HEAD A "charts: [{pages: many, insets: [{from: 2001}]}]\n",
     "3:24 insets belong to an axis that is in one piece; a chart with `pages: many` "
     "has "
     "none"},
    {"a window that ends before it starts", HEAD A "charts: [{from: 2002, to: 2001}]\n",
     "3:27 the window ends with 2001, before it starts with 2002"},
    {"a chart without events", HEAD A "charts: [{from: 1900, to: 1910}]\n",
     "3:10 no event is in this chart: its window or its `select` leaves all of them "
     "out"},
    {"an event in no chart",
     EVENTS "- {id: a, title: A, date: 1905}\n- {id: b, title: B, date: 2001}\n"
            "charts: [{from: 1900, to: 1910}]\n",
     "4:3 warning: `b` is drawn in no chart"},
};

static void test_problems(void **state) {
    const struct problem_row *row = *state;
    g_auto(Resolved) resolved = resolve_yaml(row->yaml);
    g_autofree char *problems = list_problems(&resolved);
    char *at = strstr(problems, " at /");
    if (at != NULL) {
        char *name = strstr(at, "timeline.yaml");
        memmove(at + strlen(" at "), name, strlen(name) + 1);
    }
    assert_string_equal(problems, row->expected);
}

static const struct id_row {
    const char *name, *yaml, *expected;
} id_rows[] = {
    {"ids are made from titles", EVENTS "- {title: The Big Day}\n", "the-big-day"},
    {"and made unique", EVENTS "- {title: Day}\n- {title: day}\n- {title: Day!}\n",
     "day day-2 day-3"},
    {"without taking one that is given",
     EVENTS "- {title: Day}\n- {title: Day}\n- {id: day, title: X}\n"
            "- {id: day-2, title: Y}\n",
     "day-3 day-4 day day-2"},
    {"a title in Hangul has one too", EVENTS "- {title: 열병식}\n- {title: 회담}\n",
     "event event-2"},
};

static void test_ids(void **state) {
    const struct id_row *row = *state;
    g_auto(Resolved) resolved = resolve_yaml(row->yaml);
    g_autofree char *problems = list_problems(&resolved);
    assert_string_equal(problems, "");
    g_autofree char *ids = list_events(resolved.timeline->events);
    assert_string_equal(ids, row->expected);
}

/* The events of the selections, in three categories, on two places. */
#define FIVE                                                                           \
    HEAD "actors: {kim: {name: Kim}, xi: {name: Xi}}\n"                                \
         "places: {china: {name: China}, beijing: {name: Beijing, within: china},\n"   \
         "  seoul: {name: Seoul}}\n"                                                   \
         "events:\n"                                                                   \
         "- {id: a, title: A, date: 1950, category: war, weight: 5}\n"                 \
         "- {id: b, title: B, date: 1960, category: parade, place: beijing}\n"         \
         "- {id: c, title: C, date: 1970, category: talk, actors: [kim, xi]}\n"        \
         "- {id: d, title: D, date: 1980, category: talk, actors: [kim],\n"            \
         "   place: seoul, tags: [x], status: possible, weight: 1}\n"                  \
         "- {id: u, title: U, tags: [x, y]}\n"

static const struct chart_row {
    const char *name, *charts, *expected;
} chart_rows[] = {
    {"without charts there is one, named after the file", "", "timeline: a b c d u"},
    {"a chart is named after its title",
     "charts: [{title: The Wars}, {title: The Wars}, {}]\n",
     "the-wars: a b c d u, the-wars-2: a b c d u, timeline: a b c d u"},
    {"a made id takes none that is given", "charts: [{}, {id: timeline}]\n",
     "timeline-2: a b c d u, timeline: a b c d u"},
    {"values of one key are alternatives",
     "charts: [{id: x, select: {category: [war, talk]}}]\n", "x: a c d +2"},
    {"keys add up", "charts: [{id: x, select: {category: [war, talk], actor: xi}}]\n",
     "x: c +4"},
    {"a weight is the least", "charts: [{id: x, select: {weight: 3}}]\n",
     "x: a b c u +1"},
    {"not excludes", "charts: [{id: x, select: {not: {category: talk}}}]\n",
     "x: a b u +2"},
    {"what is not excluded may still have to be selected",
     "charts: [{id: x, select: {actor: kim, not: {tag: x}}}]\n", "x: c +4"},
    {"not excludes what all of its keys let in",
     "charts: [{id: x, select: {not: {tag: x, status: possible}}}]\n", "x: a b c u +1"},
    {"a place holds those within it", "charts: [{id: x, select: {place: china}}]\n",
     "x: b +4"},
    {"a status", "charts: [{id: x, select: {status: possible}}]\n", "x: d +4"},
    {"the window lets undated events in",
     "charts: [{id: x, from: 1955, to: 1970-06}]\n", "x: b c u"},
    {"events outside of the window are not left out",
     "charts: [{id: x, to: 1960, select: {category: [war, talk]}}]\n", "x: a +2"},
};

static void test_charts(void **state) {
    const struct chart_row *row = *state;
    g_autofree char *yaml = g_strconcat(FIVE, row->charts, NULL);
    g_auto(Resolved) resolved = resolve_yaml(yaml);
    assert_false(dl_problems_has_errors(resolved.problems));
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < resolved.timeline->charts->len; i++) {
        const DlChart *chart = resolved.timeline->charts->pdata[i];
        g_autofree char *events = list_events(chart->events);
        g_string_append_printf(text, "%s%s: %s", i > 0 ? ", " : "", chart->id, events);
        if (chart->n_left_out > 0)
            g_string_append_printf(text, " +%d", chart->n_left_out);
    }
    assert_string_equal(text->str, row->expected);
}

static void test_defaults(void **state) {
    (void)state;
    g_auto(Resolved) resolved = resolve_yaml(HEAD A);
    const DlChart *chart = resolved.timeline->charts->pdata[0];
    assert_int_equal(chart->shape, DL_SHAPE_HORIZONTAL);
    assert_int_equal(chart->scale, DL_SCALE_AUTO);
    assert_float_equal(chart->page.width, 841.89, 0);
    assert_float_equal(chart->page.height, 595.28, 0);
    assert_int_equal(chart->color, DL_COLOR_BY_CATEGORY);
    assert_int_equal(chart->show, 255);
    assert_true(chart->from == DL_MOMENT_MIN && chart->to == DL_MOMENT_MAX);
    assert_string_equal(resolved.timeline->language, "en");
    assert_false(resolved.timeline->has_zone || resolved.timeline->has_asof);
}

static void test_made_registries(void **state) {
    (void)state;
    g_auto(Resolved) resolved =
        resolve_yaml(EVENTS "- {title: A, category: parade, actors: [kim, xi]}\n"
                            "- {title: B, category: élan, actors: [xi]}\n");
    const DlTimeline *timeline = resolved.timeline;
    assert_int_equal(timeline->categories->len, 2);
    const DlCategory *first = timeline->categories->pdata[0];
    const DlCategory *second = timeline->categories->pdata[1];
    assert_string_equal(first->label, "Parade");
    assert_string_equal(second->label, "Élan");
    assert_int_equal(second->index, 1);
    assert_int_equal(timeline->actors->len, 2);
    assert_string_equal(((const DlActor *)timeline->actors->pdata[1])->name, "xi");
    const DlEvent *event = timeline->events->pdata[1];
    assert_ptr_equal(event->actors->pdata[0], timeline->actors->pdata[1]);
}

static void test_asof_option(void **state) {
    (void)state;
    g_autoptr(DlProblems) problems = dl_problems_new();
    g_autoptr(DlDraft) draft =
        read_yaml(ASOF "events: [{title: A, start: 2001, end: ongoing}]\n", problems);
    DlDate asof;
    g_autofree char *reason = NULL;
    assert_true(dl_date_parse("2010-01-01", &asof, &reason));
    g_autoptr(DlTimeline) timeline =
        dl_resolve(draft, &(DlResolveOptions){.asof = &asof}, problems);
    const DlEvent *event = timeline->events->pdata[0];
    g_autofree char *end = dl_clock_to_text(event->end.latest, 0);
    assert_string_equal(end, "2010-01-01T23:59:59Z");
}

static void test_bad_asof_option(void **state) {
    (void)state;
    DlProblems *problems = dl_problems_new();
    DlDraft *draft = read_yaml(HEAD A, problems);
    const DlDate asof = dl_date_unknown();
    g_auto(Resolved)
        resolved = {problems, draft,
                    dl_resolve(draft, &(DlResolveOptions){.asof = &asof}, problems)};
    g_autofree char *text = list_problems(&resolved);
    assert_string_equal(text, "1:1 `asof` is one known day, such as 2025-09-05");
}

static const struct CMUnitTest others[] = {
    cmocka_unit_test(test_defaults),
    cmocka_unit_test(test_made_registries),
    cmocka_unit_test(test_asof_option),
    cmocka_unit_test(test_bad_asof_option),
};

int main(void) {
    return run_rows(test_problems, problem_rows) + run_rows(test_ids, id_rows) +
           run_rows(test_charts, chart_rows) +
           cmocka_run_group_tests(others, NULL, NULL);
}
