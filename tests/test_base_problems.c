/* Problems: their order, their text with the line and the caret, their JSON. */
#include "tests.h"

#include <string.h>

#include "base/problems.h"

static const struct echo_row {
    const char *name;
    const char *text; /* of the file */
    int line, column;
    const char *expected; /* below the message */
} echo_rows[] = {
    {"the caret stands under the column", "a: 1\nb: 2\n", 2, 4, "    b: 2\n       ^\n"},
    {"the end of a line has a caret", "abc\n", 1, 4, "    abc\n       ^\n"},
    {"a column behind the end is the end", "abc\n", 1, 9, "    abc\n       ^\n"},
    {"wide characters take two columns", "김정은: x\n", 1, 6,
     "    김정은: x\n            ^\n"},
    {"the caret is never cut off",
     "김김김김김김김김김김김김김김김김김김김김김김김김김김김김김김김김김김김김김김김김"
     "김김김"
     "김김김김김김김김김김김김김김김김김김김김김김김x김\n",
     1, 67,
     "    "
     "김김김김김김김김김김김김김김김김김김김김김김김김김김김김김김김김김김김김김김김김"
     "김김김"
     "김김김김김김김김김김김김김김김김김김김김김김김x…\n"
     "                                                                               "
     "                                                         ^\n"},
    {"a combining accent takes none", "e\xCC\x81x: y\n", 1, 3,
     "    e\xCC\x81x: y\n     ^\n"},
    {"a tab is a space", "\ta\n", 1, 2, "     a\n     ^\n"},
    {"escape sequences are taken apart", "\x1B[31mred\n", 1, 2,
     "     [31mred\n     ^\n"},
    {"a change of direction is a space", "\xE2\x80\xAE\x61\n", 1, 2,
     "     a\n     ^\n"},
    {"what is not UTF-8 is replaced", "a\xFF\x62\n", 1, 3,
     "    a\xEF\xBF\xBD\x62\n      ^\n"},
    {"lines may end as on Windows", "a: 1\r\nb: 2\r\n", 2, 1, "    b: 2\n    ^\n"},
    {"an empty line is not shown", "\n\n", 2, 1, ""},
    {"a line behind the end is not shown", "a\n", 9, 1, ""},
    {"the file as a whole is not shown", "a\n", 0, 0, ""},
};

static void test_echo(void **state) {
    const struct echo_row *row = *state;
    g_autoptr(DlProblems) problems = dl_problems_new();
    g_autoptr(GBytes) text = g_bytes_new_static(row->text, strlen(row->text));
    dl_problems_add_file(problems, "a.yaml", text);
    const DlPlace place = {"a.yaml", row->line, row->column};
    assert_false(dl_problems_add(problems, place, "bad", "wrong"));
    g_autofree char *told = dl_problems_to_text(problems);
    const char *below = strchr(told, '\n') + 1;
    assert_string_equal(below, row->expected);
}

static void test_long_line(void **state) {
    (void)state;
    g_autofree char *line = g_strnfill(500, 'x');
    line[299] = 'Y';
    g_autoptr(DlProblems) problems = dl_problems_new();
    g_autoptr(GBytes) text = g_bytes_new(line, 500);
    dl_problems_add_file(problems, "a.yaml", text);
    dl_problems_add(problems, (DlPlace){"a.yaml", 1, 300}, "bad", "wrong");
    g_autofree char *told = dl_problems_to_text(problems);
    g_auto(GStrv) lines = g_strsplit(told, "\n", -1);
    assert_int_equal(g_utf8_strlen(lines[1], -1), 4 + 1 + 110 + 1);
    const char *caret = strchr(lines[2], '^');
    assert_int_equal(*g_utf8_offset_to_pointer(lines[1], caret - lines[2]), 'Y');
}

static void add_file(DlProblems *problems, const char *name) {
    g_autoptr(GBytes) text = g_bytes_new_static("", 0);
    dl_problems_add_file(problems, name, text);
}

