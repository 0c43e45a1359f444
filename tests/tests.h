/* What the test programs share: a cmocka test for every row of a table, and for every
 * file of a folder.
 *
 * A row is a struct that begins with its name, a sentence; the test finds it in
 * `*state`. The test of a file finds its path there. Tests run in the top folder of
 * the repository. */
#ifndef DL_TESTS_TESTS_H
#define DL_TESTS_TESTS_H

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib.h>
#include <stdbool.h>

/* The number of tests that failed: the status for main to return. Several tables add
 * up. */
#define run_rows(test, rows)                                                           \
    run_table(#test, test, rows, sizeof((rows)[0]), G_N_ELEMENTS(rows))
int run_table(const char *group, CMUnitTestFunction test, const void *rows, size_t size,
              size_t n_rows);

/* A row that is a test of its own. */
struct fact {
    const char *name;
    CMUnitTestFunction check;
};
/* The test of such rows: run_rows(check_fact, rows). */
void check_fact(void **state);

/* One test for each NAME.yaml, sorted by name. A folder without any is a failure. */
int run_files(const char *folder, CMUnitTestFunction test);

/* "tests/broken/cycle.yaml" and ".expected" give "tests/broken/cycle.expected". The
 * caller owns it. */
char *neighbour_file(const char *path, const char *extension);

/* Fails unless the two differ by `slack` at most. */
void assert_near(double actual, double expected, double slack);

/* Fails unless the file holds `actual`; where UPDATE=1 is set, the file is rewritten.
 */
void assert_file_equals(const char *path, const char *actual);

#endif
