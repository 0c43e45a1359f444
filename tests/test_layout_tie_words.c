/* Lines of relations, their words, and words of anything. */
#include <math.h>
#include <string.h>

#include "drawing.h"
#include "layout/places.h"
#include "layout/ties.h"
#include "scene/parts.h"
#include "scene/pieces.h"
#include "tests.h"

/* ---- Lines run through no words, their own neither ---- */

#define ONE_DAY                                                                        \
    "timeline: {title: T}\nevents:\n"                                                  \
    "  - {id: a, title: A, date: 1950-01-01}\n"                                        \
    "  - {id: b, title: B, date: 1950-01-01}\n"                                        \
    "  - {id: c, title: C, date: 1950-01-01}\n"                                        \
    "  - {id: d, title: D, date: 1950-01-01}\n"                                        \
    "  - {id: e, title: E, date: 1950-01-01}\n"                                        \
    "  - {id: z, title: Z, date: 1990-01-01}\n"                                        \
    "relations: [{from: a, to: c, kind: anniversary},\n"                               \
    "  {from: b, to: d, kind: rivalry, label: with railway harbour},\n"                \
    "  {from: e, to: b, kind: reply, label: reconstruction},\n"                        \
    "  {from: c, to: e, kind: echo, label: a minister}]\n"
#define INTO_INSET                                                                     \
    "timeline: {title: T}\nevents:\n"                                                  \
    "  - {id: a, title: A, date: 1950-07-27}\n  - {id: b, title: B, date: 1955-09}\n"  \
    "  - {id: c, title: C, date: 1960-04}\n  - {id: d, title: D, date: 1965}\n"        \
    "  - {id: e, title: E, date: 1970-07-27}\n"                                        \
    "  - {id: f, title: F, date: 1975-07-27}\n"                                        \
    "relations: [{from: b, to: e, kind: anniversary}, {from: c, to: d},\n"             \
    "  {from: b, to: f, kind: reply}]\n"
#define CHART(keys) "charts: [{id: c, " keys "}]\n"
#define INSET "insets: [{title: The years before it, from: 1950, to: 1962}]"

static const struct chart_row {
    const char *name, *yaml;
    guint drawn;
} chart_rows[] = {
    {"hooks beside a list do not turn beneath words of others",
     ONE_DAY CHART("page: {width: 200mm, height: auto}"), 4},
    {"beside an axis that runs down",
     ONE_DAY CHART("shape: vertical, page: {width: 200mm, height: auto}"), 2},
    {"lines into an inset keep clear of the words of its breaks",
     INTO_INSET CHART("shape: vertical, labels: numbered, page: A3 landscape, " INSET),
     2},
};

static void assert_clear(const DlScenePage *page) {
    g_autoptr(DlParts) parts = dl_parts_new(page);
    for (guint i = 0; i < parts->lines->len; i++)
        for (guint j = 0; j < parts->texts->len; j++) {
            const DlPiece *piece = &g_array_index(parts->lines, DlPiece, i);
            const DlWritten *text = &g_array_index(parts->texts, DlWritten, j);
            assert_false(dl_piece_enters(piece, dl_box_grow(text->box, -0.75)));
        }
}

static void test_chart(void **state) {
    const struct chart_row *row = *state;
    g_auto(Drawn) drawn = draw_yaml(row->yaml);
    const DlScenePage *page = drawn.scene->pages->pdata[0];
    assert_faultless(drawn.scene);
    assert_clear(page);
    assert_int_equal(count_groups(dl_scene_page_root(page), "relation"), row->drawn);
}

/* ---- Lines that end at one mark ---- */

#define SEVEN                                                                          \
    "timeline: {title: T}\nevents:\n"                                                  \
    "  - {id: a, title: A, date: 1950}\n  - {id: b, title: B, date: 1955}\n"           \
    "  - {id: c, title: C, date: 1960}\n  - {id: d, title: D, date: 1965}\n"           \
    "  - {id: e, title: E, date: 1970}\n  - {id: f, title: F, date: 1975}\n"           \
    "  - {id: g, title: G, date: 1980}\n  - {id: h, title: H, date: 1985}\n"
#define SIX_OF_D                                                                       \
    "{from: d, to: a, kind: echo}, {from: d, to: b, kind: cause},\n"                   \
    "  {from: d, to: e, kind: follow}, {from: d, to: f, kind: reply},\n"               \
    "  {from: d, to: g, kind: anniversary}, {from: d, to: c, kind: rivalry}"

static const struct apart_row {
    const char *name, *yaml;
    guint drawn;
} apart_rows[] = {
    {"of six at one mark, each has a way of its own",
     SEVEN "relations: [" SIX_OF_D "]\n", 6},
    {"beside an axis that runs down",
     SEVEN "relations: [" SIX_OF_D "]\n" CHART("shape: vertical, page: A3"), 6},
    {"a seventh is told", SEVEN "relations: [" SIX_OF_D ", {from: h, to: d}]\n", 6},
    {"hooks beside a list that end at one mark",
     ONE_DAY CHART("page: {width: 200mm, height: auto}"), 4},
};

