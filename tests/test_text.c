/* Text: how lines break, and what must hold for every shaped paragraph. Bytes that
 * fonts decide are not compared: only what is true of any font. */
#include "tests.h"

#include <math.h>
#include <string.h>

#include "shaping.h"

static DlMeasurer *pango;

/* ---- The fixed measurer: 6 pt a letter ---- */

static const struct fixed_row {
    const char *name;
    const char *texts[MOST_PARTS];
    double width;
    const char *expected;
} fixed_rows[] = {
    {"without a width there is one line", {"one two three"}, 0, "one two three"},
    {"words go to the next line whole", {"one two three"}, 45, "one two|three"},
    {"a line may be as wide as its box", {"one two"}, 42, "one two"},
    {"the space at a line's end takes no room", {"one two"}, 18, "one|two"},
    {"a word wider than its box is broken",
     {"a unbreakable"},
     30,
     "a|unbre|akabl|e broken"},
    {"a note stays with its word", {"one two", "12"}, 42, "one|two12"},
    {"what ends a line is a space", {"one\ntwo\tthree"}, 0, "one two three"},
    {"a character narrower than nothing still gets a line", {"ab"}, 1, "a|b broken"},
    {"an empty text is an empty line", {""}, 50, ""},
};

static void test_fixed(void **state) {
    const struct fixed_row *row = *state;
    g_autoptr(DlMeasurer) fixed = dl_measurer_new_fixed();
    g_autoptr(DlTextBlock) block =
        shape_in(fixed, row->texts, row->width, DL_ALIGN_START);
    g_autofree char *lines = lines_to_text(block);
    assert_string_equal(lines, row->expected);
}

/* ---- Where lines stand ---- */

static const struct align_row {
    const char *name;
    const char *text;
    DlAlign align;
    double expected; /* of the room, before the second line */
} align_rows[] = {
    {"lines start at the left", "long line x", DL_ALIGN_START, 0},
    {"or at the centre", "long line x", DL_ALIGN_CENTRE, 0.5},
    {"or end at the right", "long line x", DL_ALIGN_END, 1},
    {"right to left starts at the right", "سلام عليكم و", DL_ALIGN_START, 1},
    {"right to left ends at the left", "سلام عليكم و", DL_ALIGN_END, 0},
};

static void test_align(void **state) {
    const struct align_row *row = *state;
    const char *const texts[MOST_PARTS] = {row->text};
    g_autoptr(DlTextBlock) whole = shape_in(pango, texts, 0, row->align);
    g_autoptr(DlTextBlock) block = shape_in(pango, texts, whole->width - 3, row->align);
    assert_int_equal(block->lines->len, 2);
    const DlTextLine *first = block->lines->pdata[0], *second = block->lines->pdata[1];
    assert_true(first->x == 0);
    assert_true(fabs(second->x - row->expected * (first->width - second->width)) <
                1e-9);
    assert_true(fabs(second->baseline - first->baseline - 15) < 1e-9);
    assert_true(fabs(block->height - 30) < 1e-9);
}

/* ---- What holds for every paragraph, of either measurer ---- */

static const struct any_row {
    const char *name;
    const char *texts[MOST_PARTS];
} any_rows[] = {
    {"Latin", {"Kim Il-sung, Mao and Khrushchev", "1", "2"}},
    {"Hangul and Han", {"김정은 시진핑 parade 金正恩", "12"}},
    {"Arabic in English", {"The word السلام عليكم stands here", "3"}},
    {"English in Arabic", {"السلام عليكم London ورحمة الله", "3"}},
    {"Hebrew and figures", {"בשנת 1953 נחתם", "3"}},
    {"ligatures", {"office affluent fjord", "1"}},
    {"marks on marks", {"e\xcc\x81\xcc\x81 a\xcc\x8a x\xcc\xb2\xcc\xb2", "1"}},
    {"a part that begins with a mark", {"abc", "\xcc\x81xyz"}},
    {"joiners alone", {"\xe2\x80\x8d\xe2\x80\x8d", "\xe2\x80\x8d", "x"}},
    {"a family of emoji", {"\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9 ok", "1"}},
    {"soft hyphens",
     {"Donau\xc2\xad"
      "dampf\xc2\xad"
      "schiff\xc2\xad"
      "fahrt",
      "1"}},
    {"an isolate that is never closed", {"a \xe2\x81\xa7 b", "12"}},
    {"an isolate that was never opened", {"a \xe2\x81\xa9\xe2\x81\xa9 b", "12"}},
    {"overrides that are never closed", {"a \xe2\x80\xae b \xe2\x80\xab c", "12"}},
    {"controls that only open", {"\xe2\x80\xae", "\xe2\x81\xa6", "x"}},
    {"paragraph separators",
     {"a\xe2\x80\xa9"
      "b\nc\xc2\x85"
      "d",
      "12"}},
    {"nothing but spaces", {"   ", "  "}},
    {"empty parts", {"", "", ""}},
    {"a character of no font", {"x \xf3\xb0\x80\x80 y", "12"}},
    {"a noncharacter", {"x \xef\xb7\x90 y", "12"}},
};

