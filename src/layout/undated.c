#include <math.h>

#include "layout/kept.h"
#include "layout/style.h"

static const double LEAST_COLUMN = 20; /* ems of the labels */
static const double COLUMN_GAP = 16, ROW_GAP = 7, TOP_GAP = 7, SIGN_GAP = 5;

typedef struct {
    const DlLayoutJob *job;
    DlPanel *panel;
    double left;   /* of the first column */
    double column; /* from one to the next */
    guint n_columns;
    double y;
} Grid;

/* Those with a label, or without. */
static GPtrArray *collect_undated(const DlLayoutJob *job, bool dropped) {
    const DlChart *chart = job->chart;
    GPtrArray *events = g_ptr_array_new();
    for (guint i = 0; i < chart->events->len; i++) {
        const DlEvent *event = g_ptr_array_index(chart->events, i);
        if (!dl_job_places(job, event) && dl_kept_drops(job, event) == dropped)
            g_ptr_array_add(events, (gpointer)event);
    }
    return events;
}

static double sign_width(const Grid *grid) {
    return 2 * grid->job->theme->mark_radius + SIGN_GAP;
}

static DlPlacedEvent *place_mark(const Grid *grid, const DlEvent *event, double x,
                                 double middle) {
    DlPlacedEvent *placed = dl_placed_event_new(event);
    placed->mark.centre = (DlPoint){x + grid->job->theme->mark_radius, middle};
    placed->mark.at = placed->mark.centre;
    placed->mark.radius = grid->job->theme->mark_radius;
    g_ptr_array_add(grid->panel->events, placed);
    return placed;
}

/* Returns how high its label is. */
static double place_event(const Grid *grid, const DlEvent *event, guint column) {
    const DlLayoutJob *job = grid->job;
    double room = grid->column - COLUMN_GAP - sign_width(grid);
    DlLabelMaker maker = job->shelf->maker;
    maker.size = job->size;
    maker.numbers = NULL;
    DlLabel *label =
        dl_label_new(&maker, (DlLabelWay){.event = event}, room / job->size);
    double x = grid->left + grid->column * column;
    DlPlacedEvent *placed = place_mark(grid, event, x, grid->y + label->first_middle);
    placed->label = label;
    placed->label_at = (DlPoint){x + sign_width(grid), grid->y};
    return label->height;
}

static void place_row(Grid *grid, const GPtrArray *events, guint first) {
    double height = 0;
    for (guint i = first; i < MIN(events->len, first + grid->n_columns); i++)
        height =
            fmax(height, place_event(grid, g_ptr_array_index(events, i), i - first));
    grid->y += height + ROW_GAP;
}

/* Marks alone, as many in a row as there may be. */
static void place_dropped(Grid *grid, const GPtrArray *events) {
    const DlLayoutJob *job = grid->job;
    double width = job->width - job->theme->margin - grid->left;
    guint in_a_row = (guint)fmax(1, floor(width / sign_width(grid)));
    for (guint i = 0; i < events->len; i++) {
        double x = grid->left + i % in_a_row * sign_width(grid);
        double middle = grid->y + (i / in_a_row + 0.5) * sign_width(grid);
        place_mark(grid, g_ptr_array_index(events, i), x, middle)->unlabelled =
            "dropped";
    }
    guint n_rows = (events->len + in_a_row - 1) / in_a_row;
    grid->y += n_rows > 0 ? n_rows * sign_width(grid) + ROW_GAP : 0;
}

/* The heading stands in the left margin of the grid, or above it where a page is so
 * narrow that the grid needs all of it. */
static void place_heading(Grid *grid) {
    const DlLayoutJob *job = grid->job;
    grid->y = TOP_GAP;
    grid->panel->heading = (DlPlacedText){
        .at = {job->theme->margin, grid->y},
        .block = dl_style_shape(job, DL_STYLE_HEADING,
                                dl_phrase(job->timeline->words, DL_PHRASE_UNDATED), 0),
    };
    const DlTextBlock *heading = grid->panel->heading.block;
    double beside = heading->width + COLUMN_GAP;
    double room = job->width - 2 * job->theme->margin - beside;
    bool has_room = room >= LEAST_COLUMN * job->size;
    grid->left = job->theme->margin + (has_room ? beside : 0);
    if (!has_room)
        grid->y += heading->height;
}

/* As many columns as fit, but no more than rows of even length need. */
static void choose_columns(Grid *grid, guint n_events) {
    double width =
        grid->job->width - grid->job->theme->margin - grid->left + COLUMN_GAP;
    guint most = (guint)fmax(1, floor(width / (LEAST_COLUMN * grid->job->size)));
    guint n_rows = MAX(1, (n_events + most - 1) / most);
    grid->n_columns = (n_events + n_rows - 1) / n_rows;
    grid->column = width / MAX(grid->n_columns, MIN(most, 3));
}

DlPanel *dl_layout_undated(const DlLayoutJob *job) {
    g_autoptr(GPtrArray) events = collect_undated(job, false);
    g_autoptr(GPtrArray) dropped = collect_undated(job, true);
    if (events->len + dropped->len == 0)
        return NULL;
    Grid grid = {.job = job, .panel = dl_panel_new()};
    grid.panel->kind = DL_PANEL_UNDATED;
    place_heading(&grid);
    choose_columns(&grid, events->len);
    for (guint i = 0; i < events->len; i += grid.n_columns)
        place_row(&grid, events, i);
    place_dropped(&grid, dropped);
    grid.panel->box = (DlBox){job->theme->margin, 0,
                              job->width - 2 * job->theme->margin, grid.y - ROW_GAP};
    return grid.panel;
}
