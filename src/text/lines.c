#include "text/lines.h"

static const glong CONTEXT_LENGTH = 40; /* characters */

/* What is needed to take one line. */
typedef struct {
    DlMeasurer *measurer;
    const DlShapeTask *task;
    const DlParagraph *paragraph;
    DlTextLine *line;
    gsize end; /* of what is drawn, in bytes of the paragraph */
} LineTask;

static bool is_told(const GPtrArray *missing, const char *start) {
    for (guint i = 0; i < missing->len; i++)
        if (g_str_has_prefix(missing->pdata[i], start))
            return true;
    return false;
}

static void tell_missing(GPtrArray *missing, gunichar character, const char *context,
                         const char *family) {
    g_autofree char *start = g_strdup_printf("U+%04X in ", character);
    if (is_told(missing, start))
        return;
    const bool is_long = g_utf8_strlen(context, -1) > CONTEXT_LENGTH;
    g_autofree char *head = g_utf8_substring(context, 0, is_long ? CONTEXT_LENGTH : -1);
    g_ptr_array_add(missing, g_strdup_printf("%s\"%s%s\", which is set in %s", start,
                                             head, is_long ? "…" : "", family));
}

/* The glyph to draw: of a character that no font has, the font's box for it. */
static PangoGlyph drawn_glyph(const LineTask *task, const DlGlyphRun *run,
                              PangoGlyph glyph) {
    if ((glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0)
        return glyph;
    tell_missing(task->measurer->missing, glyph & ~PANGO_GLYPH_UNKNOWN_FLAG,
                 task->task->parts[run->part].text,
                 run->font < 0
                     ? "no font"
                     : dl_font_table_facts(task->measurer->fonts, run->font).family);
    return 0;
}

static void add_cluster(GArray *clusters, int n_bytes, int n_glyphs) {
    /* What is drawn by nothing (a joiner) goes with its neighbour. */
    DlCluster *last = clusters->len == 0
                          ? NULL
                          : &g_array_index(clusters, DlCluster, clusters->len - 1);
    if (last != NULL && (n_glyphs == 0 || last->n_glyphs == 0)) {
        last->n_bytes += n_bytes;
        last->n_glyphs += n_glyphs;
        return;
    }
    const DlCluster cluster = {n_bytes, n_glyphs};
    g_array_append_val(clusters, cluster);
}

/* Marks the glyphs of a cluster as wanted; how many of them draw something. */
static int keep_glyphs(const PangoGlyphItemIter *iter, bool *kept) {
    const int step = iter->end_glyph > iter->start_glyph ? 1 : -1;
    int n_drawn = 0;
    for (int i = iter->start_glyph; i != iter->end_glyph; i += step) {
        kept[i] = true;
        if (iter->glyph_item->glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY)
            n_drawn++;
    }
    return n_drawn;
}

/* The clusters of a run in logical order; of a cluster at its edge, the bytes that are
 * in its part and on its line. */
static void take_clusters(const LineTask *task, PangoGlyphItem *item, DlGlyphRun *run,
                          bool *kept) {
    const char *text = task->paragraph->text->str;
    const DlPartRange range = dl_paragraph_range(task->paragraph, (guint)run->part);
    const gsize stop = MIN(range.end, task->end);
    g_autoptr(GArray) clusters = g_array_new(FALSE, FALSE, sizeof(DlCluster));
    GString *run_text = g_string_new(NULL);
    PangoGlyphItemIter iter;
    for (gboolean more = pango_glyph_item_iter_init_start(&iter, item, text); more;
         more = pango_glyph_item_iter_next_cluster(&iter)) {
        const gsize start = MAX((gsize)iter.start_index, range.start);
        const gsize end = MIN((gsize)iter.end_index, stop);
        if (start >= end)
            continue;
        g_string_append_len(run_text, text + start, (gssize)(end - start));
        add_cluster(clusters, (int)(end - start), keep_glyphs(&iter, kept));
    }
    run->text = g_string_free(run_text, FALSE);
    run->n_clusters = (int)clusters->len;
    run->clusters =
        (DlCluster *)(void *)g_array_free(g_steal_pointer(&clusters), FALSE);
}

static double points(int units) {
    return (double)units / PANGO_SCALE;
}

/* The glyphs of a run in visual order. */
static void take_glyphs(const LineTask *task, const PangoGlyphString *glyphs,
                        const bool *kept, DlGlyphRun *run) {
    run->glyphs = g_new(DlGlyph, glyphs->num_glyphs);
    for (int i = 0; i < glyphs->num_glyphs; i++) {
        const PangoGlyphInfo *info = &glyphs->glyphs[i];
        if (!kept[i])
            continue;
        if (info->glyph != PANGO_GLYPH_EMPTY)
            run->glyphs[run->n_glyphs++] =
                (DlGlyph){drawn_glyph(task, run, info->glyph),
                          run->width + points(info->geometry.x_offset),
                          points(info->geometry.y_offset)};
        run->width += points(info->geometry.width);
    }
}

static DlGlyphRun *run_new(const LineTask *task, const PangoItem *item, guint part) {
    const DlTextStyle *style = &task->task->parts[part].style;
    DlGlyphRun *run = g_new0(DlGlyphRun, 1);
    run->part = (int)part;
    run->size = style->size;
    run->rise = style->rise;
    run->x = task->line->width;
    run->right_to_left = item->analysis.level % 2 == 1;
    return run;
}

/* Marks that stand on marks leave the height that a font has. */
static bool has_stacked_marks(const char *text) {
    enum { MANY = 3 };
    int n = 0;
    for (const char *at = text; *at != '\0' && n < MANY; at = g_utf8_next_char(at))
        n = g_unichar_type(g_utf8_get_char(at)) == G_UNICODE_NON_SPACING_MARK ? n + 1
                                                                              : 0;
    return n == MANY;
}

static void take_ink(const PangoGlyphItem *item, const DlGlyphRun *run,
                     DlTextLine *line) {
    PangoRectangle ink;
    if (!has_stacked_marks(run->text))
        return;
    pango_glyph_string_extents(item->glyphs, item->item->analysis.font, &ink, NULL);
    line->ascent = MAX(line->ascent, run->rise - points(ink.y));
    line->descent = MAX(line->descent, points(ink.y + ink.height) - run->rise);
}

static void take_run(LineTask *task, PangoGlyphItem *item, guint part) {
    g_autoptr(DlGlyphRun) run = run_new(task, item->item, part);
    g_autofree bool *kept = g_new0(bool, item->glyphs->num_glyphs);
    take_clusters(task, item, run, kept);
    if (run->n_clusters == 0)
        return;
    PangoFont *font = item->item->analysis.font;
    run->font = font == NULL ? -1 : dl_font_table_find(task->measurer->fonts, font);
    take_glyphs(task, item->glyphs, kept, run);
    take_ink(item, run, task->line);
    task->line->width += run->width;
    task->line->size = MAX(task->line->size, run->size);
    g_ptr_array_add(task->line->runs, g_steal_pointer(&run));
}

/* Nearly always all of an item is of one part, or none: only what has no direction at
 * all (joiners) is in one item with what was added around it. */
static void take_item(LineTask *task, PangoGlyphItem *item) {
    const gsize start = (gsize)item->item->offset;
    const gsize end = MIN(start + (gsize)item->item->length, task->end);
    const guint first = dl_paragraph_part_after(task->paragraph, start);
    guint stop = first;
    while (stop < task->paragraph->ranges->len &&
           dl_paragraph_range(task->paragraph, stop).start < end)
        stop++;
    const bool right_to_left = item->item->analysis.level % 2 == 1;
    for (guint i = first; i < stop; i++)
        take_run(task, item, right_to_left ? first + stop - 1 - i : i);
}

/* Without white space and what stands for none of the text. */
static gsize drawn_end(const DlParagraph *paragraph, gsize start, gsize end) {
    const char *text = paragraph->text->str;
    while (end > start) {
        const char *last = g_utf8_prev_char(text + end);
        if (dl_paragraph_is_drawn(paragraph, (gsize)(last - text)) &&
            !g_unichar_isspace(g_utf8_get_char(last)))
            break;
        end = (gsize)(last - text);
    }
    return end;
}

static char *drawn_text(const DlParagraph *paragraph, gsize start, gsize end) {
    GString *drawn = g_string_new(NULL);
    const char *text = paragraph->text->str;
    for (const char *at = text + start; at < text + end; at = g_utf8_next_char(at))
        if (dl_paragraph_is_drawn(paragraph, (gsize)(at - text)))
            g_string_append_len(drawn, at, g_utf8_next_char(at) - at);
    return g_string_free(drawn, FALSE);
}

static DlTextLine *take_line(LineTask *task, const PangoLayoutLine *source) {
    const gsize start = (gsize)source->start_index;
    task->line = dl_text_line_new();
    task->end = drawn_end(task->paragraph, start, start + (gsize)source->length);
    task->line->text = drawn_text(task->paragraph, start, task->end);
    for (GSList *item = source->runs; item != NULL; item = item->next)
        take_item(task, item->data);
    if (task->line->runs->len == 0)
        task->line->size = dl_task_largest_part(task->task)->style.size;
    return task->line;
}

void dl_lines_take(DlMeasurer *measurer, const DlShapeTask *task,
                   const DlParagraph *paragraph, PangoLayout *layout,
                   DlTextBlock *block) {
    LineTask line_task = {measurer, task, paragraph, NULL, 0};
    GSList *lines = pango_layout_get_lines_readonly(layout);
    const PangoLayoutLine *first = lines->data;
    block->right_to_left = first->resolved_dir == PANGO_DIRECTION_RTL;
    for (GSList *line = lines; line != NULL; line = line->next)
        g_ptr_array_add(block->lines, take_line(&line_task, line->data));
}
