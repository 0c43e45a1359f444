/* How far from the axis marks are stacked beside bars that have their words with them.
 */
#include <math.h>
#include <string.h>

#include "drawing.h"
#include "scene/parts.h"
#include "tests.h"

#define CHART "charts: [{id: c, page: {width: 297mm, height: auto}}]\n"
#define POINT(id, year) "  - {id: " id ", title: Light, date: " year "}\n"
#define BAR "  - {id: bar, title: Telegrams, start: 1950, end: 1960}\n"

static const struct row {
    const char *name, *yaml;
    bool is_near; /* every point on the bar's side of the axis, or none */
} rows[] = {
    {"marks far from a bar lie at the axis",
     "events:\n" BAR POINT("a", "1985-02") POINT("b", "1986-02") POINT("c", "1987-02")
         POINT("d", "1988-02") POINT("e", "1989-02") POINT("f", "1990-02") CHART,
     true},
    {"marks whose leaders would run through the bar lie behind it",
     "events:\n" BAR POINT("a", "1952-02") POINT("b", "1953-02") POINT("c", "1954-02")
         POINT("d", "1955-02") POINT("e", "1956-02") POINT("f", "1990-02") CHART,
     false},
};

/* From the axis outwards; below 0 on its other side. */
static double distance_to(DlBox axis, DlBox mark, bool is_after) {
    double middle = mark.y + mark.height / 2;
    return is_after ? middle - axis.y - axis.height : axis.y - middle;
}

static void test_row(void **state) {
    static const double NEAR = 15; /* points: less than a bar and a mark behind it */
    const struct row *row = *state;
    g_autofree char *yaml = g_strdup_printf("timeline: {title: T}\n%s", row->yaml);
    g_auto(Drawn) drawn = draw_yaml(yaml);
    assert_faultless(drawn.scene);
    g_autoptr(DlParts) parts = dl_parts_new(drawn.scene->pages->pdata[0]);
    const DlBox axis = g_array_index(parts->axes, DlBox, 0);
    const DlPart *bar = NULL;
    for (guint i = 0; i < parts->marks->len; i++)
        if (strcmp(dl_part_at(parts->marks, i)->event, "bar") == 0)
            bar = dl_part_at(parts->marks, i);
    const bool is_after = distance_to(axis, bar->box, true) > 0;
    guint n = 0;
    for (guint i = 0; i < parts->marks->len; i++) {
        const DlPart *mark = dl_part_at(parts->marks, i);
        double distance = distance_to(axis, mark->box, is_after);
        bool is_over = mark->box.x < bar->box.x + bar->box.width;
        if (mark == bar || distance < 0 || (!row->is_near && !is_over))
            continue;
        n++;
        assert_int_equal(distance < NEAR, row->is_near);
    }
    assert_true(n > 0);
}

int main(void) {
    return run_rows(test_row, rows);
}
