/* Shaped text as plain data, so that it travels from `text` through `scene` to
 * `render`. */
#ifndef DL_BASE_GLYPHS_H
#define DL_BASE_GLYPHS_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct {
    uint32_t id;
    double x, y; /* from the run's origin on the baseline; points, y downwards */
} DlGlyph;

/* So many bytes of the text are drawn by so many glyphs (as cairo_text_cluster_t). */
typedef struct {
    int n_bytes, n_glyphs;
} DlCluster;

typedef struct {
    int font;       /* index in the table of fonts; -1: none (fixed width) */
    int part;       /* index of the text part it was made from */
    double size;    /* points */
    double x, rise; /* start of the run in its line; rise above the baseline, points */
    double width;   /* advance, points */
    bool right_to_left;
    char *text;      /* UTF-8, logical order, owned */
    DlGlyph *glyphs; /* visual order, owned */
    int n_glyphs;
    DlCluster *clusters; /* logical order, owned; of right-to-left runs too */
    int n_clusters;
} DlGlyphRun;

void dl_glyph_run_free(DlGlyphRun *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlGlyphRun, dl_glyph_run_free)

typedef struct {
    char *text;      /* owned; the line as it is read */
    double x;        /* start of the line in its block (alignment), points */
    double baseline; /* from the block's top, points */
    double width;
    double ascent, descent; /* of this line, both positive */
    double size;            /* the largest size on the line, points */
    GPtrArray *runs;        /* of DlGlyphRun, owned, visual order */
} DlTextLine;

/* A paragraph broken into lines. */
typedef struct {
    double width; /* of the widest line */
    double height;
    GPtrArray *lines;   /* of DlTextLine, owned */
    bool broke_word;    /* a word or a date was wider than the box and was broken */
    bool right_to_left; /* the direction of the paragraph */
} DlTextBlock;

/* A copy of all of it, so many times as large; the caller owns it. */
DlTextBlock *dl_text_block_copy(const DlTextBlock *block, double scale);

void dl_text_line_free(DlTextLine *line);
void dl_text_block_free(DlTextBlock *block);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DlTextBlock, dl_text_block_free)

#endif
