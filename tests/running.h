/* Runs of the real program, which the environment variable DATELINE names, in folders
 * of their own. What they read lies in the folder IN. */
#ifndef DL_TESTS_RUNNING_H
#define DL_TESTS_RUNNING_H

#include "tests.h"

#include <string.h>
#include <sys/wait.h>

typedef struct {
    const char *name, *text;
} Input;

/* What several of the tests read. */
static const Input common_inputs[] = {
    {"one.yaml", "timeline: {title: One chart}\n"
                 "events:\n"
                 "  - {title: Begin, date: 1953-07-27}\n"
                 "  - {title: End, date: 1959}\n"},
    {"two.yaml",
     "timeline: {title: Two charts, author: A. Writer}\n"
     "events:\n"
     "  - {title: 김정은, date: 2025-09-03, text: A meeting of two hours.}\n"
     "  - {title: Second, date: 2025-09-04T10:00+09:00}\n"
     "charts:\n"
     "  - {id: first}\n"
     "  - {id: second, scale: linear}\n"},
    {"wrong.yaml", "timeline: {title: Wrong}\n"
                   "events:\n"
                   "  - {title: Begin, date: 1953-02-30}\n"},
    {"warned.yaml", "timeline:\n"
                    "  title: Warned\n"
                    "  language: nn\n"
                    "events:\n"
                    "  - {title: Begin, date: 1953}\n"},
    {"going.yaml", "timeline: {title: It goes on, asof: 1959-01-01}\n"
                   "events:\n"
                   "  - {title: Begin, start: 1953, end: ongoing}\n"},
};

/* A command for the shell, run in a new folder, and what comes of it: a row of
 * test_run.
 */
struct program_row {
    const char *name;
    const char *command;
    int status;
    const char *output, *errors; /* a part of each; NULL: nothing is printed */
};

/* FILES prints the names of all files of the folder. */
#define FILES "find . -type f | LC_ALL=C sort | tr '\\n' ' '"
#define THEN_FILES "; status=$?; " FILES "; exit $status"

static char *program_home;

typedef struct {
    int status;
    char *output, *errors;
} Run;

static inline void clear_run(Run *run) {
    g_free(run->output);
    g_free(run->errors);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Run, clear_run)

static inline Run run_shell(const char *folder, const char *command) {
    char *arguments[] = {(char[]){"/bin/sh"}, (char[]){"-c"}, (char *)command, NULL};
    g_autoptr(GError) error = NULL;
    Run run = {0};
    int wait_status = 0;
    if (!g_spawn_sync(folder, arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &run.output,
                      &run.errors, &wait_status, &error))
        fail_msg("%s", error->message);
    run.status = WIFEXITED(wait_status) ? WEXITSTATUS(wait_status) : -1;
    return run;
}

static inline void remove_folder(const char *folder) {
    g_autofree char *quoted = g_shell_quote(folder);
    g_autofree char *command = g_strconcat("rm -rf ", quoted, NULL);
    g_auto(Run) run = run_shell("/", command);
    assert_int_equal(run.status, 0);
}

/* Runs in a new folder, beside the inputs. */
static inline Run run_in_new_folder(const char *command) {
    g_autofree char *folder = g_build_filename(program_home, "run-XXXXXX", NULL);
    assert_non_null(g_mkdtemp(folder));
    const Run run = run_shell(folder, command);
    remove_folder(folder);
    return run;
}

static inline void assert_contains(const char *text, const char *part) {
    if (part != NULL && strstr(text, part) == NULL)
        fail_msg("\"%s\" does not contain \"%s\"", text, part);
    if (part == NULL && text[0] != '\0')
        fail_msg("\"%s\" should be empty", text);
}

static inline void test_run(void **state) {
    const struct program_row *row = *state;
    g_auto(Run) run = run_in_new_folder(row->command);
    if (run.status != row->status)
        fail_msg("exit status %d in place of %d: %s%s", run.status, row->status,
                 run.output, run.errors);
    assert_contains(run.output, row->output);
    assert_contains(run.errors, row->errors);
}

static inline void make_inputs(const Input *inputs, size_t n_inputs) {
    for (size_t i = 0; i < n_inputs; i++) {
        g_autofree char *path = g_build_filename(program_home, inputs[i].name, NULL);
        g_assert(g_file_set_contents(path, inputs[i].text, -1, NULL));
    }
}

/* Before the first run; end_runs takes all away. */
static inline void begin_runs(void) {
    const char *given = g_getenv("DATELINE");
    g_autofree char *program =
        g_canonicalize_filename(given == NULL ? "build/dateline" : given, NULL);
    program_home = g_dir_make_tmp("dateline-test-XXXXXX", NULL);
    g_assert(program_home != NULL);
    make_inputs(common_inputs, G_N_ELEMENTS(common_inputs));
    g_setenv("DATELINE", program, TRUE);
    g_setenv("IN", program_home, TRUE);
}

static inline void end_runs(void) {
    remove_folder(program_home);
    g_clear_pointer(&program_home, g_free);
}

#endif
