/* The command `render`: what it writes, and what it leaves alone. */
#include "running.h"

#include <unistd.h>

#define SENTENCE "It goes on and on and on and on. "
#define TEXT SENTENCE SENTENCE SENTENCE SENTENCE SENTENCE

static const Input inputs[] = {
    {"fewer.yaml",
     "timeline: {title: Not even its marks fit}\n"
     "events:\n"
     "  - {title: Begin, date: 1953}\n"
     "charts:\n"
     "  - {labels: fit, pages: many, page: {width: 12mm, height: 12mm}}\n"},
    {"heavy.yaml", "timeline: {title: Large}\n"
                   "events:\n"
                   "  - title: The heaviest\n"
                   "    date: 1953\n"
                   "    weight: 5\n"
                   "    text: " TEXT TEXT TEXT TEXT TEXT "\n"
                   "  - {title: Light, date: 1960}\n"
                   "  - {title: Slight, date: 1970}\n"
                   "charts:\n"
                   "  - {labels: fit, show: [text], page: {width: 90mm, height: "
                   "70mm}}\n"},
    {"decades.yaml", "timeline: {title: Decades}\n"
                     "events:\n"
                     "  - {title: First, date: 1925}\n"
                     "  - {title: Second, date: 1941}\n"
                     "charts:\n"
                     "  - {segments: decade, labels: numbered, page: A4}\n"},
    {"titles.yaml", "timeline: {title: Titles}\n"
                    "events:\n"
                    "  - {id: oh, title: Oh!, date: 1953, weight: 5}\n"
                    "  - {title: Two, date: 1954}\n"
                    "charts:\n"
                    "  - {id: a, select: {weight: 5}, scale: relative, origin: oh}\n"
                    "  - {id: b}\n"
                    "  - {id: c, title: All}\n"
                    "  - {id: d, title: All}\n"},
    {"narrow.yaml", "timeline: {title: Two do not fit}\n"
                    "events:\n"
                    "  - {title: Begin, date: 1953}\n"
                    "charts:\n"
                    "  - {id: first}\n"
                    "  - {id: second, page: {width: 12mm, height: 12mm}}\n"
                    "  - {id: third}\n"
                    "  - {id: fourth, page: {width: 12mm, height: 12mm}}\n"},
};

