#include "layout/yield.h"

#include <math.h>

#include "layout/ties.h"

typedef struct {
    DlLayoutJob *job;
    DlLayoutMaker make;
    guint n_ties; /* relations that could have lines */
} Yielding;

/* How many lines of relations a chart may have. */
static const guint most_ties[] = {12, 6, 3, 0};

static DlLayout *try_ties(const Yielding *yielding, guint most) {
    yielding->job->most_ties = most;
    return yielding->make(yielding->job);
}

/* Whether so few of the labels have room that what stands beside them should give way.
 */
static bool is_poor(const DlLayout *layout) {
    enum { FEW = 12 };
    return layout == NULL ||
           (layout->n_labels < FEW && layout->n_labels < layout->n_dropped);
}

/* Whether one has many more labels than the other; NULL has none. */
static bool has_more_labels(const DlLayout *layout, const DlLayout *other) {
    static const double MANY_MORE = 1.25;
    return layout != NULL &&
           (other == NULL || layout->n_labels > MANY_MORE * other->n_labels);
}

/* The first, unless the other has many more labels. Takes both. */
static DlLayout *with_labels(DlLayout *usual, DlLayout *other) {
    bool is_better = has_more_labels(other, usual);
    dl_layout_free(is_better ? usual : other);
    return is_better ? other : usual;
}

/* Takes what has more beside the labels in place of the other, unless that takes the
 * room of many. */
static bool replace(DlLayout **bare, DlLayout *layout) {
    bool fits = layout != NULL && !has_more_labels(*bare, layout);
    dl_layout_free(fits ? *bare : layout);
    *bare = fits ? layout : *bare;
    return fits;
}

/* More lines than none, with which there is a layout, as long as labels have room
 * beside them. Takes that. */
static DlLayout *add_ties(const Yielding *yielding, DlLayout *best) {
    DlLayoutJob *job = yielding->job;
    /* All of them were tried before, with brackets. */
    size_t first = job->tells_measures ? 0 : 1;
    bool fits = true;
    job->hurries = true;
    for (size_t i = G_N_ELEMENTS(most_ties) - 1; fits && i-- > first;) {
        if (i > 0 && yielding->n_ties <= most_ties[i])
            continue;
        fits = replace(&best, try_ties(yielding, most_ties[i]));
    }
    job->hurries = false;
    return best;
}

static bool shows_measures(const DlLayoutJob *job) {
    return (job->chart->show & DL_SHOW_MEASURES) != 0 &&
           job->timeline->measures->len > 0;
}

/* With brackets and without lines, if that can be; else as it is. Takes the layout. */
static DlLayout *add_measures(const Yielding *yielding, DlLayout *without) {
    DlLayoutJob *job = yielding->job;
    if (!job->tells_measures || yielding->n_ties == 0)
        return without;
    job->tells_measures = false;
    job->tells_measures = !replace(&without, try_ties(yielding, 0));
    return without;
}

/* Without lines and brackets, and then with as many as there is room for. */
static DlLayout *try_without(DlLayoutJob *job, const Yielding *yielding) {
    job->tells_measures = shows_measures(job);
    DlLayout *layout = try_ties(yielding, 0);
    if (is_poor(layout) || yielding->n_ties == 0)
        return layout;
    return add_ties(yielding, add_measures(yielding, layout));
}

/* Labels go before lines, and both before brackets. Where a chart does not fit without
 * any of them, that is found out before what is between. */
static DlLayout *try_yielding(DlLayoutJob *job, DlLayoutMaker make) {
    Yielding yielding = {job, make, 0};
    job->tells_measures = false;
    job->most_ties = most_ties[0];
    g_autoptr(GPtrArray) possible = dl_ties_possible(job);
    yielding.n_ties = possible->len;
    DlLayout *layout = make(job);
    bool may_yield = possible->len > 0 || shows_measures(job);
    return is_poor(layout) && may_yield
               ? with_labels(layout, try_without(job, &yielding))
               : layout;
}

/* Whether labels have lanes, on some axis of the chart, that runs down. */
static bool may_track(const DlLayoutJob *job) {
    const DlChart *chart = job->chart;
    bool has_labels = chart->labels == DL_LABELS_ALL ||
                      chart->labels == DL_LABELS_FIT || job->numbers_beside;
    return dl_job_has_lanes(job) && has_labels && job->vertical;
}

static double height_of_all(const DlLayout *layout) {
    return layout->pages->len * layout->height;
}

typedef bool (*PanelTest)(const DlPanel *panel);

static bool any_panel(const DlLayout *layout, PanelTest test) {
    for (guint i = 0; i < layout->pages->len; i++) {
        const DlPlacedPage *page = g_ptr_array_index(layout->pages, i);
        for (guint j = 0; j < page->panels->len; j++)
            if (test(g_ptr_array_index(page->panels, j)))
                return true;
    }
    return false;
}

static bool has_brackets(const DlPanel *panel) {
    return panel->measures->len > 0;
}

