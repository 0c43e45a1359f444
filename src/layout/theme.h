/* Themes: sizes in points and paints. A theme is a row of a table. */
#ifndef DL_LAYOUT_THEME_H
#define DL_LAYOUT_THEME_H

#include "base/color.h"
#include "model/chart.h"
#include "model/timeline.h"

typedef struct {
    DlColor light, dark; /* dark: on a dark screen */
} DlTone;

enum { DL_PALETTE_SIZE = 8 };

typedef struct {
    DlTone paper, ink, muted, rule, band, band_edge;
    DlTone palette[DL_PALETTE_SIZE]; /* for categories, in order of appearance */
    double margin;
    double title_size, subtitle_size, legend_size, tick_size, foot_size;
    /* Labels: the sizes that their titles may have, and what the rest is of that. On
     * the smallest, sentences still have `smallest_text` and note numbers 5 points. */
    double largest_label, smallest_label, text_share, note_share;
    double smallest_text;
    double line_height;
    double band_height;             /* the axis is a ruler: a band with its dates */
    double mark_radius, mark_pitch; /* pitch: of marks that stack across the axis */
    double bar_height;
    double leader_width;
} DlTheme;

/* The theme of that kind; static. */
const DlTheme *dl_theme_of(DlThemeKind kind);

/* The theme for a page so many points wide: on pages wider than A4 all grows with them;
 * on narrower ones only the headline and the margin shrink, for letters must be read.
 */
DlTheme dl_theme_for_page(const DlTheme *theme, double width);

/* The colour of a category: its own, else the palette's; the ink for none. */
DlTone dl_theme_category(const DlTheme *theme, const DlCategory *category);

#endif
