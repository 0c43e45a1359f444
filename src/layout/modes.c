#include "layout/modes.h"

#include <math.h>

#include "layout/compose.h"
#include "layout/kept.h"
#include "layout/key.h"
#include "layout/sizes.h"

/* What labels are left out of, one after the other. */
typedef struct {
    DlLayoutJob *job;
    const GPtrArray *order; /* of const DlEvent, as dl_kept_order has them, borrowed */
    double highest;         /* page that they may make */
} Fitting;

/* NULL where it does not fit, or the page is too high; `height` is that of the page, if
 * there is one. */
static DlLayout *compose_kept(const Fitting *fitting, GHashTable *kept,
                              double *height) {
    fitting->job->kept = kept;
    DlLayout *layout = dl_compose(fitting->job);
    fitting->job->kept = NULL;
    *height = layout != NULL ? layout->height : INFINITY;
    if (*height > fitting->highest)
        g_clear_pointer(&layout, dl_layout_free);
    if (layout != NULL) {
        layout->n_labels = g_hash_table_size(kept);
        layout->n_dropped = fitting->order->len - layout->n_labels;
    }
    return layout;
}

enum { FEW = 12 }; /* labels: they are worth a long search */

/* Where few labels fit, one that is too large does not keep the next ones out. Takes
 * the layout. */
static DlLayout *add_next(const Fitting *fitting, guint fits, DlLayout *best) {
    static const guint MOST_TRIED = 16;
    const GPtrArray *order = fitting->order;
    g_autoptr(GHashTable) kept = dl_kept_first(order, fits);
    guint end = fits < FEW ? MIN(order->len, fits + 1 + MOST_TRIED) : 0;
    for (guint i = fits + 1; i < end; i++) {
        gpointer event = g_ptr_array_index(order, i);
        g_hash_table_add(kept, event);
        double height;
        DlLayout *layout = compose_kept(fitting, kept, &height);
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
    if (job->chart->page.height > 0)
        return INFINITY;
    double least = bare != NULL ? TIMES_BARE * bare->height : 0;
    double usual = fmax(DL_HIGHEST_AUTO, TIMES_WIDTH * job->width);
    return fmin(fmax(usual, least), DL_HIGHEST_PAGE);
}

/* How many labels may fit, and how many are worth a first try: seldom are more than a
 * quarter of what the area would hold drawn. */
static guint most_labels(const Fitting *fitting, guint *first) {
    const DlPage *page = &fitting->job->chart->page;
    double height = page->height > 0 ? page->height : fitting->highest;
    guint n_events = fitting->order->len;
    guint most = MIN(n_events, (guint)(page->width * height / DL_LABEL_AREA));
    *first = most < n_events ? (most + 1) / 4 : most;
    return most;
}

/* So many labels, and the height of the page with them. */
typedef struct {
    guint n;
    double height;
} Tried;

/* Between what fits and what does not; heights, where there are any, tell where. */
static guint between(const Fitting *fitting, Tried fits, Tried fails) {
    if (isinf(fails.height) || isinf(fitting->highest))
        return (fits.n + fails.n) / 2;
    double share = (fitting->highest - fits.height) / (fails.height - fits.height);
    double n = fits.n + floor(share * (fails.n - fits.n));
    return (guint)CLAMP(n, fits.n + 1.0, fails.n - 1.0);
}

/* As many labels as fit, the heaviest. Takes the layout without any, NULL where even
 * that does not fit. */
static DlLayout *fill(const Fitting *fitting, DlLayout *best) {
    static const double FULL = 0.9; /* of the highest page */
    guint n;
    Tried fits = {0, best != NULL ? best->height : 0};
    Tried fails = {most_labels(fitting, &n) + 1, INFINITY};
    while (fails.n > fits.n + 1 && fits.height <= FULL * fitting->highest) {
        g_autoptr(GHashTable) kept = dl_kept_first(fitting->order, n);
        Tried tried = {n, 0};
        fitting->job->hurries = n > FEW;
        DlLayout *layout = compose_kept(fitting, kept, &tried.height);
        fitting->job->hurries = false;
        *(layout != NULL ? &fits : &fails) = tried;
        dl_layout_free(layout != NULL ? best : NULL);
        best = layout != NULL ? layout : best;
        n = fails.n > fits.n + 1 ? between(fitting, fits, fails) : 0;
    }
    return best != NULL ? add_next(fitting, fits.n, best) : NULL;
}

/* Without any label: with more room where the events are, if the axis is not too wide
 * then. NULL where even that does not fit. */
static DlLayout *try_bare(const Fitting *fitting) {
    g_autoptr(GHashTable) none = dl_kept_first(fitting->order, 0);
    DlLayoutJob *job = fitting->job;
    double height;
    job->by_events = dl_job_scale(job) == DL_SCALE_BROKEN;
    DlLayout *bare = compose_kept(fitting, none, &height);
    if (bare != NULL || !job->by_events)
        return bare;
    job->by_events = false;
    return compose_kept(fitting, none, &height);
}

/* All labels, as `all` has them. Takes a layout of some, which stays where they have no
 * room, or are too many to find out. */
static DlLayout *add_all(const Fitting *fitting, DlLayout *some) {
    enum { MANY = 60 };
    DlLayoutJob *job = fitting->job;
    guint n = fitting->order->len;
    if (n > MANY || (some != NULL && some->n_labels == n))
        return some;
    const double longest = job->longest;
    job->longest = fmin(longest, fitting->highest);
    DlLayout *all = dl_compose_largest(job, DL_READABLE);
    job->longest = longest;
    if (all == NULL)
        return some;
    all->n_labels = n;
    dl_layout_free(some);
    return all;
}

static DlLayout *try_fit(DlLayoutJob *job) {
    g_autoptr(GPtrArray) order = dl_kept_order(job);
    Fitting fitting = {job, order, INFINITY};
    job->size = DL_READABLE;
    job->turns = job->vertical;
    job->keeps_sides = false;
    DlLayout *bare = try_bare(&fitting);
    /* Labels only take room, but for those that stand in lanes in place of marks. */
    if (bare == NULL && !dl_job_has_lanes(job))
        return NULL;
    fitting.highest = highest_with_labels(job, bare);
    return add_all(&fitting, fill(&fitting, bare));
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
        job->numbers_beside ? try_numbered_labels(job) : try_numbered_marks(job);
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
