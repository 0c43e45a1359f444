/* The parts of a paragraph as one text for Pango, each a bidi isolate; private to
 * text/. Words in the letters of its language give a part the direction of that,
 * whatever foreign name it begins with. What was added to isolate them lies outside of
 * every part's bytes, and is not drawn. */
#ifndef DL_TEXT_PARAGRAPH_H
#define DL_TEXT_PARAGRAPH_H

#include <pango/pango.h>

#include "text/measure.h"

typedef struct {
    gsize start, end; /* bytes in the paragraph's text */
} DlPartRange;

typedef struct {
    GString *text;
    GArray *ranges;           /* of DlPartRange, one for each part, ascending */
    PangoDirection direction; /* neutral: that of its first letter … */
    PangoDirection otherwise; /* … and where it has none, that of its language */
} DlParagraph;

/* The caller owns it. */
DlParagraph *dl_paragraph_new(const DlTextPart *parts, size_t n_parts);
void dl_paragraph_free(DlParagraph *paragraph);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlParagraph, dl_paragraph_free)

/* The first part that ends after a byte of the text; the number of parts if none
 * does. */
guint dl_paragraph_part_after(const DlParagraph *paragraph, gsize byte);
DlPartRange dl_paragraph_range(const DlParagraph *paragraph, guint part);
/* Whether a byte of the text is one of a part's. */
bool dl_paragraph_is_drawn(const DlParagraph *paragraph, gsize byte);

/* The bytes of a part and those added before the next: all extents together are the
 * text. */
DlPartRange dl_paragraph_extent(const DlParagraph *paragraph, guint part);

/* Sets the language of every character, so that Pango need not ask the user's
 * environment for one. */
void dl_paragraph_set_languages(const DlParagraph *paragraph, const DlTextPart *parts,
                                PangoAttrList *attributes);

#endif
