#include "layout/tie_rows.h"

#include <math.h>
#include <string.h>

static const double GAP = 8; /* along: between lines of one row, and around words */
enum { MOST_ENUMERATED = 6, MOST_PASSES = 20 };

static const DlTieSpan *span_at(const GArray *spans, guint i) {
    return &g_array_index(spans, DlTieSpan, i);
}

/* ---- Ends ---- */

typedef struct {
    guint span;
    int end;
    double own, other; /* along */
} End;

static int compare_ends(gconstpointer a, gconstpointer b) {
    const End *first = a, *second = b;
    bool back = first->other < first->own, second_back = second->other < second->own;
    if (back != second_back)
        return back - second_back;
    if (first->other != second->other)
        return first->other > second->other ? 1 : -1;
    int order = (first->span > second->span) - (first->span < second->span);
    return back ? -order : order;
}

static GArray *ends_of(const GArray *spans, const void *thing) {
    GArray *ends = g_array_new(false, false, sizeof(End));
    for (guint i = 0; i < spans->len; i++) {
        const DlTieSpan *span = span_at(spans, i);
        for (int end = 0; end < 2; end++) {
            const End found = {i, end, span->at[end], span->at[!end]};
            if (span->of[end] == thing)
                g_array_append_val(ends, found);
        }
    }
    g_array_sort(ends, compare_ends);
    return ends;
}

/* Which of the lines that end there an end is. */
static guint place_of(const GArray *spans, guint span, int end) {
    g_autoptr(GArray) ends = ends_of(spans, span_at(spans, span)->of[end]);
    for (guint i = 0; i < ends->len; i++) {
        const End *found = &g_array_index(ends, End, i);
        if (found->span == span && found->end == end)
            return MIN(i, DL_MOST_TIES_APART - 1);
    }
    return 0;
}

void dl_tie_spread(GArray *spans) {
    g_autoptr(GArray) before = g_array_copy(spans);
    for (guint i = 0; i < spans->len; i++)
        for (int end = 0; end < 2; end++)
            g_array_index(spans, DlTieSpan, i).at[end] -=
                place_of(before, i, end) * DL_TIE_APART;
}

/* ---- Crossings ---- */

bool dl_tie_passes(const DlTieSpan *span, guint own_row, guint row, double from,
                   double to) {
    for (int end = 0; end < 2; end++) {
        bool reaches = span->below[end] ? row > own_row : row < own_row;
        if (reaches && span->at[end] > from && span->at[end] < to)
            return true;
    }
    return false;
}

static guint crossings_of(const GArray *spans, const guint *rows, guint i, guint j) {
    const DlTieSpan *line = span_at(spans, i), *other = span_at(spans, j);
    double from = fmin(line->at[0], line->at[1]), to = fmax(line->at[0], line->at[1]);
    guint count = 0;
    for (int end = 0; end < 2; end++) {
        const DlTieSpan half = {.at = {other->at[end], other->at[end]},
                                .below = {other->below[end], other->below[end]}};
        count += dl_tie_passes(&half, rows[j], rows[i], from, to);
    }
    return count;
}

guint dl_tie_crossings(const GArray *spans, const guint *rows) {
    guint count = 0;
    for (guint i = 0; i < spans->len; i++)
        for (guint j = 0; j < spans->len; j++)
            if (i != j)
                count += crossings_of(spans, rows, i, j);
    return count;
}

static void swap(guint *rows, guint i, guint j) {
    guint kept = rows[i];
    rows[i] = rows[j];
    rows[j] = kept;
}

typedef struct {
    const GArray *spans;
    guint *rows, *best; /* what is tried, and the best so far */
    guint least;
} Search;

static void keep_better(Search *search) {
    guint count = dl_tie_crossings(search->spans, search->rows);
    if (count >= search->least)
        return;
    search->least = count;
    memcpy(search->best, search->rows, search->spans->len * sizeof(guint));
}

/* All orders of the rows from one on. */
static void enumerate(Search *search, guint first) {
    guint n = search->spans->len;
    if (first >= n)
        keep_better(search);
    for (guint i = first; i < n && search->least > 0; i++) {
        swap(search->rows, first, i);
        enumerate(search, first + 1);
        swap(search->rows, first, i);
    }
}

static void improve(Search *search) {
    guint n = search->spans->len, before = G_MAXUINT;
    for (int pass = 0; pass < MOST_PASSES && search->least < before; pass++) {
        before = search->least;
        for (guint i = 0; i < n; i++)
            for (guint j = i + 1; j < n; j++) {
                memcpy(search->rows, search->best, n * sizeof(guint));
                swap(search->rows, i, j);
                keep_better(search);
            }
    }
}

void dl_tie_extent(const DlTieSpan *span, double *from, double *to) {
    *from = fmin(span->at[0], span->at[1]);
    *to = fmax(span->at[0], span->at[1]);
    bool holds = span->words + 2 * GAP <= *to - *from;
    double air = holds ? GAP / 2 : span->words + GAP;
    *from -= air;
    *to += air;
}

static bool share_stretch(const DlTieSpan *a, const DlTieSpan *b) {
    double from, to, other_from, other_to;
    dl_tie_extent(a, &from, &to);
    dl_tie_extent(b, &other_from, &other_to);
    return from < other_to && other_from < to;
}

/* Every line as near to the axis as those nearer in the given order let it: what does
 * not cross keeps not crossing. */
static guint *share_rows(const GArray *spans, const guint *order) {
    guint n = spans->len;
    g_autofree guint *at = g_new(guint, n + 1);
    guint *rows = g_new0(guint, n + 1);
    for (guint i = 0; i < n; i++)
        at[order[i]] = i;
    for (guint i = 0; i < n; i++)
        for (guint j = 0; j < i; j++)
            if (share_stretch(span_at(spans, at[i]), span_at(spans, at[j])))
                rows[at[i]] = MAX(rows[at[i]], rows[at[j]] + 1);
    return rows;
}

static double length_of(const DlTieSpan *span) {
    return fabs(span->at[0] - span->at[1]);
}

/* The shortest nearest to the axis. */
static void order_by_length(const GArray *spans, guint *rows) {
    for (guint i = 0; i < spans->len; i++) {
        double own = length_of(span_at(spans, i));
        rows[i] = 0;
        for (guint j = 0; j < spans->len; j++) {
            double other = length_of(span_at(spans, j));
            rows[i] += other < own || (other == own && j < i);
        }
    }
}

guint *dl_tie_rows(const GArray *spans) {
    guint n = spans->len;
    g_autofree guint *rows = g_new(guint, n + 1);
    g_autofree guint *best = g_new(guint, n + 1);
    order_by_length(spans, rows);
    memcpy(best, rows, n * sizeof(guint));
    Search search = {spans, rows, best, dl_tie_crossings(spans, rows)};
    if (n <= MOST_ENUMERATED)
        enumerate(&search, 0);
    else
        improve(&search);
    return share_rows(spans, best);
}