static double shared(double from, double to, double other_from, double other_to) {
    return fmin(fmax(from, to), fmax(other_from, other_to)) -
           fmax(fmin(from, to), fmin(other_from, other_to));
}

/* Across the axis, where lines of one mark are beside one another for more than their
 * short ways along it. */
static void assert_not_together(const DlParts *parts, guint i, guint j, bool upright) {
    const DlPiece *a = &g_array_index(parts->lines, DlPiece, i);
    const DlPiece *b = &g_array_index(parts->lines, DlPiece, j);
    const DlBox box = dl_piece_box(a), other = dl_piece_box(b);
    if (parts->line_owners->pdata[a->owner] == parts->line_owners->pdata[b->owner] ||
        (box.width > box.height) != upright || (other.width > other.height) != upright)
        return;
    const double apart = upright ? fabs(box.y - other.y) : fabs(box.x - other.x);
    const double both = upright ? shared(a->from.x, a->to.x, b->from.x, b->to.x)
                                : shared(a->from.y, a->to.y, b->from.y, b->to.y);
    assert_true(apart >= 3 || both < 3);
}

static void test_apart(void **state) {
    const struct apart_row *row = *state;
    const bool upright = strstr(row->yaml, "vertical") != NULL;
    g_auto(Drawn) drawn = draw_yaml(row->yaml);
    const DlScenePage *page = drawn.scene->pages->pdata[0];
    g_autoptr(DlParts) parts = dl_parts_new(page);
    for (guint i = 0; i < parts->lines->len; i++)
        for (guint j = 0; j < i; j++)
            assert_not_together(parts, i, j, upright);
    assert_int_equal(count_groups(dl_scene_page_root(page), "relation"), row->drawn);
}

/* ---- Labels on one side of an axis that runs down ---- */

static const struct ahead_row {
    const char *name, *relations, *keys;
    guint drawn;
} ahead_rows[] = {
    {"lines run on the other side of the axis", SIX_OF_D,
     "shape: vertical, page: {width: 90mm, height: 250mm}", 6},
    {"with their words between them and the axis",
     "{from: d, to: a, kind: echo, label: Again}, {from: b, to: c}",
     "shape: vertical, page: {width: 90mm, height: auto}", 2},
};

static void test_ahead(void **state) {
    const struct ahead_row *row = *state;
    g_autofree char *yaml = g_strdup_printf(
        SEVEN "relations: [%s]\ncharts: [{id: c, %s}]\n", row->relations, row->keys);
    g_auto(Drawn) drawn = draw_yaml(yaml);
    const DlScenePage *page = drawn.scene->pages->pdata[0];
    const DlSceneGroup *root = dl_scene_page_root(page);
    g_autoptr(GPtrArray) axes = list_groups(root, "axis");
    g_autoptr(GPtrArray) labels = list_groups(root, "label");
    const DlBox axis = dl_scene_group_box(axes->pdata[0]);
    const DlBox label = dl_scene_group_box(labels->pdata[0]);
    double left = INFINITY, right = -INFINITY;
    g_autoptr(DlParts) parts = dl_parts_new(page);
    for (guint i = 0; i < parts->lines->len; i++) {
        const DlPiece *piece = &g_array_index(parts->lines, DlPiece, i);
        const DlSceneGroup *owner = parts->line_owners->pdata[piece->owner];
        const DlBox box = dl_piece_box(piece);
        if (strcmp(owner->class_name, "relation") != 0)
            continue;
        left = fmin(left, box.x);
        right = fmax(right, box.x + box.width);
    }
    assert_faultless(drawn.scene);
    assert_int_equal(count_groups(root, "relation"), row->drawn);
    assert_true(left < axis.x && right < label.x);
}

/* ---- The guard ---- */

static DlPlacedText *put_heading(DlPanel *panel) {
    return &panel->heading;
}

static DlPlacedText *put_note(DlPanel *panel) {
    return &panel->note;
}

static DlPlacedText *put_tick(DlPanel *panel) {
    DlPlacedTick *tick = g_new0(DlPlacedTick, 1);
    g_ptr_array_add(panel->ticks, tick);
    return &tick->label;
}

static DlPlacedText *put_break(DlPanel *panel) {
    DlPlacedBreak *placed = g_new0(DlPlacedBreak, 1);
    g_ptr_array_add(panel->breaks, placed);
    return &placed->label;
}

static DlPlacedText *put_lane(DlPanel *panel) {
    const DlPlacedLane lane = {0};
    g_array_append_val(panel->lanes, lane);
    return &g_array_index(panel->lanes, DlPlacedLane, 0).heading;
}

static DlPlacedText *put_level(DlPanel *panel) {
    DlPlacedDensity *density = dl_placed_density_new();
    DlPlacedTick *tick = g_new0(DlPlacedTick, 1);
    g_ptr_array_add(density->levels, tick);
    g_ptr_array_add(panel->densities, density);
    return &tick->label;
}

