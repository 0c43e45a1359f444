/* The formats. Files of the fixed measurer are compared byte by byte; of real fonts,
 * and of Cairo, only what must hold is asked. */
#include "rendering.h"

/* ---- Files as they are ---- */

static const struct golden_row {
    const char *name;
    const char *format, *file;
} golden_rows[] = {
    {"the SVG of a scene", "svg", "tests/golden/scene.svg"},
    {"the JSON of a scene", "json", "tests/golden/scene.json"},
};

static void test_golden(void **state) {
    const struct golden_row *row = *state;
    g_autofree char *text =
        render_text(dl_measurer_new_fixed, row->format, NULL, &good);
    assert_file_equals(row->file, text);
}

/* ---- Every format ---- */

static const struct format_row {
    const char *name;
    const char *format, *start;
} format_rows[] = {
    {"SVG", "svg", "<?xml"},
    {"PDF", "pdf", "%PDF-1."},
    {"PNG", "png", "\x89PNG"},
    {"EPS", "eps", "%!PS-Adobe-3.0 EPSF-3.0\n"},
    {"HTML", "html", "<!DOCTYPE html>\n"},
    {"JSON", "json", "{\"chart\": \"overview\""},
    {"Cairo's SVG", "cairo-svg", "<?xml"},
};

static void test_twice_the_same(void **state) {
    const struct format_row *row = *state;
    g_autoptr(GBytes) first = render(new_pango, row->format, NULL, &good);
    g_autoptr(GBytes) second = render(new_pango, row->format, NULL, &good);
    assert_true(g_bytes_equal(first, second));
    assert_memory_equal(g_bytes_get_data(first, NULL), row->start, strlen(row->start));
}

static const struct name_row {
    const char *name;
    const char *path, *expected;
} name_rows[] = {
    {"a name ends in its format", "out/overview.svg", "svg"},
    {"the longest extension counts", "overview.cairo.svg", "cairo-svg"},
    {"capitals do not matter", "A.PDF", "pdf"},
    {"dots before it do not either", "a.b.png", "png"},
    {"an unknown extension is none", "overview.gif", NULL},
    {"an extension needs its dot", "overviewsvg", NULL},
    {"an extension alone is no name", ".svg", NULL},
    {"a name without one is none", "overview", NULL},
};

static void test_name(void **state) {
    const struct name_row *row = *state;
    const DlFormat *format = dl_format_of_file(row->path);
    if (row->expected == NULL)
        assert_null(format);
    else
        assert_string_equal(format->name, row->expected);
}

/* ---- PNG, and pages ---- */

static unsigned read_number(const unsigned char *data) {
    return (unsigned)data[0] << 24 | (unsigned)data[1] << 16 | (unsigned)data[2] << 8 |
           data[3];
}

/* Where the data of a chunk of a PNG begin. */
static const unsigned char *find_chunk(GBytes *png, const char *name) {
    gsize length;
    const unsigned char *data = g_bytes_get_data(png, &length);
    for (gsize at = 8; at + 12 <= length; at += 12 + read_number(data + at))
        if (memcmp(data + at + 4, name, 4) == 0)
            return data + at + 8;
    fail_msg("there is no chunk %s", name);
    return NULL;
}

static const struct size_row {
    const char *name;
    int resolution;
    unsigned width, height, per_metre;
} size_rows[] = {
    {"a PNG has 192 pixels to the inch", 0, 800, 320, 7559},
    {"or as many as are asked for", 300, 1250, 500, 11811},
    {"or as few", 36, 150, 60, 1417},
};

static void test_size(void **state) {
    const struct size_row *row = *state;
    const DlRenderOptions options = {.resolution = row->resolution};
    g_autoptr(GBytes) bytes = render(new_pango, "png", &options, &good);
    const unsigned char *head = find_chunk(bytes, "IHDR");
    assert_int_equal(read_number(head), row->width);
    assert_int_equal(read_number(head + 4), row->height);
    const unsigned char *density = find_chunk(bytes, "pHYs");
    assert_int_equal(read_number(density), row->per_metre);
    assert_int_equal(read_number(density + 4), row->per_metre);
}

static void test_png_has_limits(void **state) {
    (void)state;
    g_autoptr(DlMeasurer) measurer = dl_measurer_new_fixed();
    g_autoptr(DlScene) scene = make_scene(measurer, &good);
    DlScenePage *page = scene->pages->pdata[0];
    page->width = 20000;
    g_autoptr(GError) error = NULL;
    assert_null(dl_format_find("png")->render(scene, 0, measurer, NULL, &error));
    assert_true(g_error_matches(error, DL_RENDER_ERROR, DL_RENDER_ERROR_SIZE));
    assert_string_equal(error->message, "a PNG of this page would be 53334 x 320 "
                                        "pixels; at most 32767 are possible");
}

static void test_second_page_is_another(void **state) {
    (void)state;
    g_autoptr(DlMeasurer) measurer = dl_measurer_new_fixed();
    g_autoptr(DlScene) scene = make_scene(measurer, &good);
    const DlFormat *svg = dl_format_find("svg");
    g_autoptr(GBytes) bytes = svg->render(scene, 1, measurer, NULL, NULL);
    assert_non_null(strstr(g_bytes_get_data(bytes, NULL), "viewBox=\"0 0 300 121\""));
}

static void test_forgets_other_charts(void **state) {
    (void)state;
    g_autoptr(GBytes) alone = render(new_pango, "svg", NULL, &good);
    g_autoptr(DlMeasurer) measurer = new_pango();
    const DlTextPart other = {"Русский 김정은", title_style, "ru"};
    dl_text_block_free(dl_measurer_shape(measurer, &other, 1, 0, 1.25, DL_ALIGN_START));
    g_autoptr(DlScene) scene = make_scene(measurer, &good);
    g_autoptr(GBytes) after = render_scene(scene, measurer, "svg", NULL);
    assert_true(g_bytes_equal(alone, after));
}

static const struct fact facts[] = {
    {"a page too large for a PNG is an error", test_png_has_limits},
    {"an SVG does not tell what was shaped before it", test_forgets_other_charts},
    {"an SVG is of one page", test_second_page_is_another},
};

int main(void) {
    return run_rows(test_golden, golden_rows) +
           run_rows(test_twice_the_same, format_rows) + run_rows(test_name, name_rows) +
           run_rows(test_size, size_rows) + run_rows(check_fact, facts);
}
