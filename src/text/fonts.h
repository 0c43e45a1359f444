/* The table of fonts that shaped text refers to: one row a face, whatever its size, in
 * the order of first use. Private to text/. */
#ifndef DL_TEXT_FONTS_H
#define DL_TEXT_FONTS_H

#include <pango/pango.h>

#include "text/measure.h"

typedef struct DlFontTable DlFontTable;

DlFontTable *dl_font_table_new(void);
void dl_font_table_free(DlFontTable *table);

/* The index of a font's face; a new face gets a new row. */
int dl_font_table_find(DlFontTable *table, PangoFont *font);
int dl_font_table_size(const DlFontTable *table);
DlFontFacts dl_font_table_facts(const DlFontTable *table, int font);
DlPath *dl_font_table_outline(const DlFontTable *table, int font, uint32_t glyph);
GBytes *dl_font_table_subset(const DlFontTable *table, int font, const GArray *letters);
/* A cairo_scaled_font_t of 1 pt, borrowed. */
void *dl_font_table_cairo(const DlFontTable *table, int font);

#endif
