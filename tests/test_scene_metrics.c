/* Metrics: what they find in small scenes, and what they make of good ones. */
#include "tests.h"

#include <math.h>
#include <string.h>

#include "scene/metrics.h"
#include "text/measure.h"

static const double WIDTH = 400, HEIGHT = 200;
static const DlPaint black = {{0, 0, 0, 1}, {1, 1, 1, 1}};

/* A part of a scene: of an event (pieces that follow one another and name the same one
 * are one drawing of it), or of the page where it names none. */
typedef struct {
    const char *event, *class_name;
    double x, y, width, height; /* of a leader: from (x, y), and how far it goes; of a
                                   text: its corner and its size */
} Piece;

static void add_path(DlSceneGroup *group, const Piece *piece) {
    const bool is_guide = strcmp(piece->class_name, "guide") == 0;
    const bool is_leader = strcmp(piece->class_name, "leader") == 0;
    DlPath *path = dl_path_new();
    if (is_leader || is_guide) {
        dl_path_move(path, piece->x, piece->y);
        dl_path_line(path, piece->x + piece->width, piece->y + piece->height);
    } else {
        dl_path_rectangle(path,
                          (DlBox){piece->x, piece->y, piece->width, piece->height});
    }
    DlSceneShape *shape = dl_scene_add_shape(group, path);
    shape->class_name = is_leader ? "leader" : is_guide ? "guide" : NULL;
    shape->stroke.width = 1;
}

static void add_text(DlSceneGroup *group, const Piece *piece) {
    g_autoptr(DlMeasurer) fixed = dl_measurer_new_fixed();
    const DlTextPart part = {"words", {.size = piece->width, .weight = 400}, "en"};
    DlSceneText *text = dl_scene_add_text(
        group, (DlPoint){piece->x, piece->y},
        dl_measurer_shape(fixed, &part, 1, 0, 1, DL_ALIGN_START), "en");
    dl_scene_text_add_part(text, black, strcmp(piece->class_name, "note") == 0, NULL);
}

static void add_piece(DlSceneGroup *group, const Piece *piece) {
    const char *name = piece->class_name;
    if (strcmp(name, "era name") == 0) {
        add_text(dl_scene_add_group(group, "era"), piece);
        return;
    }
    if (strcmp(name, "leader") == 0 || strcmp(name, "guide") == 0)
        add_path(group, piece);
    else if (strcmp(name, "text") == 0 || strcmp(name, "note") == 0)
        add_text(group, piece);
    else if (piece->width == 0 && piece->height == 0)
        dl_scene_add_group(group, name);
    else
        add_path(dl_scene_add_group(group, name), piece);
}

enum { MOST_PIECES = 10 };

static void fill_page(DlScene *scene, const Piece *pieces) {
    const DlScenePage *page = dl_scene_add_page(scene, WIDTH, HEIGHT, black);
    DlSceneGroup *panel = dl_scene_add_group(dl_scene_page_root(page), "panel");
    DlSceneGroup *group = panel;
    for (int i = 0; i < MOST_PIECES && pieces[i].class_name != NULL; i++) {
        const char *last = i > 0 ? pieces[i - 1].event : NULL;
        if (pieces[i].event == NULL)
            group = panel;
        else if (g_strcmp0(last, pieces[i].event) != 0) {
            group = dl_scene_add_group(panel, "event");
            group->event = g_strdup(pieces[i].event);
        }
        add_piece(group, &pieces[i]);
    }
}

static DlMetrics measure(const Piece *pieces) {
    g_autoptr(DlScene) scene = dl_scene_new();
    fill_page(scene, pieces);
    return dl_scene_measure(scene);
}

/* ---- Faults ---- */

