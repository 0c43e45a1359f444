/* Stability: one more event moves the half of the chart that is farther from it by less
 * than a label's width on average, in 95 % of all charts; and most of its labels each
 * by less than their own. Labels are seen from the axis, as a chart may be as high as
 * it needs; those that share a moment with the new event are not far from it. */
#include "tests.h"

#include <math.h>
#include <string.h>

#include "base/sorted.h"
#include "random_chart.h"
#include "scene/parts.h"

/* A label, and its moment along the axis. */
typedef struct {
    const char *event;
    DlPoint at;
    double width, moment;
} Place;

/* Where the events of a group begin on their axes: of DlPoint, by the id of each. */
static void find_moments(const DlSceneGroup *group, const char *event,
                         GHashTable *moments) {
    event = group->event != NULL ? group->event : event;
    if (group->has_at)
        g_hash_table_insert(moments, (gpointer)event, (gpointer)&group->at);
    for (guint i = 0; i < group->children->len; i++) {
        const DlSceneNode *child = g_ptr_array_index(group->children, i);
        if (child->kind == DL_NODE_GROUP)
            find_moments(&child->as.group, event, moments);
    }
}

static GArray *find_places(const DlScene *scene) {
    GArray *places = g_array_new(FALSE, FALSE, sizeof(Place));
    const DlScenePage *page = scene->pages->pdata[0];
    g_autoptr(DlParts) parts = dl_parts_new(page);
    g_autoptr(GHashTable) moments = g_hash_table_new(g_str_hash, g_str_equal);
    find_moments(&page->root->as.group, NULL, moments);
    for (guint i = 0; i < parts->labels->len; i++) {
        const DlPart *label = &g_array_index(parts->labels, DlPart, i);
        const DlBox band = g_array_index(parts->axes, DlBox, label->axis);
        const DlPoint *moment = g_hash_table_lookup(moments, label->event);
        const bool runs_down = band.height > band.width;
        const Place place = {
            label->event,
            {label->box.x - (runs_down ? band.x : 0),
             label->box.y - (runs_down ? 0 : band.y)},
            label->box.width,
            runs_down ? moment->y : moment->x,
        };
        g_array_append_val(places, place);
    }
    return places;
}

static const Place *find_place(const GArray *places, const char *event) {
    for (guint i = 0; i < places->len; i++)
        if (strcmp(g_array_index(places, Place, i).event, event) == 0)
            return &g_array_index(places, Place, i);
    return NULL;
}

/* How far from the new event a label is in the middle of all. */
static double median_distance(const GArray *places, double moment) {
    g_autoptr(GArray) distances = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint i = 0; i < places->len; i++) {
        const double distance = fabs(g_array_index(places, Place, i).moment - moment);
        g_array_append_val(distances, distance);
    }
    g_array_sort(distances, dl_compare_doubles);
    return g_array_index(distances, double, distances->len / 2);
}

typedef struct {
    int n_cases, n_still; /* charts: the farther half stayed, on average */
    int n_labels, n_labels_still;
} Counts;

static void compare(const DlScene *before, const DlScene *after, const char *added,
                    Counts *counts) {
    static const double ONE_MOMENT = 2; /* points: marks of one list */
    g_autoptr(GArray) old = find_places(before);
    g_autoptr(GArray) new = find_places(after);
    const double moment = find_place(new, added)->moment;
    const double middle = fmax(median_distance(old, moment), ONE_MOMENT);
    double moved = 0, width = 0;
    for (guint i = 0; i < old->len; i++) {
        const Place *from = &g_array_index(old, Place, i);
        const Place *to = find_place(new, from->event);
        if (fabs(from->moment - moment) < middle ||
            fabs(to->moment - moment) < ONE_MOMENT)
            continue;
        const double by = hypot(to->at.x - from->at.x, to->at.y - from->at.y);
        moved += by;
        width += from->width;
        counts->n_labels++;
        counts->n_labels_still += by < from->width;
    }
    counts->n_cases++;
    counts->n_still += moved <= width;
}

static RandomChart *draw(const RandomChoice *choice, DlMeasurer *measurer) {
    g_autofree char *yaml = random_timeline_yaml(choice);
    return random_chart_new(yaml, measurer);
}

static void add_case(RandomChoice choice, DlMeasurer *measurer, Counts *counts) {
    g_autoptr(RandomChart) before = draw(&choice, measurer);
    g_autofree char *added = g_strdup_printf("e%d", choice.n_events);
    choice.n_events++;
    g_autoptr(RandomChart) after = draw(&choice, measurer);
    if (before->outcome == RANDOM_DRAWN && after->outcome == RANDOM_DRAWN)
        compare(before->scene, after->scene, added, counts);
}

static const struct stable_row {
    const char *name;
    RandomKind kind;
    DlShapeKind shape;
    int height;                     /* mm; 0: auto */
    int least_charts, least_labels; /* percent that stay */
} stable_rows[] = {
    {"dates spread evenly stay, on a page as high as it needs", RANDOM_UNIFORM,
     DL_SHAPE_HORIZONTAL, 0, 97, 91},
    {"dates spread evenly stay, on A4", RANDOM_UNIFORM, DL_SHAPE_HORIZONTAL, 210, 96,
     89},
    {"years and then two dense days stay, on a page as high as it needs",
     RANDOM_CLUSTERED, DL_SHAPE_HORIZONTAL, 0, 95, 94},
    {"years and then two dense days stay, on A4", RANDOM_CLUSTERED, DL_SHAPE_HORIZONTAL,
     210, 95, 94},
    {"dates spread evenly stay beside an axis that runs down", RANDOM_UNIFORM,
     DL_SHAPE_VERTICAL, 210, 97, 93},
    {"years and then two dense days stay beside an axis that runs down",
     RANDOM_CLUSTERED, DL_SHAPE_VERTICAL, 0, 95, 92},
};

static void test_stable(void **state) {
    enum { ROUNDS = 120, FEWEST = 8, MOST = 24, WIDTH = 297 };
    const struct stable_row *row = *state;
    g_autoptr(DlMeasurer) measurer = dl_measurer_new_fixed();
    Counts counts = {0};
    for (guint32 seed = 1; seed <= ROUNDS; seed++) {
        const RandomChoice choice = {
            .seed = seed,
            .kind = row->kind,
            .shape = row->shape,
            .n_events = FEWEST + (int)seed % (MOST - FEWEST),
            .width = WIDTH,
            .height = row->height,
        };
        add_case(choice, measurer, &counts);
    }
    print_message("%s: %d of %d charts; %d of %d labels\n", row->name, counts.n_still,
                  counts.n_cases, counts.n_labels_still, counts.n_labels);
    assert_true(counts.n_cases > ROUNDS / 2);
    assert_true(counts.n_still * 100 >= row->least_charts * counts.n_cases);
    assert_true(counts.n_labels_still * 100 >= row->least_labels * counts.n_labels);
}

int main(void) {
    return run_rows(test_stable, stable_rows);
}
