#include <math.h>

#include "scene/measures.h"
#include "scene/pieces.h"

enum { FINENESS = 512 };

/* In each cell, how many things lie over it: at first as differences along both ways.
 */
typedef struct {
    guint columns, rows;
    double cell;    /* points */
    GArray *counts; /* of int, a column and a row more than cells */
} Raster;

static guint clamp_cell(double at, guint n) {
    return at >= n ? n : (guint)fmax(at, 0);
}

static void change(Raster *raster, guint column, guint row, int by) {
    g_array_index(raster->counts, int, row *(raster->columns + 1) + column) += by;
}

static void fill(Raster *raster, DlBox box) {
    const guint left = clamp_cell(floor(box.x / raster->cell), raster->columns);
    const guint top = clamp_cell(floor(box.y / raster->cell), raster->rows);
    const guint right =
        clamp_cell(floor((box.x + box.width) / raster->cell) + 1, raster->columns);
    const guint bottom =
        clamp_cell(floor((box.y + box.height) / raster->cell) + 1, raster->rows);
    change(raster, left, top, 1);
    change(raster, right, top, -1);
    change(raster, left, bottom, -1);
    change(raster, right, bottom, 1);
}

/* A slanting piece fills the cells along it, not its box. */
static void fill_piece(Raster *raster, const DlPiece *piece) {
    const double n = ceil(dl_piece_length(piece) / raster->cell);
    const int n_steps = (int)fmax(1, fmin(n, 2 * FINENESS));
    const double dx = (piece->to.x - piece->from.x) / n_steps;
    const double dy = (piece->to.y - piece->from.y) / n_steps;
    for (int i = 0; i < n_steps; i++) {
        const DlPoint from = {piece->from.x + i * dx, piece->from.y + i * dy};
        const DlPiece step = {from, {from.x + dx, from.y + dy}, 0};
        fill(raster, dl_piece_box(&step));
    }
}

static void fill_texts(Raster *raster, const DlParts *parts) {
    for (guint i = 0; i < parts->texts->len; i++) {
        const DlSceneText *text = g_array_index(parts->texts, DlWritten, i).text;
        for (guint j = 0; j < text->block->lines->len; j++)
            fill(raster, dl_text_line_box(text, text->block->lines->pdata[j]));
    }
}

static void fill_all(Raster *raster, const DlParts *parts) {
    fill_texts(raster, parts);
    for (guint i = 0; i < parts->marks->len; i++)
        fill(raster, g_array_index(parts->marks, DlPart, i).box);
    for (guint i = 0; i < parts->axes->len; i++)
        fill(raster, g_array_index(parts->axes, DlBox, i));
    for (guint i = 0; i < parts->fillings->len; i++)
        fill(raster, g_array_index(parts->fillings, DlBox, i));
    for (guint i = 0; i < parts->pieces->len; i++)
        fill_piece(raster, &g_array_index(parts->pieces, DlPiece, i));
}

static void sum_up(Raster *raster) {
    const guint width = raster->columns + 1;
    int *counts = (int *)(void *)raster->counts->data;
    for (guint row = 0; row <= raster->rows; row++)
        for (guint column = 1; column < width; column++)
            counts[row * width + column] += counts[row * width + column - 1];
    for (guint row = 1; row <= raster->rows; row++)
        for (guint column = 0; column < width; column++)
            counts[row * width + column] += counts[(row - 1) * width + column];
}

/* A stretch of columns whose cells are empty so far up. */
typedef struct {
    guint start, height;
} Bar;

static guint largest_below(const guint *heights, guint n, Bar *bars) {
    guint most = 0, n_bars = 0;
    for (guint column = 0; column <= n; column++) {
        const guint height = column < n ? heights[column] : 0;
        guint start = column;
        while (n_bars > 0 && bars[n_bars - 1].height >= height) {
            const Bar bar = bars[--n_bars];
            most = MAX(most, bar.height * (column - bar.start));
            start = bar.start;
        }
        bars[n_bars++] = (Bar){start, height};
    }
    return most;
}

static guint largest_empty(const Raster *raster) {
    g_autofree guint *heights = g_new0(guint, raster->columns);
    g_autofree Bar *bars = g_new(Bar, raster->columns + 1);
    guint most = 0;
    for (guint row = 0; row < raster->rows; row++) {
        const guint start = row * (raster->columns + 1);
        for (guint column = 0; column < raster->columns; column++) {
            const bool is_empty =
                g_array_index(raster->counts, int, start + column) == 0;
            heights[column] = is_empty ? heights[column] + 1 : 0;
        }
        most = MAX(most, largest_below(heights, raster->columns, bars));
    }
    return most;
}

double dl_white(const DlParts *parts) {
    const DlScenePage *page = parts->page;
    const double cell = fmax(page->width, page->height) / FINENESS;
    if (!(cell > 0))
        return 0;
    Raster raster = {(guint)(page->width / cell), (guint)(page->height / cell), cell,
                     g_array_new(FALSE, TRUE, sizeof(int))};
    g_array_set_size(raster.counts, (raster.columns + 1) * (raster.rows + 1));
    fill_all(&raster, parts);
    sum_up(&raster);
    const double area = largest_empty(&raster) * cell * cell;
    g_array_unref(raster.counts);
    return area;
}
