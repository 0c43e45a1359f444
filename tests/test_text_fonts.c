/* Fonts: what must hold of sizes, letters and faces, whichever fonts are installed. */
#include "tests.h"

#include <math.h>

#include "shaping.h"

static DlMeasurer *pango;

static double width_of(const char *text, DlTextStyle style) {
    g_autoptr(DlTextBlock) block = shape_style(pango, text, style);
    return block->width;
}

static void test_baselines_meet(void **state) {
    (void)state;
    static const char *const texts[] = {"Latin", "김정은", "السلام", "", "🙂"};
    g_autoptr(DlTextBlock) first = shape_style(pango, texts[0], plain);
    const DlTextLine *wanted = first->lines->pdata[0];
    for (size_t i = 1; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(DlTextBlock) block = shape_style(pango, texts[i], plain);
        const DlTextLine *line = block->lines->pdata[0];
        assert_true(line->baseline == wanted->baseline);
        assert_true(line->ascent == wanted->ascent);
        assert_true(line->descent == wanted->descent);
    }
}

static void test_sizes_scale(void **state) {
    (void)state;
    DlTextStyle twice = plain;
    twice.size *= 2;
    const char *text = "From armistice to rostrum, 김정은";
    assert_true(fabs(width_of(text, twice) - 2 * width_of(text, plain)) < 0.02);
}

static void test_figures_line_up(void **state) {
    (void)state;
    DlTextStyle tabular = plain;
    tabular.tabular = true;
    assert_true(fabs(width_of("1111", tabular) - width_of("0000", tabular)) < 1e-9);
}

static void test_letters_are_spaced(void **state) {
    (void)state;
    DlTextStyle spaced = plain;
    spaced.spacing = 2;
    const double added = width_of("COLD WAR", spaced) - width_of("COLD WAR", plain);
    assert_true(added > 13 && added < 17);
}

static const DlGlyphRun *only_run(const DlTextBlock *block) {
    const DlTextLine *line = block->lines->pdata[0];
    assert_int_equal(line->runs->len, 1);
    return line->runs->pdata[0];
}

static void test_font_is_a_face(void **state) {
    (void)state;
    DlTextStyle large = plain, bold = plain;
    large.size = 30;
    bold.weight = 700;
    g_autoptr(DlTextBlock) a = shape_style(pango, "H", plain);
    g_autoptr(DlTextBlock) b = shape_style(pango, "H", large);
    g_autoptr(DlTextBlock) c = shape_style(pango, "H", bold);
    const int font = only_run(a)->font;
    assert_int_equal(font, only_run(b)->font);
    assert_int_not_equal(font, only_run(c)->font);
    assert_true(dl_measurer_font(pango, font).units_per_em > 0);
    assert_int_equal(dl_measurer_font(pango, only_run(c)->font).weight, 700);
    assert_non_null(dl_measurer_cairo_font(pango, font));
}

static void test_outlines(void **state) {
    (void)state;
    g_autoptr(DlTextBlock) block = shape_style(pango, "H x", plain);
    const DlGlyphRun *run = only_run(block);
    const double units = dl_measurer_font(pango, run->font).units_per_em;
    g_autoptr(DlPath) letter = dl_measurer_outline(pango, run->font, run->glyphs[0].id);
    g_autoptr(DlPath) space = dl_measurer_outline(pango, run->font, run->glyphs[1].id);
    const DlBox box = dl_path_box(letter);
    assert_int_equal(space->steps->len, 0);
    assert_true(box.y + box.height <= 1 && box.height > units / 2 &&
                box.height < units);
    assert_true(box.x >= 0 && box.x + box.width <= 10000);
}

static void test_missing_is_told_once(void **state) {
    (void)state;
    g_autoptr(DlMeasurer) measurer = dl_measurer_new_pango(NULL, NULL);
    for (int i = 0; i < 2; i++)
        dl_text_block_free(shape_style(measurer, "a \xf3\xb0\x80\x80 b", plain));
    const GPtrArray *missing = dl_measurer_missing(measurer);
    assert_int_equal(missing->len, 1);
    assert_string_equal(
        missing->pdata[0],
        "U+F0000 in \"a \xf3\xb0\x80\x80 b\", which is set in Noto Sans");
}

static void test_fixed_has_no_fonts(void **state) {
    (void)state;
    g_autoptr(DlMeasurer) fixed = dl_measurer_new_fixed();
    g_autoptr(DlTextBlock) block = shape_style(fixed, "x", plain);
    assert_int_equal(only_run(block)->font, -1);
    assert_int_equal(dl_measurer_n_fonts(fixed), 0);
    assert_null(dl_measurer_cairo_font(fixed, -1));
    assert_int_equal(dl_measurer_missing(fixed)->len, 0);
    assert_true(fabs(block->width - 6) < 1e-9);
}

static const struct fact facts[] = {
    {"baselines meet whatever fonts the letters come from", test_baselines_meet},
    {"twice the size is twice the width", test_sizes_scale},
    {"tabular figures are of one width", test_figures_line_up},
    {"spacing is added between letters", test_letters_are_spaced},
    {"a font is a face, whatever its size", test_font_is_a_face},
    {"letters have outlines and spaces have none", test_outlines},
    {"a character of no font is told once", test_missing_is_told_once},
    {"the fixed measurer has no fonts", test_fixed_has_no_fonts},
};

int main(void) {
    pango = dl_measurer_new_pango(NULL, NULL);
    const int failed = run_rows(check_fact, facts);
    dl_measurer_free(pango);
    return failed;
}
