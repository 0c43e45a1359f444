/* How long layout takes as events grow in number, and the exponent of that growth. */
#include <glib.h>
#include <math.h>
#include <stdio.h>

#include "../random_chart.h"

static const int counts[] = {10, 30, 100, 300, 1000, 3000, 10000, 30000, 100000};
enum { MOST_SECONDS = 60 };

typedef struct {
    const char *name;
    RandomChoice choice;           /* but for the number of events */
    int least_events, most_events; /* what such labels are for */
} Way;

static const Way ways[] = {
    {"labels all, as high as it needs",
     {.kind = RANDOM_UNIFORM, .width = 5000, .labels = DL_LABELS_ALL},
     10,
     300},
    {"labels numbered, many pages of A3",
     {.kind = RANDOM_CLUSTERED,
      .width = 420,
      .height = 297,
      .labels = DL_LABELS_NUMBERED,
      .pages = DL_PAGES_MANY},
     100,
     10000},
    {"labels fit, on A3",
     {.kind = RANDOM_UNIFORM, .width = 420, .height = 297, .labels = DL_LABELS_FIT},
     100,
     100000},
    {"labels fit, years and then two dense days, on A3",
     {.kind = RANDOM_CLUSTERED, .width = 420, .height = 297, .labels = DL_LABELS_FIT},
     100,
     100000},
};

static bool is_ready(const DlNameTable *table, int value) {
    for (size_t i = 0; i < table->n_names; i++)
        if (table->names[i].value == value)
            return table->names[i].ready;
    return false;
}

/* Points (log n, log t), for the slope of the line that fits them best. */
typedef struct {
    double n, x, y, xx, xy;
} Fit;

static void fit_add(Fit *fit, double n, double seconds) {
    const double x = log(n), y = log(seconds);
    fit->n++;
    fit->x += x;
    fit->y += y;
    fit->xx += x * x;
    fit->xy += x * y;
}

static double fit_slope(const Fit *fit) {
    return (fit->n * fit->xy - fit->x * fit->y) / (fit->n * fit->xx - fit->x * fit->x);
}

/* With and without the log that sorting brings. */
typedef struct {
    Fit plain, sorted;
} Fits;

static RandomChart *draw(const Way *way, int n_events, DlMeasurer *measurer) {
    RandomChoice choice = way->choice;
    choice.seed = 1;
    choice.n_events = n_events;
    g_autofree char *yaml = random_timeline_yaml(&choice);
    return random_chart_new(yaml, measurer);
}

/* Seconds; negative where the chart is not drawn. */
static double time_layout(const Way *way, int n_events, DlMeasurer *measurer) {
    g_autoptr(RandomChart) chart = draw(way, n_events, measurer);
    const double seconds = (double)chart->microseconds / 1e6;
    printf("  %6d events: %9.3f s", n_events, seconds);
    if (chart->outcome == RANDOM_DRAWN)
        printf(", %u labels, %u pages\n", chart->metrics.labels,
               chart->scene->pages->len);
    else
        printf(", refused: %s\n", chart->message);
    fflush(stdout);
    return chart->outcome == RANDOM_DRAWN ? seconds : -seconds;
}

static void measure(const Way *way, DlMeasurer *measurer) {
    printf("%s\n", way->name);
    if (!is_ready(&dl_labels_names, (int)way->choice.labels) ||
        !is_ready(&dl_pages_names, (int)way->choice.pages)) {
        printf("  cannot be drawn yet\n");
        return;
    }
    Fits fits = {0};
    for (size_t i = 0; i < G_N_ELEMENTS(counts); i++) {
        if (counts[i] < way->least_events || counts[i] > way->most_events)
            continue;
        const double seconds = time_layout(way, counts[i], measurer);
        if (seconds > 0) {
            fit_add(&fits.plain, counts[i], seconds);
            fit_add(&fits.sorted, counts[i], seconds / log(counts[i]));
        }
        if (fabs(seconds) > MOST_SECONDS)
            break;
    }
    if (fits.plain.n >= 2)
        printf("  time grows as n^%.2f, or as n^%.2f log n\n", fit_slope(&fits.plain),
               fit_slope(&fits.sorted));
}

int main(void) {
    g_autoptr(DlMeasurer) measurer = dl_measurer_new_pango(NULL, NULL);
    /* The first chart loads the fonts. */
    random_chart_free(draw(&ways[0], counts[0], measurer));
    for (size_t i = 0; i < G_N_ELEMENTS(ways); i++)
        measure(&ways[i], measurer);
    return 0;
}
