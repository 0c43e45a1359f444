#include "random_timeline.h"

#include <math.h>

#include "random_bands.h"
#include "time/calendar.h"

const char *const random_kind_names[RANDOM_N_KINDS] = {
    [RANDOM_CLUSTERED] = "clustered", [RANDOM_UNIFORM] = "uniform",
    [RANDOM_ONE_DAY] = "one-day",     [RANDOM_SPANS] = "spans",
    [RANDOM_MIXED] = "mixed",         [RANDOM_ORDER] = "order",
};

/* ---- Choices ---- */

static int any_of(GRand *random, const int *values, int n) {
    return values[g_rand_int_range(random, 0, n)];
}

static bool happens(GRand *random, double share) {
    return g_rand_double(random) < share;
}

/* A word of a table other than the first, if it can be drawn; else the first. */
static int other_of(GRand *random, const DlNameTable *table) {
    const DlName *name =
        &table->names[g_rand_int_range(random, 1, (gint32)table->n_names)];
    return name->ready ? name->value : table->names[0].value;
}

static int ready_or(const DlNameTable *table, int value) {
    for (size_t i = 0; i < table->n_names; i++)
        if (table->names[i].value == value && table->names[i].ready)
            return value;
    return table->names[0].value;
}

static void choose_page(GRand *random, RandomChoice *choice) {
    static const struct {
        int width, height;
    } pages[] = {{420, 297}, {297, 420}, {297, 210}, {210, 297}, {338, 190}};
    if (happens(random, 0.4)) {
        const int i = g_rand_int_range(random, 0, G_N_ELEMENTS(pages));
        choice->width = pages[i].width;
        choice->height = pages[i].height;
    } else {
        choice->width = g_rand_int_range(random, 90, 421);
    }
}

static void choose_form(GRand *random, RandomChoice *choice) {
    static const int shapes[] = {DL_SHAPE_HORIZONTAL, DL_SHAPE_VERTICAL};
    static const int scales[] = {DL_SCALE_AUTO,   DL_SCALE_AUTO,    DL_SCALE_LINEAR,
                                 DL_SCALE_BROKEN, DL_SCALE_DENSITY, DL_SCALE_SEQUENCE};
    static const int plain_scales[] = {DL_SCALE_AUTO, DL_SCALE_LINEAR};
    const int shape = any_of(random, shapes, G_N_ELEMENTS(shapes));
    const int scale = any_of(random, scales, G_N_ELEMENTS(scales));
    const int plain_scale = any_of(random, plain_scales, G_N_ELEMENTS(plain_scales));
    const int lanes = other_of(random, &dl_lanes_names);
    const int segments = other_of(random, &dl_segments_names);
    const double form = g_rand_double(random);
    choice->shape = (DlShapeKind)ready_or(&dl_shape_names, shape);
    choice->lanes = (DlLanesKind)(form < 0.35 ? lanes : DL_LANES_NONE);
    choice->segments =
        (DlSegmentsKind)(form > 0.25 && form < 0.5 ? segments : DL_SEGMENTS_NONE);
    const bool is_plain =
        choice->lanes == DL_LANES_NONE && choice->segments == DL_SEGMENTS_NONE;
    choice->scale = (DlScaleKind)(is_plain ? scale : plain_scale);
}

static void choose_labels(GRand *random, RandomChoice *choice) {
    static const int labels[] = {DL_LABELS_ALL, DL_LABELS_ALL, DL_LABELS_ALL,
                                 DL_LABELS_FIT, DL_LABELS_NUMBERED};
    const int label = any_of(random, labels, G_N_ELEMENTS(labels));
    const int pages = happens(random, 0.25) ? DL_PAGES_MANY : DL_PAGES_ONE;
    choice->labels = (DlLabelsKind)ready_or(&dl_labels_names, label);
    choice->pages = (DlPagesKind)ready_or(&dl_pages_names, pages);
}

