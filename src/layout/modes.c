#include "layout/modes.h"

#include <math.h>

#include "layout/compose.h"
#include "layout/kept.h"
#include "layout/key.h"
#include "layout/sizes.h"

static DlLayout *compose_kept(DlLayoutJob *job, GHashTable *kept, guint n) {
    job->kept = kept;
    DlLayout *layout = dl_compose(job);
    job->kept = NULL;
    if (layout != NULL) {
        layout->n_labels = g_hash_table_size(kept);
        layout->n_dropped = n - layout->n_labels;
    }
    return layout;
}

enum { FEW = 12 }; /* labels: they are worth a long search */

/* Where few labels fit, one that is too large does not keep the next ones out. Takes
 * the layout. */
static DlLayout *add_next(DlLayoutJob *job, const GPtrArray *order, guint fits,
                          DlLayout *best) {
    static const guint MOST_TRIED = 16;
    g_autoptr(GHashTable) kept = dl_kept_first(order, fits);
    guint end = fits < FEW ? MIN(order->len, fits + 1 + MOST_TRIED) : 0;
    for (guint i = fits + 1; i < end; i++) {
        gpointer event = g_ptr_array_index(order, i);
        g_hash_table_add(kept, event);
        DlLayout *layout = compose_kept(job, kept, order->len);
        if (layout == NULL)
            g_hash_table_remove(kept, event);
        dl_layout_free(layout == NULL ? NULL : best);
        best = layout == NULL ? best : layout;
    }
    return best;
}

/* How high labels may make a page that is as high as need be: so many times as high as
 * wide, or as it is without any. */
static double highest_with_labels(const DlLayoutJob *job, const DlLayout *bare) {
    static const double TIMES_WIDTH = 2, TIMES_BARE = 1.5;
    double least = bare != NULL ? TIMES_BARE * bare->height : 0;
    double usual = fmax(DL_HIGHEST_AUTO, TIMES_WIDTH * job->width);
    return fmin(fmax(usual, least), DL_HIGHEST_PAGE);
}

/* How many labels may fit, and how many are worth a first try: seldom are more than a
 * quarter of what the area would hold drawn. */
static guint most_labels(const DlLayoutJob *job, guint n_events, guint *first) {
    const DlPage *page = &job->chart->page;
    double height = page->height > 0 ? page->height : job->longest;
    guint most = MIN(n_events, (guint)(page->width * height / DL_LABEL_AREA));
    *first = most < n_events ? (most + 1) / 4 : most;
    return most;
}

/* As many labels as fit, the heaviest; found by halving. Takes the layout without any,
 * NULL where even that does not fit. */
static DlLayout *fill(DlLayoutJob *job, const GPtrArray *order, DlLayout *best) {
    guint n, fits = 0, fails = most_labels(job, order->len, &n) + 1;
    for (; fails > fits + 1; n = (fits + fails) / 2) {
        g_autoptr(GHashTable) kept = dl_kept_first(order, n);
        job->hurries = n > FEW;
        DlLayout *layout = compose_kept(job, kept, order->len);
        job->hurries = false;
        if (layout == NULL) {
            fails = n;
            continue;
        }
        dl_layout_free(best);
        best = layout;
        fits = n;
    }
    return best != NULL ? add_next(job, order, fits, best) : NULL;
}

/* Without any label: with more room where the events are, if the axis is not too wide
 * then. NULL where even that does not fit. */
static DlLayout *try_bare(DlLayoutJob *job, const GPtrArray *order) {
    g_autoptr(GHashTable) none = dl_kept_first(order, 0);
    job->by_events = dl_job_scale(job) == DL_SCALE_BROKEN;
    DlLayout *bare = compose_kept(job, none, order->len);
    if (bare != NULL || !job->by_events)
        return bare;
    job->by_events = false;
    return compose_kept(job, none, order->len);
}

/* All labels, as `all` has them. Takes a layout of some, which stays where they have no
 * room, or are too many to find out. */
static DlLayout *add_all(DlLayoutJob *job, const GPtrArray *order, DlLayout *some) {
    enum { MANY = 60 };
    if (order->len > MANY || (some != NULL && some->n_dropped == 0))
        return some;
    DlLayout *all = dl_compose_largest(job, DL_READABLE);
    if (all == NULL)
        return some;
    all->n_labels = order->len;
    dl_layout_free(some);
    return all;
}

static DlLayout *try_fit(DlLayoutJob *job) {
    g_autoptr(GPtrArray) order = dl_kept_order(job);
    const double longest = job->longest;
    job->size = DL_READABLE;
    job->turns = job->vertical;
    DlLayout *bare = try_bare(job, order);
    if (job->chart->page.height <= 0)
        job->longest = highest_with_labels(job, bare);
    DlLayout *layout = add_all(job, order, fill(job, order, bare));
    job->longest = longest;
    return layout;
}

static DlLayout *try_all(DlLayoutJob *job) {
    return dl_compose_largest(job, job->theme->smallest_label);
}

static DlLayout *try_none(DlLayoutJob *job) {
    g_autoptr(GHashTable) kept = g_hash_table_new(NULL, NULL);
    job->kept = kept;
    DlLayout *layout = dl_compose_largest(job, job->theme->smallest_label);
    job->kept = NULL;
    return layout;
}

/* Marks are as large as their numbers need. */
static DlLayout *try_numbered_marks(DlLayoutJob *job) {
    g_autoptr(DlTextBlock) widest = dl_key_shape(job, g_hash_table_size(job->numbers));
    job->marks = dl_mark_sizes_for_numbers(job->theme, widest->width);
    DlLayout *layout = try_none(job);
    /* Where numbers pile up too high, room follows the events. */
    if (layout == NULL && job->view->scale == DL_SCALE_AUTO) {
        DlView view = *job->view;
        view.scale = DL_SCALE_DENSITY;
        const DlView *usual_view = job->view;
        job->view = &view;
        layout = try_none(job);
        job->view = usual_view;
    }
    return layout;
}

/* Numbers stand where labels would. */
static DlLayout *try_numbered_labels(DlLayoutJob *job) {
    DlLabelMaker maker = job->shelf->maker;
    maker.numbers = job->numbers;
    g_autoptr(DlLabelShelf) numbers = dl_label_shelf_new(maker);
    DlLabelShelf *words = job->shelf;
    DlLabelCache *labels = job->labels;
    job->shelf = numbers;
    job->labels = dl_label_shelf_get(numbers, labels->widths);
    job->marks = dl_mark_sizes(job->theme);
    DlLayout *layout = dl_compose_largest(job, job->theme->smallest_label);
    job->shelf = words;
    job->labels = labels;
    return layout;
}

static DlLayout *try_numbered(DlLayoutJob *job) {
    g_autoptr(GHashTable) numbers = dl_key_numbers(job);
    job->numbers = numbers;
    DlLayout *layout =
        job->in_tracks ? try_numbered_labels(job) : try_numbered_marks(job);
    job->numbers = NULL;
    return layout;
}

DlLayoutMaker dl_label_mode(DlLabelsKind kind) {
    static const DlLayoutMaker modes[] = {
        [DL_LABELS_ALL] = try_all,
        [DL_LABELS_FIT] = try_fit,
        [DL_LABELS_NUMBERED] = try_numbered,
        [DL_LABELS_NONE] = try_none,
    };
    return modes[kind];
}
