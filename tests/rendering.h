/* A scene with all that a scene can hold, for the tests of render/. */
#ifndef DL_TESTS_RENDERING_H
#define DL_TESTS_RENDERING_H

#include "tests.h"

#include <string.h>

#include "render/render.h"

typedef DlMeasurer *(*NewMeasurer)(void);

static inline DlMeasurer *new_pango(void) {
    return dl_measurer_new_pango(NULL, NULL);
}

static const DlTextStyle title_style = {
    .size = 20, .weight = 700, .face = DL_FACE_SERIF};
static const DlTextStyle label_style = {.size = 8, .weight = 400};
static const DlTextStyle note_style = {.size = 5, .weight = 400, .rise = 3};

static inline DlPaint paint(unsigned light, unsigned dark) {
    return (DlPaint){dl_color_from_hex(light), dl_color_from_hex(dark)};
}

/* The user's words in it. */
typedef struct {
    const char *title, *link;
} Words;

static const Words good = {"Korean War armistice", "https://example.org/1953"};

static inline void add_heading(DlSceneGroup *root, DlMeasurer *measurer,
                               const char *title) {
    DlSceneGroup *group = dl_scene_add_group(root, "heading");
    group->link = g_strdup("#event-parade");
    const DlTextPart part = {title, title_style, "en"};
    DlSceneText *text = dl_scene_add_text(
        group, (DlPoint){20, 10},
        dl_measurer_shape(measurer, &part, 1, 0, 1.25, DL_ALIGN_START), "en");
    dl_scene_text_add_part(text, paint(0x202020, 0xe0e0e0), false, NULL);
}

static inline void add_mark(DlSceneGroup *event, DlPoint at) {
    DlSceneGroup *mark = dl_scene_add_group(event, "mark");
    mark->has_at = true;
    mark->at = at;
    DlPath *circle = dl_path_new();
    dl_path_circle(circle, at, 4);
    DlSceneShape *shape = dl_scene_add_shape(mark, circle);
    shape->fill = paint(0xb03010, 0xff8060);
    shape->stroke_paint = paint(0xffffff, 0x101010);
    shape->stroke.width = 1;
    DlPath *shoulder = dl_path_new();
    dl_path_rectangle(shoulder, (DlBox){at.x, at.y - 2, 30, 4});
    shape = dl_scene_add_shape(mark, shoulder);
    shape->fill = paint(0xb03010, 0xff8060);
    shape->fade = (DlFade){true, at, {at.x + 30, at.y}, 1, 0};
}

static inline void add_leader(DlSceneGroup *event, DlPoint from, DlPoint to) {
    DlPath *path = dl_path_new();
    dl_path_move(path, from.x, from.y);
    dl_path_curve(path, from, to, to);
    DlSceneShape *shape = dl_scene_add_shape(event, path);
    shape->class_name = "leader";
    shape->stroke_paint = paint(0x808080, 0x808080);
    shape->stroke = (DlStroke){0.75, 3, 2, true};
}

static inline void add_picture(DlSceneGroup *group, DlPoint at, const char *alt) {
    char *data = NULL;
    gsize size = 0;
    const char path[] = "tests/broken/pictures/dot.png";
    assert_true(g_file_get_contents(path, &data, &size, NULL));
    g_autoptr(GBytes) bytes = g_bytes_new_take(data, size);
    const DlPicture picture = {DL_PICTURE_PNG, bytes, 12, 8};
    dl_scene_add_image(group, &picture, (DlBox){at.x, at.y - 20, 24, 16}, alt);
}

static inline void add_label(DlSceneGroup *event, DlMeasurer *measurer, DlPoint at,
                             const char *title) {
    DlSceneGroup *label = dl_scene_add_group(event, "label");
    add_picture(label, at, title);
    const DlTextPart parts[] = {{title, label_style, "en"}, {"12", note_style, "en"}};
    DlSceneText *text = dl_scene_add_text(
        label, at, dl_measurer_shape(measurer, parts, 2, 90, 1.25, DL_ALIGN_START),
        "en");
    dl_scene_text_add_part(text, paint(0x202020, 0xe0e0e0), false, NULL);
    dl_scene_text_add_part(text, paint(0x606060, 0xa0a0a0), true, "#source-12");
}

