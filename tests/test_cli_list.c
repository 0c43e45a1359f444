/* The command `list`. */
#include "running.h"

static const struct program_row program_rows[] = {
    {"events are listed", "$DATELINE list $IN/one.yaml", 0,
     "rank  date          event  status    sources\n"
     "   0  27 July 1953  Begin  happened\n"
     "   1  1959          End    happened\n",
     NULL},
    {"events as JSON", "$DATELINE list --format json $IN/one.yaml", 0,
     "{\"events\": [\n  {\"id\": \"begin\", \"title\": \"Begin\", \"date\": "
     "\"1953-07-27\", \"words\": \"27 July 1953\", \"start\": {\"min\": "
     "\"1953-07-27\", ",
     NULL},
    {"events as CSV", "$DATELINE list --format csv $IN/one.yaml", 0,
     "\r\nend,End,1959,1959-01-01,1959-12-31,", NULL},
    {"events as Markdown", "$DATELINE list --format markdown $IN/one.yaml", 0,
     "| 1959 | **End** |", NULL},
    {"wrong input lists nothing",
     "echo old > a; $DATELINE list $IN/wrong.yaml -o a; s=$?; $DATELINE list "
     "$IN/wrong.yaml; cat a; exit $s",
     1, "old\n", "wrong.yaml:3:26: error:"},
    {"a list with a warning", "$DATELINE list $IN/warned.yaml", 0, "Begin",
     "warned.yaml:3:13: warning:"},
    {"a list in a file", "$DATELINE list $IN/one.yaml -o a/b.txt; cat a/b.txt", 0,
     "27 July 1953  Begin", NULL},
    {"a list on standard output", "$DATELINE list $IN/one.yaml -o -" THEN_FILES, 0,
     "27 July 1953  Begin", NULL},
    {"a list of a chosen day",
     "$DATELINE list $IN/going.yaml --asof 1960 --format json", 0,
     "\"end\": {\"min\": \"1960-12-31\", \"max\": \"1960-12-31\"", NULL},
    {"a list that cannot be printed", "$DATELINE list $IN/one.yaml > /dev/full", 3,
     NULL, "standard output cannot be written"},
    {"a list that cannot be written",
     "(ulimit -f 0; $DATELINE list $IN/one.yaml -o a)" THEN_FILES, 3, "", "a: "},
    {"a list in a format, as render has it", "$DATELINE list $IN/one.yaml -f csv", 0,
     "Begin", NULL},
    {"a list of no file", "$DATELINE list", 2, NULL, "no file is named"},
    {"an unknown format of lists", "$DATELINE list --format xml $IN/one.yaml", 2, NULL,
     "no format `xml`: expected table, markdown, csv or json"},
    {"a format of lists that is not there yet",
     "$DATELINE list --format ics $IN/one.yaml", 2, NULL,
     "format `ics` cannot be written yet: expected table, markdown, csv or json"},
    {"the same list in every time zone and locale",
     "for f in table markdown csv json; do "
     "TZ=UTC LC_ALL=C $DATELINE list $IN/two.yaml --format $f -o a/$f; "
     "TZ=Asia/Tokyo LC_ALL=de_DE.UTF-8 LANGUAGE=ko:de COLUMNS=40 "
     "$DATELINE list $IN/two.yaml --format $f > b; cmp a/$f b; done; ls a | wc -l",
     0, "4\n", NULL},
};

int main(void) {
    begin_runs();
    const int n_failed = run_rows(test_run, program_rows);
    end_runs();
    return n_failed;
}
