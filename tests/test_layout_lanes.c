/* Events that several lanes share, and what lies between their lanes. */
#include <math.h>

#include "drawing.h"
#include "tests.h"

#define LANES(events)                                                                  \
    "actors: {a: {name: A}, b: {name: B}, c: {name: C}}\nevents:\n" events             \
    "charts:\n- {id: c, lanes: {actor: [a, b, c]}, scale: linear, page: {width: "      \
    "150mm, height: auto}}\n"
#define EVENT(id, date, actors)                                                        \
    "- {id: " id ", title: Some words to read of " id ", date: " date                  \
    ", actors: [" actors "]}\n"

static const DlPanel *panel_of(const LaidOut *made) {
    const DlPlacedPage *page = made->layout->pages->pdata[0];
    return page->panels->pdata[0];
}

static double mark_of(const LaidOut *made, const char *id) {
    const DlPanel *panel = panel_of(made);
    for (guint i = 0; i < panel->events->len; i++) {
        const DlPlacedEvent *placed = panel->events->pdata[i];
        if (g_str_equal(placed->event->id, id))
            return placed->mark.centre.x;
    }
    fail_msg("%s has no mark", id);
    return 0;
}

/* ---- What happens on one day ---- */

static const struct apart_row {
    const char *name;
    const char *yaml;
    bool apart;
} apart_rows[] = {
    {"a connector that passes is beside the mark that it passes",
     LANES(EVENT("x", "2025-03-03", "a, c") EVENT("y", "2025-03-03", "b")), true},
    {"two events of one day that the same lanes share have a connector each",
     LANES(EVENT("x", "2025-03-03", "a, b") EVENT("y", "2025-03-03", "b, c")), true},
    {"two events of one lane stay on one list",
     LANES(EVENT("x", "2025-03-03", "a") EVENT("y", "2025-03-03", "a")), false},
    {"times that are exact stay where they are",
     LANES(EVENT("x", "2025-03-03T10:00", "a, c") EVENT("y", "2025-03-03T10:00", "b")
               EVENT("z", "2025-03-04T10:00", "b")),
     false},
};

static void test_apart(void **state) {
    const struct apart_row *row = *state;
    g_auto(LaidOut) made = lay_out(row->yaml);
    double between = mark_of(&made, "y") - mark_of(&made, "x");
    assert_true(row->apart ? between >= 4.5 : between == 0);
}

/* ---- Where there is no room beside connectors ---- */

static guint count_connectors(const char *yaml) {
    g_auto(LaidOut) made = lay_out(yaml);
    g_autoptr(DlScene) scene = dl_draw(
        made.resolved.timeline, made.resolved.timeline->charts->pdata[0], made.layout);
    assert_faultless(scene);
    return panel_of(&made)->connectors->len;
}

static const struct behind_row {
    const char *name;
    const char *yaml;
    guint connectors; /* pieces of them */
} behind_rows[] = {
    {"a label stands beside a connector",
     LANES(EVENT("x", "2025-03-03", "a, c") EVENT("y", "2025-03-09", "b")), 1},
    {"labels between many connectors stand before them",
     LANES(EVENT("p", "2025-03-01", "a, c") EVENT("q", "2025-03-02", "a, c")
               EVENT("r", "2025-03-03", "a, c") EVENT("s", "2025-03-04", "a, c")
                   EVENT("t", "2025-03-05", "a, c") EVENT("u", "2025-03-06", "a, c")
                       EVENT("v", "2025-03-07", "a, c") EVENT("y", "2025-03-04", "b")),
     9},
};

static void test_behind(void **state) {
    const struct behind_row *row = *state;
    assert_int_equal(count_connectors(row->yaml), row->connectors);
}

/* ---- Lanes that are too narrow for words ---- */

#define NAMED(id) id ": {name: Someone called " id "}, "
#define MANY_ACTORS                                                                    \
    "{" NAMED("a") NAMED("b") NAMED("c") NAMED("d") NAMED("e") NAMED("f") NAMED("g")   \
        NAMED("h") NAMED("i") NAMED("j") NAMED("k") NAMED("l") "}"
#define MEETINGS                                                                       \
    EVENT("x", "2025-03-03", "a, c, l")                                                \
    EVENT("y", "2025-03-03", "b, d, e")                                                \
    EVENT("z", "2025-03-03", "f, g, h, i, j, k")                                       \
    EVENT("w", "2025-03-20/2025-04-09", "k")
#define VERTICAL(language, chart, width)                                               \
    "timeline: {title: T, language: " language "}\nactors: " MANY_ACTORS               \
    "\nevents:\n" MEETINGS "charts:\n- {id: c, shape: vertical, lanes: actor, " chart  \
    "page: {width: " width ", height: auto}}\n"

static const struct tracks_row {
    const char *name;
    const char *yaml;
    guint marks;  /* of the span that one lane shows */
    bool aligned; /* all labels begin, or end, at one place */
} tracks_rows[] = {
    {"lanes with room keep their labels", VERTICAL("en", "", "900mm"), 1, false},
    {"narrow lanes are tracks beside one column of labels", VERTICAL("en", "", "190mm"),
     2, true},
    {"from right to left as well", VERTICAL("ar", "", "190mm"), 2, true},
    {"steps of a sequence have tracks", VERTICAL("en", "scale: sequence, ", "190mm"), 2,
     true},
    {"tracks with labels are better than lanes without any",
     VERTICAL("en", "labels: fit, ", "190mm"), 2, true},
    {"a narrow page has room for twelve tracks",
     VERTICAL("en", "labels: fit, ", "104mm"), 2, true},
    {"numbers at the marks need no tracks",
     VERTICAL("en", "labels: numbered, ", "190mm"), 1, false},
    {"numbers that have no room in lanes stand beside tracks",
     VERTICAL("en", "labels: numbered, ", "90mm"), 2, true},
};

static guint count_marks(const DlPanel *panel, const char *id) {
    guint count = 0;
    for (guint i = 0; i < panel->events->len; i++) {
        const DlPlacedEvent *placed = panel->events->pdata[i];
        count += placed->has_mark && g_str_equal(placed->event->id, id);
    }
    return count;
}

static bool are_aligned(const DlPanel *panel, bool at_end) {
    double first = NAN;
    for (guint i = 0; i < panel->events->len; i++) {
        const DlPlacedEvent *placed = panel->events->pdata[i];
        if (placed->label == NULL)
            continue;
        double edge = placed->label_at.x + (at_end ? placed->label->width : 0);
        if (!isnan(first) && fabs(edge - first) > 0.01)
            return false;
        first = edge;
    }
    return !isnan(first);
}

static void test_tracks(void **state) {
    const struct tracks_row *row = *state;
    g_auto(LaidOut) made = lay_out(row->yaml);
    const DlTimeline *timeline = made.resolved.timeline;
    g_autoptr(DlScene) scene =
        dl_draw(timeline, timeline->charts->pdata[0], made.layout);
    assert_faultless(scene);
    assert_int_equal(panel_of(&made)->lanes->len, 12);
    assert_int_equal(count_marks(panel_of(&made), "w"), row->marks);
    bool is_arabic = g_str_equal(timeline->language, "ar");
    assert_int_equal(are_aligned(panel_of(&made), is_arabic), row->aligned);
}

int main(void) {
    return run_rows(test_apart, apart_rows) + run_rows(test_behind, behind_rows) +
           run_rows(test_tracks, tracks_rows);
}
