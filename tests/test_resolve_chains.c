/* A contradiction in a network of 1,000 events is told by a shortest chain: its length
 * is known by how it was planted, or by a search through the links that the test keeps.
 */
#include "tests.h"

#include <stdio.h>

#include "resolving.h"

enum { N_EVENTS = 1000, N_LINKS = 3000 };

typedef struct {
    int first, second; /* the second is after the first */
} Link;

typedef struct {
    GRand *random;
    GArray *links;     /* of Link */
    int day[N_EVENTS]; /* from 1; 0: undated */
} Network;

/* What is true of events that happen in the order of their numbers, one a day. */
static Network make_network(guint32 seed) {
    Network network = {.random = g_rand_new_with_seed(seed)};
    network.links = g_array_new(FALSE, FALSE, sizeof(Link));
    for (int i = 0; i < N_LINKS; i++) {
        const int first = g_rand_int_range(network.random, 0, N_EVENTS - 1);
        const int step = g_rand_int_range(network.random, 1, 40);
        const Link link = {first, MIN(first + step, N_EVENTS - 1)};
        g_array_append_val(network.links, link);
    }
    for (int i = 0; i < N_EVENTS; i++)
        network.day[i] = g_rand_int_range(network.random, 0, 10) == 0 ? i + 1 : 0;
    return network;
}

static void network_clear(Network *network) {
    g_rand_free(network->random);
    g_array_unref(network->links);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Network, network_clear)

static void append_links(GString *yaml, const Network *network, int event) {
    GString *after = g_string_new(NULL), *before = g_string_new(NULL);
    for (guint i = 0; i < network->links->len; i++) {
        const Link *link = &g_array_index(network->links, Link, i);
        const bool is_after = i % 2 == 0;
        if ((is_after ? link->second : link->first) == event)
            g_string_append_printf(is_after ? after : before, "e%d, ",
                                   is_after ? link->first : link->second);
    }
    g_string_append_printf(yaml, ", after: [%s], before: [%s]", after->str,
                           before->str);
    g_string_free(after, TRUE);
    g_string_free(before, TRUE);
}

/* One line for each event, from line 3. */
static char *network_to_yaml(const Network *network, const char *more) {
    GString *yaml = g_string_new("timeline: {title: T}\nevents:\n");
    for (int i = 0; i < N_EVENTS; i++) {
        g_string_append_printf(yaml, "- {title: E, id: e%d", i);
        append_links(yaml, network, i);
        if (network->day[i] > 0) {
            g_autofree char *day =
                dl_day_to_text((DlMoment)network->day[i] * DL_SECONDS_A_DAY);
            g_string_append_printf(yaml, ", date: %s", day);
        }
        g_string_append(yaml, "}\n");
    }
    g_string_append(yaml, more);
    return g_string_free(yaml, FALSE);
}

/* The fewest links from an event to each that comes after it; -1: none does. */
static int *count_links(const Network *network, int from, bool forwards) {
    int *n_links = g_new(int, N_EVENTS);
    for (int i = 0; i < N_EVENTS; i++)
        n_links[i] = i == from ? 0 : -1;
    bool changed = true;
    while (changed) {
        changed = false;
        for (guint i = 0; i < network->links->len; i++) {
            const Link *link = &g_array_index(network->links, Link, i);
            const int near = forwards ? link->first : link->second;
            const int far = forwards ? link->second : link->first;
            if (n_links[near] < 0 ||
                (n_links[far] >= 0 && n_links[far] <= n_links[near] + 1))
                continue;
            n_links[far] = n_links[near] + 1;
            changed = true;
        }
    }
    return n_links;
}

/* A long chain is cut, and says how many links it has. */
static int count_told(const char *message) {
    int n = 0;
    const char *in_all = strstr(message, " and so on, ");
    if (in_all != NULL && sscanf(in_all, " and so on, %d links in all", &n) == 1)
        return n;
    for (const char *at = message; (at = strstr(at, "(line ")) != NULL; at++)
        n++;
    return n;
}

static int fewest_told(const Resolved *resolved) {
    int fewest = -1;
    for (guint i = 0; i < resolved->problems->list->len; i++) {
        const DlProblem *problem = resolved->problems->list->pdata[i];
        const int n = count_told(problem->message);
        if (n > 0 && (fewest < 0 || n < fewest))
            fewest = n;
    }
    return fewest;
}

