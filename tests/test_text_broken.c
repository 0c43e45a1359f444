/* What a measurer remembers of paragraphs is what it would shape anew. */
#include "tests.h"

#include "text/measure.h"

typedef DlMeasurer *(*NewMeasurer)(void);

static DlMeasurer *new_pango(void) {
    return dl_measurer_new_pango(NULL, NULL);
}

static const struct row {
    const char *name;
    NewMeasurer new_measurer;
    const char *text, *language;
} rows[] = {
    {"words of one length", dl_measurer_new_fixed, "One two six ten and so on", "en"},
    {"words of a font", new_pango, "The 38th summit of the Southern Council", "en"},
    {"a word too long for some lines", new_pango,
     "Reunification: Wiedervereinigungsverhandlungen", "en"},
    {"a date", new_pango, "16 July 1969, 16:22:04 – 19 July 1969", "en"},
    {"words that run to the left", new_pango, "اجتماع المجلس في بيونغ يانغ", "ar"},
};

static DlTextBlock *shape(DlMeasurer *measurer, const struct row *row, bool is_date,
                          double width) {
    const DlTextPart part = {.text = row->text,
                             .style = {.size = 10, .weight = 400, .is_date = is_date},
                             .language = row->language};
    return dl_measurer_shape(measurer, &part, 1, width, 1.2, DL_ALIGN_START);
}

static void assert_same(const DlTextBlock *one, const DlTextBlock *other) {
    assert_int_equal(one->lines->len, other->lines->len);
    assert_int_equal(one->broke_word, other->broke_word);
    assert_true(one->width == other->width && one->height == other->height);
    for (guint i = 0; i < one->lines->len; i++) {
        const DlTextLine *line = one->lines->pdata[i], *same = other->lines->pdata[i];
        assert_string_equal(line->text, same->text);
        assert_true(line->x == same->x && line->baseline == same->baseline);
    }
}

static void test_widths(void **state) {
    enum { ROUNDS = 60 };
    const struct row *row = *state;
    g_autoptr(DlMeasurer) remembers = row->new_measurer();
    g_autoptr(DlMeasurer) forgets = row->new_measurer();
    for (int i = 0; i < ROUNDS; i++) {
        const double width = i % 10 == 0 ? 0 : 15 + (i * 37) % 200;
        for (int is_date = 0; is_date < 2; is_date++) {
            g_autoptr(DlTextBlock) block = shape(remembers, row, is_date, width);
            g_autoptr(DlTextBlock) anew = shape(forgets, row, is_date, width);
            assert_same(block, anew);
            dl_measurer_forget(forgets);
        }
    }
}

static const struct number_row {
    const char *name, *language;
    bool runs_left;
} number_rows[] = {
    {"a number runs as its language does", "ar", true},
    {"a number in English runs to the right", "en", false},
};

/* Whatever was shaped before. */
static void test_numbers(void **state) {
    const struct number_row *row = *state;
    g_autoptr(DlMeasurer) measurer = new_pango();
    static const struct row before[] = {{.text = "Summit", .language = "en"},
                                        {.text = "قمة", .language = "ar"}};
    for (size_t i = 0; i < G_N_ELEMENTS(before); i++) {
        dl_text_block_free(shape(measurer, &before[i], false, 0));
        const struct row number = {.text = "12", .language = row->language};
        g_autoptr(DlTextBlock) block = shape(measurer, &number, false, 0);
        assert_int_equal(block->right_to_left, row->runs_left);
        dl_measurer_forget(measurer);
    }
}

int main(void) {
    return run_rows(test_widths, rows) + run_rows(test_numbers, number_rows);
}
