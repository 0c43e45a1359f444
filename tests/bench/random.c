/* Draws random timelines and tells what is wrong with any of them.
 *
 *     random                        2,000 of them; exit status 1 if any has a fault
 *     random --count 100 --from 500
 *     random --seed 12              the YAML of one, to standard output
 *     random --write DIR --count 50 their SVGs, for tools that look at pictures */
#include <stdio.h>
#include <stdlib.h>

#include "../random_chart.h"
#include "dateline.h"

enum { MOST_EVENTS = 300, MOST_SEEDS = 5, MOST_KINDS_OF_FAULTS = 16 };

typedef struct {
    const char *name;
    int n_charts;
    guint32 seeds[MOST_SEEDS]; /* the first */
} Fault;

/* The charts of one shape, form and kind. */
typedef struct {
    char *name;
    int drawn, clean, refused, wrong;
    Fault faults[MOST_KINDS_OF_FAULTS];
    guint n_faults;
} Row;

static void row_free(void *data) {
    Row *row = data;
    g_free(row->name);
    g_free(row);
}

static char *row_name(const RandomChoice *choice) {
    return g_strdup_printf("%s%s%s %s", dl_name_of(&dl_shape_names, (int)choice->shape),
                           choice->lanes != DL_LANES_NONE ? " lanes" : "",
                           choice->segments != DL_SEGMENTS_NONE ? " segments" : "",
                           random_kind_names[choice->kind]);
}

static Row *find_row(GPtrArray *rows, const RandomChoice *choice) {
    g_autofree char *name = row_name(choice);
    for (guint i = 0; i < rows->len; i++)
        if (g_str_equal(((Row *)rows->pdata[i])->name, name))
            return rows->pdata[i];
    Row *row = g_new0(Row, 1);
    row->name = g_steal_pointer(&name);
    g_ptr_array_add(rows, row);
    return row;
}

static void count_faults(Row *row, const DlMetrics *metrics, guint32 seed) {
    g_autoptr(GArray) faults = dl_metrics_list_faults(metrics);
    row->n_faults = MIN(faults->len, MOST_KINDS_OF_FAULTS);
    for (guint i = 0; i < row->n_faults; i++) {
        const DlFault *fault = &g_array_index(faults, DlFault, i);
        Fault *known = &row->faults[i];
        known->name = fault->name;
        if (fault->count == 0)
            continue;
        if (known->n_charts < MOST_SEEDS)
            known->seeds[known->n_charts] = seed;
        known->n_charts++;
    }
}

static void count_chart(Row *row, const RandomChart *chart, guint32 seed) {
    switch (chart->outcome) {
    case RANDOM_DRAWN:
        row->drawn++;
        row->clean += dl_metrics_faults(&chart->metrics) == 0;
        count_faults(row, &chart->metrics, seed);
        break;
    case RANDOM_REFUSED:
        row->refused++;
        break;
    case RANDOM_WRONG:
        row->wrong++;
        printf("seed %u: %s\n", seed, chart->message);
        break;
    }
}

static int compare_rows(const void *a, const void *b) {
    const Row *const *first = a, *const *second = b;
    return g_strcmp0((*first)->name, (*second)->name);
}

static void print_row(const Row *row) {
    const int all = row->drawn + row->refused + row->wrong;
    printf("%-36s %4d drawn, %4d clean, %4d refused (%2.0f%%)", row->name, row->drawn,
           row->clean, row->refused, 100.0 * row->refused / all);
    for (guint i = 0; i < row->n_faults; i++) {
        const Fault *fault = &row->faults[i];
        if (fault->n_charts == 0)
            continue;
        printf("; %s in %d (seeds", fault->name, fault->n_charts);
        for (int j = 0; j < MIN(fault->n_charts, MOST_SEEDS); j++)
            printf(" %u", fault->seeds[j]);
        printf(")");
    }
    printf("\n");
}

