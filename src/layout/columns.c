#include "layout/strip.h"

#include <math.h>

static const double GAP = 16;          /* points between two columns */
static const double LEAST_COLUMN = 17; /* ems of the labels, a lane */
static const double MUCH = 1.6; /* longer: then each row has a scale of its own */

/* Columns side by side. */
typedef struct {
    guint first, n;
    double slope; /* points a second */
} Row;

typedef struct {
    DlBook *book;
    DlNewPanel new_panel;
    const GPtrArray *segments; /* of DlSegment */
    DlScaleKind scale;
    guint in_a_row;
    GArray *rows;   /* of Row */
    GArray *begins; /* of double, one a segment: how far from its left edge its axis
                       ends; empty: not known yet */
    double taken;   /* of the one page that there is, by the rows measured so far */
    double height;  /* of the rows measured so far, at least … */
    double lowest;  /* … which is of no use if it is not less than this */
} Columns;

/* Of a row: what the page leaves it. */
static double room_of(const Columns *columns) {
    return columns->book->limit - columns->book->top - columns->taken;
}

/* As many as may be. */
static guint columns_in_a_row(const Columns *columns) {
    const DlLayoutJob *job = columns->book->job;
    double lanes = job->lanes != NULL ? job->lanes->lanes->len : 1;
    double least = LEAST_COLUMN * job->size * lanes;
    guint most = (guint)fmax(1, floor((job->right - job->left + GAP) / (least + GAP)));
    guint n = columns->segments->len, n_rows = (n + most - 1) / most;
    return (n + n_rows - 1) / n_rows;
}

/* In each column, all axes stand below one another. */
static double indent_of(const Columns *columns, guint i) {
    if (columns->begins->len < columns->segments->len)
        return 0;
    double farthest = 0;
    for (guint k = i % columns->in_a_row; k < columns->begins->len;
         k += columns->in_a_row)
        farthest = fmax(farthest, g_array_index(columns->begins, double, k));
    return farthest - g_array_index(columns->begins, double, i);
}

static double begin_of(const DlPanel *panel, double left) {
    double end = left;
    for (guint i = 0; i < panel->bands->len; i++) {
        const DlBox *band = &g_array_index(panel->bands, DlBox, i);
        end = fmax(end, band->x + band->width);
    }
    return end - left;
}

/* What a segment is laid out with in its column. */
static DlLayoutJob job_of(const Columns *columns, guint i) {
    DlLayoutJob part = *columns->book->job;
    double all = part.right - part.left;
    double width = (all + GAP) / columns->in_a_row - GAP;
    part.left += i % columns->in_a_row * (width + GAP);
    part.right = part.left + width;
    part.left += indent_of(columns, i);
    part.is_column = true;
    part.longest = fmin(part.longest, room_of(columns));
    return part;
}

/* So long for each second; 0: as short as may be. NULL where it does not fit. */
static DlPanel *new_column(const Columns *columns, guint i, double slope) {
    DlLayoutJob part = job_of(columns, i);
    const DlView view =
        dl_segment_view(&part, columns->segments->pdata[i], columns->scale);
    return columns->new_panel(&part, &view, slope * dl_segment_length(&view));
}

/* The panels of a row in one scale; NULL where one does not fit. */
static GPtrArray *new_panels(const Columns *columns, const Row *row) {
    g_autoptr(GPtrArray) panels =
        g_ptr_array_new_with_free_func((GDestroyNotify)dl_panel_free);
    for (guint i = row->first; i < row->first + row->n; i++) {
        DlPanel *panel = new_column(columns, i, row->slope);
        if (panel == NULL)
            return NULL;
        g_ptr_array_add(panels, panel);
    }
    return g_steal_pointer(&panels);
}

/* Where labels do not fit into the length that others need, all have a little more. */
static GPtrArray *new_longer_panels(const Columns *columns, Row row) {
    static const double LONGER = 1.08;
    enum { TIMES = 6 };
    for (int i = 0; i < TIMES; i++) {
        GPtrArray *panels = new_panels(columns, &row);
        if (panels != NULL || row.slope <= 0)
            return panels;
        row.slope *= LONGER;
    }
    return NULL;
}