RandomChoice random_choose(guint32 seed, int most_events) {
    static const double LEAST = 5;
    static const char *const languages[] = {"en", "en", "en", "en", "ar", "de", "ko"};
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    RandomChoice choice = {.seed = seed};
    choice.kind = (RandomKind)g_rand_int_range(random, 0, RANDOM_N_KINDS);
    choice.n_events =
        (int)(LEAST * pow((most_events + 0.99) / LEAST, g_rand_double(random)));
    choose_page(random, &choice);
    choose_form(random, &choice);
    choose_labels(random, &choice);
    choice.has_text = happens(random, 0.4);
    choice.has_sources = happens(random, 0.5);
    choice.language = languages[g_rand_int_range(random, 0, G_N_ELEMENTS(languages))];
    random_choose_bands(&choice);
    choice.n_relations = happens(random, 0.4) ? g_rand_int_range(random, 1, 9) : 0;
    return choice;
}

/* ---- Dates ---- */

typedef void (*AppendDate)(GString *yaml, GRand *random, int i, int n);

static void append_day(GString *yaml, DlMoment from, int day) {
    g_autofree char *text = dl_day_to_text(from + day * DL_SECONDS_A_DAY);
    g_string_append(yaml, text);
}

static DlMoment start_of(int year, int month, int day) {
    return dl_moment_from_civil((DlCivil){.year = year, .month = month, .day = day});
}

static void append_clock(GString *yaml, GRand *random) {
    const int hour = g_rand_int_range(random, 0, 24);
    const int minute = g_rand_int_range(random, 0, 60);
    g_string_append_printf(yaml, "T%02d:%02d", hour, minute);
}

static void append_clustered(GString *yaml, GRand *random, int i, int n) {
    (void)i, (void)n;
    g_string_append(yaml, ", date: ");
    if (happens(random, 0.4)) {
        const int year = g_rand_int_range(random, 1945, 2025);
        if (happens(random, 0.5))
            g_string_append_printf(yaml, "%d", year);
        else
            append_day(yaml, start_of(year, 1, 1), g_rand_int_range(random, 0, 365));
        return;
    }
    append_day(yaml, start_of(2025, 9, 2), g_rand_int_range(random, 0, 2));
    if (happens(random, 0.2))
        append_clock(yaml, random);
}

static void append_uniform(GString *yaml, GRand *random, int i, int n) {
    (void)i, (void)n;
    g_string_append(yaml, ", date: ");
    append_day(yaml, start_of(1950, 1, 1), g_rand_int_range(random, 0, 75 * 365));
}

static void append_one_day(GString *yaml, GRand *random, int i, int n) {
    (void)i, (void)n;
    g_string_append(yaml, ", date: 2025-09-03");
    if (happens(random, 0.6))
        append_clock(yaml, random);
}

static void append_span(GString *yaml, GRand *random, int i, int n) {
    (void)i, (void)n;
    const int year = g_rand_int_range(random, 1900, 2020);
    const int length = (int)pow(60, g_rand_double(random));
    if (happens(random, 0.1))
        g_string_append_printf(yaml, ", start: %d, end: ongoing", year);
    else if (happens(random, 0.5))
        g_string_append_printf(yaml, ", date: %d/%d", year, year + length);
    else {
        const int day = g_rand_int_range(random, 0, 365);
        const int days = (int)pow(9000, g_rand_double(random));
        g_string_append(yaml, ", date: ");
        append_day(yaml, start_of(year, 1, 1), day);
        g_string_append(yaml, "/");
        append_day(yaml, start_of(year, 1, 1), day + days);
    }
}

static void append_mixed(GString *yaml, GRand *random, int i, int n) {
    static const char *const doubts[] = {"", "", "", "?", "~", "%"};
    const int year = g_rand_int_range(random, 1960, 2024);
    const int month = g_rand_int_range(random, 1, 13);
    const char *doubt = doubts[g_rand_int_range(random, 0, G_N_ELEMENTS(doubts))];
    switch (g_rand_int_range(random, 0, 9)) {
    case 0:
        g_string_append_printf(yaml, ", date: '%d%s'", year, doubt);
        break;
    case 1:
        g_string_append_printf(yaml, ", date: '%d-%02d%s'", year, month, doubt);
        break;
    case 2:
        g_string_append_printf(yaml, ", date: '%d-%02d-%02d%s'", year, month, month,
                               doubt);
        break;
    case 3:
        g_string_append_printf(yaml, ", date: %dX", year / 10);
        break;
    case 4:
        g_string_append_printf(yaml, ", date: %d-%d", year,
                               g_rand_int_range(random, 21, 25));
        break;
    case 5:
        g_string_append_printf(yaml, ", start: unknown, end: '%d%s'", year, doubt);
        break;
    case 6:
        g_string_append_printf(yaml, ", date: %d/..", year);
        break;
    case 7:
        append_span(yaml, random, i, n);
        break;
    default:
        append_clustered(yaml, random, i, n);
    }
}

