#include "tests.h"

#include <math.h>
#include <string.h>

static int run_group(const char *name, GArray *tests) {
    const int failed = _cmocka_run_group_tests(
        name, (const struct CMUnitTest *)tests->data, tests->len, NULL, NULL);
    return failed < 0 ? 1 : failed;
}

static void add_test(GArray *tests, const char *name, CMUnitTestFunction function,
                     const void *state) {
    const struct CMUnitTest test = {
        .name = name,
        .test_func = function,
        .initial_state = (void *)state,
    };
    g_array_append_val(tests, test);
}

int run_table(const char *group, CMUnitTestFunction test, const void *rows, size_t size,
              size_t n_rows) {
    g_autoptr(GArray) tests = g_array_new(FALSE, TRUE, sizeof(struct CMUnitTest));
    for (size_t i = 0; i < n_rows; i++) {
        const void *row = (const char *)rows + i * size;
        add_test(tests, *(const char *const *)row, test, row);
    }
    return run_group(group, tests);
}

void check_fact(void **state) {
    const struct fact *fact = *state;
    fact->check(state);
}

static int compare_paths(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *list_files(const char *folder) {
    GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) opened = g_dir_open(folder, 0, NULL);
    if (opened == NULL)
        return paths;
    for (const char *name; (name = g_dir_read_name(opened)) != NULL;)
        if (g_str_has_suffix(name, ".yaml"))
            g_ptr_array_add(paths, g_build_filename(folder, name, NULL));
    g_ptr_array_sort(paths, compare_paths);
    return paths;
}

static void fail_for_empty_folder(void **state) {
    fail_msg("%s holds no .yaml file", (const char *)*state);
}

int run_files(const char *folder, CMUnitTestFunction test) {
    g_autoptr(GPtrArray) paths = list_files(folder);
    g_autoptr(GArray) tests = g_array_new(FALSE, TRUE, sizeof(struct CMUnitTest));
    for (guint i = 0; i < paths->len; i++)
        add_test(tests, paths->pdata[i], test, paths->pdata[i]);
    if (paths->len == 0)
        add_test(tests, folder, fail_for_empty_folder, folder);
    return run_group(folder, tests);
}

char *neighbour_file(const char *path, const char *extension) {
    const char *dot = strrchr(path, '.');
    g_assert(dot != NULL);
    return g_strdup_printf("%.*s%s", (int)(dot - path), path, extension);
}

void assert_near(double actual, double expected, double slack) {
    if (!(fabs(actual - expected) <= slack))
        fail_msg("%.9g is not %.9g", actual, expected);
}

void assert_file_equals(const char *path, const char *actual) {
    g_autoptr(GError) error = NULL;
    if (g_strcmp0(g_getenv("UPDATE"), "1") == 0) {
        if (!g_file_set_contents(path, actual, -1, &error))
            fail_msg("%s", error->message);
        return;
    }
    g_autofree char *expected = NULL;
    if (!g_file_get_contents(path, &expected, NULL, &error))
        fail_msg("%s (UPDATE=1 make test writes it)", error->message);
    assert_string_equal(actual, expected);
}