/* What the rows behind one take in any case. */
static double least_behind(const Columns *columns, const Row *row) {
    guint n_left = columns->segments->len - row->first - row->n;
    guint n_rows = (n_left + columns->in_a_row - 1) / columns->in_a_row;
    return n_rows * (DL_SHORTEST_DOWN + DL_PART_GAP);
}

/* The least slope that has room for all of a row; 0: steps are not lengths of time. */
static bool measure_row(Columns *columns, Row *row) {
    const DlLayoutJob *job = columns->book->job;
    bool is_on_one = job->chart->pages == DL_PAGES_ONE && job->numbers == NULL;
    double highest = 0;
    for (guint i = row->first; i < row->first + row->n; i++) {
        g_autoptr(DlPanel) panel = new_column(columns, i, 0);
        if (panel == NULL || panel->box.height > room_of(columns))
            return false;
        highest = fmax(highest, panel->box.height);
        if (columns->height + highest + least_behind(columns, row) >= columns->lowest)
            return false;
        const DlView view =
            dl_segment_view(job, columns->segments->pdata[i], columns->scale);
        if (columns->scale == DL_SCALE_LINEAR)
            row->slope = fmax(row->slope, panel->box.height / dl_segment_length(&view));
    }
    columns->taken += is_on_one ? highest : 0;
    columns->height += highest + DL_PART_GAP;
    return true;
}

static double longest_of(const Columns *columns, const Row *row) {
    double longest = 0;
    for (guint i = row->first; i < row->first + row->n; i++) {
        const DlView view = dl_segment_view(
            columns->book->job, columns->segments->pdata[i], columns->scale);
        longest = fmax(longest, dl_segment_length(&view));
    }
    return longest;
}

/* Whether all rows have one scale now. */
static bool join_slopes(const Columns *columns) {
    double steepest = 0, own = 0, joined = 0;
    for (guint r = 0; r < columns->rows->len; r++)
        steepest = fmax(steepest, g_array_index(columns->rows, Row, r).slope);
    for (guint r = 0; r < columns->rows->len; r++) {
        const Row *row = &g_array_index(columns->rows, Row, r);
        own += longest_of(columns, row) * row->slope;
        joined += longest_of(columns, row) * steepest;
    }
    bool is_joined = joined <= own * MUCH;
    for (guint r = 0; is_joined && r < columns->rows->len; r++)
        g_array_index(columns->rows, Row, r).slope = steepest;
    return is_joined;
}

/* Headed, with their axes side by side. */
static void head_panels(const Columns *columns, const Row *row, GPtrArray *panels) {
    double highest = 0;
    for (guint k = 0; k < panels->len; k++) {
        guint i = row->first + k;
        DlLayoutJob part = job_of(columns, i);
        part.left -= indent_of(columns, i);
        highest = fmax(
            highest, dl_strip_head(&part, panels->pdata[k], columns->segments->pdata[i],
                                   i > 0 ? columns->segments->pdata[i - 1] : NULL));
    }
    for (guint k = 0; k < panels->len; k++)
        dl_strip_lower(panels->pdata[k], highest);
}

/* Of GPtrArray of DlPanel, a row each; NULL where one does not fit. */
static GPtrArray *new_rows(const Columns *columns) {
    DlBook *book = columns->book;
    g_autoptr(GPtrArray) all =
        g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    for (guint r = 0; r < columns->rows->len; r++) {
        const Row *row = &g_array_index(columns->rows, Row, r);
        GPtrArray *panels = new_longer_panels(columns, *row);
        if (panels == NULL)
            return NULL;
        g_ptr_array_add(all, panels);
        head_panels(columns, row, panels);
        if (dl_group_bottom(panels) > book->limit - book->top)
            return NULL;
    }
    return g_steal_pointer(&all);
}

static bool measure_rows(Columns *columns) {
    columns->taken = columns->height = 0;
    for (guint i = 0; i < columns->segments->len; i += columns->in_a_row) {
        Row row = {i, MIN(columns->in_a_row, columns->segments->len - i), 0};
        if (!measure_row(columns, &row))
            return false;
        g_array_append_val(columns->rows, row);
    }
    columns->taken = 0;
    return true;
}

