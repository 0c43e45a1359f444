#include "layout/book.h"

#include <math.h>

#include "layout/ties.h"

static bool is_auto(const DlLayoutJob *job) {
    return job->chart->page.height <= 0;
}

/* The number of a page stands in its bottom margin. */
static double bottom_of(const DlLayoutJob *job) {
    return is_auto(job) ? INFINITY : job->chart->page.height - job->theme->margin;
}

static void open_page(DlBook *book) {
    bool first = book->layout->pages->len == 0;
    book->page = dl_placed_page_new();
    g_ptr_array_add(book->layout->pages, book->page);
    double y = first ? dl_layout_heading(book->job, book->page)
                     : dl_layout_running_head(book->job, book->page);
    book->top = book->y = y + DL_PART_GAP;
}

DlBook dl_book_open(const DlLayoutJob *job) {
    DlBook book = {
        .job = job,
        .layout = dl_layout_empty(job->theme),
        .limit = bottom_of(job),
        .one_slope = true,
    };
    open_page(&book);
    return book;
}

void dl_book_turn(DlBook *book) {
    open_page(book);
}

double dl_book_room(const DlBook *book) {
    return book->limit - book->y;
}

static void guard_panel(DlPanel *panel, double width) {
    g_autoptr(GPtrArray) panels = g_ptr_array_new();
    g_ptr_array_add(panels, panel);
    dl_ties_guard(panels, width);
}

bool dl_book_add(DlBook *book, DlPanel *panel, double spare) {
    g_autoptr(DlPanel) owned = panel;
    double height = panel->box.height + spare;
    if (height > dl_book_room(book) + 0.5 && book->y > book->top)
        open_page(book);
    if (height > dl_book_room(book) + 0.5)
        return false;
    dl_panel_move(panel, book->y + spare / 2);
    guard_panel(panel, book->job->width);
    book->y += height + DL_PART_GAP;
    book->one_slope = book->one_slope && panel->one_slope;
    g_ptr_array_add(book->page->panels, g_steal_pointer(&owned));
    return true;
}

double dl_group_bottom(const GPtrArray *panels) {
    double bottom = 0;
    for (guint i = 0; i < panels->len; i++) {
        const DlBox *box = &((const DlPanel *)g_ptr_array_index(panels, i))->box;
        bottom = fmax(bottom, box->y + box->height);
    }
    return bottom;
}

bool dl_book_add_group(DlBook *book, GPtrArray *panels, double room) {
    double height = dl_group_bottom(panels);
    double spare = fmax(0, room - height);
    if (height > dl_book_room(book) + 0.5)
        return false;
    dl_ties_guard(panels, book->job->width);
    for (guint i = 0; i < panels->len; i++) {
        DlPanel *panel = g_ptr_array_index(panels, i);
        dl_panel_move(panel, book->y + spare / 2);
        if (i == 0)
            book->one_slope = book->one_slope && panel->one_slope;
        g_ptr_array_add(book->page->panels, panel);
    }
    g_ptr_array_set_free_func(panels, NULL);
    g_ptr_array_set_size(panels, 0);
    book->y += height + spare + DL_PART_GAP;
    return true;
}

static double foot_height(const DlLayoutJob *job, const DlFootFacts *facts) {
    DlPlacedPage *scratch = dl_placed_page_new();
    double height = dl_layout_foot(job, scratch, 0, facts);
    dl_placed_page_free(scratch);
    return height;
}

double dl_book_foot_height(const DlLayoutJob *job) {
    return foot_height(job, &(DlFootFacts){false, NULL});
}

static void mirror_pages(const DlBook *book) {
    if (!dl_language_runs_left(book->job->timeline->language))
        return;
    for (guint i = 0; i < book->layout->pages->len; i++)
        dl_page_mirror(g_ptr_array_index(book->layout->pages, i), book->job->width);
}

static void number_pages(const DlBook *book) {
    guint n = book->layout->pages->len;
    for (guint i = 0; n > 1 && i < n; i++)
        dl_layout_folio(book->job, g_ptr_array_index(book->layout->pages, i), i + 1, n,
                        book->layout->height);
}

void dl_book_discard(DlBook *book) {
    g_clear_pointer(&book->layout, dl_layout_free);
}

/* Its one page is as low as what stands on it. */
static void trim_legend(DlBook *book) {
    double saved = dl_layout_trim_legend(book->job, book->layout);
    if (!is_auto(book->job) || book->layout->pages->len > 1)
        return;
    book->y -= saved;
    for (guint i = 0; i < book->page->panels->len; i++)
        dl_panel_move(g_ptr_array_index(book->page->panels, i), -saved);
}

DlLayout *dl_book_close(DlBook *book) {
    const DlLayoutJob *job = book->job;
    trim_legend(book);
    const DlFootFacts facts = {book->one_slope, book->layout};
    double foot = foot_height(job, &facts);
    if (foot > dl_book_room(book) + 0.5 && book->y > book->top)
        open_page(book);
    if (foot > dl_book_room(book) + 0.5) {
        dl_book_discard(book);
        return NULL;
    }
    double top = is_auto(job) ? book->y : fmax(book->y, book->limit - foot);
    double end = dl_layout_foot(job, book->page, top, &facts);
    book->layout->width = job->width;
    book->layout->height =
        is_auto(job) ? end + job->theme->margin : job->chart->page.height;
    if (is_auto(job) && book->layout->height > job->longest) {
        dl_book_discard(book);
        return NULL;
    }
    number_pages(book);
    mirror_pages(book);
    return g_steal_pointer(&book->layout);
}