static const struct fault_row {
    const char *name;
    Piece pieces[MOST_PIECES];
    const char *expected;
} fault_rows[] = {
    {"a good page has none",
     {{NULL, "axis", 0, 100, 400, 10},
      {"a", "mark", 10, 100, 8, 8},
      {"a", "leader", 14, 100, 0, -40},
      {"a", "label", 14, 30, 80, 30},
      {"b", "mark", 60, 100, 8, 8},
      {"b", "leader", 64, 108, 0, 40},
      {"b", "label", 64, 148, 80, 30}},
     ""},
    {"a guide through a text strikes it, one beside it does not",
     {{NULL, "text", 100, 100, 10, 0},
      {NULL, "guide", 110, 60, 0, 100},
      {NULL, "guide", 90, 60, 0, 100}},
     "struck 1"},
    {"labels that share room overlap",
     {{"a", "label", 10, 10, 80, 30}, {"b", "label", 85, 35, 80, 30}},
     "overlaps 1"},
    {"labels that touch do not",
     {{"a", "label", 10, 10, 80, 30}, {"b", "label", 90, 10, 80, 30}},
     ""},
    {"two drawings of one event may not share room",
     {{"a", "label", 10, 10, 80, 30},
      {"b", "label", 200, 10, 80, 30},
      {"a", "label", 20, 20, 80, 30}},
     "overlaps 1"},
    {"leaders that cross are also near",
     {{"a", "leader", 10, 100, 60, 60},
      {"a", "label", 100, 160, 40, 20},
      {"b", "leader", 70, 100, -60, 60},
      {"b", "label", 200, 10, 40, 20}},
     "crossings 1 too_near 1"},
    {"leaders side by side are told apart from 2 pt on",
     {{"a", "leader", 10, 100, 0, 60},
      {"a", "label", 100, 160, 40, 20},
      {"b", "leader", 11.5, 100, 0, 60},
      {"b", "label", 200, 10, 40, 20},
      {"c", "leader", 13.5, 100, 0, 60},
      {"c", "label", 300, 10, 40, 20}},
     "too_near 1"},
    {"leaders of one moment begin together",
     {{"a", "leader", 10, 100, 0, 60},
      {"a", "label", 100, 160, 40, 20},
      {"b", "leader", 10, 100, 40, 60},
      {"b", "label", 200, 10, 40, 20}},
     ""},
    {"or one of them on the other",
     {{"a", "leader", 10, 100, 0, 60},
      {"a", "label", 100, 160, 40, 20},
      {"b", "leader", 10, 130, 40, 0},
      {"b", "label", 200, 10, 40, 20}},
     ""},
    {"a leader through a label pierces it, however often it is bent",
     {{"a", "leader", 110, 10, 10, 60},
      {"a", "leader", 120, 70, 10, -60},
      {"a", "label", 10, 10, 40, 20},
      {"b", "label", 100, 20, 60, 20}},
     "pierced 2"},
    {"a leader may run into its own label",
     {{"a", "leader", 20, 100, 0, -90}, {"a", "label", 10, 10, 40, 20}},
     ""},
    {"a mark on another event's label covers it",
     {{"a", "mark", 100, 20, 8, 8},
      {"a", "label", 10, 60, 40, 20},
      {"b", "label", 90, 20, 60, 20}},
     "covered 1"},
    {"and so does one on words of the page",
     {{"a", "mark", 100, 20, 8, 8},
      {"a", "label", 10, 60, 40, 20},
      {NULL, "text", 90, 20, 10, 0}},
     "covered 1"},
    {"two marks on one spot hide one another",
     {{"a", "mark", 100, 20, 8, 8},
      {"a", "label", 10, 60, 40, 20},
      {"b", "mark", 100.2, 20, 8, 8},
      {"b", "label", 10, 100, 40, 20}},
     "coincident 1"},
    {"two drawings of one event may share a mark's spot",
     {{"a", "mark", 100, 20, 8, 8},
      {"a", "label", 10, 60, 40, 20},
      {"b", "label", 10, 140, 40, 20},
      {"a", "mark", 100, 20, 8, 8},
      {"a", "label", 10, 100, 40, 20}},
     ""},
    {"a label must stay on the page", {{"a", "label", 370, 10, 40, 20}}, "clipped 1"},
    {"so must any text", {{NULL, "text", 390, 10, 10, 0}}, "clipped 1"},
    {"texts lie on one another where their letters do",
     {{NULL, "text", 10, 10, 10, 0}, {NULL, "text", 15, 15.5, 10, 0}},
     "texts 1"},
    {"texts of two lines may be as near as their letters allow",
     {{NULL, "text", 10, 10, 10, 0}, {NULL, "text", 15, 16, 10, 0}},
     ""},
    {"text has 6.5 pt at least",
     {{NULL, "text", 10, 10, 6.5, 0}, {NULL, "text", 60, 10, 6.4, 0}},
     "small 1"},
    {"note numbers have 5 pt at least",
     {{NULL, "note", 10, 10, 5, 0}, {NULL, "note", 60, 10, 4.9, 0}},
     "small 1"},
    {"a line of a measure must not run through words",
     {{NULL, "measure", 10, 10, 80, 100},
      {NULL, "text", 20, 50, 10, 0},
      {NULL, "text", 80, 50, 10, 0}},
     "struck 1"},
    {"nor leave the page", {{NULL, "measure", 390, 10, 80, 12}}, "clipped 1"},
    {"the name of an era must not leave its upright axis",
     {{NULL, "axis", 200, 60, 10, 100},
      {NULL, "era name", 20, 70, 10, 0},
      {NULL, "era name", 60, 45, 10, 0},
      {NULL, "era name", 100, 155, 10, 0}},
     "clipped 2"},
    {"an era or a measure of nothing is empty",
     {{NULL, "measure", 0, 0, 0, 0}, {NULL, "era", 0, 0, 0, 0}},
     "empty 2"},
    {"an event without a label must say why",
     {{"a", "mark", 100, 20, 8, 8},
      {"b", "mark", 200, 20, 8, 8},
      {"b", "label", 0, 0, 0, 0}},
     "bare 2"},
    {"a legend of nothing is empty",
     {{NULL, "legend", 0, 0, 0, 0}, {NULL, "heading", 0, 0, 0, 0}},
     "empty 1"},
};