static const struct program_row program_rows[] = {
    {"how good a chart is can be asked for", "$DATELINE render -v $IN/one.yaml", 0,
     NULL, "; 2 events, 2 marks, 2 labels in 1 row, 2 leaders; no faults; on average "},
    {"SVG and PDF are written here", "$DATELINE render $IN/one.yaml" THEN_FILES, 0,
     "./one.pdf ./one.svg ", NULL},
    {"a folder is made", "$DATELINE render $IN/two.yaml -o a/b/ -f svg" THEN_FILES, 0,
     "./a/b/first.svg ./a/b/second.svg ", NULL},
    {"a folder that is there needs no stroke",
     "mkdir a; $DATELINE render $IN/one.yaml -o a -f svg" THEN_FILES, 0, "./a/one.svg ",
     NULL},
    {"each format has its extension",
     "$DATELINE render $IN/one.yaml -f svg -f pdf -f png -f eps -f html -f json -f "
     "cairo-svg" THEN_FILES,
     0,
     "./one.cairo.svg ./one.eps ./one.html ./one.json ./one.pdf ./one.png ./one.svg ",
     NULL},
    {"ids that begin as told",
     "$DATELINE render $IN/one.yaml -o - -f svg --id-prefix fig | grep -c 'id=\"fig-e'",
     0, "2\n", NULL},
    {"ids of two charts cannot begin alike",
     "$DATELINE render $IN/two.yaml -f svg --id-prefix fig" THEN_FILES, 2, "",
     "pick it with -c"},
    {"ids cannot begin with a number",
     "$DATELINE render $IN/one.yaml -f svg --id-prefix 1fig" THEN_FILES, 2, "",
     "it takes a letter"},
    {"a resolution",
     "$DATELINE render $IN/one.yaml -f png --resolution 96 -o a.png; "
     "$DATELINE render $IN/one.yaml -f png -o b.png; "
     "[ $(stat -c %s a.png) -lt $(stat -c %s b.png) ]",
     0, NULL, NULL},
    {"a resolution out of reason",
     "$DATELINE render $IN/one.yaml -f png --resolution 5" THEN_FILES, 2, "",
     "10 to 4800"},
    {"a resolution below nothing",
     "$DATELINE render $IN/one.yaml -f png --resolution=-5" THEN_FILES, 2, "",
     "not -5"},
    {"fonts of outlines",
     "$DATELINE render $IN/one.yaml -f svg --embed-fonts" THEN_FILES, 2, "",
     "only live text"},
    {"fonts of live text",
     "$DATELINE render $IN/one.yaml -o - -f svg --text live --embed-fonts | "
     "grep -c @font-face",
     0, "1\n", NULL},
    {"a chart without the look for dark screens",
     "$DATELINE render $IN/one.yaml -o - -f svg --no-dark | grep -c prefers", 1, "0\n",
     NULL},
    {"a chart that fits what it is put into",
     "$DATELINE render $IN/one.yaml -o - -f svg --responsive | grep -c "
     "'width=\"100%\"'",
     0, "1\n", NULL},
    {"a format twice is once", "$DATELINE render $IN/one.yaml -f svg -f svg" THEN_FILES,
     0, "./one.svg ", NULL},
    {"one chart of several",
     "$DATELINE render $IN/two.yaml -c second -f svg" THEN_FILES, 0, "./second.svg ",
     NULL},
    {"the format from the name",
     "$DATELINE render $IN/one.yaml -o x.pdf && head -c 5 x.pdf", 0, "%PDF-", NULL},
    {"the longer extension wins",
     "$DATELINE render $IN/one.yaml -o x.cairo.svg && grep -c surface x.cairo.svg", 0,
     "", NULL},
    {"to standard output", "$DATELINE render $IN/one.yaml -o - -f svg | head -c 4", 0,
     "<", NULL},
    {"-o - and no format", "$DATELINE render $IN/one.yaml -o -", 2, NULL,
     "takes one format"},
    {"-o - and two formats", "$DATELINE render $IN/one.yaml -o - -f svg -f pdf", 2,
     NULL, "takes one format"},
    {"-o - and two charts", "$DATELINE render $IN/two.yaml -o - -f svg", 2, NULL,
     "pick with -c (first, second)"},
    {"one name for two charts", "$DATELINE render $IN/two.yaml -o x.svg" THEN_FILES, 2,
     "", "pick with -c (first, second)"},
    {"an extension that is not known", "$DATELINE render $IN/one.yaml -o x.gif", 2,
     NULL, "svg, pdf, png, eps, html, json, cairo.svg"},
    {"a format that the name contradicts",
     "$DATELINE render $IN/one.yaml -o x.pdf -f svg", 2, NULL, "contradicts"},
    {"a format that is not known", "$DATELINE render $IN/one.yaml -f gif", 2, NULL,
     "formats are svg"},
    {"a chart that is not there", "$DATELINE render $IN/two.yaml -c third", 2, NULL,
     "no chart `third`; charts are first, second"},
    {"charts in one option", "$DATELINE render $IN/two.yaml -c first,second", 2, NULL,
     "charts are first, second; give the option once for each"},
    {"formats in one option", "$DATELINE render $IN/one.yaml -f svg,png", 2, NULL,
     "cairo-svg; give the option once for each"},
    {"a theme that is not there", "$DATELINE render $IN/one.yaml --theme pink", 2, NULL,
     "themes are light"},
    {"a theme file that is not there",
     "$DATELINE render $IN/one.yaml --theme house.yaml" THEN_FILES, 3, "",
     "house.yaml: No such file"},
    {"a theme file that is wrong",
     "echo 'sizes: {title: 1}' > t.yaml; $DATELINE render $IN/one.yaml --theme "
     "t.yaml" THEN_FILES,
     1, "./t.yaml ", "t.yaml:1:16: error: `1` is not a number from 10 to 72"},
    {"a theme file",
     "echo 'based: dark' > t.yaml; $DATELINE render $IN/one.yaml --theme t.yaml -f svg "
     "-o - | grep -o '#16181c' | head -1",
     0, "#16181c\n", NULL},
    {"a theme file with a typeface that is not installed",
     "echo 'typefaces: {text: Nobodys Letters}' > t.yaml; $DATELINE render "
     "$IN/one.yaml --theme t.yaml -f svg -o - > /dev/null",
     0, "",
     "warning: no font of the theme's typeface `text` is installed: Nobodys Letters"},
    {"a kind of text that is not there", "$DATELINE render $IN/one.yaml --text big", 2,
     NULL, "outline or live"},
    {"an asof that is no date", "$DATELINE render $IN/one.yaml --asof soon", 2, NULL,
     "soon"},
    {"wrong input leaves files alone",
     "echo old > wrong.svg; $DATELINE render $IN/wrong.yaml; s=$?; cat *; exit $s", 1,
     "old\n", "error:"},
    {"a chart that does not fit leaves the others alone",
     "echo old > first.svg; $DATELINE render $IN/narrow.yaml; s=$?; cat *; exit $s", 1,
     "old\n", "chart `second`"},
    {"every chart that does not fit is told",
     "$DATELINE render $IN/narrow.yaml 2>&1 | grep -o 'chart `[a-z]*`\\|nothing is.*'",
     0,
     "chart `second`\nchart `fourth`\n"
     "nothing is written, as 2 of 4 charts cannot be drawn\n",
     NULL},
    {"what could help is not what the chart has already",
     "$DATELINE render $IN/fewer.yaml", 1, "",
     "12 mm × 12 mm has no room for 1 event; take a larger page, "
     "`height: auto`, `labels: numbered` or `none`, less beside"},
    {"a label that is too large leaves room to lighter ones",
     "$DATELINE render $IN/heavy.yaml -f svg --text live -o - | "
     "grep -o '>Light<\\|>Slight<\\|1 more event, without a label'",
     0, ">Light<\n>Slight<\n1 more event, without a label\n", NULL},
    {"segments may be numbered",
     "$DATELINE render $IN/decades.yaml -f svg --text live -o - | "
     "grep -o '>[0-9]*–[0-9]*<\\|>First<\\|>Second<' | sort -u",
     0, ">1920–1929<\n>1940–1949<\n>First<\n>Second<\n", NULL},
    {"other charts are named by titles of their own, once; no stop follows a title's "
     "end",
     "$DATELINE render $IN/titles.yaml -c a -f svg --text live -o - | "
     "grep -o 'Time counts.*All[^<]*'",
     0, "Time counts from: Oh! 1 event not shown: see “All”.\n", NULL},
    {"a disk that is full leaves files alone",
     "echo old > one.pdf; echo old > one.svg; (ulimit -f 2; $DATELINE render "
     "$IN/one.yaml); s=$?; cat *; exit $s",
     3, "old\nold\n", "one.svg: "},
    {"and leaves no other file",
     "(ulimit -f 2; $DATELINE render $IN/one.yaml)" THEN_FILES, 3, "", "one.svg: "},
    {"a pipe that is full", "$DATELINE render $IN/one.yaml -o - -f svg > /dev/full", 3,
     NULL, "standard output cannot be written"},
    {"a file where a folder should be",
     "echo old > a; $DATELINE render $IN/one.yaml -o a/b/; s=$?; cat a; exit $s", 3,
     "old\n", "a/b: "},
    {"a folder where a file should be",
     "mkdir one.svg; $DATELINE render $IN/one.yaml" THEN_FILES, 3, "", "one.svg: "},
    {"a device is no file",
     "ln -s /dev/null one.svg; $DATELINE render $IN/one.yaml -f svg; s=$?; "
     "test -c /dev/null; exit $s",
     3, NULL, "dateline: one.svg: "},
    {"a link stays a link",
     "mkdir a; ln -s a/x.svg one.svg; echo old > a/x.svg; $DATELINE render "
     "$IN/one.yaml "
     "-f svg; test -L one.svg && grep -c '<svg' a/x.svg",
     0, "1\n", NULL},
    {"files are as the user wants new files",
     "umask 027; $DATELINE render $IN/one.yaml -f svg; stat -c %a one.svg", 0, "640\n",
     NULL},
    {"an old file keeps its permissions",
     "touch one.svg; chmod 604 one.svg; $DATELINE render $IN/one.yaml -f svg; stat -c "
     "%a "
     "one.svg",
     0, "604\n", NULL},
    {"the same bytes in every time zone, locale and folder",
     "all='-f svg -f pdf -f png -f json -f cairo-svg'; here=$PWD; "
     "TZ=UTC LC_ALL=C $DATELINE render $IN/two.yaml -o a/ $all && sleep 1.1 && "
     "cp $IN/two.yaml $here && cd / && TZ=Asia/Tokyo LC_ALL=de_DE.UTF-8 LANGUAGE=ko:de "
     "PANGO_LANGUAGE=ar:ja $DATELINE render $here/two.yaml -o $here/b/ $all && "
     "cd $here && cp $IN/two.yaml . && $DATELINE render two.yaml -o c/ $all && "
     "diff -r a b && diff -r a c && ls a | wc -l",
     0, "10\n", NULL},
};

static void test_no_permission(void **state) {
    (void)state;
    if (geteuid() == 0)
        skip();
    g_auto(Run) run = run_in_new_folder("chmod 555 .; $DATELINE render $IN/one.yaml");
    assert_int_equal(run.status, 3);
    assert_contains(run.errors, "one.svg: ");
}

static const struct CMUnitTest others[] = {
    cmocka_unit_test(test_no_permission),
};

int main(void) {
    begin_runs();
    make_inputs(inputs, G_N_ELEMENTS(inputs));
    const int n_failed =
        run_rows(test_run, program_rows) + cmocka_run_group_tests(others, NULL, NULL);
    end_runs();
    return n_failed;
}