/* Four days in order; an event without a date hangs on one before it. */
static void append_order(GString *yaml, GRand *random, int i, int n) {
    static const int DAYS = 4;
    if (i == 0 || happens(random, 0.5)) {
        g_string_append(yaml, ", date: ");
        append_day(yaml, start_of(2025, 9, 2), i * DAYS / n);
    }
    if (i > 0)
        g_string_append_printf(yaml, ", after: e%d",
                               g_rand_int_range(random, MAX(0, i - 3), i));
}

/* ---- Events ---- */

static const char *const plain_words[] = {
    "treaty",  "of",      "the",        "northern", "harbour",
    "council", "meets",   "again",      "flood",    "reconstruction",
    "in",      "a",       "parade",     "minister", "signs",
    "with",    "railway", "quarantine", "and",      "returns",
};
static const char *const other_words[] = {
    "서울에서", "정상회담", "北京",
    "阅兵式",   "मुलाक़ात",   "Wiedervereinigungsverhandlungen",
};

static void append_words(GString *yaml, GRand *random, int n) {
    for (int i = 0; i < n; i++) {
        const bool is_other = happens(random, 0.03);
        const char *const *words = is_other ? other_words : plain_words;
        const int n_words =
            is_other ? G_N_ELEMENTS(other_words) : G_N_ELEMENTS(plain_words);
        g_string_append_printf(yaml, "%s%s", i > 0 ? " " : "",
                               words[g_rand_int_range(random, 0, n_words)]);
    }
}

static void append_some(GString *yaml, GRand *random, const char *key,
                        const char *prefix, int most) {
    const int n = g_rand_int_range(random, 0, most + 1);
    if (n == 0)
        return;
    const int first = g_rand_int_range(random, 0, 5);
    g_string_append_printf(yaml, ", %s: [", key);
    for (int i = 0; i < n; i++)
        g_string_append_printf(yaml, "%s%s%d", i > 0 ? ", " : "", prefix,
                               (first + 2 * i) % 5);
    g_string_append(yaml, "]");
}

static void append_event(GString *yaml, const RandomChoice *choice, int i) {
    static const AppendDate append_dates[RANDOM_N_KINDS] = {
        [RANDOM_CLUSTERED] = append_clustered, [RANDOM_UNIFORM] = append_uniform,
        [RANDOM_ONE_DAY] = append_one_day,     [RANDOM_SPANS] = append_span,
        [RANDOM_MIXED] = append_mixed,         [RANDOM_ORDER] = append_order,
    };
    static const char *const statuses[] = {"planned", "expected", "possible",
                                           "unlikely", "disputed"};
    const guint32 seeds[] = {choice->seed, (guint32)i};
    g_autoptr(GRand) random = g_rand_new_with_seed_array(seeds, G_N_ELEMENTS(seeds));
    g_string_append_printf(yaml, "- {id: e%d, title: Event ", i);
    append_words(yaml, random, g_rand_int_range(random, 1, 9));
    g_string_append_printf(yaml, ", weight: %d", g_rand_int_range(random, 1, 6));
    append_dates[choice->kind](yaml, random, i, choice->n_events);
    if (choice->has_text && happens(random, 0.4)) {
        g_string_append(yaml, ", text: ");
        append_words(yaml, random, g_rand_int_range(random, 6, 20));
    }
    if (happens(random, 0.8))
        g_string_append_printf(yaml, ", category: c%d", g_rand_int_range(random, 0, 4));
    if (happens(random, 0.1))
        g_string_append_printf(
            yaml, ", status: %s",
            statuses[g_rand_int_range(random, 0, G_N_ELEMENTS(statuses))]);
    append_some(yaml, random, "actors", "actor", 3);
    append_some(yaml, random, "tags", "tag", 2);
    g_string_append_printf(yaml, ", place: place%d", g_rand_int_range(random, 0, 5));
    if (choice->has_sources)
        append_some(yaml, random, "sources", "s", 2);
    g_string_append(yaml, "}\n");
}