static DlPlacedText *put_measure(DlPanel *panel) {
    DlPlacedMeasure *measure = dl_placed_measure_new(NULL);
    g_ptr_array_add(panel->measures, measure);
    return &measure->words;
}

static DlPlacedText *put_era(DlPanel *panel) {
    DlPlacedEra *era = dl_placed_era_new(NULL);
    g_ptr_array_add(panel->eras, era);
    return &era->name;
}

static DlPlacedText *put_count(DlPanel *panel) {
    DlPlacedCount *count = dl_placed_count_new();
    g_ptr_array_add(panel->counts, count);
    return &count->number;
}

static DlPlacedText *put_number(DlPanel *panel) {
    DlPlacedEvent *event = dl_placed_event_new(NULL);
    g_ptr_array_add(panel->events, event);
    return &event->number;
}

static DlPlacedText *put_claim(DlPanel *panel) {
    DlPlacedEvent *event = dl_placed_event_new(NULL);
    const DlPlacedClaim claim = {0};
    g_array_append_val(event->claims, claim);
    g_ptr_array_add(panel->events, event);
    return &g_array_index(event->claims, DlPlacedClaim, 0).number;
}

static DlPlacedText *put_relation(DlPanel *panel) {
    DlPlacedRelation *relation = dl_placed_relation_new(NULL);
    g_ptr_array_add(panel->relations, relation);
    return &relation->label;
}

static DlPlacedText *put_own(DlPanel *panel) {
    return &((DlPlacedRelation *)panel->relations->pdata[0])->label;
}

static const struct guard_row {
    const char *name;
    DlPlacedText *(*put)(DlPanel *panel);
} guard_rows[] = {
    {"a heading", put_heading},
    {"what stands beside it", put_note},
    {"a date of the axis", put_tick},
    {"what a break leaves out", put_break},
    {"the heading of a lane", put_lane},
    {"the scale of counts", put_level},
    {"the words of a bracket", put_measure},
    {"the name of an era", put_era},
    {"a count of events", put_count},
    {"the number of an event", put_number},
    {"that of a source", put_claim},
    {"the words of another relation", put_relation},
    {"its own words", put_own},
};

static DlTextBlock *shape_word(void) {
    g_autoptr(DlMeasurer) measurer = dl_measurer_new_fixed();
    const DlTextPart part = {"word", {.size = 10, .weight = 400}, "en"};
    return dl_measurer_shape(measurer, &part, 1, 0, 1.25, DL_ALIGN_START);
}

/* A relation's line from the left to the right, and a word at this height, on a page so
 * wide. */
static guint count_left(const struct guard_row *row, double y, double width) {
    const DlPoint points[] = {{0, 50}, {100, 50}};
    GArray *line = g_array_new(false, false, sizeof(DlPoint));
    g_array_append_vals(line, points, G_N_ELEMENTS(points));
    DlPlacedRelation *relation = dl_placed_relation_new(NULL);
    g_ptr_array_add(relation->lines, line);
    g_autoptr(DlPanel) axis = dl_panel_new();
    g_autoptr(DlPanel) inset = dl_panel_new();
    g_ptr_array_add(axis->relations, relation);
    DlPanel *holder = row->put == put_own ? axis : inset;
    *row->put(holder) = (DlPlacedText){{40, y}, shape_word(), NULL};
    g_autoptr(GPtrArray) panels = g_ptr_array_new();
    g_ptr_array_add(panels, axis);
    g_ptr_array_add(panels, inset);
    dl_ties_guard(panels, width);
    return axis->relations->len;
}

static void test_guard(void **state) {
    const struct guard_row *row = *state;
    assert_int_equal(count_left(row, 44, 100), 0);
    assert_int_equal(count_left(row, 52, 100), 1);
    assert_int_equal(count_left(row, 52, 99), 0);
}

static const struct overlap_row {
    const char *name;
    guint n_words, left;
} overlap_rows[] = {
    {"of two with words on one another, one stays", 2, 1},
    {"and of three", 3, 1},
};

static void test_overlap(void **state) {
    const struct overlap_row *row = *state;
    g_autoptr(DlPanel) panel = dl_panel_new();
    g_autoptr(GPtrArray) panels = g_ptr_array_new();
    g_ptr_array_add(panels, panel);
    for (guint i = 0; i < row->n_words; i++)
        *put_relation(panel) = (DlPlacedText){{40, 50}, shape_word(), NULL};
    dl_ties_guard(panels, 100);
    assert_int_equal(panel->relations->len, row->left);
}

int main(void) {
    return run_rows(test_chart, chart_rows) + run_rows(test_apart, apart_rows) +
           run_rows(test_ahead, ahead_rows) + run_rows(test_guard, guard_rows) +
           run_rows(test_overlap, overlap_rows);
}
