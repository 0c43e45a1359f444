/* The resolved events as text: the facts of an event, and every format of whole files.
 */
#include "resolving.h"

#include "report/cell.h"
#include "report/facts.h"
#include "report/report.h"

static void append_text(GString *text, const char *each) {
    g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "",
                           each == NULL ? "-" : each);
}

static void append_end(GString *text, const DlFactEnd *end) {
    append_text(text, end->min);
    append_text(text, end->max);
    append_text(text, end->earliest);
    append_text(text, end->latest);
}

/* "date min max earliest latest / min max earliest latest", "-" for NULL. */
static char *tell_facts(const DlFacts *facts, const DlEvent *event) {
    GString *text = g_string_new(NULL);
    g_auto(DlFactEnd) start = dl_fact_start(facts, event);
    g_auto(DlFactEnd) end = dl_fact_end(facts, event);
    append_text(text, event->written);
    append_end(text, &start);
    append_text(text, "/");
    append_end(text, &end);
    return g_string_free(text, FALSE);
}

#define HEAD "timeline: {title: T, timezone: Asia/Seoul, asof: 2025-09-05}\nevents:\n"
#define DAY "2025-09-03"

static const struct fact_row {
    const char *name;
    const char *events; /* the one of interest has the id x */
    const char *expected;
} fact_rows[] = {
    {"a day is all that it can mean", "- {id: x, title: X, date: 1953-07-27}",
     "1953-07-27 1953-07-27 1953-07-27 1953-07-27 1953-07-27 / "
     "1953-07-27 1953-07-27 1953-07-27 1953-07-27"},
    {"a year begins and ends with its days", "- {id: x, title: X, date: 1959~}",
     "1959~ 1959-01-01 1959-12-31 1959-01-01 1959-12-31 / "
     "1959-01-01 1959-12-31 1959-01-01 1959-12-31"},
    {"years before year 0 keep four digits", "- {id: x, title: X, date: -0479}",
     "-0479 -0479-01-01 -0479-12-31 -0479-01-01 -0479-12-31 / "
     "-0479-01-01 -0479-12-31 -0479-01-01 -0479-12-31"},
    {"long years begin with Y", "- {id: x, title: X, date: Y-12000/Y12000}",
     "Y-12000/Y12000 Y-12000-01-01 Y-12000-12-31 Y-12000-01-01 Y-12000-12-31 / "
     "Y12000-01-01 Y12000-12-31 Y12000-01-01 Y12000-12-31"},
    {"an interval has two ends", "- {id: x, title: X, date: 2004-02-11/2005}",
     "2004-02-11/2005 2004-02-11 2004-02-11 2004-02-11 2004-02-11 / "
     "2005-01-01 2005-12-31 2005-01-01 2005-12-31"},
    {"an open end is not bounded", "- {id: x, title: X, date: 1500/..}",
     "1500/.. 1500-01-01 1500-12-31 1500-01-01 1500-12-31 / - - 1500-01-01 -"},
    {"an unknown start is not known", "- {id: x, title: X, date: /2023}",
     "/2023 - - - 2023-12-31 / 2023-01-01 2023-12-31 2023-01-01 2023-12-31"},
    {"a set has the ends of its members",
     "- {id: x, title: X, date: \"[1667,1668,1670..1672]\"}",
     "[1667,1668,1670..1672] 1667-01-01 1672-12-31 1667-01-01 1672-12-31 / "
     "1667-01-01 1672-12-31 1667-01-01 1672-12-31"},
    {"a set of YAML is one of EDTF", "- {id: x, title: X, date: [1667, 1668]}",
     "[1667,1668] 1667-01-01 1668-12-31 1667-01-01 1668-12-31 / "
     "1667-01-01 1668-12-31 1667-01-01 1668-12-31"},
    {"a set may be open", "- {id: x, title: X, date: \"[1984..]\"}",
     "[1984..] 1984-01-01 - 1984-01-01 - / 1984-01-01 - 1984-01-01 -"},
    {"start and end are written as an interval",
     "- {id: x, title: X, start: 1947~, end: 1991-12}",
     "1947~/1991-12 1947-01-01 1947-12-31 1947-01-01 1947-12-31 / "
     "1991-12-01 1991-12-31 1991-12-01 1991-12-31"},
    {"what is ongoing runs to the asof day",
     "- {id: x, title: X, start: 2024-08-28, end: ongoing}",
     "2024-08-28/ongoing 2024-08-28 2024-08-28 2024-08-28 2024-08-28 / "
     "2025-09-05 2025-09-05 2025-09-05 2025-09-05"},
    {"a start that is unknown is left out",
     "- {id: x, title: X, start: unknown, end: ongoing}",
     "/ongoing - - - 2025-09-05 / 2025-09-05 2025-09-05 2025-09-05 2025-09-05"},
    {"no date is none", "- {id: x, title: X}", "- - - - - / - - - -"},
    {"an unknown date is none", "- {id: x, title: X, date: unknown}",
     "- - - - - / - - - -"},

    {"a clock time is told in UTC", "- {id: x, title: X, date: 2025-09-03T01:30}",
     "2025-09-03T01:30 2025-09-02T16:30:00Z 2025-09-02T16:30:59Z "
     "2025-09-02T16:30:00Z 2025-09-02T16:30:59Z / 2025-09-02T16:30:00Z "
     "2025-09-02T16:30:59Z 2025-09-02T16:30:00Z 2025-09-02T16:30:59Z"},
    {"of any zone", "- {id: x, title: X, date: 2025-09-03T01:30:20-05:00}",
     "2025-09-03T01:30:20-05:00 2025-09-03T06:30:20Z 2025-09-03T06:30:20Z "
     "2025-09-03T06:30:20Z 2025-09-03T06:30:20Z / 2025-09-03T06:30:20Z "
     "2025-09-03T06:30:20Z 2025-09-03T06:30:20Z 2025-09-03T06:30:20Z"},
    {"a length leads from start to end",
     "- {id: x, title: X, start: 2025-09-03T10:00:00, duration: PT2H}",
     "2025-09-03T10:00:00 2025-09-03T01:00:00Z 2025-09-03T01:00:00Z "
     "2025-09-03T01:00:00Z 2025-09-03T01:00:00Z / 2025-09-03T01:00:00Z "
     "2025-09-03T01:00:00Z 2025-09-03T03:00:00Z 2025-09-03T03:00:00Z"},
    {"and from end to start", "- {id: x, title: X, end: 2025-09-03, duration: P2D}",
     "/2025-09-03 - - 2025-09-01 2025-09-01 / 2025-09-03 2025-09-03 2025-09-03 "
     "2025-09-03"},

    {"order narrows a year",
     "- {id: a, title: A, date: 2024-08-28}\n"
     "- {id: x, title: X, date: 2024, after: a}",
     "2024 2024-01-01 2024-12-31 2024-08-28 2024-12-31 / "
     "2024-01-01 2024-12-31 2024-08-28 2024-12-31"},
    {"order gives what has no date its bounds",
     "- {id: a, title: A, date: 2025-09-02}\n- {id: b, title: B, date: 2025-09-03}\n"
     "- {id: x, title: X, after: a, before: b}",
     "- - - 2025-09-02 2025-09-03 / - - 2025-09-02 2025-09-03"},
    {"one side alone",
     "- {id: a, title: A, date: 2025-09-02}\n"
     "- {id: x, title: X, after: a}",
     "- - - 2025-09-02 - / - - 2025-09-02 -"},
    {"no time of the day is made up from days and lengths",
     "- {id: a, title: A, date: 2025-09-03, duration: PT2H}\n"
     "- {id: x, title: X, date: 2025-09-03, after: a}",
     DAY " " DAY " " DAY " " DAY " " DAY " / " DAY " " DAY " " DAY " " DAY},
    {"but it follows from a clock time",
     "- {id: a, title: A, start: 2025-09-03T10:00, duration: PT2H}\n"
     "- {id: x, title: X, date: 2025-09-03, after: a}",
     DAY " " DAY " " DAY " 2025-09-03T03:00:01Z " DAY " / " DAY " " DAY
         " 2025-09-03T03:00:01Z " DAY},
    {"through others too",
     "- {id: a, title: A, date: 2025-09-03T10:00:00}\n- {id: b, title: B, after: a}\n"
     "- {id: x, title: X, after: b}",
     "- - - 2025-09-03T01:00:02Z - / - - 2025-09-03T01:00:02Z -"},
    {"a day beside a clock time stays a day",
     "- {id: a, title: A, date: 2025-09-03}\n- {id: b, title: B, after: [a, c]}\n"
     "- {id: c, title: C, date: 2025-09-01T10:00}\n- {id: x, title: X, after: a}",
     "- - - 2025-09-03 - / - - 2025-09-03 -"},
};