/* ---- Timelines ---- */

static void append_registries(GString *yaml, const RandomChoice *choice) {
    static const char *const shapes[] = {"circle", "diamond", "square", "triangle"};
    g_string_append(yaml, "categories:\n");
    for (size_t i = 0; i < G_N_ELEMENTS(shapes); i++)
        g_string_append_printf(yaml, "  c%zu: {label: Category %zu, shape: %s}\n", i, i,
                               shapes[i]);
    if (!choice->has_sources)
        return;
    g_string_append(yaml, "sources:\n");
    for (int i = 0; i < 5; i++)
        g_string_append_printf(yaml,
                               "  s%d: {title: What the papers say, publisher: "
                               "Paper %d}\n",
                               i, i);
}

/* From any event to any other, of every kind, some with words. */
static void append_relations(GString *yaml, const RandomChoice *choice) {
    static const char *const kinds[] = {"cause",       "follow", "echo",
                                        "anniversary", "reply",  "rivalry"};
    const guint32 seeds[] = {choice->seed, G_MAXUINT32};
    g_autoptr(GRand) random = g_rand_new_with_seed_array(seeds, G_N_ELEMENTS(seeds));
    if (choice->n_relations > 0)
        g_string_append(yaml, "relations:\n");
    for (int i = 0; i < choice->n_relations; i++) {
        const int from = g_rand_int_range(random, 0, choice->n_events);
        const int step = g_rand_int_range(random, 1, choice->n_events);
        g_string_append_printf(yaml, "- {from: e%d, to: e%d", from,
                               (from + step) % choice->n_events);
        const guint kind = (guint)g_rand_int_range(random, 0, G_N_ELEMENTS(kinds) + 1);
        if (kind < G_N_ELEMENTS(kinds))
            g_string_append_printf(yaml, ", kind: %s", kinds[kind]);
        if (happens(random, 0.6)) {
            g_string_append(yaml, ", label: ");
            append_words(yaml, random, g_rand_int_range(random, 1, 5));
        }
        g_string_append(yaml, "}\n");
    }
}

static void append_chart(GString *yaml, const RandomChoice *choice) {
    g_autofree char *height = choice->height == 0
                                  ? g_strdup("auto")
                                  : g_strdup_printf("%dmm", choice->height);
    g_string_append_printf(
        yaml,
        "charts:\n- {id: random, shape: %s, scale: %s, lanes: %s, segments: %s, "
        "labels: %s, pages: %s, page: {width: %dmm, height: %s}",
        dl_name_of(&dl_shape_names, (int)choice->shape),
        dl_name_of(&dl_scale_names, (int)choice->scale),
        dl_name_of(&dl_lanes_names, (int)choice->lanes),
        dl_name_of(&dl_segments_names, (int)choice->segments),
        dl_name_of(&dl_labels_names, (int)choice->labels),
        dl_name_of(&dl_pages_names, (int)choice->pages), choice->width, height);
    random_append_insets(yaml, choice);
    g_string_append(yaml, "}\n");
}

char *random_timeline_yaml(const RandomChoice *choice) {
    GString *yaml = g_string_new(NULL);
    g_string_append_printf(yaml,
                           "timeline: {title: 'Random timeline %u: %s', timezone: UTC, "
                           "asof: 2025-09-05, language: %s}\n",
                           choice->seed, random_kind_names[choice->kind],
                           choice->language != NULL ? choice->language : "en");
    append_registries(yaml, choice);
    g_string_append(yaml, "events:\n");
    for (int i = 0; i < choice->n_events; i++)
        append_event(yaml, choice, i);
    random_append_bands(yaml, choice);
    append_relations(yaml, choice);
    append_chart(yaml, choice);
    return g_string_free(yaml, FALSE);
}
