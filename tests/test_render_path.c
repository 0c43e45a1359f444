/* Paths in SVG: short, and where they should be. */
#include "tests.h"

#include "render/svg.h"

/* Steps in the letters of SVG; absolute, and only M, L, C and Z. */
static DlPath *read_path(const char *text) {
    DlPath *path = dl_path_new();
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    for (char **word = words; *word != NULL;) {
        const char letter = **word++;
        DlPoint points[3];
        const int n = letter == 'C' ? 3 : letter == 'Z' ? 0 : 1;
        for (int i = 0; i < n; i++) {
            points[i].x = g_ascii_strtod(*word++, NULL);
            points[i].y = g_ascii_strtod(*word++, NULL);
        }
        if (letter == 'M')
            dl_path_move(path, points[0].x, points[0].y);
        else if (letter == 'L')
            dl_path_line(path, points[0].x, points[0].y);
        else if (letter == 'C')
            dl_path_curve(path, points[0], points[1], points[2]);
        else
            dl_path_close(path);
    }
    return path;
}

static const struct row {
    const char *name, *path;
    int decimals;
    const char *expected;
} rows[] = {
    {"steps are relative", "M 10 10 L 12 13 L 11 11", 0, "M10 10l2 3-1-2"},
    {"straight lines on the page are not", "M 10 10 L 12 13 L 12 11 L 9 11", 2,
     "M10 10L12 13V11H9"},
    {"along one axis they take one number", "M 1 1 L 3 1 L 3 0", 0, "M1 1h2v-1"},
    {"no zero stands before a point", "M 1 1 L 1.5 0.75", 2, "M1 1L1.5 .75"},
    {"a line to where it began is its close", "M 1 1 L 3 1 L 3 3 L 1 1 Z", 0,
     "M1 1h2v2z"},
    {"a second part begins from the first", "M 1 1 L 2 1 M 5 5 L 6 5", 0,
     "M1 1h1m3 4h1"},
    {"or from where that closed", "M 1 1 L 2 1 L 2 2 Z M 5 5 L 6 5", 0,
     "M1 1h1v1zm4 4h1"},
    {"what is rounded does not add up", "M 0 0 L 0.004 1 L 0.008 2 L 0.012 3", 2,
     "M0 0V1L.01 2V3"},
    {"a curve that goes on leaves out a control", "M 0 0 C 0 1 1 3 2 3 C 3 3 4 1 4 0",
     2, "M0 0c0 1 1 3 2 3s2-2 2-3"},
    {"one that turns does not", "M 0 0 C 0 1 1 3 2 3 C 2 1 4 1 4 0", 2,
     "M0 0c0 1 1 3 2 3 0-2 2-2 2-3"},
    {"a quadratic curve is one again", "M 0 0 C 20 40 40 60 60 60", 0,
     "M0 0q30 60 60 60"},
    {"and goes on without its control",
     "M 0 0 C 20 40 40 60 60 60 C 80 60 100 40 120 0", 0, "M0 0q30 60 60 60t60-60"},
    {"nothing is nothing", "", 2, ""},
};

static void test_path(void **state) {
    const struct row *row = *state;
    g_autoptr(DlPath) path =
        row->path[0] == '\0' ? dl_path_new() : read_path(row->path);
    g_autoptr(GString) out = g_string_new(NULL);
    dl_svg_append_path(out, path, row->decimals);
    assert_string_equal(out->str, row->expected);
}

int main(void) {
    return run_rows(test_path, rows);
}
