/* The strips of a folded axis: what they say, and how they stand on the page. */
#include <math.h>

#include "drawing.h"
#include "tests.h"

#define CHART(segments, more)                                                          \
    "charts:\n- {id: c, segments: " segments ", page: {width: 190mm, height: auto}, "  \
    "show: [dates]" more "}\n"
#define EVENT(title, date) "- {title: " title ", date: " date "}\n"

static const GPtrArray *panels_of(const LaidOut *made) {
    return ((const DlPlacedPage *)made->layout->pages->pdata[0])->panels;
}

/* ---- What labels say ---- */

static void tell_block(GString *text, const DlTextBlock *block) {
    for (guint i = 0; i < block->lines->len; i++)
        g_string_append_printf(text, "%s|",
                               ((const DlTextLine *)block->lines->pdata[i])->text);
}

static char *tell_strips(const LaidOut *made) {
    GString *text = g_string_new("");
    const GPtrArray *panels = panels_of(made);
    for (guint p = 0; p < panels->len; p++) {
        const DlPanel *panel = panels->pdata[p];
        tell_block(text, panel->heading.block);
        for (guint i = 0; i < panel->events->len; i++) {
            const DlLabel *label =
                ((const DlPlacedEvent *)panel->events->pdata[i])->label;
            for (guint j = 0; label != NULL && j < label->parts->len; j++)
                tell_block(text, ((const DlLabelPart *)label->parts->pdata[j])->block);
        }
        g_string_append_c(text, '\n');
    }
    return g_string_free(text, FALSE);
}

static const struct words_row {
    const char *name;
    const char *yaml;
    const char *expected;
} words_rows[] = {
    {"a label in a day's strip says the time alone",
     "timeline: {title: T, timezone: Europe/Berlin}\nevents:\n" EVENT(
         "Noon", "2025-03-03T12:00") CHART("day", ""),
     "3 March 2025|12:00 CET|Noon|\n"},
    {"and of a whole day nothing",
     "events:\n" EVENT("All", "2025-03-03") CHART("day", ""), "3 March 2025|All|\n"},
    {"but what is not certain",
     "events:\n" EVENT("Some", "2025-03-03?") CHART("day", ""),
     "3 March 2025|3 March 2025 (uncertain)|Some|\n"},
    {"and how long it lasted",
     "events:\n- {title: Talks, date: 2025-03-03, duration: PT2H}\n" CHART("day", ""),
     "3 March 2025|2 hours|Talks|\n"},
    {"a date of the author's own is said as it is",
     "events:\n" EVENT("All", "2025-03-03") CHART("day", ", dates: \"{d}/{m}\""),
     "3 March 2025|3/3|All|\n"},
    {"a year's strip tells the year, not a day of it",
     "events:\n" EVENT("Year", "2025") EVENT("Day", "2025-03-03") CHART("year", ""),
     "2025|3 March 2025|Day|Year|\n"},
    {"in order alone, what began nobody knows when is where it ends",
     "events:\n- {title: Train, date: /2025-03-03, duration: PT20H}\n" EVENT(
         "All", "2025-03-03") CHART("day", ", scale: sequence"),
     "3 March 2025|until 3 March 2025\302\240· 20 hours  Train|All|\n"},
};

static void test_words(void **state) {
    const struct words_row *row = *state;
    g_auto(LaidOut) made = lay_out(row->yaml);
    g_autofree char *told = tell_strips(&made);
    assert_string_equal(told, row->expected);
}

/* ---- How strips of a vertical axis stand ---- */

#define CROWDED                                                                        \
    EVENT("Some words to read and to break here", "2025-03-04T08:00")                  \
    EVENT("Other words to read and to break here", "2025-03-04T09:00")                 \
    EVENT("Further words to read and to break here", "2025-03-04T10:00")               \
    EVENT("Last words to read and to break here", "2025-03-04T11:00")

static const struct columns_row {
    const char *name;
    const char *yaml;
    guint n_begins; /* different places at which axes end */
} columns_rows[] = {
    {"strips in a row have as many begins",
     "events:\n" EVENT("A", "2025-03-03") EVENT("B", "2025-03-04")
         CHART("day", ", shape: vertical"),
     2},
    {"strips in one column begin at one place",
     "events:\n" EVENT("A", "2025-03-03")
         CROWDED EVENT("B", "2025-11-12") "charts:\n- "
                                          "{id: c, segments: day, shape: vertical, "
                                          "page: {width: 90mm, height: auto}}\n",
     1},
};

/* Names of eras in the first strip only: axes that begin where they like would not
 * stand below one another. */
static const char grid[] =
    "eras:\n- {title: A long age, start: 1900, end: 2100}\nevents:\n" EVENT(
        "A", "2025-03-03") EVENT("B", "2025-03-04") EVENT("C", "2025-03-05")
        EVENT("D", "2025-03-06") "charts:\n- {id: c, segments: day, shape: vertical, "
                                 "page: {width: 150mm, height: auto}}\n";

