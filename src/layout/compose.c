#include "layout/compose.h"

#include <math.h>

#include "layout/book.h"
#include "layout/insets.h"
#include "layout/key.h"
#include "layout/segments.h"

static const DlShapeLayout shapes[] = {
    [DL_SHAPE_HORIZONTAL] = dl_layout_horizontal,
    [DL_SHAPE_VERTICAL] = dl_layout_vertical,
};

static bool needs_axis(const DlLayoutJob *job, const DlView *view) {
    DlLayoutJob part = *job;
    part.view = view;
    for (guint i = 0; i < view->events->len; i++)
        if (dl_job_places(&part, g_ptr_array_index(view->events, i)))
            return true;
    return false;
}

/* The view as a panel of at most `room` (0: as high as need be); NULL: no fit. */
static DlPanel *new_panel(const DlLayoutJob *job, const DlView *view, double room) {
    DlLayoutJob part = *job;
    part.view = view;
    part.all_lanes = job->is_inset ? NULL : job->all_lanes;
    g_autoptr(DlLanes) lanes = dl_job_new_lanes(&part);
    part.lanes = lanes;
    return shapes[job->chart->shape](&part, room);
}

static double height_of(const DlPanel *panel) {
    return panel != NULL ? panel->box.height + DL_PART_GAP : 0;
}

/* One axis that fills the page, but for `below`. */
static bool add_filling(DlBook *book, const DlView *view, double below) {
    double room = dl_book_room(book) - below;
    if (isinf(room)) {
        DlPanel *panel = new_panel(book->job, view, 0);
        return panel != NULL && dl_book_add(book, panel, 0);
    }
    DlPanel *panel =
        room > book->job->theme->band_height ? new_panel(book->job, view, room) : NULL;
    return panel != NULL && dl_book_add(book, panel, room - panel->box.height);
}

/* An axis a page, each with as many events as it holds; the last leaves room for what
 * comes `below`, unless that needs a page of its own. */
static bool add_pages(DlBook *book, double below) {
    const DlLayoutJob *job = book->job;
    g_autoptr(DlWindows) windows = dl_windows_new(job);
    guint from = 0, n = windows->events->len, wanted = 0;
    while (from < n) {
        if (from > 0)
            dl_book_turn(book);
        double room = dl_book_room(book);
        guint start = from;
        DlPanel *panel = dl_windows_fill(windows, job, new_panel, room, &from, &wanted);
        bool has_more = room - below > job->theme->band_height;
        if (panel != NULL && from == n && has_more) {
            DlPanel *last =
                dl_windows_fill(windows, job, new_panel, room - below, &start, &wanted);
            bool is_last = last != NULL && start == n;
            dl_panel_free(is_last ? panel : last);
            panel = is_last ? last : panel;
            room -= is_last ? below : 0;
        }
        guint n_hidden = panel != NULL ? panel->n_hidden : 0;
        if (panel == NULL || !dl_book_add(book, panel, room - panel->box.height))
            return false;
        if (n_hidden > 0)
            dl_layout_hidden(job, book->page, n_hidden);
    }
    return true;
}

static bool is_many(const DlLayoutJob *job) {
    return job->chart->pages == DL_PAGES_MANY && job->chart->page.height > 0;
}

/* An axis that runs down is as long as the page has room beside its key and what comes
 * `below`; where the key goes on on the next page, it has its share. */
static double numbered_length(const DlBook *book, double below) {
    static const double SHARE = 0.4;
    double room = dl_book_room(book);
    if (isinf(room) || !book->job->vertical)
        return 0;
    double left = room - dl_key_height(book->job, room) - DL_PART_GAP;
    double least = SHARE * room;
    if (left - below >= least)
        return left - below;
    return fmax(left, least);
}

/* Takes the axis. */
static DlPanel *lengthen(const DlBook *book, DlPanel *axis, double length) {
    if (length <= axis->box.height)
        return axis;
    DlPanel *longer = new_panel(book->job, book->job->view, length);
    dl_panel_free(longer != NULL ? axis : NULL);
    return longer != NULL ? longer : axis;
}

/* An axis as high as it needs, on several pages where they are allowed and it is too
 * high for one. */
static bool add_numbered_axis(DlBook *book, double below) {
    const DlLayoutJob *job = book->job;
    DlPanel *axis = new_panel(job, job->view, 0);
    bool is_high = axis == NULL || axis->box.height > dl_book_room(book);
    if (is_high && is_many(job)) {
        dl_panel_free(axis);
        return add_pages(book, 0);
    }
    return axis != NULL &&
           dl_book_add(book, lengthen(book, axis, numbered_length(book, below)), 0);
}

/* The axis, with the key below it where both have room on the page. */
static bool add_numbered(DlBook *book, double below) {
    const DlChart *chart = book->job->chart;
    bool fits = chart->insets->len > 0 ? dl_insets_add(book, new_panel, INFINITY)
                : chart->segments != DL_SEGMENTS_NONE ? dl_segments_add(book, new_panel)
                                                      : add_numbered_axis(book, below);
    return fits && dl_key_add(book);
}

static bool add_axes(DlBook *book, double below) {
    const DlLayoutJob *job = book->job;
    if (!needs_axis(job, job->view))
        return true;
    if (job->numbers != NULL)
        return add_numbered(book, below);
    if (job->chart->insets->len > 0)
        return dl_insets_add(book, new_panel, below);
    if (job->chart->segments != DL_SEGMENTS_NONE)
        return dl_segments_add(book, new_panel);
    return is_many(job) ? add_pages(book, below) : add_filling(book, job->view, below);
}

DlLayout *dl_compose(const DlLayoutJob *job) {
    DlBook book = dl_book_open(job);
    DlPanel *strip = dl_layout_undated(job);
    double below = dl_book_foot_height(job) + height_of(strip) + DL_PART_GAP;
    bool fits = add_axes(&book, below);
    if (strip != NULL)
        fits = dl_book_add(&book, strip, 0) && fits;
    bool may_turn = is_many(job) || job->numbers != NULL;
    DlLayout *layout = fits ? dl_book_close(&book) : NULL;
    if (layout == NULL)
        dl_book_discard(&book);
    if (layout != NULL && layout->pages->len > 1 && !may_turn)
        g_clear_pointer(&layout, dl_layout_free);
    return layout;
}