static void check_run(const DlGlyphRun *run) {
    size_t n_bytes = 0;
    int n_glyphs = 0;
    for (int i = 0; i < run->n_clusters; i++) {
        n_bytes += (size_t)run->clusters[i].n_bytes;
        n_glyphs += run->clusters[i].n_glyphs;
    }
    assert_int_equal(n_bytes, strlen(run->text));
    assert_int_equal(n_glyphs, run->n_glyphs);
    assert_true(g_utf8_validate(run->text, -1, NULL));
}

static void check_line(const DlTextLine *line) {
    size_t n_bytes = 0;
    double x = 0;
    for (guint i = 0; i < line->runs->len; i++) {
        const DlGlyphRun *run = line->runs->pdata[i];
        check_run(run);
        assert_true(fabs(run->x - x) < 1e-9);
        n_bytes += strlen(run->text);
        x += run->width;
    }
    assert_true(fabs(line->width - x) < 1e-9);
    assert_int_equal(n_bytes, strlen(line->text));
    assert_false(g_str_has_suffix(line->text, " "));
}

static void check_block(const DlTextBlock *block, double width) {
    assert_true(block->lines->len > 0);
    for (guint i = 0; i < block->lines->len; i++) {
        const DlTextLine *line = block->lines->pdata[i];
        check_line(line);
        assert_true(line->size > 0);
        assert_true(line->x >= 0 && line->x + line->width <= block->width + 1e-9);
        assert_true(width <= 0 || block->broke_word || line->width <= width + 0.01);
    }
}

static void test_any(void **state) {
    static const double widths[] = {0, 200, 60, 20, 1};
    const struct any_row *row = *state;
    g_autoptr(DlMeasurer) fixed = dl_measurer_new_fixed();
    for (size_t i = 0; i < G_N_ELEMENTS(widths); i++) {
        g_autoptr(DlTextBlock) a =
            shape_in(fixed, row->texts, widths[i], DL_ALIGN_START);
        check_block(a, widths[i]);
        g_autoptr(DlTextBlock) b =
            shape_in(pango, row->texts, widths[i], DL_ALIGN_START);
        check_block(b, widths[i]);
    }
}

/* ---- Isolates: parts keep their place whatever they hold ---- */

static const struct order_row {
    const char *name;
    const char *texts[MOST_PARTS];
    const char *expected; /* the parts from left to right */
} order_rows[] = {
    {"a note after English is at its right", {"armistice", "12"}, "01"},
    {"a note after Arabic in an Arabic line is at its left", {"السلام", "12"}, "10"},
    {"Arabic parts of an English line stay in its order",
     {"in ", "السلام", "عليكم"},
     "012"},
    {"an override does not reach the next part", {"a\xe2\x80\xae", "b", "c"}, "012"},
    {"nor does the end of an isolate", {"a\xe2\x81\xa9", "ש", "1"}, "012"},
};

