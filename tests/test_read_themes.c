/* What a chart and a theme file may say of a theme, and how wrong words are told. */
#include "tests.h"

#include <string.h>

#include "read/read.h"
#include "resolving.h"

#define CHART(theme)                                                                   \
    "timeline: {title: T}\nevents: [{title: A, date: 2025}]\n"                         \
    "charts:\n- theme: " theme "\n"

typedef struct {
    const char *name, *yaml, *expected;
} Row;

static const Row rows[] = {
    {"each of the themes", CHART("print"), ""},
    {"in one line", CHART("{based: print, palette: ['#000', '#888']}"), ""},
    {"every key",
     CHART("{based: dark, typefaces: {title: A, text: [B, C]}, sizes: {title: 30, "
           "subtitle: 12, label: 11, smallest: 7, legend: 8, axis: 9, notes: 7}, "
           "colors: {paper: '#000', ink: '#fff', muted: '#ddd', rule: '#999', band: "
           "'#222', edge: '#fff'}, palette: ['#fff'], shapes: [star], patterns: "
           "[dots, rail], lines: {leader: 1, rule: 1, edge: 1, ring: 1}, spacing: "
           "{margin: 20, line: 1.3, band: 20, bar: 6, mark: 4}}"),
     ""},
    {"a key that is none", CHART("{size: {title: 20}}"),
     "4:11 unknown key `size`; did you mean `sizes`?"},
    {"a key that is none, further in", CHART("{sizes: {lable: 20}}"),
     "4:19 unknown key `lable`; did you mean `label`?"},
    {"a base that is none", CHART("{based: drak}"),
     "4:18 `drak` is not a theme: expected light, dark, print or contrast; did you "
     "mean "
     "`dark`?"},
    {"a base is told once, wherever it stands", CHART("{palette: ['#000'], based: x}"),
     "4:37 `x` is not a theme: expected light, dark, print or contrast"},
    {"letters that nobody can read", CHART("{sizes: {notes: 6}}"),
     "4:26 `6` is not a number from 6.5 to 16"},
    {"a number with a unit", CHART("{lines: {rule: 1pt}}"),
     "4:25 `1pt` is not a number from 0.3 to 4"},
    {"a number that is none", CHART("{lines: {rule: nan}}"),
     "4:25 `nan` is not a number from 0.3 to 4"},
    {"a map where a number stands", CHART("{spacing: {margin: {}}}"),
     "4:29 expected a number, found a map"},
    {"no colors", CHART("{palette: []}"),
     "4:20 expected a list of colors, 1 to 8 of them, found 0"},
    {"nine colors",
     CHART("{palette: ['#000', '#111', '#222', '#333', '#444', '#555', '#666', '#777', "
           "'#888']}"),
     "4:20 expected a list of colors, 1 to 8 of them, found 9"},
    {"a shape that is none", CHART("{shapes: [circel]}"),
     "4:20 `circel` is not a shape of marks: expected circle, diamond, square, "
     "triangle, wedge, plus, cross or star; did you mean `circle`?"},
    {"half a pair of colors", CHART("{colors: {ink: {light: '#000'}}}"),
     "4:25 a color needs the key `dark`"},
    {"ink that is pale", CHART("{colors: {ink: '#999'}}"),
     "4:11 warning: `ink` has a contrast of 2.84 to 1 on `paper`; text needs 4.5\n"
     "4:11 warning: `ink` has a contrast of 2.49 to 1 on `band`; text needs 4.5"},
    {"ink that is pale on dark screens",
     CHART("{colors: {muted: {light: '#333', dark: '#444'}}}"),
     "4:11 warning: `muted` has a contrast of 1.82 to 1 on `paper`; text needs 4.5\n"
     "4:11 warning: `muted` has a contrast of 1.46 to 1 on `band`; text needs 4.5"},
    {"red and green of one lightness",
     CHART("{palette: ['#0b5cab', '#a65a3a', '#6b7036']}"),
     "4:11 warning: colors 2 and 3 of the palette look alike to some colour-blind "
     "readers"},
    {"a list is no theme", CHART("[light]"), "4:10 expected a theme, found a list"},
    {"a theme file out of the folder", CHART("../house.yaml"),
     "4:10 cannot read `../house.yaml`: a theme file is a path below the folder of its "
     "file"},
    {"a theme file that is a folder", CHART("./"),
     "4:10 cannot read `./`: Is a directory"},
};

static void test_problems(void **state) {
    const Row *row = *state;
    g_auto(Resolved) resolved = resolve_yaml(row->yaml);
    g_autofree char *text = list_problems(&resolved);
    assert_string_equal(text, row->expected);
}

/* ---- What a theme becomes ---- */

