/* Themes: what a chart looks like, as plain data. A theme is a row of a table, or such
 * a row with what a theme file says instead. Sizes are points on an A4 page. */
#ifndef DL_MODEL_THEME_H
#define DL_MODEL_THEME_H

#include <stdbool.h>

#include "base/color.h"
#include "base/names.h"

typedef enum {
    DL_THEME_LIGHT,
    DL_THEME_DARK,
    DL_THEME_PRINT,
    DL_THEME_CONTRAST
} DlThemeKind;
extern const DlNameTable dl_theme_names;

typedef enum {
    DL_MARK_CIRCLE,
    DL_MARK_DIAMOND,
    DL_MARK_SQUARE,
    DL_MARK_TRIANGLE,
    DL_MARK_WEDGE, /* a triangle on its tip */
    DL_MARK_PLUS,
    DL_MARK_CROSS,
    DL_MARK_STAR
} DlMarkShape;
extern const DlNameTable dl_mark_shape_names;

/* How a bar is filled. */
typedef enum {
    DL_PATTERN_SOLID,
    DL_PATTERN_HATCH,
    DL_PATTERN_DOTS,
    DL_PATTERN_STRIPES,
    DL_PATTERN_BACKHATCH,
    DL_PATTERN_CHECKS,
    DL_PATTERN_CROSSHATCH,
    DL_PATTERN_RAIL
} DlPattern;
extern const DlNameTable dl_pattern_names;

/* A colour, and what it is on a dark screen: the same in a theme that does not follow
 * the reader's screen. */
typedef struct {
    DlColor light, dark;
} DlTone;

enum { DL_PALETTE_MOST = 8 };

typedef struct {
    /* Lists of families ("Inter, Arial"), interned; NULL: the program's own. */
    const char *title_family, *text_family;
    DlTone paper, ink, muted, rule, band, band_edge;
    /* What tells categories and the like apart. The first `n_palette` of them have the
     * colours in turn and the first shape and pattern; the next the colours again and
     * the second shape and pattern, and so on. */
    DlTone palette[DL_PALETTE_MOST];
    DlMarkShape shapes[DL_PALETTE_MOST];
    DlPattern patterns[DL_PALETTE_MOST];
    int n_palette, n_shapes, n_patterns;
    bool is_colorless;    /* colours that a file gives to its categories do not count */
    double text_contrast; /* what text has on the paper, at least (WCAG 2.1) */
    double margin;
    double title_size, subtitle_size, legend_size, tick_size, foot_size;
    /* Labels: the sizes that their titles may have (`auto_label`: the largest on a page
     * as high as need be), and what the rest is of that. On the smallest, sentences
     * still have `smallest_text` and note numbers 5 points. */
    double largest_label, auto_label, smallest_label, text_share, note_share;
    double smallest_text;
    double line_height;
    double band_height;             /* the axis is a ruler: a band with its dates */
    double mark_radius, mark_pitch; /* pitch: of marks that stack across the axis */
    double bar_height;
    double leader_width, rule_width, edge_width, ring_width;
} DlTheme;

/* The theme of that kind; static. */
const DlTheme *dl_theme_of(DlThemeKind kind);

/* A colour that somebody chose, as a tone: where the paper is dark, light enough. */
DlTone dl_theme_tone(const DlTheme *theme, DlColor color);

#endif
