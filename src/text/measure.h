/* Measures and breaks text. The rest of the program asks a measurer and knows no fonts.
 *
 * There are two: Pango's, and one of fixed width (every character 0.6 em, ascent 0.8
 * em, descent 0.2 em, line height 1.25 em) for tests that must be the same on every
 * machine. Text is shaped once: what the measurer returns is what is drawn, in every
 * format. No hinting, no rounding of positions, so a size scales exactly. Each part of
 * a text is a bidi isolate. Neither the locale nor LANGUAGE nor PANGO_LANGUAGE changes
 * a byte: the language is set for every part. */
#ifndef DL_TEXT_MEASURE_H
#define DL_TEXT_MEASURE_H

#include <glib.h>
#include <stdbool.h>

#include "base/geometry.h"
#include "base/glyphs.h"

typedef enum { DL_FACE_SANS, DL_FACE_SERIF } DlFace;

typedef struct {
    DlFace face;
    double size; /* points */
    int weight;  /* 400 regular, 700 bold (as CSS) */
    bool italic;
    bool tabular;   /* figures of one width */
    bool is_date;   /* Pango's breaks it at its commas and dashes, where it can */
    bool keeps_end; /* Pango's has its last two words on one line, where it can */
    double rise;    /* above the baseline, points: note numbers */
    double spacing; /* added between letters, points */
} DlTextStyle;

/* A stretch of a paragraph in one style. */
typedef struct {
    const char *text; /* UTF-8 */
    DlTextStyle style;
    const char *language; /* BCP 47 */
} DlTextPart;

typedef enum { DL_ALIGN_START, DL_ALIGN_CENTRE, DL_ALIGN_END } DlAlign;

typedef struct DlMeasurer DlMeasurer;

/* Families may be lists ("Inter, Arial"), which come before the defaults; NULL: only
 * these. */
DlMeasurer *dl_measurer_new_pango(const char *sans, const char *serif);
DlMeasurer *dl_measurer_new_fixed(void);
void dl_measurer_free(DlMeasurer *measurer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlMeasurer, dl_measurer_free)

/* Shapes one paragraph and breaks it at `width` points (<= 0: not at all) into lines
 * that are `line_height` times the size of its largest part apart. Words are broken
 * only where one is wider than the box, words of Hangul and dates where a part of one
 * is; a raised part (a note number) stays with the word before it, a dash between two
 * words with the first, a unit with its number. What would end a line in the text is a
 * space, and lines end without one. Lines are aligned in the block, which is as wide
 * as the widest of them, not in `width`; in a right-to-left paragraph DL_ALIGN_START
 * is the right. Baselines depend on the largest style alone, not on the fonts its
 * letters came from; only marks stacked on marks move them apart. The caller owns the
 * block. */
DlTextBlock *dl_measurer_shape(DlMeasurer *measurer, const DlTextPart *parts,
                               size_t n_parts, double width, double line_height,
                               DlAlign align);

/* Paragraphs that were shaped before are not shaped again at widths that break them
 * alike. Forgets them, to have their memory again. */
void dl_measurer_forget(DlMeasurer *measurer);

/* Characters that no font had, as "U+XXXX" and the text they stood in, each once; of
 * char, owned by the measurer. */
const GPtrArray *dl_measurer_missing(const DlMeasurer *measurer);

/* Whether a font of that family is installed; such as "serif" always is. */
bool dl_font_family_exists(const char *family);

/* What is known of a font that was used; index as in DlGlyphRun.font. */
typedef struct {
    const char *family; /* as fontconfig names it */
    int weight;
    bool italic;
    bool colored; /* it draws glyphs in colours: emoji */
    double units_per_em;
} DlFontFacts;

/* How many fonts were used; they are numbered from 0. */
int dl_measurer_n_fonts(const DlMeasurer *measurer);
DlFontFacts dl_measurer_font(const DlMeasurer *measurer, int font);
/* The outline of a glyph in font units, y downwards; without steps for a blank, and for
 * one that the font draws in colours. The caller owns it. */
DlPath *dl_measurer_outline(const DlMeasurer *measurer, int font, uint32_t glyph);
/* An OpenType font with those letters (of gunichar) of a font and all that shaping
 * makes of them; NULL if the font's licence does not permit to embed it (fsType of its
 * table OS/2), or it cannot be cut. The caller owns it. */
GBytes *dl_measurer_subset(const DlMeasurer *measurer, int font, const GArray *letters);
/* The cairo_scaled_font_t of a font at 1 pt, borrowed, for painting; NULL in the fixed
 * one. It is a void pointer so that layout, which includes this header, sees no Cairo.
 */
void *dl_measurer_cairo_font(const DlMeasurer *measurer, int font);

#endif