static void test_order(void **state) {
    const struct order_row *row = *state;
    g_autoptr(DlTextBlock) block = shape_in(pango, row->texts, 0, DL_ALIGN_START);
    const DlTextLine *line = block->lines->pdata[0];
    g_autoptr(GString) order = g_string_new(NULL);
    int last = -1;
    for (guint i = 0; i < line->runs->len; i++) {
        const DlGlyphRun *run = line->runs->pdata[i];
        if (run->part != last)
            g_string_append_printf(order, "%d", run->part);
        last = run->part;
    }
    assert_string_equal(order->str, row->expected);
}

/* ---- The direction of a paragraph ---- */

static const struct direction_row {
    const char *name, *language, *text;
    bool right_to_left;
} direction_rows[] = {
    {"an Arabic sentence may begin with a foreign name", "ar", "박지훈، سجل السفينة",
     true},
    {"so may an English one", "en", "ليلى حداد, the engineer", false},
    {"a name alone keeps its own", "en", "ليلى حداد", true},
    {"in Arabic too", "ar", "Levant Link", false},
};

static void test_direction(void **state) {
    const struct direction_row *row = *state;
    const DlTextPart part = {row->text, plain, row->language};
    g_autoptr(DlTextBlock) block =
        dl_measurer_shape(pango, &part, 1, 0, 1.25, DL_ALIGN_START);
    assert_int_equal(block->right_to_left, row->right_to_left);
}

/* ---- Single facts ---- */

static void test_natural_width_fits(void **state) {
    (void)state;
    const DlTextPart part = {"From armistice to rostrum", plain, "en"};
    g_autoptr(DlTextBlock) whole = shape_style(pango, part.text, plain);
    g_autoptr(DlTextBlock) block =
        dl_measurer_shape(pango, &part, 1, whole->width, 1.5, DL_ALIGN_START);
    assert_int_equal(block->lines->len, 1);
}

static void test_note_keeps_to_word(void **state) {
    (void)state;
    const char *const texts[] = {"참여했다", "12", NULL};
    g_autoptr(DlTextBlock) whole = shape_in(pango, texts, 0, DL_ALIGN_START);
    g_autoptr(DlTextBlock) block =
        shape_in(pango, texts, whole->width - 2, DL_ALIGN_START);
    const DlTextLine *last = block->lines->pdata[block->lines->len - 1];
    assert_string_not_equal(last->text, "12");
    assert_true(g_str_has_suffix(last->text, "12"));
}

static const struct unit_row {
    const char *name, *text, *kept;
} unit_rows[] = {
    {"a Korean day keeps its unit", "2025년 9월 15일", "15일"},
    {"so does a length", "약 20시간", "20시간"},
    {"so do Chinese dates", "1953年7月27日", "27日"},
    {"and Japanese ones", "会談 40分間", "40分"},
    {"a symbol stays with its number", "Fibres go dark, 31 km", "31 km"},
    {"words of Hangul do not part", "글자 스물여덟", "스물여덟"},
    {"so does an hour of the clock", "The papers had it at 2 p.m.", "2 p.m."},
};

/* In a box that ends within the last unit or word. */
static void test_units(void **state) {
    const struct unit_row *row = *state;
    const char *const texts[] = {row->text, NULL};
    g_autoptr(DlTextBlock) whole = shape_in(pango, texts, 0, DL_ALIGN_START);
    g_autoptr(DlTextBlock) block =
        shape_in(pango, texts, whole->width - 2, DL_ALIGN_START);
    const DlTextLine *last = block->lines->pdata[block->lines->len - 1];
    assert_int_equal(block->lines->len, 2);
    assert_true(g_str_has_prefix(last->text, row->kept));
}

static const struct narrow_row {
    const char *name, *text;
    double width;
} narrow_rows[] = {
    {"a number wider than its box is broken though it has a unit",
     "12345678901234567890 km", 60},
    {"in Korean, too", "12345678901234567890일", 60},
    {"a symbol leaves its number where both are too wide", "Summit 100 MWh", 26},
};

static void test_narrow(void **state) {
    const struct narrow_row *row = *state;
    const char *const texts[] = {row->text, NULL};
    g_autoptr(DlTextBlock) block = shape_in(pango, texts, row->width, DL_ALIGN_START);
    assert_true(block->broke_word);
    assert_true(block->width <= row->width + 0.01);
}