static double begin_of(const DlPanel *panel) {
    const DlBox *band = &g_array_index(panel->bands, DlBox, 0);
    return band->x + band->width;
}

static void test_columns(void **state) {
    const struct columns_row *row = *state;
    g_auto(LaidOut) made = lay_out(row->yaml);
    const GPtrArray *panels = panels_of(&made);
    guint n_begins = 0;
    for (guint i = 0; i < panels->len; i++) {
        bool is_new = true;
        for (guint j = 0; j < i; j++)
            is_new = is_new && fabs(begin_of(panels->pdata[i]) -
                                    begin_of(panels->pdata[j])) > 0.1;
        n_begins += is_new;
    }
    assert_int_equal(n_begins, row->n_begins);
}

static void test_grid(void **state) {
    (void)state;
    g_auto(LaidOut) made = lay_out(grid);
    const GPtrArray *panels = panels_of(&made);
    assert_int_equal(panels->len, 4);
    for (guint i = 0; i < 2; i++)
        assert_float_equal(begin_of(panels->pdata[i]), begin_of(panels->pdata[i + 2]),
                           0.1);
}

/* ---- Names of eras ---- */

#define ERA(title, from, to) "- {title: " title ", start: " from ", end: " to "}\n"
#define DAYS(eras, pages)                                                              \
    "eras:\n" eras "events:\n" EVENT("A", "2025-03-03") EVENT("B", "2025-03-04")       \
        EVENT("C", "2025-03-06")                                                       \
            EVENT("D", "2025-03-07") "charts:\n- {id: c, segments: day, " pages "}\n"
#define LONG_AGE ERA("Age", "1900", "2100")
#define AUTO "page: {width: 190mm, height: auto}"

static const struct eras_row {
    const char *name;
    const char *yaml;
    const char *named; /* how many names each strip has */
} eras_rows[] = {
    {"an era is named where a chart of strips begins", DAYS(LONG_AGE, AUTO), "1000"},
    {"all are named again where another is new",
     DAYS(LONG_AGE ERA("Storm", "2025-03-06T08:00", "2025-03-09"), AUTO), "1002"},
    {"and where one has ended",
     DAYS(LONG_AGE ERA("Storm", "2025-02-01", "2025-03-04"), AUTO), "2010"},
    {"strips that may be on another page name theirs",
     DAYS(LONG_AGE, "page: A4, pages: many"), "1111"},
};

static void test_eras(void **state) {
    const struct eras_row *row = *state;
    g_auto(LaidOut) made = lay_out(row->yaml);
    const GPtrArray *panels = panels_of(&made);
    g_autoptr(GString) named = g_string_new("");
    for (guint p = 0; p < panels->len; p++) {
        const GPtrArray *eras = ((const DlPanel *)panels->pdata[p])->eras;
        guint count = 0;
        for (guint i = 0; i < eras->len; i++)
            count += ((const DlPlacedEra *)eras->pdata[i])->name.block != NULL;
        g_string_append_printf(named, "%u", count);
    }
    assert_string_equal(named->str, row->named);
}

/* ---- A page that is filled ---- */

static void test_numbered(void **state) {
    (void)state;
    g_auto(LaidOut) made =
        lay_out("events:\n" EVENT("A", "2001") EVENT("B", "2012")
                    EVENT("C", "2020") "charts:\n- {id: c, shape: vertical, labels: "
                                       "numbered, page: A4}\n");
    const GPtrArray *panels = panels_of(&made);
    const DlPanel *axis = panels->pdata[0], *key = panels->pdata[1];
    assert_true(axis->box.height > 0.6 * made.layout->height);
    assert_true(key->box.y + key->box.height > 0.85 * made.layout->height);
}

static void test_undated(void **state) {
    (void)state;
    g_autoptr(GString) yaml = g_string_new("events:\n");
    for (int i = 0; i < 30; i++)
        g_string_append_printf(yaml,
                               "- {title: Some words about what nobody dates %d, "
                               "date: unknown, weight: 1}\n",
                               i);
    g_string_append(
        yaml, EVENT("Heavy", "2025-03-03") EVENT(
                  "Last", "2025-03-06") "charts:\n- {id: c, labels: fit, page: A5}\n");
    g_auto(LaidOut) made = lay_out(yaml->str);
    const DlPanel *axis = panels_of(&made)->pdata[0];
    for (guint i = 0; i < axis->events->len; i++)
        assert_non_null(((const DlPlacedEvent *)axis->events->pdata[i])->label);
    const DlPanel *undated = panels_of(&made)->pdata[1];
    assert_int_equal(undated->events->len, 30);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        {"axes in a column of a grid stand below one another", test_grid, NULL, NULL,
         NULL},
        {"heavy events have labels rather than light ones without a date", test_undated,
         NULL, NULL, NULL},
        {"a vertical axis with numbers is as long as its page has room", test_numbered,
         NULL, NULL, NULL},
    };
    return run_rows(test_words, words_rows) + run_rows(test_columns, columns_rows) +
           run_rows(test_eras, eras_rows) + cmocka_run_group_tests(tests, NULL, NULL);
}
