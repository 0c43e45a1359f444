/* What labels say of their time: on steps, in lists and in strips the day is told once.
 */
#include "tests.h"

#include "drawing.h"

#define DAY                                                                            \
    "timeline: {title: T}\n"                                                           \
    "events:\n"                                                                        \
    "  - {id: a, title: A, date: \"2024-03-04T02:31\"}\n"                              \
    "  - {id: b, title: B, start: \"2024-03-04T02:50\", end: \"2024-03-04T03:26\"}\n"  \
    "  - {id: c, title: C, after: b}\n"                                                \
    "  - {id: d, title: D, date: \"2024-03-04T04:05~\", after: c}\n"                   \
    "  - {id: e, title: E, date: \"2024-03-05T09:00\"}\n"
#define STORY                                                                          \
    "timeline: {title: T}\n"                                                           \
    "events:\n"                                                                        \
    "  - {id: a, title: A, date: 2024-03-04}\n"                                        \
    "  - {id: b, title: B, date: 2024-03-04, after: a}\n"                              \
    "  - {id: c, title: C, date: 2024-03-04, during: b}\n"                             \
    "  - {id: d, title: D, date: 2024-03-05, after: c}\n"
#define BETWEEN                                                                        \
    "timeline: {title: T}\n"                                                           \
    "events:\n"                                                                        \
    "  - {id: a, title: A, date: 2024-03-04}\n"                                        \
    "  - {id: b, title: B, during: a}\n"                                               \
    "  - {id: c, title: C, date: 2024-03-04, during: a, after: b}\n"
#define CHART(choices) "charts:\n  - {id: c, " choices "}\n"

static const struct when_row {
    const char *name, *yaml, *expected;
} when_rows[] = {
    {"on an axis of time each label tells its day", DAY CHART("scale: linear"),
     "a 4 March 2024, 02:31 UTC|b 4 March 2024, 02:50–03:26 UTC|c after: B|"
     "d c. 4 March 2024, 04:05 UTC|e 5 March 2024, 09:00 UTC"},
    {"on steps the first of each day does", DAY CHART("scale: sequence"),
     "a 4 March 2024, 02:31 UTC|b 02:50–03:26 UTC|c after: B|d c. 04:05 UTC|e 5 March "
     "2024, 09:00 UTC"},
    {"and in lanes", DAY CHART("scale: sequence, shape: vertical, lanes: status"),
     "a 4 March 2024, 02:31 UTC|b 02:50–03:26 UTC|c after: B|d c. 04:05 UTC|e 5 March "
     "2024, 09:00 UTC"},
    {"days without times tell their order", STORY CHART("scale: sequence"),
     "a 4 March 2024|b then|c during it|d 5 March 2024"},
    {"what is during an event says so only behind it", BETWEEN CHART("scale: sequence"),
     "a 4 March 2024|b during: A|c 4 March 2024"},
    {"as a chart's own pattern says, every time (but in bars)",
     DAY CHART("scale: sequence, dates: \"{hh}.{min}\""),
     "a 02.31|c after: B|d c. 04.05|e 09.00"},
    {"in a strip of a day its heading tells it", DAY CHART("segments: day"),
     "a 02:31 UTC|b 02:50–03:26 UTC|c after: B|d c. 04:05 UTC|e 09:00 UTC"},
};

static char *date_of(const DlPlacedEvent *placed) {
    for (guint i = 0; placed->label != NULL && i < placed->label->parts->len; i++) {
        const DlLabelPart *part = placed->label->parts->pdata[i];
        GString *text = g_string_new(placed->event->id);
        for (guint j = 0; j < part->block->lines->len; j++)
            g_string_append_printf(
                text, " %s", ((const DlTextLine *)part->block->lines->pdata[j])->text);
        if (part->role == DL_LABEL_DATE)
            return g_string_free(text, FALSE);
        g_string_free(text, TRUE);
    }
    return NULL;
}

static int compare_text(gconstpointer a, gconstpointer b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void test_when(void **state) {
    const struct when_row *row = *state;
    g_auto(LaidOut) made = lay_out(row->yaml);
    const DlPlacedPage *page = made.layout->pages->pdata[0];
    g_autoptr(GPtrArray) dates = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < page->panels->len; i++) {
        const DlPanel *panel = page->panels->pdata[i];
        for (guint j = 0; j < panel->events->len; j++) {
            char *date = date_of(panel->events->pdata[j]);
            if (date != NULL)
                g_ptr_array_add(dates, date);
        }
    }
    g_ptr_array_sort(dates, compare_text);
    g_ptr_array_add(dates, NULL);
    g_autofree char *text = g_strjoinv("|", (char **)dates->pdata);
    assert_string_equal(text, row->expected);
}

int main(void) {
    return run_rows(test_when, when_rows);
}