/* Whether all is well. */
static bool print_rows(GPtrArray *rows) {
    Row sum = {0};
    g_ptr_array_sort(rows, compare_rows);
    for (guint i = 0; i < rows->len; i++) {
        const Row *row = rows->pdata[i];
        print_row(row);
        sum.drawn += row->drawn;
        sum.clean += row->clean;
        sum.refused += row->refused;
        sum.wrong += row->wrong;
    }
    const int all = sum.drawn + sum.refused + sum.wrong;
    printf("%d timelines: %d drawn, %d of them clean; %d refused (%.1f%%); %d wrong\n",
           all, sum.drawn, sum.clean, sum.refused, 100.0 * sum.refused / all,
           sum.wrong);
    return sum.wrong == 0 && sum.clean == sum.drawn;
}

typedef struct {
    guint32 seed;
    double seconds;
} Slowest;

static bool draw_all(guint32 from, int count) {
    g_autoptr(DlMeasurer) measurer = dl_measurer_new_pango(NULL, NULL);
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func(row_free);
    Slowest slowest = {0};
    for (guint32 seed = from; seed < from + (guint32)count; seed++) {
        const RandomChoice choice = random_choose(seed, MOST_EVENTS);
        g_autofree char *yaml = random_timeline_yaml(&choice);
        g_autoptr(RandomChart) chart = random_chart_new(yaml, measurer);
        const double seconds = (double)chart->microseconds / 1e6;
        if (seconds > slowest.seconds)
            slowest = (Slowest){seed, seconds};
        count_chart(find_row(rows, &choice), chart, seed);
    }
    printf("the slowest took %.2f s: seed %u\n", slowest.seconds, slowest.seed);
    return print_rows(rows);
}

static bool write_pages(const GPtrArray *pages, const char *folder, guint32 seed) {
    for (guint i = 0; i < pages->len; i++) {
        g_autofree char *name = g_strdup_printf("random-%u-%u.svg", seed, i + 1);
        g_autofree char *path = g_build_filename(folder, name, NULL);
        gsize size = 0;
        const char *bytes = g_bytes_get_data(pages->pdata[i], &size);
        g_autoptr(GError) error = NULL;
        if (!g_file_set_contents(path, bytes, (gssize)size, &error)) {
            fprintf(stderr, "%s\n", error->message);
            return false;
        }
    }
    return true;
}

/* Timelines that do not fit their pages are passed over. */
static bool write_sample(guint32 from, int count, const char *folder) {
    for (guint32 seed = from; count > 0; seed++) {
        const RandomChoice choice = random_choose(seed, MOST_EVENTS);
        g_autofree char *yaml = random_timeline_yaml(&choice);
        char *path = random_file_new(yaml);
        const char *const files[] = {path, NULL};
        g_autoptr(DlDateline) dateline = dl_dateline_read(files, NULL, NULL);
        random_file_remove(path);
        g_autoptr(GPtrArray) pages =
            dl_dateline_render(dateline, "random", "svg", NULL, NULL);
        if (pages == NULL)
            continue;
        if (!write_pages(pages, folder, seed))
            return false;
        count--;
    }
    return true;
}

static void print_yaml(guint32 seed) {
    const RandomChoice choice = random_choose(seed, MOST_EVENTS);
    g_autofree char *yaml = random_timeline_yaml(&choice);
    fputs(yaml, stdout);
}

int main(int argc, char **argv) {
    int seed = -1, from = 1, count = 2000;
    g_autofree char *folder = NULL;
    const GOptionEntry entries[] = {
        {"seed", 0, 0, G_OPTION_ARG_INT, &seed, "Print the YAML of one", "N"},
        {"from", 0, 0, G_OPTION_ARG_INT, &from, "The first seed (1)", "N"},
        {"count", 0, 0, G_OPTION_ARG_INT, &count, "How many (2000)", "N"},
        {"write", 0, 0, G_OPTION_ARG_FILENAME, &folder, "Write SVGs", "DIR"},
        {0},
    };
    g_autoptr(GOptionContext) context = g_option_context_new(NULL);
    g_option_context_add_main_entries(context, entries, NULL);
    g_autoptr(GError) error = NULL;
    if (!g_option_context_parse(context, &argc, &argv, &error)) {
        fprintf(stderr, "%s\n", error->message);
        return 2;
    }
    if (seed >= 0)
        print_yaml((guint32)seed);
    else if (folder != NULL)
        return !write_sample((guint32)from, count, folder);
    else
        return !draw_all((guint32)from, count);
    return 0;
}
