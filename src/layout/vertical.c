#include <math.h>

#include "layout/plot.h"

static const double LONGER = 1.15;     /* from one attempt to the next … */
static const double MUCH_LONGER = 1.3; /* … where there are many events */
enum { MANY = 60 };
static const double AIR = 1.12;   /* more than the shortest that has room */
static const double LONG = 14000; /* enough for all that may have room */

static double step_of(const DlLayoutJob *job) {
    return job->view->events->len > MANY ? MUCH_LONGER : LONGER;
}

static double panel_width(const DlLayoutJob *job) {
    return job->right - job->left;
}

/* Labels that are too wide beside the stacked marks are narrower then, as long as they
 * can be. NULL where it does not fit; `is_wide` tells whether that is across. */
static DlPlot *try_or_tell(const DlLayoutJob *job, double length, bool *is_wide) {
    enum { MOST_SEARCHES = 3 };
    DlLayoutJob part = *job;
    const DlLabelCache *labels = NULL;
    double room = 0;
    *is_wide = false;
    for (int n_searches = 0; n_searches < MOST_SEARCHES;) {
        g_autoptr(DlPlot) plot = dl_plot_new(&part, length, 0, panel_width(job));
        if (plot->job.labels == labels && plot->room == room)
            return NULL;
        labels = plot->job.labels;
        room = plot->room;
        if (dl_plot_search(plot))
            return g_steal_pointer(&plot);
        *is_wide = plot->excess > 0;
        if (plot->excess <= 0)
            return NULL;
        n_searches += plot->is_searched;
        part.piled += fmax(plot->excess, job->size);
    }
    return NULL;
}

static DlPlot *try_length(const DlLayoutJob *job, double length) {
    bool is_wide;
    return try_or_tell(job, length, &is_wide);
}

static guint count_labels(const DlLayoutJob *job) {
    if (job->numbers != NULL)
        return 0;
    return job->kept != NULL ? g_hash_table_size(job->kept) : job->view->events->len;
}

/* Labels beside an axis that is short for its page spread over all of the width, and
 * one event more moves them all: it has a share of that where its page is as high as
 * need be, but no more than a list of its labels would take. */
static double shortest_of(const DlLayoutJob *job) {
    static const double SHARE = 0.28, LABEL = 4; /* ems */
    bool spreads =
        job->chart->page.height <= 0 && job->lanes == NULL && !dl_job_is_strip(job);
    double list = LABEL * job->size * count_labels(job);
    double wanted = spreads ? fmin(SHARE * panel_width(job), list) : 0;
    return fmin(wanted, job->longest / AIR);
}

/* As low as the labels allow, found by doubling and halving. What is too wide may be so
 * everywhere: that is looked at before. */
static DlPlot *find_lowest(const DlLayoutJob *job) {
    const double shortest = shortest_of(job);
    double low = DL_SHORTEST_DOWN, high = DL_SHORTEST_DOWN, most = job->longest;
    DlLayoutJob part = *job;
    bool is_wide = false;
    DlPlot *best = NULL;
    while (best == NULL && high <= most) {
        best = high >= shortest ? try_or_tell(job, high, &is_wide) : NULL;
        if (best != NULL)
            break;
        low = high;
        high = low < most ? (is_wide ? most : fmin(2 * high, most)) : INFINITY;
    }
    while (best != NULL && high / low > step_of(job)) {
        double middle = sqrt(low * high);
        part.piled = best->job.piled;
        DlPlot *plot = middle >= shortest ? try_length(&part, middle) : NULL;
        if (plot == NULL) {
            low = middle;
            continue;
        }
        dl_plot_free(best);
        best = plot;
        high = middle;
    }
    bool may_be_airy = best != NULL && high * AIR <= most;
    part.piled = best != NULL ? best->job.piled : 0;
    DlPlot *airy = may_be_airy ? try_length(&part, high * AIR) : NULL;
    if (airy == NULL)
        return best;
    dl_plot_free(best);
    return airy;
}

/* Lines that would be drawn. */
static guint count_ties(DlPlot *plot) {
    if (plot->job.ties == NULL)
        return 0;
    g_autoptr(DlPanel) panel = dl_plot_place(plot, (DlPoint){plot->job.left, 0});
    return panel->relations->len;
}

