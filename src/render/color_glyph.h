/* Glyphs that their font draws in colours: they have no outline, and are pictures
 * wherever text is not set by the one who shows it. Private to render/. */
#ifndef DL_RENDER_COLOR_GLYPH_H
#define DL_RENDER_COLOR_GLYPH_H

#include <cairo.h>

#include "base/geometry.h"
#include "text/measure.h"

typedef struct {
    cairo_surface_t *surface; /* owned */
    DlBox box;                /* of it, in ems from the glyph's origin, y downwards */
} DlColorGlyph;

/* NULL: there is nothing to see. The caller owns it. */
DlColorGlyph *dl_color_glyph_new(const DlMeasurer *measurer, int font, uint32_t glyph);
void dl_color_glyph_free(DlColorGlyph *glyph);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlColorGlyph, dl_color_glyph_free)

#endif
