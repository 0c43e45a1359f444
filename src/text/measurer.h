/* What every measurer is made of; private to text/. A measurer breaks a paragraph into
 * lines of runs; where the lines stand in their block is the same for all of them. */
#ifndef DL_TEXT_MEASURER_H
#define DL_TEXT_MEASURER_H

#include "text/fonts.h"
#include "text/measure.h"

typedef struct {
    const DlTextPart *parts; /* borrowed */
    size_t n_parts;
    double width; /* <= 0: not broken */
} DlShapeTask;

/* Ascent and descent of a style's own font, in points: what a baseline depends on. */
typedef struct {
    double ascent, descent;
} DlFontHeight;

struct DlMeasurer {
    /* Adds the lines (their text, runs, width and size) to an empty block. */
    void (*break_lines)(DlMeasurer *measurer, const DlShapeTask *task,
                        DlTextBlock *block);
    DlFontHeight (*height)(DlMeasurer *measurer, const DlTextPart *part);
    void (*free)(DlMeasurer *measurer);
    DlFontTable *fonts; /* owned; NULL in the fixed one */
    GPtrArray *missing; /* of char, owned */
    GHashTable *broken; /* what is known of paragraphs, owned; NULL: nothing yet */
};

/* The first of the parts that is of the largest size. */
const DlTextPart *dl_task_largest_part(const DlShapeTask *task);

DlTextLine *dl_text_line_new(void);
DlTextBlock *dl_text_block_new(void);

/* A character as a paragraph has it: what would end a line or a paragraph is a space.
 */
gunichar dl_plain_character(gunichar character);

#endif