static void test_order(void **state) {
    (void)state;
    g_autoptr(DlProblems) problems = dl_problems_new();
    add_file(problems, "second.yaml");
    add_file(problems, "first.yaml");
    dl_problems_add(problems, (DlPlace){"first.yaml", 1, 1}, "a", "last");
    dl_problems_add(problems, (DlPlace){"second.yaml", 9, 1}, "a", "fourth");
    dl_problems_warn(problems, (DlPlace){"second.yaml", 2, 5}, "a", "second");
    dl_problems_add(problems, (DlPlace){"second.yaml", 2, 5}, "a", "third");
    dl_problems_add(problems, (DlPlace){"second.yaml", 2, 1}, "a", "first");
    dl_problems_hint(problems, "did you mean `%s`?", "x");
    dl_problems_add(problems, (DlPlace){"second.yaml", 9, 1}, "a", "fourth");
    dl_problems_hint(problems, "a hint to what is told already");
    dl_problems_add(problems, (DlPlace){NULL, 0, 0}, "a", "of no file");
    g_autofree char *told = dl_problems_to_text(problems);
    assert_string_equal(told, "error: of no file\n"
                              "second.yaml:2:1: error: first; did you mean `x`?\n"
                              "second.yaml:2:5: warning: second\n"
                              "second.yaml:2:5: error: third\n"
                              "second.yaml:9:1: error: fourth\n"
                              "first.yaml:1:1: error: last\n");
    assert_int_equal(dl_problems_count(problems, DL_SEVERITY_ERROR), 5);
    assert_int_equal(dl_problems_count(problems, DL_SEVERITY_WARNING), 1);
}

static void test_warning_is_no_error(void **state) {
    (void)state;
    g_autoptr(DlProblems) problems = dl_problems_new();
    assert_false(dl_problems_warn(problems, (DlPlace){"a.yaml", 1, 1}, "a", "hm"));
    assert_false(dl_problems_has_errors(problems));
    dl_problems_add(problems, (DlPlace){"a.yaml", 1, 1}, "a", "no");
    assert_true(dl_problems_has_errors(problems));
}

static void test_many(void **state) {
    (void)state;
    g_autoptr(DlProblems) problems = dl_problems_new();
    for (int i = 1; i <= 10003; i++)
        dl_problems_add(problems, (DlPlace){"a.yaml", i, 1}, "a", "wrong");
    g_autofree char *told = dl_problems_to_text(problems);
    assert_true(g_str_has_suffix(told, "a.yaml:10000:1: error: wrong\n"
                                       "and 3 more problems\n"));
    assert_int_equal(dl_problems_count(problems, DL_SEVERITY_ERROR), 10003);
}

static void test_json(void **state) {
    (void)state;
    g_autoptr(DlProblems) problems = dl_problems_new();
    add_file(problems, "a \"b\".yaml");
    add_file(problems, "c.yaml");
    dl_problems_add(problems, (DlPlace){"a \"b\".yaml", 3, 4}, "bad-date",
                    "\"soon\" is not a date");
    dl_problems_warn(problems, (DlPlace){"c.yaml", 0, 0}, "empty", "no events");
    dl_problems_hint(problems, "add `events:`");
    g_autofree char *json = dl_problems_to_json(problems);
    assert_string_equal(
        json, "{\"problems\": [\n"
              "  {\"file\": \"a \\\"b\\\".yaml\", \"line\": 3, \"column\": 4, "
              "\"severity\": \"error\", \"code\": \"bad-date\", "
              "\"message\": \"\\\"soon\\\" is not a date\", \"hint\": null},\n"
              "  {\"file\": \"c.yaml\", \"line\": null, \"column\": null, "
              "\"severity\": \"warning\", \"code\": \"empty\", "
              "\"message\": \"no events\", \"hint\": \"add `events:`\"}\n"
              "]}\n");
}

static void test_no_problems(void **state) {
    (void)state;
    g_autoptr(DlProblems) problems = dl_problems_new();
    g_autofree char *text = dl_problems_to_text(problems);
    g_autofree char *json = dl_problems_to_json(problems);
    assert_string_equal(text, "");
    assert_string_equal(json, "{\"problems\": []}\n");
}

static const struct CMUnitTest others[] = {
    cmocka_unit_test(test_long_line),
    cmocka_unit_test(test_order),
    cmocka_unit_test(test_warning_is_no_error),
    cmocka_unit_test(test_many),
    cmocka_unit_test(test_json),
    cmocka_unit_test(test_no_problems),
};

int main(void) {
    return run_rows(test_echo, echo_rows) + cmocka_run_group_tests(others, NULL, NULL);
}
