/* What README and docs say is true: examples are checked by the real program, which the
 * environment variable DATELINE names, and dates are worded as the table has them. */
#include "tests.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

#include "model/chart.h"
#include "time/date.h"
#include "time/words.h"

typedef struct {
    char *name;
    char *text;     /* an example; or a date */
    char *expected; /* of a date: its words */
} Row;

static void clear_row(void *data) {
    Row *row = data;
    g_free(row->name);
    g_free(row->text);
    g_free(row->expected);
}

static GArray *new_rows(void) {
    GArray *rows = g_array_new(FALSE, TRUE, sizeof(Row));
    g_array_set_clear_func(rows, clear_row);
    return rows;
}

static char *read_file(const char *path) {
    char *text = NULL;
    g_autoptr(GError) error = NULL;
    if (!g_file_get_contents(path, &text, NULL, &error))
        g_error("%s", error->message);
    return text;
}

/* The timelines among the blocks that begin with ```yaml. */
static void collect_examples(const char *path, GArray *rows) {
    g_autofree char *text = read_file(path);
    g_autoptr(GRegex) regex = g_regex_new("^```yaml\\n(timeline:.*?\\n)```$",
                                          G_REGEX_MULTILINE | G_REGEX_DOTALL, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    int count = 0;
    for (g_regex_match(regex, text, 0, &match); g_match_info_matches(match);
         g_match_info_next(match, NULL)) {
        const Row row = {
            .name = g_strdup_printf("%s, example %d", path, ++count),
            .text = g_match_info_fetch(match, 1),
        };
        g_array_append_val(rows, row);
    }
    g_assert(count > 0);
}

/* Rows of three cells, of which the first is `a date` and the last its words. */
static void collect_dates(const char *path, GArray *rows) {
    g_autofree char *text = read_file(path);
    const char *table = strstr(text, "| the chart says |");
    g_assert(table != NULL);
    g_autofree char *dates =
        g_strndup(table, (size_t)(strstr(table, "\n\n") - table + 1));
    g_autoptr(GRegex) regex = g_regex_new("^\\| `([^`]+)` \\|[^|]+\\| ([^|]+) \\|$",
                                          G_REGEX_MULTILINE, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    for (g_regex_match(regex, dates, 0, &match); g_match_info_matches(match);
         g_match_info_next(match, NULL)) {
        g_autofree char *date = g_match_info_fetch(match, 1);
        const Row row = {
            .name = g_strdup(date),
            .text = g_strdup(date),
            .expected = g_match_info_fetch(match, 2),
        };
        g_array_append_val(rows, row);
    }
    g_assert(rows->len > 0);
}

static char *write_example(const char *text) {
    g_autoptr(GError) error = NULL;
    char *path = NULL;
    const int file = g_file_open_tmp("dateline-docs-XXXXXX.yaml", &path, &error);
    if (file < 0 || !g_close(file, &error) ||
        !g_file_set_contents(path, text, -1, &error))
        fail_msg("%s", error->message);
    return path;
}

static int run_check(const char *path, char **errors) {
    const char *given = g_getenv("DATELINE");
    const char *program = given == NULL ? "build/dateline" : given;
    char *arguments[] = {(char *)program, (char[]){"check"}, (char *)path, NULL};
    g_autoptr(GError) error = NULL;
    int wait_status = 0;
    if (!g_spawn_sync(NULL, arguments, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL,
                      NULL, errors, &wait_status, &error))
        fail_msg("%s", error->message);
    return WIFEXITED(wait_status) ? WEXITSTATUS(wait_status) : -1;
}

static void test_example(void **state) {
    const Row *row = *state;
    g_autofree char *path = write_example(row->text);
    g_autofree char *errors = NULL;
    const int status = run_check(path, &errors);
    g_unlink(path);
    if (status != 0)
        fail_msg("%s", errors);
}

static void test_date(void **state) {
    const Row *row = *state;
    g_autofree char *reason = NULL;
    DlDate read;
    if (!dl_date_parse(row->text, &read, &reason))
        fail_msg("%s", reason);
    g_autoptr(DlZone) seoul = dl_zone_new("Asia/Seoul");
    const DlDate date = dl_date_in_zone(&read, seoul);
    g_autofree char *words =
        dl_words_date(&date, dl_language_english(), DL_WORDS_SHORT, seoul);
    assert_string_equal(words, row->expected);
}

static const struct choice_row {
    const char *key;
    const DlNameTable *table;
} choices[] = {
    {"shape", &dl_shape_names},    {"scale", &dl_scale_names},
    {"lanes", &dl_lanes_names},    {"segments", &dl_segments_names},
    {"color", &dl_color_by_names}, {"labels", &dl_labels_names},
    {"pages", &dl_pages_names},    {"theme", &dl_theme_names},
};

/* "`auto`, `linear`": those words of a table that can be drawn, or cannot. */
static char *list_names(const DlNameTable *table, bool ready) {
    GString *list = g_string_new(NULL);
    for (size_t i = 0; i < table->n_names; i++)
        if (table->names[i].ready == ready)
            g_string_append_printf(list, "%s`%s`", list->len > 0 ? ", " : "",
                                   table->names[i].name);
    return g_string_free(list, FALSE);
}

/* The docs hold the row: | `scale` | drawn | an error yet | */
static void test_choice(void **state) {
    const struct choice_row *row = *state;
    g_autofree char *docs = read_file("docs/language.md");
    g_autofree char *drawn = list_names(row->table, true);
    g_autofree char *refused = list_names(row->table, false);
    g_autofree char *line = g_strdup_printf("\n| `%s` | %s | %s%s| ", row->key, drawn,
                                            refused, *refused == '\0' ? "" : " ");
    if (strstr(docs, line) == NULL)
        fail_msg("docs/language.md should have the row%s", line);
}

/* The file whose picture the README shows. */
static void test_first(void **state) {
    (void)state;
    g_autofree char *readme = read_file("README.md");
    g_autofree char *example = read_file("docs/first.yaml");
    g_autofree char *block = g_strdup_printf("\n```yaml\n%s```\n", example);
    assert_non_null(strstr(readme, block));
}

/* The theme file that the docs explain. */
static void test_house(void **state) {
    (void)state;
    g_autofree char *docs = read_file("docs/themes.md");
    g_autofree char *example = read_file("docs/themes/house.yaml");
    g_autofree char *block = g_strdup_printf("\n```yaml\n%s```\n", example);
    assert_non_null(strstr(docs, block));
}

static void test_languages(void **state) {
    (void)state;
    g_autofree char *docs = read_file("docs/language.md");
    g_autofree char *tags = dl_language_tags();
    g_autofree char *words = g_strdup_printf("month names and wording in %s |", tags);
    assert_non_null(strstr(docs, words));
}

static const struct words_row {
    const char *name;
    const char *path;
    const DlNameTable *table;
} words_rows[] = {
    {"shapes of marks", "docs/language.md", &dl_mark_shape_names},
    {"shapes of themes", "docs/themes.md", &dl_mark_shape_names},
    {"patterns of themes", "docs/themes.md", &dl_pattern_names},
};

static void test_words(void **state) {
    const struct words_row *row = *state;
    g_autofree char *docs = read_file(row->path);
    g_autofree char *names = list_names(row->table, true);
    if (strstr(docs, names) == NULL)
        fail_msg("%s should have %s", row->path, names);
}

static const struct CMUnitTest others[] = {
    cmocka_unit_test(test_house),
    cmocka_unit_test(test_first),
    cmocka_unit_test(test_languages),
};

static int run_collected(const char *group, CMUnitTestFunction test,
                         const GArray *rows) {
    return run_table(group, test, rows->data, sizeof(Row), rows->len);
}

int main(void) {
    g_autoptr(GArray) examples = new_rows();
    g_autoptr(GArray) dates = new_rows();
    collect_examples("README.md", examples);
    collect_examples("docs/language.md", examples);
    collect_dates("docs/language.md", dates);
    return run_collected("examples", test_example, examples) +
           run_collected("dates", test_date, dates) + run_rows(test_choice, choices) +
           run_rows(test_words, words_rows) +
           cmocka_run_group_tests(others, NULL, NULL);
}
