/* Pictures in labels: where they stand, how large, and what they make room for. */
#include "tests.h"

#include <string.h>

#include "draw/draw.h"
#include "scene/metrics.h"

static const struct row {
    const char *name;
    int width, height; /* pixels of the picture */
    DlPictureKind kind;
    const char *credit;
    unsigned show;
    int n;         /* events */
    double ratio;  /* of the box: its width to its height; 0: no picture is drawn */
    double widest; /* of the box beside the largest letters, points; 0: as the label */
} rows[] = {
    {"a photo", 450, 300, DL_PICTURE_JPEG, NULL, DL_SHOW_IMAGES, 4, 1.5, 0},
    {"a photo with its credit", 450, 300, DL_PICTURE_JPEG, "Photo: A. Person, Agency",
     DL_SHOW_IMAGES, 6, 1.5, 0},
    {"a strip", 1200, 30, DL_PICTURE_PNG, NULL, DL_SHOW_IMAGES, 3, 40, 0},
    {"a small raster is not drawn coarser than it is", 20, 10, DL_PICTURE_PNG, NULL,
     DL_SHOW_IMAGES, 3, 2, 15},
    {"an SVG of any size fills its place", 2, 1, DL_PICTURE_SVG, NULL, DL_SHOW_IMAGES,
     3, 2, 100},
    {"a chart may do without", 450, 300, DL_PICTURE_JPEG, "Photo", 0, 4, 0, 0},
    {"many", 300, 300, DL_PICTURE_PNG, "Photo: A. Person", DL_SHOW_IMAGES, 20, 1, 0},
};

static DlTimeline *make_timeline(const struct row *row, GBytes *bytes) {
    DlTimeline *timeline = dl_timeline_new();
    timeline->title = g_strdup("Pictures");
    timeline->language = g_strdup("en");
    timeline->words = dl_language_english();
    timeline->zone = dl_zone_new("UTC");
    for (int i = 0; i < row->n; i++) {
        DlEvent *event = dl_event_new();
        const DlPicture picture = {row->kind, bytes, row->width, row->height};
        event->id = g_strdup_printf("e%d", i);
        event->title = g_strdup("What happened then");
        event->rank = i;
        g_autofree char *reason = NULL;
        g_autofree char *year = g_strdup_printf("%d", 1950 + 3 * i);
        assert_true(dl_date_parse(year, &event->date, &reason));
        event->start = event->end =
            (DlRange){event->date.start.min, event->date.start.max};
        event->image = (DlImage){dl_picture_copy(&picture), g_strdup(row->credit),
                                 g_strdup("A picture")};
        g_ptr_array_add(timeline->events, event);
    }
    return timeline;
}

static DlChart *make_chart(const struct row *row, const DlTimeline *timeline) {
    DlChart *chart = dl_chart_new();
    chart->id = g_strdup("pictures");
    chart->scale = DL_SCALE_LINEAR;
    chart->page = (DlPage){842, 0};
    chart->show = DL_SHOW_DATES | row->show;
    for (guint i = 0; i < timeline->events->len; i++)
        g_ptr_array_add(chart->events, g_ptr_array_index(timeline->events, i));
    return chart;
}

static bool is_inside(DlBox inner, DlBox outer) {
    static const double SLACK = 0.01;
    return inner.x >= outer.x - SLACK && inner.y >= outer.y - SLACK &&
           inner.x + inner.width <= outer.x + outer.width + SLACK &&
           inner.y + inner.height <= outer.y + outer.height + SLACK;
}

static void check_image(const struct row *row, const DlSceneGroup *label,
                        const DlSceneImage *image) {
    static const double MOST_HEIGHT = 50.01;
    assert_true(is_inside(image->box, dl_scene_group_box(label)));
    assert_near(image->box.width / image->box.height, row->ratio, 0.001);
    assert_true(image->box.height <= MOST_HEIGHT);
    if (row->widest > 0)
        assert_near(image->box.width, row->widest * 0.875, row->widest * 0.125);
    for (guint i = 0; i < label->children->len; i++) {
        const DlSceneNode *other = label->children->pdata[i];
        if (other->kind == DL_NODE_TEXT)
            assert_false(dl_box_meet(dl_scene_node_box(other), image->box, 0.5));
    }
}

static int check_images(const struct row *row, const DlSceneGroup *group) {
    int n_images = 0;
    for (guint i = 0; i < group->children->len; i++) {
        const DlSceneNode *node = group->children->pdata[i];
        if (node->kind == DL_NODE_GROUP)
            n_images += check_images(row, &node->as.group);
        if (node->kind != DL_NODE_IMAGE)
            continue;
        check_image(row, group, &node->as.image);
        n_images++;
    }
    return n_images;
}

static void test_pictures(void **state) {
    const struct row *row = *state;
    g_autoptr(GBytes) bytes = g_bytes_new("any", 3);
    g_autoptr(DlMeasurer) measurer = dl_measurer_new_fixed();
    g_autoptr(DlTimeline) timeline = make_timeline(row, bytes);
    g_autoptr(DlChart) chart = make_chart(row, timeline);
    g_autoptr(GError) error = NULL;
    g_autoptr(DlLayout) layout =
        dl_layout_new(timeline, chart, measurer, dl_theme_of(DL_THEME_LIGHT), &error);
    if (layout == NULL)
        fail_msg("%s", error->message);
    g_autoptr(DlScene) scene = dl_draw(timeline, chart, layout);
    const DlScenePage *page = g_ptr_array_index(scene->pages, 0);
    const int n_images = check_images(row, dl_scene_page_root(page));
    assert_int_equal(n_images, row->ratio > 0 ? row->n : 0);
    const DlMetrics metrics = dl_scene_measure(scene);
    assert_int_equal(dl_metrics_faults(&metrics), 0);
}

int main(void) {
    return run_rows(test_pictures, rows);
}