static const struct row {
    const char *name;
    guint32 seed;
    int length;
} rows[] = {
    {"a short chain", 1, 2},   {"of three", 2, 3},         {"of five", 3, 5},
    {"of eight", 4, 8},        {"of thirteen", 5, 13},     {"of twenty", 6, 20},
    {"another of five", 9, 5}, {"another of eight", 8, 8},
};

static void test_consistent(void **state) {
    const struct row *row = *state;
    g_auto(Network) network = make_network(row->seed);
    g_autofree char *yaml = network_to_yaml(&network, "");
    g_auto(Resolved) resolved = resolve_yaml(yaml);
    g_autofree char *problems = list_problems(&resolved);
    assert_string_equal(problems, "");
}

/* The first event is after one that lies so many links after it. */
static void test_cycle(void **state) {
    const struct row *row = *state;
    g_auto(Network) network = make_network(row->seed);
    const int first = N_EVENTS / 4;
    g_autofree int *n_links = count_links(&network, first, true);
    int last = 0;
    while (last < N_EVENTS && n_links[last] != row->length - 1)
        last++;
    assert_true(last < N_EVENTS);
    const Link link = {last, first};
    g_array_append_val(network.links, link);
    g_autofree char *yaml = network_to_yaml(&network, "");
    g_auto(Resolved) resolved = resolve_yaml(yaml);
    assert_int_equal(dl_problems_count(resolved.problems, DL_SEVERITY_ERROR), 1);
    assert_int_equal(fewest_told(&resolved), row->length);
}

/* Of all dates only two are left, so many links apart, and the later lies before. */
static void test_dates(void **state) {
    const struct row *row = *state;
    g_auto(Network) network = make_network(row->seed);
    const int first = N_EVENTS / 4;
    g_autofree int *n_links = count_links(&network, first, true);
    int last = 0;
    while (last < N_EVENTS && n_links[last] != row->length)
        last++;
    assert_true(last < N_EVENTS);
    for (int i = 0; i < N_EVENTS; i++)
        network.day[i] = i == first ? N_EVENTS : i == last ? 1 : 0;
    g_autofree char *yaml = network_to_yaml(&network, "");
    g_auto(Resolved) resolved = resolve_yaml(yaml);
    const DlProblem *problem = resolved.problems->list->pdata[0];
    assert_int_equal(count_told(problem->message), row->length);
    assert_int_equal(fewest_told(&resolved), row->length);
}

/* One wrong date among many right ones: the nearest of those forbids it. */
static void test_one_date(void **state) {
    const struct row *row = *state;
    g_auto(Network) network = make_network(row->seed);
    const int last = N_EVENTS / 2 + row->length;
    const int wrong_day = N_EVENTS / 8;
    network.day[last] = 0;
    g_autofree int *n_links = count_links(&network, last, false);
    int fewest = N_EVENTS;
    for (int i = 0; i < N_EVENTS; i++)
        if (network.day[i] > wrong_day && n_links[i] > 0)
            fewest = MIN(fewest, n_links[i]);
    network.day[last] = wrong_day;
    g_autofree char *yaml = network_to_yaml(&network, "");
    g_auto(Resolved) resolved = resolve_yaml(yaml);
    assert_int_equal(fewest_told(&resolved), fewest);
}

/* Lags one after the other, and one over all of them that is a minute short. The events
 * stand among the others, which say nothing of how long. */
static void test_lags(void **state) {
    const struct row *row = *state;
    g_auto(Network) network = make_network(row->seed);
    g_autoptr(GString) more = g_string_new("- {title: L, id: l0, after: e10}\n");
    for (int i = 1; i < row->length; i++) {
        g_string_append_printf(more,
                               "- {title: L, id: l%d, before: e%d, with: [{event: "
                               "l%d, by: PT1H}",
                               i, N_EVENTS - i, i - 1);
        if (i == row->length - 1)
            g_string_append_printf(more, ", {event: l0, by: PT%dM}", i * 60 - 1);
        g_string_append(more, "]}\n");
    }
    g_autofree char *yaml = network_to_yaml(&network, more->str);
    g_auto(Resolved) resolved = resolve_yaml(yaml);
    assert_int_equal(dl_problems_count(resolved.problems, DL_SEVERITY_ERROR), 1);
    assert_int_equal(fewest_told(&resolved), row->length);
}

int main(void) {
    return run_rows(test_consistent, rows) + run_rows(test_cycle, rows) +
           run_rows(test_dates, rows) + run_rows(test_one_date, rows) +
           run_rows(test_lags, rows);
}
