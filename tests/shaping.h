/* Paragraphs of a few parts, for the tests of text. */
#ifndef DL_TESTS_SHAPING_H
#define DL_TESTS_SHAPING_H

#include "tests.h"

#include "text/measure.h"

enum { MOST_PARTS = 3 };

static const DlTextStyle plain = {.size = 10, .weight = 400};
static const DlTextStyle note = {.size = 5, .weight = 400, .rise = 3};
static inline DlTextBlock *shape_in(DlMeasurer *measurer, const char *const *texts,
                                    double width, DlAlign align) {
    DlTextPart parts[MOST_PARTS] = {{0}};
    size_t n = 0;
    for (; n < MOST_PARTS && texts[n] != NULL; n++)
        parts[n] = (DlTextPart){texts[n], n == 0 ? plain : note, "en"};
    return dl_measurer_shape(measurer, parts, n, width, 1.5, align);
}

static inline DlTextBlock *shape_style(DlMeasurer *measurer, const char *text,
                                       DlTextStyle style) {
    const DlTextPart part = {text, style, "en"};
    return dl_measurer_shape(measurer, &part, 1, 0, 1.5, DL_ALIGN_START);
}

/* "first line|second line", and " broken" if a word was. */
static inline char *lines_to_text(const DlTextBlock *block) {
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < block->lines->len; i++) {
        const DlTextLine *line = block->lines->pdata[i];
        g_string_append_printf(text, "%s%s", i == 0 ? "" : "|", line->text);
    }
    g_string_append(text, block->broke_word ? " broken" : "");
    return g_string_free(text, FALSE);
}

#endif
