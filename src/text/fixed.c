#include "text/measure.h"

#include "text/measurer.h"

static const double ADVANCE = 0.6, ASCENT = 0.8, DESCENT = 0.2; /* em */

typedef struct {
    gunichar character;
    size_t part;
    double advance;
} Letter;

static void add_letters(GArray *letters, const DlTextPart *part, size_t index) {
    const double advance = ADVANCE * part->style.size + part->style.spacing;
    for (const char *at = part->text; *at != '\0'; at = g_utf8_next_char(at)) {
        const Letter letter = {dl_plain_character(g_utf8_get_char(at)), index, advance};
        g_array_append_val(letters, letter);
    }
}

static const Letter *letter_at(const GArray *letters, guint i) {
    return &g_array_index(letters, Letter, i);
}

static bool is_space(const GArray *letters, guint i) {
    return letter_at(letters, i)->character == ' ';
}

/* Where the line that begins at `start` ends: after the last space that leaves room, or
 * inside a word that is alone on its line and still too wide. */
static guint line_end(const GArray *letters, guint start, double width,
                      bool *broke_word) {
    guint after_space = start;
    double x = 0;
    for (guint i = start; i < letters->len; i++) {
        x += letter_at(letters, i)->advance;
        if (is_space(letters, i)) {
            after_space = i + 1;
        } else if (x > width + 1e-6 && after_space > start) {
            return after_space;
        } else if (x > width + 1e-6 && i > start) {
            *broke_word = true;
            return i;
        }
    }
    return letters->len;
}

static DlGlyphRun *run_new(const DlTextPart *part, size_t index, double x) {
    DlGlyphRun *run = g_new0(DlGlyphRun, 1);
    run->font = -1;
    run->part = (int)index;
    run->size = part->style.size;
    run->rise = part->style.rise;
    run->x = x;
    return run;
}

static void fill_run(DlGlyphRun *run, const GArray *letters, guint start, guint end) {
    GString *text = g_string_new(NULL);
    const int n = (int)(end - start);
    run->glyphs = g_new0(DlGlyph, n);
    run->clusters = g_new0(DlCluster, n);
    run->n_glyphs = run->n_clusters = n;
    for (int i = 0; i < n; i++) {
        const Letter *letter = letter_at(letters, start + (guint)i);
        const gsize before = text->len;
        g_string_append_unichar(text, letter->character);
        run->glyphs[i] = (DlGlyph){letter->character, run->width, 0};
        run->clusters[i] = (DlCluster){(int)(text->len - before), 1};
        run->width += letter->advance;
    }
    run->text = g_string_free(text, FALSE);
}

static void add_run(DlTextLine *line, GString *text, const DlTextPart *parts,
                    const GArray *letters, guint start, guint end) {
    const size_t part = letter_at(letters, start)->part;
    DlGlyphRun *run = run_new(&parts[part], part, line->width);
    fill_run(run, letters, start, end);
    line->width += run->width;
    line->size = MAX(line->size, run->size);
    g_string_append(text, run->text);
    g_ptr_array_add(line->runs, run);
}

static DlTextLine *make_line(const DlShapeTask *task, const GArray *letters,
                             guint start, guint end) {
    while (end > start && is_space(letters, end - 1))
        end--;
    DlTextLine *line = dl_text_line_new();
    GString *text = g_string_new(NULL);
    if (start == end)
        line->size = dl_task_largest_part(task)->style.size;
    while (start < end) {
        guint stop = start + 1;
        while (stop < end &&
               letter_at(letters, stop)->part == letter_at(letters, start)->part)
            stop++;
        add_run(line, text, task->parts, letters, start, stop);
        start = stop;
    }
    line->text = g_string_free(text, FALSE);
    return line;
}

static void break_lines(DlMeasurer *measurer, const DlShapeTask *task,
                        DlTextBlock *block) {
    (void)measurer;
    g_autoptr(GArray) letters = g_array_new(FALSE, FALSE, sizeof(Letter));
    for (size_t i = 0; i < task->n_parts; i++)
        add_letters(letters, &task->parts[i], i);
    const double width = task->width > 0 ? task->width : G_MAXDOUBLE;
    guint start = 0;
    do {
        const guint end = line_end(letters, start, width, &block->broke_word);
        g_ptr_array_add(block->lines, make_line(task, letters, start, end));
        start = end;
    } while (start < letters->len);
}

static DlFontHeight height_of(DlMeasurer *measurer, const DlTextPart *part) {
    (void)measurer;
    return (DlFontHeight){ASCENT * part->style.size, DESCENT * part->style.size};
}

DlMeasurer *dl_measurer_new_fixed(void) {
    DlMeasurer *measurer = g_new0(DlMeasurer, 1);
    measurer->break_lines = break_lines;
    measurer->height = height_of;
    measurer->free = (void (*)(DlMeasurer *))g_free;
    measurer->missing = g_ptr_array_new_with_free_func(g_free);
    return measurer;
}
