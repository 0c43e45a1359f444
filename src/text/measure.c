#include "text/measure.h"

#include "text/broken.h"
#include "text/measurer.h"

const DlTextPart *dl_task_largest_part(const DlShapeTask *task) {
    const DlTextPart *largest = &task->parts[0];
    for (size_t i = 1; i < task->n_parts; i++)
        if (task->parts[i].style.size > largest->style.size)
            largest = &task->parts[i];
    return largest;
}

gunichar dl_plain_character(gunichar character) {
    const bool ends_line = (character >= '\t' && character <= '\r') ||
                           character == 0x85 || character == 0x2028 ||
                           character == 0x2029;
    return ends_line ? ' ' : character;
}

DlTextLine *dl_text_line_new(void) {
    DlTextLine *line = g_new0(DlTextLine, 1);
    line->runs = g_ptr_array_new_with_free_func((GDestroyNotify)dl_glyph_run_free);
    return line;
}

DlTextBlock *dl_text_block_new(void) {
    DlTextBlock *block = g_new0(DlTextBlock, 1);
    block->lines = g_ptr_array_new_with_free_func((GDestroyNotify)dl_text_line_free);
    return block;
}

static double line_start(double room, bool right_to_left, DlAlign align) {
    if (align == DL_ALIGN_CENTRE)
        return room / 2;
    return (align == DL_ALIGN_END) != right_to_left ? room : 0;
}

/* What letters take beyond the height of their font, above and below. */
static DlFontHeight beyond(const DlTextLine *line, DlFontHeight height) {
    return (DlFontHeight){MAX(0, line->ascent - height.ascent),
                          MAX(0, line->descent - height.descent)};
}

/* Half of the leading goes above the line and half below it, as in CSS; fallback fonts
 * have no say, so that baselines of neighbours meet. */
static void arrange(DlTextBlock *block, DlFontHeight height, double pitch,
                    DlAlign align) {
    for (guint i = 0; i < block->lines->len; i++) {
        const DlTextLine *line = block->lines->pdata[i];
        block->width = MAX(block->width, line->width);
    }
    const double first = (pitch - height.ascent - height.descent) / 2 + height.ascent;
    double more = 0;
    for (guint i = 0; i < block->lines->len; i++) {
        DlTextLine *line = block->lines->pdata[i];
        const DlFontHeight own = beyond(line, height);
        line->baseline = first + i * pitch + more + own.ascent;
        line->ascent = height.ascent + own.ascent;
        line->descent = height.descent + own.descent;
        line->x = line_start(block->width - line->width, block->right_to_left, align);
        more += own.ascent + own.descent;
    }
    block->height = block->lines->len * pitch + more;
}

DlTextBlock *dl_measurer_shape(DlMeasurer *measurer, const DlTextPart *parts,
                               size_t n_parts, double width, double line_height,
                               DlAlign align) {
    if (n_parts == 0)
        return dl_text_block_new();
    if (measurer->broken == NULL)
        measurer->broken = dl_broken_new();
    const DlShapeTask task = {parts, n_parts, width};
    DlTextBlock *block = dl_broken_lines(measurer->broken, measurer, &task);
    const DlTextPart *largest = dl_task_largest_part(&task);
    arrange(block, measurer->height(measurer, largest),
            line_height * largest->style.size, align);
    return block;
}

void dl_measurer_forget(DlMeasurer *measurer) {
    g_clear_pointer(&measurer->broken, g_hash_table_unref);
}

void dl_measurer_free(DlMeasurer *measurer) {
    if (measurer == NULL)
        return;
    g_clear_pointer(&measurer->fonts, dl_font_table_free);
    g_ptr_array_unref(measurer->missing);
    dl_measurer_forget(measurer);
    measurer->free(measurer);
}

const GPtrArray *dl_measurer_missing(const DlMeasurer *measurer) {
    return measurer->missing;
}

int dl_measurer_n_fonts(const DlMeasurer *measurer) {
    return measurer->fonts == NULL ? 0 : dl_font_table_size(measurer->fonts);
}

DlFontFacts dl_measurer_font(const DlMeasurer *measurer, int font) {
    return dl_font_table_facts(measurer->fonts, font);
}

DlPath *dl_measurer_outline(const DlMeasurer *measurer, int font, uint32_t glyph) {
    return measurer->fonts == NULL
               ? dl_path_new()
               : dl_font_table_outline(measurer->fonts, font, glyph);
}

GBytes *dl_measurer_subset(const DlMeasurer *measurer, int font,
                           const GArray *letters) {
    return measurer->fonts == NULL
               ? NULL
               : dl_font_table_subset(measurer->fonts, font, letters);
}

void *dl_measurer_cairo_font(const DlMeasurer *measurer, int font) {
    return measurer->fonts == NULL ? NULL : dl_font_table_cairo(measurer->fonts, font);
}
