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
     ZONED("America/Sao_Paulo", "page: {width: 90mm, height: auto}"), "+05:45"},
    {"and beside lanes",
     ZONED("America/Sao_Paulo", "lanes: status, page: {width: 90mm, height: auto}"),
     "+05:45"},
    {"and beside segments",
     ZONED("America/Sao_Paulo", "segments: day, page: {width: 110mm, height: auto}"),
     "+05:45"},
    {"and over the rows of an axis that runs down",
     ZONED("America/Sao_Paulo", "shape: vertical, page: {width: 150mm, height: auto}"),
     "+05:45"},
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
     "ausgelassen"},
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

int main(void) {
    return run_rows(test_edges, rows);
}