static inline void add_event(DlSceneGroup *root, DlMeasurer *measurer, const char *id,
                             double x, const Words *words) {
    DlSceneGroup *event = dl_scene_add_group(root, "event");
    event->event = g_strdup(id);
    event->id = g_strdup_printf("event-%s", id);
    event->title = g_strdup(words->title);
    dl_scene_add_shelf(event, "1953");
    event->link = g_strdup(words->link);
    dl_scene_set_attribute(event, "data-start", "1953-07-27");
    add_mark(event, (DlPoint){x, 100});
    add_leader(event, (DlPoint){x, 96}, (DlPoint){x, 75});
    add_label(event, measurer, (DlPoint){x, 50}, words->title);
}

static inline void add_source(DlSceneGroup *root, DlMeasurer *measurer) {
    DlSceneGroup *group = dl_scene_add_group(root, "sources");
    group->id = g_strdup("source-12");
    const DlTextPart part = {"12 Yonhap", label_style, "ko"};
    DlSceneText *text = dl_scene_add_text(
        group, (DlPoint){20, 108},
        dl_measurer_shape(measurer, &part, 1, 0, 1.25, DL_ALIGN_START), "ko");
    dl_scene_text_add_part(text, paint(0x606060, 0x606060), false, NULL);
}

static inline DlSceneTable *make_table(const Words *words) {
    DlSceneTable *table = dl_scene_table_new("Events", 1);
    dl_scene_table_add_column(table, "Date");
    dl_scene_table_add_column(table, "Event");
    dl_scene_table_add_row(table);
    dl_scene_table_add_line(table, 0, "27 July 1953", NULL);
    dl_scene_table_add_line(table, 1, words->title, words->link);
    return table;
}

static inline DlScene *make_scene(DlMeasurer *measurer, const Words *words) {
    DlScene *scene = dl_scene_new();
    scene->chart = g_strdup("overview");
    scene->title = g_strdup(words->title);
    scene->description = g_strdup("What happened when.");
    scene->story = g_strdup("What happened when. 1953: the armistice.");
    scene->language = g_strdup("en");
    scene->author = g_strdup("Ann Author");
    scene->caption = g_strdup(words->title);
    scene->table = make_table(words);
    g_ptr_array_add(scene->keywords, g_strdup("war"));
    g_ptr_array_add(scene->keywords, g_strdup("peace"));
    for (int i = 0; i < 2; i++) {
        const DlScenePage *page =
            dl_scene_add_page(scene, 300, 120 + i, paint(0xffffff, 0x121212));
        DlSceneGroup *root = dl_scene_page_root(page);
        add_heading(root, measurer, words->title);
        add_event(root, measurer, i == 0 ? "armistice" : "second", 20, words);
        add_event(root, measurer, i == 0 ? "parade" : "third", 150, words);
        add_source(root, measurer);
    }
    return scene;
}

static inline GBytes *render_scene(const DlScene *scene, const DlMeasurer *measurer,
                                   const char *format, const DlRenderOptions *options) {
    g_autoptr(GError) error = NULL;
    GBytes *bytes = dl_format_find(format)->render(scene, 0, measurer, options, &error);
    if (bytes == NULL)
        fail_msg("%s", error->message);
    return bytes;
}

static inline GBytes *render(NewMeasurer new_measurer, const char *format,
                             const DlRenderOptions *options, const Words *words) {
    g_autoptr(DlMeasurer) measurer = new_measurer();
    g_autoptr(DlScene) scene = make_scene(measurer, words);
    return render_scene(scene, measurer, format, options);
}

static inline char *render_text(NewMeasurer new_measurer, const char *format,
                                const DlRenderOptions *options, const Words *words) {
    g_autoptr(GBytes) bytes = render(new_measurer, format, options, words);
    gsize length;
    const char *data = g_bytes_get_data(bytes, &length);
    return g_strndup(data, length);
}

#endif