/* As many relations as have room along an axis so long, of those possible; NULL: none
 * has. */
static DlPlot *try_ties(const DlLayoutJob *job, guint n_possible, double length) {
    static const guint most[] = {G_MAXUINT, 6, 4, 3, 2, 1};
    guint n = MIN(job->most_ties, n_possible);
    DlLayoutJob part = *job;
    for (size_t i = 0; i < G_N_ELEMENTS(most); i++) {
        if (i > 0 && most[i] >= n)
            continue;
        part.most_ties = MIN(n, most[i]);
        DlPlot *plot = try_length(&part, length);
        if (plot != NULL && count_ties(plot) > 0)
            return plot;
        dl_plot_free(plot);
    }
    return NULL;
}

/* With as many of its relations, as low as can be. Takes the plot. */
static DlPlot *shorten(const DlLayoutJob *job, DlPlot *plot, double low, double high) {
    guint n = count_ties(plot);
    DlLayoutJob part = *job;
    part.most_ties = plot->job.most_ties;
    while (high / low > step_of(job)) {
        double middle = sqrt(low * high);
        DlPlot *shorter = try_length(&part, middle);
        bool is_as_good = shorter != NULL && count_ties(shorter) >= n;
        dl_plot_free(is_as_good ? plot : shorter);
        plot = is_as_good ? shorter : plot;
        high = is_as_good ? middle : high;
        low = is_as_good ? low : middle;
    }
    return plot;
}

/* Lines of relations may make an axis somewhat longer, or as long as the page is wide.
 */
static DlPlot *try_lengths(const DlLayoutJob *job) {
    static const double LONGER_FOR_LINES = 1.5;
    g_autoptr(GPtrArray) possible = dl_ties_possible(job);
    DlLayoutJob part = *job;
    part.most_ties = 0;
    DlPlot *bare = find_lowest(&part);
    if (bare == NULL || possible->len == 0)
        return bare;
    double along = bare->lead + bare->length;
    double most = fmax(LONGER_FOR_LINES * along, panel_width(job));
    most = fmax(along, fmin(most, job->longest));
    DlPlot *tied = try_ties(job, possible->len, most);
    if (tied == NULL)
        return bare;
    dl_plot_free(bare);
    return shorten(job, tied, along, most);
}

/* Whether an axis that is long enough for all has room across. */
static bool may_fit(const DlLayoutJob *job) {
    DlLayoutJob bare = *job;
    bare.most_ties = 0;
    g_autoptr(DlPlot) plot = dl_plot_new(&bare, LONG, 0, panel_width(job));
    return !dl_plot_is_narrow(plot);
}

static DlPlot *try_height(const DlLayoutJob *job, double height) {
    if (!may_fit(job))
        return NULL;
    return height > 0 ? try_length(job, height) : try_lengths(job);
}

/* Lines of relations to the first marks turn before the axis begins. */
static void make_room_above(DlPanel *panel) {
    static const double BEFORE = 3;
    double top = panel->box.y + BEFORE;
    for (guint i = 0; i < panel->relations->len; i++) {
        const DlPlacedRelation *placed = g_ptr_array_index(panel->relations, i);
        for (guint j = 0; j < placed->lines->len; j++) {
            const GArray *line = g_ptr_array_index(placed->lines, j);
            for (guint k = 0; k < line->len; k++)
                top = fmin(top, g_array_index(line, DlPoint, k).y);
        }
    }
    double by = panel->box.y + BEFORE - top;
    panel->box.y -= by;
    panel->box.height += by;
    dl_panel_move(panel, by);
}

DlPanel *dl_layout_vertical(const DlLayoutJob *job, double height) {
    g_autoptr(DlPlot) plot = try_height(job, height);
    if (plot == NULL)
        return NULL;
    double spare = panel_width(job) - dl_plot_depth(plot);
    dl_plot_stretch(plot, spare);
    spare = fmax(0, panel_width(job) - dl_plot_depth(plot));
    bool is_centred = !dl_job_is_strip(job) && dl_plot_has_two_sides(plot);
    double indent = is_centred ? spare / 2 : 0;
    DlPanel *panel = dl_plot_place(plot, (DlPoint){job->left + indent, 0});
    make_room_above(panel);
    return panel;
}