static char *faults_text(const DlMetrics *metrics) {
    g_autoptr(GArray) faults = dl_metrics_list_faults(metrics);
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < faults->len; i++) {
        const DlFault *fault = &g_array_index(faults, DlFault, i);
        if (fault->count > 0)
            g_string_append_printf(text, "%s%s %u", text->len > 0 ? " " : "",
                                   fault->name, fault->count);
    }
    return g_string_free(text, FALSE);
}

static void test_fault(void **state) {
    const struct fault_row *row = *state;
    const DlMetrics metrics = measure(row->pieces);
    g_autofree char *text = faults_text(&metrics);
    assert_string_equal(text, row->expected);
    assert_int_equal(dl_metrics_faults(&metrics) == 0, *row->expected == '\0');
}

/* ---- Costs ---- */

static double leader_length(const DlMetrics *metrics) {
    return metrics->leader_length;
}

static double displacement(const DlMetrics *metrics) {
    return metrics->displacement;
}

static double count_rows(const DlMetrics *metrics) {
    return metrics->rows;
}

static double ink(const DlMetrics *metrics) {
    return metrics->ink;
}

static double balance(const DlMetrics *metrics) {
    return metrics->balance;
}

static double white(const DlMetrics *metrics) {
    return metrics->white;
}

static const struct cost_row {
    const char *name;
    double (*cost)(const DlMetrics *metrics);
    Piece pieces[MOST_PIECES];
    double expected, slack;
} cost_rows[] = {
    {"leaders are as long as their pieces together",
     leader_length,
     {{"a", "leader", 10, 10, 3, 4}, {"b", "leader", 50, 10, 0, 20}},
     25,
     1e-9},
    {"labels are as far from their marks as the two are apart",
     displacement,
     {{"a", "mark", 10, 100, 8, 8},
      {"a", "label", 10, 50, 40, 20},
      {"b", "mark", 60, 100, 8, 8},
      {"b", "label", 78, 100, 40, 20},
      {"c", "label", 200, 20, 40, 20}},
     20,
     1e-9},
    {"rows are what lies one above another",
     count_rows,
     {{NULL, "axis", 0, 100, 400, 10},
      {"a", "label", 10, 10, 40, 20},
      {"b", "label", 60, 15, 40, 40},
      {"c", "label", 110, 40, 40, 20},
      {"d", "label", 10, 150, 40, 20}},
     3,
     0},
    {"beside an upright axis they are columns",
     count_rows,
     {{NULL, "axis", 200, 0, 10, 200},
      {"a", "label", 250, 10, 40, 20},
      {"b", "label", 260, 50, 40, 20},
      {"c", "label", 250, 90, 40, 20},
      {"d", "label", 120, 90, 40, 20}},
     2,
     0},
    {"ink is the share of the page under parts of events and text",
     ink,
     {{"a", "mark", 10, 100, 40, 10},
      {"a", "leader", 20, 100, 0, -60},
      {NULL, "text", 10, 10, 10, 0}},
     (400 + 60 + 300) / 80000.0,
     1e-9},
    {"a chart with all on one side has no balance",
     balance,
     {{NULL, "axis", 0, 100, 400, 10}, {"a", "label", 10, 10, 40, 20}},
     0,
     1e-9},
    {"half as much on one side is a balance of a half",
     balance,
     {{NULL, "axis", 0, 100, 400, 10},
      {"a", "label", 10, 10, 40, 20},
      {"b", "label", 10, 150, 20, 20}},
     0.5,
     1e-9},
    {"an empty page is white", white, {{NULL, "panel", 0, 0, 0, 0}}, 1, 0.01},
    {"what is largest and empty counts, whatever its form",
     white,
     {{"a", "mark", 0, 0, 100, 200}, {"b", "mark", 100, 100, 300, 20}},
     0.375,
     0.01},
    {"a slanting leader leaves the corners of its box white",
     white,
     {{"a", "leader", 0, 0, 400, 200}},
     0.25,
     0.01},
};