static bool has_labels_in_lanes(const DlPanel *panel) {
    for (guint i = 0; i < panel->events->len && panel->lanes->len > 0; i++)
        if (((const DlPlacedEvent *)g_ptr_array_index(panel->events, i))->label != NULL)
            return true;
    return false;
}

static const double MUCH = 1.25; /* as high: then tracks are taken instead */

/* Tracks that no label crosses tell nothing. */
static bool are_better(const DlLayout *tracks, const DlLayout *lanes) {
    if (tracks == NULL || !any_panel(tracks, has_labels_in_lanes))
        return false;
    if (has_more_labels(tracks, lanes) || has_more_labels(lanes, tracks))
        return has_more_labels(tracks, lanes);
    return (any_panel(tracks, has_brackets) && !any_panel(lanes, has_brackets)) ||
           height_of_all(tracks) * MUCH < height_of_all(lanes);
}

/* Whether tracks could show what the lanes do not. */
static bool may_show_more(const DlLayoutJob *job, const DlLayout *lanes) {
    return lanes == NULL || lanes->n_dropped > 0 ||
           (shows_measures(job) && !any_panel(lanes, has_brackets));
}

/* How high tracks may be that show no more; 0: they cannot be lower. */
static double highest_tracks(const DlLayoutJob *job, const DlLayout *lanes) {
    if (job->chart->page.height > 0 && lanes->pages->len == 1)
        return 0;
    /* Less height would cost labels, where they may be left out. */
    if (job->chart->page.height > 0 || job->chart->labels == DL_LABELS_FIT)
        return job->longest;
    return fmin(job->longest, height_of_all(lanes) / MUCH);
}

/* Lanes that have no room for labels are tracks, and so are those whose labels make the
 * chart long, or take the room of its brackets. */
static DlLayout *try_lanes(DlLayoutJob *job, DlLayoutMaker make) {
    job->in_tracks = false;
    DlLayout *lanes = try_yielding(job, make);
    const double longest = job->longest;
    double highest = may_show_more(job, lanes) ? longest : highest_tracks(job, lanes);
    if (!may_track(job) || highest <= 0)
        return lanes;
    job->in_tracks = true;
    job->longest = highest;
    DlLayout *tracks = try_yielding(job, make);
    job->longest = longest;
    bool is_better = are_better(tracks, lanes);
    dl_layout_free(is_better ? lanes : tracks);
    return is_better ? tracks : lanes;
}

static void join(GHashTable *set, GHashTable *others) {
    GHashTableIter each;
    gpointer other;
    g_hash_table_iter_init(&each, others);
    while (g_hash_table_iter_next(&each, &other, NULL))
        g_hash_table_add(set, other);
}

/* The foot tells these, if they are few. */
static DlLayout *tell_eras(DlLayoutJob *job, DlLayoutMaker make, GHashTable *eras) {
    enum { MOST_TOLD = 12 };
    guint n = g_hash_table_size(eras);
    if (n == 0 || n > MOST_TOLD)
        return NULL;
    g_hash_table_remove_all(job->told_eras);
    join(job->told_eras, eras);
    return try_lanes(job, make);
}

/* The names of eras yield last: those that had no room, or all of them; whether that
 * helps is found out first. */
static DlLayout *yield_eras(DlLayoutJob *job, DlLayoutMaker make) {
    g_autoptr(GHashTable) cramped = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    join(cramped, job->cramped_eras);
    join(seen, job->seen_eras);
    bool are_few = g_hash_table_size(cramped) < g_hash_table_size(seen);
    DlLayout *all = tell_eras(job, make, seen);
    if (all != NULL && are_few)
        replace(&all, tell_eras(job, make, cramped));
    return all;
}

/* As little as can be is told at the foot. */
static DlLayout *try_told(DlLayoutJob *job, DlLayoutMaker make) {
    g_hash_table_remove_all(job->told_eras);
    DlLayout *layout = try_lanes(job, make);
    return is_poor(layout) ? with_labels(layout, yield_eras(job, make)) : layout;
}

/* Few labels rather stand closer than have no room at all. */
static bool may_be_tight(const DlLayoutJob *job) {
    enum { FEW = 60 };
    const DlChart *chart = job->chart;
    return chart->labels == DL_LABELS_ALL && chart->page.height > 0 &&
           chart->pages == DL_PAGES_ONE && job->view->events->len <= FEW;
}

/* Numbers that are too many for their marks stand beside them. */
DlLayout *dl_layout_yielding(DlLayoutJob *job, DlLayoutMaker make) {
    g_autoptr(GHashTable) told = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) cramped = g_hash_table_new(NULL, NULL);
    job->told_eras = told;
    job->seen_eras = seen;
    job->cramped_eras = cramped;
    DlLayout *layout = try_told(job, make);
    job->numbers_beside = job->chart->labels == DL_LABELS_NUMBERED;
    job->is_tight = may_be_tight(job);
    bool may_try = job->numbers_beside || job->is_tight;
    return layout == NULL && may_try ? try_told(job, make) : layout;
}
