#include "scene/metrics.h"

#include <math.h>

#include "scene/measures.h"

/* Sums over pages of what DlMetrics gives as means and shares. */
typedef struct {
    GHashTable *events; /* ids, borrowed */
    double displacement, area, white;
    unsigned n_displaced;
    DlInk ink;
} Sums;

static void note_events(GHashTable *events, const GArray *parts) {
    for (guint i = 0; i < parts->len; i++)
        g_hash_table_add(events, (char *)g_array_index(parts, DlPart, i).event);
}

static void measure_page(const DlScenePage *page, DlMetrics *metrics, Sums *sums) {
    g_autoptr(DlParts) parts = dl_parts_new(page);
    dl_faults_count(parts, metrics);
    dl_text_faults_count(parts, metrics);
    metrics->labels += parts->labels->len;
    metrics->marks += parts->marks->len;
    metrics->leaders += parts->leaders->len;
    metrics->leader_length += dl_leader_length(parts);
    metrics->rows = MAX(metrics->rows, dl_count_rows(parts));
    sums->displacement += dl_displacement(parts, &sums->n_displaced);
    sums->area += page->width * page->height;
    sums->white += dl_white(parts);
    const DlInk ink = dl_ink(parts);
    sums->ink.all += ink.all;
    sums->ink.before += ink.before;
    sums->ink.after += ink.after;
    note_events(sums->events, parts->marks);
    note_events(sums->events, parts->labels);
}

static double ratio(double part, double whole, double otherwise) {
    return whole > 0 ? fmin(part / whole, 1) : otherwise;
}

DlMetrics dl_scene_measure(const DlScene *scene) {
    DlMetrics metrics = {0};
    g_autoptr(GHashTable) events = g_hash_table_new(g_str_hash, g_str_equal);
    Sums sums = {.events = events};
    for (guint i = 0; i < scene->pages->len; i++)
        measure_page(scene->pages->pdata[i], &metrics, &sums);
    metrics.events = g_hash_table_size(events);
    if (sums.n_displaced > 0)
        metrics.displacement = sums.displacement / sums.n_displaced;
    metrics.ink = ratio(sums.ink.all, sums.area, 0);
    metrics.white = ratio(sums.white, sums.area, 0);
    metrics.balance = ratio(fmin(sums.ink.before, sums.ink.after),
                            fmax(sums.ink.before, sums.ink.after), 1);
    return metrics;
}

GArray *dl_metrics_list_faults(const DlMetrics *metrics) {
    const DlFault faults[] = {
        {"overlaps", "labels that overlap", metrics->overlaps},
        {"crossings", "leaders that cross", metrics->crossings},
        {"pierced", "leaders through labels", metrics->pierced},
        {"struck", "lines through texts", metrics->struck},
        {"covered", "marks on words", metrics->covered},
        {"clipped", "texts beyond the page", metrics->clipped},
        {"coincident", "marks that hide marks", metrics->coincident},
        {"too_near", "leaders nearer than 2 pt", metrics->too_near},
        {"texts", "texts that overlap", metrics->texts},
        {"small", "texts below 6.5 pt", metrics->small},
        {"bare", "events without a label", metrics->bare},
        {"empty", "groups that are empty", metrics->empty},
        {"ids", "ids that are taken", metrics->ids},
    };
    GArray *list = g_array_new(FALSE, FALSE, sizeof(DlFault));
    return g_array_append_vals(list, faults, G_N_ELEMENTS(faults));
}

unsigned dl_metrics_faults(const DlMetrics *metrics) {
    g_autoptr(GArray) faults = dl_metrics_list_faults(metrics);
    unsigned count = 0;
    for (guint i = 0; i < faults->len; i++)
        count += g_array_index(faults, DlFault, i).count;
    return count;
}

static void append_faults(GString *text, const DlMetrics *metrics) {
    g_autoptr(GArray) faults = dl_metrics_list_faults(metrics);
    if (dl_metrics_faults(metrics) == 0)
        g_string_append(text, "no faults");
    const char *separator = "faults: ";
    for (guint i = 0; i < faults->len; i++) {
        const DlFault *fault = &g_array_index(faults, DlFault, i);
        if (fault->count == 0)
            continue;
        g_string_append_printf(text, "%s%u of %s", separator, fault->count,
                               fault->words);
        separator = ", ";
    }
}

static int rounded(double value) {
    return (int)(value + 0.5);
}

char *dl_metrics_to_text(const DlMetrics *metrics) {
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_append_printf(
        text, "%u events, %u marks, %u labels in %u row%s, %u leaders; ",
        metrics->events, metrics->marks, metrics->labels, metrics->rows,
        metrics->rows == 1 ? "" : "s", metrics->leaders);
    append_faults(text, metrics);
    g_string_append_printf(
        text,
        "; on average %d pt from mark to label, leaders %d pt in all; ink on %d%% of "
        "the page, sides balanced to %d%%, largest white %d%%",
        rounded(metrics->displacement), rounded(metrics->leader_length),
        rounded(metrics->ink * 100), rounded(metrics->balance * 100),
        rounded(metrics->white * 100));
    return g_string_free(g_steal_pointer(&text), FALSE);
}
