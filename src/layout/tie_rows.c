#include "layout/tie_rows.h"

#include <math.h>
#include <string.h>

enum { MOST_ENUMERATED = 6, MOST_PASSES = 20 };

static const DlTieSpan *span_at(const GArray *spans, guint i) {
    return &g_array_index(spans, DlTieSpan, i);
}

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
        const DlTieSpan half = {{other->at[end], other->at[end]},
                                {other->below[end], other->below[end]}};
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

guint *dl_tie_rows(const GArray *spans) {
    guint n = spans->len;
    g_autofree guint *rows = g_new(guint, n + 1);
    guint *best = g_new(guint, n + 1);
    for (guint i = 0; i < n; i++)
        rows[i] = best[i] = i;
    Search search = {spans, rows, best, dl_tie_crossings(spans, rows)};
    if (n <= MOST_ENUMERATED)
        enumerate(&search, 0);
    else
        improve(&search);
    return best;
}
