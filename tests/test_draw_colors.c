/* That the colours of every theme can be read and told apart, whoever looks: by
 * themselves, and in every chart of events/. */
#include "tests.h"

#include <glob.h>
#include <math.h>

#include "base/vision.h"
#include "drawing.h"

/* ---- Themes by themselves ---- */

static const struct theme_row {
    const char *name;
    DlThemeKind kind;
    bool follows_screen, has_color;
} themes[] = {
    {"light", DL_THEME_LIGHT, true, true},
    {"dark", DL_THEME_DARK, false, true},
    {"print", DL_THEME_PRINT, false, false},
    {"contrast", DL_THEME_CONTRAST, true, true},
};

static DlColor side_of(DlTone tone, int side) {
    return side == 0 ? tone.light : tone.dark;
}

static void test_palette(void **state) {
    static const double TOLD_APART = 14;
    const struct theme_row *row = *state;
    const DlTheme *theme = dl_theme_of(row->kind);
    for (int side = 0; side < 2; side++)
        for (int i = 0; i < theme->n_palette; i++)
            for (int j = 0; j < i; j++) {
                const double distance = dl_color_least_distance(
                    side_of(theme->palette[i], side), side_of(theme->palette[j], side));
                if (distance < TOLD_APART)
                    fail_msg("colors %d and %d, side %d: %.1f", j, i, side, distance);
            }
}

static void test_text_colors(void **state) {
    const struct theme_row *row = *state;
    const DlTheme *theme = dl_theme_of(row->kind);
    g_autoptr(GArray) tones = g_array_new(FALSE, FALSE, sizeof(DlTone));
    g_array_append_val(tones, theme->ink);
    g_array_append_val(tones, theme->muted);
    g_array_append_vals(tones, theme->palette, (guint)theme->n_palette);
    for (int side = 0; side < 2; side++)
        for (guint i = 0; i < tones->len; i++) {
            const DlColor text = side_of(g_array_index(tones, DlTone, i), side);
            const DlColor grounds[] = {side_of(theme->paper, side),
                                       side_of(theme->band, side)};
            for (size_t g = 0; g < G_N_ELEMENTS(grounds); g++) {
                const double contrast = dl_color_contrast(text, grounds[g]);
                if (contrast < theme->text_contrast)
                    fail_msg("color %u, side %d, ground %zu: %.2f", i, side, g,
                             contrast);
            }
        }
}

/* ---- The contrast of text to what is behind it ---- */

static DlPoint on_curve(DlPoint from, const DlPoint *p, double t) {
    const double s = 1 - t, a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t,
                 d = t * t * t;
    return (DlPoint){a * from.x + b * p[0].x + c * p[1].x + d * p[2].x,
                     a * from.y + b * p[0].y + c * p[1].y + d * p[2].y};
}

static DlPoint end_of(const DlPathStep *step, DlPoint first, DlPoint from,
                      double share) {
    switch (step->verb) {
    case DL_PATH_CURVE:
        return on_curve(from, step->points, share);
    case DL_PATH_CLOSE:
        return first;
    case DL_PATH_MOVE:
    case DL_PATH_LINE:
        break;
    }
    return step->points[0];
}

/* The path as lines: of DlPoint by pairs. */
static GArray *list_edges(const DlPath *path) {
    enum { PIECES = 8 };
    GArray *edges = g_array_new(FALSE, FALSE, sizeof(DlPoint));
    DlPoint first = {0, 0}, last = {0, 0};
    for (guint i = 0; i < path->steps->len; i++) {
        const DlPathStep *step = &g_array_index(path->steps, DlPathStep, i);
        const int n = step->verb == DL_PATH_CURVE ? PIECES : 1;
        const DlPoint from = last;
        for (int piece = 1; piece <= n; piece++) {
            const DlPoint to = end_of(step, first, from, (double)piece / n);
            if (step->verb == DL_PATH_MOVE) {
                first = to;
            } else {
                g_array_append_val(edges, last);
                g_array_append_val(edges, to);
            }
            last = to;
        }
    }
    return edges;
}

