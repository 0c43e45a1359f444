#include "read/records.h"

#include <string.h>

#include "read/values.h"

typedef struct {
    const char *name;
    double width, height; /* points */
} Paper;

#define MM(length) ((length)*72 / 25.4)

static const Paper papers[] = {
    {"A3", MM(297), MM(420)}, {"A4", MM(210), MM(297)}, {"A5", MM(148), MM(210)},
    {"letter", 612, 792},     {"legal", 612, 1008},     {"16:9", 960, 540},
};

typedef struct {
    const char *name;
    double points;
} Unit;

static const Unit units[] = {
    {"mm", 72 / 25.4}, {"cm", 720 / 25.4}, {"in", 72}, {"pt", 1}, {"px", 0.75},
};

/* No label fits on less than 10 mm; PDF viewers show no more than 200 inches (PDF 1.7,
 * C.2). The rest is room for rounding. */
static const double LENGTH_MIN = MM(9.999), LENGTH_MAX = MM(5080.001);

static bool parse_length(const char *text, double *points) {
    const size_t n_digits = strspn(text, "0123456789.");
    char *end = NULL;
    const double number = g_ascii_strtod(text, &end);
    if (n_digits == 0 || end != text + n_digits)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
        if (strcmp(g_strchug(end), units[i].name) == 0) {
            *points = number * units[i].points;
            return true;
        }
    return false;
}

static bool read_length(DlReader *reader, const DlNode *value, double *points) {
    const char *text = dl_read_scalar(reader, value, "a length");
    if (text == NULL)
        return false;
    g_autofree char *copy = g_strdup(text);
    double length = 0;
    if (!parse_length(copy, &length))
        return dl_problems_add(reader->problems, value->place, "bad-value",
                               "`%s` is not a length: expected a number with mm, cm, "
                               "in, pt or px",
                               text);
    if (length < LENGTH_MIN || length > LENGTH_MAX)
        return dl_problems_add(
            reader->problems, value->place, "bad-value",
            "`%s` is not the length of a page: expected 10mm to 5080mm", text);
    *points = length;
    return true;
}

DL_READER(read_width, DlPage, page, read_length(reader, value, &page->width))

static void read_height(DlReader *reader, const DlNode *value, void *record) {
    DlPage *page = record;
    if (value->kind != DL_NODE_SCALAR || strcmp(value->text, "auto") != 0)
        read_length(reader, value, &page->height);
}

static const DlField page_fields[] = {
    {"width", true, read_width},
    {"height", false, read_height},
};
static const DlFieldTable page_table = DL_FIELD_TABLE("a page", page_fields);

static const Paper *find_paper(const char *name) {
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++)
        if (g_ascii_strcasecmp(papers[i].name, name) == 0)
            return &papers[i];
    return NULL;
}

/* Lays the page on its long or its short side. False for any other word. */
static bool turn(DlPage *page, const char *word) {
    const double longer = MAX(page->width, page->height);
    const double shorter = MIN(page->width, page->height);
    if (strcmp(word, "landscape") == 0)
        *page = (DlPage){longer, shorter};
    else if (strcmp(word, "portrait") == 0)
        *page = (DlPage){shorter, longer};
    else
        return false;
    return true;
}

/* "A4 landscape" */
static bool parse_page(const char *text, DlPage *page) {
    g_auto(GStrv) words = g_strsplit(text, " ", 2);
    const Paper *paper = find_paper(words[0]);
    if (paper == NULL)
        return false;
    *page = (DlPage){paper->width, paper->height};
    return words[1] == NULL || turn(page, g_strstrip(words[1]));
}

bool dl_read_page(DlReader *reader, const DlNode *value, DlPage *page) {
    *page = (DlPage){0, 0};
    if (value->kind == DL_NODE_MAP)
        return dl_read_fields(reader, value, &page_table, reader->key, page) &&
               page->width > 0;
    const char *text = dl_read_scalar(reader, value, "a page size");
    if (text == NULL || parse_page(text, page))
        return text != NULL;
    return dl_problems_add(
        reader->problems, value->place, "bad-value",
        "`%s` is not a page: expected A3, A4, A5, letter, legal or "
        "16:9, with `landscape` or `portrait`, or a map with `width` "
        "and `height`",
        text);
}
