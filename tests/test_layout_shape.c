/* How the lines of labels break: what would be left alone has company. */
#include "tests.h"

#include "layout/shape.h"
#include "shaping.h"

static const struct row {
    const char *name, *text;
    double share; /* of the text's width: the widest that lines may be */
    const char *expected;
} rows[] = {
    {"a last word takes the one before it with it",
     "after: Grapnel takes the first end", 0.48, "after: Grapnel|takes the|first end"},
    {"so does one that hangs from a long line", "New York parts from Pennsylvania",
     0.62, "New York parts|from Pennsylvania"},
    {"not where that leaves the line before it too short", "The Holocene begins", 0.9,
     "The Holocene|begins"},
    {"two words are company enough", "All traffic is back on the cable", 0.6,
     "All traffic is back|on the cable"},
    {"words on one line stay there", "Light returns", 1, "Light returns"},
};

static void test_row(void **state) {
    const struct row *row = *state;
    g_autoptr(DlMeasurer) pango = dl_measurer_new_pango(NULL, NULL);
    const DlTextPart part = {row->text, plain, "en"};
    g_autoptr(DlTextBlock) whole = shape_style(pango, row->text, plain);
    double least = 0;
    g_autoptr(DlTextBlock) block = dl_shape_balanced(
        pango, &part, 1, whole->width * row->share, 1.25, DL_ALIGN_START, &least);
    g_autofree char *lines = lines_to_text(block);
    assert_string_equal(lines, row->expected);
}

int main(void) {
    return run_rows(test_row, rows);
}