/* By the number of times that the path winds around the point. */
static bool covers(const DlPath *path, DlPoint point) {
    g_autoptr(GArray) edges = list_edges(path);
    int winding = 0;
    for (guint i = 0; i + 1 < edges->len; i += 2) {
        const DlPoint a = g_array_index(edges, DlPoint, i);
        const DlPoint b = g_array_index(edges, DlPoint, i + 1);
        if ((a.y <= point.y) == (b.y <= point.y))
            continue;
        const double x = a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x);
        if (x > point.x)
            winding += a.y <= point.y ? 1 : -1;
    }
    return winding != 0;
}

static double opacity_at(const DlFade *fade, DlPoint point) {
    if (!fade->used)
        return 1;
    const double dx = fade->to.x - fade->from.x, dy = fade->to.y - fade->from.y;
    const double share =
        ((point.x - fade->from.x) * dx + (point.y - fade->from.y) * dy) /
        (dx * dx + dy * dy);
    return fade->opacity_from +
           CLAMP(share, 0, 1) * (fade->opacity_to - fade->opacity_from);
}

static DlColor paint_side(DlPaint paint, int side) {
    return side == 0 ? paint.light : paint.dark;
}

static DlColor blend(DlColor over, double opacity, DlColor under) {
    const double share = over.alpha * opacity;
    return (DlColor){under.red + (over.red - under.red) * share,
                     under.green + (over.green - under.green) * share,
                     under.blue + (over.blue - under.blue) * share, 1};
}

/* What the first `n` of the leaves leave at a point of the paper. */
static DlColor ground_at(const GPtrArray *leaves, guint n, DlColor paper, DlPoint point,
                         int side) {
    DlColor ground = paper;
    for (guint i = 0; i < n; i++) {
        const DlSceneNode *node = leaves->pdata[i];
        if (node->kind != DL_NODE_SHAPE)
            continue;
        const DlSceneShape *shape = &node->as.shape;
        const DlColor fill = paint_side(shape->fill, side);
        if (fill.alpha > 0 && covers(shape->path, point))
            ground = blend(fill, opacity_at(&shape->fade, point), ground);
    }
    return ground;
}

typedef struct {
    const GPtrArray *leaves;
    guint index; /* of the text */
    const DlScenePage *page;
    double least;
} Reading;

static void check_run(const Reading *reading, const DlSceneText *text,
                      const DlTextLine *line, const DlGlyphRun *run) {
    static const double shares[] = {0.02, 0.5, 0.98};
    const DlPaint paint = g_array_index(text->parts, DlSceneTextPart, run->part).paint;
    for (int side = 0; side < 2; side++)
        for (size_t i = 0; i < G_N_ELEMENTS(shares); i++) {
            const DlPoint point = {
                text->at.x + line->x + run->x + run->width * shares[i],
                text->at.y + line->baseline - run->rise - run->size * 0.3};
            const DlColor ground =
                ground_at(reading->leaves, reading->index,
                          paint_side(reading->page->paper, side), point, side);
            const double contrast = dl_color_contrast(paint_side(paint, side), ground);
            if (contrast < reading->least)
                fail_msg("\"%s\", side %d: %.2f", line->text, side, contrast);
        }
}

static void check_scene(const DlScene *scene, double least) {
    g_autoptr(GPtrArray) leaves = list_leaves(scene);
    assert_int_equal(scene->pages->len, 1);
    for (guint i = 0; i < leaves->len; i++) {
        const DlSceneNode *node = leaves->pdata[i];
        if (node->kind != DL_NODE_TEXT)
            continue;
        const DlSceneText *text = &node->as.text;
        const Reading reading = {leaves, i, scene->pages->pdata[0], least};
        for (guint j = 0; j < text->block->lines->len; j++) {
            const DlTextLine *line = text->block->lines->pdata[j];
            for (guint k = 0; k < line->runs->len; k++)
                check_run(&reading, text, line, line->runs->pdata[k]);
        }
    }
}

static bool is_same(DlColor a, DlColor b) {
    return a.red == b.red && a.green == b.green && a.blue == b.blue &&
           a.alpha == b.alpha;
}

static bool is_grey(DlColor color) {
    return color.alpha == 0 || (color.red == color.green && color.green == color.blue);
}

static void check_paint(const struct theme_row *row, DlPaint paint) {
    if (!row->follows_screen)
        assert_true(is_same(paint.light, paint.dark));
    if (!row->has_color)
        assert_true(is_grey(paint.light));
}

