/* What stays on one line; private to text/. */
#ifndef DL_TEXT_KEEP_H
#define DL_TEXT_KEEP_H

#include <pango/pango.h>

#include "text/paragraph.h"

/* No line ends between a number and its unit, written together or apart: 15일, 3小时,
 * 31 km. */
void dl_keep_units(const DlParagraph *paragraph, PangoAttrList *attributes);

/* No line begins with a dash or a dot that stands alone between two words. */
void dl_keep_dashes(const DlParagraph *paragraph, PangoAttrList *attributes);

/* Words of Hangul end at blanks alone, though a line may end between any two of its
 * letters. */
void dl_keep_hangul(const DlParagraph *paragraph, PangoAttrList *attributes);

/* Parts that keep their end have their last two words on one line. */
void dl_keep_ends(const DlParagraph *paragraph, const DlTextPart *parts,
                  PangoAttrList *attributes);

/* In parts that are dates no line ends beside a number, but behind commas, colons,
 * dashes and dots: "16 July 1969, 16:22:04 –", "until 5 March 2024 ·". */
void dl_keep_dates(const DlParagraph *paragraph, const DlTextPart *parts,
                   PangoAttrList *attributes);

#endif
