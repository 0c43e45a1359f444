/* How long resolve takes, in times that reading the same file takes: 100,000 events
 * with sparse relations. */
#include <glib.h>
#include <glib/gstdio.h>
#include <stdio.h>

#include "read/read.h"
#include "resolve/resolve.h"

enum { N_EVENTS = 100000, N_RUNS = 5 };

typedef struct {
    const char *name;
    int dated, ordered, lagged; /* one of so many events has it; 0: none */
    int lasting;
} Network;

static const Network networks[] = {
    {"dates alone", 1, 0, 0, 0},       {"some order", 3, 2, 0, 4},
    {"much order", 10, 1, 0, 2},       {"lags too", 10, 2, 3, 2},
    {"one chain of lags", 0, 0, 1, 1},
};

static bool is_one_of(int index, int of) {
    return of > 0 && index % of == 0;
}

/* Event i happens on day i, and lasts for an hour. */
static void append_event(GString *yaml, const Network *network, GRand *random, int i) {
    g_string_append_printf(yaml, "- {id: e%d, title: What happened", i);
    if (is_one_of(i, network->dated)) {
        g_autofree char *day = dl_day_to_text((DlMoment)i * DL_SECONDS_A_DAY);
        g_string_append_printf(yaml, ", date: %s", day);
    }
    if (is_one_of(i, network->lasting))
        g_string_append(yaml, ", duration: PT1H");
    if (i > 0 && is_one_of(i, network->lagged))
        g_string_append_printf(yaml, ", with: {event: e%d, by: P1D}", i - 1);
    if (i > 0 && is_one_of(i, network->ordered))
        g_string_append_printf(yaml, ", after: [e%d, e%d]", i - 1,
                               g_rand_int_range(random, MAX(0, i - 1000), i));
    if (i + 1000 < N_EVENTS && is_one_of(i, network->ordered))
        g_string_append_printf(yaml, ", before: e%d",
                               g_rand_int_range(random, i + 1, i + 1000));
    g_string_append(yaml, "}\n");
}

static char *write_file(const Network *network, const char *folder) {
    g_autoptr(GString) yaml = g_string_new("timeline: {title: Bench}\nevents:\n");
    GRand *random = g_rand_new_with_seed(20250903);
    for (int i = 0; i < N_EVENTS; i++)
        append_event(yaml, network, random, i);
    g_rand_free(random);
    char *path = g_build_filename(folder, "bench.yaml", NULL);
    if (!g_file_set_contents(path, yaml->str, (gssize)yaml->len, NULL))
        g_error("%s cannot be written", path);
    return path;
}

typedef struct {
    gint64 reading, resolving; /* microseconds */
} Times;

static Times run(const char *path) {
    const char *const paths[] = {path, NULL};
    g_autoptr(DlProblems) problems = dl_problems_new();
    const gint64 begin = g_get_monotonic_time();
    g_autoptr(DlDraft) draft = dl_read_files(paths, problems, NULL);
    const gint64 middle = g_get_monotonic_time();
    g_autoptr(DlTimeline) timeline = dl_resolve(draft, NULL, problems);
    const gint64 end = g_get_monotonic_time();
    if (dl_problems_has_errors(problems) || timeline->events->len != N_EVENTS)
        g_error("the file of the bench is wrong");
    return (Times){middle - begin, end - middle};
}

/* The best of some runs, as others work on the machine too. */
static double measure(const Network *network, const char *folder) {
    g_autofree char *path = write_file(network, folder);
    Times best = {G_MAXINT64, G_MAXINT64};
    for (int i = 0; i < N_RUNS; i++) {
        const Times times = run(path);
        best.reading = MIN(best.reading, times.reading);
        best.resolving = MIN(best.resolving, times.resolving);
    }
    g_remove(path);
    const double ratio = (double)best.resolving / (double)best.reading;
    printf("%-18s read %5.0f ms, resolved %5.0f ms: %.2f times\n", network->name,
           (double)best.reading / 1000, (double)best.resolving / 1000, ratio);
    return ratio;
}

int main(void) {
    static const double MOST = 3;
    g_autofree char *folder = g_dir_make_tmp("dateline-XXXXXX", NULL);
    double worst = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(networks); i++) {
        const double ratio = measure(&networks[i], folder);
        worst = MAX(worst, ratio);
    }
    g_rmdir(folder);
    printf("at most %.2f times; allowed are %.0f\n", worst, MOST);
    return worst > MOST;
}