static void test_facts(void **state) {
    const struct fact_row *row = *state;
    g_autofree char *yaml = g_strconcat(HEAD, row->events, "\n", NULL);
    g_auto(Resolved) resolved = resolve_yaml(yaml);
    g_autofree char *problems = list_problems(&resolved);
    g_autoptr(DlFacts) facts = dl_facts_new(resolved.timeline);
    g_autofree char *told = tell_facts(facts, find_event(&resolved, "x"));
    assert_string_equal(problems, "");
    assert_string_equal(told, row->expected);
}

static const struct length_row {
    const char *name;
    const char *duration, *expected;
} length_rows[] = {
    {"hours and minutes", "PT2H30M", "PT2H30M"},
    {"minutes are gathered to hours", "PT150M", "PT2H30M"},
    {"years", "P66Y", "P66Y"},
    {"months are gathered to years", "P30M", "P2Y6M"},
    {"weeks stay weeks", "P3W", "P3W"},
    {"days stay days", "P21D", "P21D"},
    {"days and hours", "P1DT2H", "P1DT2H"},
    {"nothing is something", "PT0S", "PT0S"},
    {"about", "PT20H~", "PT20H~"},
    {"not sure", "P1D?", "P1D?"},
    {"both", "P1D%", "P1D%"},
};

