#include "random_bands.h"

#include "time/calendar.h"

/* Where the events of a kind are, at least most of them. */
typedef struct {
    DlCivil from;
    int days;
    bool has_clock; /* its eras are told by the hour */
} Span;

static const Span spans[RANDOM_N_KINDS] = {
    [RANDOM_CLUSTERED] = {{.year = 1945, .month = 1, .day = 1}, 29500, false},
    [RANDOM_UNIFORM] = {{.year = 1950, .month = 1, .day = 1}, 27400, false},
    [RANDOM_ONE_DAY] = {{.year = 2025, .month = 9, .day = 3}, 1, true},
    [RANDOM_SPANS] = {{.year = 1900, .month = 1, .day = 1}, 45000, false},
    [RANDOM_MIXED] = {{.year = 1960, .month = 1, .day = 1}, 24000, false},
    [RANDOM_ORDER] = {{.year = 2025, .month = 9, .day = 2}, 4, true},
};

static GRand *new_random(const RandomChoice *choice, guint32 use) {
    const guint32 seeds[] = {choice->seed, G_MAXUINT32, use};
    return g_rand_new_with_seed_array(seeds, G_N_ELEMENTS(seeds));
}

void random_choose_bands(RandomChoice *choice) {
    enum { MOST_ERAS = 4, MOST_MEASURES = 4, MOST_INSETS = 2 };
    g_autoptr(GRand) random = new_random(choice, 0);
    choice->n_eras = MAX(0, g_rand_int_range(random, -2, MOST_ERAS + 1));
    choice->n_measures = MAX(0, g_rand_int_range(random, -2, MOST_MEASURES + 1));
    choice->n_insets = MAX(0, g_rand_int_range(random, -4, MOST_INSETS + 1));
}

/* A moment at a share of the span: a day, or a minute of it. */
static void append_moment(GString *yaml, const Span *span, double share) {
    const DlMoment start = dl_moment_from_civil(span->from);
    const DlMoment at =
        start + (DlMoment)(share * span->days * (double)DL_SECONDS_A_DAY);
    g_autofree char *day = dl_day_to_text(at);
    g_string_append(yaml, day);
    const DlMoment since = (at - start) % DL_SECONDS_A_DAY;
    const int minute = (int)((since + DL_SECONDS_A_DAY) % DL_SECONDS_A_DAY / 60);
    if (span->has_clock)
        g_string_append_printf(yaml, "T%02d:%02d", minute / 60, minute % 60);
}

static void append_end(GString *yaml, GRand *random, const Span *span, double share) {
    static const char *const doubts[] = {"", "", "", "~", "?"};
    const char *doubt = doubts[g_rand_int_range(random, 0, G_N_ELEMENTS(doubts))];
    if (g_rand_double(random) < 0.15) {
        g_string_append(yaml, "unknown");
        return;
    }
    g_string_append(yaml, "'");
    append_moment(yaml, span, share);
    g_string_append_printf(yaml, "%s'", doubt);
}

/* Some within others, some beyond both ends of the chart. */
static void append_era(GString *yaml, GRand *random, const Span *span, int i) {
    const double from = g_rand_double_range(random, -0.2, 0.95);
    const double to = g_rand_double_range(random, from + 0.01, 1.2);
    g_string_append_printf(yaml, "- {title: The age of %s %d, start: ",
                           i % 2 == 0 ? "steam" : "the great reconstruction", i);
    append_end(yaml, random, span, from);
    g_string_append(yaml, ", end: ");
    append_end(yaml, random, span, to);
    g_string_append(yaml, "}\n");
}

static void append_measure(GString *yaml, GRand *random, int n_events) {
    static const char *const labels[] = {"", ", label: '{length} of waiting'",
                                         ", label: before anybody saw it"};
    const int from = g_rand_int_range(random, 0, n_events);
    const int step = g_rand_int_range(random, 1, n_events);
    g_string_append_printf(yaml, "- {from: e%d, to: e%d%s}\n", from,
                           (from + step) % n_events,
                           labels[g_rand_int_range(random, 0, G_N_ELEMENTS(labels))]);
}

void random_append_bands(GString *yaml, const RandomChoice *choice) {
    g_autoptr(GRand) random = new_random(choice, 1);
    if (choice->n_eras > 0)
        g_string_append(yaml, "eras:\n");
    for (int i = 0; i < choice->n_eras; i++)
        append_era(yaml, random, &spans[choice->kind], i);
    if (choice->n_measures > 0)
        g_string_append(yaml, "measures:\n");
    for (int i = 0; i < choice->n_measures; i++)
        append_measure(yaml, random, choice->n_events);
}

/* Insets share what the chart shows; some hold much, and some may hold nothing. */
void random_append_insets(GString *yaml, const RandomChoice *choice) {
    static const char *const scales[] = {"auto", "linear", "sequence"};
    if (choice->n_insets == 0 || choice->segments != DL_SEGMENTS_NONE ||
        choice->pages != DL_PAGES_ONE)
        return;
    const Span *span = &spans[choice->kind];
    g_autoptr(GRand) random = new_random(choice, 2);
    g_string_append(yaml, ", from: ");
    append_moment(yaml, span, 0);
    g_string_append(yaml, ", to: ");
    append_moment(yaml, span, 1);
    g_string_append(yaml, ", insets: [");
    for (int i = 0; i < choice->n_insets; i++) {
        const double share = 1.0 / choice->n_insets;
        const double from = share * (i + g_rand_double_range(random, 0.02, 0.6));
        const double to = g_rand_double_range(random, from + 0.03, share * (i + 0.98));
        g_string_append_printf(
            yaml, "%s{title: A closer look, scale: %s, from: ", i > 0 ? ", " : "",
            scales[g_rand_int_range(random, 0, G_N_ELEMENTS(scales))]);
        append_moment(yaml, span, from);
        g_string_append(yaml, ", to: ");
        append_moment(yaml, span, to);
        g_string_append(yaml, "}");
    }
    g_string_append(yaml, "]");
}
