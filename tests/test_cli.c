/* The program as a whole, and its command `check`. */
#include "running.h"

static const struct program_row program_rows[] = {
    {"help is printed", "$DATELINE --help", 0, "dateline render", NULL},
    {"help names no command that is not there", "$DATELINE --help | grep preview", 1,
     NULL, NULL},
    {"the version is printed", "$DATELINE --version", 0, "dateline 0.1.0\n", NULL},
    {"a command has help", "$DATELINE render --help", 0, "--asof=DATE", NULL},
    {"a command has the version", "$DATELINE check --version", 0, "dateline 0.1.0\n",
     NULL},
    {"help is a command", "$DATELINE help check", 0, "--strict", NULL},
    {"help alone is the overview", "$DATELINE help", 0, "dateline render", NULL},
    {"no command is wrong usage", "$DATELINE", 2, NULL, "Usage:"},
    {"an unknown command is wrong usage", "$DATELINE rendr", 2, NULL,
     "no command `rendr`; did you mean `render`?"},
    {"a command that is like no other", "$DATELINE draw", 2, NULL,
     "no command `draw`; commands are render, check, list, help"},
    {"a file alone", "$DATELINE $IN/one.yaml", 2, NULL,
     "a command comes before the file: dateline render /"},
    {"an unknown option is wrong usage", "$DATELINE render --colour", 2, NULL,
     "--colour"},
    {"no file is wrong usage", "$DATELINE render", 2, NULL, "no file is named"},
    {"help that cannot be printed", "$DATELINE --help > /dev/full", 3, NULL,
     "standard output cannot be written"},
    {"all is right", "$DATELINE check $IN/one.yaml", 0,
     "2 events, 1 chart, no problems", NULL},
    {"the input is wrong", "$DATELINE check $IN/wrong.yaml", 1, "wrong.yaml: 1 error\n",
     "wrong.yaml:3:26: error:"},
    {"a warning does not stop it", "$DATELINE check $IN/warned.yaml", 0, "1 warning",
     "warning:"},
    {"unless it is strict", "$DATELINE check --strict $IN/warned.yaml", 1, "2 warnings",
     "warning:"},
    {"problems as JSON", "$DATELINE check --format json $IN/wrong.yaml", 1,
     "\"line\": 3, \"column\": 26, \"severity\": \"error\"", NULL},
    {"no problems as JSON", "$DATELINE check --format json $IN/one.yaml", 0,
     "{\"problems\": []}\n", NULL},
    {"an unknown format of problems", "$DATELINE check --format xml $IN/one.yaml", 2,
     NULL, "there are text and json"},
    {"a file is missing", "$DATELINE check nope.yaml", 3, NULL, "nope.yaml: "},
    {"a folder is no file", "$DATELINE check $IN", 3, NULL, "directory"},
    {"help names the lists", "$DATELINE --help", 0, "dateline list FILE…", NULL},
    {"a file after two strokes may begin with one",
     "cp $IN/one.yaml ./-one.yaml; $DATELINE check -- -one.yaml", 0, "-one.yaml: 2",
     NULL},
};

/* NAME.expected is what `dateline check` prints of NAME.yaml. */
static void test_broken(void **state) {
    const char *path = *state;
    g_autofree char *quoted = g_shell_quote(path);
    g_autofree char *command = g_strconcat("$DATELINE check ", quoted, NULL);
    g_auto(Run) run = run_shell(NULL, command);
    const bool has_error = strstr(run.errors, ": error: ") != NULL;
    assert_int_equal(run.status, has_error ? 1 : 0);
    g_autofree char *expected = neighbour_file(path, ".expected");
    assert_file_equals(expected, run.errors);
}

int main(void) {
    begin_runs();
    const int n_failed =
        run_rows(test_run, program_rows) + run_files("tests/broken", test_broken);
    end_runs();
    return n_failed;
}