static void test_length(void **state) {
    const struct length_row *row = *state;
    g_autofree char *yaml = g_strdup_printf(
        HEAD "- {id: x, title: X, start: 2020, duration: %s}\n", row->duration);
    g_auto(Resolved) resolved = resolve_yaml(yaml);
    g_autofree char *duration = dl_fact_duration(find_event(&resolved, "x"));
    assert_string_equal(duration, row->expected);
}

static const struct cell_row {
    const char *name;
    const char *text;
    int width;
    const char *lines; /* joined by | */
} cell_rows[] = {
    {"a line that fits", "one two", 7, "one two"},
    {"a line that does not", "one two", 6, "one|two"},
    {"nothing is a line", "", 6, ""},
    {"spaces are no line", "   ", 6, ""},
    {"runs of spaces are one", "one   two\n\nthree", 20, "one two three"},
    {"a word that is too long", "one twothreefour five", 5, "one|twoth|reefo|ur|five"},
    {"wide letters take two columns", "中国人民", 5, "中国|人民"},
    {"a letter that is wider than its column", "中国", 1, "中|国"},
    {"marks take none", "e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301|e\u0301"},
    {"marks stay with their letter", "कि", 1, "कि"},
    {"control characters are spaces",
     "a\xC2\x9B"
     "31m\tb",
     20, "a 31m b"},
    {"what turns the direction is a space", "a\u202Eb\u2066c", 20, "a b c"},
    {"what joins letters is not", "می\u200Cخواهم", 20, "می\u200Cخواهم"},
};

