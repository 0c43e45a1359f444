/* Pages that are narrow or low for what stands on them: nothing leaves its place, lies
 * on something else, or goes without a word. */
#include "drawing.h"
#include "tests.h"

#include <string.h>

#define ZONED(zone, chart)                                                             \
    "timeline: {title: T, timezone: " zone "}\n"                                       \
    "events:\n"                                                                        \
    "- {title: First, date: 2025-09-02T03:15Z}\n"                                      \
    "- {title: Second, date: 2025-09-02T09:40Z}\n"                                     \
    "- {title: Third, date: 2025-09-03T08:00Z}\n"                                      \
    "charts: [{timezones: [Asia/Kathmandu, UTC], " chart "}]\n"

static const struct row {
    const char *name, *yaml;
    const char *words;    /* what the page says */
    const char *no_words; /* and does not; NULL: anything */
} rows[] = {
    {"names of zones begin beside a narrow axis",
     ZONED("America/Sao_Paulo", "page: {width: 90mm, height: auto}"), "+05:45", NULL},
    {"and beside lanes",
     ZONED("America/Sao_Paulo", "lanes: status, page: {width: 90mm, height: auto}"),
     "+05:45", NULL},
    {"and beside segments",
     ZONED("America/Sao_Paulo", "segments: day, page: {width: 110mm, height: auto}"),
     "+05:45", NULL},
    {"and over the rows of an axis that runs down",
     ZONED("America/Sao_Paulo", "shape: vertical, page: {width: 150mm, height: auto}"),
     "+05:45", NULL},
    {"words of a break stand clear of a span that passes them",
     "timeline: {title: T, language: de}\n"
     "events:\n"
     "- {title: A, date: 2010-02}\n"
     "- {title: B, date: 2011-05}\n"
     "- {title: C, start: unknown, end: 2019-06}\n"
     "- {title: D, date: 2019-09}\n"
     "- {title: E, date: 2020-03}\n"
     "charts: [{shape: vertical, labels: numbered, page: {width: 120mm, height: "
     "auto}}]\n",
     "ausgelassen", NULL},
    {"no word of a break is broken",
     "timeline: {title: T, language: de}\n"
     "events: [{title: A, date: 1950}, {title: B, date: 2010}]\n"
     "charts: [{scale: broken, page: {width: 140mm, height: auto}}]\n",
     "ausgelassen", NULL},
    {"a lane that holds only what has no date is none",
     "timeline: {title: T}\n"
     "categories: {w: {label: War}}\n"
     "events:\n"
     "- {title: A, date: 1951, category: w}\n"
     "- {title: B, date: unknown}\n"
     "charts: [{lanes: category, page: {width: 120mm, height: auto}}]\n",
     "War", "Others"},
};

/* In a line of its own. */
static bool says(const DlScene *scene, const char *words) {
    g_autoptr(GPtrArray) leaves = list_leaves(scene);
    for (guint i = 0; i < leaves->len; i++) {
        const DlSceneNode *node = leaves->pdata[i];
        const GPtrArray *lines =
            node->kind == DL_NODE_TEXT ? node->as.text.block->lines : NULL;
        for (guint j = 0; lines != NULL && j < lines->len; j++)
            if (strstr(((const DlTextLine *)lines->pdata[j])->text, words) != NULL)
                return true;
    }
    return false;
}

static void test_edges(void **state) {
    const struct row *row = *state;
    g_auto(Drawn) drawn = draw_yaml(row->yaml);
    assert_faultless(drawn.scene);
    assert_true(says(drawn.scene, row->words));
    assert_true(row->no_words == NULL || !says(drawn.scene, row->no_words));
}

/* ---- Bars that are broken with their axis ---- */

#define SPANNED(choices)                                                               \
    "timeline: {title: T}\n"                                                           \
    "events:\n"                                                                        \
    "- {title: A, date: 1950-03}\n"                                                    \
    "- {title: B, date: 1952-05}\n"                                                    \
    "- {title: Talks, start: 1951-01, end: 2011-06}\n"                                 \
    "- {title: C, date: 2010-03}\n"                                                    \
    "- {title: D, date: 2012-03}\n"                                                    \
    "charts: [{scale: broken, " choices "}]\n"

static const struct bar_row {
    const char *name, *yaml;
} bar_rows[] = {
    {"words in a bar keep off its break",
     SPANNED("page: {width: 260mm, height: auto}")},
    {"so does a number",
     SPANNED("labels: numbered, page: {width: 120mm, height: auto}")},
    {"beside an axis that runs down too",
     SPANNED("labels: numbered, shape: vertical, page: {width: 120mm, height: auto}")},
};

static bool share(double from, double length, double other, double other_length) {
    return from < other + other_length && other < from + length;
}

/* Along the axis. */
static bool is_on_break(const DlPanel *panel, DlBox box) {
    bool found = false;
    for (guint i = 0; i < panel->breaks->len; i++) {
        DlBox gap = ((const DlPlacedBreak *)panel->breaks->pdata[i])->box;
        found |= panel->vertical ? share(box.y, box.height, gap.y, gap.height)
                                 : share(box.x, box.width, gap.x, gap.width);
    }
    return found;
}

