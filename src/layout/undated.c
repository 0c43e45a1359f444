#include <math.h>

#include "layout/places.h"

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

static GPtrArray *collect_undated(const DlLayoutJob *job) {
    const DlChart *chart = job->chart;
    GPtrArray *events = g_ptr_array_new();
    for (guint i = 0; i < chart->events->len; i++) {
        const DlEvent *event = g_ptr_array_index(chart->events, i);
        if (!dl_job_places(job, event))
            g_ptr_array_add(events, (gpointer)event);
    }
    return events;
}

static double sign_width(const Grid *grid) {
    return 2 * grid->job->theme->mark_radius + SIGN_GAP;
}

static DlPlacedEvent *place_event(const Grid *grid, const DlEvent *event,
                                  guint column) {
    const DlLayoutJob *job = grid->job;
    double room = grid->column - COLUMN_GAP - sign_width(grid);
    DlPlacedEvent *placed = dl_placed_event_new(event);
    DlLabelMaker maker = job->shelf->maker;
    maker.size = job->size;
    maker.numbers = NULL;
    placed->label =
        dl_label_new(&maker, (DlLabelWay){.event = event}, room / job->size);
    double x = grid->left + grid->column * column;
    placed->label_at = (DlPoint){x + sign_width(grid), grid->y};
    placed->mark.centre =
        (DlPoint){x + job->theme->mark_radius, grid->y + placed->label->first_middle};
    placed->mark.at = placed->mark.centre;
    placed->mark.radius = job->theme->mark_radius;
    return placed;
}

static void place_row(Grid *grid, const GPtrArray *events, guint first) {
    double height = 0;
    for (guint i = first; i < MIN(events->len, first + grid->n_columns); i++) {
        DlPlacedEvent *placed =
            place_event(grid, g_ptr_array_index(events, i), i - first);
        height = fmax(height, placed->label->height);
        g_ptr_array_add(grid->panel->events, placed);
    }
    grid->y += height + ROW_GAP;
}

/* The heading stands in the left margin of the grid, or above it where a page is so
 * narrow that the grid needs all of it. */
static void place_heading(Grid *grid) {
    const DlLayoutJob *job = grid->job;
    DlTextStyle style = {.size = job->size, .weight = 700};
    grid->y = TOP_GAP;
    grid->panel->heading = (DlPlacedText){
        .at = {job->theme->margin, grid->y},
        .block = dl_job_shape(job, dl_phrase(job->timeline->words, DL_PHRASE_UNDATED),
                              style, 0),
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
    guint n_rows = (n_events + most - 1) / most;
    grid->n_columns = (n_events + n_rows - 1) / n_rows;
    grid->column = width / MAX(grid->n_columns, MIN(most, 3));
}

DlPanel *dl_layout_undated(const DlLayoutJob *job) {
    g_autoptr(GPtrArray) events = collect_undated(job);
    if (events->len == 0)
        return NULL;
    Grid grid = {.job = job, .panel = dl_panel_new()};
    grid.panel->kind = DL_PANEL_UNDATED;
    place_heading(&grid);
    choose_columns(&grid, events->len);
    for (guint i = 0; i < events->len; i += grid.n_columns)
        place_row(&grid, events, i);
    grid.panel->box = (DlBox){job->theme->margin, 0,
                              job->width - 2 * job->theme->margin, grid.y - ROW_GAP};
    return grid.panel;
}
