/* Order and dates of random timelines that are true by their making: what resolve finds
 * must hold for what was made, be as tight as a plain solver makes it, and not depend
 * on the order of the file. */
#include "tests.h"

#include "resolving.h"

enum { N_EVENTS = 14 };
static const DlMoment SPAN = 40 * DL_SECONDS_A_DAY;

/* An event as it was: all that its draft says is true of it. */
typedef struct {
    DlMoment start, end;
} Truth;

typedef enum { UNDATED, DAY, SPAN_OF_DAYS, START_AND_LENGTH, LENGTH_ALONE } Kind;

typedef struct {
    Truth truths[N_EVENTS];
    Kind kinds[N_EVENTS];
    GArray *claims; /* of Claim */
} World;

typedef struct {
    int event, other;
    const char *key;
    DlDraftDuration by;
} Claim;

/* What a lag can be: about as long is an hour more or less. */
static const DlMoment UNIT = 3600;

static void world_clear(World *world) {
    g_array_unref(world->claims);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(World, world_clear)

static bool is_true(const World *world, const Claim *claim) {
    const Truth *event = &world->truths[claim->event];
    const Truth *other = &world->truths[claim->other];
    if (strcmp(claim->key, "after") == 0)
        return other->end < event->start;
    if (strcmp(claim->key, "before") == 0)
        return event->end < other->start;
    if (strcmp(claim->key, "during") == 0)
        return other->start < event->start && event->end < other->end;
    return event->start == other->start;
}

/* From where it counts to where it ends, in nodes of the solver: starts are even. */
static void find_lag(const Claim *claim, int *from, int *to) {
    const bool is_before = strcmp(claim->key, "before") == 0;
    const bool is_after = strcmp(claim->key, "after") == 0;
    *from = is_before ? 2 * claim->event + 1 : 2 * claim->other + is_after;
    *to = 2 * (is_before ? claim->other : claim->event);
}

static DlMoment moment_of(const World *world, int node) {
    const Truth *truth = &world->truths[node / 2];
    return node % 2 == 0 ? truth->start : truth->end;
}

/* Some claims say by how much. */
static void add_lag(const World *world, GRand *random, Claim *claim) {
    const int choice = g_rand_int_range(random, 0, 6);
    int from, to;
    find_lag(claim, &from, &to);
    const DlMoment lag = moment_of(world, to) - moment_of(world, from);
    if (choice > 1 || lag == 0)
        return;
    claim->by.given = true;
    claim->by.value = (DlDuration){.seconds = lag, .unit = 1};
    if (choice == 0)
        claim->by.value = (DlDuration){
            .seconds = lag / UNIT * UNIT, .unit = UNIT, .approximate = true};
}

/* So much after the start of the other. */
static bool is_later_start(const World *world, const Claim *claim) {
    return strcmp(claim->key, "with") == 0 &&
           world->truths[claim->other].start < world->truths[claim->event].start;
}

static World make_world(GRand *random) {
    static const char *const keys[] = {"after", "before", "during", "with"};
    World world = {.claims = g_array_new(FALSE, FALSE, sizeof(Claim))};
    for (int i = 0; i < N_EVENTS; i++) {
        Truth *truth = &world.truths[i];
        const bool shared = i > 0 && g_rand_int_range(random, 0, 4) == 0;
        truth->start = shared ? world.truths[i - 1].start
                              : g_rand_int_range(random, 0, (gint32)SPAN);
        truth->end = truth->start + g_rand_int_range(random, 0, (gint32)SPAN / 8);
        world.kinds[i] = (Kind)g_rand_int_range(random, UNDATED, LENGTH_ALONE + 1);
        if (world.kinds[i] == DAY)
            truth->end = truth->start;
    }
    for (int i = 0; i < 60; i++) {
        Claim claim = {.event = g_rand_int_range(random, 0, N_EVENTS),
                       .other = g_rand_int_range(random, 0, N_EVENTS),
                       .key = keys[g_rand_int_range(random, 0, 4)]};
        const bool holds = claim.event != claim.other && is_true(&world, &claim);
        if (holds || is_later_start(&world, &claim))
            add_lag(&world, random, &claim);
        if (holds || claim.by.given)
            g_array_append_val(world.claims, claim);
    }
    return world;
}

static DlDraftDate day_of(DlMoment moment) {
    DlDraftDate date = {.given = true};
    g_autofree char *day = dl_day_to_text(moment);
    g_autofree char *reason = NULL;
    assert_true(dl_date_parse(day, &date.value, &reason));
    return date;
}

static void date_event(const World *world, int index, DlDraftEvent *event) {
    const Truth *truth = &world->truths[index];
    const Kind kind = world->kinds[index];
    if (kind == DAY)
        event->date = day_of(truth->start);
    if (kind == SPAN_OF_DAYS || kind == START_AND_LENGTH)
        event->start = day_of(truth->start);
    if (kind == SPAN_OF_DAYS)
        event->end = day_of(truth->end);
    if (kind != START_AND_LENGTH && kind != LENGTH_ALONE)
        return;
    event->duration.given = true;
    event->duration.value =
        (DlDuration){.seconds = truth->end - truth->start, .unit = 1};
}

static GPtrArray *list_of(DlDraftEvent *event, const char *key) {
    if (strcmp(key, "after") == 0)
        return event->after;
    if (strcmp(key, "before") == 0)
        return event->before;
    return strcmp(key, "during") == 0 ? event->during : event->with;
}

static void add_claims(const World *world, int index, DlDraftEvent *event) {
    for (guint i = 0; i < world->claims->len; i++) {
        const Claim *claim = &g_array_index(world->claims, Claim, i);
        if (claim->event != index)
            continue;
        DlDraftReference *reference = g_new0(DlDraftReference, 1);
        reference->event.text = g_strdup_printf("e%d", claim->other);
        reference->by = claim->by;
        g_ptr_array_add(list_of(event, claim->key), reference);
    }
}

/* `places` tells where in the file each event is. */
static Resolved resolve_world(const World *world, const int *places) {
    DlDraft *draft = dl_draft_new();
    draft->name = g_strdup("random");
    for (int i = 0; i < N_EVENTS; i++) {
        DlDraftEvent *event = dl_draft_event_new();
        const int index = places[i];
        event->id.text = g_strdup_printf("e%d", index);
        event->title.text = g_strdup("Event");
        date_event(world, index, event);
        add_claims(world, index, event);
        g_ptr_array_add(draft->events, event);
    }
    return resolve_draft(draft, dl_problems_new());
}

static const DlEvent *event_of(const Resolved *resolved, int index) {
    g_autofree char *id = g_strdup_printf("e%d", index);
    return find_event(resolved, id);
}

static void check_truth(const World *world, const Resolved *resolved) {
    g_autofree char *problems = list_problems(resolved);
    assert_string_equal(problems, "");
    for (int i = 0; i < N_EVENTS; i++) {
        const DlEvent *event = event_of(resolved, i);
        const Truth *truth = &world->truths[i];
        assert_true(event->start.earliest <= truth->start &&
                    truth->start <= event->start.latest);
        assert_true(event->end.earliest <= truth->end &&
                    truth->end <= event->end.latest);
    }
}

static void check_ranks(const World *world, const Resolved *resolved) {
    for (guint i = 0; i < world->claims->len; i++) {
        const Claim *claim = &g_array_index(world->claims, Claim, i);
        const int rank = event_of(resolved, claim->event)->rank;
        const int other = event_of(resolved, claim->other)->rank;
        if (strcmp(claim->key, "before") == 0)
            assert_true(rank < other);
        else if (strcmp(claim->key, "with") != 0)
            assert_true(rank > other);
    }
    for (int i = 0; i < N_EVENTS; i++) {
        const DlEvent *event = event_of(resolved, i);
        for (int j = 0; j < N_EVENTS; j++) {
            const DlEvent *other = event_of(resolved, j);
            if (event->end.latest < other->start.earliest)
                assert_true(event->rank < other->rank);
        }
    }
}

/* The plain solver: every constraint again and again, until nothing changes. */
typedef struct {
    DlMoment low[2 * N_EVENTS], high[2 * N_EVENTS];
    bool changed;
} Solver;

/* `later` is at least `by` after `sooner`. */
static void hold(Solver *solver, int sooner, int later, DlMoment by) {
    DlMoment *low = solver->low, *high = solver->high;
    if (low[sooner] != DL_MOMENT_MIN && low[sooner] + by > low[later]) {
        low[later] = low[sooner] + by;
        solver->changed = true;
    }
    if (high[later] != DL_MOMENT_MAX && high[later] - by < high[sooner]) {
        high[sooner] = high[later] - by;
        solver->changed = true;
    }
}

static void hold_lag(Solver *solver, const Claim *claim) {
    const DlDuration *by = &claim->by.value;
    const DlMoment slack = by->approximate ? by->unit : 0;
    int from, to;
    find_lag(claim, &from, &to);
    hold(solver, from, to, MAX(0, by->seconds - slack));
    hold(solver, to, from, -by->seconds - slack);
}

static void hold_claim(Solver *solver, const Claim *claim) {
    if (claim->by.given)
        hold_lag(solver, claim);
    if (claim->by.given && strcmp(claim->key, "with") == 0)
        return;
    const int start = 2 * claim->event, end = start + 1;
    const int other_start = 2 * claim->other, other_end = other_start + 1;
    if (strcmp(claim->key, "after") == 0)
        hold(solver, other_end, start, 1);
    else if (strcmp(claim->key, "before") == 0)
        hold(solver, end, other_start, 1);
    else
        hold(solver, other_start, start, 0);
    if (strcmp(claim->key, "during") == 0)
        hold(solver, end, other_end, 0);
    if (strcmp(claim->key, "with") == 0)
        hold(solver, start, other_start, 0);
}

static void limit_to_day(Solver *solver, int node, DlMoment moment) {
    solver->low[node] = moment / DL_SECONDS_A_DAY * DL_SECONDS_A_DAY;
    solver->high[node] = solver->low[node] + DL_SECONDS_A_DAY - 1;
}

static Solver solve(const World *world) {
    Solver solver;
    for (int i = 0; i < 2 * N_EVENTS; i++) {
        const Truth *truth = &world->truths[i / 2];
        const Kind kind = world->kinds[i / 2];
        solver.low[i] = DL_MOMENT_MIN;
        solver.high[i] = DL_MOMENT_MAX;
        if (kind == DAY || kind == SPAN_OF_DAYS ||
            (kind == START_AND_LENGTH && i % 2 == 0))
            limit_to_day(&solver, i, i % 2 == 0 ? truth->start : truth->end);
    }
    do {
        solver.changed = false;
        for (int i = 0; i < N_EVENTS; i++) {
            const Kind kind = world->kinds[i];
            const bool has_length = kind == START_AND_LENGTH || kind == LENGTH_ALONE;
            const DlMoment length = world->truths[i].end - world->truths[i].start;
            hold(&solver, 2 * i, 2 * i + 1, has_length ? length : 0);
            if (has_length)
                hold(&solver, 2 * i + 1, 2 * i, -length);
        }
        for (guint i = 0; i < world->claims->len; i++)
            hold_claim(&solver, &g_array_index(world->claims, Claim, i));
    } while (solver.changed);
    return solver;
}

static void check_tightness(const World *world, const Resolved *resolved) {
    const Solver solver = solve(world);
    for (int i = 0; i < N_EVENTS; i++) {
        const DlEvent *event = event_of(resolved, i);
        assert_true(event->start.earliest == solver.low[2 * i]);
        assert_true(event->start.latest == solver.high[2 * i]);
        assert_true(event->end.earliest == solver.low[2 * i + 1]);
        assert_true(event->end.latest == solver.high[2 * i + 1]);
    }
}

static void shuffle(GRand *random, int *places) {
    for (int i = N_EVENTS - 1; i > 0; i--) {
        const int j = g_rand_int_range(random, 0, i + 1);
        const int place = places[i];
        places[i] = places[j];
        places[j] = place;
    }
}

static void check_same(const Resolved *resolved, const Resolved *shuffled) {
    for (int i = 0; i < N_EVENTS; i++) {
        const DlEvent *a = event_of(resolved, i), *b = event_of(shuffled, i);
        assert_memory_equal(&a->start, &b->start, sizeof(DlRange));
        assert_memory_equal(&a->end, &b->end, sizeof(DlRange));
    }
}

static void test_random_worlds(void **state) {
    (void)state;
    g_autoptr(GRand) random = g_rand_new_with_seed(20250903);
    for (int i = 0; i < 1500; i++) {
        g_auto(World) world = make_world(random);
        int places[N_EVENTS];
        for (int j = 0; j < N_EVENTS; j++)
            places[j] = j;
        g_auto(Resolved) resolved = resolve_world(&world, places);
        check_truth(&world, &resolved);
        check_ranks(&world, &resolved);
        check_tightness(&world, &resolved);
        shuffle(random, places);
        g_auto(Resolved) shuffled = resolve_world(&world, places);
        check_same(&resolved, &shuffled);
    }
}

/* Anything at all, true or not, is told and never loops or crashes; each event still
 * has a rank of its own. */
static void test_random_nonsense(void **state) {
    (void)state;
    static const char *const keys[] = {"after", "before", "during", "with"};
    g_autoptr(GRand) random = g_rand_new_with_seed(19530727);
    for (int i = 0; i < 1500; i++) {
        g_auto(World) world = make_world(random);
        for (int j = 0; j < 15; j++) {
            Claim claim = {.event = g_rand_int_range(random, 0, N_EVENTS),
                           .other = g_rand_int_range(random, 0, N_EVENTS),
                           .key = keys[g_rand_int_range(random, 0, 4)]};
            claim.by.given = g_rand_int_range(random, 0, 3) == 0;
            claim.by.value = (DlDuration){
                .months = g_rand_int_range(random, 0, 3),
                .seconds = g_rand_int_range(random, 0, 100000),
                .unit = 1,
                .approximate = g_rand_boolean(random),
            };
            g_array_append_val(world.claims, claim);
        }
        int places[N_EVENTS];
        for (int j = 0; j < N_EVENTS; j++)
            places[j] = j;
        g_auto(Resolved) resolved = resolve_world(&world, places);
        for (int j = 0; j < N_EVENTS; j++) {
            const DlEvent *event = resolved.timeline->events->pdata[j];
            assert_int_equal(event->rank, j);
            assert_true(event->start.earliest <= event->start.latest);
            assert_true(event->end.earliest <= event->end.latest);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_worlds),
        cmocka_unit_test(test_random_nonsense),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
