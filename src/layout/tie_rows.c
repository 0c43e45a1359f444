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
    DlTieSpan *span;
    guint line;
    int end;
    double own, other; /* along */
} End;

static const void *thing_of(const End *end) {
    return end->span->of[end->end];
}

static int compare_places(gconstpointer a, gconstpointer b) {
    const End *first = a, *second = b;
    if (first->own != second->own)
        return first->own < second->own ? -1 : 1;
    return (first->line > second->line) - (first->line < second->line);
}

/* Across: hooks to what lines reach before, lines from the rows, hooks to what they
 * reach later. */
static int class_of(const End *end) {
    const DlTieSpan *span = end->span;
    if (!span->is_hook)
        return 1;
    return span->reach[!end->end] < span->reach[end->end] ? 0 : 2;
}

static int compare_numbers(double first, double second) {
    return (first > second) - (first < second);
}

static bool goes_back(const End *end) {
    return end->other < end->own;
}

/* Its other end lies on the other side of the rows. */
static bool goes_through(const End *end) {
    return end->span->below[0] != end->span->below[1];
}

/* By where the other end is; at one place what lines reach later is farther back. */
static int compare_others(const End *first, const End *second) {
    if (first->other != second->other)
        return compare_numbers(first->other, second->other);
    return compare_numbers(second->span->reach[!second->end],
                           first->span->reach[!first->end]);
}

/* Lines that turn forward, the innermost into the nearest row, then those that turn
 * back. Of those that return to the side that they come from, the inner one has its
 * other end within the outer one's; of those that go through, the other way round. */
static int compare_turns(const End *first, const End *second) {
    bool back = goes_back(first), through = goes_through(first);
    if (back != goes_back(second))
        return back - goes_back(second);
    if (through != goes_through(second))
        return through == back ? -1 : 1;
    int order = compare_others(first, second);
    if (order != 0)
        return through ? -order : order;
    order = first->line < second->line ? -1 : 1;
    return back && !through ? -order : order;
}

static int compare_ends(gconstpointer a, gconstpointer b) {
    const End *first = a, *second = b;
    int order = compare_numbers(first->span->reach[first->end],
                                second->span->reach[second->end]);
    if (order == 0)
        order = class_of(first) - class_of(second);
    return order != 0 ? order : compare_turns(first, second);
}

static GArray *ends_of(GArray *spans) {
    GArray *ends = g_array_new(false, false, sizeof(End));
    for (guint i = 0; i < spans->len; i++) {
        DlTieSpan *span = &g_array_index(spans, DlTieSpan, i);
        for (int end = 0; end < 2; end++) {
            const End found = {span, i, end, span->at[end], span->at[!end]};
            g_array_append_val(ends, found);
        }
    }
    g_array_sort(ends, compare_places);
    return ends;
}

/* Which of the lines at its thing an end is, of those at one place, and of how many. */
static void find_port(const GArray *ends, guint i) {
    const End *own = &g_array_index(ends, End, i);
    guint port = 0, n_ports = 0;
    for (guint j = 0; j < ends->len; j++) {
        bool is_same = thing_of(&g_array_index(ends, End, j)) == thing_of(own);
        port += j < i && is_same;
        n_ports += is_same;
    }
    own->span->port[own->end] = port;
    own->span->n_ports[own->end] = n_ports;
}

/* Hooks that follow on one another share a way, as far as they can. */
static void spread_place(GArray *ends, double at) {
    guint index = 0;
    bool is_shared = false;
    g_array_sort(ends, compare_ends);
    for (guint i = 0; i < ends->len; i++) {
        const End *own = &g_array_index(ends, End, i);
        bool may_share = own->span->is_hook && !own->span->is_near;
        find_port(ends, i);
        index += is_shared && !may_share;
        own->span->at[own->end] = at - index * DL_TIE_APART;
        index += !may_share;
        is_shared = may_share;
    }
}

/* What is nearly at one place is there. */
static void gather_place(GArray *ends, double at) {
    for (guint i = 0; i < ends->len; i++) {
        const End *end = &g_array_index(ends, End, i);
        end->span->at[end->end] = at;
    }
}

static bool is_at(const End *end, const End *place) {
    return end->span->in[end->end] == place->span->in[place->end] &&
           end->own - place->own <= DL_TIE_PLACE;
}

static void tell_hooks(GArray *spans) {
    for (guint i = 0; i < spans->len; i++) {
        DlTieSpan *span = &g_array_index(spans, DlTieSpan, i);
        bool is_one = span->below[0] == span->below[1] && span->in[0] == span->in[1];
        double apart = fabs(span->at[0] - span->at[1]);
        span->is_hook = span->is_near || (is_one && apart <= DL_TIE_PLACE);
    }
}

/* Calls `what` for the ends at each place, from the start of the axis on. */
static void for_each_place(GArray *spans, void (*what)(GArray *ends, double at)) {
    g_autoptr(GArray) left = ends_of(spans);
    g_autoptr(GArray) here = g_array_new(false, false, sizeof(End));
    while (left->len > 0) {
        const End place = g_array_index(left, End, 0);
        g_array_set_size(here, 0);
        for (guint i = left->len; i > 0; i--) {
            const End end = g_array_index(left, End, i - 1);
            if (!is_at(&end, &place))
                continue;
            g_array_append_val(here, end);
            g_array_remove_index(left, i - 1);
        }
        what(here, place.own);
    }
}

void dl_tie_spread(GArray *spans) {
    tell_hooks(spans);
    for_each_place(spans, gather_place);
    for_each_place(spans, spread_place);
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
    for (int end = 0; end < 2 && !line->is_hook && !other->is_hook; end++) {
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
    if (a->is_hook || b->is_hook)
        return false;
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
