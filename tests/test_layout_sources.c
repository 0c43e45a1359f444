/* The list of sources: in columns as low as they can be. */
#include "drawing.h"
#include "tests.h"

#define SHORT "A"
#define SENTENCE                                                                       \
    "A title that is so long that one line has no room for all of its words. "
#define LONG SENTENCE SENTENCE SENTENCE
#define FOUR(a, b, c, d)                                                               \
    "timeline: {title: T}\nsources: {a: {title: " a "}, b: {title: " b                 \
    "}, c: {title: " c "}, d: {title: " d                                              \
    "}}\nevents: [{title: E, date: 2000-01-01, sources: [a, b, "                       \
    "c, d]}, {title: F, date: 2001-01-01}]\n"

static const struct row {
    const char *name, *yaml;
    const char *expected; /* what stands in each column */
} rows[] = {
    {"as many in one column as in the other", FOUR(SHORT, SHORT, SHORT, SHORT),
     "1 2 | 3 4"},
    {"but fewer where they are longer", FOUR(SHORT, SHORT, SHORT, LONG), "1 2 3 | 4"},
    {"in any column", FOUR(LONG, SHORT, SHORT, SHORT), "1 | 2 3 4"},
    {"they have no numbers where nothing names them",
     FOUR(SHORT, SHORT, SHORT, SHORT) "charts: [{scale: linear, labels: none}]\n",
     "“A” “A” | “A” “A”"},
};

static void test_row(void **state) {
    const struct row *row = *state;
    g_auto(LaidOut) made = lay_out(row->yaml);
    const DlPlacedPage *page = made.layout->pages->pdata[0];
    g_autoptr(GString) text = g_string_new(NULL);
    double left = page->title.at.x;
    for (guint i = 0; i < page->sources->len; i++) {
        const DlPlacedText *source = &g_array_index(page->sources, DlPlacedText, i);
        const DlTextLine *line = source->block->lines->pdata[0];
        if (source->at.x > left + 100) {
            g_string_append(text, " |");
            left = source->at.x;
        }
        if (source->link == NULL && (page->sources->len == 4 || i % 2 == 0))
            g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "", line->text);
    }
    assert_string_equal(text->str, row->expected);
}

int main(void) {
    return run_rows(test_row, rows);
}
