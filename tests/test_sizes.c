/* A chart of the size of an article's is small as a file. */
#include "tests.h"

#include "dateline.h"

static DlDateline *dateline;

static const struct row {
    const char *name, *format;
    bool live_text;
    gsize most; /* bytes */
} rows[] = {
    {"an SVG with outlines", "svg", false, 200000},
    {"an SVG with live text", "svg", true, 60000},
    {"a PDF", "pdf", false, 100000},
};

static void test_size(void **state) {
    const struct row *row = *state;
    const DlDrawOptions options = {.live_text = row->live_text};
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) files =
        dl_dateline_render(dateline, "overview", row->format, &options, &error);
    if (files == NULL)
        fail_msg("%s", error->message);
    assert_int_equal(files->len, 1);
    assert_in_range(g_bytes_get_size(files->pdata[0]), 1, row->most - 1);
}

int main(void) {
    const char *const files[] = {"events/diplomacy.yaml", NULL};
    dateline = dl_dateline_read(files, NULL, NULL);
    const int failed = run_rows(test_size, rows);
    dl_dateline_free(dateline);
    return failed;
}