static void test_cell(void **state) {
    const struct cell_row *row = *state;
    g_auto(GStrv) lines = dl_cell_break(row->text, row->width);
    g_autofree char *joined = g_strjoinv("|", lines);
    assert_string_equal(joined, row->lines);
}

static const struct {
    DlReportFormat format;
    const char *extension;
} goldens[] = {
    {DL_REPORT_TABLE, ".txt"},
    {DL_REPORT_MARKDOWN, ".md"},
    {DL_REPORT_CSV, ".csv"},
    {DL_REPORT_JSON, ".json"},
};

/* NAME.txt, NAME.md, NAME.csv and NAME.json are what is told of NAME.yaml. */
static void test_file(void **state) {
    const char *path = *state;
    g_autofree char *yaml = NULL;
    assert_true(g_file_get_contents(path, &yaml, NULL, NULL));
    g_auto(Resolved) resolved = resolve_yaml(yaml);
    g_autofree char *problems = list_problems(&resolved);
    assert_string_equal(problems, "");
    for (size_t i = 0; i < G_N_ELEMENTS(goldens); i++) {
        const DlReportOptions options = {.width = 100};
        g_autoptr(GBytes) bytes =
            dl_report(resolved.timeline, goldens[i].format, &options);
        g_autofree char *text =
            g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
        g_autofree char *expected = neighbour_file(path, goldens[i].extension);
        assert_file_equals(expected, text);
    }
}

static const struct width_row {
    const char *name;
    int width, widest; /* of the terminal; what no line is wider than */
} width_rows[] = {
    {"a usual terminal", 80, 80},
    {"a wide one", 200, 200},
    {"a narrow one is overrun, and no more", 1, 80},
};

static void test_width(void **state) {
    const struct width_row *row = *state;
    g_auto(Resolved) resolved = resolve_yaml(
        HEAD "- {id: a, title: " DAY ", date: 2025-09-03T10:00}\n"
             "- {title: One title that is longer than any terminal of the usual kind "
             "has room for on one line of text, after: a, date: 2025}\n");
    const DlReportOptions options = {.width = row->width};
    g_autoptr(GBytes) bytes = dl_report(resolved.timeline, DL_REPORT_TABLE, &options);
    g_autofree char *text =
        g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line != NULL; line++)
        assert_true(dl_cell_width(*line) <= row->widest);
}

/* 1,000 events that name one text of 100,000 letters would be 100 megabytes. */
static void test_long_names(void **state) {
    (void)state;
    g_autofree char *name = g_strnfill(100000, 'n');
    g_autoptr(GString) yaml = g_string_new("timeline: {title: T}\n");
    g_string_append_printf(yaml,
                           "actors: {a: {name: %s}}\nplaces: {p: {name: %s}}\n"
                           "events:\n- {id: e, title: %s, date: 1950}\n",
                           name, name, name);
    for (int i = 0; i < 1000; i++)
        g_string_append(yaml, "- {title: T, after: e, actors: a, place: p}\n");
    g_auto(Resolved) resolved = resolve_yaml(yaml->str);
    for (size_t i = 0; i < G_N_ELEMENTS(goldens); i++) {
        const DlReportOptions options = {.width = 100};
        g_autoptr(GBytes) bytes =
            dl_report(resolved.timeline, goldens[i].format, &options);
        assert_true(g_bytes_get_size(bytes) < 2000000);
    }
}

static const struct CMUnitTest others[] = {cmocka_unit_test(test_long_names)};

int main(void) {
    return run_rows(test_facts, fact_rows) + run_rows(test_length, length_rows) +
           run_rows(test_cell, cell_rows) + run_rows(test_width, width_rows) +
           run_files("tests/report", test_file) +
           cmocka_run_group_tests(others, NULL, NULL);
}
