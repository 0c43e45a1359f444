#include <math.h>

#include "layout/job.h"
#include "layout/shape.h"
#include "layout/style.h"

static const double COLUMN_GAP = 20, LEAST_COLUMN = 230, NUMBER_GAP = 5, ROW_GAP = 1;
static const double SLACK = 1e-6;

/* A source, from the top left corner of its place on. */
typedef struct {
    DlPlacedText number, text; /* a number without a block: none */
    double height;
} Source;

static DlPlacedText shape(const DlLayoutJob *job, const char *text, double width) {
    DlTextPart part = {text, dl_style(job, DL_STYLE_SOURCE), job->timeline->language};
    return (DlPlacedText){
        .block = dl_shape_running(job->measurer, &part, 1, width,
                                  job->theme->line_height, DL_ALIGN_START),
    };
}

/* The number hangs before the text. */
static Source shape_source(const DlLayoutJob *job, guint index, double width,
                           bool is_numbered) {
    const DlSource *source = g_ptr_array_index(job->notes->sources, index);
    g_autofree char *number = g_strdup_printf("%u", index + 1);
    g_autofree char *words = dl_notes_source_text(source, job->timeline->words);
    Source shaped = {0};
    double hang = 0;
    if (is_numbered) {
        shaped.number = shape(job, number, 0);
        hang = shaped.number.block->width + NUMBER_GAP;
    }
    shaped.text = shape(job, words, width - hang);
    shaped.text.at.x = hang;
    shaped.text.link = source->url;
    shaped.height = shaped.text.block->height + ROW_GAP;
    return shaped;
}

/* Of so many columns; as few as can have as few rows. */
static guint count_columns(guint n, double width) {
    guint most = (guint)fmax(1, floor((width + COLUMN_GAP) / LEAST_COLUMN));
    guint n_rows = (n + most - 1) / most;
    return (n + n_rows - 1) / n_rows;
}

/* Filled from the first on, each as far as `height` goes: how many columns there are,
 * and the least height at which the next to come would be in the one before. */
static guint fill(const GArray *sources, double height, double *next) {
    guint n = 1;
    double used = 0;
    *next = INFINITY;
    for (guint i = 0; i < sources->len; i++) {
        const double own = g_array_index(sources, Source, i).height;
        if (used > 0 && used + own > height + SLACK) {
            *next = fmin(*next, used + own);
            used = 0;
            n++;
        }
        used += own;
    }
    return n;
}

/* The least that columns must hold for so many of them to hold all: no less than an
 * even share, from which it is few steps. */
static double lowest(const GArray *sources, guint n_columns) {
    double highest = 0, all = 0, next;
    for (guint i = 0; i < sources->len; i++) {
        const double own = g_array_index(sources, Source, i).height;
        highest = fmax(highest, own);
        all += own;
    }
    double height = fmax(highest, all / n_columns);
    while (fill(sources, height, &next) > n_columns)
        height = next;
    return height;
}

static void add_at(GArray *texts, DlPlacedText text, DlPoint at) {
    text.at.x += at.x;
    text.at.y += at.y;
    if (text.block != NULL)
        g_array_append_val(texts, text);
}

double dl_layout_sources(const DlLayoutJob *job, DlPlacedPage *page, double top,
                         bool are_numbered) {
    const guint n = job->notes->sources->len;
    const double width = job->width - 2 * job->theme->margin;
    const guint n_columns = count_columns(n, width);
    const double column = (width + COLUMN_GAP) / n_columns;
    g_autoptr(GArray) sources = g_array_new(false, false, sizeof(Source));
    for (guint i = 0; i < n; i++) {
        const Source source = shape_source(job, i, column - COLUMN_GAP, are_numbered);
        g_array_append_val(sources, source);
    }
    const double height = lowest(sources, n_columns);
    DlPoint at = {job->theme->margin, top};
    double bottom = top;
    for (guint i = 0; i < n; i++) {
        const Source *source = &g_array_index(sources, Source, i);
        if (at.y > top && at.y + source->height > top + height + SLACK)
            at = (DlPoint){at.x + column, top};
        add_at(page->sources, source->number, at);
        add_at(page->sources, source->text, at);
        at.y += source->height;
        bottom = fmax(bottom, at.y);
    }
    return bottom;
}