static DlTheme theme_of(const char *yaml) {
    g_auto(Resolved) resolved = resolve_yaml(yaml);
    assert_false(dl_problems_has_errors(resolved.problems));
    return ((const DlChart *)resolved.timeline->charts->pdata[0])->theme;
}

static bool is_same(DlColor a, DlColor b) {
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

static void test_base(void **state) {
    (void)state;
    const DlTheme theme = theme_of(CHART("{sizes: {title: 30}, based: contrast}"));
    const DlTheme *contrast = dl_theme_of(DL_THEME_CONTRAST);
    assert_near(theme.title_size, 30, 0);
    assert_near(theme.leader_width, contrast->leader_width, 0);
    assert_true(is_same(theme.ink.dark, contrast->ink.dark));
}

static void test_fixed(void **state) {
    (void)state;
    const DlTheme theme = theme_of(CHART("{colors: {paper: '#fffff0'}}"));
    assert_true(is_same(theme.paper.dark, theme.paper.light));
    assert_true(is_same(theme.ink.dark, theme.ink.light));
    assert_true(is_same(theme.palette[0].dark, theme.palette[0].light));
}

static void test_pair(void **state) {
    (void)state;
    const DlTheme theme = theme_of(
        CHART("{colors: {paper: {light: '#fffff0', dark: '#101010'}}, palette: "
              "['#400000']}"));
    assert_true(is_same(theme.paper.dark, dl_color_from_hex(0x101010)));
    assert_false(is_same(theme.ink.dark, theme.ink.light));
    assert_true(is_same(theme.palette[0].light, dl_color_from_hex(0x400000)));
    assert_true(dl_color_contrast(theme.palette[0].dark, theme.paper.dark) >= 3);
}

static void test_wide_band(void **state) {
    (void)state;
    const DlTheme theme = theme_of(CHART("{sizes: {axis: 16}, spacing: {band: 12}}"));
    assert_true(theme.band_height > 1.5 * theme.tick_size);
}

/* ---- Theme files ---- */

/* Writes a folder with a timeline and a theme, and lists what is wrong in them. */
static char *list_file_problems(const char *theme, DlTheme *read) {
    g_autofree char *folder = g_dir_make_tmp("dateline-XXXXXX", NULL);
    g_autofree char *inner = g_build_filename(folder, "themes", NULL);
    g_autofree char *file = g_build_filename(inner, "house.yaml", NULL);
    g_autofree char *path = g_build_filename(folder, "timeline.yaml", NULL);
    assert_int_equal(g_mkdir(inner, 0700), 0);
    assert_true(g_file_set_contents(file, theme, -1, NULL));
    assert_true(g_file_set_contents(
        path, CHART("themes/house.yaml") "- theme: themes/house.yaml\n", -1, NULL));
    const char *const paths[] = {path, NULL};
    DlProblems *problems = dl_problems_new();
    g_auto(Resolved) resolved =
        resolve_draft(dl_read_files(paths, problems, NULL), problems);
    g_remove(file);
    g_remove(path);
    g_rmdir(inner);
    g_rmdir(folder);
    *read = ((const DlChart *)resolved.timeline->charts->pdata[1])->theme;
    for (guint i = 0; i < problems->list->len; i++) {
        const DlProblem *problem = problems->list->pdata[i];
        assert_true(g_str_has_suffix(problem->place.file, "/themes/house.yaml"));
    }
    return list_problems(&resolved);
}

static const Row file_rows[] = {
    {"a file for two charts", "based: print\nsizes: {title: 40}\n", ""},
    {"problems of a file are told once, at their place", "sizes: {titel: 40}\n",
     "1:9 unknown key `titel`; did you mean `title`?"},
    {"an empty file", "", "1:1 a theme file is a map, and this one is empty"},
    {"a file that is no YAML", "sizes: {title: 40\n",
     "1:8 this map is not closed, or a comma is missing in it (see line 2, column 1)"},
    {"a file that is no map", "print\n", "1:1 expected a map, found text"},
};

static void test_file(void **state) {
    const Row *row = *state;
    DlTheme theme;
    g_autofree char *text = list_file_problems(row->yaml, &theme);
    assert_string_equal(text, row->expected);
    if (*row->expected == '\0')
        assert_near(theme.title_size, 40, 0);
}

static const struct CMUnitTest others[] = {
    cmocka_unit_test(test_base),
    cmocka_unit_test(test_fixed),
    cmocka_unit_test(test_pair),
    cmocka_unit_test(test_wide_band),
};

int main(void) {
    return run_rows(test_problems, rows) + run_rows(test_file, file_rows) +
           cmocka_run_group_tests(others, NULL, NULL);
}