static void test_cost(void **state) {
    const struct cost_row *row = *state;
    const DlMetrics metrics = measure(row->pieces);
    assert_near(row->cost(&metrics), row->expected, row->slack);
}

/* ---- Pages ---- */

static void test_pages(void **state) {
    (void)state;
    const Piece good[MOST_PIECES] = {{"a", "mark", 10, 10, 8, 8},
                                     {"a", "label", 20, 10, 40, 20}};
    const Piece bad[MOST_PIECES] = {{"a", "mark", 10, 10, 8, 8},
                                    {"a", "label", 20, 10, 40, 20},
                                    {"b", "label", 30, 10, 40, 20}};
    g_autoptr(DlScene) scene = dl_scene_new();
    fill_page(scene, good);
    fill_page(scene, bad);
    fill_page(scene, good);
    const DlMetrics metrics = dl_scene_measure(scene);
    assert_int_equal(metrics.events, 2);
    assert_int_equal(metrics.labels, 4);
    assert_int_equal(metrics.overlaps, 1);
    g_autofree char *text = dl_metrics_to_text(&metrics);
    assert_non_null(strstr(text, "2 events, 3 marks, 4 labels in 1 row,"));
    assert_non_null(strstr(text, "faults: 1 of labels that overlap;"));
}

static void test_no_pages(void **state) {
    (void)state;
    g_autoptr(DlScene) scene = dl_scene_new();
    const DlMetrics metrics = dl_scene_measure(scene);
    g_autofree char *text = dl_metrics_to_text(&metrics);
    assert_non_null(strstr(text, "no faults"));
    assert_non_null(strstr(text, "ink on 0% of the page"));
}

static void test_ids(void **state) {
    (void)state;
    const Piece pieces[MOST_PIECES] = {{"a", "label", 20, 10, 40, 20}};
    g_autoptr(DlScene) scene = dl_scene_new();
    for (int page = 0; page < 2; page++) {
        fill_page(scene, pieces);
        DlSceneGroup *root = dl_scene_page_root(scene->pages->pdata[page]);
        for (int i = 0; i <= page; i++)
            dl_scene_add_group(root, "event")->id = g_strdup("event-a");
    }
    const DlMetrics metrics = dl_scene_measure(scene);
    assert_int_equal(metrics.ids, 1);
}

static const struct fact facts[] = {
    {"all pages are measured, and an event of several counts once", test_pages},
    {"an id may be used once on every page", test_ids},
    {"a scene without pages has neither faults nor ink", test_no_pages},
};

int main(void) {
    return run_rows(test_fault, fault_rows) + run_rows(test_cost, cost_rows) +
           run_rows(check_fact, facts);
}
