#include "scene/pairs.h"

#include <math.h>

enum { MOST_PAIRS = 100000, CELLS_A_BOX = 6 };

typedef struct {
    DlBox frame; /* of all boxes */
    guint columns, rows;
} Grid;

/* The cells of a box, the last ones included. */
typedef struct {
    guint left, top, right, bottom;
} Cells;

static guint cell_of(double at, double from, double length, guint n) {
    const double cell = length > 0 ? (at - from) / length * n : 0;
    return cell >= n ? n - 1 : (guint)fmax(cell, 0);
}

static Cells cells_of(const Grid *grid, DlBox box) {
    const DlBox frame = grid->frame;
    return (Cells){
        cell_of(box.x, frame.x, frame.width, grid->columns),
        cell_of(box.y, frame.y, frame.height, grid->rows),
        cell_of(box.x + box.width, frame.x, frame.width, grid->columns),
        cell_of(box.y + box.height, frame.y, frame.height, grid->rows),
    };
}

static DlBox box_at(const GArray *boxes, guint i) {
    return g_array_index(boxes, DlBox, i);
}

static double count_cells(const Grid *grid, const GArray *boxes) {
    double count = 0;
    for (guint i = 0; i < boxes->len; i++) {
        const Cells cells = cells_of(grid, box_at(boxes, i));
        count += (double)(cells.right - cells.left + 1) *
                 (double)(cells.bottom - cells.top + 1);
    }
    return count;
}

static Grid make_grid(const GArray *first, const GArray *second) {
    Grid grid = {dl_box_empty, 1, 1};
    for (guint i = 0; i < first->len; i++)
        grid.frame = dl_box_union(grid.frame, box_at(first, i));
    for (guint i = 0; i < second->len; i++)
        grid.frame = dl_box_union(grid.frame, box_at(second, i));
    const double n = (double)first->len + second->len;
    while ((double)grid.columns * grid.rows < n) {
        const Grid finer = {grid.frame, grid.columns * 2, grid.rows};
        const Grid higher = {grid.frame, grid.columns, grid.rows * 2};
        const double wide = count_cells(&finer, first) + count_cells(&finer, second);
        const double high = count_cells(&higher, first) + count_cells(&higher, second);
        if (fmin(wide, high) > CELLS_A_BOX * n)
            break;
        grid = wide <= high ? finer : higher;
    }
    return grid;
}

/* The boxes in each cell, one cell after the other. */
typedef struct {
    GArray *starts; /* of guint: where the cell's begin; one more than cells */
    GArray *boxes;  /* of guint */
} Shelf;

static void count_starts(const Grid *grid, const GArray *boxes, guint *starts) {
    for (guint i = 0; i < boxes->len; i++) {
        const Cells cells = cells_of(grid, box_at(boxes, i));
        for (guint row = cells.top; row <= cells.bottom; row++)
            for (guint column = cells.left; column <= cells.right; column++)
                starts[row * grid->columns + column + 1]++;
    }
    for (guint i = 0; i < grid->columns * grid->rows; i++)
        starts[i + 1] += starts[i];
}

static Shelf fill_shelf(const Grid *grid, const GArray *boxes) {
    const guint n_cells = grid->columns * grid->rows;
    Shelf shelf = {g_array_new(FALSE, TRUE, sizeof(guint)),
                   g_array_new(FALSE, TRUE, sizeof(guint))};
    g_array_set_size(shelf.starts, n_cells + 1);
    guint *starts = (guint *)(void *)shelf.starts->data;
    count_starts(grid, boxes, starts);
    g_array_set_size(shelf.boxes, starts[n_cells]);
    g_autofree guint *next = g_memdup2(starts, (n_cells + 1) * sizeof(guint));
    for (guint i = 0; i < boxes->len; i++) {
        const Cells cells = cells_of(grid, box_at(boxes, i));
        for (guint row = cells.top; row <= cells.bottom; row++)
            for (guint column = cells.left; column <= cells.right; column++) {
                guint *place = &next[row * grid->columns + column];
                g_array_index(shelf.boxes, guint, (*place)++) = i;
            }
    }
    return shelf;
}

typedef struct {
    const Grid *grid;
    const Shelf *shelf;
    const GArray *first, *second;
    DlPairTest test;
    const void *data;
    GArray *found;
} Search;

static bool share_a_point(DlBox a, DlBox b) {
    return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height &&
           b.y <= a.y + a.height;
}

static void search_cell(const Search *search, guint i, guint column, guint row) {
    const Grid *grid = search->grid;
    const guint cell = row * grid->columns + column;
    const DlBox box = box_at(search->first, i);
    const Cells own = cells_of(grid, box);
    guint at = g_array_index(search->shelf->starts, guint, cell);
    const guint end = g_array_index(search->shelf->starts, guint, cell + 1);
    for (; at < end && search->found->len < MOST_PAIRS; at++) {
        const guint j = g_array_index(search->shelf->boxes, guint, at);
        const DlBox other = box_at(search->second, j);
        if ((search->first == search->second && j <= i) || !share_a_point(box, other))
            continue;
        const Cells cells = cells_of(grid, other);
        if (MAX(cells.left, own.left) != column || MAX(cells.top, own.top) != row)
            continue;
        const DlPair pair = {i, j};
        if (search->test(i, j, search->data))
            g_array_append_val(search->found, pair);
    }
}

static GArray *grow_all(const GArray *boxes, double by) {
    GArray *grown = g_array_sized_new(FALSE, FALSE, sizeof(DlBox), boxes->len);
    for (guint i = 0; i < boxes->len; i++) {
        const DlBox box = dl_box_grow(box_at(boxes, i), by);
        g_array_append_val(grown, box);
    }
    return grown;
}

GArray *dl_pairs_find(const GArray *first, const GArray *second, double reach,
                      DlPairTest test, const void *data) {
    GArray *found = g_array_new(FALSE, FALSE, sizeof(DlPair));
    if (first->len == 0 || second->len == 0)
        return found;
    g_autoptr(GArray) a = grow_all(first, reach);
    g_autoptr(GArray) b = first == second ? g_array_ref(a) : grow_all(second, reach);
    const Grid grid = make_grid(a, b);
    const Shelf shelf = fill_shelf(&grid, b);
    const Search search = {&grid, &shelf, a, b, test, data, found};
    for (guint i = 0; i < a->len; i++) {
        const Cells cells = cells_of(&grid, box_at(a, i));
        for (guint row = cells.top; row <= cells.bottom; row++)
            for (guint column = cells.left; column <= cells.right; column++)
                search_cell(&search, i, column, row);
    }
    g_array_unref(shelf.starts);
    g_array_unref(shelf.boxes);
    return found;
}