static DlBox words_box(const DlPlacedEvent *placed) {
    const DlTextBlock *number = placed->number.block;
    if (number != NULL)
        return (DlBox){placed->number.at.x, placed->number.at.y, number->width,
                       number->height};
    return (DlBox){placed->label_at.x, placed->label_at.y, placed->label->width,
                   placed->label->height};
}

static void test_bars(void **state) {
    const struct bar_row *row = *state;
    g_auto(Resolved) resolved = resolve_yaml(row->yaml);
    g_autoptr(DlMeasurer) measurer = dl_measurer_new_fixed();
    const DlChart *chart = resolved.timeline->charts->pdata[0];
    g_autoptr(DlLayout) layout =
        dl_layout_new(resolved.timeline, chart, measurer, &chart->theme, NULL);
    const DlPlacedPage *page = layout->pages->pdata[0];
    const DlPanel *panel = page->panels->pdata[0];
    int n = 0;
    assert_true(panel->breaks->len > 0);
    for (guint i = 0; i < panel->events->len; i++) {
        const DlPlacedEvent *placed = panel->events->pdata[i];
        if (!placed->mark.is_bar ||
            (placed->number.block == NULL && !placed->label_inside))
            continue;
        assert_false(is_on_break(panel, words_box(placed)));
        n++;
    }
    assert_int_equal(n, 1);
}

/* ---- Entries ---- */

#define ENTRY(language, title)                                                         \
    "timeline: {title: T, language: " language "}\n"                                   \
    "events: [{title: " title ", date: 2025-09-03}]\n"                                 \
    "charts: [{labels: numbered, page: {width: 150mm, height: auto}}]\n"

static const struct entry_row {
    const char *name, *yaml;
} entry_rows[] = {
    {"a title stands apart from its date", ENTRY("en", "Parade")},
    {"where both run to the left", ENTRY("ar", "العرض")},
    {"where only the title does", ENTRY("he", "מצעד")},
    {"where only the date does", ENTRY("ar", "Parade")},
};

static const DlGlyphRun *find_run(const DlTextLine *line, int part) {
    for (guint i = 0; i < line->runs->len; i++) {
        const DlGlyphRun *run = line->runs->pdata[i];
        if (run->part == part)
            return run;
    }
    fail_msg("no part %d", part);
    return NULL;
}

/* The gap between them is a part of its own. */
static void test_entries(void **state) {
    const struct entry_row *row = *state;
    g_auto(Resolved) resolved = resolve_yaml(row->yaml);
    g_autoptr(DlMeasurer) pango = dl_measurer_new_pango(NULL, NULL);
    const DlChart *chart = resolved.timeline->charts->pdata[0];
    g_autoptr(DlLayout) layout =
        dl_layout_new(resolved.timeline, chart, pango, &chart->theme, NULL);
    const DlPlacedPage *page = layout->pages->pdata[0];
    const DlPanel *key = page->panels->pdata[page->panels->len - 1];
    const DlPlacedEvent *entry = key->events->pdata[0];
    const DlLabelPart *words = entry->label->parts->pdata[0];
    const DlTextLine *line = words->block->lines->pdata[0];
    const double date = find_run(line, 0)->x, title = find_run(line, 2)->x;
    const DlGlyphRun *gap = find_run(line, 1);
    assert_true(gap->width > 1);
    assert_true((date < gap->x) == (gap->x < title));
}

/* ---- Headings of lanes ---- */

/* Names of eras and rows of zones leave little beside the axis. */
static void test_headings(void **state) {
    (void)state;
    g_auto(Resolved) resolved = resolve_yaml(
        "timeline: {title: T, language: ko, timezone: America/Sao_Paulo}\n"
        "categories: {c: {label: Kim meets Xi}}\n"
        "events:\n"
        "- {title: A, date: 2025-09-02T00:00, category: c, weight: 2}\n"
        "- {title: Kim meets Xi, date: 2025-09-02T05:17, category: c}\n"
        "eras:\n"
        "- {title: 국빈관 정상회담, start: 2025-09-02, end: 2025-09-05}\n"
        "charts: [{shape: vertical, lanes: category, labels: fit, timezones: [UTC, "
        "America/Sao_Paulo], page: {width: 75mm, height: 120mm}}]\n");
    g_autoptr(DlMeasurer) pango = dl_measurer_new_pango(NULL, NULL);
    const DlChart *chart = resolved.timeline->charts->pdata[0];
    g_autoptr(DlScene) scene =
        draw_chart(resolved.timeline, chart, pango, &chart->theme);
    assert_faultless(scene);
    assert_true(says(scene, "Kim"));
}

static const struct CMUnitTest others[] = {
    cmocka_unit_test(test_headings),
};

int main(void) {
    return run_rows(test_edges, rows) + run_rows(test_bars, bar_rows) +
           run_rows(test_entries, entry_rows) +
           cmocka_run_group_tests(others, NULL, NULL);
}