static const struct date_row {
    const char *name, *text;
    double share; /* of the text's width: the box */
    const char *expected;
} date_rows[] = {
    {"a range ends its line behind the dash",
     "16 July 1969, 16:22:04 – 19 July 1969, 17:21:50 UTC", 0.6,
     "16 July 1969, 16:22:04 –|19 July 1969, 17:21:50 UTC"},
    {"a day and its time part at the comma", "until 5 March 2024, 17:10 EET", 0.7,
     "until 5 March 2024,|17:10 EET"},
    {"a length goes to the next line whole", "until 5 March · about 9 hours", 0.6,
     "until 5 March ·|about 9 hours"},
    {"no line begins with a dash", "ten seventeen – nine", 0.68,
     "ten|seventeen –|nine"},
    {"words between two dates may begin a line", "between 800 BC and 701 BC", 0.7,
     "between 800 BC|and 701 BC"},
    {"a range of times does not part at its dash", "4 March 2024, 01:30–02:30 EET", 0.7,
     "4 March 2024,|01:30–02:30 EET"},
    {"a name parts anywhere", "during: The ends are spliced", 0.7,
     "during: The ends|are spliced"},
    {"one that is too long breaks all the same", "5 September 2025", 0.8,
     "5 September|2025 broken"},
};

static void test_dates(void **state) {
    const struct date_row *row = *state;
    DlTextPart part = {row->text, plain, "en"};
    part.style.is_date = true;
    g_autoptr(DlTextBlock) whole =
        dl_measurer_shape(pango, &part, 1, 0, 1.5, DL_ALIGN_START);
    g_autoptr(DlTextBlock) block = dl_measurer_shape(
        pango, &part, 1, whole->width * row->share, 1.5, DL_ALIGN_START);
    g_autofree char *lines = lines_to_text(block);
    assert_string_equal(lines, row->expected);
}

static void test_stacked_marks(void **state) {
    (void)state;
    g_autoptr(DlTextBlock) usual = shape_style(pango, "e x", plain);
    g_autoptr(DlTextBlock) high = shape_style(
        pango, "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301 x", plain);
    const DlTextLine *line = high->lines->pdata[0];
    const DlTextLine *usual_line = usual->lines->pdata[0];
    assert_true(line->ascent > usual_line->ascent + plain.size / 2);
    assert_near(high->height - usual->height, line->ascent - usual_line->ascent, 0.01);
    assert_near(line->baseline - usual_line->baseline,
                line->ascent - usual_line->ascent, 0.01);
}

static void test_long_text(void **state) {
    (void)state;
    g_autoptr(GString) text = g_string_new(NULL);
    while (text->len < 100000)
        g_string_append(text, "word سلام 한국 ");
    const DlTextPart part = {text->str, plain, "en"};
    g_autoptr(DlTextBlock) block =
        dl_measurer_shape(pango, &part, 1, 200, 1.5, DL_ALIGN_START);
    check_block(block, 200);
}

static void test_no_parts(void **state) {
    (void)state;
    g_autoptr(DlTextBlock) block =
        dl_measurer_shape(pango, NULL, 0, 0, 1.5, DL_ALIGN_START);
    assert_int_equal(block->lines->len, 0);
    assert_true(block->height == 0);
}

static const struct fact facts[] = {
    {"a text fits into its own width", test_natural_width_fits},
    {"a note never stands alone on a line", test_note_keeps_to_word},
    {"marks stacked on marks make room for themselves", test_stacked_marks},
    {"100 kB are shaped", test_long_text},
    {"no parts make no lines", test_no_parts},
};

int main(void) {
    pango = dl_measurer_new_pango(NULL, NULL);
    const int failed =
        run_rows(test_fixed, fixed_rows) + run_rows(test_align, align_rows) +
        run_rows(test_any, any_rows) + run_rows(test_order, order_rows) +
        run_rows(test_direction, direction_rows) + run_rows(test_units, unit_rows) +
        run_rows(test_narrow, narrow_rows) + run_rows(test_dates, date_rows) +
        run_rows(check_fact, facts);
    dl_measurer_free(pango);
    return failed;
}