/* That a theme without colour has none, and one for all screens no other for some. */
static void check_paints(const DlScene *scene, const struct theme_row *row) {
    g_autoptr(GPtrArray) leaves = list_leaves(scene);
    check_paint(row, ((const DlScenePage *)scene->pages->pdata[0])->paper);
    for (guint i = 0; i < leaves->len; i++) {
        const DlSceneNode *node = leaves->pdata[i];
        if (node->kind == DL_NODE_SHAPE) {
            check_paint(row, node->as.shape.fill);
            check_paint(row, node->as.shape.stroke_paint);
            continue;
        }
        if (node->kind != DL_NODE_TEXT)
            continue;
        const GArray *parts = node->as.text.parts;
        for (guint j = 0; j < parts->len; j++)
            check_paint(row, g_array_index(parts, DlSceneTextPart, j).paint);
    }
}

static void check_file(const char *path, const struct theme_row *row,
                       DlMeasurer *measurer) {
    const char *const paths[] = {path, NULL};
    g_autoptr(GError) error = NULL;
    DlProblems *problems = dl_problems_new();
    g_auto(Resolved) resolved =
        resolve_draft(dl_read_files(paths, problems, &error), problems);
    const DlTheme *theme = dl_theme_of(row->kind);
    for (guint i = 0; i < resolved.timeline->charts->len; i++) {
        const DlChart *chart = resolved.timeline->charts->pdata[i];
        DlScene *scene = draw_chart(resolved.timeline, chart, measurer, theme);
        print_message("%s: %s\n", path, chart->id);
        check_scene(scene, theme->text_contrast);
        check_paints(scene, row);
        dl_scene_free(scene);
    }
}

static void test_events(void **state) {
    g_autoptr(DlMeasurer) measurer = dl_measurer_new_pango(NULL, NULL);
    glob_t found;
    assert_int_equal(glob("events/*.yaml", 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++)
        check_file(found.gl_pathv[i], *state, measurer);
    globfree(&found);
}

/* A colour that somebody chose is darkened for letters, and not for the mark. */
static void test_pale_color(void **state) {
    g_auto(Drawn) drawn = draw_yaml("timeline: {title: T}\n"
                                    "categories: {a: {label: A, color: '#ffe066'}}\n"
                                    "events: [{title: E, date: 2025, category: a}]\n");
    (void)state;
    check_scene(drawn.scene, 4.5);
    g_autoptr(GPtrArray) leaves = list_leaves(drawn.scene);
    bool is_kept = false;
    for (guint i = 0; i < leaves->len; i++) {
        const DlSceneNode *node = leaves->pdata[i];
        if (node->kind == DL_NODE_SHAPE)
            is_kept |= is_same(node->as.shape.fill.light, dl_color_from_hex(0xffe066));
    }
    assert_true(is_kept);
}

/* Numbers stand on marks, whatever their colour, shape and pattern. */
static void test_numbers(void **state) {
    static const char *const charts[] = {"light", "dark", "print", "contrast"};
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(charts); i++) {
        g_autofree char *yaml = g_strdup_printf(
            "timeline: {title: T}\n"
            "categories: {a: {label: A, color: '#ffe066'}, b: {label: B, shape: star}, "
            "c: {label: C}}\nevents:\n"
            "  - {title: E, date: 2021-05-01, category: a}\n"
            "  - {title: F, date: 2022-05-01, category: b}\n"
            "  - {title: G, date: 2023-01-01/2025-01-01, category: c}\n"
            "  - {title: H, date: 2023-01-01/2025-01-01, category: a}\n"
            "  - {title: I, start: 2024-01-01, end: unknown, category: b}\n"
            "  - {title: J, date: 2020-05-01, category: a, status: disputed}\n"
            "charts: [{labels: numbered, theme: %s}]\n",
            charts[i]);
        g_auto(Drawn) drawn = draw_yaml(yaml);
        check_scene(drawn.scene, 4.5);
    }
}

static const struct CMUnitTest others[] = {
    cmocka_unit_test(test_numbers),
    cmocka_unit_test(test_pale_color),
};

int main(void) {
    return run_rows(test_palette, themes) + run_rows(test_text_colors, themes) +
           run_rows(test_events, themes) + cmocka_run_group_tests(others, NULL, NULL);
}
