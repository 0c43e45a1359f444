/* Picture files: what they are, how large, and what is refused. */
#include "tests.h"

#include <glib/gstdio.h>
#include <string.h>

#include "picture/paint.h"
#include "picture/picture.h"

#define FOLDER "tests/broken/pictures/"

static GBytes *load(const char *path) {
    char *data = NULL;
    gsize size = 0;
    assert_true(g_file_get_contents(path, &data, &size, NULL));
    return g_bytes_new_take(data, size);
}

static const struct size_row {
    const char *name, *path;
    const char *expected; /* type, width, height, whether its bytes are kept */
} size_rows[] = {
    {"a small PNG is kept", FOLDER "dot.png", "image/png 12 8 kept"},
    {"a large one is made smaller", FOLDER "wide.png", "image/png 1200 8 made"},
    {"a JPEG is turned as its camera says", FOLDER "turned.jpg",
     "image/jpeg 8 16 made"},
    {"an SVG is as large as its view box", FOLDER "star.svg",
     "image/svg+xml 120 80 kept"},
};

static void test_size(void **state) {
    const struct size_row *row = *state;
    g_autoptr(GBytes) file = load(row->path);
    g_autofree char *reason = NULL;
    g_autoptr(DlPicture) picture = dl_picture_read(file, &reason);
    assert_null(reason);
    assert_non_null(picture);
    g_autofree char *text = g_strdup_printf(
        "%s %g %g %s", dl_picture_media_type(picture->kind), picture->width,
        picture->height, g_bytes_equal(picture->bytes, file) ? "kept" : "made");
    assert_string_equal(text, row->expected);
}

/* The same bytes each time, and a picture of a picture is itself. */
static void test_again(void **state) {
    const struct size_row *row = *state;
    g_autoptr(GBytes) file = load(row->path);
    g_autofree char *reason = NULL;
    g_autoptr(DlPicture) first = dl_picture_read(file, &reason);
    g_autoptr(DlPicture) second = dl_picture_read(file, &reason);
    g_autoptr(DlPicture) third = dl_picture_read(first->bytes, &reason);
    assert_true(g_bytes_equal(first->bytes, second->bytes));
    assert_true(g_bytes_equal(first->bytes, third->bytes));
}

static const struct paint_row {
    const char *name, *path;
    uint32_t argb; /* in the middle, the last bits of each colour aside */
} paint_rows[] = {
    {"a PNG", FOLDER "dot.png", 0xFFC03020},
    {"a JPEG", FOLDER "turned.jpg", 0xFF0000F8},
    {"an SVG", FOLDER "star.svg", 0xFFF8F800},
};

static void test_paint(void **state) {
    const struct paint_row *row = *state;
    g_autoptr(GBytes) file = load(row->path);
    g_autofree char *reason = NULL;
    g_autoptr(DlPicture) picture = dl_picture_read(file, &reason);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 60, 60);
    cairo_t *cr = cairo_create(surface);
    dl_picture_paint(picture, cr, (DlBox){10, 20, 30, 20});
    assert_int_equal(cairo_status(cr), CAIRO_STATUS_SUCCESS);
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    const uint32_t *pixels =
        (const uint32_t *)(void *)cairo_image_surface_get_data(surface);
    const uint32_t middle = pixels[30 * 60 + 25], outside = pixels[45 * 60 + 25];
    cairo_surface_destroy(surface);
    assert_int_equal(middle & 0xFFF8F8F8, row->argb & 0xFFF8F8F8);
    assert_int_equal(outside, 0);
}

static const struct refused_row {
    const char *name, *text, *reason;
} refused_rows[] = {
    {"nothing", "", "it is no PNG, JPEG or SVG file"},
    {"words", "A text", "it is no PNG, JPEG or SVG file"},
    {"the beginning of a PNG", "\x89PNG\r\n\x1A\n", "it is a broken PNG file"},
    {"the beginning of a JPEG", "\xFF\xD8\xFF\xE0", "it is a broken JPEG file"},
    {"HTML", "<html><p></html>", "it is a broken SVG file"},
    {"XML that is no SVG", "<a/>", "it is a broken SVG file"},
    {"a script in an attribute",
     "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1' onload='x()'/>",
     "an SVG picture may not hold a script"},
    {"another picture",
     "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><image "
     "href='data:x'/></svg>",
     "an SVG picture may not hold another picture"},
    {"a size of nothing",
     "<svg xmlns='http://www.w3.org/2000/svg' width='0' height='4'/>",
     "it has no size: it needs a viewBox, or a width and a height"},
};

/* As some editors save it. */
static void test_byte_order_mark(void **state) {
    (void)state;
    static const char text[] =
        "\xEF\xBB\xBF<?xml version='1.0'?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG "
        "1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n"
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 2'/>";
    g_autoptr(GBytes) file = g_bytes_new_static(text, sizeof text - 1);
    g_autofree char *reason = NULL;
    g_autoptr(DlPicture) picture = dl_picture_read(file, &reason);
    assert_null(reason);
    assert_near(picture->width, 4, 0);
}

static void test_refused(void **state) {
    const struct refused_row *row = *state;
    g_autoptr(GBytes) file = g_bytes_new(row->text, strlen(row->text));
    g_autofree char *reason = NULL;
    g_autoptr(DlPicture) picture = dl_picture_read(file, &reason);
    assert_null(picture);
    assert_string_equal(reason, row->reason);
}

static const char *const shared[] = {"dot.png", "turned.jpg", "star.svg", "wide.png"};

static void read_anything(const char *data, gsize size) {
    g_autoptr(GBytes) file = g_bytes_new(data, size);
    g_autofree char *reason = NULL;
    g_autoptr(DlPicture) picture = dl_picture_read(file, &reason);
    assert_true((picture == NULL) == (reason != NULL));
}

/* Whatever is left of a file, or becomes of a byte, reading it ends. */
static void test_damage(void **state) {
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(shared); i++) {
        g_autofree char *path = g_strconcat(FOLDER, shared[i], NULL);
        g_autofree char *data = NULL;
        gsize size = 0;
        assert_true(g_file_get_contents(path, &data, &size, NULL));
        for (gsize at = 0; at < size; at++) {
            const char kept = data[at];
            read_anything(data, at);
            data[at] = (char)(kept ^ (1 << at % 8));
            read_anything(data, size);
            data[at] = kept;
        }
    }
}

static const struct {
    const char *name;
} once[] = {{"every file ends"}}, marked[] = {{"an SVG with a byte order mark"}};

int main(void) {
    return run_rows(test_size, size_rows) + run_rows(test_again, size_rows) +
           run_rows(test_paint, paint_rows) + run_rows(test_refused, refused_rows) +
           run_rows(test_damage, once) + run_rows(test_byte_order_mark, marked);
}