/* An arrangement of all segments. */
typedef struct {
    GPtrArray *rows; /* of GPtrArray of DlPanel; NULL: it does not fit */
    double height;
    bool is_joined;
} Arranged;

static bool are_aligned(const Columns *columns) {
    for (guint i = 0; i < columns->begins->len; i++)
        if (indent_of(columns, i) > 0)
            return false;
    return true;
}

/* Rows whose axes stand below one another, if that can be. Takes the rows. */
static GPtrArray *align(Columns *columns, GPtrArray *rows) {
    g_autoptr(GArray) begins = g_array_new(false, false, sizeof(double));
    for (guint r = 0, i = 0; r < rows->len; r++) {
        const GPtrArray *panels = g_ptr_array_index(rows, r);
        for (guint k = 0; k < panels->len; k++, i++) {
            double begin = begin_of(panels->pdata[k], job_of(columns, i).left);
            g_array_append_val(begins, begin);
        }
    }
    g_array_append_vals(columns->begins, begins->data, begins->len);
    GPtrArray *aligned = are_aligned(columns) ? NULL : new_rows(columns);
    g_array_set_size(columns->begins, 0);
    if (aligned != NULL)
        g_ptr_array_unref(rows);
    return aligned != NULL ? aligned : rows;
}

static double height_of(const GPtrArray *rows) {
    double height = 0;
    for (guint r = 0; r < rows->len; r++)
        height += dl_group_bottom(rows->pdata[r]) + DL_PART_GAP;
    return height;
}

/* Aligned axes make no row lower. */
static Arranged arrange(Columns *columns) {
    Arranged arranged = {.height = INFINITY};
    g_array_set_size(columns->rows, 0);
    if (!measure_rows(columns))
        return arranged;
    arranged.is_joined = join_slopes(columns);
    arranged.rows = new_rows(columns);
    if (arranged.rows == NULL || height_of(arranged.rows) >= columns->lowest)
        return arranged;
    arranged.rows = align(columns, arranged.rows);
    arranged.height = height_of(arranged.rows);
    return arranged;
}

static void arranged_clear(Arranged *arranged) {
    if (arranged->rows != NULL)
        g_ptr_array_unref(arranged->rows);
}

/* The lowest, from as many columns in a row as there may be to fewer and wider ones. */
static Arranged find_lowest(Columns *columns) {
    enum { MANY = 24 };
    guint n = columns->segments->len;
    Arranged best = {.height = INFINITY};
    for (guint most = columns_in_a_row(columns); most > 0; most--) {
        guint n_rows = (n + most - 1) / most;
        columns->in_a_row = (n + n_rows - 1) / n_rows;
        if (columns->in_a_row < most || (best.rows != NULL && n > MANY))
            continue;
        Arranged arranged = arrange(columns);
        bool is_lower = arranged.height < best.height;
        columns->lowest = fmin(columns->lowest, arranged.height);
        arranged_clear(is_lower ? &best : &arranged);
        best = is_lower ? arranged : best;
    }
    return best;
}

bool dl_columns_add(DlBook *book, DlNewPanel new_panel, const GPtrArray *segments,
                    DlScaleKind scale) {
    g_autoptr(GArray) rows = g_array_new(false, false, sizeof(Row));
    g_autoptr(GArray) begins = g_array_new(false, false, sizeof(double));
    Columns columns = {.book = book,
                       .new_panel = new_panel,
                       .segments = segments,
                       .scale = scale,
                       .rows = rows,
                       .begins = begins,
                       .lowest = isinf(book->limit) ? book->job->longest : INFINITY};
    Arranged lowest = find_lowest(&columns);
    if (lowest.rows == NULL)
        return false;
    for (guint r = 0; r < lowest.rows->len; r++) {
        GPtrArray *panels = g_ptr_array_index(lowest.rows, r);
        if (dl_group_bottom(panels) > dl_book_room(book))
            dl_book_turn(book);
        dl_book_add_group(book, panels, 0);
    }
    book->one_slope = book->one_slope && lowest.is_joined;
    arranged_clear(&lowest);
    return true;
}
