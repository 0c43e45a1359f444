/* Marks that are merged: their counts can be read. */
#include "drawing.h"
#include "tests.h"

static const struct row {
    const char *name, *chart;
    int count; /* of events on one day */
    const char *expected;
} rows[] = {
    {"levels are of round numbers", "labels: fit", 100, "20 40 60 80 100"},
    {"the last is the first that no column exceeds", "labels: fit", 101,
     "25 50 75 100 125"},
    {"thousands are grouped", "labels: fit", 1100, "250 500 750 1,000 1,250"},
    {"beside an axis that runs down numbers need more room",
     "labels: fit, shape: vertical", 1100, "1,000 2,000"},
};

static void test_row(void **state) {
    const struct row *row = *state;
    g_autoptr(GString) yaml = g_string_new("timeline: {title: T}\nevents:\n"
                                           "- {title: F, date: 1900-01-01}\n"
                                           "- {title: L, date: 2100-01-01}\n");
    for (int i = 0; i < row->count; i++)
        g_string_append(yaml, "- {title: E, date: 2000-01-01}\n");
    g_string_append_printf(yaml, "charts: [{scale: linear, %s}]\n", row->chart);
    g_auto(LaidOut) made = lay_out(yaml->str);
    const DlPlacedPage *page = made.layout->pages->pdata[0];
    const DlPanel *panel = page->panels->pdata[0];
    const DlPlacedDensity *density = panel->densities->pdata[0];
    g_autoptr(GString) levels = g_string_new(NULL);
    for (guint i = 0; i < density->levels->len; i++) {
        const DlPlacedTick *level = density->levels->pdata[i];
        const DlTextLine *line = level->label.block->lines->pdata[0];
        g_string_append_printf(levels, "%s%s", i > 0 ? " " : "", line->text);
    }
    assert_string_equal(levels->str, row->expected);
}

static const struct time_row {
    const char *name, *last, *expected;
} time_rows[] = {
    {"columns are of a round time", "1909-01-01", "Each column stands for 1 month."},
    {"of a longer one on a longer axis", "2100-01-01",
     "Each column stands for 2 years."},
    {"of days", "1900-05-01", "Each column stands for 1 day."},
};

static void test_time(void **state) {
    const struct time_row *row = *state;
    g_autoptr(GString) yaml = g_string_new("timeline: {title: T}\nevents:\n"
                                           "- {title: F, date: 1900-01-01}\n");
    g_string_append_printf(yaml, "- {title: L, date: %s}\n", row->last);
    for (int i = 0; i < 100; i++)
        g_string_append(yaml, "- {title: E, date: 1900-03-01}\n");
    g_string_append(yaml, "charts: [{scale: linear, labels: fit}]\n");
    g_auto(LaidOut) made = lay_out(yaml->str);
    const DlPlacedPage *page = made.layout->pages->pdata[0];
    const DlPlacedText *remarks = &g_array_index(page->remarks, DlPlacedText, 0);
    const DlTextLine *line = remarks->block->lines->pdata[0];
    assert_non_null(strstr(line->text, row->expected));
    const DlPanel *panel = page->panels->pdata[0];
    const DlPlacedDensity *density = panel->densities->pdata[0];
    const GArray *columns = density->columns;
    const DlPlacedColumn *last =
        &g_array_index(columns, DlPlacedColumn, columns->len - 1);
    assert_int_equal(last->count, 1);
    assert_true(last->box.x + last->box.width <= panel->box.x + panel->box.width + 1);
}

int main(void) {
    return run_rows(test_row, rows) + run_rows(test_time, time_rows);
}
