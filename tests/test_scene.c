/* The display list: what it holds, and how much room it takes. */
#include "tests.h"

#include <math.h>

#include "scene/scene.h"
#include "text/measure.h"

static const DlPaint black = {{0, 0, 0, 1}, {1, 1, 1, 1}};

typedef struct {
    DlScene *scene;
    DlSceneGroup *root;
} Sheet;

static Sheet sheet_new(void) {
    DlScene *scene = dl_scene_new();
    const DlScenePage *page = dl_scene_add_page(scene, 200, 100, black);
    return (Sheet){scene, dl_scene_page_root(page)};
}

static void add_rectangle(DlSceneGroup *group, DlBox box) {
    DlPath *path = dl_path_new();
    dl_path_rectangle(path, box);
    dl_scene_add_shape(group, path);
}

/* A text of the fixed measurer at 10 pt: 6 pt a letter, 8 above the baseline, 2 below.
 */
static void add_text(DlSceneGroup *group, DlPoint at, const char *words, double width,
                     DlAlign align) {
    g_autoptr(DlMeasurer) fixed = dl_measurer_new_fixed();
    const DlTextPart part = {words, {.size = 10, .weight = 400}, "en"};
    DlSceneText *text = dl_scene_add_text(
        group, at, dl_measurer_shape(fixed, &part, 1, width, 1, align), "en");
    dl_scene_text_add_part(text, black, false, NULL);
}

static void fill_nothing(DlSceneGroup *root) {
    dl_scene_add_group(root, "event");
}

static void fill_shapes(DlSceneGroup *root) {
    add_rectangle(root, (DlBox){10, 10, 5, 5});
    add_rectangle(dl_scene_add_group(root, "mark"), (DlBox){30, 20, 10, 10});
}

static void fill_text(DlSceneGroup *root) {
    add_text(root, (DlPoint){50, 30}, "ab cd", 12, DL_ALIGN_START);
}

static void fill_ragged_text(DlSceneGroup *root) {
    add_text(root, (DlPoint){50, 30}, "a abc", 18, DL_ALIGN_END);
}

static void fill_empty_text(DlSceneGroup *root) {
    add_text(root, (DlPoint){50, 30}, "", 0, DL_ALIGN_START);
    add_rectangle(root, (DlBox){1, 2, 3, 4});
}

static const struct box_row {
    const char *name;
    void (*fill)(DlSceneGroup *root);
    DlBox expected;
} box_rows[] = {
    {"a group without a mark of ink has no box", fill_nothing, {0, 0, -1, -1}},
    {"a group's box holds those of the groups in it", fill_shapes, {10, 10, 30, 20}},
    {"a text's box is that of its lines", fill_text, {50, 30, 12, 20}},
    {"lines that end together begin apart", fill_ragged_text, {50, 30, 18, 20}},
    {"an empty text takes no room", fill_empty_text, {1, 2, 3, 4}},
};

static void test_box(void **state) {
    const struct box_row *row = *state;
    const Sheet sheet = sheet_new();
    row->fill(sheet.root);
    const DlBox box = dl_scene_group_box(sheet.root);
    const DlBox expected = row->expected;
    dl_scene_free(sheet.scene);
    assert_int_equal(dl_box_is_empty(box), dl_box_is_empty(expected));
    assert_true(fabs(box.x - expected.x) < 1e-9 && fabs(box.y - expected.y) < 1e-9);
    assert_true(fabs(box.width - expected.width) < 1e-9);
    assert_true(fabs(box.height - expected.height) < 1e-9);
}

static void test_attribute(void **state) {
    (void)state;
    const Sheet sheet = sheet_new();
    dl_scene_set_attribute(sheet.root, "data-start", "1953");
    dl_scene_set_attribute(sheet.root, "data-end", "1954");
    dl_scene_set_attribute(sheet.root, "data-start", "1959");
    const GPtrArray *attributes = sheet.root->attributes;
    assert_int_equal(attributes->len, 4);
    assert_string_equal(attributes->pdata[0], "data-start");
    assert_string_equal(attributes->pdata[1], "1959");
    assert_string_equal(attributes->pdata[3], "1954");
    dl_scene_free(sheet.scene);
}

static void test_owns_all(void **state) {
    (void)state;
    const Sheet sheet = sheet_new();
    DlSceneGroup *group = dl_scene_add_group(sheet.root, "event");
    group->event = g_strdup("armistice");
    group->id = g_strdup("event-armistice");
    group->title = g_strdup("Armistice");
    group->link = g_strdup("https://example.org/");
    fill_shapes(group);
    fill_text(group);
    DlSceneNode *node = group->children->pdata[group->children->len - 1];
    dl_scene_text_add_part(&node->as.text, black, true, "#source-1");
    dl_scene_free(sheet.scene);
    dl_scene_free(NULL);
}

static void test_shape_is_blank(void **state) {
    (void)state;
    const Sheet sheet = sheet_new();
    const DlSceneShape *shape = dl_scene_add_shape(sheet.root, dl_path_new());
    assert_true(shape->fill.light.alpha == 0 && shape->stroke_paint.dark.alpha == 0);
    assert_true(shape->stroke.width == 0 && !shape->fade.used);
    dl_scene_free(sheet.scene);
}

static const struct fact facts[] = {
    {"an attribute is set once, in the order of the first time", test_attribute},
    {"a scene frees all that it was given", test_owns_all},
    {"a new shape is not painted", test_shape_is_blank},
};

int main(void) {
    return run_rows(test_box, box_rows) + run_rows(check_fact, facts);
}
