#include "base/glyphs.h"

void dl_glyph_run_free(DlGlyphRun *run) {
    if (run == NULL)
        return;
    g_free(run->text);
    g_free(run->glyphs);
    g_free(run->clusters);
    g_free(run);
}

void dl_text_line_free(DlTextLine *line) {
    if (line == NULL)
        return;
    g_free(line->text);
    g_clear_pointer(&line->runs, g_ptr_array_unref);
    g_free(line);
}

void dl_text_block_free(DlTextBlock *block) {
    if (block == NULL)
        return;
    g_clear_pointer(&block->lines, g_ptr_array_unref);
    g_free(block);
}

static void scale_run(DlGlyphRun *run, double scale) {
    run->size *= scale;
    run->x *= scale;
    run->rise *= scale;
    run->width *= scale;
    for (int i = 0; i < run->n_glyphs; i++) {
        run->glyphs[i].x *= scale;
        run->glyphs[i].y *= scale;
    }
}

static void *copy_run(const void *source, void *scale) {
    const DlGlyphRun *run = source;
    DlGlyphRun *copy = g_memdup2(run, sizeof *run);
    copy->text = g_strdup(run->text);
    copy->glyphs = g_memdup2(run->glyphs, (gsize)run->n_glyphs * sizeof *run->glyphs);
    copy->clusters =
        g_memdup2(run->clusters, (gsize)run->n_clusters * sizeof *run->clusters);
    scale_run(copy, *(const double *)scale);
    return copy;
}

static void free_run(void *run) {
    dl_glyph_run_free(run);
}

static void scale_line(DlTextLine *line, double scale) {
    line->x *= scale;
    line->baseline *= scale;
    line->width *= scale;
    line->ascent *= scale;
    line->descent *= scale;
    line->size *= scale;
}

static void *copy_line(const void *source, void *scale) {
    const DlTextLine *line = source;
    DlTextLine *copy = g_memdup2(line, sizeof *line);
    copy->text = g_strdup(line->text);
    copy->runs = g_ptr_array_copy(line->runs, copy_run, scale);
    g_ptr_array_set_free_func(copy->runs, free_run);
    scale_line(copy, *(const double *)scale);
    return copy;
}

static void free_line(void *line) {
    dl_text_line_free(line);
}

DlTextBlock *dl_text_block_copy(const DlTextBlock *block, double scale) {
    DlTextBlock *copy = g_memdup2(block, sizeof *block);
    copy->lines = g_ptr_array_copy(block->lines, copy_line, &scale);
    g_ptr_array_set_free_func(copy->lines, free_line);
    copy->width *= scale;
    copy->height *= scale;
    return copy;
}
