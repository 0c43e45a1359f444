/* The figure for the web. */
#include "rendering.h"

static const struct html_row {
    const char *name;
    DlRenderOptions options;
    Words words;
    const char *has, *has_not; /* NULL: nothing */
} html_rows[] = {
    {"it is a page of its language",
     {0},
     {"x", NULL},
     "<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">",
     NULL},
    {"the figure has an id",
     {.id_prefix = "p"},
     {"x", NULL},
     "<figure id=\"p-figure\">\n<svg ",
     "<?xml"},
    {"every page is in it",
     {.id_prefix = "p"},
     {"x", NULL},
     "<svg xmlns=\"http://www.w3.org/2000/svg\" "
     "xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"100%\" viewBox=\"0 0 300 "
     "121\" "
     "id=\"p-2\"",
     NULL},
    {"the keyboard reaches events",
     {.id_prefix = "p"},
     {"x", NULL},
     "<g class=\"event\" id=\"p-event-parade\" data-event=\"parade\" "
     "data-start=\"1953-07-27\" role=\"group\" tabindex=\"0\">",
     NULL},
    {"the caption stands below",
     {0},
     {"Told", NULL},
     "<figcaption>\n<p>Told</p>",
     NULL},
    {"the events are a table", {0}, {"x", NULL}, "<summary>Events (1)</summary>", NULL},
    {"a row is named by its event",
     {0},
     {"x", NULL},
     "<tr><td><span>27 July 1953</span></td><th scope=\"row\"><span>x</span></th></tr>",
     NULL},
    {"with its link",
     {0},
     {"x", "https://example.org/(1)"},
     "<span><a href=\"https://example.org/%281%29\">x</a></span>",
     NULL},
    {"but none that would run", {0}, {"x", "javascript:alert(1)"}, NULL, "javascript:"},
    {"markup is text",
     {0},
     {"<script>1</script>", NULL},
     "<p>&lt;script&gt;1&lt;/script&gt;</p>",
     "<script"},
    {"it follows the reader's screen",
     {0},
     {"x", NULL},
     "<meta name=\"color-scheme\" content=\"light dark\">",
     NULL},
    {"or does not",
     {.no_dark = true},
     {"x", NULL},
     "<meta name=\"color-scheme\" content=\"light\">",
     "prefers-color-scheme"},
};

static void test_html(void **state) {
    const struct html_row *row = *state;
    g_autofree char *html =
        render_text(dl_measurer_new_fixed, "html", &row->options, &row->words);
    if (row->has != NULL && strstr(html, row->has) == NULL)
        fail_msg("it has no %s", row->has);
    if (row->has_not != NULL && strstr(html, row->has_not) != NULL)
        fail_msg("it has %s", row->has_not);
}

int main(void) {
    return run_rows(test_html, html_rows);
}
